# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Measures the frozen application beside an empty window and beside its peers, in one run.

After ``make package``, under a screen and with the peers installed from Debian:

    sudo apt-get install --no-install-recommends xvfb x11-utils sqlitebrowser kiwix zeal goldendict
    xvfb-run --auto-servernum .venv/bin/python packaging/compare.py

prints a table in Markdown. Each program starts ROUNDS times in an empty home; the time is that
until it shows a window of at least 300 x 200 pixels, memory is what its processes hold two seconds
later, shared pages counted in part (PSS). Medians; peers start with nothing opened.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
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


def measure(program: Program) -> tuple[float, float]:
    """Start a program once; return milliseconds to its first window and MiB of memory.

    Raises:
        TimeoutError: it showed no window.

    """
    before = windows()
    with TemporaryDirectory() as home:
        environment = {**os.environ, "HOME": home, "XDG_RUNTIME_DIR": home, "LC_ALL": "C.UTF-8"}
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "QT_QPA_PLATFORM"):
            environment.pop(name, None)
        began = time.perf_counter()
        process = subprocess.Popen(
            [program.command],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            while not windows() - before:
                if time.perf_counter() - began > PATIENCE:
                    raise TimeoutError(f"{program.name} showed no window in {PATIENCE} s")
                time.sleep(0.005)
            shown = (time.perf_counter() - began) * 1000
            time.sleep(SETTLING)
            return shown, memory(process.pid)
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


def sizes(program: Program) -> tuple[str, float]:
    """Return the MB of the package and of what it installs, without what it depends on."""
    if program.package:
        told = subprocess.run(
            ["apt-cache", "show", "--no-all-versions", program.package],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        field = dict(line.split(": ", 1) for line in told.splitlines() if ": " in line)
        return f"{int(field['Size']) / 1e6:.0f}", int(field["Installed-Size"]) * 1024 / 1e6
    folder = program.command.parent
    installed = sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file())
    archive = next((TOP / "dist").glob("*.deb"), None) if folder == FROZEN else None
    return (f"{archive.stat().st_size / 1e6:.0f}" if archive else "–"), installed / 1e6


def table(programs: Sequence[Program]) -> str:
    """Measure the programs in turn, round by round, and return the table."""
    rounds: dict[str, list[tuple[float, float]]] = {program.name: [] for program in programs}
    for number in range(ROUNDS + 1):
        for program in programs:
            found = measure(program)
            if number:  # the first round only warms the disk's cache
                rounds[program.name].append(found)
    lines = [
        "| program | package, MB | installed, MB | start to window, ms | memory, MiB |",
        "|---|---:|---:|---:|---:|",
    ]
    for program in programs:
        package, installed = sizes(program)
        starts, memories = zip(*rounds[program.name], strict=True)
        lines.append(
            f"| {program.name} | {package} | {installed:.0f} "
            f"| {median(starts):.0f} ({min(starts):.0f}–{max(starts):.0f}) "
            f"| {median(memories):.0f} |"
        )
    return "\n".join(lines)


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
    print(table([program for program in PROGRAMS if program.command.exists()]))
