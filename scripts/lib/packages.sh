# Packages of Debian's other releases for scripts to source, from the mirror that this machine's apt uses. apt checks the
# signature of the release and the checksum of what it fetches; nothing of the system's apt is changed, for it works in a
# folder of its own.
#
#   fetch_source PACKAGE RELEASE FOLDER      unpacks the source package as FOLDER/source
#   fetch_package PACKAGE FOLDER             unpacks a package of this machine's release, without what it depends on, as
#                                            FOLDER/root; nothing is installed
#   fetch_root RELEASE FOLDER PACKAGE…       unpacks the packages and all they depend on as FOLDER/root; nothing is installed
#   own_release                              the name of the release that this machine runs
#
# The script has `fail MESSAGE`, which ends it.
#
# shellcheck shell=bash

own_release() {
  # shellcheck disable=SC1091
  (. /etc/os-release && echo "${VERSION_CODENAME:-}")
}

# This machine's own apt source for the release it runs, turned into that for packages (deb) or source packages (deb-src)
# of another release: same mirror, same keys, same options. Reads both of apt's formats.
apt_entry() {
  local type=$1 codename=$2 wanted=$3 apt=$4 list parts
  eval "$(apt-config shell list Dir::Etc::sourcelist/f parts Dir::Etc::sourceparts/d)"
  local file entry
  for file in "$parts"/*.sources; do
    [ -f "$file" ] || continue
    entry=$(awk -v RS= -v type="$type" -v codename="$codename" -v wanted="$wanted" '
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
          printf "Types: %s\nSuites: %s\nComponents: main\n%s", type, wanted, kept
          exit
        }
      }' "$file")
    if [ -n "$entry" ]; then printf '%s\n' "$entry" >"$apt/parts/plumb.sources" && return; fi
  done
  for file in "$list" "$parts"/*.list; do
    [ -f "$file" ] || continue
    entry=$(awk -v type="$type" -v codename="$codename" -v wanted="$wanted" '
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
          print type " " options " " word[1] " " wanted " main"
          exit
        }
      }' "$file")
    if [ -n "$entry" ]; then printf '%s\n' "$entry" >"$apt/parts/plumb.list" && return; fi
  done
  fail "found no apt source for $codename to take packages of $wanted from"
}

# other_release TYPE RELEASE FOLDER: makes FOLDER/apt, which knows that release's packages and no installed one. Sets
# apt_options, with which apt-get works there.
other_release() {
  local type=$1 release=$2 folder=$3 apt=$3/apt codename
  codename=$(own_release)
  [ -n "$codename" ] || fail "/etc/os-release names no release: can't tell where the packages of $release are"
  mkdir -p "$apt"/{lists/partial,cache/archives/partial,parts}
  : >"$apt/status"
  apt_entry "$type" "$codename" "$release" "$apt"
  apt_options=(-q -o Dir::Etc::sourcelist=/dev/null -o "Dir::Etc::sourceparts=$apt/parts" -o Dir::Etc::preferences=/dev/null
    -o Dir::Etc::preferencesparts=/dev/null -o "Dir::State=$apt" -o "Dir::State::status=$apt/status"
    -o "Dir::State::lists=$apt/lists" -o "Dir::Cache=$apt/cache" -o "APT::Sandbox::User=$(id -un)"
    -o APT::Get::List-Cleanup=false -o Acquire::Languages=none)
  apt-get "${apt_options[@]}" update >"$folder/apt.log" 2>&1 || {
    tail -n 30 "$folder/apt.log" >&2
    fail "could not read the package lists of $release"
  }
}

fetch_source() {
  local package=$1 release=$2 folder=$3 apt_options
  other_release deb-src "$release" "$folder"
  (
    cd "$folder"
    apt-get "${apt_options[@]}" --only-source --download-only source "$package" >>apt.log 2>&1 &&
      dpkg-source --extract "$package"_*.dsc source >>apt.log 2>&1
  ) || {
    tail -n 30 "$folder/apt.log" >&2
    fail "could not fetch the source package of $package"
  }
  rm -rf "$folder/apt"
}

fetch_package() {
  local package=$1 folder=$2
  mkdir -p "$folder"
  (
    cd "$folder"
    apt-get -q -o "APT::Sandbox::User=$(id -un)" download "$package" >apt.log 2>&1 && dpkg-deb -x "$package"_*.deb root
  ) || {
    tail -n 30 "$folder/apt.log" >&2
    fail "could not fetch $package"
  }
}

fetch_root() {
  local release=$1 folder=$2 apt_options package
  shift 2
  other_release deb "$release" "$folder"
  apt-get "${apt_options[@]}" --download-only --no-install-recommends --yes install "$@" >>"$folder/apt.log" 2>&1 || {
    tail -n 30 "$folder/apt.log" >&2
    fail "could not fetch $* of $release"
  }
  mkdir -p "$folder/root"
  for package in "$folder"/apt/cache/archives/*.deb; do
    dpkg-deb -x "$package" "$folder/root" || fail "could not unpack ${package##*/} of $release"
  done
  rm -rf "$folder/apt"
}
