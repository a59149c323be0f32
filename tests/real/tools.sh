# What bad input gets from the programs: one line that says where, what and what to do, and the right exit code.
source "$(dirname "$0")/common.sh"
kiosk=$KIOSK_BIN/kiosk log=$KIOSK_BIN/kiosk-log check=$KIOSK_BIN/kiosk-content
echo "wait 1s" >"$work/short.script"
play() { "$kiosk" --offscreen 320x240 --script "$work/short.script" "$@"; }

# content
expect 0 "no errors: it can be packed" "$check" check "$KIOSK_SOURCES/content"
expect 1 "error: there is no such folder (name the folder that kiosk.toml is in)" "$check" check "$work/none"
cp -r "$KIOSK_SOURCES/content" "$work/content"
sed -i 's/^picture = "night-market"/picture = "nightmarket"/' "$work/content/campaigns/dont-look-away/campaign.toml"
sed -i 's/^kind = "several"/kind = "severel"/' "$work/content/quiz/travellers/quiz.toml"
sed -i '0,/^a = /{s/^a = .*//}' "$work/content/quiz/travellers/fr.toml"
expect 1 "there is no picture 'nightmarket'" "$check" check "$work/content"
grep -qE "content/quiz/travellers/quiz.toml:[0-9]+:1: error: 'severel' is not a known kind \(write .single., .several., .true-false. or .what-would-you-do.\)" "$work/said" || fail "severel"
grep -qE "content/quiz/travellers/fr.toml:[0-9]+:[0-9]+: error: question '.*' has no 'a' \(add a = …\)" "$work/said" || fail "answer a"
mkdir -p "$work/content/pictures" && echo "no picture" >"$work/content/pictures/poster.png"
expect 1 "poster.png: error: cannot be shown" "$check" check "$work/content"
expect 0 "" play --content "$work/content" --data "$work/d1"       # it runs all the same
expect 0 "the safe page stands in" play --content "$work/none" --data "$work/d2"

# words and contacts: every mistake at its line, and who has looked at what
cp -r "$KIOSK_SOURCES/content" "$work/words"
sed -i 's/^source = "Source\(.*\){source}/source = "Source\1{quelle}/' "$work/words/interface/fr.toml"
expect 1 "this text has {quelle} in place of {source}, so that the value would be missing" "$check" check "$work/words"
grep -qE "^words/interface/fr.toml:[0-9]+:1: error: this text has" "$work/said" || fail "the line of a translated placeholder"
cp "$KIOSK_SOURCES/content/interface/fr.toml" "$work/words/interface/fr.toml"
expect 0 "reviewed by A. Person on" "$check" reviewed "$work/words/interface/fr.toml" --by "A. Person"
expect 0 "be-form: tried by A. Person on" "$check" tried "$work/words" be-form --by "A. Person"
expect 0 "(1 verified by a person), 1 of" "$check" check "$work/words"
sed -i 's/^next = .*/next = "Suite"/' "$work/words/interface/fr.toml"
sed -i 's#https://jedisstop.be/#https://jedisstop.be/signaler#' "$work/words/reporting/channels.toml"
expect 0 "these words were changed after A. Person had reviewed them" "$check" check "$work/words"
grep -q "channel 'be-form' was changed after A. Person had tried it" "$work/said" || fail "a changed address is untried again"
expect 2 "is no day, or has not come yet" "$check" tried "$work/words" be-form --by "A. Person" --on 2062-12-31
expect 1 "there is no channel 'be-fom'" "$check" tried "$work/words" be-fom --by "A. Person"
expect 0 "sentences in 4 languages" "$check" sentences "$work/words" --out "$work/sentences.csv"
head -n 1 "$work/sentences.csv" | grep -q "where,key,source,en,en: state,fr" || fail "the table of sentences"
expect 0 "sentences in 4 languages" "$check" sentences "$work/words" --out "$work/sentences.html"

