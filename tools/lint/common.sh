# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
#
# What the checks share: every check sources this, calls `fail` for each violation and `checked` for each thing it has
# looked at, and ends with `finish NAME`.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

failures=0
checks=0

# fail PLACE MESSAGE: says what is wrong where, and how to put it right.
fail() {
  echo "$1: $2" >&2
  failures=$((failures + 1))
}

checked() {
  checks=$((checks + ${1:-1}))
}

finish() {
  echo "lint $1: $checks checked, $failures failed"
  [ "$failures" = 0 ]
}

# list_files REGEX: the project's files whose path matches, one a line; not what .gitignore names.
list_files() {
  if git rev-parse --is-inside-work-tree >/dev/null 2>&1; then
    git ls-files --cached --others --exclude-standard | while IFS= read -r file; do
      [ ! -f "$file" ] || echo "$file"
    done
  else
    find . -path ./build -prune -o -path ./.git -prune -o -type f -print | sed 's|^\./||'
  fi | grep -E -e "$1" | sort -u || true
}
