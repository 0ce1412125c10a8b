// Holds what kustomize makes of an overlay against the schemas of Kubernetes, and its parts against each other.
//   kubectl kustomize OVERLAY | node kubernetes.mjs TYPED.ts   prints the paths that probes ask for
// TYPED.ts is for tsc: the schemas let a field pass that does not exist, TypeScript does not.
import { readFileSync, writeFileSync } from "node:fs";
import { parseAllDocuments } from "yaml";

const NAMESPACE = "crosscheck";
const SECRET = { crosscheck: ["db-user", "db-password", "admin-key"] };
const CONNECTIONS = 97; // max_connections less what is kept for superusers, by default

const faults = [];
const objects = parseAllDocuments(readFileSync(0, "utf8")).map((document) => {
  document.errors.forEach((error) => faults.push(error.message));
  return document.toJS();
});
const name = (o) => `${o.kind} ${o.metadata.name}`;
const find = (kind, called) => objects.find((o) => o.kind === kind && o.metadata.name === called);
const demand = (holds, o, fault) => holds || faults.push(`${name(o)}: ${fault}`);
const includes = (labels, selector) => Object.entries(selector).every(([key, value]) => labels?.[key] === value);

for (const o of objects) {
  const model = (await import(`kubernetes-models/${o.apiVersion}/${o.kind}`))[o.kind];
  try {
    new model(o).validate();
  } catch (invalid) {
    demand(false, o, invalid.message);
  }
  demand(o.kind === "Namespace" || o.metadata.namespace === NAMESPACE, o, "is in another namespace");
}

const typed = objects.map(
  (o, n) => `import type { I${o.kind} as T${n} } from "kubernetes-models/${o.apiVersion}/${o.kind}";\n` +
    `export const o${n}: T${n} = ${JSON.stringify(o, null, 2)};\n`);
writeFileSync(process.argv[2], typed.join(""));

const workloads = objects.filter((o) => o.spec?.template?.spec);
const probes = new Set();
for (const o of workloads) {
  const { metadata, spec } = o.spec.template;
  if (o.spec.selector) demand(includes(metadata.labels, o.spec.selector.matchLabels), o, "its selector is not of its pods");
  demand(spec.automountServiceAccountToken === false, o, "has a token");
  demand(spec.securityContext?.runAsNonRoot && spec.securityContext.runAsUser > 0, o, "may run as root");
  demand(spec.securityContext?.seccompProfile?.type === "RuntimeDefault", o, "has no seccomp profile");
  demand(!spec.serviceAccountName || find("ServiceAccount", spec.serviceAccountName), o, "its account is not there");
  const volumes = [...(spec.volumes ?? []), ...(o.spec.volumeClaimTemplates ?? []).map((c) => c.metadata)].map((v) => v.name);
  for (const container of spec.containers) {
    const context = container.securityContext ?? {};
    demand(context.allowPrivilegeEscalation === false && context.readOnlyRootFilesystem, o, "is not confined");
    demand(context.capabilities?.drop?.includes("ALL"), o, "keeps capabilities");
    demand(container.resources?.limits?.memory && container.resources.requests?.cpu, o, "names no resources");
    demand(container.image.includes("/") && container.image.includes(":"), o, `has the image ${container.image}`);
    container.volumeMounts?.forEach((m) => demand(volumes.includes(m.name), o, `mounts ${m.name}, which is not there`));
    container.envFrom?.forEach((e) => demand(find("ConfigMap", e.configMapRef.name), o, `${e.configMapRef.name} is not there`));
    const names = container.env.map((e) => e.name);
    demand(new Set(names).size === names.length, o, "sets a variable twice");
    for (const { valueFrom } of container.env) {
      const ref = valueFrom?.secretKeyRef;
      demand(!ref || SECRET[ref.name]?.includes(ref.key), o, `asks for the secret ${ref?.name}/${ref?.key}`);
    }
    for (const probe of [container.startupProbe, container.readinessProbe, container.livenessProbe]) {
      if (!probe?.httpGet) continue;
      demand(container.ports.some((p) => p.name === probe.httpGet.port), o, `probes the port ${probe.httpGet.port}`);
      probes.add(probe.httpGet.path);
    }
  }
}

const selects = (o, selector) =>
  demand(workloads.some((w) => includes(w.spec.template.metadata.labels, selector)), o, "selects no pod");
for (const o of objects) {
  if (o.kind === "Service") selects(o, o.spec.selector);
  if (o.kind === "PodDisruptionBudget") selects(o, o.spec.selector.matchLabels);
  if (o.kind === "NetworkPolicy") selects(o, o.spec.podSelector.matchLabels);
  if (o.kind === "HorizontalPodAutoscaler") {
    demand(find("Deployment", o.spec.scaleTargetRef.name), o, "scales nothing");
    const each = Number(find("ConfigMap", "crosscheck").data.QUARKUS_DATASOURCE_JDBC_MAX_SIZE);
    demand(each * (o.spec.maxReplicas + 1) <= CONNECTIONS, o, `may open ${each} connections in each of too many pods`);
  }
}
// The job's pods must not be served to callers.
const service = find("Service", "crosscheck");
workloads
  .filter((w) => w.kind === "Job")
  .forEach((job) => demand(!includes(job.spec.template.metadata.labels, service.spec.selector), job, "gets requests"));

faults.forEach((fault) => console.error(fault));
if (faults.length > 0 || objects.length < 5 || probes.size < 3) process.exit(1);
console.log([...probes].join("\n"));
