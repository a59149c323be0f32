# What is installed: every unit is one systemd accepts, the hardening has its score, the helper that does what the kiosk asks
# lets nothing else through, and a removal leaves nothing. Into a folder; this machine stays as it is.
source "$(dirname "$0")/common.sh"
place=$work/root
mkdir -p "$place/etc/grub.d" # of a machine that has GRUB
preset=$(basename "$(dirname "$KIOSK_BIN")")
install() { "$KIOSK_SOURCES/tools/install" --destdir "$place" --preset "$preset" --no-build --no-install "$@" >"$work/said" 2>&1; }
install || { cat "$work/said"; fail "does not install"; }

# The program that was installed finds what belongs to it, wherever it lies.
for file in usr/bin/kiosk usr/lib/kiosk/kiosk-request usr/lib/kiosk/kiosk-console usr/share/kiosk/content/kiosk.toml \
  usr/share/kiosk/assets/themes/dusk.toml usr/lib/udev/rules.d/63-kiosk.rules usr/lib/udev/rules.d/70-kiosk.rules etc/kiosk/kiosk.toml var/lib/kiosk/data/kiosk-data; do
  [[ -e $place/$file ]] || fail "$file is missing"
done
echo "wait 1s" >"$work/short.script"
"$place/usr/bin/kiosk" --offscreen 320x240 --script "$work/short.script" --data "$work/data" >"$work/said" 2>&1 &&
  ! grep -q "cannot" "$work/said" || { cat "$work/said"; fail "does not find its content or its assets"; }

# Looking changes nothing of its folder (with new content on trial and a cut off commit: real.root).
tree() { (cd "$1" && find . -printf '%p %y %m %s %T@ ' \( -type f -exec sha256sum {} \; -o -printf '\n' \) | sort); }
tree "$work/data" >"$work/before"
for _ in 1 2 3; do SDL_VIDEODRIVER=offscreen "$place/usr/bin/kiosk" --check --data "$work/data" >"$work/said" 2>&1 || true; done
grep -qE '^(green|amber|red) +boot' "$work/said" || { cat "$work/said"; fail "does not say how the machine starts"; }
tree "$work/data" | diff "$work/before" - || fail "looking has changed something"

# The Debian package is the same, but for what is written on the machine; it knows what it needs, and can be undone.
cpack -G DEB --config "$(dirname "$KIOSK_BIN")/CPackConfig.cmake" -B "$work/package" >"$work/said" 2>&1 || { cat "$work/said"; fail "no package"; }
package=("$work"/package/*.deb)
dpkg-deb --contents "${package[0]}" | awk '$1 !~ /^d/ {print $6}' | sort >"$work/packed"
(cd "$place" && find ./usr ! -type d ! -path ./usr/lib/kiosk/installed | sort) >"$work/installed"
diff "$work/packed" "$work/installed" || fail "the package holds something else"
for needed in libsdl2-2.0-0 libsqlite3-0 libsodium23 libgles2 fonts-inter; do
  dpkg-deb --field "${package[0]}" Depends | grep -q "$needed" || fail "the package does not ask for $needed"
done
[[ $(dpkg-deb --ctrl-tarfile "${package[0]}" | tar t | grep -cE '(postinst|prerm|postrm)$') == 3 ]] || fail "the package cannot be set up or undone"

# All of Debian's hardening is in every program: nothing lies where it always lies, nothing is bound late, and libc's buffers are
# watched where the preset optimises.
for program in kiosk kiosk-picture kiosk-log kiosk-content ../lib/kiosk/kiosk-console; do
  file=$place/usr/bin/$program
  readelf -hW "$file" | grep -q 'Type: *DYN' && readelf -dW "$file" | grep -q 'Flags:.*PIE' || fail "$program is not position-independent"
  readelf -lW "$file" | grep -q GNU_RELRO && readelf -dW "$file" | grep -qE 'BIND_NOW|Flags: .*NOW' || fail "$program is bound late (no full RELRO)"
  readelf -lW "$file" | grep GNU_STACK | grep -qv E || fail "$program has a stack that runs"
done
for program in kiosk kiosk-picture; do
  readelf --dyn-syms -W "$place/usr/bin/$program" >"$work/symbols"
  grep -q __stack_chk_fail "$work/symbols" || fail "$program does not watch its stacks"
  grep -qE '__[a-z]+_chk' "$work/symbols" || fail "$program does not watch libc's buffers (_FORTIFY_SOURCE)"
done

# The boot menu: every entry starts by itself, and none can be changed.
guard=$("$place/etc/grub.d/07_kiosk") || fail "no guard of the boot menu"
grep -q '^set superusers="kiosk"$' <<<"$guard" && grep -q '^menuentry_id_option="--unrestricted ' <<<"$guard" || fail "guard: $guard"
! grep -q password <<<"$guard" || fail "somebody has a password to the boot menu"
GRUB_CMDLINE_LINUX=before
source "$place/etc/default/grub.d/kiosk.cfg"
[[ $GRUB_CMDLINE_LINUX == "before panic=10 fsck.repair=yes sysctl.kernel.sysrq=0" && $GRUB_DISABLE_RECOVERY == true ]] || fail "kernel: $GRUB_CMDLINE_LINUX"

# It boots to the kiosk and to nothing else.
units=$place/etc/systemd/system
[[ -L $units/multi-user.target.wants/kiosk.service && -L $units/multi-user.target.wants/kiosk-request.path ]] || fail "not enabled"
# What it may write in memory has an end, and is there before it starts.
for room in run-kiosk-requests.mount run-kiosk_work.mount; do
  [[ -L $units/local-fs.target.wants/$room ]] || fail "$room is not enabled"
  grep -q '^Options=size=' "$place/usr/lib/systemd/system/$room" || fail "$room has no end"
done
for unit in kiosk kiosk-cage; do
  grep -q '^RuntimeDirectory=kiosk_work$' "$place/usr/lib/systemd/system/$unit.service" || fail "$unit works in /run itself"
done
[[ $(readlink "$units/default.target") == */multi-user.target ]] || fail "not the default target"
for unit in getty@tty1.service autovt@.service ctrl-alt-del.target {emergency,rescue}.{target,service}; do
  [[ $(readlink "$units/$unit") == /dev/null ]] || fail "$unit is not masked"
