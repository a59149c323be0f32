# What the tests in virtual machines of their own share; sourced after common.sh.

# make_root FOLDER PACKAGES: Debian in FOLDER/root, which stays from one run to the next.
make_root() {
  mkdir -p "$1"
  [[ ! -e $1/root.done ]] || return 0
  debootstrap --variant=minbase \
    --include="systemd,systemd-sysv,udev,dbus,kmod,initramfs-tools,linux-image-amd64,util-linux-extra${2:+,$2}" bookworm "$1/root"
  touch "$1/root.done"
}

# give_package FOLDER: the package, into what make_root made: one of what was built, or the file KIOSK_PACKAGE.
give_package() {
  if [[ -n ${KIOSK_PACKAGE:-} ]]; then
    cp "$KIOSK_PACKAGE" "$1/root/tmp/kiosk.deb"
    return
  fi
  rm -f "$1"/kiosk_*.deb
  cpack -G DEB --config "$(dirname "$KIOSK_BIN")/CPackConfig.cmake" -B "$1" >/dev/null
  cp "$1"/kiosk_*.deb "$1/root/tmp/kiosk.deb"
}

# add_shell ROOT: a shell on the serial line, for the test.
add_shell() {
  cat >"$1/etc/systemd/system/shell.service" <<'UNIT'
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
  systemctl --root="$1" --quiet enable shell.service
  systemctl --root="$1" --quiet mask serial-getty@ttyS0.service
}

# find_processor ROOT LOG: whether there is a KVM that boots: in some machines that are virtual themselves it is there, and
# stands still. Sets processor.
find_processor() {
  processor=played
  rm -f "$2"
  if [[ -w /dev/kvm ]]; then
    timeout 20 qemu-system-x86_64 -M q35 -enable-kvm -cpu host -m 512 -display none -nic none -no-reboot -serial "file:$2" \
      -kernel "$1"/boot/vmlinuz-* -append "console=ttyS0 panic=-1" 2>/dev/null || true
    ! grep -q "Kernel panic" "$2" || processor=real
  fi
  echo "processor: $processor"
}

# be_patient ROOT: without KVM a frame takes seconds, and the first one minutes.
be_patient() {
  [[ $processor == played ]] || return 0
  mkdir -p "$1/etc/systemd/system/kiosk.service.d"
  printf '[Service]\nTimeoutStartSec=900\nWatchdogSec=120\n' >"$1/etc/systemd/system/kiosk.service.d/slow.conf"
}
