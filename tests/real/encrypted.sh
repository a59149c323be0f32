# The encrypted disk for figures (tools/system/kiosk-data) in a machine of its own that starts, stops and starts again: with a TPM,
# with another TPM (the disk in somebody else's machine), and without one. The disk's raw bytes are looked at between. Run by hand,
# not by ctest: needs root, debootstrap, qemu-system-x86, swtpm, e2fsprogs, 3 GB of disk, and KVM to take minutes.
#   KIOSK_BIN=build/release/bin KIOSK_SOURCES=. bash tests/real/encrypted.sh FOLDER     the folder is kept
#   KIOSK_NO_KVM=1   for a machine within a machine in which KVM does not start one
source "$(dirname "$0")/common.sh"
folder=$(realpath -m "${1:?encrypted.sh FOLDER}")
root=$folder/root
mkdir -p "$folder"
if [[ ! -e $folder/root.done ]]; then
  debootstrap --variant=minbase --include="systemd,systemd-sysv,udev,kmod,initramfs-tools,linux-image-amd64,cryptsetup-bin,e2fsprogs,\
libtss2-esys-3.0.2-0,libtss2-rc0,libtss2-mu0,libtss2-tcti-device0" bookworm "$root"
  touch "$folder/root.done"
fi
mkdir -p "$root/usr/lib/kiosk" "$root/var/lib/kiosk/data" "$root/etc/kiosk"
cp "$KIOSK_SOURCES/tools/system/kiosk-data" "$root/usr/lib/kiosk/"
cp "$KIOSK_SOURCES/tools/system/kiosk-data.service" "$root/usr/lib/systemd/system/"
# Stands for the kiosk: it only notes what it finds when it starts.
cat >"$root/usr/lib/systemd/system/kiosk.service" <<'UNIT'
[Service]
Type=oneshot
ExecStart=/bin/sh -c 'ls /var/lib/kiosk/data > /run/seen'
[Install]
WantedBy=multi-user.target
UNIT
# What the machine is told to do stands on a second disk; it says what came of it on the serial line, and switches itself off.
cat >"$root/usr/lib/systemd/system/told.service" <<'UNIT'
[Unit]
After=kiosk.service
Wants=kiosk.service
[Service]
Type=oneshot
ExecStart=/bin/bash -c 'bash <(tr -d "\\0" </dev/vdb); systemctl --no-block poweroff'
StandardOutput=file:/dev/ttyS0
StandardError=file:/dev/ttyS0
[Install]
WantedBy=multi-user.target
UNIT
systemctl --root="$root" --quiet enable told.service
marked="figures-of-the-seventh-visit" # what must not be found on the disk
echo "$marked in a file" >"$root/var/lib/kiosk/data/engagement.sqlite"
touch "$root/var/lib/kiosk/data/kiosk-data"
chmod 0700 "$root/var/lib/kiosk/data"
kernel=$(ls "$root"/boot/vmlinuz-* | tail -n1) initrd=$(ls "$root"/boot/initrd.img-* | tail -n1)
accelerated=(-accel tcg,thread=multi -cpu max)
[[ -w /dev/kvm && -z ${KIOSK_NO_KVM:-} ]] && accelerated=(-enable-kvm -cpu host,arch-capabilities=off) # which a machine within a machine cannot always have

fresh() {
  rm -f "$folder/disk.img"
  truncate -s 2500M "$folder/disk.img"
  mke2fs -q -t ext4 -d "$root" "$folder/disk.img"
}
# boot TPM COMMANDS: TPM a folder with one's state, or none. What the machine said is in $folder/said.
boot() {
  local tpm=()
  if [[ $1 != none ]]; then
    mkdir -p "$folder/$1"
    swtpm socket --tpm2 --tpmstate "dir=$folder/$1" --ctrl "type=unixio,path=$folder/tpm.socket" --terminate --daemon
    tpm=(-chardev "socket,id=tpm,path=$folder/tpm.socket" -tpmdev emulator,id=tpm,chardev=tpm -device tpm-tis,tpmdev=tpm)
  fi
  { printf '%s\n' "$2"; head -c 4096 /dev/zero; } >"$folder/told.img"
  truncate -s 64K "$folder/told.img"
  timeout 600 qemu-system-x86_64 -M q35 "${accelerated[@]}" -smp 2 -m 1024 -display none -nic none "${tpm[@]}" \
    -drive "file=$folder/disk.img,format=raw,if=virtio" -drive "file=$folder/told.img,format=raw,if=virtio" \
    -kernel "$kernel" -initrd "$initrd" -append "root=/dev/vda rw quiet loglevel=0 console=ttyS1" \
    -serial "file:$folder/said" || fail "the machine does not end: $(cat "$folder/said")"
  tr -d '\r' <"$folder/said" >"$folder/said.text"
}
said() { grep -q -- "$1" "$folder/said.text" || { cat "$folder/said.text"; fail "did not say: $1"; }; }
hidden() { ! grep -qaF "$marked" "$folder/disk.img" || fail "the raw disk shows the figures $1"; }
look='echo "seen by the kiosk: $(cat /run/seen | tr "\n" " ")"; cat /var/lib/kiosk/data/engagement.sqlite; findmnt -no OPTIONS /var/lib/kiosk/data'

rm -rf "$folder"/tpm-*
for tpm in tpm-own none; do
  fresh
  grep -qaF "$marked" "$folder/disk.img" || fail "the disk does not hold what is looked for"
  boot "$tpm" "/usr/lib/kiosk/kiosk-data encrypt && echo encrypted; $look; cryptsetup luksDump /var/lib/kiosk/data.luks | grep -E '^  [0-9]+:'"
  said "^encrypted$"
  said "$marked"
  hidden "after they were encrypted"
  if [[ $tpm == none ]]; then said "no TPM"; else said "shown once"; fi
  cp "$folder/said.text" "$folder/encrypted-$tpm.text"
  boot "$tpm" "$look"
  said "seen by the kiosk: .*kiosk-data"
  said "$marked"
  said "nosuid,nodev,noexec"
  if [[ $tpm != none ]]; then
    boot tpm-another "systemctl is-system-running; journalctl -b -u kiosk-data -o cat; $look"
    said "cannot be opened"
    said "seen by the kiosk: $"
  fi
  boot "$tpm" "systemctl stop kiosk-data; /usr/lib/kiosk/kiosk-data decrypt && echo open again; $look; ls /var/lib/kiosk /etc/kiosk"
  said "^open again$"
  said "$marked"
  ! grep -q data.luks "$folder/said.text" || fail "something is left of it"
  boot "$tpm" "$look"
  said "seen by the kiosk: .*kiosk-data"
done
echo "encrypted, started, looked at raw, refused to another machine, and open again: with a TPM and without"
