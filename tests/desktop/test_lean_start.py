# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The first window opens with little: what it does not show is not loaded before it is painted."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

OURS = {
    "terkha",
    "terkha.look",
    "terkha.models",
    "terkha.views",
    "terkha_db",
    "terkha_db.catalogue",
    "terkha_db.library",
    "terkha_resources",
}
"""Packages of ours that a first window may load modules of."""
QT = {"PySide6.QtCore", "PySide6.QtGui", "PySide6.QtSvg", "PySide6.QtWidgets"}
OTHERS = {"PySide6", "shiboken6", "shibokensupport"}
"""Packages that come neither with Python nor from us."""
LATER = {
    *("_hashlib", "difflib", "email", "logging.handlers", "multiprocessing", "socket"),
    "urllib.request",
}
"""Modules of Python itself that are slow to load and of no use to a first window."""

REPORT = """
import json, os, sys
from terkha_db.start import RESTING, main, rest
rest()
import PySide6.QtWidgets
from PySide6.QtCore import QEvent, QObject, QTimer

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self, self.report)
        return False

    def report(self):
        resting = [name for name in RESTING if type(sys.modules.get(name)).__name__ == "_Resting"]
        print(json.dumps([sorted(set(sys.modules) - set(resting)), resting]), flush=True)
        os._exit(0)

class Watched(PySide6.QtWidgets.QApplication):
    def exec(self):
        watch = Watch(self)
        next(one for one in self.topLevelWidgets() if one.isVisible()).installEventFilter(watch)
        return super().exec()

PySide6.QtWidgets.QApplication = Watched
main()
"""
"""Says what is loaded in the turn of events after the one that has painted the window."""


def first_window(home, *words):
    """Start Terkha; return what is loaded when its window is painted, and what rests."""
    folders = {f"XDG_{kind}_HOME": str(home / kind) for kind in ("DATA", "CONFIG", "STATE")}
    run = subprocess.run(
        [sys.executable, "-c", REPORT, *words],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | folders | {"QT_QPA_PLATFORM": "offscreen"},
    )
    assert run.returncode == 0, run.stderr
    awake, resting = json.loads(run.stdout.splitlines()[-1])
    return set(awake), set(resting)


@pytest.fixture(scope="module", params=["", "terkha:home", "terkha:mines"])
def started(request, tmp_path_factory):
    """The modules that are loaded when the first window is painted, and those that rest."""
    return first_window(tmp_path_factory.mktemp("home"), *filter(None, [request.param]))


@pytest.fixture(scope="module")
def loaded(started):
    """The modules that are loaded when the first window is painted."""
    return started[0]


def test_what_may_rest_does(started):
    assert {"inspect", "tempfile", "traceback", "zipfile"} <= started[1]


def test_only_these_packages_are_loaded(loaded):
    known = set(sys.stdlib_module_names) | {"__main__"}
    roots = {name.partition(".")[0] for name in loaded}
    foreign = {root for root in roots - known if not root.startswith(("_", "terkha"))}
    assert foreign <= OTHERS | {"org", "signature_bootstrap"}, foreign
    ours = {name for name in loaded if name.startswith("terkha")}
    packages = {name.rpartition(".")[0] or name for name in ours} | (ours & OURS)
    assert packages <= OURS


def test_no_more_of_qt_is_loaded_than_is_drawn_with(loaded):
    assert {name for name in loaded if name.startswith("PySide6.Qt")} <= QT


def test_nothing_slow_of_python_is_loaded(loaded):
    assert not loaded & LATER


def test_where_nothing_is_asked_for_nothing_is_parsed_and_the_first_page_comes_later(tmp_path):
    loaded, _ = first_window(tmp_path)
    assert not loaded & {"argparse", "gettext", "random", "shutil"}
    assert not loaded & {"terkha.views.home_content", "terkha.views.rows"}
