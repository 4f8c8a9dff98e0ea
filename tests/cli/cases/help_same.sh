# SPDX-License-Identifier: Apache-2.0
# All ways to ask for help give the same.
for way in -h help "help --"; do
  # shellcheck disable=SC2086 # the words of one way
  cmp <(mote --help) <(mote $way)
done
cmp <(mote run --help) <(mote help run)
cmp <(mote run --help) <(mote run -h)
cmp <(mote run --help) <(mote run model.tflite --rate 3 --help)
