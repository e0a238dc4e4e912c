#!/bin/sh
# Compares 'loadharness client lists' and our server with a plain sequential pair in Python doing the same.
# Usage: compare-lists-python.sh [LISTS_IN_PYTHON [LISTS_OF_OURS]]     (default 50 and 100; the seed's number is 100)
# Times are compared per list, so that the Python pair, which takes most of a second for each, may do fewer.
set -eu
python_lists=${1:-50}
our_lists=${2:-100}
here=$(dirname "$(readlink -f "$0")")
program="$here/../bin/loadharness"
[ -x "$program" ] || { echo "bin/loadharness is not there; make it with: make build" >&2; exit 2; }
command -v python3 > /dev/null || { echo "python3 is not installed" >&2; exit 2; }

folder=$(mktemp -d)
server=
cleanup() {
    [ -z "$server" ] || kill "$server" 2> /dev/null || true
    rm -rf "$folder"
}
trap cleanup EXIT
trap 'exit 130' INT TERM

# start NAME COMMAND…: starts a server and waits for its port (30 s at most)
start() {
    log="$folder/$1.log"
    shift
    "$@" > "$log" 2>&1 &
    server=$!
    tries=0
    until port=$(sed -n '1s/^Listening on .*:\([0-9]*\)$/\1/p' "$log") && [ -n "$port" ]; do
        tries=$((tries + 1))
        [ "$tries" -le 300 ] && kill -0 "$server" || { cat "$log" >&2; exit 1; }
        sleep 0.1
    done
}

stop() {
    kill "$server"
    wait "$server" 2> /dev/null || true
    server=
}

mkdir "$folder/python" "$folder/ours"
echo "Python, sequential, $python_lists lists:"
start python python3 "$here/python/lists_server.py" 0
(cd "$folder/python" && python3 "$here/python/lists_client.py" "$port" "$python_lists") | tee "$folder/python.times"
stop

echo "LoadHarness, optimised, $our_lists lists:"
start ours "$program" serve number-list --model threaded --port 0 --quiet
"$program" client lists "127.0.0.1:$port" --count "$our_lists" --folder "$folder/ours" | tee "$folder/ours.times"
stop
python3 "$here/python/check_lists.py" "$folder/ours" "$our_lists"

awk -F': ' -v lists="$python_lists" '
    FNR == 1 { file++ }
    { stage[FNR] = $1; time[file, FNR] = $2; total[file] += $2 }
    END {
        per_list = ours / lists
        for (i = 1; i <= 2; i++) printf "%s ratio per list: %.1f\n", stage[i], time[1, i] / time[2, i] * per_list
        printf "Ratio per list: %.1f\n", total[1] / total[2] * per_list
    }' ours="$our_lists" "$folder/python.times" "$folder/ours.times"
