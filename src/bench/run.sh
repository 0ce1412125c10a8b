#!/usr/bin/env bash
# Runs the benchmarks, all or those named (http growth import engine start), and writes what they print to src/docs/benchmarks.md. The
# sections of those that are not run stay as they were. What was aimed at, and tried, is in goals.md, by hand. Usage: run.sh [name...]
set -euo pipefail
export LC_ALL=C.UTF-8
cd "$(dirname "$0")/../.."
ALL='http growth import engine start'
page=src/docs/benchmarks.md
chosen=${*:-$ALL}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
failed=0

for name in $chosen; do
  case " $ALL " in *" $name "*) ;; *) echo "There is no benchmark $name, only $ALL." >&2 && exit 2 ;; esac
done

echo 'building' >&2
sh mvnw -B -q package -DskipTests >"$tmp/build" 2>&1 && sh mvnw -B -q package -DskipTests -Pstatic-reference >>"$tmp/build" 2>&1 || {
  cat "$tmp/build" >&2
  exit 1
}
export BENCH_BUILT=1

commit=$(git rev-parse --short HEAD)
git diff --quiet HEAD -- . ":!$page" || commit="$commit with changes"
for name in $ALL; do
  if [[ " $chosen " == *" $name "* && -x src/bench/$name.sh ]]; then
    echo "--- $name" >&2
    began=$SECONDS
    if src/bench/$name.sh >"$tmp/printed"; then
      echo "--- $name took $((SECONDS - began)) s" >&2
    else
      echo "--- $name failed" >&2
      failed=1
      [ -s "$tmp/printed" ] || continue
    fi
    # Under the heading: when, and of what.
    { sed -n 1p "$tmp/printed" && printf '\n%s, commit %s, `src/bench/%s.sh`\n' "$(date -u '+%-d %B %Y')" "$commit" "$name" && sed 1d "$tmp/printed"; } \
      >"$tmp/$name"
  elif [ -f $page ]; then
    sed -n "/^<!-- $name -->$/,/^<!-- end -->$/p" $page | sed '1d;$d' >"$tmp/$name"
  fi
done

{
  cat <<MD
# Benchmarks

What \`src/bench/run.sh\` measured and wrote. Every figure that matters is a ratio to a reference measured in the same run on the same machine;
the rest shows what the ratio is made of.

| machine | |
|---|---|
| processor | $(nproc) cores, $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | sed -n 1p) |
| memory | $(awk '/^MemTotal/ {printf "%.0f GB", $2 / 1048576}' /proc/meminfo) |
| kernel | $(uname -sr) |
| JDK | $("$java" -XshowSettings:properties -version 2>&1 | awk -F' = ' '/java.vendor.version|java.runtime.version/ {printf "%s ", $2}') |
| PostgreSQL | $(sed -n 's/.*<embedded-postgres-binaries.version>\(.*\)\.0<.*/\1/p' pom.xml), the embedded one, durable, with its default settings |
MD
  for name in $ALL; do
    [ ! -s "$tmp/$name" ] || { printf '\n<!-- %s -->\n' "$name" && cat "$tmp/$name" && echo '<!-- end -->'; }
  done
  echo && cat src/bench/goals.md
} >"$tmp/page"
cp "$tmp/page" $page
exit $failed
