#!/usr/bin/env bash
# One logical backup of the database, as it was at one moment; the program may go on meanwhile. Keeps the newest $KEEP (14).
#   PGHOST=db.example PGUSER=crosscheck PGDATABASE=crosscheck PGPASSFILE=… backup.sh FOLDER
# The connection is given in libpq's own variables, and the password in a file of theirs. pg_dump must not be older than the server.
# The embedded database of a trial: PGHOST=127.0.0.1 PGPORT=$(sed -n 4p data/postgres/postmaster.pid) PGUSER=crosscheck
# PGDATABASE=postgres PGPASSWORD=$(cat data/postgres.password).
set -euo pipefail
folder=${1:?name the folder of the backups}
keep=${KEEP:-14}
umask 077
mkdir -p "$folder"
name=crosscheck-$(date -u +%Y%m%dT%H%M%SZ).dump
part=$folder/.$name.part
trap 'rm -f "$part"' EXIT

# No owners and no rights: it is restored by whoever is to own it there.
pg_dump --format=custom --no-owner --no-privileges --lock-wait-timeout=60s --file="$part"
# A dump that has no table of contents, or none of our tables, is no backup.
pg_restore --list "$part" | grep -c "TABLE DATA public fact " >/dev/null
sync "$part"
mv "$part" "$folder/$name"

# By name, which is by age.
find "$folder" -maxdepth 1 -name 'crosscheck-*.dump' | sort -r | tail -n "+$((keep + 1))" | xargs -r rm --
printf '%s\n' "$folder/$name"
