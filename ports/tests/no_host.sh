#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# no_host.sh MACHINE ELF
# Runs the self-test with no semihosting host, as on a board without a debugger: it must print everything on its UART and
# then stop quietly. It never ends by itself, so wait for its last line and a little longer, then end the emulator.
machine=$1 elf=$2
output=$(mktemp)
qemu-system-arm -M "$machine" -display none -monitor none -serial "file:$output" -kernel "$elf" </dev/null &
emulator=$!
trap 'kill $emulator 2>/dev/null; rm -f "$output"' EXIT

waited=0
until grep -q '^selftest: .* passed' "$output" || [ $waited -ge 60 ]; do
  sleep 1
  waited=$((waited + 1))
done
sleep 1
cat "$output"
if ! kill -0 $emulator 2>/dev/null; then
  echo "no_host.sh: the emulator died" >&2
  exit 1
fi
tail -n 1 "$output" | grep -q ' 0 failed$'
