# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Measures the start: to the first painted window, and the memory once everything has settled.

Both processes run from bytecode, as an installed application does, and end themselves: they say
what CPU time they had used when the window was painted, and how much memory they held a second
later, when all that comes after the first paint was there.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

from measure import Line

from terkha_db.catalogue import Catalogue

STARTS = 7

_FINISH = """
import time
from PySide6.QtWidgets import QApplication

def finish():
    next(one for one in QApplication.topLevelWidgets() if one.isVisible()).grab()
    cpu, now = time.process_time(), time.time()
    while time.time() < now + 1:
        QApplication.processEvents()
        time.sleep(0.01)
    resident = open("/proc/self/status").read().split("VmRSS:")[1].split()[0]
    print(cpu, now, resident, flush=True)
    return 0
"""
EMPTY_WINDOW = (
    _FINISH
    + """
from PySide6.QtWidgets import QMainWindow, QTableView
app = QApplication([])
window = QMainWindow()
window.setCentralWidget(QTableView())
window.resize(1440, 900)
window.show()
finish()
"""
)
OUR_WINDOW = (
    _FINISH
    + """
import sys
import PySide6.QtWidgets
from terkha_db.cli import main

class Ending(QApplication):
    def exec(self):
        return finish()

PySide6.QtWidgets.QApplication = Ending
main(sys.argv[1:])
"""
)


class _Start(NamedTuple):
    cpu: float
    wall: float
    resident: float


def start_to_table(catalogue: Catalogue) -> Line:
    """From nothing to the table of mines, against an empty window with a table view."""
    return _line(catalogue, "start to first table", "terkha:mines")


def start_to_home(catalogue: Catalogue) -> Line:
    """From nothing to the first page, against the same."""
    return _line(catalogue, "start to first page", "terkha:home")


def memory_after_start(catalogue: Catalogue) -> Line:
    """Resident memory once the table of mines has its facets and entry, against the same."""
    ours, floor = _starts(catalogue, "terkha:mines")
    most = median(one.resident for one in ours)
    return Line(
        "memory after start", most, median(one.resident for one in floor), "MB", 0, 1.6, True
    )


START_LINES = (start_to_table, start_to_home, memory_after_start)


def _line(catalogue: Catalogue, name: str, link: str) -> Line:
    ours, floor = _starts(catalogue, link)
    cpu, wall = median(one.cpu for one in ours), median(one.wall for one in ours)
    return Line(name, cpu, median(one.cpu for one in floor), "ms", wall, 1.6, True)


def _starts(catalogue: Catalogue, link: str) -> tuple[list[_Start], list[_Start]]:
    with TemporaryDirectory() as folder:
        words = ("--profile", f"{folder}/profile", "--catalogue", str(catalogue.path), link)
        # The first ones write the bytecode.
        _started(folder, OUR_WINDOW, *words)
        _started(folder, EMPTY_WINDOW)
        pairs = [
            (_started(folder, OUR_WINDOW, *words), _started(folder, EMPTY_WINDOW))
            for _ in range(STARTS)
        ]
    return [ours for ours, _ in pairs], [floor for _, floor in pairs]


def _started(folder: str, program: str, *arguments: str) -> _Start:
    """Return CPU and wall milliseconds and resident megabytes of a process."""
    surroundings = os.environ | {"PYTHONPYCACHEPREFIX": f"{folder}/bytecode"}
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
    began = time.time()
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        check=True,
        capture_output=True,
        text=True,
        env=surroundings,
        timeout=60,
    )
    cpu, painted, resident = map(float, done.stdout.split()[-3:])
    return _Start(cpu * 1000, (painted - began) * 1000, resident / 1024)
