# SPDX-License-Identifier: Apache-2.0
# Every command and option is in the scripts of all shells; bash's works, the others parse where their shell is there.
for shell in bash zsh fish; do
  mote help --completion $shell >script.$shell
  for command in inspect run compare header ops help; do
    grep -qw "$command" script.$shell || echo "$shell: $command is missing"
    mote help "$command" | grep -oE -- '^ +(-., )?--[a-z-]+' | grep -oE -- '[a-z-]+$' | sed 's/^--//' |
      while read -r option; do
        grep -q -- "\(--\|-l \)$option\b" script.$shell || echo "$shell: $option is missing"
      done
  done
  ! command -v $shell >/dev/null || $shell -n script.$shell
done

# shellcheck disable=SC1091 # written above
source ./script.bash
touch picture.png
mkdir pictures
try() {
  COMP_WORDS=("$@")
  COMP_CWORD=$(($# - 1))
  _mote
  echo "$*: ${COMPREPLY[*]}"
}
try mote ''
try mote i
try mote inspect --t
try mote run --format ''
try mote run --format = j
try mote run -i pic
try mote run -i image = pic
try mote run --output-dir pic
try mote run --rate ''
try mote run pic
try mote help he
try mote help --completion f
