#!/bin/sh
# Compares our servers with a real redis-server on this machine, in interleaved rounds; prints medians and ratios.
#   scripts/compare-redis.sh durable   inserts into the hash table (model epoll, flush always), and SET on
#                                      redis-server --appendonly yes --appendfsync always, both on the same disk
#   scripts/compare-redis.sh memory    GET of 64 bytes: workload resp on model epoll, and redis-server
# In the environment: ROUNDS (7), LENGTH in seconds of a round (1), CLIENTS (16,64,256; memory: 64), FOLDER for files.
# Needs redis-server, and the programs that "make peers" builds. Servers run on CPU 0, the load on CPU 1.
set -eu
kind=${1:-durable}
root=$(cd "$(dirname "$0")/.." && pwd)
command -v redis-server >/dev/null || { echo "redis-server is not installed" >&2; exit 4; }
[ -x "$root/bin/loadharness" ] || { echo "bin/loadharness is not there: make build" >&2; exit 4; }

folder=$(mktemp -d "${FOLDER:-$root}/compare-redis.XXXXXX")
mkdir "$folder/ours" "$folder/redis"
ours='' redis=''
end() {
  for pid in $ours $redis; do kill "$pid" 2>/dev/null || true; done
  for pid in $ours $redis; do wait "$pid" 2>/dev/null || true; done
  rm -rf "$folder"
}
trap end EXIT
trap 'exit 130' INT TERM

on_cpu() {
  cpu=$1; shift
  if [ "$(nproc)" -ge 2 ] && command -v taskset >/dev/null; then exec taskset -c "$cpu" "$@"; else exec "$@"; fi
}

case $kind in
  durable)
    serve="hashtable --flush always --compact-after 1000000000 --data $folder/ours"
    persist='--appendonly yes --appendfsync always --auto-aof-rewrite-percentage 0'
    clients=${CLIENTS:-16,64,256}
    our_load=insert; pool=${POOL:-200000}; our_options=",keys=2000,pool=$pool"
    redis_load='resp,set' ;;
  memory)
    serve='resp'
    persist='--appendonly no'
    clients=${CLIENTS:-64}
    our_load=get; our_options=''
    redis_load='resp,get' ;;
  *) echo "durable or memory" >&2; exit 2 ;;
esac

# shellcheck disable=SC2086  # the words of both are options
on_cpu 0 "$root/bin/loadharness" serve $serve --model ${MODEL:-epoll} --port 0 --quiet >"$folder/ours.log" & ours=$!
port=$((20000 + $$ % 10000))
# shellcheck disable=SC2086
on_cpu 0 redis-server --port $port --bind 127.0.0.1 --save '' --dir "$folder/redis" $persist \
  >"$folder/redis.log" & redis=$!

ready() { grep -q 'Listening on' "$folder/ours.log" && grep -q 'Ready to accept' "$folder/redis.log"; }
tries=0
until ready; do
  tries=$((tries + 1))
  [ $tries -lt 100 ] && kill -0 "$ours" && kill -0 "$redis" || { cat "$folder"/*.log >&2; exit 4; }
  sleep 0.1
done
address=$(sed -n 's/^Listening on //p' "$folder/ours.log")

(on_cpu 1 dotnet "$root/src/LoadHarness.Benchmarks/bin/Release/net10.0/LoadHarness.Benchmarks.dll" compare /dev/stdout \
  "${ROUNDS:-7}" "${LENGTH:-1}" "$clients" \
  "loadharness,${serve%% *},$our_load,$address,$ours$our_options" \
  "redis,$redis_load,127.0.0.1:$port,$redis")
