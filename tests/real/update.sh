# Content by stick with the real programs: keys, a pack, a signature by a second person; the kiosk takes it from a folder, draws
# it in a process of its own, shows it at the next start, and goes back by itself when no start lasts.
source "$(dirname "$0")/common.sh"
kiosk=$KIOSK_BIN/kiosk tool=$KIOSK_BIN/kiosk-content
mkdir "$work/stick" "$work/data"
cd "$work"
for name in release second spare next stranger; do expect 0 "$name.public" "$tool" make-key --out $name; done
[[ $(stat -c %a release.secret) == 600 ]] || fail "others can read the key"
expect 1 "choose a name that is not there yet" "$tool" make-key --out release
printf '[updates]\nkeys = ["%s", "%s", "%s"]\n' "$(key_of release.public)" "$(key_of second.public)" "$(key_of spare.public)" >kiosk.toml
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
expect 0 "two people have signed" "$tool" sign stick/edition.kioskpack --key release.secret
expect 1 "was signed by somebody this kiosk does not know" take
expect 1 "two people have signed" "$tool" sign stick/edition.kioskpack --key second.secret
expect 0 "nobody else has signed" "$tool" sign stick/edition.kioskpack --key release.secret --anew
expect 1 "this key has signed" "$tool" sign stick/edition.kioskpack --key release.secret
expect 0 "release.public, and it holds" "$tool" show stick/edition.kioskpack --public second.public release.public
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
# What a new picture shows nobody has read but people: two of them.
expect 1 "picture 'terrace.png' is new" take
expect 0 "two people have signed" "$tool" sign stick/edition.kioskpack --key second.secret
expect 0 "content 3" take
shows "The third edition"

# where reports go: an address that hides it is refused everywhere, with file and line, whoever signs
lead() { sed -i "s#https://isaystop.com/\"#$1\"#" content/reporting/channels.toml; }
repack() { rm -f stick/edition.kioskpack && "$tool" pack content --version-number "$1" --valid-until 2035-12-31 --out stick/edition.kioskpack >said 2>&1; }
edition "The fourth edition" 4
lead "https://childfocus.be@evil.example"
line=$(grep -n "evil.example" content/reporting/channels.toml | head -1 | cut -d: -f1)
expect 1 "content/reporting/channels.toml:$line:" "$tool" check content
grep -q "leads to 'evil.example'" said || fail "check does not say where it leads"
repack 4 && fail "it was packed"
# as somebody with a key of his own tools would pack it
python3 - <<'PYTHON'
import hashlib, os
folder, lines, blobs = "content", [], b""
for path in sorted(os.path.relpath(os.path.join(at, name), folder) for at, _, names in os.walk(folder) for name in names):
    data = open(os.path.join(folder, path), "rb").read()
    lines.append(f"file {hashlib.sha256(data).hexdigest()} {len(data)} {path}\n")
    blobs += data
body = ("kiosk content 1\nproduct ecpat-kiosk\nschema 1\nprogram 0.1.0\nepoch 1\ncontent 4\nversion 2026.11.1\n"
        f"valid-until 2035-12-31\nfiles {len(lines)}\n" + "".join(lines) + "end\n").encode()
header = f"kiosk signed 1: signatures 0000, text {len(body):06}\n".encode()
open("stick/edition.kioskpack", "wb").write(header + body + blobs)
open("forged", "wb").write(header + body + blobs)
PYTHON
expect 1 "leads to 'evil.example'" "$tool" sign stick/edition.kioskpack --key release.secret
expect 1 "nobody has signed this content" take
expect 0 "leads to 'evil.example'" "$tool" show stick/edition.kioskpack --before "$KIOSK_SOURCES/content"
# one key alone leads no report elsewhere; two do, and each change is said
edition "The fourth edition" 4
lead "https://ecpat.example/"
repack 4 || { cat said; fail "was not packed"; }
cp stick/edition.kioskpack unsigned
expect 0 "nobody else has signed" "$tool" sign stick/edition.kioskpack --key release.secret
expect 1 "one person alone has signed it" take
grep -qF "'be-form', address (en): 'https://isaystop.com/' becomes 'https://ecpat.example/'" said || fail "the change is not said"
expect 0 "'be-form', address (en): 'https://isaystop.com/' becomes 'https://ecpat.example/'; needs two signatures" \
  "$tool" show stick/edition.kioskpack --before "$KIOSK_SOURCES/content"
expect 0 "two people have signed" "$tool" sign stick/edition.kioskpack --key second.secret
expect 0 "'be-form', address (en): 'https://isaystop.com/' becomes 'https://ecpat.example/'" take
shows "The fourth edition"

# keys: one of them makes no list; two make one without the lost key, and the spare one stays
edition "The fifth edition" 5
rm stick/edition.kioskpack
lead "https://ecpat.example/"
expect 0 "list 2" "$tool" sign-keys --epoch 2 --public second.public next.public spare.public --key release.secret --out stick/keys
expect 1 "signed by one person alone" take
expect 0 "list 2" "$tool" sign-keys --epoch 2 --public second.public next.public --key second.secret --out stick/keys
expect 0 "two people have signed" "$tool" sign stick/keys.kioskkeys --key spare.secret
expect 1 "leave out the spare one" take
expect 0 "list 2" "$tool" sign-keys --epoch 2 --public second.public next.public spare.public --key second.secret --out stick/keys
cp stick/keys.kioskkeys earlier.kioskkeys
expect 0 "two people have signed" "$tool" sign stick/keys.kioskkeys --key spare.secret
expect 0 "list 3" "$tool" sign-keys --epoch 3 --public next.public spare.public --key second.secret --out later
expect 0 "is believed no more: key $(key_of second.public)" "$tool" show later.kioskkeys --before earlier.kioskkeys
repack 5
expect 0 "signed by" "$tool" sign stick/edition.kioskpack --key release.secret
expect 1 "keys 2 are believed from now on" take
grep -q "somebody this kiosk does not know" "$work/said" || fail "the lost key still signs"
rm stick/keys.kioskkeys
expect 0 "signed by" "$tool" sign stick/edition.kioskpack --key next.secret --anew
expect 0 "content 5" take
shows "The fifth edition"

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
