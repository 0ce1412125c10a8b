#!/usr/bin/env bash
# Brings a backup of backup.sh into an EMPTY database, whole or not at all. Then start the program on it: it migrates what is older.
#   createdb -T template0 crosscheck; PGHOST=… PGUSER=… PGDATABASE=crosscheck restore.sh FILE
set -euo pipefail
file=${1:?name the file of the backup}
tables=$(psql -XAtc "SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public'")
[ "$tables" = 0 ] || { echo 'This database is not empty. Restore into a new one, and point the program there.' >&2; exit 1; }
pg_restore --no-owner --no-privileges --single-transaction --exit-on-error --dbname="$PGDATABASE" "$file"
# The planner knows nothing of what was restored.
psql -XqAt -c 'ANALYZE'
psql -XAtc "SELECT 'schema version ' || (SELECT version FROM flyway_schema_history WHERE success ORDER BY installed_rank DESC LIMIT 1)
                || ', ' || (SELECT count(*) FROM story) || ' stories, ' || (SELECT count(*) FROM fact) || ' facts'"
