#!/usr/bin/env bash
# What requests cost over HTTP: reports against a response from memory and against their SELECT, writes against the INSERTs of the same
# rows. Settings: ROUNDS (3), SECONDS_A_ROUND (3), JAVA_OPTIONS. Prints a section in Markdown.
. "$(dirname "${BASH_SOURCE[0]}")/program.sh"
needs wrk pgbench psql curl
READERS=32
SEED=trump-putin-call-2017-05-02

build
start
put small-1 3 3 9
put wide-1 60 200 12000
put desk-1 20 50 1000
copy desk-1 fact 1 8
copy desk-1 fact-reference 1 8
copy desk-1 source 1 8
copy desk-1 source-reference 1 8
sql -c 'VACUUM ANALYZE'

cat >"$tmp/select" <<'SQL'
SELECT st.version, st.sources, st.lineages, f.attribute_id, f.verdict, f.decision, f.voices, f.body
  FROM story st LEFT JOIN finding f ON f.story_id = st.story_id
 WHERE st.story_id = :story ORDER BY f.ordinal, f.attribute_id;
SQL
echo 'SELECT version FROM story WHERE story_id = :story;' >"$tmp/version"

# facts N: a row for each of N facts of the source :n.
facts() {
  local i
  for ((i = 0; i < $1; i++)); do
    [ "$i" = 0 ] || echo ,
    echo "('$2-reference-' || CAST(:story AS text), md5(CAST(:n AS text) || '-$i'), $3, $i, 'attribute-$i', 'AFFIRMS',"
    echo "  '{\"type\": \"QUANTITY\", \"min\": 50, \"max\": 60}', 'QUANTITY 50 60', 'as voice 7 puts it, run 7, ' || CAST(:n AS text) || '.$i',"
    echo "  'STATED', 'ACCEPTED', 'EDITOR', 1, '00000000-0000-7000-8000-000000000000')"
  done
}
columns='(story_id, id, source_id, ordinal, attribute_id, stance, value, value_key, wording, certainty, status, origin, revision, edit_id)'
edit() {
  echo "INSERT INTO edit (story_id, id, made_by, made_at, restoration)
    VALUES ('$1-reference-' || CAST(:story AS text), gen_random_uuid(), 'bench', now(), false);"
}
head='\set story :client_id % :stories + 1
\set n random(1, 1000000000000000)
BEGIN;'
{
  echo "$head"
  edit fact
  echo "UPDATE story SET version = version + 1 WHERE story_id = 'fact-reference-' || CAST(:story AS text);"
  echo "INSERT INTO fact $columns VALUES"
  facts 1 fact "'source-7'"
  echo '; COMMIT;'
} >"$tmp/insert-fact"
{
  echo "$head"
  edit source
  echo "UPDATE story SET version = version + 1, sources = sources + 1 WHERE story_id = 'source-reference-' || CAST(:story AS text);"
  echo "INSERT INTO source (story_id, id, ordinal, publisher_id, published_at, credits, derived_from, coverage, covers, revision, edit_id)
    VALUES ('source-reference-' || CAST(:story AS text), 'posted-' || CAST(:n AS text), 100, 'voice-7', now(), '{}', '{}', 'SELECTIVE', '{}', 1,
      '00000000-0000-7000-8000-000000000000');"
  echo "INSERT INTO fact $columns VALUES"
  facts 30 source "'posted-' || CAST(:n AS text)"
  echo '; COMMIT;'
} >"$tmp/insert-source"

say 'warming up'
warm get $READERS '/bench/static?bytes=100000'
warm get $READERS "/v1/stories/$SEED/report"
warm get $READERS /v1/stories/wide-1/report
warm get $READERS "/v1/stories/$SEED/findings/safe-zones"
warm post 8 fact desk 1 20 50 40
warm post 8 source desk 1 20 50 40

size() { curl -s -o /dev/null -w '%{size_download}' "$base/v1/stories/$1/report"; }
tag() { curl -s -o /dev/null -D - "$base/v1/stories/$1/report" | awk 'tolower($1) == "etag:" {print $2}' | tr -d '\r'; }

