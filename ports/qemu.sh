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

# The emulated program's command line is the ELF's name and these arguments.
# shellcheck disable=SC2086 # MOTE_QEMU_FLAGS is a list
timeout "$seconds" qemu-system-arm -M "$machine" -display none -monitor none -serial "$serial" \
  -semihosting-config enable=on,target=native ${MOTE_QEMU_FLAGS:-} -kernel "$elf" ${1:+-append "$*"} </dev/null
status=$?
if [ $status -eq 124 ]; then
  echo "qemu.sh: $elf did not end within $seconds s (MOTE_QEMU_TIMEOUT)" >&2
fi
exit $status