done
[[ $(stat -c %a "$place/etc/kiosk/kiosk.toml") == 640 ]] || fail "everybody can read the configuration"

# Again: what somebody has changed stays, and so does a disk's absence.
echo "# mine" >>"$place/etc/kiosk/kiosk.toml"
rm "$place/var/lib/kiosk/data/kiosk-data"
touch "$place/usr/share/kiosk/content/old.toml" && echo usr/share/kiosk/content/old.toml >>"$place/usr/lib/kiosk/installed"
install --cage --strict-usb || { cat "$work/said"; fail "does not install twice"; }
grep -q "# mine" "$place/etc/kiosk/kiosk.toml" || fail "the configuration was written anew"
[[ ! -e $place/var/lib/kiosk/data/kiosk-data ]] || fail "an empty folder is taken for the disk with the figures"
[[ ! -e $place/usr/share/kiosk/content/old.toml ]] || fail "what is no longer part of it stays"
[[ ! -L $units/multi-user.target.wants/kiosk.service && -L $units/multi-user.target.wants/kiosk-cage.service ]] || fail "not cage"
[[ -e $place/etc/udev/rules.d/71-kiosk-strict.rules ]] || fail "no strict rules"
# What --quiet-boot of an earlier version has written is kept under its own name.
echo GRUB_TIMEOUT=0 >"$place/etc/default/grub.d/kiosk.cfg"
install --quiet-boot --cage --strict-usb || { cat "$work/said"; fail "does not install quietly"; }
grep -q GRUB_TIMEOUT=0 "$place/etc/default/grub.d/kiosk-quiet.cfg" && grep -q panic=10 "$place/etc/default/grub.d/kiosk.cfg" || fail "boot settings"

# A kiosk that was taken over while /var/lib/kiosk was its own: what it has put there is not root's, and is not followed.
if [[ $EUID == 0 ]]; then
  taken=$work/taken
  mkdir -p "$taken/var/lib/kiosk" "$work/victim"
  ln -s "$work/victim" "$taken/var/lib/kiosk/data" && chown -h nobody "$taken/var/lib/kiosk/data"
  ln -s "$work/victim/luks" "$taken/var/lib/kiosk/data.luks" && chown -h nobody "$taken/var/lib/kiosk/data.luks"
  (source "$KIOSK_SOURCES/tools/system/setup.sh"; kiosk_users "$taken"; kiosk_mark_data "$taken") 2>"$work/said"
  grep -q "put-aside" "$work/said" && [[ -d $taken/var/lib/kiosk/data && ! -L $taken/var/lib/kiosk/data ]] || fail "a link of the kiosk's is followed"
  [[ -z $(ls "$work/victim") && -L $taken/var/lib/kiosk/data.luks.put-aside ]] || fail "the victim was written to"
  # An administrator's own link is left alone.
  rm -rf "$taken/var/lib/kiosk/data" && ln -s "$work/victim" "$taken/var/lib/kiosk/data"
  (source "$KIOSK_SOURCES/tools/system/setup.sh"; kiosk_users "$taken")
  [[ -L $taken/var/lib/kiosk/data ]] || fail "root's own link is gone"
