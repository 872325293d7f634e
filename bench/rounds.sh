#!/bin/sh
# Measures what a scheduled round costs beside a scan: CPU seconds of whole processes over an invented audit log, of which the
# last twentieth comes between two rounds. Usage: bench/rounds.sh [--bytes N] [--rounds N] [--file FILE --domains a.example]
set -eu

bytes=1000000000 rounds=3 file= domains=hinode.example
while [ $# -gt 1 ]; do
  case $1 in
    --bytes) bytes=$2 ;;
    --rounds) rounds=$2 ;;
    --file) file=$2 ;;
    --domains) domains=$2 ;;
    *) echo "rounds.sh: unknown option $1" >&2; exit 2 ;;
  esac
  shift 2
done

here=$(cd "$(dirname "$0")" && pwd)
home=$(dirname "$here")
work=$(mktemp -d "${TMPDIR:-/tmp}/mimawari-rounds-XXXXXX")
trap 'rm -rf "$work"' EXIT INT TERM
"$home/mimawari" --version >/dev/null
mkdir "$work/classes" "$work/evidence" "$work/nothing"
javac -nowarn -d "$work/classes" -cp "$home/src/cli/target/lib/*" "$here/AuditLog.java" "$here/SameFindings.java"
if [ -z "$file" ]; then
  file=$work/whole.ndjson
  java -cp "$work/classes" AuditLog --bytes "$bytes" --order time --out "$file"
fi
lines=$(wc -l <"$file")
old=$((lines - lines / 20))

is_result() { case $1 in 0|3|4) true ;; *) false ;; esac; }
run() {
  MIMAWARI_OPTS="-Xmx256m" "$home/mimawari" "$@" --own-domain "$domains" || is_result $?
}
# Appends the user and system seconds of a step, run in a shell of its own, to $work/NAME.
measure() {
  name=$1
  shift
  ( run "$@" >"$work/out" 2>"$work/err" || { cat "$work/out" "$work/err" >&2; exit 1; }
    times >"$work/times"
    tail -n 1 "$work/times" >>"$work/$name" )
}

# One record that never changes stands for a start of the program that finds nothing to do.
head -n 1 "$file" >"$work/nothing/audit.ndjson"
run audit --export "$work/nothing" --state "$work/empty.db" >"$work/out" 2>&1

for round in $(seq "$rounds"); do
  rm -f "$work"/state.db*
  head -n "$old" "$file" >"$work/evidence/audit.ndjson"
  measure first audit --export "$work/evidence" --state "$work/state.db" -o "$work/report"
  measure unchanged audit --export "$work/evidence" --state "$work/state.db" -o "$work/report"
  tail -n +"$((old + 1))" "$file" >>"$work/evidence/audit.ndjson"
  measure twentieth audit --export "$work/evidence" --state "$work/state.db" -o "$work/report"
  measure empty audit --export "$work/nothing" --state "$work/empty.db"
  measure scan scan --export "$work/evidence" -o "$work/whole"
done

median() {
  awk '{ t = 0
         for (i = 1; i <= 2; i++) { split($i, part, "m"); sub("s", "", part[2]); t += part[1] * 60 + part[2] }
         print t }' "$work/$1" | sort -n | awk '{ t[NR] = $1 } END { print (t[int((NR + 1) / 2)] + t[int(NR / 2) + 1]) / 2 }'
}

echo "$(wc -c <"$file") bytes, $rounds rounds, load $(cut -d ' ' -f 1-3 /proc/loadavg 2>/dev/null || echo unknown)"
scan=$(median scan)
empty=$(median empty)
unchanged=$(median unchanged)
for name in scan first empty unchanged twentieth; do
  awk -v name="$name" -v cpu="$(median $name)" -v scan="$scan" 'BEGIN {
    printf "%-10s %7.2f CPU s  %5.1f %% of a scan\n", name, cpu, 100 * cpu / scan }'
done
awk -v new="$(median twentieth)" -v old="$unchanged" -v scan="$scan" -v empty="$empty" 'BEGIN {
  printf "a twentieth of new evidence costs %.1f %% of a scan; an unchanged folder %.1f times an empty one\n",
    100 * (new - old) / scan, old / empty }'
echo "state: $(du -k "$work/state.db" | cut -f 1) KB"
java -cp "$work/classes:$home/src/cli/target/lib/*" SameFindings "$work/report/export/report.json" "$work/whole/report.json"
