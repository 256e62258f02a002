#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Usage: smoke_test.sh ROOT SIGNPOST_PEERS FOLDER
# 1. The generator makes the same files of the same seed, as many passages as asked for, and every query set.
# 2. Every engine that is installed builds an index of 1,000 passages and answers something.
# 3. --json prints a line for each query set, with a peer.
set -euo pipefail
root="$1" peers="$2" folder="$3"
fail() { printf 'smoke test: %s\n' "$*" >&2 && exit 1; }

rm -rf "$folder"
for copy in data again; do python3 "$root/bench/peers/make_passages.py" "$folder/$copy" --count 1000; done
diff -r "$folder/data" "$folder/again" || fail "1: two runs differ"
[[ $(wc -l <"$folder/data/passages.jsonl") -eq 1000 ]] || fail "1: not 1,000 passages"
[[ $(grep -o '"set": "[^"]*"' "$folder/data/queries.jsonl" | sort -u | wc -l) -eq 11 ]] || fail "1: not 11 query sets"

"$peers" race --data "$folder/data" --folder "$folder/index" --queries-per-set 10 >"$folder/tables"
"$peers" race --data "$folder/data" --folder "$folder/index" --queries-per-set 10 --engines signpost,fts5 --reuse --json \
  >"$folder/lines"
grep -q '"best_peer":"fts5"' "$folder/lines" || fail "3: no peer"
[[ $(wc -l <"$folder/lines") -eq 11 ]] || fail "3: not 11 lines"
