# Content by stick with the real programs: keys, a pack, a signature by a second person; the kiosk takes it from a folder, draws
# it in a process of its own, shows it at the next start, and goes back by itself when no start lasts.
source "$(dirname "$0")/common.sh"
kiosk=$KIOSK_BIN/kiosk tool=$KIOSK_BIN/kiosk-content
mkdir "$work/stick" "$work/data"
cd "$work"
for name in release spare next stranger; do expect 0 "$name.public" "$tool" make-key --out $name; done
[[ $(stat -c %a release.secret) == 600 ]] || fail "others can read the key"
expect 1 "choose a name that is not there yet" "$tool" make-key --out release
printf '[updates]\nkeys = ["%s", "%s"]\n' "$(cat release.public)" "$(cat spare.public)" >kiosk.toml
take() { "$kiosk" --config kiosk.toml --data data --take-content stick; }
edition() { # edition WORDS NUMBER: a content folder and a pack of it, unsigned
  rm -rf content && cp -r "$KIOSK_SOURCES/content" content
  sed -i "0,/^see = .*/s//see = \"$1\"/" content/interface/en.toml
  expect 0 "nobody has signed it yet" "$tool" pack content --version-number "$2" --valid-until 2035-12-31 --out "stick/edition.kioskpack"
}
printf 'wait 1s\n' >start.script
shows() { # shows WORDS: a start shows them
  "$kiosk" --config kiosk.toml --data data --offscreen 640x360 --script start.script --trace trace 2>journal || { cat journal; fail "did not start"; }
  grep -qF -- "$1" trace || { head -20 trace; fail "does not show \"$1\""; }
}

# refused: nothing there, nobody's, a stranger's, damaged, not checked
expect 1 "there is no .kioskpack and no .kioskkeys file" take
edition "The second edition" 2
expect 1 "refused: edition.kioskpack: nobody has signed this content (ask the office for the signed file)" take
expect 0 "signed by: nobody" "$tool" show stick/edition.kioskpack
expect 0 "signed by" "$tool" sign stick/edition.kioskpack --key stranger.secret
expect 1 "was signed by somebody this kiosk does not know" take
expect 0 "signed by" "$tool" sign stick/edition.kioskpack --key release.secret
cp stick/edition.kioskpack good
printf 'X' | dd of=stick/edition.kioskpack bs=1 seek=$(($(stat -c %s good) - 9)) conv=notrunc status=none
expect 1 "the file is damaged or was changed on its way" take
expect 1 "whole: no" "$tool" show stick/edition.kioskpack
expect 1 "is damaged or cut short" "$tool" sign stick/edition.kioskpack --key release.secret
sed -i 's/^picture = "beach-promenade"/picture = "beach"/' content/kiosk.toml
expect 1 "has errors, and is not packed" "$tool" pack content --version-number 3 --valid-until 2035-12-31 --out x.kioskpack
shows "$(sed -n 's/^see = "\(.*\)"/\1/p' "$KIOSK_SOURCES/content/interface/en.toml" | head -1)"
[[ -z $(ls data/packs 2>/dev/null | grep -v state) ]] || fail "something was left on the shelf: $(ls data/packs)"

# taken, drawn by the probe, shown; and not a second time
cp good stick/edition.kioskpack
expect 0 "content 2, version" take
(($(find data/packs -name '*.png' -path '*previews*' | wc -l) == 4)) || fail "no four previews"
expect 1 "this kiosk has had this content, or newer content, before" take
shows "The second edition"
# the command line stands over the shelf
"$kiosk" --config kiosk.toml --data data --content "$KIOSK_SOURCES/content" --offscreen 640x360 --script start.script --trace trace 2>journal
! grep -qF "The second edition" trace || fail "the named content is not shown"
# two more starts that end too soon, and one that goes back
shows "The second edition"
shows "The second edition"
shows "$(sed -n 's/^see = "\(.*\)"/\1/p' "$KIOSK_SOURCES/content/interface/en.toml" | head -1)"
sqlite3 data/engagement.sqlite "select event || ' ' || detail from machine_log" | grep -qx "content 2 went back: starts" || fail "the machine log does not say so"

# pictures of a pack: one that is none is found by the probe, though the signature holds
edition "The third edition" 3
mkdir content/pictures && head -c 3000 /dev/urandom >content/pictures/poster.png
expect 1 "poster.png: error: cannot be shown" "$tool" pack content --version-number 3 --valid-until 2035-12-31 --out stick/edition.kioskpack
cp "$KIOSK_BIN/assets/pictures/terrace.png" content/pictures/terrace.png && rm content/pictures/poster.png
expect 0 "signed" "$tool" pack content --version-number 3 --valid-until 2035-12-31 --out stick/edition.kioskpack --key release.secret
expect 0 "content 3" take
shows "The third edition"

# keys: the spare one signs a list without the lost one; content of the lost key is refused from then on
edition "The fourth edition" 4
expect 0 "list 2" "$tool" sign-keys --epoch 2 --public spare.public next.public --key spare.secret --out stick/keys
expect 0 "signed by" "$tool" sign stick/edition.kioskpack --key release.secret
expect 1 "keys 2 are believed from now on" take
grep -q "somebody this kiosk does not know" "$work/said" || fail "the lost key still signs"
rm stick/keys.kioskkeys
expect 0 "signed by" "$tool" sign stick/edition.kioskpack --key next.secret
expect 0 "content 4" take
shows "The fourth edition"

# the fence around the decoder, as the kernel has it
mkfifo slow
"$KIOSK_BIN/kiosk-picture" <slow >/dev/null &
decoder=$!
exec 9>slow
for _ in $(seq 100); do grep -q "^Seccomp:.*2" /proc/$decoder/status && break; sleep 0.05; done
grep -qE "^Seccomp:\s+2" /proc/$decoder/status || fail "no seccomp"
grep -qE "^NoNewPrivs:\s+1" /proc/$decoder/status || fail "new rights are possible"
grep -qE "Max open files\s+3 " /proc/$decoder/limits || fail "files can be opened"
grep -qE "Max file size\s+0 " /proc/$decoder/limits || fail "files can be written"
exec 9>&-
wait $decoder && fail "nothing is a picture"
echo "packed, signed, taken, shown, left"
