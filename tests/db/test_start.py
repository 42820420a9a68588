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


LATE = """
from terkha_db.quick_dataclasses import write_late
write_late()
import copy, pickle
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace

@dataclass(frozen=True, slots=True, order=True)
class Point:
    "One."
    x: int
    names: tuple[str, ...] = field(default=("a",), compare=False)
    def __post_init__(self): assert self.names

@dataclass
class Open:
    "Two."
    x: int = 1

@dataclass
class More(Open):
    "Three."
    y: list = field(default_factory=list)
"""


@pytest.mark.parametrize(
    "code",
    [
        "repr(Point(1)) == \"Point(x=1, names=('a',))\"",
        "Point(1) == Point(1, ('b',)) != Point(2) and Point(1) != 1",
        "Point(1) < Point(2) and not Point(1) < Point(1)",
        "len({Point(1), Point(1)}) == 1 == len({Point(2): 0, Point(2, ('b',)): 1})",
        "replace(Point(1), x=2) == copy.copy(Point(2)) == Point(2)",
        "pickle.loads(pickle.dumps(Point(1))) == Point(1)",
        "More(2).y is not More(2).y and More(y=[1]).x == 1 and More(1) == More(1) != Open(1)",
        "More.__init__.__qualname__ == 'More.__init__' and Open.__hash__ is None",
        "[one.name for one in fields(More)] == ['x', 'y']",
    ],
)
def test_a_data_class_that_writes_its_methods_late_is_like_any_other(code):
    assert said_by(f"{LATE}\nprint({code})\nprint({code})") == "True\nTrue"


@pytest.mark.parametrize(
    ("code", "error"),
    [
        ("Point(1).x = 2", "FrozenInstanceError"),
        ("del Point(1).x", "FrozenInstanceError"),
        ("Point()", "TypeError"),
        ("Point(1, z=2)", "TypeError"),
        ("hash(Open())", "TypeError"),
        ("Point(1, names=())", "AssertionError"),
    ],
)
def test_and_refuses_what_any_other_refuses(code, error):
    tried = "".join(
        f"\ntry: {code}\nexcept {error} as error: print(type(error).__name__)" for _ in range(2)
    )
    assert said_by(LATE + tried) == f"{error}\n{error}"


def test_its_methods_make_way_for_those_that_python_wrote():
    told = said_by(
        f"{LATE}\nwaiting = Open.__init__\nOpen(2)\nwritten = Open.__init__\nOpen(2)\n"
        "print(written is not waiting, Open.__init__ is written, written.__qualname__)"
    )
    assert told == "True True Open.__init__"
