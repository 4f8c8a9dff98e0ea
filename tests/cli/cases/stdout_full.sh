# SPDX-License-Identifier: Apache-2.0
# What cannot be written is no success.
[ -w /dev/full ] || { echo "mote: cannot write to standard output: No space left on device" >&2; exit 1; }
mote --help >/dev/full