fi

# systemd's own opinion. What it looks for beside the kiosk stands in as nothing.
system=$place/usr/lib/systemd/system
for program in cage env; do cp /bin/true "$place/usr/bin/$program"; done
printf '[Service]\nExecStart=/usr/bin/env\n' >"$system/seatd.service"
cp /usr/lib/systemd/system/{basic,sysinit,multi-user,shutdown}.target "$system/"
all=(kiosk-data.service kiosk.service kiosk-cage.service kiosk-request.path kiosk-request.service kiosk-stick@sda1.service run-kiosk-requests.mount run-kiosk_work.mount)
verify() { systemd-analyze --man=no --root="$place" verify "${all[@]}" >"$work/said" 2>&1 && [[ ! -s $work/said ]]; }
verify || { cat "$work/said"; fail "units"; }
sed -i 's/^WatchdogSec=/WatchdgoSec=/' "$system/kiosk.service"
! verify || fail "a mistyped unit is not noticed"
sed -i 's/^WatchdgoSec=/WatchdogSec=/' "$system/kiosk.service"
# Exposure, 0 to 100; what is above is a door that somebody has opened.
score() {
  systemd-analyze --root="$place" security --offline=yes --threshold="$2" "$1" >"$work/said" 2>&1 ||
    { cat "$work/said"; fail "$1 is more exposed than $2"; }
  tail -n1 "$work/said"
}
score kiosk.service 16
score kiosk-cage.service 17
score kiosk-data.service 46
score kiosk-request.service 30
score kiosk-stick@.service 55
rm "$place"/usr/bin/{cage,env} "$system"/{seatd.service,basic.target,sysinit.target,multi-user.target,shutdown.target}

# What the kiosk asks of the system: what is right is done, whatever else is refused, and nothing is left to come again.
mkdir -p "$place"/run/kiosk/{requests,answers} "$place/usr/share/zoneinfo/Europe" "$place/run/udev/tags/kiosk-stick" \
  "$place/dev/block" "$place/sys/class/backlight/panel"
echo 937 >"$place/sys/class/backlight/panel/max_brightness"
touch "$place/usr/share/zoneinfo/Europe/Brussels" "$place/run/udev/tags/kiosk-stick/b8:1"
ln -s ../sda1 "$place/dev/block/8:1"
requests=$place/run/kiosk/requests answers=$place/run/kiosk/answers
# ask NAME ANSWER: with what stands on standard input.
ask() {
  cat >"$requests/$1"
  rm -f "$place/ran"
  KIOSK_TEST_ROOT=$place "$place/usr/lib/kiosk/kiosk-request" >"$work/said" 2>&1 || { cat "$work/said"; fail "the helper fell over"; }
  [[ $(cat "$answers/$1") == "$2" ]] || { cat "$work/said"; fail "$1: \"$(cat "$answers/$1")\" instead of \"$2\""; }
  [[ ! -e $requests/$1 && ! -L $requests/$1 ]] || fail "$1 stays, and would come again"
}
ran() { [[ $(cat "$place/ran" 2>/dev/null) == "$1" ]] || fail "ran \"$(cat "$place/ran" 2>/dev/null)\" instead of \"$1\""; }
ask poweroff "done" <<<now; ran "systemctl --no-block poweroff"
ask clock "done" <<<1795424400; ran "date -u -s @1795424400
hwclock --systohc --utc"
ask zone "done" <<<Europe/Brussels
[[ $(readlink "$place/etc/localtime") == /usr/share/zoneinfo/Europe/Brussels && $(cat "$place/etc/timezone") == Europe/Brussels ]] || fail "zone"
ask brightness "done" <<<50
[[ $(cat "$place/sys/class/backlight/panel/brightness") == 468 ]] || fail "brightness"
ask sticks "done" <<<open; ran "systemctl start kiosk-stick@sda1.service"
[[ -e $place/run/kiosk/sticks-open ]] || fail "sticks"
ask sticks "done" <<<close; ran "systemctl stop kiosk-stick@sda1.service"
[[ ! -e $place/run/kiosk/sticks-open ]] || fail "sticks"
# Somebody has brought a hub full of them: not more are opened than are mounted at a time, and each is closed.
for number in {10..39}; do touch "$place/run/udev/tags/kiosk-stick/b8:$number"; ln -s "../sdb$number" "$place/dev/block/8:$number"; done
ask sticks "done" <<<open; [[ $(wc -w <"$place/ran") == 18 ]] || fail "opens $(cat "$place/ran")"
ask sticks "done" <<<close; [[ $(wc -w <"$place/ran") == 33 ]] || fail "closes $(cat "$place/ran")"
rm "$place"/run/udev/tags/kiosk-stick/b8:[123][0-9] "$place"/dev/block/8:[123][0-9]

