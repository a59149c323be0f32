# What the tests with real programs share. KIOSK_BIN and KIOSK_SOURCES come from ctest.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { echo "FAILED: $*" >&2; exit 1; }
# key_of FILE: the line of a public key's file that is the key.
key_of() { grep -vE '^(#|untrusted comment:)' "$1"; }

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

# What a kiosk at a real window shows, from the trace it writes to $work/trace; its journal is $work/journal.
scene() { awk '/^== /{text=""} {text=text $0 "\n"} END{printf "%s", text}' "$work/trace" 2>/dev/null; }
# wait_for NODE [TRIES]: until it is there; with words in quotes, until it begins with them.
wait_for() {
  local end=' '
  [[ $1 != *\"* ]] || end=
  for _ in $(seq "${2:-300}"); do scene | grep -qE "^[a-z]+ $1$end" && return; sleep 0.05; done
  cat "$work/journal"; scene; fail "never saw $1"
}
# middle_of NODE: where it can be touched, in x and y.
middle_of() {
  local line
  line=$(scene | grep -E "^[a-z]+ $1 " | tail -n1)
  [[ $line =~ (-?[0-9]+),(-?[0-9]+)\ ([0-9]+)x([0-9]+)\ tap ]] || fail "$1 cannot be touched: $line"
  x=$((BASH_REMATCH[1] + BASH_REMATCH[3] / 2)) y=$((BASH_REMATCH[2] + BASH_REMATCH[4] / 2))
}
touch_at() { xdotool mousemove "$1" "$2" mousedown 1 sleep 0.05 mouseup 1; }
# click NODE: with the mouse, in its middle, once it is there and its screen takes taps: for half a second a new one does not.
click() {
  wait_for "$1"
  sleep 0.55
  local x y
  middle_of "$1"
  touch_at "$x" "$y"
}
