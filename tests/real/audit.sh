# The audit finds nothing on what is shipped, in a language 40 % longer, from right to left. Of the shipped languages the two with
# the longest words; tools/check takes them all.
source "$(dirname "$0")/common.sh"
check=$KIOSK_BIN/kiosk-content
expect 0 "no errors: it can be packed" "$check" check "$KIOSK_SOURCES/tests/packs/arabic"
expect 0 "0 problems in" "$check" audit "$KIOSK_SOURCES/tests/packs/arabic"
expect 0 "3 languages" "$check" audit --pseudo --languages fr de -- "$KIOSK_SOURCES/content"
echo "every screen holds what it says"
