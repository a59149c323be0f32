# Keys at the boot menu do nothing: a machine with GRUB, as the package leaves it, is asked with a keyboard for a command line
# (c), and for a shell by an entry that was changed (e, init=/bin/sh). Then the same keys without /etc/grub.d/07_kiosk, which must
# get both. Run by hand, not by ctest: needs root, debootstrap, qemu-system-x86, e2fsprogs, loop devices, 8 GB of disk, and
# minutes, since without KVM a processor is played.
#   KIOSK_BIN=build/release/bin KIOSK_SOURCES=. bash tests/real/boot_menu.sh FOLDER     the folder is kept; pictures lie in it
# Instead of KIOSK_BIN: KIOSK_PACKAGE=FILE.deb, a package that is there.
source "$(dirname "$0")/common.sh"
source "$(dirname "$0")/machine.sh"
folder=$(realpath -m "${1:?boot_menu.sh FOLDER}")
root=$folder/root
# With a loader, and what divides a disk: so it stands before the kiosk comes.
make_root "$folder" "grub-pc,fdisk"
give_package "$folder"
add_shell "$root"
find_processor "$root" "$folder/kvm.log"
be_patient "$root"

guarded=$folder/guarded.img open=$folder/open.img mounted=$folder/mounted loop=
# Whatever ends this leaves no mount and no loop device.
let_go() {
  if [[ -n $loop ]]; then
    for place in /proc /sys /dev ""; do ! mountpoint -q "$mounted$place" || umount "$mounted$place"; done
    partx --delete "$loop" 2>/dev/null || true
    losetup --detach "$loop"
  fi
  loop=
}
trap 'let_go; rm -rf "$work"' EXIT

# hold DISK [ROOT]: its one partition, filled from ROOT, is mounted at $mounted as an installer has it. What udev would name is
# named here.
hold() {
  loop=$(losetup --find --show "$1")
  partx --add "$loop"
  mkdir -p "$mounted"
  [[ -z ${2:-} ]] || mke2fs -q -t ext4 -d "$2" "${loop}p1"
  mount "${loop}p1" "$mounted"
  mount -t proc proc "$mounted/proc"
  mount -t sysfs sysfs "$mounted/sys"
  mount -t tmpfs tmpfs "$mounted/dev"
  cp -a "$loop" "${loop}p1" /dev/null /dev/zero /dev/urandom "$mounted/dev/"
  mkdir -p "$mounted/dev/disk/by-uuid"
  ln -s "../../$(basename "$loop")p1" "$mounted/dev/disk/by-uuid/$(blkid -p -s UUID -o value "${loop}p1")"
}
inside() { chroot "$mounted" "$@" >>"$folder/inside.log" 2>&1 || { tail "$folder/inside.log"; fail "$*"; }; }

rm -f "$guarded" "$open" "$folder/inside.log"
truncate -s 3G "$root/tmp/disk"
echo 'start=2048, type=83, bootable' | chroot "$root" sfdisk --quiet --label dos /tmp/disk
mv "$root/tmp/disk" "$guarded"
hold "$guarded" "$root"
# What the menu says is on the serial line, too, for the test; it is asked by the keyboard alone.
cat >"$mounted/etc/default/grub.d/test.cfg" <<'SETTINGS'
GRUB_SERIAL_COMMAND="serial --unit=0 --speed=115200"
GRUB_TERMINAL_INPUT=console
GRUB_TERMINAL_OUTPUT="console serial"
SETTINGS
echo "UUID=$(blkid -p -s UUID -o value "${loop}p1") / ext4 errors=remount-ro 0 1" >"$mounted/etc/fstab"
inside grub-install --target=i386-pc "$loop"
inside update-grub
[[ ! -e $mounted/etc/grub.d/07_kiosk ]] || fail "$root has had a kiosk already"
inside apt-get install -y -qq --no-install-recommends /tmp/kiosk.deb
# A kiosk whose staff have a PIN, as one that stands somewhere has.
echo 71940382 | chroot "$mounted" kiosk --hash-pin >"$work/pin"
{ echo "[staff]"; cat "$work/pin"; } >>"$mounted/etc/kiosk/kiosk.toml"
grep -q superusers "$mounted/boot/grub/grub.cfg" || fail "the package has left the boot menu open"
# Which line of the entry starts Linux, as the editor of the menu counts, in which one stands before it that names the entry.
down=$(awk '/^menuentry /{found = 1; next} found{lines++} found && $1 == "linux"{print lines + 1; exit}' \
  "$mounted/boot/grub/grub.cfg")
let_go
cp --sparse=always "$guarded" "$open"
hold "$open"
rm "$mounted/etc/grub.d/07_kiosk"
inside update-grub
let_go
python3 "$(dirname "$0")/boot_menu.py" "$folder" "$processor" "$down"
