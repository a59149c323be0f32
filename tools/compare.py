"""Measures the kiosk and Chromium side by side on an X server in memory, and prints a table. Called by tools/compare.

What is watched is the picture of the screen, every eighth line of it, as often as it can be read (about each
millisecond). "Lit" is the first pixel that changes; "whole" is the last change within the middle of the eye. A touch is
an X button that is down for 50 ms; what follows is timed from its press to the first pixel that changes, and to the last one of the screen that comes.
"""
import argparse
import ctypes
import mmap
import os
import pathlib
import signal
import statistics
import struct
import subprocess
import tempfile
import threading
import time
import zlib

import compare_page


class Screen:
    """An X server whose picture can be read from a file (XWD)."""

    def __init__(self, folder: pathlib.Path, size: str):
        reader, writer = os.pipe()
        self.server = subprocess.Popen(["Xvfb", "-displayfd", str(writer), "-screen", "0", f"{size}x24", "-nolisten", "tcp",
                                        "-fbdir", str(folder)], pass_fds=[writer], stderr=subprocess.DEVNULL)
        os.close(writer)
        self.display = ":" + os.read(reader, 16).decode().strip()
        with open(folder / "Xvfb_screen0", "rb") as file:
            self.bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        header = struct.unpack(">25I", self.bytes[:100])
        self.width, self.height, self.pitch = header[4], header[5], header[12]
        self.start = header[0] + header[19] * 12

    def mark(self, rows=None, columns=None) -> int:
        """Of every eighth line, or of a part of the screen."""
        first, last = columns or (0, self.width)
        mark = 0
        for row in range(*(rows or (0, self.height)), 8):
            at = self.start + row * self.pitch
            mark = zlib.crc32(self.bytes[at + first * 4:at + last * 4], mark)
        return mark

    def middle(self) -> int:
        """Where the eye is in both, whatever its lids do."""
        return self.mark((int(self.height * 0.26), int(self.height * 0.32)),
                         (int(self.width * 0.46), int(self.width * 0.54)))

    def close(self):
        self.server.terminate()
        self.server.wait()


def watch(look, seconds: float, since: float):
    """The times at which what is looked at changed, in ms."""
    changes, last = [], look()
    while time.monotonic() - since < seconds:
        now = look()
        if now != last:
            changes.append((time.monotonic() - since) * 1000)
            last = now
    return changes


def family(process: int) -> list[int]:
    """The process and all that it has started."""
    found = [process]
    for one in found:
        for task in pathlib.Path(f"/proc/{one}/task").glob("*/children"):
            try:
                found += [int(child) for child in task.read_text().split()]
            except OSError:
                pass
    return found


def memory(process: int) -> float:
    """PSS of the family, MiB."""
    total = 0
    for one in family(process):
        try:
            for line in pathlib.Path(f"/proc/{one}/smaps_rollup").read_text().splitlines():
                if line.startswith("Pss:"):
                    total += int(line.split()[1])
        except OSError:
            pass
    return total / 1024


def ticks(process: int) -> int:
    total = 0
    for one in family(process):
        try:
            fields = pathlib.Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()
            total += int(fields[11]) + int(fields[12])
        except OSError:
            pass
    return total


class Hand:
    """Touches as a mouse does: the button is down for 50 ms."""

    def __init__(self, display: str):
        self.x11, self.test = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.display = ctypes.c_void_p(self.x11.XOpenDisplay(display.encode()))

    def move(self, x: int, y: int):
        self.test.XTestFakeMotionEvent(self.display, -1, x, y, ctypes.c_ulong(0))
        self.x11.XFlush(self.display)

    def press(self, down: bool):
        self.test.XTestFakeButtonEvent(self.display, 1, int(down), ctypes.c_ulong(0))
        self.x11.XFlush(self.display)

    def touch(self) -> float:
        """The time at which the button goes down."""
        threading.Timer(0.05, self.press, [False]).start()
        began = time.monotonic()
        self.press(True)
        return began


def turn(command, environment, size: str, touch: tuple[float, float], seconds: float) -> dict[str, float]:
    """One start of a program, from nothing to its home."""
    with tempfile.TemporaryDirectory() as name:
        screen = Screen(pathlib.Path(name), size)
        try:
            dark = screen.mark()
            began = time.monotonic()
            process = subprocess.Popen(command(pathlib.Path(name)), env={**os.environ, **environment, "DISPLAY": screen.display},
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            while screen.mark() == dark and time.monotonic() - began < 20:
                pass
            lit = (time.monotonic() - began) * 1000
            whole = max(watch(screen.middle, 6, began), default=lit)
            before = ticks(process.pid)
            time.sleep(seconds)
            processor = (ticks(process.pid) - before) / os.sysconf("SC_CLK_TCK") / seconds * 100
            held = memory(process.pid)
            hand = Hand(screen.display)
            hand.move(int(screen.width * touch[0]), int(screen.height * touch[1]))
            time.sleep(0.5)
            changes = watch(screen.mark, 2.5, hand.touch())
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
            return {"lit": lit, "whole": whole, "memory": held, "processor": processor,
                    "first": changes[0] if changes else float("nan"), "last": changes[-1] if changes else float("nan")}
        finally:
            screen.close()


ROWS = [("start to the first lit pixel", "lit", "ms"), ("start to the whole first picture", "whole", "ms"),
        ("touch to the first changed pixel", "first", "ms"), ("touch to the finished next screen", "last", "ms"),
        ("memory of all processes (PSS)", "memory", "MiB"), ("processor in the attract loop", "processor", "%")]


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--bin", type=pathlib.Path, required=True)
    options.add_argument("--content", type=pathlib.Path, required=True)
    options.add_argument("--size", default="1920x1080")
    options.add_argument("--turns", type=int, default=5)
    options.add_argument("--seconds", type=float, default=30)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        page = compare_page.write(folder, given.content, given.bin / "assets" / "pictures")
        width, height = given.size.split("x")

        def kiosk(work):
            return [given.bin / "kiosk", "--content", given.content, "--data", work / "data", "--seed", "1"]

        def chromium(work):
            return ["chromium", "--kiosk", "--no-sandbox", "--no-first-run", "--disable-gpu", f"--window-size={width},{height}",
                    "--window-position=0,0", f"--user-data-dir={work}/profile", page.as_uri()]

        peers = {"Chromium": (chromium, {}), "kiosk": (kiosk, {"SDL_VIDEODRIVER": "x11"})}
        results: dict[str, list[dict[str, float]]] = {peer: [] for peer in peers}
        for _ in range(given.turns):  # by turns: what else the machine does meets both
            for peer, (command, environment) in peers.items():
                results[peer].append(turn(command, environment, given.size, (0.47, 0.9), given.seconds))
    print(f"{given.size}, medians of {given.turns}; processor over {given.seconds:.0f} s")
    print(f"{'':<36}{'Chromium':>12}{'kiosk':>12}{'ratio':>8}")
    for label, key, unit in ROWS:
        theirs, ours = (statistics.median(one[key] for one in results[peer]) for peer in peers)
        ratio = ours / theirs if theirs else float("nan")
        print(f"{label:<36}{theirs:>8.1f} {unit:<3}{ours:>8.1f} {unit:<3}{ratio:>8.2f}")


if __name__ == "__main__":
    main()
