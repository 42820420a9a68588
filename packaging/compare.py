# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Measures the frozen application beside an empty window and beside its peers, in one run.

After ``make package``, with the peers installed from Debian:

    sudo apt-get install --no-install-recommends xvfb sqlitebrowser kiwix zeal goldendict
    make compare

puts the table of the README anew. Each program starts ROUNDS times in an empty home, which is in
memory, or each start would pay for the files that the starts before it left, and with no session
bus, which no program shall have to start. The times are those until a window of at least 300 x 200
pixels is painted, and until nothing changes on the screen any more, as both are seen in the memory
of the screen, and so the same for all; memory is what the processes hold two seconds later, in
their own pages and their share of those in use by others too (PSS), and all that is resident (RSS).
Medians; peers start with nothing opened.
"""

from __future__ import annotations

import mmap
import os
import platform
import shutil
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

ROUNDS = 11
PATIENCE = 60
SETTLING = 2
STILL = 0.3
"""Seconds without a change on the screen after which all is there; a cursor blinks more slowly."""
SMALLEST = 300 * 200
"""Pixels of a window that can be looked at."""

TOP = Path(__file__).parents[1]
WORK = TOP / "build" / "package"
FROZEN = WORK / "frozen" / "terkha"
EMPTY = TOP / "build" / "compare" / "empty"
IN_MEMORY = Path("/dev/shm")

BEGIN, END = "<!-- compare -->", "<!-- /compare -->"

_SIZE = (1440, 900)
_STRIDE = 97
"""Of so many pixels one is looked at; a prime, or they would stand in columns."""


@dataclass(frozen=True)
class Program:
    """Something to start, and where its sizes are read."""

    name: str
    command: Path
    package: str = ""
    """The Debian package; empty for what was frozen here."""


PROGRAMS = (
    Program("Terkha", FROZEN / "terkha"),
    Program("Empty PySide6 window", EMPTY / "empty"),
    Program("DB Browser for SQLite", Path("/usr/bin/sqlitebrowser"), "sqlitebrowser"),
    Program("Kiwix", Path("/usr/bin/kiwix-desktop"), "kiwix"),
    Program("Zeal", Path("/usr/bin/zeal"), "zeal"),
    Program("GoldenDict", Path("/usr/bin/goldendict"), "goldendict"),
)


def freeze_empty_window() -> None:
    """Freeze a window with an empty table, trimmed as Terkha is, if that was not done yet."""
    if EMPTY.is_dir():
        return
    folders = ("--workpath", EMPTY.parent / "work", "--distpath", EMPTY.parent)
    pyinstaller = WORK / "environment/bin/pyinstaller"
    spec = TOP / "packaging/empty_window.spec"
    subprocess.run([pyinstaller, "--noconfirm", "--log-level=ERROR", *folders, spec], check=True)


class Start(NamedTuple):
    """What a start took and held."""

    shown: float
    """Milliseconds until the window was painted."""
    worked: float
    """Milliseconds in which a processor worked for it until then."""
    whole: float
    """Milliseconds until nothing changed on the screen any more."""
    shared: float
    """MiB of memory, of each page the share."""
    resident: float
    """MiB of memory, of each page the whole."""


class Screen:
    """A screen that nobody looks at, with its pixels in a file."""

    def __init__(self, name: str, pixels: mmap.mmap) -> None:
        self.name = name
        self._pixels = pixels
        # The format of xwd: lengths of the head and of the colours that follow it.
        head = struct.unpack(">25I", pixels[:100])
        self._begin = head[0] + head[19] * 12

    def sample(self) -> bytes:
        """Return some of the pixels: of the four bytes of each, the green one."""
        end = self._begin + _SIZE[0] * _SIZE[1] * 4
        return self._pixels[self._begin + 1 : end : 4 * _STRIDE]

    def painted(self) -> int:
        """Return how many pixels are not as dark as the empty screen, by a sample of them."""
        sample = self.sample()
        return (len(sample) - sample.count(0)) * _STRIDE


@contextmanager
def screen() -> Iterator[Screen]:
    """Open a screen for as long as it is measured on."""
    with TemporaryDirectory() as folder:
        size = f"{_SIZE[0]}x{_SIZE[1]}x24"
        command = [
            "Xvfb",
            "-displayfd",
            "1",
            "-screen",
            "0",
            size,
            "-noreset",
            "-nocursor",
            "-fbdir",
            folder,
        ]
        server = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        try:
            assert server.stdout is not None
            number = server.stdout.readline().strip()  # written when the screen is there
            with Path(folder, "Xvfb_screen0").open("rb") as file:
                pixels = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            yield Screen(f":{number}", pixels)
        finally:
            server.terminate()
            server.wait()


def measure(program: Program, on: Screen) -> Start:
    """Start a program once.

    Raises:
        TimeoutError: it showed no window.

    """
    while on.painted():  # what the last one left
        time.sleep(0.05)
    with TemporaryDirectory(dir=IN_MEMORY if IN_MEMORY.is_dir() else None) as home:
        environment = {**os.environ, "HOME": home, "XDG_RUNTIME_DIR": home, "LC_ALL": "C.UTF-8"}
        environment |= {"TMPDIR": home, "DISPLAY": on.name, "DBUS_SESSION_BUS_ADDRESS": "disabled:"}
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "QT_QPA_PLATFORM"):
            environment.pop(name, None)
        if os.geteuid() == 0:  # else the web engine of some peers refuses
            environment["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
        began = time.perf_counter()
        process = subprocess.Popen(
            [program.command],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            while on.painted() < SMALLEST:
                if time.perf_counter() - began > PATIENCE:
                    raise TimeoutError(f"{program.name} showed no window in {PATIENCE} s")
                time.sleep(0.001)
            shown = (time.perf_counter() - began) * 1000
            worked = work(process.pid)
            whole = _until_still(on, began)
            time.sleep(SETTLING)
            held = memory(process.pid, "Pss"), memory(process.pid, "Rss")
            return Start(shown, worked, whole, *held)
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _until_still(on: Screen, began: float) -> float:
    """Return the milliseconds from ``began`` to the last change before the screen stood still."""
    seen, changed = on.sample(), time.perf_counter()
    while (now := time.perf_counter()) - changed < STILL:
        if (sample := on.sample()) != seen:
            seen, changed = sample, now
        time.sleep(0.001)
    return (changed - began) * 1000


def memory(pid: int, which: str) -> float:
    """Return the MiB that a process and its descendants hold: ``Pss`` or ``Rss``, see proc(5)."""
    total = 0
    for place in _family(pid):
        with suppress(OSError):
            rollup = Path("/proc", str(place), "smaps_rollup").read_text()
            total += int(rollup.split(f"\n{which}:")[1].split()[0])
    return total / 1024


def work(pid: int) -> float:
    """Return the milliseconds that processors have worked for a process and its descendants."""
    seconds = 0.0
    for place in _family(pid):
        with suppress(OSError):
            # The clock of another process, as clock_getcpuclockid(3) has it.
            seconds += time.clock_gettime((~place << 3) | 2)
    return seconds * 1000


def sizes(program: Program) -> tuple[str, float]:
    """Return the MB of the package and of what it installs, without what it depends on."""
    deb = next((TOP / "dist").glob("*.deb"), None)
    if program.package:
        field = _fields("apt-cache", "show", "--no-all-versions", program.package)
    elif program.command.parent == FROZEN and deb:
        field = {"Size": str(deb.stat().st_size), **_fields("dpkg-deb", "--field", str(deb))}
    else:
        folder = program.command.parent
        installed = sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file())
        return "–", installed / 1e6
    return f"{int(field['Size']) / 1e6:.0f}", int(field["Installed-Size"]) * 1024 / 1e6


def table(programs: Sequence[Program]) -> str:
    """Measure the programs in turn, round by round; return the table and how Terkha compares."""
    rounds: dict[str, list[Start]] = {program.name: [] for program in programs}
    with screen() as on:
        for number in range(ROUNDS + 1):
            for program in programs:
                found = measure(program, on)
                if number:  # the first round only warms the disk's cache
                    rounds[program.name].append(found)
    lines = [
        "| program | package, MB | installed, MB | start to painted window, ms "
        "| of that, processor, ms | until all is there, ms | memory, MiB | resident, MiB |",
        "|---|---:|---:|---:|---:|---:|---:|---:|",
    ]
    middle = {name: Start(*map(median, zip(*found, strict=True))) for name, found in rounds.items()}
    for program in programs:
        package, installed = sizes(program)
        starts = [one.shown for one in rounds[program.name]]
        each = middle[program.name]
        lines.append(
            f"| {program.name} | {package} | {installed:.0f} "
            f"| {each.shown:.0f} ({min(starts):.0f}–{max(starts):.0f}) "
            f"| {each.worked:.0f} | {each.whole:.0f} | {each.shared:.0f} | {each.resident:.0f} |"
        )
    ours, floor = (middle[program.name] for program in programs[:2])
    shown, worked, whole, shared, resident = (a / b for a, b in zip(ours, floor, strict=True))
    lines.append(
        f"\nAgainst the empty window, 1.6 times being allowed: {shown:.2f} times as long to the "
        f"painted window, {worked:.2f} times the processor's work, {whole:.2f} times as long until "
        f"all is there, {shared:.2f} times the memory, {resident:.2f} times of it resident."
    )
    return "\n".join(lines)


def circumstances() -> str:
    """Return when and on what it was measured."""
    told = _told("lscpu")
    processor = next(line for line in told.splitlines() if line.startswith("Model name"))
    memory_kib = int(Path("/proc/meminfo").read_text().split()[1])
    system = platform.freedesktop_os_release()["PRETTY_NAME"]
    return (
        f"Measured on {datetime.now(UTC):%-d %B %Y} by `make compare` on {system}, "
        f"{os.cpu_count()} processors ({processor.partition(':')[2].strip()}), "
        f"{memory_kib / 2**20:.0f} GiB, with Xvfb; load {os.getloadavg()[0]:.1f}. "
        f"Medians of {ROUNDS} starts with a warm disk (least–most)."
    )


def put(text: str, readme: Path) -> None:
    """Put the text between the marks in the README."""
    before, begin, rest = readme.read_text("utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"{readme} has no place for the table: {BEGIN} … {END}")
    readme.write_text(f"{before}{begin}\n{text}\n{end}{after}", "utf-8")


def _fields(*command: str) -> dict[str, str]:
    lines = _told(*command).splitlines()
    return dict(line.split(": ", 1) for line in lines if ": " in line and line[0] != " ")


def _told(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def _family(pid: int) -> list[int]:
    children = Path("/proc", str(pid), "task", str(pid), "children")
    with suppress(OSError):
        return [
            pid,
            *(one for child in children.read_text().split() for one in _family(int(child))),
        ]
    return [pid]


if __name__ == "__main__":
    if shutil.which("Xvfb") is None:
        sys.exit("Xvfb is not here: apt-get install xvfb")
    freeze_empty_window()
    when = circumstances()
    made = table([program for program in PROGRAMS if program.command.exists()])
    put(f"{made}\n\n{when}", TOP / "README.md")
    print(made, when, sep="\n\n")
