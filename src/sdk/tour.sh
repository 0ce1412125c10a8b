#!/usr/bin/env bash
# Generates the clients, compiles them, and takes the README's tour through each against the packaged program, which is started
# for this on a folder and a port of its own: ./mvnw package comes before.
set -euo pipefail
cd "$(dirname "$0")/../.."

folder=$(mktemp -d)
program=
end() {
  [ -z "$program" ] || { kill "$program" && wait "$program" || true; }
  rm -rf "$folder"
}
trap end EXIT

CROSSCHECK_DATA_DIR=$folder/data QUARKUS_HTTP_PORT=0 \
  "${JAVA_HOME:+$JAVA_HOME/bin/}java" -jar target/quarkus-app/quarkus-run.jar >"$folder/log" 2>&1 &
program=$!

./mvnw -q -B -f src/sdk package

for _ in $(seq 240); do
  url=$(sed -n 's|.*Listening on: http://[^:]*:\([0-9]*\).*|http://localhost:\1|p' "$folder/log")
  [ -z "$url" ] || break
  kill -0 "$program" || { cat "$folder/log"; exit 1; }
  sleep 0.5
done
[ -n "$url" ] || { cat "$folder/log"; exit 1; }
./mvnw -q -B -f src/sdk exec:exec@tour-java exec:exec@tour-typescript \
  -Dcrosscheck.url="$url" -Dcrosscheck.key="$(cat "$folder/data/admin.key")"
