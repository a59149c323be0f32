# The encrypted disk for figures (tools/system/kiosk-data), with whatever can fail in it failing in turn: the figures are all there
# afterwards, open or encrypted and never half, and the next try does it. In mounts of its own and a root folder of its own;
# encryption itself is played by a loop device here, and is real in tests/real/encrypted.sh.
source "$(dirname "$0")/common.sh"
if [[ ${1:-} != inside ]]; then
  rm -rf "$work"
  unshare --mount true 2>/dev/null && [[ -e /dev/loop-control ]] ||
    { echo "no mounts of one's own can be made here: the encrypted disk was not tried"; exit 0; }
  exec unshare --mount --propagation private bash "$0" inside
fi
root=$work/root data=$work/root/var/lib/kiosk/data container=$work/root/var/lib/kiosk/data.luks
mount -t tmpfs -o size=1500m tmpfs "$work"
clear() {
  for place in "$root/run"/kiosk-* "$data" "$data"; do umount "$place" 2>/dev/null || true; done
  for loop in $(losetup -j "$container" -O NAME -n; losetup -j "$container.new" -O NAME -n); do losetup -d "$loop"; done
}
end() {
  clear
  umount -l "$work" 2>/dev/null || true
  rm -rf "$work"
}
trap end EXIT
if ! { truncate -s 8M "$work/x" && loop=$(losetup --show -f "$work/x") && losetup -d "$loop"; } 2>/dev/null; then
  echo "no loop device can be had here: the encrypted disk was not tried"
  exit 0
fi

# Programs that count how often they are asked, and fail when the number is up; where they are not real they write down what
# was asked of them.
mkdir -p "$work/programs"
cat >"$work/programs/turn" <<'PROGRAM'
#!/bin/bash
program=${0##*/}
root=$KIOSK_TEST_ROOT
echo "$program $*" >>"$root/asked"
mapfile -t asked <"$root/asked"
[[ ${#asked[@]} != "$(<"$root/fail-at")" ]] || exit 1
open() { ln -s "$(losetup --show -f "$1")" "$root/dev/mapper/kiosk-data"; }
[[ $program != @(cp|diff|shred) ]] || echo "$program $(id -un)" >>"$root/rights"
case $program-${1:-} in
  cryptsetup-luksFormat) ;;
  cryptsetup-open) [[ -s $5 ]] && open "${@: -2:1}" ;;
  cryptsetup-close) losetup -d "$(readlink "$root/dev/mapper/kiosk-data")" && rm "$root/dev/mapper/kiosk-data" ;;
  cryptsetup-erase) ;;
  systemd-cryptsetup-attach) open "$3" ;;
  fallocate--l) PATH=/usr/bin:/bin exec truncate -s "$2" "$3" ;; # in memory each of its bytes would be cleared
  systemd-cryptenroll-* | systemctl-* | fstrim-* | dd-* | modprobe-*) ;;
  *) PATH=/usr/sbin:/usr/bin:/sbin:/bin exec "$program" "$@" ;;
esac
PROGRAM
chmod +x "$work/programs/turn"
for program in cryptsetup systemd-cryptsetup systemd-cryptenroll systemctl fstrim dd modprobe fallocate mkfs.ext4 e2fsck mount umount \
  cp diff mv shred sync; do ln -s turn "$work/programs/$program"; done

fresh() { # fresh [tpm]
  clear
  rm -rf "$root"
  mkdir -p "$data/deep" "$root"/{run,etc/kiosk,dev/mapper,lib/systemd}
  cp -r "$work/programs" "$root/programs"
  head -c 300000 /dev/urandom >"$data/engagement.sqlite"
  echo figures >"$data/deep/more"
  : >"$data/kiosk-data"
  chmod 0700 "$data"
  chown -R nobody "$data"
  (cd "$data" && find . -type f -exec sha256sum {} + | sort) >"$root/before"
  echo 0 >"$root/fail-at"
  [[ -z ${1:-} ]] || touch "$root/dev/tpmrm0"
}
kiosk_data() { : >"$root/asked"; : >>"$root/rights"; chmod 666 "$root/asked" "$root/rights"; KIOSK_TEST_ROOT=$root "$KIOSK_SOURCES/tools/system/kiosk-data" "$@" >"$work/said" 2>&1; }
whole() { (cd "$data" && find . -type f -exec sha256sum {} + | sort) | cmp -s "$root/before" - || { cat "$work/said"; fail "$1: the figures are not what they were"; }; }
below_is_empty() {
  mkdir -p "$work/below"
  mount --bind "$root/var/lib/kiosk" "$work/below"
  local left
  left=$(find "$work/below/data" -mindepth 1)
  umount "$work/below"
  [[ -z $left ]] || fail "$1: left in the open: $left"
}

