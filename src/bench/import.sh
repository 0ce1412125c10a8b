#!/usr/bin/env bash
# How fast many dossiers are imported, as a ratio in one run: through POST /v1/dossiers, and by COPY of the very rows that the
# import wrote, into the same tables with the same indexes and foreign keys on the same PostgreSQL.
# Builds and starts the program, with deploy/jvm.options and a data folder of its own, and ends it. Prints a section of Markdown; what it
# is about, and errors, go to stderr. Needs a JDK, curl and psql.
# Usage: [FACTS=1000000] [SOURCES=40] [FACTS_A_SOURCE=30] [DIR=folder for data] [JAVA_OPTIONS=…] import.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
export LC_ALL=C
facts=${FACTS:-1000000}
sources=${SOURCES:-40}
each=${FACTS_A_SOURCE:-30}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
dir=$(mktemp -d "${DIR:-${TMPDIR:-/tmp}}/import.XXXXXX")
program=
port=$((20000 + RANDOM % 20000))
api=http://localhost:$port

say() { echo "$*" >&2; }

start() { # what the program is given beside its defaults
  env QUARKUS_HTTP_PORT="$port" CROSSCHECK_DATA_DIR="$dir/data" CROSSCHECK_SEEDS_LOAD=false \
    CROSSCHECK_ACCESS_ADMIN_KEY=crosscheck_the-key-of-the-admin-in-benchmarks "$@" \
    "$java" ${JAVA_OPTIONS-@deploy/jvm.options} -jar target/quarkus-app/quarkus-run.jar >>"$dir/program.log" 2>&1 &
  program=$!
  for _ in $(seq 240); do
    curl -sf -o /dev/null "$api/q/health/ready" && return
    kill -0 $program 2>/dev/null || break
    sleep 0.5
  done
  tail -20 "$dir/program.log" >&2
  exit 1
}

end() {
  kill "$1" 2>/dev/null || return 0
  wait "$1" 2>/dev/null || true
}

finish() {
  [ -z "$program" ] || end "$program"
  rm -rf "$dir"
}
trap finish EXIT

