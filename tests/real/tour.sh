# Walks through every screen in one language, twice: the scenes are the same to the byte, and every screen was there.
source "$(dirname "$0")/common.sh"
language=$1
{ echo "language $language"; cat "$KIOSK_SOURCES/tests/scripts/tour.script"
  echo "tap language.$language"; cat "$KIOSK_SOURCES/tests/scripts/tour_end.script"; } >"$work/tour.script"
for turn in 1 2; do
  "$KIOSK_BIN/kiosk" --offscreen 640x360 --script "$work/tour.script" --data "$work/data-$turn" --trace "$work/trace-$turn" \
    --shots "$work/shots-$turn" 2>"$work/journal-$turn" || { cat "$work/journal-$turn"; fail "the tour in $language"; }
done
cmp "$work/trace-1" "$work/trace-2" || fail "the same script gave other scenes"
for shot in "$work"/shots-1/*.png; do cmp "$shot" "$work/shots-2/${shot##*/}" || fail "another picture: $shot"; done
for screen in attract language reading home page quiz quiz-end report-danger report-emergency report-where report-channel \
              report-note report-never report-doubts report-take notice neutral; do
  grep -q "^== .*, $screen, " "$work/trace-1" || fail "the tour never came to $screen"
done
grep -q "still-there" "$work/trace-1" || fail "the tour was never asked whether it is still there"
echo "$(find "$work/shots-1" -name '*.png' | wc -l) screens in $language"
