# SPDX-License-Identifier: Apache-2.0
# What the scripts share. Sourced after `set -euo pipefail`; leaves the shell in the project's root.

script=$(realpath "$0")
cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { printf '== %s\n' "$*" >&2; }
die() {
  printf '%s: %s\n' "$(basename "$script")" "$*" >&2
  exit 2
}

# Prints the comment at the top of the script that runs: its manual.
usage() { sed -n '3,/^[^#]/{s/^# \{0,1\}//p}' "$script"; }

cores() { nproc 2>/dev/null || echo 2; }

# build_preset PRESET: installs what it needs, configures and builds it in build/PRESET.
build_preset() {
  local preset="$1" log="build/$1.configure.log"
  case "$preset" in
    release) scripts/install-deps build ;;
    bench) scripts/install-deps build bench ;;
    dev | asan-ubsan | tsan) scripts/install-deps build test ;;
    *) die "no preset \"$preset\"; there are: dev, release, bench, asan-ubsan, tsan" ;;
  esac
  mkdir -p build
  if ! cmake --preset "$preset" >"$log" 2>&1; then
    cat "$log" >&2
    die "configuring build/$preset failed"
  fi
  cmake --build --preset "$preset" --parallel "$(cores)"
}

# Prints the C++ files of the project, one a line: all of them, also those not added to git yet.
all_sources() {
  if git rev-parse -q --git-dir >/dev/null 2>&1; then
    git ls-files --cached --others --exclude-standard -- '*.cc' '*.h'
  else
    find bench examples include src tests -name '*.cc' -o -name '*.h'
  fi | sort -u | while read -r file; do
    if [[ -f "$file" ]]; then printf '%s\n' "$file"; fi
  done
}

# Prints the commit that changes are counted from: where this branch left origin/main, else the one before the last.
# Fails when there is none.
base_commit() {
  local head base
  head=$(git rev-parse -q --verify HEAD 2>/dev/null) || return 1
  base=$(git merge-base HEAD origin/main 2>/dev/null) || base="$head"
  [[ "$base" != "$head" ]] || base=$(git rev-parse -q --verify HEAD~1 2>/dev/null) || return 1
  printf '%s\n' "$base"
}

# Prints those of all_sources that changed since base_commit; all of them when there is no such commit.
changed_sources() {
  local base
  if base=$(base_commit); then
    { git diff --name-only "$base" && git ls-files --others --exclude-standard; } | sort -u | comm -12 - <(all_sources)
  else
    all_sources
  fi
}
