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
