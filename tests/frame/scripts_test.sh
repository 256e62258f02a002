#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# scripts_test.sh — the scripts, without building anything and with stand-ins for the programs that change a system.
#
# 1. install-deps does nothing when all is installed, and does not run apt-get.
# 2. It installs what is missing, only that, after an update only when a package is unknown.
# 3. Without root and sudo it says what to do and fails.
# 4. A wrong argument is an error that names it.
# 5. changed_sources: files changed or new since the base commit; all when there is no base.
# 6. test: a failed check stops neither the other checks nor the tests, and fails the run; ctest speaks last.
# 7. test: nothing changed, nothing checked; a build that fails ends the run with its exit code.
set -euo pipefail
root="$1"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bin="$work/bin"
mkdir "$bin"

fail() {
  printf 'FAILED: %s\n' "$*" >&2
  exit 1
}
expect() { [[ "$2" == "$3" ]] || fail "$1: expected \"$3\", got \"$2\""; }
expect_part() { [[ "$2" == *"$3"* ]] || fail "$1: expected \"...$3...\", got \"$2\""; }
# stand_in NAME BODY: puts a program of that name before the system's.
stand_in() {
  printf '#!/bin/bash\n%s\n' "$2" >"$bin/$1"
  chmod +x "$bin/$1"
}
export PATH="$bin:$PATH" LOG="$work/log"

# Everything is installed but what $MISSING names.
stand_in dpkg-query 'shift 3; for p in "$@"; do [[ " ${MISSING:-} " == *" $p "* ]] || echo "installed $p"; done'
stand_in apt-get 'for a in "$@"; do case "$a" in -*|*=*) ;; *) printf "%s " "$a" >>"$LOG";; esac; done'
stand_in apt-cache '[[ -z "${UNKNOWN:-}" ]]'
stand_in id 'echo "${FAKE_UID:-0}"'

: >"$LOG"
"$root/scripts/install-deps" build test bench guard
expect "1: apt-get" "$(cat "$LOG")" ""

MISSING="ccache catch2" "$root/scripts/install-deps" build test 2>"$work/err"
expect "2: apt-get" "$(cat "$LOG")" "install ccache catch2 "
expect_part "2: message" "$(cat "$work/err")" "Installing: ccache catch2"
: >"$LOG"
UNKNOWN=1 MISSING="ccache" "$root/scripts/install-deps" 2>/dev/null
expect "2: update first" "$(cat "$LOG")" "update install ccache "

: >"$LOG"
stand_in sudo 'exit 1'
if FAKE_UID=1000 MISSING="ccache" "$root/scripts/install-deps" 2>"$work/err" </dev/null; then fail "3: succeeded"; fi
expect_part "3: message" "$(cat "$work/err")" "as root: apt-get install --no-install-recommends ccache"
expect "3: apt-get" "$(cat "$LOG")" ""

for call in "install-deps nonsense" "build nonsense" "test nonsense" "format nonsense" "test --preset nonsense" \
  "eval nonsense" "guard nonsense" "bench-scale nonsense" \
  "bench-scale --largest nonsense"; do
  # shellcheck disable=SC2086  # a name and its arguments
  if "$root"/scripts/$call 2>"$work/err"; then fail "4: $call succeeded"; fi
  expect_part "4: $call" "$(cat "$work/err")" '"nonsense"'
done

repository="$work/repository"
mkdir -p "$repository/scripts" "$repository/src"
cp "$root/scripts/lib.sh" "$repository/scripts/"
cd "$repository"
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null
git -c init.defaultBranch=main init -q .
commit() { git add -A && git -c user.name=a -c user.email=a@example.com commit -q -m "$1"; }
changed() { bash -c 'set -euo pipefail; source scripts/lib.sh; changed_sources' | tr '\n' ' '; }
echo 1 >src/a.cc && echo 1 >src/b.h && echo 1 >src/gone.cc && echo 1 >notes.md
expect "5: no commit" "$(changed)" "src/a.cc src/b.h src/gone.cc "
commit first
expect "5: one commit" "$(changed)" "src/a.cc src/b.h src/gone.cc "
echo 2 >src/a.cc && rm src/gone.cc && echo 2 >notes.md
commit second
expect "5: two commits" "$(changed)" "src/a.cc "
echo 1 >src/new.cc && echo 3 >src/b.h
expect "5: not committed" "$(changed)" "src/a.cc src/b.h src/new.cc "
commit third
git update-ref refs/remotes/origin/main HEAD~2
expect "5: since origin/main" "$(changed)" "src/a.cc src/b.h src/new.cc "
git update-ref refs/remotes/origin/main HEAD
expect "5: on origin/main" "$(changed)" "src/b.h src/new.cc "

cp "$root"/scripts/{install-deps,test} scripts/
printf '#!/bin/bash\necho guard >>"$LOG"\nexit "${GUARD:-0}"\n' >scripts/guard && chmod +x scripts/guard
stand_in cmake 'mkdir -p build/dev; printf "[{\"file\": \"$PWD/src/b.h\"}, {\"file\": \"$PWD/src/new.cc\"}]" \
  >build/dev/compile_commands.json; [[ "$1" != --build ]] || exit "${BUILD:-0}"'
stand_in ctest 'echo "ctest says ${TESTS:-0}"; exit "${TESTS:-0}"'
stand_in clang-format-14 'echo "format $*" >>"$LOG"; exit "${FORMAT:-0}"'
stand_in clang-tidy-14 'echo "tidy ${@: -1}" >>"$LOG"; exit "${TIDY:-0}"'
# run_test: prints exit code and last line.
run_test() {
  local code=0
  scripts/test >"$work/out" 2>"$work/err" || code=$?
  echo "$code $(tail -n 1 "$work/out")"
}
: >"$LOG"
expect "6: all well" "$(run_test)" "0 ctest says 0"
expect "6: checked" "$(cat "$LOG")" "$(printf 'format --dry-run --Werror src/b.h src/new.cc\ntidy src/new.cc\nguard')"
expect "6: format" "$(FORMAT=1 run_test)" "1 ctest says 0"
expect_part "6: format" "$(cat "$work/err")" "Failed so far: format"
expect "6: tidy" "$(TIDY=1 run_test)" "1 ctest says 0"
expect "6: guard" "$(GUARD=1 run_test)" "1 ctest says 0"
expect_part "6: guard" "$(cat "$work/err")" "Failed so far: guard"
expect "6: tests" "$(FORMAT=1 TESTS=8 run_test)" "8 ctest says 8"
expect "7: build" "$(BUILD=3 run_test)" "3 "
git rm -q -r src && commit "no sources"
: >"$LOG"
expect "7: nothing changed" "$(run_test)" "0 ctest says 0"
expect "7: nothing checked but what runs" "$(cat "$LOG")" "guard"
