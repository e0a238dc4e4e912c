#!/usr/bin/env bash
# Runs a plain Python client of seed 001 and `loadharness client frames` in turn against one server of ours and prints
# how many times as fast ours is: medians of both stages. Needs Python with Pillow; PYTHON names the interpreter.
# Usage: scripts/compare-frames-python.sh [rounds] [frames]
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${1:-3}
frames=${2:-5000}

python_with_pillow() {
  local candidate
  for candidate in ${PYTHON:-$(type -ap python3)}; do
    if "$candidate" -c 'import PIL' 2>/dev/null; then echo "$candidate"; return; fi
  done
  echo "no Python with Pillow: install python3-pil, or set PYTHON" >&2
  return 1
}

python=$(python_with_pillow)
[ -x bin/loadharness ] || { echo "bin/loadharness is not there: run make build" >&2; exit 1; }
scratch=$(mktemp -d)
bin/loadharness serve image --model epoll --port 0 --quiet >"$scratch/server" &
server=$!
trap 'kill "$server" 2>/dev/null || true; rm -rf "$scratch"' EXIT
until port=$(sed -n 's/^Listening on .*:\([0-9]*\)$/\1/p' "$scratch/server") && [ -n "$port" ]; do
  kill -0 "$server" || exit 1
  sleep 0.1
done

# Every round writes into new folders, which go at the end: a file system hesitates to reuse what was just removed.
for round in $(seq "$rounds"); do
  "$python" scripts/python/frames_client.py "$port" "$frames" "$scratch/python.$round" | tee -a "$scratch/python.txt" | sed 's/^/python       /'
  bin/loadharness client frames "127.0.0.1:$port" --count "$frames" --folder "$scratch/ours.$round" 2>&1 |
    tee -a "$scratch/ours.txt" | sed 's/^/loadharness  /'
done

median() { # file, stage
  sed -n "s/^$2 time: //p" "$1" | sort -g | awk '{v[NR] = $1} END {print (v[int((NR + 1) / 2)] + v[int(NR / 2) + 1]) / 2}'
}

for stage in "Frames download" "GIF creation"; do
  awk -v stage="$stage" -v python="$(median "$scratch/python.txt" "$stage")" -v ours="$(median "$scratch/ours.txt" "$stage")" \
    'BEGIN {printf "%-16s python %.3f s, loadharness %.3f s: %.1f times as fast\n", stage ":", python, ours, python / ours}'
done
