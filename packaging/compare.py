# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Measures the frozen application beside an empty window and beside its peers, in one run.

After ``make package``, with the peers installed from Debian:

    sudo apt-get install --no-install-recommends xvfb x11-utils sqlitebrowser kiwix zeal goldendict
    make compare

puts the table of the README anew. Each program starts ROUNDS times in an empty home; the time is
that until it shows a window of at least 300 x 200 pixels, which need not be painted yet (the budget
of the start is to the first paint: see tests/bench/starts.py); memory is what its processes hold
two seconds later, shared pages counted in part (PSS). Medians; peers start with nothing opened.
"""

from __future__ import annotations

import os
import platform
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

ROUNDS = 5
PATIENCE = 60
SETTLING = 2
SMALLEST = (300, 200)

TOP = Path(__file__).parents[1]
WORK = TOP / "build" / "package"
FROZEN = WORK / "frozen" / "terkha"
EMPTY = TOP / "build" / "compare" / "empty"

BEGIN, END = "<!-- compare -->", "<!-- /compare -->"

_WINDOW = re.compile(r"\s(\d+)x(\d+)\+")


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


def measure(program: Program) -> tuple[float, float, float]:
    """Start a program once; return milliseconds to its first window, those of them in which a
    processor worked for it, and MiB of memory.

    Raises:
        TimeoutError: it showed no window.

    """
    # The next window may be given the number of the last, so that one has to be gone.
    while windows():
        time.sleep(0.05)
    with TemporaryDirectory() as home:
        environment = {**os.environ, "HOME": home, "XDG_RUNTIME_DIR": home, "LC_ALL": "C.UTF-8"}
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
            while not windows():
                if time.perf_counter() - began > PATIENCE:
                    raise TimeoutError(f"{program.name} showed no window in {PATIENCE} s")
                time.sleep(0.005)
            shown = (time.perf_counter() - began) * 1000
            worked = work(process.pid)
            time.sleep(SETTLING)
            return shown, worked, memory(process.pid)
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def windows() -> set[str]:
    """Return the windows of the screen that are large enough to be looked at."""
    found = set()
    for line in _xwininfo("-root", "-tree").splitlines():
        size = _WINDOW.search(line)
        if not line.strip().startswith("0x") or size is None or not _is_large(size):
            continue
        number = line.split()[0]
        if "IsViewable" in _xwininfo("-id", number):
            found.add(number)
    return found


def memory(pid: int) -> float:
    """Return the MiB that a process and its descendants hold, by their share of each page."""
    total = 0
    for place in _family(pid):
        with suppress(OSError):
            rollup = Path("/proc", str(place), "smaps_rollup").read_text()
            total += int(rollup.split("\nPss:")[1].split()[0])
    return total / 1024


def work(pid: int) -> float:
    """Return the milliseconds that processors have worked for a process and its descendants."""
    ticks = 0
    for place in _family(pid):
        with suppress(OSError):
            # What follows the name in brackets, which may itself hold blanks; see proc(5).
            fields = Path("/proc", str(place), "stat").read_text().rpartition(")")[2].split()
            ticks += sum(map(int, fields[11:15]))
    return ticks * 1000 / os.sysconf("SC_CLK_TCK")


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
    """Measure the programs in turn, round by round, and return the table."""
    rounds: dict[str, list[tuple[float, float, float]]] = {program.name: [] for program in programs}
    for number in range(ROUNDS + 1):
        for program in programs:
            found = measure(program)
            if number:  # the first round only warms the disk's cache
                rounds[program.name].append(found)
    lines = [
        "| program | package, MB | installed, MB | start to window, ms | of that, processor, ms "
        "| memory, MiB |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    for program in programs:
        package, installed = sizes(program)
        starts, works, memories = zip(*rounds[program.name], strict=True)
        lines.append(
            f"| {program.name} | {package} | {installed:.0f} "
            f"| {median(starts):.0f} ({min(starts):.0f}–{max(starts):.0f}) "
            f"| {median(works):.0f} | {median(memories):.0f} |"
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


def _xwininfo(*words: str) -> str:
    run = subprocess.run(["xwininfo", *words], capture_output=True, text=True, check=False)
    return run.stdout


def _is_large(size: re.Match[str]) -> bool:
    return int(size[1]) >= SMALLEST[0] and int(size[2]) >= SMALLEST[1]


def _family(pid: int) -> list[int]:
    children = Path("/proc", str(pid), "task", str(pid), "children")
    with suppress(OSError):
        return [
            pid,
            *(one for child in children.read_text().split() for one in _family(int(child))),
        ]
    return [pid]


if __name__ == "__main__":
    if shutil.which("xwininfo") is None:
        sys.exit("xwininfo is not here: apt-get install x11-utils")
    freeze_empty_window()
    when = circumstances()
    made = table([program for program in PROGRAMS if program.command.exists()])
    put(f"{made}\n\n{when}", TOP / "README.md")
    print(made, when, sep="\n\n")
