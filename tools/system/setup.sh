# What is done beside copying files, by tools/install and by the Debian package alike. POSIX sh; sourced. The functions take
# the root folder, "" for this machine: in another folder only files are written and nothing is started.
kiosk_units="kiosk.service kiosk-cage.service"
kiosk_rooms="run-kiosk-requests.mount run-kiosk_work.mount"
# Logins on the consoles, and the keys that restart the machine; and the shells that systemd stops in where a disk or a partition
# is missing, in which nobody at a stand can do anything: without them the kiosk starts.
kiosk_masked="getty@tty1.service autovt@.service getty-static.service ctrl-alt-del.target
  emergency.target emergency.service rescue.target rescue.service"
kiosk_config=etc/kiosk/kiosk.toml
kiosk_state=var/lib/kiosk # root's; the kiosk's own folder lies in it
kiosk_data=$kiosk_state/data

kiosk_is_live() { [ -z "$1" ] && [ -d /run/systemd/system ]; }

# kiosk_as_user COMMAND...: with the kiosk's rights. In a folder of the kiosk's root does nothing by name: whoever has taken the
# kiosk over may have put a link in the place of anything there.
kiosk_as_user() { setpriv --reuid kiosk --regid kiosk --clear-groups -- "$@"; }

# kiosk_users ROOT: the user, and folders of it. A package's own folders come from its files.
kiosk_users() {
  if [ -z "$1" ]; then
    systemd-sysusers kiosk.conf >/dev/null
    systemd-tmpfiles --create kiosk.conf || true
  fi
  mkdir -p "$1/etc/kiosk" "$1/$kiosk_state"
  if [ -z "$1" ]; then
    chown root:kiosk /etc/kiosk && chmod 0750 /etc/kiosk
    # It was the kiosk's in earlier versions. From here on nobody but root changes names in it.
    chown root:root "/$kiosk_state" && chmod 0755 "/$kiosk_state"
  fi
  kiosk_put_aside "$1" "$kiosk_data"
  kiosk_put_aside "$1" "$kiosk_data.luks"
  [ -e "$1/$kiosk_data" ] && return 0
  mkdir -m 0700 "$1/$kiosk_data"
  if [ -z "$1" ]; then chown -h kiosk:kiosk "/$kiosk_data"; fi
}

# kiosk_put_aside ROOT NAME: a link, or a file, that somebody other than root has made in root's folder, while it was not yet
# root's. Links of root's own are an administrator's.
kiosk_put_aside() {
  if [ -L "$1/$2" ] || [ -f "$1/$2" ]; then
    [ "$(stat -c %u "$1/$2")" != "$(id -u)" ] || return 0
    echo "$1/$2 was made by another than root: it is $2.put-aside from now on, and somebody should look into it." >&2
    mv -T --backup=numbered "$1/$2" "$1/$2.put-aside"
  fi
}

# kiosk_write_config ROOT [LINE]: the configuration, if there is none; LINE is what stands under [staff].
kiosk_write_config() {
  [ -e "$1/$kiosk_config" ] && return 0
  name=$(hostname 2>/dev/null | tr -c 'A-Za-z0-9\n-' '-' | cut -c -40)
  {
    echo "# How this kiosk is set up; kiosk --print-config shows every key and its default."
    echo "name = \"${name:-kiosk}\""
    echo "data = \"/$kiosk_data\""
    echo "# Figures wait in memory until this folder holds the file \"kiosk-data\": a disk that comes late, or does not come, is"
    echo "# never taken for a new one. Made by the installer; on another disk: touch kiosk-data in it."
    echo "wait_for_data = true"
    echo
    if [ -n "${2:-}" ]; then printf '[staff]\n%s\n\n' "$2"; else printf '# [staff]: tools/install asks for a PIN, kiosk --hash-pin too\n\n'; fi
    echo "[export]"
    echo "folders = [\"/media/kiosk\"]"
  } >"$1/$kiosk_config.new"
  if [ -z "$1" ]; then chown root:kiosk "/$kiosk_config.new"; fi
  chmod 0640 "$1/$kiosk_config.new"
  mv "$1/$kiosk_config.new" "$1/$kiosk_config"
}

