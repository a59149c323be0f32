# A data folder on a disk of its own, under a kiosk that runs: full to the last byte, read-only, pulled out and put back,
# late at the start. Visits go on through all of it, nothing that was counted is lost, and nothing is made where the disk is not.
# Needs the right to mount; a machine without it says so, and tries nothing.
source "$(dirname "$0")/common.sh"
disk=$work/disk data=$work/data
mkdir "$disk" "$data"
if ! mount -t tmpfs -o size=1m tmpfs "$disk" 2>/dev/null; then
  echo "no file system can be mounted here: full, read-only and missing disks were not tried"
  exit 0
fi
trap 'kill ${server:-} ${kiosk:-} 2>/dev/null || true; umount -l "$data" "$disk" 2>/dev/null || true; rm -rf "$work"' EXIT
start_x 1280x720
export ASAN_OPTIONS=${ASAN_OPTIONS:-}:detect_leaks=0 # the OpenGL driver's, as in window.sh

visit() {
  click attract.language.fr
  wait_for home.quiz
  click bar.leave
  wait_for neutral
  sleep 0.7
  click neutral
  wait_for attract.language.fr
}
start() {
  "$KIOSK_BIN/kiosk" --config "$work/kiosk.toml" --data "$data" --trace "$work/trace" --seed 1 --beat 1 2>>"$work/journal" &
  kiosk=$!
  timeout 30 xdotool search --sync --onlyvisible --name "^kiosk$" >/dev/null || fail "no window"
  sleep 1
}
stop() {
  kill -TERM "$kiosk"
  wait "$kiosk" || { cat "$work/journal"; fail "stopped with a fault"; }
  rm -f "$work/trace"
}
visits() { sqlite3 "$1/engagement.sqlite" "SELECT coalesce(sum(n), 0) FROM tally WHERE measure='visits'" 2>/dev/null || echo none; }
stored() { # stored N FOLDER: so many visits are there, soon
  for _ in $(seq 200); do [[ $(visits "$2") == "$1" ]] && return; sleep 0.05; done
  cat "$work/journal"; fail "$(visits "$2") visits are stored instead of $1"
}
said() { # with the next beat, at the latest
  for _ in $(seq 100); do grep -q "$1" "$work/journal" && return; sleep 0.05; done
  cat "$work/journal"; fail "did not say: $1"
}

# late: the mount point is bare
printf 'wait_for_data = true\n' >"$work/kiosk.toml"
start
visit
said 'the data folder is not there yet'
[[ -z $(ls -A "$data") ]] || fail "something was made under the mount point: $(ls -A "$data")"
: >"$disk/kiosk-data"
mount --bind "$disk" "$data"
visit
stored 2 "$data"

# full to the last byte
dd if=/dev/zero of="$disk/filler" bs=4k 2>/dev/null || true
dd if=/dev/zero of="$disk/filler2" bs=1 count=4096 2>/dev/null || true
[[ $(df --output=avail "$disk" | tail -n1) -eq 0 ]] || fail "the disk is not full"
visit
visit
sleep 2.5 # two beats
# Counts under keys that are there need no room: journal and pages are overwritten where they lie. Others wait, and it is said.
case $(visits "$data") in
  2) said 'the disk is full' ;;
  4) ;;
  *) fail "a full disk took a part: $(visits "$data") visits" ;;
esac
rm "$disk"/filler*
visit
stored 5 "$data"
said 'figures are stored again'

# pulled out while it runs, and put back
umount -l "$data"
visit
[[ -z $(ls -A "$data") ]] || fail "a fresh database was made under the mount point"
[[ $(visits "$disk") == 5 ]] || fail "counted onto a disk that is gone"
mount --bind "$disk" "$data"
visit
stored 7 "$data"
[[ $(sqlite3 "$data/engagement.sqlite" "PRAGMA integrity_check") == ok ]] || fail "damaged"
stop

# read-only from the start, then not; a disk cannot be made read-only under a file that is open for writing
mount -o remount,ro "$disk"
start
visit
said 'read-only'
mount -o remount,rw "$disk"
visit
stored 9 "$data"
stop
! compgen -G "$data/put-aside-*" >/dev/null || fail "a sound database was put aside"
[[ $(sqlite3 "$data/engagement.sqlite" "SELECT count(*) FROM machine_log WHERE event = 'boot'") == 2 ]] || fail "two starts"
echo "late, full, pulled out and read-only: nine visits, all of them there"

# A stick whose write protection is on: it is said. (That content is read from it all the same: staff_content.sh.)
stick=$(mktemp -d /media/kiosk-test-XXXXXX 2>/dev/null) || { echo "no stick can be mounted: one that is write-protected was not tried"; exit 0; }
trap 'kill ${server:-} 2>/dev/null || true; umount -l "$stick/sda1" "$data" "$disk" 2>/dev/null || true; rm -rf "$stick" "$work"' EXIT
mkdir "$stick/sda1"
mount -t tmpfs -o size=4m tmpfs "$stick/sda1"
mount -o remount,ro "$stick/sda1"
printf 'name = "stand-1"\n[staff]\n%s\n[export]\nfolders = ["%s"]\n' "$(echo 904417 | "$KIOSK_BIN/kiosk" --hash-pin)" "$stick" >"$work/stick.toml"
{
  printf 'hold 1900 20 3.5s\nwait 1s\n'
  for digit in 9 0 4 4 1 7; do echo "tap pin.$digit"; done
  printf 'tap pin.submit\nwait 2s\ntap staff.export\nwait 3s\n'
} >"$work/stick.script"
"$KIOSK_BIN/kiosk" --config "$work/stick.toml" --data "$work/other" --offscreen 1920x1080 --script "$work/stick.script" --trace "$work/stick.trace" 2>/dev/null || true
grep -q 'text export.failed "Not exported: the stick cannot be written' "$work/stick.trace" || fail "a write-protected stick was not told"
echo "a write-protected stick is told"
