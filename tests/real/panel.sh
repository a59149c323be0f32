# The panel at a real window on a real X server: nobody sees a mouse pointer; in closed hours the first click only wakes, is
# counted as nothing, and the second begins a visit; the screen takes another size and the kiosk covers it; a server that goes
# ends the kiosk with a sentence.
source "$(dirname "$0")/common.sh"
trap 'kill ${server:-} ${kiosk:-} 2>/dev/null || true; rm -rf "$work"' EXIT
start_x 1280x720
export ASAN_OPTIONS=${ASAN_OPTIONS:-}:detect_leaks=0 # the OpenGL driver's, as in window.sh
ask_x() { timeout 30 python3 "$KIOSK_SOURCES/tests/real/x_server.py" "$@"; }
# Closed the whole day, whatever day it is.
printf '[hours]\nevery_day = "closed"\n' >"$work/kiosk.toml"
"$KIOSK_BIN/kiosk" --config "$work/kiosk.toml" --data "$work/data" --trace "$work/trace" --seed 1 2>"$work/journal" &
kiosk=$!
timeout 30 xdotool search --sync --onlyvisible --name "^kiosk$" >/dev/null || fail "no window"
wait_for asleep.wake
sleep 1
xdotool mousemove 300 300 mousemove 640 360
sleep 0.3
[[ $(ask_x pointer) == 0 ]] || fail "the mouse pointer can be seen"
xdotool mousedown 1 sleep 0.1 mouseup 1
wait_for attract.begin
sleep 0.5
grep -qE '^== (language|home),' "$work/trace" && fail "the first touch did more than wake"
xdotool mousemove 640 300 mousedown 1 sleep 0.1 mouseup 1
wait_for language.fr
[[ $(ask_x pointer) == 0 ]] || fail "the mouse pointer can be seen after a click"
grep -q "screens are switched off by: none: stays black" "$work/journal" || [[ $(ask_x dpms) != none ]] || fail "promises to switch off what cannot be"

kill -TERM $kiosk
wait $kiosk || { code=$?; cat "$work/journal"; fail "stopped with code $code"; }
kiosk=
[[ $(sqlite3 "$work/data/engagement.sqlite" "SELECT sum(n) FROM tally WHERE measure='visits'") == 1 ]] || fail "not one visit"

# The server goes under a kiosk that runs: an end with 1 and a sentence, and no fault of memory.
rm "$work/trace"
"$KIOSK_BIN/kiosk" --data "$work/data" --trace "$work/trace" --seed 1 2>"$work/journal" &
kiosk=$!
wait_for attract.begin
kill -KILL $server
code=0
wait $kiosk || code=$?
kiosk= server=
[[ $code == 1 ]] || { cat "$work/journal"; fail "without its X server it ended with $code"; }
grep -q "the X server is gone" "$work/journal" || { cat "$work/journal"; fail "did not say that its server is gone"; }
echo "woken, begun, resized, unseen, without a server"
