# Staff at a real window, beyond the figures: a recovery stick and a new PIN, the kiosk's health, content from a stick that is
# looked at and used, so that the kiosk begins anew with it, settings that it begins anew with, and packing away.
source "$(dirname "$0")/common.sh"
trap 'kill ${server:-} ${kiosk:-} 2>/dev/null || true; rm -rf "$work"' EXIT
tool=$KIOSK_BIN/kiosk-content
mkdir "$work/stick"
(cd "$work" && for name in office second spare; do "$tool" make-key --out $name >/dev/null; done
  cp -r "$KIOSK_SOURCES/content" content
  sed -i '0,/^see = .*/s//see = "The second edition"/' content/interface/en.toml
  sed -i 's/^version = .*/version = "2027.01.1"/' content/kiosk.toml
  # One address and one number lead elsewhere: two people sign it, and staff see both.
  sed -i 's#https://isaystop.com/"#https://ecpat.example/"#; s#^phone = "0808\(.*\)5000"#phone = "0808\15001"#' content/reporting/channels.toml
  "$tool" pack content --version-number 2 --valid-until 2035-12-31 --out stick/edition.kioskpack >/dev/null
  "$tool" sign stick/edition.kioskpack --key office.secret >/dev/null
  "$tool" sign stick/edition.kioskpack --key second.secret >/dev/null
  "$tool" make-recovery --kiosk stand-1 --number 1 --key office.secret --out stick >/dev/null)
# Where that can be done, its write protection is on: it is read all the same.
protected=
mount --bind "$work/stick" "$work/stick" 2>/dev/null && mount -o remount,bind,ro "$work/stick" && protected=yes
trap 'kill ${server:-} ${kiosk:-} 2>/dev/null || true; umount -l "$work/stick" 2>/dev/null || true; rm -rf "$work"' EXIT
cat >"$work/kiosk.toml" <<TOML
name = "stand-1"
[export]
folders = ["$work/stick"]
[updates]
keys = ["$(key_of "$work/office.public")", "$(key_of "$work/second.public")", "$(key_of "$work/spare.public")"]
TOML
start_x 1280x720
export ASAN_OPTIONS=${ASAN_OPTIONS:-}:detect_leaks=0 # the OpenGL driver's, as in window.sh
"$KIOSK_BIN/kiosk" --config "$work/kiosk.toml" --data "$work/data" --trace "$work/trace" --seed 1 2>"$work/journal" &
kiosk=$!
# Brings a thing into view by the page's own button, and touches it.
click() {
  local x y
  for _ in $(seq 12); do
    wait_for "$1"
    sleep 0.55 # a new screen takes no tap for half a second
    middle_of "$1"
    if ((y > 0 && y < 690)); then
      touch_at "$x" "$y"
      sleep 0.3
      return
    fi
    [[ $1 != scroll.down ]] || fail "the page cannot be scrolled"
    click scroll.down
    sleep 0.7
  done
  fail "$1 never came into view"
}
type_pin() {
  local digit
  for digit in $(grep -o . <<<"$1"); do click "pin.$digit"; done
  click pin.submit
}
hold_corner() { sleep 0.6; xdotool mousemove 1270 10 mousedown 1 sleep 3.5 mouseup 1; }
timeout 30 xdotool search --sync --onlyvisible --name "^kiosk$" >/dev/null || fail "no window"
wait_for attract.language.fr
sleep 1
hold_corner
wait_for "pin.message \"No PIN has been set here"
click pin.forgotten
wait_for "pin.title \"A new PIN"
type_pin 123456
type_pin 123456
wait_for "pin.message \"Anybody would try this PIN first"
type_pin 904417
type_pin 904417
click staff.tab.health
wait_for "health.database"
wait_for "health.code \"KIOSK1 stand-1"
click staff.tab.content
wait_for "content.version \"Version 2026"
click content.find
wait_for "content.found \"Version 2027.01.1 is ready" 2400
wait_for "content.signers \"Two people have signed it"
wait_for "content.contact.1.before \"Now: https://isaystop.com/"
wait_for "content.contact.1.after \"New: https://ecpat.example/"
wait_for "content.contact.2.after \"New: 0808.*5001"
wait_for "content.preview.4"
click content.use
# The program begins anew in the same process, with what was taken.
wait_for "attract.statement \"The second edition" 400
kill -0 $kiosk || fail "has ended"
sleep 1
hold_corner
type_pin 904417
click staff.tab.content
wait_for "content.version \"Version 2027.01.1, from a stick"
wait_for "content.trial"
click staff.tab.settings
click settings.language.fr
click settings.save
wait_for "attract.language.fr" 400
for _ in $(seq 100); do grep -q '^languages = \["fr", "en"' "$work/data/settings.toml" 2>/dev/null && break; sleep 0.1; done
grep -q '^languages = \["fr", "en"' "$work/data/settings.toml" || fail "the settings were not kept"
wait_for "attract.statement \"[^\"]*\" fr" 400
sleep 1
hold_corner
type_pin 904417
[[ -z $protected ]] || umount "$work/stick"
click staff.tab.pack
click pack.begin
click pack.confirm
for _ in $(seq 200); do kill -0 $kiosk 2>/dev/null || break; sleep 0.1; done
kill -0 $kiosk 2>/dev/null && { scene; fail "did not switch off"; }
kiosk=
ls "$work/stick" | grep -q '^stand-1-' || fail "nothing was exported: $(ls "$work/stick")"
! grep -q '904417' "$work/trace" "$work/journal" || fail "a PIN is in the trace or the journal"
! grep -rq '904417' "$work/data" || fail "a PIN is on the disk"
echo "recovered, looked at, renewed, set, packed away"