sql() { psql -X -q -A -t -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$database" -U crosscheck -d "$1" "${@:2}"; }
seconds() { date +%s.%N; }
since() { awk -v from="$1" -v to="$(seconds)" 'BEGIN {printf "%.2f", to - from}'; }

if [ -z "${BENCH_BUILT:-}" ]; then
  say building
  sh mvnw -B -q package -DskipTests >"$dir/build" 2>&1 || { cat "$dir/build" >&2; exit 1; }
fi
say "writing dossiers of $facts facts"
"$java" src/bench/load/Dossiers.java "$facts" "$sources" "$each" >"$dir/dossiers.ndjson"
dossiers=$(wc -l <"$dir/dossiers.ndjson")

say "starting the program"
start
server=$program
database=$(sed -n 4p "$dir/data/postgres/postmaster.pid")
PGPASSWORD=$(cat "$dir/data/postgres.password")
export PGPASSWORD
url=jdbc:postgresql://127.0.0.1:$database/reference

# The same schema, written by the same migrations.
sql postgres -c "CREATE DATABASE reference TEMPLATE template0"
port=$((port + 1))
api=http://localhost:$port
start QUARKUS_DATASOURCE_JDBC_URL="$url" QUARKUS_DATASOURCE_USERNAME=crosscheck QUARKUS_DATASOURCE_PASSWORD="$PGPASSWORD"
end "$program"
program=$server
port=$((port - 1))
api=http://localhost:$port

# Referenced tables before those that refer to them; what was there before the import is no part of it.
tables=$(sql postgres <<'SQL'
WITH RECURSIVE placed(id, depth) AS (
    SELECT oid, 0 FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
       AND relname NOT IN ('flyway_schema_history', 'api_key', 'session')
    UNION
    SELECT conrelid, depth + 1 FROM placed JOIN pg_constraint ON confrelid = placed.id AND contype = 'f' AND conrelid <> confrelid
     WHERE depth < 10
)
SELECT id::regclass FROM placed GROUP BY id ORDER BY max(depth), id::regclass::text;
SQL
)
columns() { # of that table, but those that a database makes
  sql postgres -c "SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
    WHERE attrelid = '$1'::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''"
}

# import DOSSIERS: takes them, which nobody has sent before, and says in how many seconds.
import() {
  local from took
  sql postgres -c CHECKPOINT
  from=$(seconds)
  curl -sS -X POST -T "$1" -H 'Content-Type: application/x-ndjson' \
    -H 'X-API-Key: crosscheck_the-key-of-the-admin-in-benchmarks' "$api/v1/dossiers?quiet=true" >"$dir/answers.ndjson"
  took=$(since "$from")
  if ! tail -n 1 "$dir/answers.ndjson" | grep -q "\"created\":$dossiers,.*\"refused\":0,.*\"done\":true"; then
    head -c 2000 "$dir/answers.ndjson" >&2
    exit 1
  fi
  # Findings that follow shared names are judged after the answers.
  for _ in $(seq 120); do
    [ "$(sql postgres -c 'SELECT count(*) FROM authority_change')" = 0 ] && break
    sleep 0.5
  done
  say "imported $dossiers dossiers in $took s"
  echo "$took"
}

import=$(import "$dir/dossiers.ndjson")
for table in $tables; do
  sql postgres -c "\\copy (SELECT $(columns "$table") FROM $table) TO '$dir/$table.copy'"
done
facts=$(sql postgres -c 'SELECT count(*) FROM fact')
# Other stories of the same size, for a program that has been compiled meanwhile.
sed -i 's/{"id":"archive-/{"id":"later-/' "$dir/dossiers.ndjson"
again=$(import "$dir/dossiers.ndjson")
memory=$(awk '/VmHWM/ {printf "%.0f", $2 / 1024}' "/proc/$program/status")
say "copying the same rows"
sql reference -c "TRUNCATE $(echo "$tables" | paste -sd,) CASCADE" -c CHECKPOINT
# One session, so that connecting costs nothing.
{
  echo '\timing on'
  for table in $tables; do
    [ ! -s "$dir/$table.copy" ] || echo "\\copy $table ($(columns "$table")) FROM '$dir/$table.copy'"
  done
} >"$dir/copy.sql"
sql reference -f "$dir/copy.sql" | awk '/^Time:/ {print $2 / 1000}' >"$dir/times"
breakdown=
rows=0
while read -r table took; do
  count=$(wc -l <"$dir/$table.copy")
  rows=$((rows + count))
  breakdown+=$(awk -v table="$table" -v n="$count" -v t="$took" 'BEGIN {printf "| `%s` | %d | %.2f | %.0f |", table, n, t, n / t}')$'\n'
done < <(paste -d' ' <(for table in $tables; do [ ! -s "$dir/$table.copy" ] || echo "$table"; done) "$dir/times")
copy=$(awk '{sum += $1} END {print sum}' "$dir/times")
[ "$facts" = "$(sql reference -c 'SELECT count(*) FROM fact')" ]

awk -v import="$import" -v again="$again" -v copy="$copy" -v rows="$rows" -v facts="$facts" -v dossiers="$dossiers" -v memory="$memory" \
  -v bytes="$(wc -c <"$dir/dossiers.ndjson")" 'BEGIN {
  print "## Bulk import\n"
  printf "An archive of %d facts in %d dossiers (%.0f MB) by `POST /v1/dossiers`, each dossier a transaction, by a program that has just\n", facts, dossiers, bytes / 1e6
  print "started, whose code the JVM compiles meanwhile; then other stories of the same size by the same program. And by COPY, one table after"
  print "the other, of the very rows that the first wrote into all tables, with the same keys, indexes and foreign keys in place, on the same"
  printf "server. No errors; the program took at most %d MB of memory.\n\n", memory
  print "| | seconds | rows/s | facts/s | of COPY |"
  print "|---|--:|--:|--:|--:|"
  printf "| COPY of %d rows | %.1f | %.0f | %.0f | 1 |\n", rows, copy, rows / copy, facts / copy
  printf "| `POST /v1/dossiers`, just started | %.1f | %.0f | %.0f | **%.2f** |\n", import, rows / import, facts / import, copy / import
  printf "| `POST /v1/dossiers`, then | %.1f | %.0f | %.0f | **%.2f** |\n\n", again, rows / again, facts / again, copy / again
  print "| COPY into | rows | seconds | rows/s |"
  print "|---|--:|--:|--:|"
}'
printf '%s' "$breakdown"