for kind in "" tpm; do
  fresh $kind
  kiosk_data encrypt || { cat "$work/said"; fail "does not encrypt"; }
  whole "encrypted"
  below_is_empty "encrypted"
  mountpoint -q "$data" && [[ $(stat -c %U:%a "$data") == nobody:700 ]] || fail "not mounted, or not the kiosk's"
  if [[ $kind == tpm ]]; then
    grep -q "^systemd-cryptenroll --recovery-key" "$root/asked" && grep -q "^systemd-cryptenroll --wipe-slot=0" "$root/asked" ||
      fail "the TPM has not got the key alone"
    [[ ! -e $root/etc/kiosk/data.key ]] || fail "a key lies beside it"
  else
    [[ $(stat -c %a "$root/etc/kiosk/data.key") == 400 ]] || fail "everybody can read the key"
    grep -q "not against whoever takes the whole disk" "$work/said" || fail "does not say what it does not guard"
  fi
  [[ -z $(ls "$root/run") ]] || fail "left in /run: $(ls "$root/run")"
  calls=$(wc -l <"$root/asked")
  kiosk_data encrypt && grep -q "encrypted already" "$work/said" || fail "not twice"
  kiosk_data close && kiosk_data close && ! mountpoint -q "$data" || fail "does not close"
  kiosk_data open && kiosk_data open || fail "does not open"
  whole "opened"
  kiosk_data decrypt || { cat "$work/said"; fail "does not decrypt"; }
  ! mountpoint -q "$data" || fail "still mounted"
  whole "decrypted"
  [[ ! -e $container && ! -e $root/etc/kiosk/data.key && ! -e $root/dev/mapper/kiosk-data ]] || fail "something is left of it"
  # In the kiosk's folder, where it may have put links, nothing is done with root's rights; the key is root's own.
  grep -v "^cp root$" "$root/rights" | grep -v "^shred root$" >"$work/others"
  [[ $(sort -u "$work/others" | tr '\n' ' ') == "cp nobody diff nobody shred nobody " ]] || fail "with whose rights: $(sort -u "$root/rights")"
  [[ $(grep -c "^cp root$" "$root/rights") == $([[ $kind == tpm ]] && echo 0 || echo 1) ]] || fail "root copies more than its key"

  for ((at = 1; at <= calls; ++at)); do
    fresh $kind
    echo "$at" >"$root/fail-at"
    if kiosk_data encrypt; then how="went on without it"; else how="gave up"; [[ -s $work/said ]] || fail "call $at: fails without a word"; fi
    failed=$(sed -n "${at}p" "$root/asked")
    echo 0 >"$root/fail-at"
    if [[ -e $container ]]; then kiosk_data open || { cat "$work/said"; fail "after '$failed': does not open"; }; fi
    whole "'$failed' failed, $how"
    kiosk_data encrypt || { cat "$work/said"; fail "after '$failed': not the next time"; }
    whole "after '$failed'"
    below_is_empty "after '$failed'"
  done
  tried=$calls
  # The way back.
  fresh $kind
  kiosk_data encrypt
  kiosk_data decrypt
  calls=$(wc -l <"$root/asked")
  for ((at = 1; at <= calls; ++at)); do
    fresh $kind
    kiosk_data encrypt || fail "does not encrypt"
    echo "$at" >"$root/fail-at"
    kiosk_data decrypt || true
    failed=$(sed -n "${at}p" "$root/asked")
    echo 0 >"$root/fail-at"
    if [[ -e $container ]]; then kiosk_data open || { cat "$work/said"; fail "after '$failed': does not open"; }; fi
    whole "on the way back '$failed' failed"
    kiosk_data decrypt || { cat "$work/said"; fail "after '$failed': not the next time"; }
    whole "back after '$failed'"
    [[ ! -e $container ]] || fail "after '$failed': still encrypted"
  done
  echo "${kind:-a key}: each of $tried calls has failed, and each of $calls on the way back"
done

# A kiosk that was taken over while the folder above was its own has put links there: nothing is done through them.
victim=$work/victim
for what in data container state; do
  fresh
  mkdir -p "$victim" && echo precious >"$victim/file"
  case $what in
    data) mv "$data" "$data.real" && ln -s "$victim" "$data" && chown -h nobody "$data" ;;
    container) ln -s "$victim/file" "$container" && chown -h nobody "$container" ;;
    state) chown nobody "$root/var/lib/kiosk" ;;
  esac
  for order in encrypt open decrypt; do
    if kiosk_data "$order"; then fail "$what is the kiosk's own, and $order goes on"; fi
    grep -qE "is a link|is not root's|is not there" "$work/said" || { cat "$work/said"; fail "$order does not say that $what is another's"; }
  done
  [[ $(cat "$victim/file") == precious && $(ls "$victim") == file ]] || fail "$what leads to something, and it was changed"
  [[ $(stat -c %U "$victim") == root ]] || fail "what $what leads to was given away"
done
fresh
mount -t tmpfs tmpfs "$data"
! kiosk_data encrypt && grep -q "a disk of its own" "$work/said" || fail "a disk of its own is taken for a folder"
