# Sourced by the benchmarks. Builds Crosscheck with its static reference, starts it on a free port with a data folder of its own, ends
# it and removes all that was written when the script ends. Progress goes to stderr.
set -euo pipefail
export LC_ALL=C
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
BENCH_LOAD=$PWD/src/bench/load
export BENCH_LOAD
JAVA=${JAVA_HOME:+$JAVA_HOME/bin/}java
# As deploy/ starts it.
JAVA_OPTIONS=${JAVA_OPTIONS-@deploy/jvm.options}
# Loading a story need not fail where the machine has other work too.
PATIENCE=(-Dquarkus.transaction-manager.default-transaction-timeout=300S
  "-Dquarkus.datasource.jdbc.new-connection-sql=SET TIME ZONE 'UTC'; SET lock_timeout = '100s'; SET statement_timeout = '150s'"
  -Dquarkus.datasource.jdbc.additional-jdbc-properties.socketTimeout=200)
SECONDS_A_ROUND=${SECONDS_A_ROUND:-3}
ROUNDS=${ROUNDS:-3}

tmp=$(mktemp -d)
pid=
failed=0

say() { echo "$*" >&2; }

finish() {
  local code=$?
  trap - EXIT
  if [ -n "$pid" ]; then
    kill "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
  fi
  if [ "$code" != 0 ] && [ -f "$tmp/log" ]; then grep -v "^\s*at " "$tmp/log" | tail -n 20 >&2; fi
  rm -rf "$tmp"
  exit "$code"
}
trap finish EXIT
trap 'exit 130' INT TERM

needs() {
  local tool
  for tool; do
    command -v "$tool" >/dev/null || {
      say "$tool is missing: apt-get install wrk postgresql-contrib postgresql-client curl"
      exit 1
    }
  done
}

# Once for all that run.sh runs.
build() {
  [ -z "${BENCH_BUILT:-}" ] || return 0
  say "building"
  sh mvnw -B -q package -DskipTests -Pstatic-reference >"$tmp/build" 2>&1 || {
    cat "$tmp/build" >&2
    exit 1
  }
}

# Starts the program; settings for it may stand before.
start() {
  say "starting"
  QUARKUS_HTTP_HOST=127.0.0.1 QUARKUS_HTTP_PORT=0 CROSSCHECK_DATA_DIR=$tmp/data CROSSCHECK_SEEDS_LOAD=true \
    CROSSCHECK_ACCESS_REQUESTS_PER_MINUTE_ADDRESS=1000000000 CROSSCHECK_ACCESS_REQUESTS_PER_MINUTE_KEY=1000000000 \
    "$JAVA" $JAVA_OPTIONS "${PATIENCE[@]}" -jar target/bench/quarkus-app/quarkus-run.jar >"$tmp/log" 2>&1 &
  pid=$!
  base=
  while [ -z "$base" ]; do
    kill -0 "$pid" || exit 1
    sleep 0.2
    base=$(sed -n 's/.*Listening on: \(http:[^ ]*\).*/\1/p' "$tmp/log")
  done
  BENCH_KEY=$(cat "$tmp/data/admin.key")
  export BENCH_KEY
  export PGHOST=127.0.0.1 PGUSER=crosscheck PGDATABASE=postgres
  PGPORT=$(sed -n 4p "$tmp/data/postgres/postmaster.pid")
  PGPASSWORD=$(cat "$tmp/data/postgres.password")
  export PGPORT PGPASSWORD
}

sql() { psql -qAtX -v ON_ERROR_STOP=1 "$@"; }

# put STORY VOICES ATTRIBUTES FACTS: an invented story, through the API.
put() {
  say "story $1 of $4 facts"
  "$JAVA" src/bench/load/Dossier.java "$@" >"$tmp/dossier"
  curl -sS --fail-with-body -o "$tmp/answer" -X PUT "$base/v1/stories/$1/dossier" -H "X-API-Key: $BENCH_KEY" \
    -H 'Content-Type: application/json' --data-binary @"$tmp/dossier" || {
    head -c 1000 "$tmp/answer" >&2
    exit 1
  }
}

