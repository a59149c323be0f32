# A made-up season of a fleet, through the programs: exported, merged shuffled and twice, reported; every total is the season's
# own. Sealed packages; and what bad packages get: a line each, and nothing taken.
source "$(dirname "$0")/common.sh"
log=$KIOSK_BIN/kiosk-log
[[ -w /dev/shm ]] && { rm -rf "$work"; work=$(mktemp -d /dev/shm/kiosk-test-XXXXXX); } # thousands of syncs
"$KIOSK_BIN/kiosk-season" --content "$KIOSK_SOURCES/content" --out "$work/season" --kiosks 7 --days 40 --twice
packages=("$work"/season/packages/*)
((${#packages[@]} == 14)) || fail "14 packages"

# merge: shuffled, some of them twice
mapfile -t shuffled < <(printf '%s\n' "${packages[@]}" "${packages[@]:0:5}" | shuf --random-source=<(yes 1))
expect 0 "19 packages taken, 5 of them given twice; 7 kiosks, 28000 visits, 2026-11-01 to 2026-12-10" \
  "$log" merge "${shuffled[@]}" --out "$work/a.fleet"
expect 0 "14 packages taken" "$log" merge "$work/season/packages" --out "$work/b.fleet"
cmp "$work/a.fleet" "$work/b.fleet" || fail "the order of packages shows in the file"
ask() { sqlite3 -csv "$work/a.fleet" "$1"; }
tail -n +2 "$work/season/open.csv" | sort >"$work/books"
ask "SELECT measure, text, sum(n) FROM tally JOIN item ON id = item GROUP BY id" | sort | diff - "$work/books" >&2 || fail "open totals"
tail -n +2 "$work/season/visits.csv" | sort >"$work/books"
ask "SELECT kiosk, sum(n) FROM tally JOIN source ON source.id = source JOIN item ON item.id = item WHERE measure = 'visits' GROUP BY kiosk" |
  sort | diff - "$work/books" >&2 || fail "visits of each kiosk"
# reporting: ten and more as they are, the others not at all
tail -n +2 "$work/season/reporting.csv" | awk -F, '$5 >= 10' | sort >"$work/books"
[[ -s $work/books ]] || fail "the season has no figures of reporting to publish"
ask "SELECT kiosk, substr(first_day, 1, 7), measure, item, n FROM released JOIN release USING (source, number)
     JOIN source ON source.id = source WHERE language = '*' AND item <> '*'" | sort | diff - "$work/books" >&2 || fail "reporting"
[[ $(ask "SELECT count(*) FROM released WHERE n < 10") == 0 ]] || fail "a count below ten left its kiosk"

# report
expect 0 "fleet.xlsx" "$log" report "$work/a.fleet" --out "$work/fleet.xlsx" --language nl --title "Seizoen"
python3 - "$work/fleet.xlsx" <<'PYTHON' || fail "the fleet's workbook"
import sys, zipfile
book = zipfile.ZipFile(sys.argv[1])
assert book.testzip() is None
text = book.read('xl/sharedStrings.xml').decode()
for name in ('Seizoen', 'kiosk-007', 'Noordzee Reizen'): assert name in text, name
PYTHON
expect 1 "is no fleet file" "$log" report "$work/season/data/kiosk-001/engagement.sqlite" --out "$work/x.xlsx"
expect 1 "is not there" "$log" report "$work/none" --out "$work/x.xlsx"

# sealed
expect 0 "the secret key" "$log" make-key --out "$work/ngo"
[[ $(stat -c %a "$work/ngo") == 600 ]] || fail "others may read the secret key"
expect 1 "is there already" "$log" make-key --out "$work/ngo"
sealed=$("$log" export --data "$work/season/data/kiosk-001" --out "$work/stick" --sealed-for "$work/ngo.public" 2>"$work/said")
[[ $sealed == *.sealed && $(ls "$work/stick") == "$(basename "$sealed")" ]] || fail "one sealed file: $(ls "$work/stick")"
! grep -qa kiosk-001 "$sealed" || fail "the sealed file names its kiosk"
expect 0 "$work/office/" "$log" open "$sealed" --key "$work/ngo" --out "$work/office"
expect 0 "1 packages taken" "$log" merge "$work/office" --out "$work/c.fleet"
"$log" make-key --out "$work/other" >/dev/null
expect 1 "was sealed for another key" "$log" open "$sealed" --key "$work/other" --out "$work/office2"
expect 1 "is not a key" "$log" open "$sealed" --key "$work/season/open.csv" --out "$work/office2"
head -c 5000 "$sealed" >"$work/cut.sealed"
expect 1 "cut.sealed" "$log" open "$work/cut.sealed" --key "$work/ngo" --out "$work/office2"
[[ -z $(ls -A "$work/office2") ]] || fail "something of a package that was refused is left"

# what bad packages get; a, the good one, is not taken either, and the fleet stays as it was
cp "$work/a.fleet" "$work/before"
bad() { # bad WORDS COMMAND: of a copy of a package, changed by the command in its folder
  rm -rf "$work/bad" && cp -r "${packages[0]}" "$work/bad" && (cd "$work/bad" && eval "$2")
  expect 1 "$1" "$log" merge "${packages[1]}" "$work/bad" --out "$work/a.fleet"
  grep -q "nothing was taken" "$work/said" || fail "$1"
  cmp "$work/a.fleet" "$work/before" || fail "the fleet was changed by a package that was refused: $1"
}
bad "bad/tallies.csv: is not what was exported: its bytes were changed" "sed -i '2s/1/2/' tallies.csv"
bad "bad/machine.csv: is missing or cannot be read" "rm machine.csv"
bad "was written by a later version (form 9)" "sed -i 's/\"schema_version\": 2/\"schema_version\": 9/' datapackage.json"
bad "is damaged: it is not JSON" "truncate -s 200 datapackage.json"

# sticks: full, read-only, without permissions; where this machine lets us make them
data=$work/season/data/kiosk-002
exporting() { "$log" export --data "$data" --out "$1"; }
if mkdir "$work/full" && mount -t tmpfs -o size=512k tmpfs "$work/full" 2>/dev/null; then
  expect 1 "it is full: free some space, or use another stick" exporting "$work/full"
  [[ -z $(ls -A "$work/full") ]] || fail "a full stick keeps half a package"
  mount -o remount,ro "$work/full"
  expect 1 "read-only" exporting "$work/full"
  umount "$work/full"
else
  echo "no file system can be mounted here: full and read-only sticks were not tried"
fi
expect 0 "$work/again/" exporting "$work/again"
echo "the season's totals, and a line for every fault"
