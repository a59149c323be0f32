# What a forger does with a package, for tests of who made one. Sourced; wants $work.
mkdir -p "$work/forger"
printf "kiosk's key for exports, 1\n%s\n" "$(python3 -c 'import os; print(os.urandom(32).hex())')" >"$work/forger/export-key"
cat >"$work/hashes.py" <<'PYTHON'
# In a package's folder: makes the description agree with a file that was changed.
import hashlib, json, sys
d = json.load(open('datapackage.json'))
b = open(sys.argv[1], 'rb').read()
[r.update(bytes=len(b), hash='sha256:' + hashlib.sha256(b).hexdigest()) for r in d['resources'] if r['path'] == sys.argv[1]]
json.dump(d, open('datapackage.json', 'w'))
PYTHON
# sign KEY: in a package's folder, as the kiosk of this key does; by OpenSSL, which knows nothing of us.
sign() {
  python3 - "$1" "$work/der" <<'PYTHON'
import sys
seed = open(sys.argv[1]).read().split('\n')[1]
open(sys.argv[2], 'wb').write(bytes.fromhex('302e020100300506032b657004220420' + seed))
PYTHON
  { printf 'kiosk figures, signed, 1\n'; cat datapackage.json; } >"$work/message"
  openssl pkey -inform DER -in "$work/der" -pubout -outform DER -out "$work/public"
  openssl pkeyutl -sign -inkey "$work/der" -keyform DER -rawin -in "$work/message" -out "$work/signature"
  python3 - "$work/public" "$work/signature" >datapackage.json.sig <<'PYTHON'
import sys
public, signature = (open(name, 'rb').read() for name in sys.argv[1:])
print('kiosk figures, signed, 1\nkey ' + public[-32:].hex() + '\nsignature ' + signature.hex())
PYTHON
}
# forge FROM TO: a package of the same kiosk with 90,000 visits on a day, and a number of an export that is never over, by another key.
forge() {
  rm -rf "$2" && cp -r "$1" "$2"
  (cd "$2" && sed -i -E '0,/,visits,all,/s/(,visits,all,)[0-9]+$/\190000/' tallies.csv && python3 "$work/hashes.py" tallies.csv &&
    sed -i -E 's/"snapshot": [0-9]+/"snapshot": 999999/' datapackage.json && sign "$work/forger/export-key")
}
