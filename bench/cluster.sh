#!/bin/sh
# Measures what a gigabyte more of an audit log costs on Spark (local[2], one process): a whole scan by Mimawari beside
# Spark's own read.json of the same columns, only brought into order, and beside a scan by one program without Spark. Two
# sizes each, so that what a start costs drops out. Usage: bench/cluster.sh [--small BYTES] [--large BYTES] [--rounds N]
# Needs a build with -Pcluster.
set -eu

small=1000000000 large=3000000000 rounds=1
while [ $# -gt 1 ]; do
  case $1 in
    --small) small=$2 ;;
    --large) large=$2 ;;
    --rounds) rounds=$2 ;;
    *) echo "cluster.sh: unknown option $1" >&2; exit 2 ;;
  esac
  shift 2
done

here=$(cd "$(dirname "$0")" && pwd)
home=$(dirname "$here")
spark=$home/src/cluster/target/spark
[ -d "$spark" ] || { echo "cluster.sh: build with 'mvn -Pcluster -DskipTests package' first" >&2; exit 2; }
work=$(mktemp -d "${TMPDIR:-/tmp}/mimawari-bench-XXXXXX")
trap 'rm -rf "$work"' EXIT INT TERM
mkdir "$work/classes"
javac -nowarn -d "$work/classes" "$here/AuditLog.java"
javac -nowarn -proc:none -d "$work/classes" -cp "$spark/*" "$here/cluster/ReadJson.java"
for size in small large; do
  eval "bytes=\$$size"
  java -cp "$work/classes" AuditLog --bytes "$bytes" --order time --out "$work/$size.ndjson"
done

flags="-Xmx2g -XX:+UseSerialGC"
is_result() { case $1 in 0|3|4) true ;; *) false ;; esac; }
scan() {
  MIMAWARI_OPTS="$flags" "$home/mimawari" scan --export "$work/$1.ndjson" --own-domain hinode.example --format json \
    -o "$work/report-one-$1" || is_result $?
}
many() {
  MIMAWARI_OPTS="$flags" "$home/mimawari" scan --spark 'local[2]' --export "$work/$1.ndjson" --own-domain hinode.example \
    --format json -o "$work/report-many-$1" || is_result $?
}
readjson() { java @"$home/src/cluster/spark.opens" $flags -cp "$work/classes:$spark/*" ReadJson 'local[2]' "$work/$1.ndjson"; }

# Appends the user and system seconds of a step, run in a shell of its own, to a file.
measure() {
  ( "$1" "$2" >"$work/out" 2>"$work/err" || { echo "cluster.sh: $1 failed" >&2; cat "$work/err" >&2; exit 1; }
    times >"$work/times"
    tail -n 1 "$work/times" >>"$work/$1-$2" )
}

for round in $(seq "$rounds"); do
  for size in small large; do
    for step in scan many readjson; do measure $step $size; done
  done
done

median() {
  awk '{ t = 0
         for (i = 1; i <= 2; i++) { split($i, part, "m"); sub("s", "", part[2]); t += part[1] * 60 + part[2] }
         print t }' "$work/$1" | sort -n | awk '{ t[NR] = $1 } END { print (t[int((NR + 1) / 2)] + t[int(NR / 2) + 1]) / 2 }'
}
more=$(( $(wc -c <"$work/large.ndjson") - $(wc -c <"$work/small.ndjson") ))
echo "$small and $large bytes, $rounds rounds, load $(cut -d ' ' -f 1-3 /proc/loadavg 2>/dev/null || echo unknown)"
plain=$(awk -v s="$(median readjson-small)" -v l="$(median readjson-large)" 'BEGIN { print l - s }')
for step in scan many readjson; do
  awk -v name="$step" -v s="$(median $step-small)" -v l="$(median $step-large)" -v more="$more" -v plain="$plain" 'BEGIN {
    printf "%-9s %7.1f and %7.1f CPU s, %6.2f CPU s for a GB more, %5.2f times read.json\n", name, s, l, (l - s) / more * 1e9,
      (l - s) / plain }'
done
java -cp "$home/src/cli/target/lib/*" "$here/SameFindings.java" "$work/report-one-large/report.json" \
  "$work/report-many-large/report.json"
