#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# run.sh [BOARD...]
# Builds and runs the port's tests: on the host, and on the emulator of each board (all of them when none is named) with
# GCC and either console, and with Clang where it is installed. Environment: BUILD_DIR (default: a temporary folder).
set -u
here=$(cd "$(dirname "$0")" && pwd)
root=$here/../..
[ $# -gt 0 ] || set -- $(cd "$root/ports/boards" && ls)
build=${BUILD_DIR:-$(mktemp -d)}
[ -n "${BUILD_DIR:-}" ] || trap 'rm -rf "$build"' EXIT
passed=0
failed=0

# run NAME CMAKE_ARGUMENT...
run() {
  dir=$build/$1
  shift
  mkdir -p "$dir"
  log=$dir/log.txt
  if ! { cmake -S "$here" -B "$dir" -DMOTE_WERROR=ON "$@" && cmake --build "$dir"; } >"$log" 2>&1; then
    cat "$log"
    echo "FAILED to build: $dir"
    failed=$((failed + 1))
    return
  fi
  ctest --test-dir "$dir" --output-on-failure >"$log" 2>&1 || cat "$log"
  summary=$(sed -n 's/.*% tests passed, \([0-9]*\) tests failed out of \([0-9]*\)$/\1 \2/p' "$log")
  bad=${summary% *}
  all=${summary#* }
  echo "${dir##*/}: $((all - bad)) passed, $bad failed"
  passed=$((passed + all - bad))
  failed=$((failed + bad))
}

run host -DCMAKE_BUILD_TYPE=RelWithDebInfo
for board; do
  name=$(basename "$board")
  gcc=--toolchain=$root/cmake/toolchains/arm-none-eabi-gcc.cmake
  clang=--toolchain=$root/cmake/toolchains/arm-none-eabi-clang.cmake
  run "$name" "$gcc" -DMOTE_BOARD="$board" -DCMAKE_BUILD_TYPE=RelWithDebInfo
  run "$name-uart" "$gcc" -DMOTE_BOARD="$board" -DCMAKE_BUILD_TYPE=MinSizeRel -DMOTE_PORT_CONSOLE=uart
  if command -v clang >/dev/null; then
    run "$name-clang" "$clang" -DMOTE_BOARD="$board" -DCMAKE_BUILD_TYPE=Release
  fi
done
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
