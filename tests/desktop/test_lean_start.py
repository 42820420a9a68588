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
OTHERS = {"PySide6", "platformdirs", "shiboken6", "shibokensupport"}
"""Packages that come neither with Python nor from us."""
LATER = {"difflib", "email", "logging.handlers", "multiprocessing", "socket", "urllib.request"}
"""Modules of Python itself that are slow to load and of no use to a first window."""

REPORT = """
import json, os, sys
import PySide6.QtWidgets
from terkha_db.cli import main

class Ending(PySide6.QtWidgets.QApplication):
    def exec(self):
        next(one for one in self.topLevelWidgets() if one.isVisible()).grab()
        print(json.dumps(sorted(sys.modules)), flush=True)
        os._exit(0)

PySide6.QtWidgets.QApplication = Ending
main(sys.argv[1:])
"""


@pytest.fixture(scope="module", params=["terkha:home", "terkha:mines"])
def loaded(request, tmp_path_factory, catalogue_path):
    """The modules that are loaded when the first window is painted."""
    profile = tmp_path_factory.mktemp("profile")
    words = ["--profile", str(profile), "--catalogue", str(catalogue_path), request.param]
    run = subprocess.run(
        [sys.executable, "-c", REPORT, *words],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    assert run.returncode == 0, run.stderr
    return set(json.loads(run.stdout.splitlines()[-1]))


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
