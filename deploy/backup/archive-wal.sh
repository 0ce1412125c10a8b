#!/usr/bin/env bash
# PostgreSQL's archive_command for point-in-time recovery: keeps one segment of the log, safely and once. In postgresql.conf:
#   archive_mode = on
#   archive_timeout = 60        # at most so many seconds are lost with the machine
#   archive_command = '/opt/crosscheck/backup/archive-wal.sh "%p" "%f" /backup/wal'
# The archive is on another machine or disk than the database, or it is none.
set -euo pipefail
segment=${1:?} name=${2:?} archive=${3:?}
umask 077
if [ -e "$archive/$name" ]; then
  # Sent again after a crash: fine if it is the same, and never overwritten if not.
  cmp -s "$segment" "$archive/$name"
  exit
fi
cp "$segment" "$archive/.$name.part"
sync "$archive/.$name.part"
mv "$archive/.$name.part" "$archive/$name"
sync "$archive"
