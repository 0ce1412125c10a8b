#!/usr/bin/env bash
# A copy of the whole cluster, from which recovery starts. Daily or weekly; the older it is, the longer a recovery takes.
#   PGHOST=db.example PGUSER=backup PGPASSFILE=… base-backup.sh FOLDER
# The user has REPLICATION, and pg_hba.conf lets it in for "replication".
set -euo pipefail
folder=${1:?name the folder of the base backups}/base-$(date -u +%Y%m%dT%H%M%SZ)
umask 077
# With the log that was written meanwhile, so that the copy is whole without the archive too.
pg_basebackup --pgdata="$folder.part" --checkpoint=fast --wal-method=stream
pg_verifybackup --quiet "$folder.part"
mv "$folder.part" "$folder"
printf '%s\n' "$folder"
