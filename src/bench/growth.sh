#!/usr/bin/env bash
# What a write and a read cost as stories grow, and as there are more of them, by one client, as ratios to the smallest; and how many bytes
# are stored. Settings: SIZES (facts in a story), STORIES, SECONDS_A_ROUND (3), JAVA_OPTIONS. Prints a section in Markdown.
. "$(dirname "${BASH_SOURCE[0]}")/program.sh"
needs wrk psql curl
SIZES=${SIZES:-10 1000 100000 1000000}
STORIES=${STORIES:-10 10000}
VOICES=60
ATTRIBUTES=200
# Of a story that is put through the API; larger ones are copies of it.
LARGEST=$((VOICES * ATTRIBUTES))

# grow STORY FACTS: gives it further copies of its sources with their facts, as many as there are to be, and has its attributes judged
# again through the API.
grow() {
  local table key columns
  say "$1 grows to $2 facts"
  for table in source fact; do
    sql <<SQL
SET session_replication_role = replica;
SELECT format('INSERT INTO $table (%s) SELECT %s FROM $table t
                 JOIN generate_series(1, $2 / $LARGEST) AS n ON (n + 1) * $LARGEST <= $2 OR %s < $2 %% $LARGEST / 30 WHERE t.story_id = ''$1''',
         string_agg(quote_ident(column_name), ', '),
         string_agg(CASE WHEN column_name IN ('id', 'source_id') THEN format('t.%I || ''-'' || n', column_name)
                         WHEN column_name = 'published_at' THEN 't.published_at + n * interval ''1 day'''
                         WHEN '$table' = 'source' AND column_name = 'ordinal' THEN 't.ordinal + n * 1000'
                         ELSE 't.' || quote_ident(column_name) END, ', '),
         CASE '$table' WHEN 'source' THEN 'substr(t.id, 8)::int' ELSE 'substr(t.source_id, 8)::int' END)
  FROM information_schema.columns WHERE table_schema = 'public' AND table_name = '$table' AND is_generated = 'NEVER'
\gexec
ANALYZE $table;
SQL
  done
  sql -c "UPDATE story SET sources = (SELECT count(*) FROM source WHERE story_id = '$1') WHERE story_id = '$1'"
  judge "$1"
}

# One more fact on each attribute, in sources of 30: what camp 0 says in Dossier.java.
judge() {
  local first attribute values
  values=('"QUANTITY", "min": 50, "max": 60' '"TIME", "edtf": "2017-05-01"' '"ORDINAL", "number": 1' '"TEXT", "text": "answer 0"' '"TOPIC"')
  for ((first = 0; first < ATTRIBUTES; first += 30)); do
    {
      echo '{"publisher": "voice-0", "publishedAt": "2017-06-01T00:00:00Z", "facts": ['
      for ((attribute = first; attribute < first + 30 && attribute < ATTRIBUTES; attribute++)); do
        [ $attribute = $first ] || echo ,
        echo "{\"attribute\": \"attribute-$attribute\", \"value\": {\"type\": ${values[attribute % 5]}}, \"wording\": \"once more\"}"
      done
      echo ']}'
    } | curl -sS --fail-with-body -o "$tmp/answer" "$base/v1/stories/$1/sources" -H "X-API-Key: $BENCH_KEY" -H 'Content-Type: application/json' \
      --data-binary @- || { head -c 1000 "$tmp/answer" >&2; exit 1; }
  done
}

tag() { curl -s -o /dev/null -D - "$base$1" | awk 'tolower($1) == "etag:" {print $2}' | tr -d '\r'; }

# So many stories of that size take turns in being written to, so that none of them grows much.
copies() { echo $(($1 >= 4000 ? 1 : $1 >= 10 ? 4000 / $1 : 400)); }