expect 1 "let it end with .csv or .html" "$check" sentences "$work/words" --out "$work/sentences.docx"
expect 1 "is a file of $work/words, which is read" "$check" sentences "$work/words" --out "$work/words/kiosk.toml"
mkfifo "$work/pipe.csv"
expect 1 "is a pipe already" "$check" sentences "$work/words" --out "$work/pipe.csv"
expect 1 "is a file of $work/words, which is read" "$check" pack "$work/words" --version-number 1 --valid-until 2037-12-31 --out "$work/words/kiosk.toml"
expect 1 "is a device already" "$check" pack "$work/words" --version-number 1 --valid-until 2037-12-31 --out /dev/null
shots() { "$check" shots "$KIOSK_SOURCES/content" --languages en --panels "22 inch portrait" --out "$@"; }
expect 1 "lies in $work/words, which is read" "$check" shots "$work/words" --out "$work/words/shots"
expect 1 "pipe.csv: is a pipe, not a folder" shots "$work/pipe.csv"
mkdir -p "$work/pictures" "$work/elsewhere" && ln -s "$work/elsewhere" "$work/pictures/en-1080x1920-22"
expect 1 "is a link, and nothing is written through one" shots "$work/pictures"
rm "$work/pictures/en-1080x1920-22" && ln -s "$work/file" "$work/pictures/index.html"
expect 1 "index.html: is a link already" shots "$work/pictures"
[[ -z $(ls "$work/elsewhere") && ! -e $work/words/shots ]] || fail "pictures were written elsewhere"
[[ -p $work/pipe.csv && -c /dev/null ]] || fail "an output replaced a pipe or a device"

# figures
expect 1 "there is no engagement.sqlite here (give --data the kiosk's data folder)" "$log" export --data "$work/words" --out "$work/out"
expect 0 "Figures of the kiosk" "$log" summary --data "$work/d1"
echo "a file" >"$work/file"
expect 1 "$work/file" "$log" export --data "$work/d1" --out "$work/file"
printf 'language fr\ntap bar.leave\n' >"$work/visit.script"
expect 1 "file/data" "$kiosk" --offscreen 320x240 --script "$work/visit.script" --data "$work/file/data"
mkdir "$work/d3" && head -c 9000 /dev/urandom >"$work/d3/engagement.sqlite"
expect 0 "put aside whole" "$kiosk" --offscreen 320x240 --script "$work/visit.script" --data "$work/d3"
expect 0 "all                                                 1" "$log" summary --data "$work/d3"

# a full disk: a file system of one page; without the right to mount one, the failing file layer of the unit tests stands for it
if mkdir "$work/full" && mount -t tmpfs -o size=16k tmpfs "$work/full" 2>/dev/null; then
  head -c 12k /dev/zero >"$work/full/filler"
  expect 1 "disk" "$kiosk" --offscreen 320x240 --script "$work/visit.script" --data "$work/full"
  umount "$work/full"
fi

# configuration, script, display, theme, command line
printf 'name = "x"\nidel = 3\n' >"$work/kiosk.toml"
expect 0 "kiosk.toml:2:1: error: the configuration does not know the key 'idel'" play --config "$work/kiosk.toml" --data "$work/d4"
expect 0 "there-is-none.toml" play --config "$work/there-is-none.toml" --data "$work/d4"
printf 'tap home\nwiat 2s\n' >"$work/typo.script"
expect 1 "typo.script:2:1: error: there is no command 'wiat' (did you mean 'wait'?)" "$kiosk" --offscreen 320x240 --script "$work/typo.script" --data "$work/d5"
printf 'language fr\nexpect screen quiz\n' >"$work/wrong.script"
expect 1 "wrong.script:2: expected screen 'quiz', but it is 'home'" "$kiosk" --offscreen 320x240 --script "$work/wrong.script" --data "$work/d5"
expect 3 "display" env -u DISPLAY -u WAYLAND_DISPLAY -u SDL_VIDEODRIVER "$kiosk" --data "$work/d6"
expect 0 "themes/dusk.toml: error: cannot be read" play --assets "$work/none" --data "$work/d7"
expect 1 "--offscreen 12: is not a size" "$kiosk" --offscreen 12 --script "$work/short.script"
expect 0 "panel_diagonal_inches" "$kiosk" --print-config

