#!/usr/bin/env bash
# How long the program takes to start, and how much memory it holds, idle and under load: the plain jar as the JVM runs it,
# with the options of deploy/jvm.options, and with an AOT cache too. Builds in a temporary folder, starts everything on free
# ports with the PostgreSQL that comes along, and ends it. Prints a section of Markdown; progress goes to stderr.
# Needs wrk and a JDK, 25 or newer for the AOT cache: the newest of JAVA_HOME and /usr/lib/jvm.
# Usage: start.sh [seconds of each load, by default 20] [starts, by default 5]. Ends with 1 where a request failed.
set -euo pipefail
cd "$(dirname "$0")/../.."
exec </dev/null
export LC_ALL=C

seconds=${1:-20}
starts=${2:-5}
connections=32
story=trump-putin-call-2017-05-02
for tool in wrk curl ps; do
  command -v "$tool" >/dev/null || { echo "there is no $tool here" >&2; exit 1; }
done
say() { printf '%s (%d s)\n' "$1" "$SECONDS" >&2; }

release() { "$1/bin/java" -version 2>&1 | sed -n '/version/s/[^"]*"\([0-9]*\).*/\1/p'; }
jdk=$(for home in ${JAVA_HOME:+"$JAVA_HOME"} /usr/lib/jvm/*; do
  [ ! -x "$home/bin/javac" ] || echo "$(release "$home") $home"
done | sort -n -k1,1 -s | tail -1 | cut -d' ' -f2)
[ -x "$jdk/bin/javac" ] || { echo 'there is no JDK here' >&2; exit 1; }
export JAVA_HOME=$jdk

work=$(mktemp -d)
program=
end() {
  if [ -n "$program" ]; then
    kill "$program" 2>/dev/null || true
    wait "$program" || true
  fi
  rm -rf "$work"
}
trap end EXIT

say 'builds'
mkdir -p "$work/src/src"
cp -r mvnw pom.xml .mvn seeds "$work/src"
cp -r src/main "$work/src/src"
build() { # FOLDER, and options of Maven
  (cd "$work/src" && sh mvnw -B -q package -Dmaven.test.skip=true "${@:2}") >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
  mv "$work/src/target/quarkus-app" "$work/$1"
}
build jar
modes=(plain options)
if [ "$(release "$jdk")" -ge 25 ]; then
  # As the Containerfile does, but with the PostgreSQL that comes along.
  build aot -Dquarkus.package.jar.type=aot-jar -Dquarkus.package.jar.aot.enabled=true -Dquarkus.package.jar.aot.type=AOT \
    -Dquarkus.package.jar.aot.phase=build
  cp deploy/jvm.options "$work/aot"
  (cd "$work/aot" && "$jdk/bin/java" @jvm.options -XX:AOTCacheOutput=app.aot -Dquarkus.appcds.generate=true \
    -Dquarkus.datasource.jdbc.url=jdbc:postgresql://nobody/none -jar quarkus-run.jar) >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
  modes+=(aot)
fi
cp deploy/jvm.options "$work/jar"

# The first start, which unpacks PostgreSQL and makes the database, comes before all that is measured.
command_of() { # MODE
  case $1 in
    plain) echo "$jdk/bin/java -jar quarkus-run.jar" ;;
    options) echo "env MALLOC_ARENA_MAX=2 $jdk/bin/java @jvm.options -jar quarkus-run.jar" ;;
    aot) echo "env MALLOC_ARENA_MAX=2 $jdk/bin/java @jvm.options -XX:AOTCache=app.aot -jar quarkus-run.jar" ;;
  esac
}

export CROSSCHECK_ACCESS_ADMIN_KEY=only-for-this-benchmark-0123456789abcdef
export CROSSCHECK_ACCESS_REQUESTS_PER_MINUTE_ADDRESS=100000000 CROSSCHECK_ACCESS_REQUESTS_PER_MINUTE_KEY=100000000
now() { date +%s%3N; }
refuses() { ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
# Starts a mode on a data folder, and waits until it is ready and has answered a report; sets ready and report, in milliseconds.
start() { # MODE DATA
  local begin folder=$work/jar
  [ "$1" != aot ] || folder=$work/aot
  port=$((20000 + RANDOM % 12000))
  until refuses "$port"; do port=$((port + 1)); done
  url=http://127.0.0.1:$port
  begin=$(now)
  # shellcheck disable=SC2046 # words of a command
  (cd "$folder" && CROSSCHECK_DATA_DIR=$2 QUARKUS_HTTP_PORT=$port exec $(command_of "$1")) >"$work/log" 2>&1 &
  program=$!
  while refuses "$port"; do
    kill -0 "$program" 2>/dev/null || { cat "$work/log" >&2; exit 1; }
    sleep 0.01
  done
  until curl -sf -o /dev/null "$url/q/health/ready"; do sleep 0.01; done
  ready=$(($(now) - begin))
  curl -sf -o /dev/null "$url/v1/stories/$story/report"
  report=$(($(now) - begin))
}
stop() {
  kill "$program"
  wait "$program" || [ $? = 143 ]
  program=
}

say 'makes a database'
start plain "$work/data"
first=$ready
api() { curl -sf -o /dev/null -H "X-API-Key: $CROSSCHECK_ACCESS_ADMIN_KEY" -H 'Content-Type: application/json' "$@"; }
api -X PUT "$url/v1/parties/daily-planet" -d '{"name": "Daily Planet", "kind": "OUTLET"}'
api -X PUT "$url/v1/stories/load" -d '{"title": "A story to write to"}'
api -X PUT "$url/v1/stories/load/attributes/attendance" -d '{"label": "Attendance", "type": "QUANTITY"}'
api -X POST "$url/v1/stories/load/sources" -d '{"id": "planet", "publisher": "daily-planet", "publishedAt": "2017-05-03T06:00:00Z"}'
stop
# One writer in four callers.
cat >"$work/mix.lua" <<LUA
local thread = 0
function setup(t) t:set("id", thread); thread = thread + 1 end
local n = 0
function request()
  n = n + 1
  if n % 4 ~= 0 then return wrk.format("GET", "/v1/stories/$story/report") end
  return wrk.format("POST", "/v1/stories/load/sources/planet/facts",
    {["Content-Type"] = "application/json", ["X-API-Key"] = "$CROSSCHECK_ACCESS_ADMIN_KEY"},
    '{"id": "f-' .. id .. '-' .. n .. '", "attribute": "attendance", "value": {"type": "QUANTITY", "min": ' .. (n % 100) .. '}}')
end
LUA

mebibytes() { awk -v key="$2:" '$1 == key {printf "%.0f", $2 / 1024}' "/proc/$1/$3"; }
# What the processes of PostgreSQL hold together, each page once.
postgres() {
  local pid
  for pid in $(head -1 "$1/postgres/postmaster.pid") $(ps -o pid= --ppid "$(head -1 "$1/postgres/postmaster.pid")"); do
    mebibytes "$pid" Pss smaps_rollup 2>/dev/null || true
    echo
  done | awk '{sum += $1} END {print sum}'
}
# Requests a second; what failed is told, and counted in $work/errors.
load() {
  wrk -t 2 -c $connections -d "${seconds}s" --timeout 30s "$@" >"$work/wrk"
  grep -E 'Non-2xx|Socket errors' "$work/wrk" | tee -a "$work/errors" >&2 || true
  awk '/Requests\/sec/ {printf "%.0f", $2}' "$work/wrk"
}
median() { sort -n | awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)]}'; }

: >"$work/errors"
for mode in "${modes[@]}"; do
  say "starts: $mode"
  cp -a "$work/data" "$work/$mode.data"
  : >"$work/ready"; : >"$work/report"
  for _ in $(seq "$starts"); do
    start "$mode" "$work/$mode.data"
    echo "$ready" >>"$work/ready"
    echo "$report" >>"$work/report"
    stop
  done
  start "$mode" "$work/$mode.data"
  if [ "$mode" = aot ] && grep -i 'aot cache' "$work/log" >&2; then exit 1; fi
  sleep 10
  idle=$(mebibytes "$program" VmRSS status)
  say "load: $mode"
  reads=$(load "$url/v1/stories/$story/report")
  mix=$(load -s "$work/mix.lua" "$url")
  echo "$mode $(median <"$work/ready") $(median <"$work/report") $idle $(mebibytes "$program" VmRSS status) \
    $(mebibytes "$program" VmHWM status) $(postgres "$work/$mode.data") $reads $mix" >>"$work/results"
  cat "$work/results" >&2
  stop
done

awk -v starts="$starts" -v connections=$connections -v seconds="$seconds" -v first="$first" -v failed="$(wc -l <"$work/errors")" -v jdk="$("$jdk/bin/java" -version 2>&1 | sed -n 2p)" '
  BEGIN {
    name["plain"] = "plain jar, no options"
    name["options"] = "plain jar, `deploy/jvm.options`"
    name["aot"] = "the same with the AOT cache"
    print "## Start-up and memory\n"
    printf "On %s. Start-up is the median of %d, on a database that is there, embedded PostgreSQL included (the very first start, ", jdk, starts
    printf "which makes the database: %.1f s). ", first / 1000
    printf "Load is %d connections for %d s reading the report of the seed story, then as long with every fourth request a POST of a fact. ", connections, seconds
    if (failed + 0) printf "**Some requests failed: these figures count for little.** "
    print "Memory is resident (RSS) of the JVM, idle 10 s after the start, after the load, and its highest; that of the embedded PostgreSQL (PSS of all its processes) is beside it. In brackets: ratio to the plain jar.\n"
    print "| | ready, ms | first report, ms | idle, MiB | after load, MiB | peak, MiB | PostgreSQL, MiB | reports/s | mixed requests/s |"
    print "|---|--:|--:|--:|--:|--:|--:|--:|--:|"
  }
  {
    printf "| %s", name[$1]
    for (i = 2; i <= 9; i++) {
      if (NR == 1) base[i] = $i
      if (NR == 1) printf " | %d", $i; else printf " | %d (%.2f)", $i, $i / base[i]
    }
    print " |"
  }' "$work/results"
[ ! -s "$work/errors" ]
