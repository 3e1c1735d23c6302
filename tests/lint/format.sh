#!/bin/bash
# Every C++ file is as clang-format writes it, by .clang-format and version 14: others break lines elsewhere.
#
#   format.sh SOURCE_DIR          tells where one is not, as FILE:LINE:COLUMN
#   format.sh SOURCE_DIR --fix    writes it so
#
# 77 where that version isn't to be had.
set -euo pipefail

cd "$1"
program=
for name in clang-format-14 clang-format; do
  if command -v "$name" >/dev/null && "$name" --version | grep -q 'version 14\.'; then
    program=$name
    break
  fi
done
[ -n "$program" ] || { echo "no clang-format 14 here" && exit 77; }

arguments=(--dry-run -Werror)
[ "${2:-}" != --fix ] || arguments=(-i)
find src tests bench \( -name '*.cpp' -o -name '*.h' \) -type f -print0 2>/dev/null | sort -z |
  xargs -0 -r -n 16 -P "$(nproc)" "$program" --style=file "${arguments[@]}"
