# Our files in the hands of the programs whose forms they have, and theirs in ours: minisign checks what kiosk-content has signed,
# and signs what a kiosk takes; age and tar open what was sealed for the office, and what they seal kiosk-log opens.
source "$(dirname "$0")/common.sh"
kiosk=$KIOSK_BIN/kiosk tool=$KIOSK_BIN/kiosk-content log=$KIOSK_BIN/kiosk-log
mkdir "$work/stick" "$work/data"
cd "$work"
for name in office second spare; do "$tool" make-key --out $name >/dev/null; done
minisign -G -W -p other.pub -s other.key >/dev/null
take() { "$kiosk" --config kiosk.toml --data data --take-content stick; }
# minisign accepts FILE as signed by the key, with this trusted comment, and not once a byte of it has changed
verified() { # verified KEY-LINE FILE SIGNATURE COMMENT
  [[ $(minisign -V -Q -P "$1" -m "$2" -x "$3") == "$4" ]] || fail "minisign does not accept $2 by $3"
  { cat "$2"; echo; } >changed
  ! minisign -V -q -P "$1" -m changed -x "$3" 2>/dev/null || fail "minisign accepts a changed $2"
}

# keys: minisign reads ours, we read its own
minisign -R -s office.secret -p again.pub >/dev/null </dev/null || fail "minisign does not read our secret key"
[[ $(key_of again.pub) == "$(key_of office.public)" ]] || fail "minisign finds another public key"
printf '[updates]\nkeys = ["%s", "%s", "%s"]\n' "$(key_of office.public)" "$(key_of other.pub)" "$(key_of spare.public)" >kiosk.toml

# an archive: what is signed and each signature, as files
cp -r "$KIOSK_SOURCES/content" content
sed -i '0,/^see = .*/s//see = "The second edition"/' content/interface/en.toml
"$tool" pack content --version-number 2 --valid-until 2035-12-31 --out edition.kioskpack >/dev/null
expect 0 "nobody has signed it yet" "$tool" signatures edition.kioskpack --out parts
[[ $(ls parts) == manifest ]] || fail "unsigned, and yet: $(ls parts)"
"$tool" sign edition.kioskpack --key office.secret >/dev/null
# the second person has minisign and the manifest alone, and sees nothing of the first
minisign -S -s other.key -m parts/manifest -x other.minisig >/dev/null
expect 1 "says not whose it is" "$tool" sign edition.kioskpack --signature other.minisig
expect 1 "is of another key" "$tool" sign edition.kioskpack --signature other.minisig --public second.public
minisign -S -l -s other.key -m parts/manifest -x older.minisig >/dev/null
expect 1 "minisign's older form" "$tool" sign edition.kioskpack --signature older.minisig --public other.pub
minisign -S -s other.key -m content/kiosk.toml -x wrong.minisig >/dev/null
expect 1 "does not hold" "$tool" sign edition.kioskpack --signature wrong.minisig --public other.pub
expect 0 "two people have signed" "$tool" sign edition.kioskpack --signature other.minisig --public other.pub
expect 0 "other.pub, and it holds" "$tool" show edition.kioskpack --public office.public other.pub
expect 0 "manifest.second.minisig" "$tool" signatures edition.kioskpack --out parts
verified "$(key_of office.public)" parts/manifest parts/manifest.minisig "kiosk content 1"
verified "$(key_of other.pub)" parts/manifest parts/manifest.second.minisig "$(sed -n 's/^trusted comment: //p' other.minisig)"
! minisign -V -q -P "$(key_of second.public)" -m parts/manifest 2>/dev/null || fail "minisign accepts a key that has not signed"
(cd content && grep '^file ' ../parts/manifest | awk '{print $2 "  " $4}' | sha256sum --check --quiet) || fail "the manifest is of other files"
# a comment that nobody has signed is never said
minisign -S -s other.key -m parts/manifest -x loud.minisig -c "BELIEVE-ME" >/dev/null
"$tool" sign edition.kioskpack --key office.secret --anew >/dev/null
expect 0 "two people have signed" "$tool" sign edition.kioskpack --signature loud.minisig --public other.pub
! "$tool" show edition.kioskpack --public other.pub | grep -q BELIEVE-ME || fail "it says what nobody has signed"
! grep -qa BELIEVE-ME edition.kioskpack || fail "it keeps what nobody has signed"
cp edition.kioskpack stick/
expect 0 "content 2" take

