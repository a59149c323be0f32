"""Types at the boot menu of the two disks that boot_menu.sh made: guarded, and open. Called by boot_menu.sh."""

import re
import sys
import time

from machine import Machine, Shell, keys_of

folder = sys.argv[1]
played = sys.argv[2] == "played"  # the processor, where this machine has no KVM that works
down = int(sys.argv[3])  # to the line of an entry that starts Linux
began = time.monotonic()
machine = None


def log(text):
    print(f"{time.monotonic() - began:7.1f} s  {text}", flush=True)


def fail(text):
    log("FAILED: " + text)
    machine.shot("failed")
    machine.process.kill()
    sys.exit(1)


def start(disk):
    """Until the menu is there; its clock stands from the first key on."""
    global machine
    if machine:
        machine.process.kill()
        machine.process.wait()
    machine = Machine(folder, disk, played, [])
    if machine.serial.until("GNU GRUB", 120) is None:
        fail(f"{disk}: no boot menu")
    machine.press("up")
    time.sleep(2)
    machine.serial.kept = ""
    log(f"--- {disk}: the menu is there")


def says(pattern, patience):
    """Whether the menu writes this on the screen, between what moves its cursor about."""
    end = time.monotonic() + patience
    seen = ""
    while time.monotonic() < end:
        said = machine.serial.until("(?s).+", 1)
        seen += machine.serial.found.group(0) if said is not None else ""
        if re.search(pattern, re.sub(r"\x1b\[[0-9;]*[A-Za-z]", "", seen)):
            return True
    return False


def slowly(*keys):
    """Each when the menu has drawn what the one before it has changed: it keeps no more than a few."""
    for key in keys:
        machine.press(key)
        while machine.serial.until("(?s).+", 0.5) is not None:
            pass


def change_the_entry():
    """The keys of somebody who wants a shell instead of the kiosk."""
    slowly(*["down"] * down, "ctrl-e", *keys_of(" init=/bin/sh"))
    machine.shot("typed")
    machine.press("ctrl-x")


def get_a_shell(patience):
    """Whether there is one at the screen: it is told to answer by the serial line, with what nobody has typed."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        machine.type("\nid >/dev/ttyS0\n")
        if machine.serial.until(r"uid=0\(root\)", 10) is not None:
            return True
    return False


start("guarded.img")
machine.press("c")
if not says("Enter username:", 20):
    fail("c: nobody is asked who they are")
machine.shot("guarded-c")
log("c asks for a name")
machine.type("kiosk\nkiosk\n")  # the superuser's name, and a guess
if says("grub>", 15):
    fail("c: a command line")
log("and nothing opens it")
machine.press("esc", "esc")
time.sleep(2)
machine.serial.kept = ""
machine.press("e")
if not says("Enter username:", 20):
    fail("e: nobody is asked who they are")
machine.shot("guarded-e")
log("e asks for a name")
# All the same: the keys that work where the menu is open, and what would use the shell they get.
change_the_entry()
machine.type("\n\n")
machine.shot("guarded-typed")
machine.press("esc", "esc")
if not says("GNU GRUB", 30):
    fail("e: no way back to the menu")
machine.press("ret")
time.sleep(5)  # until the loader hears no key any more: it would take them for its own
if get_a_shell(180 if played else 40):
    fail("init=/bin/sh: a shell")
log("init=/bin/sh: no shell")
shell = Shell(machine.serial)
if not shell.greet(600):
    fail("the machine has not started")
cmdline = shell.ask("cat /proc/cmdline") or ""
log("started with: " + cmdline)
if "init=" in cmdline or "panic=10" not in cmdline:
    fail("the kernel was not started as the package has it")
while shell.ask("systemctl is-active kiosk") != "active":
    if time.monotonic() - began > 1500:
        fail("the kiosk does not start")
    time.sleep(5)
log("the kiosk is active")
for _ in range(6):
    time.sleep(5)
    machine.shot("guarded-kiosk")
    if machine.colours("guarded-kiosk") >= 100:
        break
log(f"picture: {machine.colours('guarded-kiosk')} colours")

start("open.img")
machine.press("c")
if not says("grub>", 20):
    fail("without the guard c gets no command line: this test shows nothing")
machine.shot("open-c")
log("without the guard c gets a command line")
machine.press("esc")
time.sleep(2)
machine.press("e")
time.sleep(3)
change_the_entry()
if not get_a_shell(300 if played else 60):
    fail("without the guard init=/bin/sh gets no shell: this test shows nothing")
machine.shot("open-shell")
log("without the guard e and init=/bin/sh get a shell, root's")
machine.process.kill()
log("keys at the boot menu do nothing")
