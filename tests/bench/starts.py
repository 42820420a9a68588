# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Measures the start: to the first painted window, and what follows until everything has settled.

Both processes run from bytecode, as an installed application does, and end themselves. They say
what CPU time they had used when the window was painted and the next turn of events began, in which
keys and mouse are answered; and what they had used and held a second and a half later, when all
that comes after the first paint was there.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from math import inf
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

from measure import Line

from terkha_db.catalogue import Catalogue

STARTS = 7

_WATCHED = """
import time
began = time.process_time(), time.time()
from PySide6.QtCore import QEvent, QObject, QTimer

class Watch(QObject):
    def __init__(self, app):
        super().__init__(app)
        self.window = next(one for one in app.topLevelWidgets() if one.isVisible())
        self.window.installEventFilter(self)
        QEvent.Type, QTimer.singleShot
        # What watching itself costs, where the program does not have it anyhow.
        self.own = time.process_time() - began[0], time.time() - began[1]

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self.painted)
        return False

    def painted(self):
        self.first = time.process_time() - self.own[0], time.time() - self.own[1]
        QTimer.singleShot(1500, self, self.settled)

    def settled(self):
        resident = open("/proc/self/status").read().split("VmRSS:")[1].split()[0]
        print(*self.first, time.process_time() - self.own[0], resident, flush=True)
        self.parent().quit()
"""
EMPTY_WINDOW = f"""
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView
app = QApplication([])
window = QMainWindow()
window.setCentralWidget(QTableView())
window.resize(1440, 900)
window.show()
{_WATCHED}
watch = Watch(app)
app.exec()
"""
OUR_WINDOW = f"""
import sys
from terkha_db.start import main, rest
rest()
import PySide6.QtWidgets

class Watched(PySide6.QtWidgets.QApplication):
    def exec(self):
        exec({_WATCHED!r}, globals())
        Watch(self)
        return super().exec()

PySide6.QtWidgets.QApplication = Watched
main()
"""


class _Start(NamedTuple):
    cpu: float
    wall: float
    settled: float
    resident: float


def start_to_table(catalogue: Catalogue) -> Line:
    """From nothing to the table of mines, against an empty window with a table view."""
    return _line(catalogue, "start to first table", "terkha:mines")


def start_to_window(catalogue: Catalogue) -> Line:
    """From nothing to the first window, as a reader opens it, against the same."""
    return _line(catalogue, "start to first window", "")


def start_and_all_after(catalogue: Catalogue) -> Line:
    """What the table of mines has cost when its facets and entry are there too, and all else."""
    ours, floor = _starts(catalogue, "terkha:mines")
    cpu = median(one.settled for one in ours)
    return Line(
        "start and all after", cpu, median(one.settled for one in floor), "ms", 0, inf, True
    )


def memory_after_start(catalogue: Catalogue) -> Line:
    """Resident memory once the table of mines has its facets and entry, against the same."""
    ours, floor = _starts(catalogue, "terkha:mines")
    most = median(one.resident for one in ours)
    return Line(
        "memory after start", most, median(one.resident for one in floor), "MB", 0, 1.6, True
    )


START_LINES = (start_to_table, start_to_window, start_and_all_after, memory_after_start)


def _line(catalogue: Catalogue, name: str, link: str) -> Line:
    ours, floor = _starts(catalogue, link)
    cpu, wall = median(one.cpu for one in ours), median(one.wall for one in ours)
    return Line(name, cpu, median(one.cpu for one in floor), "ms", wall, 1.6, True)


def _starts(catalogue: Catalogue, link: str) -> tuple[list[_Start], list[_Start]]:
    with TemporaryDirectory() as folder:
        # A reader who opens Terkha names nothing; the folders are told by the surroundings.
        words = ("--catalogue", str(catalogue.path), link) if link else ()
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
    homes = {f"XDG_{kind}_HOME": f"{folder}/{kind}" for kind in ("DATA", "CONFIG", "STATE")}
    surroundings = os.environ | homes | {"PYTHONPYCACHEPREFIX": f"{folder}/bytecode"}
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
    cpu, painted, settled, resident = map(float, done.stdout.split()[-4:])
    return _Start(cpu * 1000, (painted - began) * 1000, settled * 1000, resident / 1024)
