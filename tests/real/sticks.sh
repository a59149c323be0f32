# What becomes of sticks that somebody has prepared, before anybody of the staff is there: udev itself is asked, in a /sys of our own.
# As root, where udev is installed and a view of the files of our own can be had; else nothing is tried, and that is said.
source "$(dirname "$0")/common.sh"
[[ $EUID == 0 ]] && unshare -m true 2>/dev/null || { echo "no mounts of our own: nothing was tried"; exit 0; }
system=$KIOSK_SOURCES/tools/system

# 16 at a time, whatever is plugged in. Where something was mounted there is a folder.
full() { unshare -m sh -c 'mkdir -p /media && mount -t tmpfs tmpfs /media && for n in $(seq "$1"); do mkdir -p "/media/kiosk/sda$n"; done; "$2" mount sdb1' sh "$@"; }
expect 1 "16 partitions of sticks are mounted, and /dev/sdb1 is not" full 16 "$system/kiosk-stick"
expect 1 "/dev/sdb1 is not there" full 15 "$system/kiosk-stick"

command -v udevadm >/dev/null || { echo "no udevadm: the rules were not tried"; exit 0; }
# As the kernel would show them: a stick, and a built-in disk.
cat >"$work/machine" <<'MACHINE'
set -eu
# The programs of udev may lie below /usr/lib/udev on some machines, its rules always do.
mount -t tmpfs tmpfs /sys && mount -t tmpfs tmpfs /usr/lib/udev && mkdir -p /usr/lib/udev/rules.d /sys/class/block /sys/bus/usb
make_device() {
  path=$1 subsystem=$2; shift 2
  mkdir -p "$path"; ln -sfn "$subsystem" "$path/subsystem"; printf '%s\n' "$@" >"$path/uevent"
}
usb=/sys/devices/pci0000:00/0000:00:14.0/usb1/1-1 host=$usb/1-1:1.0/host0/block/sda inner=/sys/devices/pci0000:00/0000:00:1f.2/block/sdb
make_device $usb /sys/bus/usb DEVTYPE=usb_device
make_device $usb/1-1:1.0 /sys/bus/usb DEVTYPE=usb_interface
make_device $host /sys/class/block MAJOR=8 MINOR=0 DEVNAME=sda DEVTYPE=disk
for number in 1 9 10 16 17 100 116; do
  make_device $host/sda$number /sys/class/block MAJOR=8 MINOR=$number DEVNAME=sda$number DEVTYPE=partition PARTN=$number
done
make_device $inner /sys/class/block MAJOR=8 MINOR=200 DEVNAME=sdb DEVTYPE=disk
make_device $inner/sdb20 /sys/class/block MAJOR=8 MINOR=220 DEVNAME=sdb20 DEVTYPE=partition PARTN=20
cp "$2/kiosk-foreign.rules" /usr/lib/udev/rules.d/63-kiosk.rules
cp "$2/kiosk.rules" /usr/lib/udev/rules.d/70-kiosk.rules
# What 60-persistent-storage.rules hears of blkid; then what Debian's 64-btrfs.rules does, but that it says so.
echo 'SUBSYSTEM=="block", ENV{ID_FS_TYPE}="'"$1"'", ENV{ID_FS_USAGE}="filesystem"' >/usr/lib/udev/rules.d/60-said.rules
echo 'SUBSYSTEM=="block", ACTION!="remove", ENV{ID_FS_TYPE}=="btrfs", ENV{SYSTEMD_READY}!="0", ENV{READ_BY_A_DRIVER}="yes"' \
  >/usr/lib/udev/rules.d/64-btrfs.rules
export SYSTEMD_DEVICE_VERIFY_SYSFS=0
for device in $host $host/sda* $inner $inner/sdb20; do
  [ -e $device/uevent ] || continue
  echo "${device##*/} $(udevadm test --action=add $device 2>/dev/null | grep -E '^(ID_FS_TYPE|READ_BY_A_DRIVER|SYSTEMD_READY|SYSTEMD_WANTS)=' | sort | tr '\n' ' ')"
done
MACHINE
plugged_in() { unshare -m sh "$work/machine" "$1" "$system" >"$work/said" 2>&1 || { cat "$work/said"; fail "udev"; }; }
said() { grep -qxF "$1 " "$work/said" || { cat "$work/said"; fail "not said: $1"; }; }

plugged_in btrfs
# Staff are told of it, the kernel's driver is not; but a built-in disk is the system's.
for name in sda sda1 sda9 sda10 sda16; do said "$name ID_FS_TYPE=btrfs SYSTEMD_WANTS=kiosk-stick@$name.service"; done
said "sdb ID_FS_TYPE=btrfs READ_BY_A_DRIVER=yes"
# What comes after the sixteenth partition is nothing that systemd would hear of.
for name in sda17 sda100 sda116; do said "$name ID_FS_TYPE=btrfs SYSTEMD_READY=0"; done
said "sdb20 ID_FS_TYPE=btrfs READ_BY_A_DRIVER=yes"
plugged_in vfat
for name in sda sda1 sda16; do said "$name ID_FS_TYPE=vfat SYSTEMD_WANTS=kiosk-stick@$name.service"; done
for name in sda17 sda116; do said "$name ID_FS_TYPE=vfat SYSTEMD_READY=0"; done
for name in sdb sdb20; do said "$name ID_FS_TYPE=vfat"; done
echo "sixteen partitions, and no driver before staff are there"
