# A real window on a real X server: real clicks go from attract to a report code; SIGTERM stops cleanly and loses nothing. Once by
# OpenGL, once where there is no card and the window is drawn into its own memory.
source "$(dirname "$0")/common.sh"
trap 'kill ${server:-} ${kiosk:-} 2>/dev/null || true; rm -rf "$work"' EXIT
start_x 1280x720
# Under a sanitizer: 112 bytes leak in the OpenGL driver, which is unloaded by then and so cannot be named in leaks.txt. Leaks of
# our own are looked for by every other test, which draw the same frames without a driver.
export ASAN_OPTIONS=${ASAN_OPTIONS:-}:detect_leaks=0
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
