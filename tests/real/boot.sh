# Boots the Debian package in a virtual machine of its own, and does to it what happens at a stand: keys that switch consoles, a
# killed and a stuck kiosk, a panel and a stick plugged in and out, requests, power off. Run by hand, not by ctest: needs root,
# debootstrap, qemu-system-x86, e2fsprogs and dosfstools, 3 GB of disk, and minutes, since without KVM a processor is played.
#   KIOSK_BIN=build/release/bin KIOSK_SOURCES=. bash tests/real/boot.sh FOLDER     the folder is kept; pictures lie in it
source "$(dirname "$0")/common.sh"
folder=$(realpath -m "${1:?boot.sh FOLDER}")
root=$folder/root
mkdir -p "$folder"
libraries=libsdl2-2.0-0,libfreetype6,libharfbuzz0b,libfribidi0,libicu72,libqrcodegencpp1,libsodium23,libssl3,libxlsxwriter4
libraries+=,libsqlite3-0,zlib1g,libsystemd0,libpq5,libfmt9,libgl1-mesa-dri,libegl1,libgbm1,libgles2,fonts-inter,fonts-noto-core
if [[ ! -e $folder/root.done ]]; then
  debootstrap --variant=minbase \
    --include="systemd,systemd-sysv,udev,dbus,kmod,initramfs-tools,linux-image-amd64,util-linux-extra,tzdata,$libraries" \
    bookworm "$root" http://deb.debian.org/debian
  touch "$folder/root.done"
fi
rm -f "$folder"/kiosk_*.deb
cpack -G DEB --config "$(dirname "$KIOSK_BIN")/CPackConfig.cmake" -B "$folder" >/dev/null
cp "$folder"/kiosk_*.deb "$root/tmp/kiosk.deb"
chroot "$root" dpkg -i /tmp/kiosk.deb
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
[Install]
WantedBy=sysinit.target
UNIT
chroot "$root" systemctl --quiet enable shell.service
chroot "$root" systemctl --quiet mask serial-getty@ttyS0.service
rm -f "$folder/disk.img"
truncate -s 2500M "$folder/disk.img"
mke2fs -q -t ext4 -d "$root" "$folder/disk.img"
rm -f "$folder/stick.img"
truncate -s 40M "$folder/stick.img"
mkfs.vfat -F 32 -n STICK "$folder/stick.img" >/dev/null
exec python3 "$KIOSK_SOURCES/tests/real/boot.py" "$folder"