# kiosk_mark_data ROOT: this folder is the one figures are for. Only at the first installation: a disk that is missing today
# must not be replaced by the empty folder beneath it.
kiosk_mark_data() {
  [ -e "$1/etc/kiosk/data-marked" ] && return 0
  if [ -n "$1" ]; then
    : >"$1/$kiosk_data/kiosk-data"
  else
    # set -C: what is there stays as it is.
    kiosk_as_user sh -c 'umask 077; set -C; [ -e "$1" ] || : >"$1"' sh "/$kiosk_data/kiosk-data"
  fi
  : >"$1/etc/kiosk/data-marked"
}

# kiosk_systemctl ROOT ARGUMENTS...: changes links only; what runs is told later.
kiosk_systemctl() {
  kiosk_root=$1
  shift
  systemctl --quiet --root="${kiosk_root:-/}" "$@"
}

kiosk_boot_settings=etc/default/grub.d/kiosk.cfg
kiosk_boot_guard=etc/grub.d/07_kiosk

# kiosk_can_lock_down: whether the kernel that runs here knows it, and has no module of somebody else's, which it would refuse.
kiosk_can_lock_down() {
  grep -qs integrity /sys/kernel/security/lockdown && ! grep -qsE '\([A-Z]*[OE][A-Z]*\)$' /proc/modules
}

kiosk_update_boot_menu() {
  [ -n "$1" ] || ! command -v update-grub >/dev/null || update-grub >/dev/null 2>&1 ||
    echo "The boot menu could not be written anew: update-grub says why." >&2
}

# kiosk_guard_boot ROOT: whoever plugs in a keyboard may start what is in the boot menu, and change nothing of it. Nobody has a
# password to it; for one, see the README beside tools/install. Where there is no GRUB nothing is done.
kiosk_guard_boot() {
  [ -d "$1/etc/grub.d" ] || return 0
  mkdir -p "$1/etc/default/grub.d"
  # Of an earlier version: what --quiet-boot has written.
  if grep -qs '^GRUB_TIMEOUT=0' "$1/$kiosk_boot_settings"; then mv "$1/$kiosk_boot_settings" "$1/etc/default/grub.d/kiosk-quiet.cfg"; fi
  locked=
  if [ -z "$1" ] && kiosk_can_lock_down; then locked=" lockdown=integrity"; fi
  cat >"$1/$kiosk_boot_settings" <<SETTINGS
# A kiosk: no entry that ends in a shell, a kernel that has failed starts anew, and root cannot change the running one. A file
# system that power cuts have damaged is repaired without anybody who says yes. No magic keys, from the very start.
GRUB_DISABLE_RECOVERY=true
GRUB_CMDLINE_LINUX="\$GRUB_CMDLINE_LINUX panic=10 fsck.repair=yes sysctl.kernel.sysrq=0$locked"
SETTINGS
  cat >"$1/$kiosk_boot_guard" <<'GUARD'
#!/bin/sh
# A kiosk: with a superuser, entries cannot be changed and there is no command line; each still starts by itself, since
# --unrestricted stands in what GRUB's own scripts put into every entry.
cat <<'GRUB'
set superusers="kiosk"
export superusers
menuentry_id_option="--unrestricted $menuentry_id_option"
export menuentry_id_option
GRUB
GUARD
  chmod 0755 "$1/$kiosk_boot_guard"
  kiosk_update_boot_menu "$1"
}

kiosk_unguard_boot() {
  [ -e "$1/$kiosk_boot_guard" ] || return 0
  rm -f "$1/$kiosk_boot_guard" "$1/$kiosk_boot_settings"
  kiosk_update_boot_menu "$1"
}