# the same with a list of keys
"$tool" sign-keys --epoch 2 --public office.public other.pub second.public spare.public --key office.secret --out list >/dev/null
"$tool" signatures list.kioskkeys --out parts >/dev/null
verified "$(key_of office.public)" parts/keys parts/keys.minisig "kiosk keys 1"
[[ $(sed -n 's/^key //p' parts/keys) == "$(for file in office.public other.pub second.public spare.public; do key_of $file; done)" ]] || fail "other keys"
minisign -S -s other.key -m parts/keys >/dev/null
expect 0 "two people have signed" "$tool" sign list.kioskkeys --signature parts/keys.minisig --public other.pub
rm stick/* && cp list.kioskkeys stick/
expect 0 "keys 2 are believed from now on" take

# and with a recovery stick
"$tool" make-recovery --kiosk stand-1 --number 1 --key office.secret --out stick >/dev/null
"$tool" signatures stick/kiosk-recovery.txt --out parts >/dev/null
verified "$(key_of office.public)" parts/recovery parts/recovery.minisig "kiosk recovery 1"

# keys of the old form, and one that a password protects, are told
printf '[updates]\nkeys = ["%s"]\n' "$(printf 'a%.0s' {1..64})" >old.toml
"$kiosk" --check --config old.toml --data data >said 2>&1 && fail "an old key is no fault"
grep -q "of the old form, of 64 hexadecimal digits" said || { cat said; fail "the old form is not told"; }
grep -q "kiosk-content make-key" said || fail "it is not told what to do"
script -qec "printf 'a\na\n' | minisign -G -p locked.pub -s locked.key" /dev/null >/dev/null </dev/null
expect 1 "is protected by a password" "$tool" sign edition.kioskpack --key locked.key --anew

# sealed packages: age opens ours, and tar gives the folder that kiosk-log open gives
printf 'language fr\ntap bar.leave\n' >visit.script
"$kiosk" --data figures --offscreen 640x360 --script visit.script 2>journal || { cat journal; fail "no visit"; }
"$log" make-key --out ngo >/dev/null
[[ $(age-keygen -y ngo) == "$(cat ngo.public)" ]] || fail "age-keygen finds another public key in our secret one"
sealed=$("$log" export --data figures --out stick2 --sealed-for ngo.public 2>/dev/null)
[[ $sealed == stick2/*.tar.age ]] || fail "not a .tar.age: $sealed"
folder=$(basename "$sealed" .tar.age)
mkdir by-age && age -d -i ngo "$sealed" | tar x -C by-age 2>said || { cat said; fail "age and tar do not open it"; }
[[ ! -s said ]] || { cat said; fail "tar has something to say"; }
[[ $(ls by-age) == "$folder" ]] || fail "not its folder alone: $(ls by-age)"
[[ $(age -d -i ngo "$sealed" | file -b -) == "POSIX tar archive" ]] || fail "$(age -d -i ngo "$sealed" | file -b -)"
age -d -i ngo "$sealed" | python3 -c 'import sys, tarfile
for one in tarfile.open(fileobj=sys.stdin.buffer, mode="r|"): assert one.isdir() or one.isfile(), one.name' || fail "Python does not read it"
expect 0 "by-us/$folder" "$log" open "$sealed" --key ngo --out by-us
diff -r "by-age/$folder" "by-us/$folder" || fail "age and tar give other files than kiosk-log open"
expect 0 "1 packages taken" "$log" merge by-age --out fleet.db
age-keygen -o foreign 2>/dev/null
! age -d -i foreign "$sealed" >/dev/null 2>&1 || fail "age opens it with another key"
expect 1 "was sealed for another key" "$log" open "$sealed" --key foreign --out by-other

# what age and tar have sealed, of each form of tar that has nothing else in it, for one and for several
tar c --format=gnu -C by-age "$folder" | age -r "$(cat ngo.public)" >one.tar.age
tar c --format=ustar -C by-age "./$folder" | age -R ngo.public -r "$(age-keygen -y foreign)" >two.tar.age
tar c -C "by-age/$folder" . | age -r "$(age-keygen -y foreign)" -R ngo.public >three.tar.age
for name in one two three; do
  expect 0 "by-us/$name" "$log" open $name.tar.age --key ngo --out by-us
  diff -r "by-age/$folder" "by-us/$name" || fail "$name.tar.age opens to something else"
done
expect 0 "by-foreign/two" "$log" open two.tar.age --key foreign --out by-foreign
# and what neither may do
refused() { # refused WORDS FILE
  expect 1 "$1" "$log" open "$2" --key ngo --out by-nobody
  [[ -z $(ls -A by-nobody) ]] || fail "something of $2 is left"
}
tar c --format=gnu -C by-age --transform "s#^#../#" -P "$folder" | age -R ngo.public >above.tar.age
refused "leads out of the package's folder" above.tar.age
ln -s /etc/passwd "by-age/$folder/tallies.link" && tar c -C by-age "$folder" | age -R ngo.public >link.tar.age
refused "neither a file nor a folder" link.tar.age
tar c --format=pax --pax-option=comment=x -C "by-us/one" . | age -R ngo.public >pax.tar.age
refused "of another form" pax.tar.age
age -a -R ngo.public <one.tar.age >armoured.tar.age
refused "is sealed as text" armoured.tar.age
head -c $(($(stat -c %s one.tar.age) - 5)) one.tar.age >cut.tar.age
refused "was changed, or is not whole" cut.tar.age
{ cat one.tar.age; echo x; } >longer.tar.age
refused "was changed, or is not whole" longer.tar.age
for file in cut.tar.age longer.tar.age; do ! age -d -i ngo $file >/dev/null 2>&1 || fail "age opens $file"; done
echo "signed and checked, sealed and opened, both ways"
