# What a machine does to a program: told to stop in the middle of a visit, stopped and continued, killed while it starts. A
# real window on a real X server; nothing that was counted is lost, and the next start finds all well.
source "$(dirname "$0")/common.sh"
trap 'kill -KILL ${kiosk:-} 2>/dev/null || true; kill ${server:-} 2>/dev/null || true; rm -rf "$work"' EXIT
start_x 1280x720
export ASAN_OPTIONS=${ASAN_OPTIONS:-}:detect_leaks=0 # the OpenGL driver's, as in window.sh
data=$work/data

sum() { sqlite3 "$data/engagement.sqlite" "SELECT coalesce(sum(n), 0) FROM tally WHERE measure='$1' AND item LIKE '$2'"; }

# killed while it starts, twelve times within 300 ms, on the folder that the kill before left: the next start goes on from it
for round in $(seq 12); do
  "$KIOSK_BIN/kiosk" --data "$data" --seed 1 2>>"$work/journal.starts" &
  kiosk=$!
  sleep "0.$(printf '%03d' $((round * 25)))"
  kill -KILL "$kiosk"
  wait "$kiosk" 2>/dev/null || true
  [[ ! -s $data/engagement.sqlite || $(sqlite3 "$data/engagement.sqlite" "PRAGMA integrity_check") == ok ]] ||
    fail "damaged by a kill after $((round * 25)) ms"
done

# stopped and continued: the visit goes on
"$KIOSK_BIN/kiosk" --data "$data" --trace "$work/trace" --seed 1 2>"$work/journal" &
kiosk=$!
timeout 30 xdotool search --sync --onlyvisible --name "^kiosk$" >/dev/null || fail "no window"
sleep 1
click attract.language.fr
wait_for home.quiz
kill -STOP "$kiosk"
sleep 3
kill -CONT "$kiosk"
click home.quiz
wait_for 'quiz.answer.[a-z]+'
# told to stop in the middle of it: the visit ends with the program, and is counted so
kill -TERM "$kiosk"
wait "$kiosk" || { cat "$work/journal"; fail "stopped with a fault"; }
kiosk=
[[ $(sum visits all) == 1 && $(sum visit_ended restart) == 1 ]] || fail "the visit that was cut off is not counted as such"
[[ $(sum quiz_left_at %) == 1 ]] || fail "the quiz that was left is not counted"
[[ $(sqlite3 "$data/engagement.sqlite" "SELECT value FROM meta WHERE key = 'running'") == 0 ]] || fail "no clean stop"
! compgen -G "$data/put-aside-*" >/dev/null || fail "a kill had a database put aside"
echo "killed at its start, stopped and continued, told to stop: every count is there"