# copy STORY NAME FROM TO: the story again as NAME-FROM to NAME-TO, all its rows in every table.
copy() {
  say "$2-$3 to $2-$4"
  sql <<SQL
-- Foreign keys need not be checked again, in whichever order tables come.
SET session_replication_role = replica;
SELECT format('INSERT INTO %I (%s) SELECT %s FROM %1\$I, generate_series($3, $4) AS n WHERE story_id = ''$1''',
         c.table_name, string_agg(quote_ident(column_name), ', '),
         string_agg(CASE column_name WHEN 'story_id' THEN '''$2-'' || n' ELSE quote_ident(column_name) END, ', '))
  FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
 WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND is_generated = 'NEVER'
   AND c.table_name IN (SELECT table_name FROM information_schema.columns WHERE column_name = 'story_id')
   AND c.table_name NOT IN ('verdict_change', 'answered_post')
 GROUP BY c.table_name
\gexec
SQL
}

# Waits until the program has done with what is still asked of it: connections that were cut leave work behind.
settle() {
  local i before after
  for ((i = 0; i < 50; i++)); do
    before=$(awk '{print $14 + $15}' "/proc/$pid/stat")
    sleep 0.2
    after=$(awk '{print $14 + $15}' "/proc/$pid/stat")
    [ $((after - before)) -gt 4 ] || break
  done
}

# http NAME CONNECTIONS wrk's arguments: a round of wrk, added to the results called NAME.
http() {
  local name=$1 connections=$2
  shift 2
  settle
  wrk -t "$((connections < 2 ? 1 : ${THREADS:-2}))" -c "$connections" -d "${SECONDS_A_ROUND}s" --timeout 30s --latency \
    "$@" >"$tmp/wrk" || { cat "$tmp/wrk" >&2; exit 1; }
  sed -n 's/^RESULT //p' "$tmp/wrk" >>"$tmp/$name.rounds"
  say "$name: $(tail -n 1 "$tmp/$name.rounds") (per second, p50 and p99 in ms, errors)"
}

# get NAME CONNECTIONS PATH [wrk's arguments]
get() {
  local name=$1 connections=$2 path=$3
  shift 3
  http "$name" "$connections" -s "$BENCH_LOAD/done.lua" "$@" "$base$path"
}

# post NAME CONNECTIONS KIND STORY STORIES VOICES ATTRIBUTES SOURCES [any]
posts=0
post() {
  local name=$1 connections=$2
  shift 2
  posts=$((posts + 1))
  THREADS=$connections http "$name" "$connections" -s "$BENCH_LOAD/post.lua" "$base" -- "$posts" "$@"
}

# warm COMMAND ARGUMENTS: get or post, round after round until the rate has not risen twice: what the JVM has not compiled yet is no result.
warm() {
  local command=$1 i
  shift
  for ((i = 0; i < 12; i++)); do
    "$command" warm-up "$@"
    awk '$1 > 1.1 * best {best = $1; still = -1} {still++} END {exit still < 2}' "$tmp/warm-up.rounds" && break
  done
  rm "$tmp/warm-up.rounds"
}

# statement NAME CONNECTIONS FILE [pgbench's arguments]: a round of pgbench, added to the results called NAME.
statement() {
  local name=$1 connections=$2 file=$3 rate
  shift 3
  rm -f "$tmp"/latency.*
  pgbench -n -M prepared -c "$connections" -j "$((connections < 2 ? 1 : 2))" -T "$SECONDS_A_ROUND" -f "$file" \
    -l --log-prefix="$tmp/latency" "$@" >"$tmp/pgbench" 2>&1 || { cat "$tmp/pgbench" >&2; exit 1; }
  rate=$(awk '/^tps/ {print $3; exit}' "$tmp/pgbench")
  cat "$tmp"/latency.* | awk '{print $3}' | sort -n |
    awk -v rate="$rate" '{l[NR] = $1} END {printf "%.1f %.3f %.3f 0\n", rate, l[int((NR + 1) / 2)] / 1000, l[int(NR * 0.99 + 0.5)] / 1000}' \
      >>"$tmp/$name.rounds"
  say "$name: $(tail -n 1 "$tmp/$name.rounds") (per second, p50 and p99 in ms, errors)"
}

# median NAME: of each column over the rounds, and the sum of the errors.
median() {
  awk '{for (i = 1; i <= 3; i++) v[i, NR] = $i; errors += $4}
    END {
      for (i = 1; i <= 3; i++) {
        for (j = 1; j <= NR; j++) for (k = j + 1; k <= NR; k++) if (v[i, k] < v[i, j]) {t = v[i, j]; v[i, j] = v[i, k]; v[i, k] = t}
        printf "%s ", v[i, int((NR + 1) / 2)]
      }
      print errors
    }' "$tmp/$1.rounds"
}

# The median in one column: 1 per second, 2 p50, 3 p99, 4 errors.
figure() { median "$1" | cut -d' ' -f"$2"; }

# Says what went wrong, and remembers it.
count_errors() {
  local name wrong
  for name in "$tmp"/*.rounds; do
    wrong=$(awk '{errors += $4} $1 == 0 {unanswered++} END {if (errors + unanswered) print errors + 0 " errors, rounds with no answer: " unanswered + 0}' "$name")
    [ -z "$wrong" ] || { say "$(basename "$name" .rounds): $wrong"; failed=1; }
  done
}

memory() { awk -v what="$1" '$1 == what ":" {printf "%.0f MB", $2 / 1024}' "/proc/$pid/status"; }
