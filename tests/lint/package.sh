#!/bin/bash
# The Debian package: it can be made, it names the libraries it needs, and the program in it runs.
#
#   package.sh BUILD_DIR CPACK
#
# 77 where there are no Debian tools.
set -euo pipefail

build=$1 cpack=$2
command -v dpkg-shlibdeps >/dev/null || { echo "no dpkg-shlibdeps here" && exit 77; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
fail() {
  echo "package: $*"
  exit 1
}

"$cpack" -G DEB --config "$build/CPackConfig.cmake" -B "$scratch" >"$scratch/log" 2>&1 || { cat "$scratch/log" && exit 1; }
package=$(find "$scratch" -maxdepth 1 -name 'plumb_*.deb')
[ -n "$package" ] || fail "cpack made none"
for name in libc6 libpq5 libyaml-cpp libfmt libssl; do
  dpkg-deb --field "$package" Depends | grep -q "$name" || fail "Depends doesn't name $name"
done
dpkg-deb --extract "$package" "$scratch/root"
[ -e "$scratch/root/usr/share/doc/plumb/copyright" ] || fail "no licence in it"
for schema in "$(dirname "$0")"/../../schema/*.json; do
  [ ! -e "$schema" ] || [ -e "$scratch/root/usr/share/plumb/schema/${schema##*/}" ] || fail "no ${schema##*/} in it"
done
"$scratch/root/usr/bin/plumb" --help >/dev/null || fail "the program in it doesn't run"
