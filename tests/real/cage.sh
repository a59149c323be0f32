# The kiosk in cage, on wlroots' headless backend, as kiosk-cage.service starts it: what another program copies from that screen is the kiosk's picture, the
# service manager hears of its first frame, and SIGTERM ends both cleanly.
source "$(dirname "$0")/common.sh"
trap 'kill ${cage:-} ${ears:-} 2>/dev/null || true; rm -rf "$work"' EXIT
export XDG_RUNTIME_DIR=$work/run WLR_BACKENDS=headless WLR_LIBINPUT_NO_DEVICES=1 WLR_RENDERER=pixman SDL_VIDEODRIVER=x11
unset DISPLAY WAYLAND_DISPLAY
mkdir -m 700 "$XDG_RUNTIME_DIR"
# cage starts for nobody who could become root again.
drop=()
if ((EUID == 0)); then
  drop=(setpriv --reuid 65534 --regid 65534 --clear-groups)
  chmod 711 "$work" && chown -R 65534:65534 "$XDG_RUNTIME_DIR"
  install -d -o 65534 -g 65534 "$work/data"
fi
# Under a sanitizer: drivers leak, as in window.sh.
export ASAN_OPTIONS=${ASAN_OPTIONS:-}:detect_leaks=0
python3 - "$work" <<'PY' &
import socket, sys
ears = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
ears.bind(sys.argv[1] + "/notify")
with open(sys.argv[1] + "/heard", "w") as heard:
    while True:
        heard.write(ears.recv(4096).decode() + "\n")
        heard.flush()
PY
ears=$!
for _ in $(seq 100); do [[ -S $work/notify ]] && break; sleep 0.05; done
chmod 777 "$work/notify"
# A watchdog of 1.5 s: the picture at rest is presented each half second.
NOTIFY_SOCKET=$work/notify WATCHDOG_USEC=1500000 WATCHDOG_PID=1 "${drop[@]}" cage -- env -u WATCHDOG_PID \
  "$KIOSK_BIN/kiosk" --data "$work/data" --trace "$work/data/trace" --seed 1 >"$work/journal" 2>&1 &
cage=$!
heard() { for _ in $(seq 200); do grep -qF -- "$1" "$work/heard" 2>/dev/null && return; sleep 0.05; done; cat "$work/journal"; fail "never heard $1"; }
heard READY=1
heard "STATUS=on x11"
heard WATCHDOG=1
WAYLAND_DISPLAY=$(basename "$(find "$XDG_RUNTIME_DIR" -name 'wayland-*' ! -name '*.lock' | head -n1)")
export WAYLAND_DISPLAY
# Not one colour, as a screen is on which nothing was drawn: such a picture has 3 kB.
size=0
for _ in $(seq 40); do
  "${drop[@]}" timeout 20 grim - >"$work/shot.png" || { cat "$work/journal"; fail "no picture can be copied from cage"; }
  size=$(stat -c %s "$work/shot.png")
  ((size > 50000)) && break
  sleep 0.2
done
[[ -z ${KEEP_SHOT:-} ]] || cp "$work/shot.png" "$KEEP_SHOT"
((size > 50000)) || { cat "$work/journal"; fail "the picture is empty ($size bytes)"; }
grep -q "attract.language.fr" "$work/data/trace" || fail "not the attract loop"
kill -TERM "$(pgrep -P "$cage" -f "$KIOSK_BIN/kiosk" | head -n1)"
for _ in $(seq 100); do kill -0 $cage 2>/dev/null || break; sleep 0.05; done
kill -0 $cage 2>/dev/null && fail "cage did not end with the kiosk"
wait $cage || { code=$?; cat "$work/journal"; fail "ended with code $code"; }
cage=
heard STOPPING=1
grep -m1 "STATUS=on" "$work/heard"