too_early=1767225599 too_late=2556144000
for bad in '' "$too_early" "$too_late" -1795424400 '1795424400; reboot' '$(reboot)' $'1795424400\n1795424401' 01795424400; do
  ask clock "refused: not a time from 2026 to 2050" <<<"$bad"; ran ""
done
for bad in '' /etc/passwd Europe/../../../etc/passwd 'Europe/Brussels ' Europe/ 'Europe/Brussels;reboot' '*'; do
  ask zone "refused: not the name of a zone" <<<"$bad"
done
ask zone "refused: there is no such zone" <<<Europe/Nowhere
ask zone "refused: there is no such zone" <<<Europe
[[ $(readlink "$place/etc/localtime") == /usr/share/zoneinfo/Europe/Brussels ]] || fail "zone"
for bad in '' 4 101 050 99999999999999999999 -5; do ask brightness "refused: not a share from 5 to 100" <<<"$bad"; done
for bad in '' $'open\nclose'; do ask sticks "refused: neither open nor close" <<<"$bad"; done
for bad in '' 'now now'; do ask poweroff 'refused: not "now"' <<<"$bad"; ran ""; done
head -c 100000 /dev/zero | tr '\0' 1 | ask clock "refused: too long"
# Through a link, from a pipe that nobody fills, or from a folder nothing is read.
echo now >"$work/secret"
odd() { KIOSK_TEST_ROOT=$place timeout 10 "$place/usr/lib/kiosk/kiosk-request" >"$work/said" 2>&1 || fail "waits for ever"; }
rm -f "$place/ran"
ln -s "$work/secret" "$requests/poweroff"; odd; ran ""; [[ -e $work/secret && ! -L $requests/poweroff ]] || fail "a link"
mkfifo "$requests/poweroff"; odd; ran ""; [[ ! -e $requests/poweroff ]] || fail "a pipe"
mkdir -p "$requests/poweroff/x"; odd; ran ""; [[ ! -e $requests/poweroff ]] || fail "a folder"
rm -f "$place/run/udev/tags/kiosk-stick/b8:1"; ln -s '../sda1;reboot' "$place/dev/block/8:2"; touch "$place/run/udev/tags/kiosk-stick/b8:2"
ask sticks "done" <<<open; ran ""
for bad in 'sda1;reboot' ../sda1 '' 'sda 1'; do expect 1 "is no device" "$place/usr/lib/kiosk/kiosk-stick" mount "$bad"; done
rm -rf "${place:?}"/{run,sys,dev,ran} "$place/etc/localtime" "$place/etc/timezone" "$place/usr/share/zoneinfo"

# Removed, nothing is left but the configuration and the figures; with --purge only the figures.
install --remove || { cat "$work/said"; fail "is not removed"; }
[[ -e $place/etc/kiosk/kiosk.toml && ! -e $place/usr/bin/kiosk ]] || fail "the configuration is gone"
[[ ! -e $units/getty@tty1.service && ! -e $units/multi-user.target.wants/kiosk-cage.service ]] || fail "units stay"
install --remove --purge || { cat "$work/said"; fail "is not forgotten"; }
left=$(cd "$place" && find . ! -type d)
[[ -z $left ]] || fail "left behind: $left"
[[ -d $place/var/lib/kiosk/data ]] || fail "the figures are gone"
echo "installed, asked, removed"
