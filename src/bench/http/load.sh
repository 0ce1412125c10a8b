#!/usr/bin/env bash
# How fast reports are read, as ratios in one run: the report of the seed story, the same with If-None-Match, and the same
# rows through pgbench from the same database, beside a response that needs no database.
# Usage: load.sh [data folder of the running program] [base URL]. Needs wrk and pgbench, and a program that lets one address
# call that often: start it with CROSSCHECK_ACCESS_REQUESTS_PER_MINUTE_ADDRESS=100000000.
set -euo pipefail
data=${1:-data}
base=${2:-http://localhost:8080}
story=trump-putin-call-2017-05-02
connections=8
seconds=10
export LC_ALL=C

port=$(sed -n 4p "$data/postgres/postmaster.pid")
PGPASSWORD=$(cat "$data/postgres.password")
export PGPASSWORD
select=$(mktemp)
trap 'rm -f "$select"' EXIT
cat >"$select" <<SQL
SELECT st.version, st.sources, st.lineages, f.attribute_id, f.verdict, f.voices, f.body
  FROM story st LEFT JOIN finding f ON f.story_id = st.story_id
 WHERE st.story_id = '$story' ORDER BY f.ordinal, f.attribute_id;
SQL

http() {
  wrk -t 2 -c $connections -d ${seconds}s "$@" | awk '/Requests\/sec/ {print $2} /Non-2xx/ {print "errors" > "/dev/stderr"}'
}

etag=$(curl -s -o /dev/null -D - "$base/v1/stories/$story/report" | awk 'tolower($1) == "etag:" {print $2}' | tr -d '\r')
http "$base/v1/stories/$story/report" >/dev/null # warms up
sql=$(pgbench -h 127.0.0.1 -p "$port" -U crosscheck -n -M prepared -c $connections -j 2 -T $seconds -f "$select" postgres |
  awk '/tps/ {print $3; exit}')
static=$(http "$base/q/health/live")
report=$(http "$base/v1/stories/$story/report")
finding=$(http "$base/v1/stories/$story/findings/safe-zones")
unchanged=$(http -H "If-None-Match: $etag" "$base/v1/stories/$story/report" 2>/dev/null)

awk -v sql="$sql" -v static="$static" -v report="$report" -v finding="$finding" -v unchanged="$unchanged" 'BEGIN {
  printf "%-44s %10s %14s\n", "'$connections' connections", "per second", "of the SELECT"
  printf "%-44s %10.0f %14.2f\n", "the same SELECT, prepared, through pgbench", sql, 1
  printf "%-44s %10.0f %14.2f\n", "report", report, report / sql
  printf "%-44s %10.0f %14.2f\n", "report, not modified", unchanged, unchanged / sql
  printf "%-44s %10.0f %14.2f\n", "one finding", finding, finding / sql
  printf "%-44s %10.0f %14.2f\n", "a response without the database", static, static / sql
}'