# An empty argument is no name, and stands for nothing that is left out.
for arguments in "" "--config" "--data" "--content" "--take-content" "--mode" "--seed" "--trace"; do
  # shellcheck disable=SC2086 # none, or one
  got=0; "$kiosk" $arguments "" >"$work/said" 2>&1 || got=$?
  [[ $got == 1 ]] || { cat "$work/said"; fail "kiosk $arguments \"\" ends with $got"; }
done
expect 1 "--config: is empty (give a value, or leave it out)" "$kiosk" --config ""
empty() { ! "$@" >"$work/said" 2>&1 && grep -qE "^[A-Za-z-]+: is empty \(give" "$work/said" || { cat "$work/said"; fail "takes an empty argument: $*"; }; }
empty "$check" check ""
empty "$check" check "$KIOSK_SOURCES/content" --pictures ""
empty "$check" audit ""
empty "$check" shots "$KIOSK_SOURCES/content" --languages ""
empty "$check" shots "$KIOSK_SOURCES/content" --out ""
empty "$check" pack "" --version-number 1 --valid-until 2037-12-31
empty "$check" sign ""
empty "$check" show ""
empty "$check" offers ""
empty "$check" reviewed "" --by "A. Person"
empty "$check" reviewed "$work/words/interface/fr.toml" --by ""
empty "$check" sentences "$work/words" --out ""
empty "$check" make-key --out ""
empty "$log" summary --data ""

