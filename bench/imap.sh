#!/usr/bin/env bash
# Measures reading Sent folders of a real Dovecot on loopback beside a client that throws all bytes away, and beside mbsync.
# Usage: bench/imap.sh [--mailboxes N] [--messages N] [--rounds N] [--large N] [--mbsync N]
# Needs root, Debian's dovecot-imapd, openssl and, for the last column, isync; 2 GB of disk for the 200 mailboxes of 2,000.
set -euo pipefail

mailboxes=200 messages=2000 rounds=3 large=50000 synced=5
while [ $# -gt 1 ]; do
  case $1 in
    --mailboxes) mailboxes=$2 ;;
    --messages) messages=$2 ;;
    --rounds) rounds=$2 ;;
    --large) large=$2 ;;
    --mbsync) synced=$2 ;;
    *) echo "imap.sh: unknown option $1" >&2; exit 2 ;;
  esac
  shift 2
done
[ -x /usr/sbin/dovecot ] && [ "$(id -u)" = 0 ] || { echo "imap.sh: needs dovecot and root" >&2; exit 1; }

home=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/mwbench-XXXXXX")
server=
stop() { [ -z "$server" ] || { kill "$server"; wait "$server" 2>/dev/null || true; }; rm -rf "$work"; }
trap stop EXIT
"$home/mimawari" --version >/dev/null
libraries=$home/src/cli/target/lib
mkdir "$work/classes"
javac -nowarn -d "$work/classes" -cp "$libraries/*" "$home"/bench/imap/*.java
run() { java -Xmx256m -XX:+UseSerialGC -cp "$work/classes:$libraries/*" "$@" 2>>"$work/errors"; }

# Mailbox 0 is the large one.
run Maildirs "$work" 0 1 "$large"
run Maildirs "$work" 1 "$mailboxes" "$messages"
for i in $(seq 0 "$mailboxes"); do echo "user$i@shop.example:correct-horse"; done > "$work/accounts"
echo "scan-admin:battery-staple" > "$work/masters"
imap=$((20000 + $$ % 5000)) imaps=$((imap + 5000))
bash "$home/connectors/imap/src/test/resources/dovecot/start.sh" "$work" "$imap" "$imaps" open > "$work/start.log" 2>&1 &
server=$!
for _ in $(seq 600); do (: < "/dev/tcp/127.0.0.1/$imaps") 2>/dev/null && break; sleep 0.1; done
client() { run "$1" "$imaps" "$work/tls/ca.pem" correct-horse "$2" "$3"; }
median() { sort -n | awk '{ t[NR] = $1 } END { print (t[int((NR + 1) / 2)] + t[int(NR / 2) + 1]) / 2 }'; }

mbsync_milliseconds() {
  for i in $(seq "$1" $(($1 + $2 - 1))); do
    mkdir -p "$work/synced/$i"
    printf '%s\n' "IMAPAccount a$i" "Host 127.0.0.1" "Port $imaps" "User user$i@shop.example" "Pass correct-horse" \
      "SSLType IMAPS" "CertificateFile $work/tls/server.pem" "" "IMAPStore r$i" "Account a$i" "" \
      "MaildirStore l$i" "Path $work/synced/$i/" "" "Channel c$i" "Far :r$i:" "Near :l$i:" "Patterns Sent" "Create Near" "Sync Pull" "SyncState *" ""
  done > "$work/mbsyncrc"
  started=$(date +%s%N)
  mbsync -c "$work/mbsyncrc" -a > "$work/mbsync.log" 2>&1 || { cat "$work/mbsync.log" >&2; return 1; }
  echo $((($(date +%s%N) - started) / 1000000))
}

# TITLE FIRST COUNT MESSAGES-EACH SYNCED-MAILBOXES
story() {
  client Floor "$2" "$3" > /dev/null   # makes the server's indexes; not counted
  : > "$work/floor"; : > "$work/reading"
  for _ in $(seq "$rounds"); do
    client Floor "$2" "$3" >> "$work/floor"
    client Reading "$2" "$3" >> "$work/reading"
  done
  awk -v want=$(($3 * $4)) '$4 != want || $5 { print "imap.sh: read " $4 " of " want ", " $5 " broken" > "/dev/stderr"; exit 1 }' "$work/reading"
  floor=$(cut -d ' ' -f 1 "$work/floor" | median) wall=$(cut -d ' ' -f 1 "$work/reading" | median)
  cpu=$(cut -d ' ' -f 2 "$work/reading" | median) heap=$(cut -d ' ' -f 3 "$work/reading" | sort -n | tail -n 1)
  sync=-
  if command -v mbsync > /dev/null; then sync=$(mbsync_milliseconds "$2" "$5"); fi
  awk -v title="$1" -v n=$(($3 * $4)) -v floor="$floor" -v wall="$wall" -v cpu="$cpu" -v heap="$heap" -v sync="$sync" \
    -v part=$(($5 * $4)) 'BEGIN {
      other = sync == "-" ? "not installed" : sprintf("%.0f", (sync / part) / (wall / n))
      printf "| %s | %.1f | %.1f | %.2f | %.3f | %d | %s |\n", title, floor / 1000, wall / 1000, wall / floor, cpu / n, heap, other }'
}

echo "load $(cut -d ' ' -f 1-3 /proc/loadavg), $rounds rounds, medians"
echo "| story | floor s | reading s | ratio | client CPU s per 1,000 | peak heap MB | times faster than mbsync |"
echo "|---|---|---|---|---|---|---|"
story "$large messages of one folder" 0 1 "$large" 1
story "$mailboxes mailboxes of $messages" 1 "$mailboxes" "$messages" "$synced"