# kiosk_enable ROOT UNIT: boots to the kiosk, and to nothing else. What stood there before is kept for kiosk_disable.
kiosk_enable() {
  before=$1/etc/kiosk/before
  if [ ! -e "$before" ]; then
    : >"$before"
    for unit in $kiosk_masked; do
      # What an administrator has masked stays so when the kiosk goes.
      [ "$(readlink "$1/etc/systemd/system/$unit")" = /dev/null ] || echo "mask $unit" >>"$before"
    done
    # Where there was no link, systemd's own default stands again.
    echo "default $(readlink "$1/etc/systemd/system/default.target" || echo none)" >>"$before"
  fi
  for unit in $kiosk_units; do [ "$unit" = "$2" ] || kiosk_systemctl "$1" disable "$unit" 2>/dev/null || true; done
  # shellcheck disable=SC2086 # names of units, one a word
  kiosk_systemctl "$1" enable "$2" kiosk-request.path $kiosk_rooms
  for unit in $kiosk_masked; do ln -sfn /dev/null "$1/etc/systemd/system/$unit"; done
  ln -sfn /usr/lib/systemd/system/multi-user.target "$1/etc/systemd/system/default.target"
  kiosk_guard_boot "$1"
}

# kiosk_disable ROOT: everything of kiosk_enable, back.
kiosk_disable() {
  for unit in $kiosk_units kiosk-request.path $kiosk_rooms; do kiosk_systemctl "$1" disable "$unit" 2>/dev/null || true; done
  kiosk_unguard_boot "$1"
  [ -e "$1/etc/kiosk/before" ] || return 0
  while read -r what unit; do
    case $what in
      mask) [ "$(readlink "$1/etc/systemd/system/$unit")" = /dev/null ] && rm -f "$1/etc/systemd/system/$unit" ;;
      default)
        if [ "$unit" = none ]; then rm -f "$1/etc/systemd/system/default.target"; else ln -sfn "$unit" "$1/etc/systemd/system/default.target"; fi
        ;;
    esac
  done <"$1/etc/kiosk/before"
  rm -f "$1/etc/kiosk/before"
}

# kiosk_start UNIT: this machine takes up what was installed, without a restart of it.
kiosk_start() {
  kiosk_is_live "" || return 0
  systemctl daemon-reload
  udevadm control --reload 2>/dev/null || true
  sysctl --quiet --system >/dev/null 2>&1 || true
  systemctl try-restart systemd-logind.service 2>/dev/null || true
  systemctl stop getty@tty1.service 2>/dev/null || true
  # What was watched there is hidden by what is mounted now; that has to become the kiosk's first.
  systemctl stop kiosk-request.path
  # shellcheck disable=SC2086 # as above
  systemctl start $kiosk_rooms || echo "The kiosk has no room of its own in memory: systemctl status $kiosk_rooms" >&2
  systemd-tmpfiles --create kiosk.conf || true
  systemctl start kiosk-request.path
  systemctl restart "$1" || echo "The kiosk does not run yet: journalctl -u $1, and kiosk --check, say why." >&2
}

kiosk_stop() {
  kiosk_is_live "" || return 0
  for unit in $kiosk_units kiosk-request.path $kiosk_rooms; do systemctl stop "$unit" 2>/dev/null || true; done
  systemctl stop 'kiosk-stick@*.service' 2>/dev/null || true
  if [ -x /usr/lib/kiosk/kiosk-console ]; then /usr/lib/kiosk/kiosk-console unlock 1 || true; fi
}

# kiosk_decrypt ROOT: before its files go; nobody could read the figures without them. The kiosk is stopped.
kiosk_decrypt() {
  [ -z "$1" ] && [ -e /var/lib/kiosk/data.luks ] || return 0
  systemctl stop kiosk-data.service 2>/dev/null || true
  /usr/lib/kiosk/kiosk-data decrypt
}

# kiosk_forget ROOT: what a removal with --purge takes along. Figures stay in any case: nobody can count them again.
kiosk_forget() {
  rm -rf "$1/etc/kiosk"
  rmdir "$1/media/kiosk" 2>/dev/null || true
}
