#!/bin/sh
# Starts N clients of the hash table at the same time, the course's own way to measure, and adds up what they did in the
# time that they have in common: slices of the clock in which all of them were in the same stage.
#   scripts/testperf-many.sh N host:port|project [flags of `loadharness client testperf`]
# In the environment: LOADHARNESS, the program (bin/loadharness).
set -eu
usage() { echo "usage: $0 N host:port|project [flags of client testperf]" >&2; exit 2; }
[ $# -ge 2 ] || usage
case $1 in '' | 0* | *[!0-9]*) usage ;; esac
count=$1 server=$2
shift 2
root=$(cd "$(dirname "$0")/.." && pwd)
program=${LOADHARNESS:-$root/bin/loadharness}
command -v "$program" >/dev/null || { echo "$program is not there: make build" >&2; exit 4; }

folder=$(mktemp -d)
clients=''
end() {
  for pid in $clients; do kill "$pid" 2>/dev/null || true; done
  rm -rf "$folder"
}
trap end EXIT
trap 'exit 130' INT TERM

i=1
while [ "$i" -le "$count" ]; do
  "$program" client testperf "$server" --number "$i" "$@" >"$folder/$i" &
  clients="$clients $!"
  i=$((i + 1))
done
failed=0
for pid in $clients; do wait "$pid" || failed=$?; done
clients=''
[ "$failed" -eq 0 ] || exit "$failed"

cat "$folder"/* | awk -v count="$count" '
  /^stage=/ {
    for (i = 1; i <= NF; i++) {
      at = index($i, "=")
      field[substr($i, 1, at - 1)] = substr($i, at + 1)
    }
    stage = field["stage"]
    if (!(stage in alone)) order[++stages] = stage
    alone[stage] += field["throughput_per_s"]
    slice_s = field["slice_ns"] / 1e9
    n = split(field["slices"], slices, ",")
    for (i = 1; i <= n; i++) {
      split(slices[i], slice, ":")
      key = stage SUBSEP slice[1]
      in_it[key]++
      operations[key] += slice[2]
    }
  }
  END {
    for (key in in_it) {
      if (in_it[key] < count) continue
      split(key, part, SUBSEP)
      common[part[1]]++
      sum[part[1]] += operations[key]
    }
    for (i = 1; i <= stages; i++) {
      stage = order[i]
      if (!common[stage]) {
        printf "%s: the %d clients were never in this stage at the same time\n", stage, count
        continue
      }
      shared_s = common[stage] * slice_s
      printf "%s: %d clients together %.1f operations/s over the %.1f s they share; ", \
        stage, count, sum[stage] / shared_s, shared_s
      printf "sum of what each says of itself %.1f\n", alone[stage]
    }
  }'
