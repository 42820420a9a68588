# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The door of the command: a module that rests answers as if it had been run when imported."""

from __future__ import annotations

import subprocess
import sys

import pytest

REST = "from terkha_db.start import rest; rest(); import sys\n"


def said_by(code: str) -> str:
    """What a fresh interpreter prints."""
    run = subprocess.run(
        [sys.executable, "-S", "-c", f"import sys; sys.path[:0] = {sys.path!r}\n{REST}{code}"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return run.stdout.strip()


def test_a_module_rests_until_it_is_asked_for_a_name():
    told = said_by(
        "import inspect, linecache\n"
        "print('dis' in sys.modules, inspect.isclass(int), 'dis' in sys.modules)"
    )
    assert told == "False True True"


@pytest.mark.parametrize(
    "code",
    [
        "from inspect import isclass; print(isclass(int))",
        "import tempfile as t; print(callable(t.mkdtemp))",
        "from zipfile import *; print(ZipFile.__name__ == 'ZipFile')",
        "import importlib, zipfile; print(importlib.reload(zipfile).ZipFile is not None)",
        "import traceback; print(traceback.__spec__.name == 'traceback' == traceback.__name__)",
        "import inspect; print(not hasattr(inspect, 'no_such_name'))",
        "import inspect; inspect.isclass; print('def get' in inspect.getsource(inspect.getdoc))",
    ],
)
def test_it_is_like_any_other_module(code):
    assert said_by(code) == "True"


def test_many_threads_that_ask_at_once_get_the_whole_module():
    told = said_by(
        "import threading, inspect\n"
        "start, found = threading.Barrier(8), []\n"
        "def ask():\n"
        "    start.wait(); found.append(inspect.signature(ask) is not None)\n"
        "threads = [threading.Thread(target=ask) for _ in range(8)]\n"
        "for one in threads: one.start()\n"
        "for one in threads: one.join()\n"
        "print(found == [True] * 8)"
    )
    assert told == "True"


def test_wrong_arguments_to_qt_are_told_as_ever():
    told = said_by(
        "from PySide6.QtCore import QObject\n"
        "try:\n"
        "    QObject().setObjectName(3)\n"
        "except TypeError as error:\n"
        "    print('Supported signatures' in str(error) and 'setObjectName' in str(error))\n"
        "from PySide6.support.signature import get_signature\n"
        "print('name' in get_signature(QObject.setObjectName).parameters)"
    )
    assert told.split() == ["True", "True"]