# read_of NAME STORY: the report, its reference and its SELECT in turn.
read_of() {
  local round bytes
  bytes=$(size "$2")
  for ((round = 0; round < ROUNDS; round++)); do
    get "$1-static" $READERS "/bench/static?bytes=$bytes"
    get "$1" $READERS "/v1/stories/$2/report"
    statement "$1-select" $READERS "$tmp/select" -D "story=$2"
  done
}
read_of small small-1
read_of seed $SEED
read_of wide wide-1
for ((round = 0; round < ROUNDS; round++)); do
  get unmodified-static $READERS '/bench/static?bytes=100' -H 'If-None-Match: "1"'
  get unmodified $READERS "/v1/stories/$SEED/report" -H "If-None-Match: $(tag $SEED)"
  get unmodified-wide $READERS /v1/stories/wide-1/report -H "If-None-Match: $(tag wide-1)"
  statement version $READERS "$tmp/version" -D "story=$SEED"
  get finding $READERS "/v1/stories/$SEED/findings/safe-zones"
done
reading=$(memory VmHWM)

# write_of NAME CONNECTIONS KIND STORIES
write_of() {
  local round
  for ((round = 0; round < ROUNDS; round++)); do
    statement "$1-insert" "$2" "$tmp/insert-$3" -D "stories=$4"
    post "$1" "$2" "$3" "$3" "$4" 20 50 40
  done
}
for kind in fact source; do
  write_of $kind-1 1 $kind 1
  write_of $kind-8-8 8 $kind 8
  write_of $kind-8-1 8 $kind 1
done
[ "$(sql -c "SELECT count(*) FROM fact WHERE story_id LIKE 'fact-_' AND wording LIKE '%, run %'")" -gt 0 ] || failed=1

# row LABEL NAME REFERENCE...: what was measured, and its ratio to each reference; "-" leaves a column empty.
row() {
  local label=$1 name=$2 reference
  shift 2
  median "$name" | awk -v label="$label" '{printf "| %s | %.0f | %.2f | %.2f | %d |", label, $1, $2, $3, $4}'
  for reference; do
    [ "$reference" = - ] && echo -n '  |' || awk -v a="$(figure "$name" 1)" -v b="$(figure "$reference" 1)" 'BEGIN {printf " %.2f |", a / b}'
  done
  echo
}
kb() { size "$1" | awk '{printf "%.0f kB", $1 / 1000}'; }

cat <<MD
## HTTP

Reads, $READERS connections:

| | a second | p50 ms | p99 ms | errors | of the static response | of the SELECT |
|---|--:|--:|--:|--:|--:|--:|
MD
for each in "small:small-1:3 attributes × 3 voices" "seed:$SEED:the seed story" "wide:wide-1:200 attributes × 60 voices, 12,000 facts"; do
  IFS=: read -r name story label <<<"$each"
  row "report, $label, $(kb "$story")" "$name" "$name-static" "$name-select"
  row "— static response of that size" "$name-static" - -
  row "— its SELECT, pgbench" "$name-select" - -
done
row 'report of the seed story, 304' unmodified unmodified-static version
row 'report of 12,000 facts, 304' unmodified-wide unmodified-static version
row '— static 304' unmodified-static - -
row '— SELECT of the version, pgbench' version - -
row 'one finding of the seed story' finding - version
cat <<MD

The static response comes from memory on the event loop of the same server, before every other handler; nothing it sends can be faster. The
SELECT is the one statement that reads a stored report, \`pgbench -M prepared\` on the same database. References and what is measured take
turns in $ROUNDS rounds of $SECONDS_A_ROUND s; these are medians. wrk and pgbench share the cores with the server, so all rates are lower than
from another machine; what wrk itself takes for a request counts on both sides, so ratios to the static response flatter a little.
The program's memory peaked at $reading while it was read (\`$JAVA_OPTIONS\`).

Writes, each acknowledged when it is on disk with its findings judged anew, to stories of 1,000 facts at first:

| | a second | p50 ms | p99 ms | errors | of the INSERTs |
|---|--:|--:|--:|--:|--:|
MD
for kind in fact source; do
  [ $kind = fact ] && what='a fact' || what='a source with 30 facts'
  for each in "1:1 client" "8-8:8 clients, a story each" "8-1:8 clients, all in one story"; do
    IFS=: read -r name label <<<"$each"
    row "POST of $what, $label" "$kind-$name" "$kind-$name-insert"
    row '— INSERTs, pgbench' "$kind-$name-insert" -
  done
done
cat <<MD

The INSERTs put the same rows into the same tables in one transaction of prepared statements, \`pgbench -M prepared\`: the edit, the source, its
facts in one multi-row INSERT, and the story's version; they normalize, check and judge nothing. The program's memory peaked at $(memory VmHWM).
MD
count_errors
exit $failed
