# The raw bytes of a disk after thirteen visits: a file system of its own in a file, the real program on it, unmounted, and looked
# at below the file system (raw_disk.py). They give back the figures as they are now, and of earlier ones at most one state.
# Of ext4 as Debian makes it; with data=journal its own journal would hold older blocks, which nothing above it can help.
# Needs the right to mount; a machine without it says so, and tries nothing.
source "$(dirname "$0")/common.sh"
image=$work/image disk=$work/disk data=$work/disk/data
mkdir "$disk"
truncate -s 48M "$image"
mkfs.ext4 -q "$image"
if ! mount -o loop "$image" "$disk" 2>/dev/null; then
  echo "no file system can be mounted here: the raw bytes of a disk were not looked at"
  exit 0
fi
trap 'umount -l "$disk" 2>/dev/null || true; rm -rf "$work"' EXIT

languages=(en fr nl de)
# visit N: of thirteen, each its own; the seventh takes a code home.
visit() {
  echo "tap attract.language.${languages[$1 % 4]}"
  echo "wait $((1 + $1))s"
  if (($1 == 7)); then
    printf 'tap bar.report\ntap report.happened\ntap report.letter.K\ntap report.place.KE\nwait 4s\ntap bar.leave\n'
  else
    printf 'tap home.%s\nwait %ds\ntap bar.leave\n' "$( (($1 % 2)) && echo dont-look-away || echo quiz)" "$((2 * $1))"
  fi
  echo "wait 30s"
}
play() { # play SCRIPT [MORE...]
  "$KIOSK_BIN/kiosk" --offscreen 1280x720 --data "$data" --seed 1 --script "$@" >"$work/said" 2>&1 || { cat "$work/said"; fail "the kiosk"; }
}
figures() { sqlite3 "$1" "SELECT coalesce(sum(n), 0) FROM tally WHERE measure = 'visits'"; }
# look WORDS: with the disk unmounted, as a thief would.
look() {
  rm -f "$work"/now.sqlite*
  for file in engagement.sqlite engagement.sqlite-journal; do
    [[ ! -e $data/$file ]] || cp "$data/$file" "$work/now${file#engagement}"
  done
  sqlite3 "$work/now.sqlite" "PRAGMA quick_check" >/dev/null # rolls back what was cut off, as the next start will
  umount "$disk"
  python3 "$KIOSK_SOURCES/tests/real/raw_disk.py" "$image" "$work/now.sqlite" >"$work/said" || { cat "$work/said"; fail "$1"; }
  echo "$1: $(head -n1 "$work/said")"
  mount -o loop "$image" "$disk"
}

# Each visit a run of its own, so that each is stored by itself.
for number in $(seq 13); do
  visit "$number" >"$work/visit.script"
  play "$work/visit.script"
done
[[ $(figures "$data/engagement.sqlite") == 13 ]] || fail "not thirteen visits"
look "thirteen runs"

# All of them in one run.
for number in $(seq 13); do visit "$number"; echo "wait 7min"; done >"$work/visits.script"
play "$work/visits.script"
[[ $(figures "$data/engagement.sqlite") == 26 ]] || fail "not twenty-six visits"
look "and thirteen in one"

# Cut off in the middle: the journal is there, and no more than one state with it.
for number in $(seq 8); do
  "$KIOSK_BIN/kiosk" --offscreen 1280x720 --data "$data" --seed 1 --script "$work/visits.script" >"$work/said" 2>&1 &
  sleep "0.$((number + 1))"
  kill -KILL $! 2>/dev/null || true
  wait $! 2>/dev/null || true
  look "cut off" >"$work/cut"
done
cat "$work/cut"

# Two sealed exports, and visits between and after them: what they were made from is nowhere.
"$KIOSK_BIN/kiosk-log" make-key --out "$work/office" >/dev/null
for number in 3 5 9; do
  visit "$number" >"$work/visit.script"
  play "$work/visit.script"
  ((number == 9)) || "$KIOSK_BIN/kiosk-log" export --data "$data" --out "$work/stick" --sealed-for "$work/office.public" --language fr >/dev/null
done
look "and two sealed exports"
