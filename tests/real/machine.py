"""A virtual machine: its monitor, its serial line, the shell on it, and pictures of its screen. Used by boot.py and
boot_menu.py."""

import glob
import os
import re
import socket
import struct
import subprocess
import time
import zlib

# Of a character its key, where they are not the same. American, as the boot menu takes them.
KEYS = {" ": "spc", "/": "slash", "-": "minus", "=": "equal", ".": "dot", ">": "shift-dot", "\n": "ret", "S": "shift-s"}


def keys_of(text):
    return [KEYS.get(letter, letter) for letter in text]


class Line:
    """A socket of the machine: its monitor, or its serial line."""

    def __init__(self, path):
        for _ in range(100):
            try:
                self.socket = socket.socket(socket.AF_UNIX)
                self.socket.connect(path)
                break
            except OSError:
                time.sleep(0.1)
        self.kept = ""
        self.found = None  # what until() last waited for

    def send(self, text):
        self.socket.sendall(text.encode())

    def until(self, pattern, patience):
        end = time.monotonic() + patience
        while time.monotonic() < end:
            found = re.search(pattern, self.kept, re.S)
            if found:
                self.found = found
                before, self.kept = self.kept[: found.start()], self.kept[found.end() :]
                return before
            self.socket.settimeout(max(0.1, end - time.monotonic()))
            try:
                got = self.socket.recv(65536)
            except socket.timeout:
                continue
            if not got:
                return None
            self.kept += got.decode(errors="replace")
        return None


class Shell:
    """The machine's shell. One question at a time, matched by its number: an answer that comes late is its own
    question's, and the next is not asked before."""

    def __init__(self, line):
        self.line = line
        self.number = 0
        self.unanswered = False

    def _send(self, command):
        self.number += 1
        self.unanswered = True
        # The quotes: what the terminal repeats of a question is no answer to it.
        self.line.send(f"echo answer-{self.number}-'begins'\n{command}\necho answer-{self.number}-'ends'\n")

    def _answer(self, patience):
        if self.line.until(f"answer-{self.number}-begins\r?\n", patience) is None:
            return None
        said = self.line.until(f"answer-{self.number}-ends", patience)
        if said is None:
            return None
        self.unanswered = False
        return said.replace("\r", "").strip()

    def greet(self, patience):
        """Until it answers for the first time. What is sent before there is a shell may be lost, so it is asked again;
        whichever comes first, the last one is waited for."""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            self._send("stty -echo")
            if self.line.until(r"answer-(\d+)-ends", 20) is None:
                continue
            newest = int(self.line.found.group(1)) == self.number
            self.unanswered = not newest and self.line.until(f"answer-{self.number}-ends", patience) is None
            return not self.unanswered
        return False

    def ask(self, command, patience=120):
        """What it said; None where there was no answer in time."""
        if self.unanswered and self._answer(patience) is None:
            return None
        self._send(command)
        return self._answer(patience)


class Machine:
    """With a screen, a keyboard and something like a touch panel by USB, and no network. What it leaves lies in the folder."""

    def __init__(self, folder, disk, played, arguments):
        self.folder = folder
        for old in glob.glob(f"{folder}/*.socket"):
            os.remove(old)
        self.process = subprocess.Popen(
            ["qemu-system-x86_64", "-M", "q35", "-smp", "2", "-m", "2048", "-display", "none", "-vga", "none"]
            + (["-accel", "tcg,thread=multi", "-cpu", "Westmere"] if played else ["-enable-kvm", "-cpu", "host"])
            + ["-device", "VGA,xres=800,yres=600", "-device", "qemu-xhci,id=usb", "-nic", "none"]
            + ["-device", "usb-tablet,bus=usb.0,id=panel", "-device", "usb-kbd,bus=usb.0,id=keys"]
            + ["-drive", f"file={folder}/{disk},format=raw,if=virtio,cache=unsafe"]
            + ["-monitor", f"unix:{folder}/monitor.socket,server,nowait"]
            + ["-serial", f"unix:{folder}/serial.socket,server,nowait"]
            + arguments
        )
        self.line = Line(f"{folder}/monitor.socket")
        self.serial = Line(f"{folder}/serial.socket")

    def monitor(self, command):
        self.line.kept = ""
        self.line.send(command + "\n")
        self.line.until(r"\(qemu\) ", 20)

    def press(self, *keys):
        for key in keys:
            self.monitor(f"sendkey {key}")
            time.sleep(0.2)

    def type(self, text):
        self.press(*keys_of(text))

    def shot(self, name):
        self.monitor(f"screendump {self.folder}/{name}.ppm")
        time.sleep(1)
        with open(f"{self.folder}/{name}.ppm", "rb") as file:
            assert file.readline() == b"P6\n"
            width, height = map(int, file.readline().split())
            file.readline()
            pixels = file.read()
        rows = b"".join(b"\0" + pixels[y * width * 3 : (y + 1) * width * 3] for y in range(height))

        def chunk(kind, data):
            return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

        head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
        with open(f"{self.folder}/{name}.png", "wb") as file:
            file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))

    def colours(self, name):
        """How many different ones are in a picture: 1 for an empty screen, a few for text."""
        with open(f"{self.folder}/{name}.ppm", "rb") as file:
            pixels = file.read()[20:]
        return len({pixels[i : i + 3] for i in range(0, len(pixels) - 3, 3 * 97)})
