"""Boots the disk that boot.sh made and looks at the kiosk on it. Called by boot.sh."""

import glob
import re
import sys
import time

from machine import Machine, Shell

folder = sys.argv[1]
played = sys.argv[2] == "played"  # the processor, where this machine has no KVM that works
# A played processor is slow, and each question costs it as much as the kiosk's frames do.
POLL = 5 if played else 0.5  # [s]


def log(text):
    print(f"{time.monotonic() - began:7.1f} s  {text}", flush=True)


def fail(text):
    log("FAILED: " + text)
    machine.shot("failed")
    print(run("systemctl status kiosk --no-pager -l; journalctl -u kiosk -b --no-pager | tail -n 40", patience=60))
    machine.process.kill()
    sys.exit(1)


def run(command, patience=120):
    said = shell.ask(command, patience)
    if said is None:
        log(f"no answer within {patience} s: {command}")
    return said or ""


def wait_for(what, command, wanted, patience):
    started = time.monotonic()
    while time.monotonic() - started < patience:
        if re.search(wanted, run(command)):
            took = time.monotonic() - started
            log(f"{what}: after {took:.0f} s")
            return took
        time.sleep(POLL)
    fail(f"{what}: not within {patience} s; {command} says: {run(command)}")


def pid():
    return run("systemctl show -P MainPID kiosk")


kernel = sorted(glob.glob(f"{folder}/root/boot/vmlinuz-*"))[-1]
initrd = sorted(glob.glob(f"{folder}/root/boot/initrd.img-*"))[-1]
began = time.monotonic()
machine = Machine(
    folder,
    "disk.img",
    played,
    ["-drive", f"file={folder}/stick.img,format=raw,if=none,id=stick"]
    + ["-drive", f"file={folder}/foreign.img,format=raw,if=none,id=foreign"]
    + ["-kernel", kernel, "-initrd", initrd]
    + ["-append", "root=/dev/vda rw quiet loglevel=0 vt.global_cursor_default=0 console=ttyS0 panic=10 fsck.repair=yes sysctl.kernel.sysrq=0 lockdown=integrity"],
)
monitor, shot, colours, shell = machine.monitor, machine.shot, machine.colours, Shell(machine.serial)
if not shell.greet(600):
    fail("no shell")
log("the machine has a shell")
wait_for("the kiosk is active (its first frame was presented)", "systemctl is-active kiosk", r"^active", 900)
log(run("systemctl status kiosk --no-pager | grep -E 'Status|Memory|Tasks'"))
wait_for("the disk that is gone was waited for, and given up", "systemctl is-failed mnt.mount dev-disk-by\\\\x2duuid-DEAD\\\\x2dBEEF.device; "
         "systemctl show -P ActiveState -P Result mnt.mount", "(?m)^(failed|inactive)", 120)
if "active" in run("systemctl is-active emergency.target rescue.target").split():
    fail("the machine is in a shell of systemd")
log(run("systemd-analyze; systemd-analyze critical-chain kiosk.service | head -n 4"))
for attempt in range(6):
    time.sleep(5)
    shot("attract")
    if colours("attract") >= 100:
        break
log(f"picture: {colours('attract')} colours" + ("" if colours("attract") >= 100 else ", so the screen is EMPTY"))

# As the kiosk itself would: its user, in its own view of the files.
ask = "nsenter -t $(systemctl show -P MainPID kiosk) -m setpriv --reuid kiosk --regid kiosk --clear-groups sh -c"

log("--- consoles and keys")
log("logins: " + (run("systemctl list-units --no-legend 'getty@*' 'autovt@*'") or "none"))
log("sockets of a network: " + (run("cat /proc/net/tcp /proc/net/udp /proc/net/tcp6 /proc/net/udp6 | grep -c ' 0A '") or "?"))
before = run("cat /sys/class/tty/tty0/active")
boot = run("cat /proc/sys/kernel/random/boot_id")
for key in ["ctrl-alt-f2", "ctrl-alt-f1", "ctrl-alt-f7", "alt-f4", "alt-sysrq-b", "alt-right"] + ["ctrl-alt-delete"] * 10:
    monitor(f"sendkey {key}")
    time.sleep(0.2)
time.sleep(3)
log(f"console before {before}, after {run('cat /sys/class/tty/tty0/active')}; active: {run('systemctl is-active kiosk')}")
if run("cat /sys/class/tty/tty0/active") != before or run("cat /proc/sys/kernel/random/boot_id") != boot:
    fail("a key switches consoles or restarts the machine")

