# The monkey as a program: a fault that is planted is found, shrunk and written as a script, which the kiosk itself plays to the
# same screen; and its tool says with its exit code what it found.
source "$(dirname "$0")/common.sh"
monkey=$KIOSK_BIN/kiosk-monkey
expect 0 "events, nothing broken" "$monkey" --events 4000 --life 1000 --seed 3
expect 1 "large text is never chosen" "$monkey" --events 20000 --life 1000 --seed 1 --panel 1920x1080 --plant --out "$work/fault.script"
[[ $(grep -cv '^#' "$work/fault.script") -le 8 ]] || { cat "$work/fault.script"; fail "not shrunk"; }
expect 1 "large text is never chosen" "$monkey" --panel 1920x1080 --plant --replay "$work/fault.script"
"$monkey" --panel 1920x1080 --replay "$work/fault.script" >"$work/said" || { cat "$work/said"; fail "a script without the planted fault breaks something"; }
"$KIOSK_BIN/kiosk" --offscreen 1920x1080 --seed 1 --script "$work/fault.script" --data "$work/data" --trace "$work/trace" ||
  fail "the kiosk does not play the monkey's script"
# What the screen says, and not what is counted: a way that leads past the report page counts nothing more in the open.
grep -q '^choice reading.large .* (chosen)' "$work/trace" || fail "the kiosk did not do what the monkey did"
expect 0 "2 days" "$monkey" --year 2 --visits 5 --data "$work/year"
echo "found, shrunk, and played by the kiosk"
