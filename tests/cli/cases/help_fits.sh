# SPDX-License-Identifier: Apache-2.0
# The first screen fits 24 lines of 80 columns; no help is wider.
mote --help | awk 'END { if (NR > 24) print NR " lines" }'
for command in "" inspect run compare header ops help; do
  # shellcheck disable=SC2086 # an empty command is none
  mote help $command | awk 'length($0) > 80'
done