log("lockdown: " + run("cat /sys/kernel/security/lockdown"))
log("--- a kiosk that was taken over")
# Root's folder around the kiosk's own: nothing in it can be moved, and nothing put in its place.
for command in ["mv /var/lib/kiosk/data /var/lib/kiosk/gone", "ln -s /etc /var/lib/kiosk/new", "rm /var/lib/kiosk/data.luks"]:
    said = run(f"{ask} '{command} 2>&1 || echo refused'")
    if "refused" not in said:
        fail(f"the kiosk can {command}: {said}")
# Its view of the files, even with root's rights: nothing is written but what it keeps, and nothing is run from there.
inside = "nsenter -t $(systemctl show -P MainPID kiosk) -m sh -c"
for place in ["/etc", "/var", "/srv", "/media", "/run", "/usr", "/boot"]:
    if "refused" not in run(f"{inside} 'touch {place}/proof 2>/dev/null || echo refused'"):
        fail(f"in the kiosk's view {place} can be written")
for place in ["/var/lib/kiosk/data", "/var/tmp", "/dev/shm", "/tmp"]:
    said = run(f"{inside} 'cp /bin/true {place}/proof; {place}/proof 2>/dev/null || echo refused; rm -f {place}/proof'")
    if "refused" not in said:
        fail(f"in the kiosk's view a program runs from {place}")
# What it writes in memory has an end of its own: /run keeps its room, and the kiosk goes on when its requests find none.
room = run("stat -f -c %a /run")
run(f"{ask} 'for n in 1 2 3; do cat /dev/zero > /run/kiosk/requests/full$n; done 2>/dev/null; true'")
log("requests: " + run("du -sk /run/kiosk/requests; findmnt -no SIZE,USED /run/kiosk/requests; stat -c '%U:%G %a' /run/kiosk/requests").replace("\n", "; "))
if int(run("du -sk /run/kiosk/requests | cut -f 1")) > 64 or int(run("stat -f -c %a /run")) < int(room) - 64:
    fail("the kiosk can fill /run by its requests")
run("rm -f /run/kiosk/requests/full*")
work = run("findmnt -no OPTIONS /run/kiosk_work; stat -c '%U %a' /run/kiosk_work").replace("\n", "; ")
log("its work in memory: " + work)
if "size=524288k" not in work or "kiosk 700" not in work:
    fail("the kiosk works in /run itself")
run("mount -t tmpfs -o mode=755 tmpfs /var/lib/kiosk/data && touch /var/lib/kiosk/data/late")
late = run(f"{ask} 'ls /var/lib/kiosk/data'")
run("umount /var/lib/kiosk/data")
if "late" not in late:
    fail("a disk that is mounted later is not seen: " + late)
log("its folder: " + run("stat -c '%U %a %n' /var/lib/kiosk /var/lib/kiosk/data").replace("\n", "; "))
# Sockets of the system's own programs, which a program in a sandbox has no business with.
for socket_of in ["/run/dbus/system_bus_socket", "/run/systemd/resolve/io.systemd.Resolve", "/run/systemd/private"]:
    said = run(f"{ask} 'test -S {socket_of} && test -w {socket_of} && echo reachable'")
    if "reachable" in said:
        fail(f"the kiosk reaches {socket_of}")
before_check = run("cd /var/lib/kiosk && find . -path ./data/engagement.sqlite* -prune -o -type f -printf '%p %T@ %s %U\n' | sort | sha256sum")
log("kiosk --check, as root: " + run("kiosk --check --config /etc/kiosk/kiosk.toml | grep -cE '^(green|amber|red)'"))
after_check = run("cd /var/lib/kiosk && find . -path ./data/engagement.sqlite* -prune -o -type f -printf '%p %T@ %s %U\n' | sort | sha256sum")
if before_check != after_check:
    fail("kiosk --check has changed something")

log("--- a network by USB")
monitor("netdev_add user,id=wire")
monitor("device_add usb-net,bus=usb.0,netdev=wire,id=card")
# Else nothing was tried: first it must have become one.
wait_for("the kernel has made a network of it", "dmesg | grep -cE 'usb0: register|: register .(rndis_host|cdc_ether)'", "^[1-9]", 120)
time.sleep(10 if played else 3)
networks = run("ls /sys/class/net")
log("networks: " + networks.replace("\n", " "))
if networks != "lo":
    fail("a network by USB is there: " + networks)
monitor("device_del card")

log("--- touch")
monitor("mouse_move 16000 16000")
first = pid()
log(run(f"ls -l /proc/{first}/fd | grep -c input"))
monitor("device_del panel")
time.sleep(4)
without = run(f"ls -l /proc/{first}/fd | grep -c input")
monitor("device_add usb-tablet,bus=usb.0,id=panel")
time.sleep(6)
log(f"devices open: without the panel {without}, with it again {run(f'ls -l /proc/{first}/fd | grep -c input')}")
if not int(run(f"ls -l /proc/{first}/fd | grep -c input")) > int(without):
    fail("a panel that is plugged in again stays dead")

