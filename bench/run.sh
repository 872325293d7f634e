#!/bin/sh
# Measures what a scan of an audit log costs beside a plain Jackson loop over the same file: CPU seconds for a gigabyte,
# whole processes, interleaved. Usage: bench/run.sh [--bytes N] [--rounds N] [--file FILE --domains a.example,b.example]
set -eu

bytes=1000000000 rounds=5 file= domains=hinode.example
while [ $# -gt 1 ]; do
  case $1 in
    --bytes) bytes=$2 ;;
    --rounds) rounds=$2 ;;
    --file) file=$2 ;;
    --domains) domains=$2 ;;
    *) echo "run.sh: unknown option $1" >&2; exit 2 ;;
  esac
  shift 2
done

here=$(cd "$(dirname "$0")" && pwd)
home=$(dirname "$here")
work=$(mktemp -d "${TMPDIR:-/tmp}/mimawari-bench-XXXXXX")
trap 'rm -rf "$work"' EXIT INT TERM
"$home/mimawari" --version >/dev/null

libraries=$home/src/cli/target/lib
mkdir "$work/classes"
javac -nowarn -d "$work/classes" -cp "$libraries/*" "$here"/*.java
if [ -z "$file" ]; then
  for order in time shuffled; do
    java -cp "$work/classes" AuditLog --bytes "$bytes" --order "$order" --out "$work/$order.ndjson"
  done
  file=$work/shuffled.ndjson
fi
flags="-Xmx256m -XX:+UseSerialGC"

[ "$(du -skL "$file" | cut -f 1)" -gt 1500000 ] && compiler= || compiler=-XX:TieredStopAtLevel=1
# The yardstick has the virtual machine's own defaults, the rest what the launcher gives to input of this size.
jackson() { java $flags -cp "$work/classes:$libraries/*" JacksonLoop "$file"; }
read_alone() { java $flags $compiler -cp "$work/classes:$libraries/*" ReadAlone "$file" "$domains"; }
# 3 is an incident, 4 missing evidence: both are results.
is_result() { case $1 in 0|3|4) true ;; *) false ;; esac; }
scan() {
  MIMAWARI_OPTS="-Xmx256m" "$home/mimawari" scan --export "$1" --own-domain "$domains" --format json -o "$work/$2" \
    || is_result $?
}

# Appends the user and system seconds of a step, run in a shell of its own, to $work/NAME.
measure() {
  name=$1
  shift
  ( "$@" >"$work/out" 2>"$work/err" || {
      code=$?
      echo "run.sh: $name failed with $code" >&2
      cat "$work/out" "$work/err" >&2
      exit 1
    }
    times >"$work/times"
    tail -n 1 "$work/times" >>"$work/$name" )
}

for round in $(seq "$rounds"); do
  measure jackson jackson
  measure read read_alone
  measure scan scan "$file" report
done

median() {
  awk '{ t = 0
         for (i = 1; i <= 2; i++) { split($i, part, "m"); sub("s", "", part[2]); t += part[1] * 60 + part[2] }
         print t }' "$work/$1" | sort -n | awk '{ t[NR] = $1 } END { print (t[int((NR + 1) / 2)] + t[int(NR / 2) + 1]) / 2 }'
}

size=$(wc -c <"$file")
plain=$(median jackson)
echo "$size bytes, $rounds rounds, load $(cut -d ' ' -f 1-3 /proc/loadavg 2>/dev/null || echo unknown)"
for name in jackson read scan; do
  awk -v name="$name" -v cpu="$(median $name)" -v plain="$plain" -v size="$size" 'BEGIN {
    printf "%-8s %6.2f CPU s/GB  %5.2f times Jackson\n", name, cpu / size * 1e9, cpu / plain }'
done

# One more scan, not timed, whose memory is watched; of the other order where there is one.
[ -f "$work/time.ndjson" ] && last=$work/time.ndjson || last=$file
MIMAWARI_OPTS="-Xmx256m" "$home/mimawari" scan --export "$last" --own-domain "$domains" --format json \
  -o "$work/ordered" >"$work/out" 2>"$work/err" &
pid=$!
peak=unknown
while kill -0 "$pid" 2>/dev/null; do
  now=$(sed -n 's/^VmHWM:[^0-9]*\([0-9]*\) kB/\1/p' "/proc/$pid/status" 2>/dev/null || true)
  peak=${now:-$peak}
  sleep 0.2
done
wait "$pid" || is_result $? || { echo "run.sh: the watched scan failed" >&2; cat "$work/out" "$work/err" >&2; exit 1; }
echo "peak resident memory of the scan with -Xmx256m: $peak kB"
if [ -f "$work/time.ndjson" ]; then
  java -cp "$work/classes:$libraries/*" SameFindings "$work/report/report.json" "$work/ordered/report.json"
fi
