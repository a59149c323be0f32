# What an installed kiosk says of libraries and fonts of others: every one is listed, and the whole notice of each is there. Read
# from the programs by other means than those that wrote it, and with each row taken out once.
source "$(dirname "$0")/common.sh"
build=$(dirname "$KIOSK_BIN")
root=$work/root
DESTDIR=$root cmake --install "$build" --prefix /usr >"$work/said" 2>&1 || { cat "$work/said"; fail "does not install"; }
notices=$root/usr/share/doc/kiosk/NOTICES
[[ -s $notices ]] || fail "there is no list"
grep -q /usr/share/doc/kiosk/NOTICES "$root/usr/share/doc/kiosk/copyright" || fail "the package's copyright file does not lead to the list"

for program in "$root"/usr/bin/kiosk* "$root/usr/lib/kiosk/kiosk-console"; do
  objdump -p "$program" | awk '$1 == "NEEDED" {print $2}'
done | sort -u >"$work/libraries"
grep -q libSDL2 "$work/libraries" && grep -q libpq "$work/libraries" || fail "libraries cannot be read from the programs"

# is_whole FILE: it names each library in a row whose package brings it, what is compiled in, and what is opened at run time.
table() { sed '/^==== /,$d' "$1" | awk -F' [|] ' 'begun && NF == 4; /^What [|] / {begun = 1}'; }
is_whole() {
  local library package name
  table "$1" >"$work/table"
  while read -r library; do
    package=$(awk -F' [|] ' -v name="$library" '$1 == name {print $4}' "$work/table")
    [[ -n $package && ! -e $work/files.$package ]] && dpkg -L "$package" >"$work/files.$package"
    [[ -n $package ]] && grep -q "/$library\$" "$work/files.$package" || { echo "$library is not listed"; return 1; }
  done <"$work/libraries"
  for name in "imgui (compiled in)" "toml++ (compiled in)" "CLI11 (compiled in)" "expected (compiled in)" "nlohmann-json (compiled in)" libstb.so.0 \
    libqrcodegencpp fonts-inter fonts-noto-core tzdata libicudata libegl1 libgles2 libgl1-mesa-dri; do
    grep -qF "$name" <(cut -d'|' -f1 "$work/table") || { echo "$name is not listed"; return 1; }
  done
  awk -F' [|] ' '$2 == "" || $3 == "" || $4 == "" {print; bad = 1} END {exit bad}' "$work/table"
}
is_whole "$notices" || fail "the list is not whole"
rows=$(table "$notices" | wc -l)
for ((row = 1; row <= rows; row++)); do
  table "$notices" | sed "${row}d" | { printf 'What | Version | Terms | Package\n'; cat; } >"$work/shorter"
  ! is_whole "$work/shorter" >"$work/said" || fail "row $row is missed by nobody: $(table "$notices" | sed -n "${row}p")"
done

# The notices themselves, each once. Terms are read where they can be, and where they cannot the reader is told to look.
table "$notices" | awk -F' [|] ' '{print $4}' | sort -u >"$work/packages"
python3 - "$notices" "$work/packages" <<'PYTHON' || fail "notices"
import sys
notices = open(sys.argv[1], "rb").read()
for package in open(sys.argv[2]).read().split():
    text = open(f"/usr/share/doc/{package}/copyright", "rb").read()
    if notices.count(text) != 1:
        sys.exit(f"the notice of {package} is there {notices.count(text)} times")
PYTHON
terms_of() { table "$1" | awk -F' [|] ' -v name="$2" '$1 == name {print $3}'; }
# The work's own terms come first; Debian 13 adds those of a file of its tests to toml++.
terms="$(terms_of "$notices" "toml++ (compiled in)"), $(terms_of "$notices" fonts-noto-core)"
[[ $terms == Expat*", OFL-1.1"* ]] || fail "terms: $terms"

# The same machine writes the same bytes, whoever asks from wherever; a notice in no form that programs read is shown all the
# same, and one that is missing is told with what to do.
write() { "$KIOSK_SOURCES/tools/notices" --out "$work/again" --package fonts-inter "$@" "$root"/usr/bin/kiosk*; }
write --package tzdata && mv "$work/again" "$work/first"
(cd / && LC_ALL=C.UTF-8 TZ=Asia/Tokyo write --package tzdata)
cmp "$work/first" "$work/again" || fail "is not the same twice"
mkdir "$work/doc"
for package in /usr/share/doc/*; do ln -s "$package" "$work/doc/"; done
rm "$work/doc/fonts-inter" && mkdir "$work/doc/fonts-inter"
expect 1 "fonts-inter: has no $work/doc/fonts-inter/copyright" write --doc "$work/doc"
grep -q "apt-get install --reinstall fonts-inter" "$work/said" || fail "does not say what to do"
printf 'Whoever reads this may use it.\n\nFiles: *\nLicense: Expat\n' >"$work/doc/fonts-inter/copyright"
write --doc "$work/doc"
[[ $(terms_of "$work/again" fonts-inter) == "see below" ]] || fail "terms are guessed"
grep -qF "Whoever reads this may use it." "$work/again" || fail "a notice is left out"
rm "$work/doc/libcli11-dev" && mkdir "$work/doc/libcli11-dev"
expect 1 "libcli11-dev: has no " write --doc "$work/doc"
expect 1 "a-package-of-nobody: is not installed" write --package a-package-of-nobody

# The kiosk says it, green; amber where the list is missing; and one that runs where it was built says nothing.
check() { SDL_VIDEODRIVER=offscreen "$1" --check --data "$work/data" >"$work/said" 2>&1 || true; }
check "$root/usr/bin/kiosk"
grep -qE "^green +notices +$rows libraries and fonts, their terms are in $notices\$" "$work/said" || { cat "$work/said"; fail "is not said"; }
rm "$notices"
check "$root/usr/bin/kiosk"
grep -qE "^amber +notices +$notices is missing" "$work/said" || { cat "$work/said"; fail "a missing list is not told"; }
check "$KIOSK_BIN/kiosk"
grep -qE '^(green|amber|red) +disk' "$work/said" && ! grep -qE '^[a-z]+ +notices' "$work/said" || { cat "$work/said"; fail "a kiosk that is not installed looks for a list"; }
echo "$rows listed"
