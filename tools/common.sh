# What the scripts beside this file share. Sourced by them; needs bash.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

say() { printf '%s\n' "$*"; }
fail() { printf '%s\n' "$*" >&2; exit 1; }

# packages_of run|test|check: the names in tools/packages that this release needs, one a line.
packages_of() {
  local package kind of release
  release=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
  while read -r package kind of; do
    [[ $package == \#* || -z $package ]] && continue
    [[ $1 == run && ${kind:-run} != run ]] && continue
    [[ $1 == test && ${kind:-} == check ]] && continue
    [[ -n $of && $of != "$release" ]] && continue
    printf '%s\n' "$package"
  done < tools/packages
}

# need_packages run|test|check [--no-install]: the Debian packages that are missing are named and installed.
need_packages() {
  local missing=() package
  while read -r package; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
  done < <(packages_of "$1")
  ((${#missing[@]})) || return 0
  say "Missing packages: ${missing[*]}"
  [[ ${2:-} == --no-install ]] && fail "Install them, or leave out --no-install: apt-get install ${missing[*]}"
  command -v apt-get >/dev/null || fail "This is not Debian: install them with the system's own means."
  local as_root=()
  if ((EUID != 0)); then
    command -v sudo >/dev/null || fail "Run as root, or install sudo: apt-get install ${missing[*]}"
    as_root=(sudo)
  fi
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# build PRESET
build() {
  cmake --preset "$1" >/dev/null
  cmake --build --preset "$1" | grep -vE '^\[[0-9]+/[0-9]+\]|ninja: no work' || true
  cmake --build --preset "$1" >/dev/null
}
