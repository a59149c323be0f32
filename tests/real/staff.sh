# Staff at a real window on a real X server: a mouse held in the corner, a PIN by clicks, the day's figures, an export to a
# folder; and what was exported is a package that another program takes. First without a place to export to.
source "$(dirname "$0")/common.sh"
trap 'kill ${server:-} ${kiosk:-} 2>/dev/null || true; rm -rf "$work"' EXIT
start_x 1280x720
export ASAN_OPTIONS=${ASAN_OPTIONS:-}:detect_leaks=0 # the OpenGL driver's, as in window.sh
hash=$(echo 246813 | "$KIOSK_BIN/kiosk" --hash-pin)
cat >"$work/kiosk.toml" <<TOML
name = "stand-1"
partner = "Salon"
country = "BE"
setting = "fair"
[staff]
$hash
[export]
language = "fr"
folders = ["$work/stick"]
TOML
"$KIOSK_BIN/kiosk" --config "$work/kiosk.toml" --data "$work/data" --trace "$work/trace" --seed 1 2>"$work/journal" &
kiosk=$!
type_pin() {
  local digit
  for digit in $(grep -o . <<<"$1"); do click "pin.$digit"; sleep 0.1; done
  click pin.submit
}
timeout 30 xdotool search --sync --onlyvisible --name "^kiosk$" >/dev/null || fail "no window"
sleep 1
click attract.language.fr
click bar.leave
wait_for neutral
sleep 1
click neutral
wait_for attract.language.fr
sleep 0.6
xdotool mousemove 1270 10 mousedown 1 sleep 3.5 mouseup 1
type_pin 111111
sleep 0.3
scene | grep -q 'staff-figures' && fail "a wrong PIN opens the figures"
type_pin 246813
wait_for 'glance.visits "[^"]*" .1.' # today's one visit
click staff.export
wait_for export.failed
mkdir "$work/stick"
click staff.export
wait_for export.done
packages=("$work"/stick/*)
((${#packages[@]} == 1)) || fail "one package: ${packages[*]}"
[[ -s ${packages[0]}/figures.xlsx ]] || fail "no workbook"
expect 0 "1 packages taken, 0 of them given twice; 1 kiosks, 1 visits" "$KIOSK_BIN/kiosk-log" merge "${packages[0]}" --out "$work/fleet"
! grep -q '246813\|111111' "$work/trace" "$work/journal" || fail "a PIN is in the trace or the journal"
kill -TERM $kiosk
wait $kiosk || fail "did not stop cleanly"
kiosk=
echo "held, typed, seen, exported"
