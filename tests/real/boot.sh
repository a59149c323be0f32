# Boots the Debian package in a virtual machine of its own, and does to it what happens at a stand: keys that switch consoles, a
# killed and a stuck kiosk, a panel and a stick plugged in and out, requests, power off. Run by hand, not by ctest: needs root,
# debootstrap, qemu-system-x86, e2fsprogs and dosfstools, 3 GB of disk, and minutes, since without KVM a processor is played.
#   KIOSK_BIN=build/release/bin KIOSK_SOURCES=. bash tests/real/boot.sh FOLDER     the folder is kept; pictures lie in it
source "$(dirname "$0")/common.sh"
folder=$(realpath -m "${1:?boot.sh FOLDER}")
root=$folder/root
mkdir -p "$folder"
if [[ ! -e $folder/root.done ]]; then
  debootstrap --variant=minbase \
    --include="systemd,systemd-sysv,udev,dbus,kmod,initramfs-tools,linux-image-amd64,util-linux-extra" \
    bookworm "$root"
  touch "$folder/root.done"
fi
rm -f "$folder"/kiosk_*.deb
cpack -G DEB --config "$(dirname "$KIOSK_BIN")/CPackConfig.cmake" -B "$folder" >/dev/null
cp "$folder"/kiosk_*.deb "$root/tmp/kiosk.deb"
mountpoint -q "$root/proc" || mount -t proc proc "$root/proc"
# With what it depends on, and once more where it is there already.
chroot "$root" apt-get install -y -qq --no-install-recommends --reinstall /tmp/kiosk.deb
umount "$root/proc"
# A kiosk whose staff have a PIN, as one that stands somewhere has.
if ! grep -q '^pin_hash' "$root/etc/kiosk/kiosk.toml"; then
  { echo "[staff]"; echo 71940382 | "$KIOSK_BIN/kiosk" --hash-pin; } >>"$root/etc/kiosk/kiosk.toml"
fi
# A shell on the serial line, for this script.
cat >"$root/etc/systemd/system/shell.service" <<'UNIT'
[Service]
ExecStart=/bin/bash --norc
Environment=PS1= HOME=/root TERM=dumb
StandardInput=tty-force
StandardOutput=tty
StandardError=tty
TTYPath=/dev/ttyS0
Restart=always
# A shell ignores SIGTERM; a machine that goes off would wait for it.
KillSignal=SIGHUP
[Install]
WantedBy=sysinit.target
UNIT
systemctl --root="$root" --quiet enable shell.service
systemctl --root="$root" --quiet mask serial-getty@ttyS0.service
# Whether there is a KVM that boots: in some machines that are virtual themselves it is there, and stands still.
processor=played
log=$folder/kvm.log
rm -f "$log"
if [[ -w /dev/kvm ]]; then
  timeout 20 qemu-system-x86_64 -M q35 -enable-kvm -cpu host -m 512 -display none -nic none -no-reboot -serial "file:$log" \
    -kernel "$root"/boot/vmlinuz-* -append "console=ttyS0 panic=-1" 2>/dev/null || true
  ! grep -q "Kernel panic" "$log" || processor=real
fi
echo "processor: $processor"
# Without KVM a frame takes seconds, and the first one minutes.
if [[ $processor == played ]]; then
  mkdir -p "$root/etc/systemd/system/kiosk.service.d"
  printf '[Service]\nTimeoutStartSec=900\nWatchdogSec=120\n' >"$root/etc/systemd/system/kiosk.service.d/slow.conf"
fi
rm -f "$folder/disk.img"
truncate -s 2500M "$folder/disk.img"
mke2fs -q -t ext4 -d "$root" "$folder/disk.img"
rm -f "$folder/stick.img"
truncate -s 40M "$folder/stick.img"
mkfs.vfat -F 32 -n STICK "$folder/stick.img" >/dev/null
# One that the kiosk does not read.
rm -f "$folder/foreign.img"
truncate -s 8M "$folder/foreign.img"
mke2fs -q -F -t ext2 "$folder/foreign.img"
exec python3 "$KIOSK_SOURCES/tests/real/boot.py" "$folder" "$processor"
