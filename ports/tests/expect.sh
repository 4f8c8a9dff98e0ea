#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# expect.sh STATUS REGEX COMMAND [ARGUMENT...]
# Passes when the command exits with the status and prints a line that matches the regular expression, and when the pc that
# it announces as "expected pc" is the one in its fault report.
wanted_status=$1 regex=$2
shift 2

output=$("$@" 2>&1)
status=$?
printf '%s\n' "$output"

fail() {
  echo "expect.sh: $1" >&2
  exit 1
}
[ "$status" = "$wanted_status" ] || fail "exit status $status instead of $wanted_status"
printf '%s\n' "$output" | grep -Eq "$regex" || fail "no line matches: $regex"
pc=$(printf '%s\n' "$output" | sed -n 's/.*expected pc \(0x[0-9a-f]*[1-9a-f][0-9a-f]*\).*/\1/p')
if [ -n "$pc" ]; then
  printf '%s\n' "$output" | grep -q " pc   $pc " || fail "pc is not $pc"
fi
