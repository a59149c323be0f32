# What the tests with real programs share. KIOSK_BIN and KIOSK_SOURCES come from ctest.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { echo "FAILED: $*" >&2; exit 1; }

# expect CODE WORDS COMMAND...: the command ends with the code and says the words on either channel.
expect() {
  local code=$1 words=$2 got=0
  shift 2
  "$@" >"$work/said" 2>&1 || got=$?
  [[ $got == "$code" ]] || { cat "$work/said"; fail "exit code $got instead of $code: $*"; }
  grep -qF -- "$words" "$work/said" || { cat "$work/said"; fail "did not say \"$words\": $*"; }
}

# start_x WIDTHxHEIGHT: an X server of our own; sets DISPLAY and server. A machine full of other tests may take its number from
# under it, so what answers is asked first.
start_x() {
  local attempt number pipe
  for attempt in 1 2 3; do
    exec {pipe}<> <(:)
    Xvfb -displayfd "$pipe" -screen 0 "$1x24" -nolisten tcp >/dev/null 2>&1 &
    server=$!
    if read -r -t 20 -u "$pipe" number; then
      export DISPLAY=:$number SDL_VIDEODRIVER=x11
      for _ in $(seq 40); do timeout 5 xdotool getdisplaygeometry >/dev/null 2>&1 && return; sleep 0.05; done
    fi
    kill "$server" 2>/dev/null || true
  done
  fail "no X server"
}