# read_from NAME STORY STORIES: any of STORY-1 to STORY-STORIES.
read_from() {
  local report=/v1/stories/$2-%d/report
  any "report-$1" "$report" "$3"
  any "unmodified-$1" "$report" "$3" -H "If-None-Match: $(tag "/v1/stories/$2-1/report")"
  any "finding-$1" "/v1/stories/$2-%d/findings/attribute-7" "$3"
}

any() {
  local name=$1 path=$2 stories=$3
  shift 3
  http "$name" 1 -s "$BENCH_LOAD/get.lua" "$@" "$base" -- "$path" "$stories"
}

# write_to NAME STORY STORIES VOICES ATTRIBUTES SOURCES: the same.
write_to() {
  local name=$1
  shift
  post "fact-$name" 1 fact "$@" any
  post "source-$name" 1 source "$@" any
}

build
start
put warm-1 $VOICES $ATTRIBUTES 1000
say 'warming up'
warm get 1 /v1/stories/warm-1/report
warm get 1 /v1/stories/warm-1/findings/attribute-7
warm post 1 fact warm 1 $VOICES $ATTRIBUTES 34 any
warm post 1 source warm 1 $VOICES $ATTRIBUTES 34 any

for size in $SIZES; do
  put "size$size-1" $VOICES $ATTRIBUTES $((size < LARGEST ? size : LARGEST))
  [ "$size" -le $LARGEST ] || grow "size$size-1" "$size"
done
# Revisions are what sources and facts were before: the dossier in other words makes one of each of its facts.
sql -c 'VACUUM ANALYZE'
put edited 20 50 1000
sed 's/as voice/in the words of voice/g' "$tmp/dossier" |
  curl -sS --fail-with-body -o "$tmp/answer" -X PUT "$base/v1/stories/edited/dossier" -H "X-API-Key: $BENCH_KEY" -H 'If-Match: *' \
    -H 'Content-Type: application/json' --data-binary @-
sql -c 'VACUUM ANALYZE'
# bytes WHAT TABLE: for each of its rows, without indexes and with all that belongs to the table.
bytes() {
  sql -F ' | ' -c "SELECT '| $1', count(*), pg_table_size('$2') / greatest(count(*), 1), pg_total_relation_size('$2') / greatest(count(*), 1) || ' |' FROM $2"
}
# findings WHAT STORY: as they are stored, each with its share of the indexes.
findings() {
  sql -F ' | ' -c "SELECT '| finding, $1', count(*), round(avg(pg_column_size(body) + pg_column_size(voices) + 100)),
    round(avg(pg_column_size(body) + pg_column_size(voices) + 100) + (SELECT pg_indexes_size('finding') / count(*) FROM finding)) || ' |'
    FROM finding WHERE story_id = '$2'"
}
{
  bytes fact fact
  bytes 'source without text' source
  findings 'of the seed story' trump-putin-call-2017-05-02
  findings 'of 60 voices' "size${SIZES##* }-1"
  bytes 'value group of an attribute with many facts' value_group
  bytes 'revision of a fact' revision
} >"$tmp/stored"
facts=$(sql -c 'SELECT count(*) FROM fact')
whole=$(sql -c 'SELECT pg_database_size(current_database())')
put articles $VOICES $ATTRIBUTES 6000 800
sql -c 'VACUUM ANALYZE'
sql -F ' | ' >>"$tmp/stored" <<'SQL'
SELECT '| text of 800 words, with the prints of its sentences', n, text + pg_table_size('sentence') / n,
       text + pg_total_relation_size('sentence') / n || ' |'
  FROM (SELECT count(*) AS n, round(avg(pg_column_size(text))) AS text FROM source WHERE text IS NOT NULL) AS articles;
SQL

for size in $SIZES; do
  [ "$(copies "$size")" = 1 ] || copy "size$size-1" "size$size" 2 "$(copies "$size")"
done
sql -c 'VACUUM ANALYZE'
for size in $SIZES; do
  curl -s -o /dev/null -w '%{size_download}\n' "$base/v1/stories/size$size-1/report" >"$tmp/size$size"
  read_from "size$size" "size$size" 1
  write_to "size$size" "size$size" "$(copies "$size")" $VOICES $ATTRIBUTES $((size < LARGEST ? (size + 29) / 30 : 420))
