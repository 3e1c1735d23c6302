# Source packages of Debian for scripts to source, from the mirror that this machine's apt uses. apt checks the signature of
# the release and the checksum of what it fetches; nothing of the system's apt is changed, for it works in a folder of its own.
#
#   fetch_source PACKAGE RELEASE FOLDER    unpacks it as FOLDER/source
#   own_release                            the name of the release that this machine runs
#
# The script has `fail MESSAGE`, which ends it.
#
# shellcheck shell=bash

own_release() {
  # shellcheck disable=SC1091
  (. /etc/os-release && echo "${VERSION_CODENAME:-}")
}

# This machine's own apt source for the release it runs, turned into the source packages of another release: same
# mirror, same keys, same options. Reads both of apt's formats.
source_entry() {
  local codename=$1 wanted=$2 apt=$3 list parts
  eval "$(apt-config shell list Dir::Etc::sourcelist/f parts Dir::Etc::sourceparts/d)"
  local file entry
  for file in "$parts"/*.sources; do
    [ -f "$file" ] || continue
    entry=$(awk -v RS= -v codename="$codename" -v wanted="$wanted" '
      {
        kept = ""; suited = 0; off = 0; skip = 0; main = 0
        n = split($0, lines, "\n")
        for (i = 1; i <= n; i++) {
          line = lines[i]
          if (line ~ /^#/) continue
          if (line ~ /^[ \t]/) { if (!skip) kept = kept line "\n"; continue }
          key = tolower(line); sub(/:.*/, "", key)
          value = line; sub(/^[^:]*:[ \t]*/, "", value)
          skip = key ~ /^(types|suites|components|architectures|enabled)$/
          if (key == "suites" && (" " value " ") ~ ("[ \t]" codename "[ \t]")) suited = 1
          if (key == "components" && (" " value " ") ~ /[ \t]main[ \t]/) main = 1
          if (key == "enabled" && tolower(value) ~ /^(no|false|0)/) off = 1
          if (!skip) kept = kept line "\n"
        }
        if (suited && main && !off) {
          printf "Types: deb-src\nSuites: %s\nComponents: main\n%s", wanted, kept
          exit
        }
      }' "$file")
    if [ -n "$entry" ]; then printf '%s\n' "$entry" >"$apt/source.sources" && return; fi
  done
  for file in "$list" "$parts"/*.list; do
    [ -f "$file" ] || continue
    entry=$(awk -v codename="$codename" -v wanted="$wanted" '
      $1 == "deb" {
        options = ""
        rest = $0; sub(/^[ \t]*deb[ \t]+/, "", rest)
        if (rest ~ /^\[/) {
          options = rest; sub(/\].*/, "]", options); sub(/^[^]]*\][ \t]*/, "", rest)
          gsub(/arch=[^] \t]*/, "", options)
          if (options ~ /^\[[ \t]*\]$/) options = ""
        }
        split(rest, word, /[ \t]+/)
        if (word[2] == codename && (rest " ") ~ /[ \t]main[ \t]/) {
          print "deb-src " options " " word[1] " " wanted " main"
          exit
        }
      }' "$file")
    if [ -n "$entry" ]; then printf '%s\n' "$entry" >"$apt/source.list" && return; fi
  done
  fail "found no apt source for $codename to take the source packages of $wanted from"
}

fetch_source() {
  local package=$1 release=$2 folder=$3 apt=$3/apt codename
  codename=$(own_release)
  [ -n "$codename" ] || fail "/etc/os-release names no release: can't tell where the sources of $package are"
  mkdir -p "$apt"/{lists/partial,cache/archives/partial,parts}
  source_entry "$codename" "$release" "$apt"
  local sourcelist=/dev/null sourceparts=/dev/null
  if [ -f "$apt/source.sources" ]; then
    mv "$apt/source.sources" "$apt/parts/"
    sourceparts=$apt/parts
  else
    sourcelist=$apt/source.list
  fi
  local options=(-q -o "Dir::Etc::sourcelist=$sourcelist" -o "Dir::Etc::sourceparts=$sourceparts"
    -o "Dir::State::lists=$apt/lists" -o "Dir::Cache=$apt/cache" -o "APT::Sandbox::User=$(id -un)"
    -o APT::Get::List-Cleanup=false -o Acquire::Languages=none)
  (
    cd "$folder"
    apt-get "${options[@]}" update >apt.log 2>&1 &&
      apt-get "${options[@]}" --only-source --download-only source "$package" >>apt.log 2>&1 &&
      dpkg-source --extract "$package"_*.dsc source >>apt.log 2>&1
  ) || {
    tail -n 30 "$folder/apt.log" >&2
    fail "could not fetch the source package of $package"
  }
  rm -rf "$apt"
}
