# SPDX-License-Identifier: Apache-2.0
# The manual page has every command and every option, and no more escapes than roff wants.
mote help --man >mote.1
head -n 1 mote.1 | grep -c '^\.TH MOTE 1 '
sed 's/\\-/-/g; s/\\f[BIR]//g' mote.1 >plain
for command in inspect run compare header ops help; do
  grep -q "^\.SS mote $command" mote.1 || grep -q "mote $command" plain || echo "$command is missing"
  mote help "$command" | grep -oE -- '^ +(-., )?--[a-z-]+' | grep -oE -- '--[a-z-]+' | while read -r option; do
    grep -q -- "^\(-., \)\?$option\( \|$\)" plain || echo "$option is missing"
  done
done
! command -v mandoc >/dev/null || mandoc -T lint -W error mote.1
