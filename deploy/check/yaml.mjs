// Whether files are YAML, with no key twice.   node yaml.mjs FILE...
import { readFileSync } from "node:fs";
import { parseAllDocuments } from "yaml";

const faults = process.argv.slice(2).flatMap((file) =>
  parseAllDocuments(readFileSync(file, "utf8")).flatMap((d) => [...d.errors, ...d.warnings].map((e) => `${file}: ${e.message}`)));
faults.forEach((fault) => console.error(fault));
process.exitCode = faults.length > 0 ? 1 : 0;
