# Root and a kiosk that was taken over: whatever links it has put into its own folder, no command that root gives writes
# through one, and looking leaves every byte and every time as it was. As root only, with a user that is a service's.
source "$(dirname "$0")/common.sh"
[[ $EUID == 0 ]] || { echo "not root: nothing was tried"; exit 0; }
kiosk=$KIOSK_BIN/kiosk log=$KIOSK_BIN/kiosk-log check=$KIOSK_BIN/kiosk-content
service=977
as_service() { setpriv --reuid $service --regid $service --clear-groups -- "$@"; }
chmod 711 "$work"
victim=$work/victim state=$work/state data=$work/state/data
mkdir -p "$victim" "$data"
chmod 755 "$state"
install -d -o $service -g $service -m 700 "$data"
install -d -o $service -g $service -m 700 "$work/out"
echo precious >"$victim/precious"
cp "$victim/precious" "$victim/engagement.sqlite"
victim_is_whole() {
  [[ $(cd "$victim" && find . | sort | tr '\n' ' ') == ". ./engagement.sqlite ./precious " ]] || fail "$1: $(ls -la "$victim")"
  [[ $(cat "$victim/precious" "$victim/engagement.sqlite") == $'precious\nprecious' ]] || fail "$1: the victim was written to"
  [[ $(stat -c %u:%a "$victim/precious") == 0:600 || $(stat -c %u:%a "$victim/precious") == 0:644 ]] || fail "$1: rights"
}
tree() { (cd "$1" && find . -printf '%p %y %m %U %s %T@ ' \( -type f -exec sha256sum {} \; -o -printf '\n' \) | sort); }

# A pack to be taken, and a configuration that believes its key.
mkdir "$work/stick"
"$check" make-key --out "$work/office" >/dev/null
"$check" pack "$KIOSK_SOURCES/content" --version-number 1 --valid-until 2049-01-01 --out "$work/stick/new.kioskpack" --key "$work/office.secret" >/dev/null
chmod -R a+rX "$work/stick"
printf 'name = "taken"\ndata = "%s"\n[updates]\nkeys = ["%s"]\n' "$data" "$(key_of "$work/office.public")" >"$work/kiosk.toml"

# Everything that it may have put there. Each command may fail; none may write through.
echo 'language fr
tap bar.leave' >"$work/visit.script"
for name in packs pin pin.spare settings.toml engagement.sqlite engagement.sqlite-journal pin.new settings.toml.new; do
  rm -rf "${data:?}"/* && as_service ln -s "$victim" "$data/packs"
  as_service ln -sfn "$victim/precious" "$data/$name"
  for command in "$kiosk --check --config $work/kiosk.toml" "$kiosk --take-content $work/stick --config $work/kiosk.toml" \
    "$kiosk --offscreen 320x240 --script $work/visit.script --config $work/kiosk.toml" "$log export --data $data --out $work/out" \
    "$log summary --data $data" "$log look --data $data --out $work/out" "$log merge $work/out --out $data/pin" \
    "$check make-key --out $data/pin" "$check make-recovery --kiosk a --number 1 --key $work/office.secret --out $data"; do
    (cd / && SDL_VIDEODRIVER=offscreen $command >"$work/said" 2>&1) || true
    victim_is_whole "$name, $command"
  done
  [[ -z $(find "$data" "$work/out" -user root) ]] || fail "root has made something in the kiosk's folder: $(find "$data" "$work/out" -user root)"
done
# The folder itself, where root has let the kiosk have what it lies in.
rm -rf "$data"
chown $service "$state"
as_service ln -s "$victim" "$data"
for command in "$kiosk --take-content $work/stick --config $work/kiosk.toml" \
  "$kiosk --offscreen 320x240 --script $work/visit.script --config $work/kiosk.toml" "$log export --data $data --out $work/out"; do
  (cd / && $command >"$work/said" 2>&1) || true
  victim_is_whole "the folder, $command"
done

# Looking: new content on trial, a PIN, figures whose last commit was cut off. Three checks, and it is as it was.
chown root "$state"
rm "$data"
install -d -o $service -g $service -m 700 "$data"
(cd / && "$kiosk" --take-content "$work/stick" --config "$work/kiosk.toml" >"$work/said" 2>&1) || { cat "$work/said"; fail "not taken"; }
(cd / && "$kiosk" --offscreen 320x240 --script "$work/visit.script" --config "$work/kiosk.toml" >"$work/said" 2>&1) || { cat "$work/said"; fail "no visit"; }
as_service sh -c 'umask 077; printf "kiosk-pin 2\nhash x\nstands-over \nwrong 3\nserial 0\nshut \nend\n" >"$1"' sh "$data/pin"
as_service /usr/bin/python3 - "$data/engagement.sqlite" <<'PYTHON'
import os, sqlite3, sys
store = sqlite3.connect(sys.argv[1], isolation_level=None)
store.executescript("PRAGMA cache_size=1; BEGIN IMMEDIATE; CREATE TABLE large(x)")
for _ in range(60):
    store.execute("INSERT INTO large VALUES (randomblob(3000))")
os._exit(0)  # as the plug would
PYTHON
[[ -s $data/engagement.sqlite-journal ]] || fail "no journal is left"
tree "$state" >"$work/before"
for _ in 1 2 3 4; do
  (cd / && SDL_VIDEODRIVER=offscreen "$kiosk" --check --config "$work/kiosk.toml" >"$work/said" 2>&1) || true
  grep -q "^red *database" "$work/said" || { cat "$work/said"; fail "says nothing of the figures"; }
  tree "$state" | diff "$work/before" - || fail "looking has changed something"
done
grep -q "^trial 1$" "$data/packs/state" || fail "a check counts as a start: $(cat "$data/packs/state")"
[[ -z $(find "$data" -user root) ]] || fail "root has made something in the kiosk's folder"
echo "root wrote through no link, and looking changed nothing"
