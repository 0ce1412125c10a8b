#!/usr/bin/env bash
# What the engine takes, without server or database: JMH, in a short configuration. Prints a section in Markdown.
# All benchmarks, and longer: ./mvnw -Pbench test
set -euo pipefail
export LC_ALL=C
cd "$(dirname "$0")/../.."
OPTIONS=${OPTIONS:--f 1 -wi 3 -w 1 -i 2 -r 1}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

sh mvnw -B -q -Pbench test -Dspotless.check.skip=true -Dquarkus.build.skip=true \
  -Dbench='(RelateBenchmark.values|CompareBenchmark|JudgeBenchmark|ReportBenchmark|ExtractBenchmark|CopyBenchmark)' \
  -Dbench.options="$OPTIONS -foe true -tu us -p distinct=10,10000 -p earlier=1000 -rf csv -rff $tmp/results.csv" >&2

# score BENCHMARK [PARAMETER...]: microseconds.
score() {
  awk -F, -v wanted="$*" '
    {for (i = 1; i <= NF; i++) gsub(/["\r]/, "", $i)}
    NR > 1 {
      n = split($1, name, ".")
      line = name[n - 1] "." name[n]
      for (i = 8; i <= NF; i++) if ($i != "") line = line " " $i
      if (line == wanted) print $5
    }' "$tmp/results.csv"
}

# row LABEL REFERENCE SCORE-OF-IT SCORE
row() {
  awk -v label="$1" -v reference="$2" -v of="$3" -v score="$4" '
    function time(us) {
      if (us < 1) return sprintf("%.0f ns", us * 1000)
      if (us < 1000) return sprintf("%.0f µs", us)
      if (us < 100000) return sprintf("%.1f ms", us / 1000)
      return sprintf("%.2f s", us / 1000000)
    }
    BEGIN {
      if (score == "" || of == "") exit 1
      printf "| %s | %s | %s: %s | %.1f |\n", label, time(score), reference, time(of), score / of
    }'
}

cat <<'MD'
## Engine

One core, no server and no database. How many times as long as a reference takes that must touch the same data:

| | takes | reference | ratio |
|---|--:|--:|--:|
MD
for two in NUMBERS UNITS ORDINALS TIMES MONTHS MONTHS_AND_DAYS CONCEPTS TEXTS TOPICS; do
  row "relate two values, ${two//_/ }" 'compare two decimals' "$(score CompareBenchmark.compare)" "$(score RelateBenchmark.values $two)"
done
for type in QUANTITY TIME; do
  for distinct in 10 10000; do
    row "judge 1,000,000 facts on one attribute, $type, $distinct values" 'count their wordings' \
      "$(score JudgeBenchmark.count $distinct $type)" "$(score JudgeBenchmark.judge $distinct $type)"
  done
done
for facts in 12000 100000 1000000; do
  row "report of 60 voices × 200 attributes, $facts facts" 'count their wordings' \
    "$(score ReportBenchmark.count $facts)" "$(score ReportBenchmark.report $facts)"
done
row 'read an article of 800 words into proposals' "the JDK's word breaker" "$(score ExtractBenchmark.breakWords)" "$(score ExtractBenchmark.propose)"
row 'read its values alone' "the JDK's word breaker" "$(score ExtractBenchmark.breakWords)" "$(score ExtractBenchmark.normalize)"
row 'print the sentences of an article of 800 words' 'fold its words' "$(score CopyBenchmark.fold 1000)" "$(score CopyBenchmark.print 1000)"
row 'find what it copies of 1,000 articles' 'fold its words' "$(score CopyBenchmark.fold 1000)" "$(score CopyBenchmark.match 1000)"
cat <<'MD'

Values are related in pairs of distinct values, never of facts. Judging reads facts one by one, groups them by voice and value, and relates the
groups; the reference reads the same facts and does nothing but count words.
MD