# Whatever a name, an argument or a file holds, no byte of it steers the terminal: here one that would write into a clipboard
# (OSC 52), and one that would forge a line.
evil=$'a\e]52;c;cm0gLXJmIH4=\a\nb\xc2\x9b'
mkdir "$work/$evil"
plainly() {
  "$@" >"$work/said" 2>&1 || true
  [[ -s $work/said ]] || fail "said nothing: $*"
  ! LC_ALL=C grep -qP '[\x00-\x09\x0b-\x1f\x7f]|\xc2[\x80-\x9f]' "$work/said" || { cat -v "$work/said"; fail "not plain: $*"; }
  ! grep -q '^b' "$work/said" || { cat -v "$work/said"; fail "a forged line: $*"; }
}
cp -r "$KIOSK_SOURCES/content" "$work/$evil/content"
sed -i "s/^version = .*/version = \"1\\u001b]52;c;AAAA\\u0007\"/" "$work/$evil/content/kiosk.toml"
for tool in "$kiosk" "$check" "$log"; do plainly "$tool" "--$evil"; plainly "$tool" "$evil"; done
plainly "$check" check "$work/$evil/content"
plainly "$check" check "$work/$evil/none"
plainly "$check" shots "$work/$evil/content" --panels "$evil" --out "$work/$evil/shots"
plainly "$check" make-key --out "$work/$evil/key"
plainly "$check" sign "$work/$evil/none" --key "$work/$evil/key.secret"
plainly "$check" show "$work/$evil/none"
plainly "$check" make-recovery --kiosk "$evil" --number 1 --key "$work/$evil/key.secret" --out "$work/$evil"
plainly "$log" make-key --out "$work/$evil/seal"
plainly "$log" summary --data "$work/$evil"
plainly "$log" export --data "$work/d1" --out "$work/$evil"
plainly "$log" open "$evil" --key "$work/$evil/seal" --out "$work/$evil"
plainly "$log" merge "$work/$evil" --out "$work/$evil/fleet.db"
plainly "$log" report "$work/$evil/fleet.db" --out "$work/$evil/x.xlsx" --title "$evil"
plainly "$log" load "postgresql://$evil" "$work/$evil"
plainly "$kiosk" --take-content "$work/$evil" --data "$work/$evil/data"
plainly play --config "$work/$evil/none" --data "$work/d8" --content "$work/$evil/content"
printf '%s 1\n' "$evil" >"$work/$evil/typo.script"
plainly "$kiosk" --offscreen 320x240 --script "$work/$evil/typo.script" --data "$work/d8"
printf 'name = "%s"\nidel\u001b = 3\n"\\u001b]52;c;\\u0007" = 3\n' "b" >"$work/$evil/kiosk.toml"
plainly "$kiosk" --check --config "$work/$evil/kiosk.toml" --data "$work/$evil/data"
# Each half of a key where it belongs; the other one is refused.
(cd "$work" && "$check" make-key --out half && "$log" make-key --out shut) >/dev/null
expect 1 "2020-01-01 has passed: no kiosk would take it" "$check" pack "$KIOSK_SOURCES/content" --version-number 2 --valid-until 2020-01-01 --out "$work/half.kioskpack"
expect 0 "warning: a kiosk takes numbers up to 1000 above" "$check" pack "$KIOSK_SOURCES/content" --version-number 2027 --valid-until 2099-12-31 --out "$work/half.kioskpack"
expect 1 "half.public: is the public half of a key" "$check" sign "$work/half.kioskpack" --key "$work/half.public"
expect 1 "shut: is a key for sealing packages" "$check" sign "$work/half.kioskpack" --key "$work/shut"
printf '\xEF\xBB\xBF%s\r\n\r\n' "$(sed 's/$/\r/' "$work/half.secret")" >"$work/windows.secret"
expect 0 "nobody else has signed" "$check" sign "$work/half.kioskpack" --key "$work/windows.secret"
expect 0 "a new kiosk does not take it" "$check" show "$work/half.kioskpack"
expect 1 "shut: is the secret half of a key" "$log" export --data "$work/d1" --out "$work/shut-out" --sealed-for "$work/shut"
expect 1 "shut.public: is the public half of a key" "$log" open "$work/half.kioskpack" --key "$work/shut.public" --out "$work/shut-out"
# What systems leave in folders is left out; what else does not go into a pack is told at once.
cp -r "$KIOSK_SOURCES/content" "$work/copied"
for name in .DS_Store ._kiosk.toml interface/._fr.toml interface/Thumbs.db desktop.ini; do printf x >"$work/copied/$name"; done
expect 0 "content number 3" "$check" pack "$work/copied" --version-number 3 --valid-until 2099-12-31 --out "$work/copied.kioskpack"
touch "$work/copied/interface/fr.toml~" "$work/copied/interface/fr (copie).toml"
expect 1 "2 errors: it cannot be packed" "$check" pack "$work/copied" --version-number 3 --valid-until 2099-12-31 --out "$work/copied.kioskpack"
# A PIN that is typed: of its length, and no more of it is read than a PIN has.
hash_of() { echo "$1" | "$kiosk" --hash-pin; }
expect 0 'pin_hash = "$argon2id$' hash_of 9044178819
for wrong in 12345678901 904417881990441788199 abc904; do expect 1 "a PIN has 6 to 10 digits and nothing else" hash_of "$wrong"; done

# What is written may be figures or keys: it is its writer's alone, whatever the shell's umask.
(umask 022; "$check" make-key --out "$work/own"; "$log" export --data "$work/d1" --out "$work/own-out") >/dev/null
others=$(find "$work/own.public" "$work/own.secret" "$work/own-out" -perm /077)
[[ -z $others ]] || fail "others may read $others"
# What Chromium shows beside the kiosk in tools/compare is made of the same content.
mkdir "$work/page"
PYTHONDONTWRITEBYTECODE=1 python3 - "$KIOSK_SOURCES/tools" "$work/page" "$KIOSK_SOURCES/content" "$KIOSK_BIN/assets/pictures" <<'PY' || fail "no page for tools/compare"
import pathlib, sys
sys.path.insert(0, sys.argv[1])
import compare_page
page = compare_page.write(*map(pathlib.Path, sys.argv[2:])).read_text()
assert "Don’t look away" in page and page.count('class="card"') >= 4, page
PY
echo "every fault was said"
