#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# qemu.sh MACHINE semihosting|uart ELF [ARGUMENT...]
# Runs a firmware in the emulator and exits with the firmware's status; 124 when it does not end in time.
# Environment: MOTE_QEMU_TIMEOUT seconds (default 60), MOTE_QEMU_FLAGS more flags for QEMU, such as a plugin.
set -u
if [ $# -lt 3 ]; then
  sed -n '3,5s/^# //p' "$0" >&2
  exit 2
fi
machine=$1 console=$2 elf=$3
shift 3

if ! command -v qemu-system-arm >/dev/null; then
  echo "qemu.sh: qemu-system-arm is not installed (Debian: apt install qemu-system-arm)" >&2
  exit 127
fi
case $console in
uart) serial=stdio ;;
*) serial=null ;;
esac
seconds=${MOTE_QEMU_TIMEOUT:-60}

# The firmware's command line: the ELF's name, without its folder, and the arguments. QEMU wants commas doubled.
semihosting=enable=on,target=native
for argument in "${elf##*/}" "$@"; do
  semihosting=$semihosting,arg=$(printf '%s' "$argument" | sed 's/,/,,/g')
done

# shellcheck disable=SC2086 # MOTE_QEMU_FLAGS is a list
timeout "$seconds" qemu-system-arm -M "$machine" -display none -monitor none -serial "$serial" \
  -semihosting-config "$semihosting" ${MOTE_QEMU_FLAGS:-} -kernel "$elf" </dev/null
status=$?
if [ $status -eq 124 ]; then
  echo "qemu.sh: $elf did not end within $seconds s (MOTE_QEMU_TIMEOUT)" >&2
fi
exit $status
