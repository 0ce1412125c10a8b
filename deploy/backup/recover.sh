#!/usr/bin/env bash
# Makes a new cluster of a base backup, and has it replay the archive up to a moment, such as the one before a mistake.
#   recover.sh BASE_BACKUP ARCHIVE NEW_FOLDER '2026-11-23 10:15:00+00'
# Run it as the user of PostgreSQL, with the release that made the backup. Then start that folder with pg_ctl: it replays, and takes
# writes when it is there. Look at it; then point the program to it. Without a moment, all that was archived is replayed.
set -euo pipefail
base=${1:?} archive=${2:?} folder=${3:?} moment=${4:-}
[ ! -e "$folder" ] || { echo "$folder is there already. Name a new folder." >&2; exit 1; }
umask 077
cp -a "$base" "$folder"
chmod 700 "$folder"
{
  # Its own log must not get into the archive that it reads.
  echo "archive_mode = off"
  echo "restore_command = 'cp \"$archive/%f\" \"%p\"'"
  [ -z "$moment" ] || printf "recovery_target_time = '%s'\nrecovery_target_action = promote\n" "$moment"
} >>"$folder/postgresql.auto.conf"
touch "$folder/recovery.signal"
