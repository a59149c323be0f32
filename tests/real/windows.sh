# Two windows of one program on a real X server: the kiosk, its panel mounted on its side, takes real clicks while the
# display loops beside it; what both counted is in the figures.
source "$(dirname "$0")/common.sh"
trap 'kill ${server:-} ${kiosk:-} 2>/dev/null || true; rm -rf "$work"' EXIT
start_x 1440x800
export ASAN_OPTIONS=${ASAN_OPTIONS:-}:detect_leaks=0 # as in window.sh
cp -r "$KIOSK_SOURCES/content" "$work/content"
sed -i 's/^display_slide = .*/display_slide = 5/' "$work/content/kiosk.toml"
printf 'mode = "both"\nrotation = 90\npanel_diagonal_inches = 22\n[display]\npanel_diagonal_inches = 55\nstand = "Stand 7"\n' >"$work/kiosk.toml"
"$KIOSK_BIN/kiosk" --config "$work/kiosk.toml" --windowed 720x405 --content "$work/content" --data "$work/data" \
  --trace "$work/trace" --seed 1 2>"$work/journal" &
kiosk=$!

# The picture is turned clockwise by a quarter: what is drawn at x,y stands at 720 - y, x.
touch_at() { xdotool mousemove $((720 - $2)) "$1" mousedown 1 sleep 0.05 mouseup 1; }
for _ in $(seq 200); do [[ $(timeout 5 xdotool search --onlyvisible --name "^kiosk$" 2>/dev/null | wc -l) == 2 ]] && break; sleep 0.1; done
[[ $(xdotool search --onlyvisible --name "^kiosk$" | wc -l) == 2 ]] || { cat "$work/journal"; fail "not two windows"; }
sleep 1
click attract.language.de
click bar.report
click report.happened
wait_for report.place.online
# The display's first code comes after three slides of five seconds; a click on it does nothing.
xdotool mousemove 1100 200 click 1
sleep 16
wait_for report.place.online
click bar.leave
wait_for neutral
kill -TERM $kiosk
for _ in $(seq 100); do kill -0 $kiosk 2>/dev/null || break; sleep 0.05; done
kill -0 $kiosk 2>/dev/null && fail "did not stop on SIGTERM"
wait $kiosk || { code=$?; cat "$work/journal"; fail "stopped with code $code"; }
kiosk=
count() { sqlite3 "$work/data/engagement.sqlite" "SELECT coalesce(sum(n), 0) FROM tally WHERE measure='$1'"; }
[[ $(count visits) == 1 ]] || fail "the visit was not counted: $(count visits)"
[[ $(count display_code) -ge 1 ]] || fail "the display's code was not counted"
echo "both screens from one program"

# The second screen is off: the touched one starts on the first, says so, and is found by the doctor.
printf 'mode = "both"\nscreen = 2\n' >"$work/kiosk.toml"
rm -f "$work/trace"
"$KIOSK_BIN/kiosk" --config "$work/kiosk.toml" --data "$work/data" --trace "$work/trace" --seed 1 2>"$work/journal" &
kiosk=$!
wait_for attract.language.de
grep -q "there is no screen 2; 1 found" "$work/journal" || fail "the missing screen was not said"
[[ $(xdotool search --onlyvisible --name "^kiosk$" | wc -l) == 1 ]] || fail "two windows on one screen"
kill -TERM $kiosk
wait $kiosk || fail "stopped with a fault"
kiosk=
"$KIOSK_BIN/kiosk" --check --config "$work/kiosk.toml" --data "$work/data" 2>/dev/null >"$work/doctor" || true
grep -qE "amber +display .*not there: 2" "$work/doctor" || fail "the doctor did not find it"
echo "a screen that is off does not keep the other dark"