done

say 'many stories'
made=1
put story-1 3 10 30
for stories in $STORIES; do
  [ "$stories" -le $made ] || copy story-1 story $((made + 1)) "$stories"
  made=$stories
  sql -c 'VACUUM ANALYZE'
  read_from "stories$stories" story "$stories"
  write_to "stories$stories" story "$stories" 3 10 3
done

sql -c 'VACUUM ANALYZE'
bytes edit edit >>"$tmp/stored"
bytes 'change of a verdict' verdict_change >>"$tmp/stored"

# archive: what ten years need, by the assumptions of src/docs/capacity.md.
archive() {
  awk -F' [|] ' '
    {sub(/^[|] /, "", $1); sub(/ [|]$/, "", $4); each[$1] = $4}
    function line(what, many, like) {
      printf "| %s | %.0f million | %d | %.2f |\n", what, many / 1e6, each[like], many * each[like] / 1e12
      whole += many * each[like] / 1e12
    }
    END {
      stories = 2000 * 3652; articles = 20 * stories; facts = 15 * articles; findings = 30 * stories
      line("facts", facts, "fact")
      line("sources", articles, "source without text")
      line("findings", findings, "finding, of the seed story")
      line("revisions of facts", facts / 5, "revision of a fact")
      line("edits", 3 * articles, "edit")
      line("changes of verdicts", 2 * findings, "change of a verdict")
      printf "| **without texts** | | | **%.1f** |\n", whole
      line("texts with their prints", articles, "text of 800 words, with the prints of its sentences")
      printf "| **all** | | | **%.1f** |\n", whole
    }' "$tmp/stored"
}

# table PREFIX WORD NUMBERS: an operation a row, a size a column.
table() {
  local prefix=$1 word=$2 numbers=$3 number operation first
  printf '\n| p50 / p99 in ms |'
  for number in $numbers; do printf ' %s %s |' "$number" "$word"; done
  printf '\n|---|'
  for number in $numbers; do printf -- '--:|'; done
  echo
  for operation in 'fact:POST of a fact' 'source:POST of a source with 30 facts' 'report:report' 'unmodified:report, 304' 'finding:one finding'; do
    printf '| %s |' "${operation#*:}"
    first=
    for number in $numbers; do
      first=${first:-$(figure "${operation%%:*}-$prefix$number" 2)}
      median "${operation%%:*}-$prefix$number" | awk -v first="$first" '{printf " %.2f / %.2f (×%.1f) |", $2, $3, $2 / first}'
    done
    echo
  done
}

cat <<MD
## Growth

One client, stories of $VOICES voices × $ATTRIBUTES attributes, one source of ten from a wire; in parentheses the p50 as a multiple of the smallest's.
MD
table size 'facts in the story' "$SIZES"
printf '| size of the report |'
for size in $SIZES; do awk '{printf " %.0f kB |", $1 / 1000}' "$tmp/size$size"; done
echo
table stories 'stories of 30 facts' "$STORIES"
cat <<MD

Flat is ×1. A report cannot be flat up to $LARGEST facts: until each voice has spoken of each attribute it gets longer. With many stories each
read is of another, at random, so that nothing has been read just before. Stories of more than $LARGEST facts have copies of their sources,
loaded by SQL and then judged through the API; the tables were analyzed as autovacuum would.

What is stored:

| | rows | bytes each | with indexes |
|---|--:|--:|--:|
$(cat "$tmp/stored")

Ten years of world news, by the assumptions of [capacity](capacity.md):

| | how many | bytes each | TB |
|---|--:|--:|--:|
$(archive)

The whole database had $((whole / facts)) bytes for each of its $facts facts. The program's memory peaked at $(memory VmHWM)
(\`$JAVA_OPTIONS\`).
MD
count_errors
exit $failed