log("--- a stick")
wait_for("the kiosk has asked for closed sticks itself", "cat /run/kiosk/answers/sticks", "done", 60)
monitor("device_add usb-storage,bus=usb.0,drive=stick,id=plugged")
wait_for("the stick is seen", "ls /run/udev/tags/kiosk-stick", "^b", 60)
time.sleep(10)
mounted = run("grep /media/kiosk/ /proc/mounts; ls /run/kiosk")
if "/media/kiosk/" in mounted:
    fail("a stick is mounted though no member of staff is there: " + mounted)
log("without staff it is not mounted")
run(f"{ask} 'echo open > /run/kiosk/requests/sticks'")
wait_for("the stick is mounted", "grep /media/kiosk /proc/mounts", "media/kiosk", 60)
log(run("grep /media/kiosk /proc/mounts"))
log("seen by the kiosk: " + run(f"grep -c /media/kiosk/ /proc/{first}/mountinfo"))
name = run("ls /media/kiosk")
log("the kiosk may write: " + run(f"nsenter -t {first} -m setpriv --reuid kiosk --regid kiosk --clear-groups touch /media/kiosk/{name}/x && echo yes"))
monitor("device_del plugged")
wait_for("the stick is gone", "grep -c /media/kiosk/ /proc/mounts", "^0", 60)

monitor("device_add usb-storage,bus=usb.0,drive=foreign,id=unread")
wait_for("a stick that is not read is marked", "ls /run/kiosk/foreign-sticks", "^sd", 60)
if "yes" not in run(f"{ask} 'ls /run/kiosk/foreign-sticks && echo yes'"):
    fail("the kiosk does not see the mark")
log("it holds " + run("blkid -p -s TYPE -o value /dev/$(ls /run/kiosk/foreign-sticks | head -n 1)"))
if run("grep -c '^btrfs ' /proc/modules") != "0":
    fail("the driver of btrfs was loaded by a stick")
monitor("device_del unread")
wait_for("the mark is gone with it", "ls /run/kiosk/foreign-sticks | wc -l", "^0", 60)

run(f"{ask} 'echo close > /run/kiosk/requests/sticks'")
wait_for("the request is answered", "cat /run/kiosk/answers/sticks", "done", 60)

log("--- requests, as the kiosk's user")
run(f"{ask} 'echo 1800000000 > /run/kiosk/requests/clock'")
wait_for("the clock is set", "cat /run/kiosk/answers/clock; date -u +%Y-%m-%d", "2027-01-15", 60)
run(f"{ask} 'echo reboot > /run/kiosk/requests/poweroff'")
wait_for("nonsense is refused", "cat /run/kiosk/answers/poweroff", "refused", 60)
log("the kiosk cannot list or replace requests: " + run(f"{ask} 'ls /run/kiosk/requests 2>&1'"))

log("--- faults")
run(f"kill -9 {pid()}")
wait_for("back after SIGKILL", f"systemctl is-active kiosk; systemctl show -P MainPID kiosk | grep -vx {first}", r"^active\n[1-9]", 300)
stuck = pid()
run(f"kill -STOP {stuck}")
wait_for("back after it was stuck (SIGSTOP)", f"systemctl is-active kiosk; systemctl show -P MainPID kiosk | grep -vx {stuck}",
         r"^active\n[1-9]", 300)
# Each new one a second after it has begun; where there is none for the moment, the next is waited for.
crash = "while p=$(systemctl show -P MainPID kiosk); [ $p = 0 ]; do sleep 1; done; sleep 1; kill -SEGV $p; sleep 1"
run(f"for i in 1 2 3 4 5 6 7 8 9 10 11 12; do {crash}; done", patience=600)
wait_for("back after 12 crashes in a row", "systemctl is-active kiosk", "^active", 300)
log("restarts: " + run("systemctl show -P NRestarts kiosk"))
log("console after crashes: " + run("cat /sys/class/tty/tty0/active"))
monitor("sendkey ctrl-alt-f3")
time.sleep(2)
log("and after Ctrl+Alt+F3: " + run("cat /sys/class/tty/tty0/active"))
time.sleep(10)
shot("after")
log(f"picture: {colours('after')} colours")
log(run("systemctl show -P MemoryCurrent kiosk"))

log("--- pack away")
run(f"{ask} 'echo now > /run/kiosk/requests/poweroff'", patience=5)
machine.process.wait(timeout=180)
log("the machine is off")
