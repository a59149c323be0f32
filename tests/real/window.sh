# A real window on a real X server: real clicks go from attract to a report code; SIGTERM stops cleanly and loses nothing. Once by
# OpenGL, once where there is no card and the window is drawn into its own memory.
source "$(dirname "$0")/common.sh"
trap 'kill ${server:-} ${kiosk:-} 2>/dev/null || true; rm -rf "$work"' EXIT
start_x 1280x720
# Under a sanitizer: 112 bytes leak in the OpenGL driver, which is unloaded by then and so cannot be named in leaks.txt. Leaks of
# our own are looked for by every other test, which draw the same frames without a driver.
export ASAN_OPTIONS=${ASAN_OPTIONS:-}:detect_leaks=0
# wait_for NODE: until the last scene has it. click NODE: on its middle, as a mouse would.
scene() { awk '/^== /{text=""} {text=text $0 "\n"} END{printf "%s", text}' "$work/trace" 2>/dev/null; }
wait_for() {
  for _ in $(seq 200); do scene | grep -qE "^[a-z]+ $1 " && return; sleep 0.05; done
  cat "$work/journal"; scene; fail "never saw $1"
}
click() {
  wait_for "$1"
  sleep 0.55 # a new screen takes no tap for half a second
  local line x y w h
  line=$(scene | grep -E "^[a-z]+ $1 " | tail -n1)
  [[ $line =~ ([0-9]+),([0-9]+)\ ([0-9]+)x([0-9]+)\ tap ]] || fail "$1 cannot be touched: $line"
  x=$((BASH_REMATCH[1] + BASH_REMATCH[3] / 2)) y=$((BASH_REMATCH[2] + BASH_REMATCH[4] / 2))
  xdotool mousemove "$x" "$y" mousedown 1 sleep 0.05 mouseup 1
}
# visit RENDERER: a visit in a window that is drawn so.
visit() {
  rm -rf "$work/data" "$work/trace"
  "$KIOSK_BIN/kiosk" --data "$work/data" --trace "$work/trace" --measure "$work/measure" --seed 1 2>"$work/journal" &
  kiosk=$!
  # The first frame may be presented before the X server shows the window: no hand is quicker than that, but this script is.
  timeout 30 xdotool search --sync --onlyvisible --name "^kiosk$" >/dev/null || fail "no window"
  sleep 1
  click attract.language.fr
  click bar.report
  click report.happened
  click report.letter.K
  click report.place.KE
  wait_for report.code
  grep -q '^code report.code "https://jedisstop.be/"' <(scene) || { scene; fail "not the address of channels.toml"; }
  click bar.leave
  wait_for neutral
  kill -TERM $kiosk
  for _ in $(seq 100); do kill -0 $kiosk 2>/dev/null || break; sleep 0.05; done
  kill -0 $kiosk 2>/dev/null && fail "did not stop on SIGTERM"
  wait $kiosk || { code=$?; cat "$work/journal"; fail "stopped with code $code"; }
  kiosk=
  [[ $(sqlite3 "$work/data/engagement.sqlite" "SELECT sum(n) FROM tally WHERE measure='visits'") == 1 ]] || fail "the visit was lost"
  grep -q "on x11, $1," "$work/journal" || { cat "$work/journal"; fail "is not drawn by $1"; }
  cat "$work/measure"
}
SDL_RENDER_DRIVER=opengl visit opengl
visit memory
