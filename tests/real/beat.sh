# When the files in the data folder change tells nothing of visits: they change on a beat of five minutes, whether somebody was there
# or not. A real kiosk in a real window for a quarter of an hour; nobody comes in the second beat. Run by hand, not by ctest:
#   KIOSK_BIN=build/release/bin KIOSK_SOURCES=. bash tests/real/beat.sh
# BEAT=... [s]: another length, of a program that was built with it.
source "$(dirname "$0")/common.sh"
beat=${BEAT:-300} data=$work/data
start_x 1280x720
trap 'kill ${server:-} ${kiosk:-} 2>/dev/null || true; rm -rf "$work"' EXIT
export ASAN_OPTIONS=${ASAN_OPTIONS:-}:detect_leaks=0 # the OpenGL driver's, as in window.sh
"$KIOSK_BIN/kiosk" --data "$data" --trace "$work/trace" --seed 1 2>"$work/journal" &
kiosk=$!
wait_for attract.language.fr
began=$(date +%s)
visit() {
  click attract.language.fr
  wait_for home.quiz
  click bar.leave
  wait_for neutral
  sleep 0.7
  click neutral
  wait_for attract.language.fr
}
# As root SQLite gives a journal its owner whenever it looks at it, which changes its ctime; an installed kiosk is not root.
times='%T@ %C@'
((EUID)) || times='%T@'
# changes SECONDS: when anything in the folder changed, [s] since the start, as long as that.
changes() {
  local end=$(($(date +%s) + $1)) now
  while (($(date +%s) < end)); do
    now=$(find "$data" -mindepth 1 -printf "%f $times\n" | sort | sha256sum)
    [[ $now == "${last:-}" ]] || { last=$now; echo $(($(date +%s) - began)); }
    sleep 0.5
  done
}
changes 30 >/dev/null # the start itself
changes $((3 * beat)) >"$work/changes" &
watcher=$!
for at in 10 25 70; do (sleep "$at"; visit) & wait $!; done # in the first beat, and none in the second
sleep $((beat * 2 + beat / 5 - 105 > 0 ? beat * 2 + beat / 5 - 105 : 0))
visit                                                     # and in the third
wait "$watcher"
previous=
while read -r at; do
  [[ -z $previous ]] || (((at - previous) % beat <= 3 || (at - previous) % beat >= beat - 3)) ||
    fail "files changed after $previous s and after $at s, which is no beat of $beat s: $(tr '\n' ' ' <"$work/changes")"
  previous=$at
done <"$work/changes"
(($(wc -l <"$work/changes") >= 3)) || fail "files did not change at every beat: $(tr '\n' ' ' <"$work/changes")"
echo "the files changed at $(tr '\n' ' ' <"$work/changes")s: a beat, whoever was there"
