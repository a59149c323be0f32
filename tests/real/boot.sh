# Boots the Debian package in a virtual machine of its own, and does to it what happens at a stand: keys that switch consoles, a
# killed and a stuck kiosk, a panel and a stick plugged in and out, requests, power off. Run by hand, not by ctest: needs root,
# debootstrap, qemu-system-x86, e2fsprogs and dosfstools, 3 GB of disk, and minutes, since without KVM a processor is played.
#   KIOSK_BIN=build/release/bin KIOSK_SOURCES=. bash tests/real/boot.sh FOLDER     the folder is kept; pictures lie in it
source "$(dirname "$0")/common.sh"
source "$(dirname "$0")/machine.sh"
folder=$(realpath -m "${1:?boot.sh FOLDER}")
root=$folder/root
make_root "$folder" ""
give_package "$folder"
mountpoint -q "$root/proc" || mount -t proc proc "$root/proc"
# With what it depends on, and once more where it is there already.
chroot "$root" apt-get install -y -qq --no-install-recommends --reinstall /tmp/kiosk.deb
umount "$root/proc"
# A kiosk whose staff have a PIN, as one that stands somewhere has.
if ! grep -q '^pin_hash' "$root/etc/kiosk/kiosk.toml"; then
  { echo "[staff]"; echo 71940382 | "$KIOSK_BIN/kiosk" --hash-pin; } >>"$root/etc/kiosk/kiosk.toml"
fi
# A disk that is gone: without what setup.sh masks, the machine would stop in a shell that nobody at a stand can leave.
echo "UUID=DEAD-BEEF /mnt vfat x-systemd.device-timeout=10s 0 0" >"$root/etc/fstab"
add_shell "$root"
find_processor "$root" "$folder/kvm.log"
be_patient "$root"
rm -f "$folder/disk.img"
truncate -s 2500M "$folder/disk.img"
mke2fs -q -t ext4 -d "$root" "$folder/disk.img"
rm -f "$folder/stick.img"
truncate -s 40M "$folder/stick.img"
mkfs.vfat -F 32 -n STICK "$folder/stick.img" >/dev/null
# One that the kiosk does not read: btrfs where it can be made (btrfs-progs), which udev would have the kernel read at the plug.
rm -f "$folder/foreign.img"
truncate -s 160M "$folder/foreign.img"
if command -v mkfs.btrfs >/dev/null; then mkfs.btrfs -q "$folder/foreign.img"; else mke2fs -q -F -t ext2 "$folder/foreign.img"; fi
exec python3 "$KIOSK_SOURCES/tests/real/boot.py" "$folder" "$processor"
