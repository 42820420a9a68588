# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The enumerations of Qt are those that Python would have made of the same names."""

from __future__ import annotations

import copy
import enum
import itertools
import subprocess
import sys
import types

import pytest
from PySide6.QtCore import QDir, QEvent, QIODevice, QLocale, Qt
from PySide6.QtGui import QFont, QGradient, QPainter
from PySide6.QtWidgets import QAbstractItemView, QMessageBox, QStyle

from terkha.quick_enums import _made_by_python as made_by_python
from terkha.quick_enums import plain_enum

ENUMS = [
    *(Qt.Key, Qt.ItemDataRole, Qt.SortOrder, Qt.CheckState, QEvent.Type, QLocale.Language),
    *(QFont.Weight, QGradient.Preset, QPainter.CompositionMode, QStyle.PixelMetric),
    *(QStyle.StandardPixmap, QAbstractItemView.ScrollHint),
]
FLAGS = [
    *(Qt.AlignmentFlag, Qt.KeyboardModifier, Qt.MouseButton, Qt.WindowType, QDir.Filter),
    *(QDir.SortFlag, QIODevice.OpenModeFlag, QMessageBox.StandardButton, QStyle.StateFlag),
]

pytestmark = pytest.mark.skipif(sys.version_info[:2] != (3, 11), reason="made by Python there")


def both(qt):
    """One made by Python and one by us, of the same names, aliases included."""
    kinds = (enum.IntFlag, enum.Flag, enum.IntEnum, enum.Enum)
    base = next(kind for kind in kinds if issubclass(qt, kind))
    names = [(name, member.value) for name, member in qt.__members__.items()]
    python = made_by_python(base, qt.__name__, names, module=__name__, boundary=enum.KEEP)
    return python, plain_enum(base, qt.__name__, names)


@pytest.fixture(params=[*ENUMS, *FLAGS], ids=lambda one: one.__qualname__)
def pair(request):
    """One made by Python and one by us."""
    return both(request.param)


@pytest.fixture(params=FLAGS, ids=lambda one: one.__qualname__)
def flags(request):
    """A pair of flags."""
    return both(request.param)


def test_they_have_the_same_members(pair):
    python, ours = (
        [
            (name, member.name, member.value, repr(member), str(member), hash(member))
            for name, member in one.__members__.items()
        ]
        for one in pair
    )
    assert ours == python
    assert [one.name for one in pair[1]] == [one.name for one in pair[0]]
    assert len(pair[1]) == len(pair[0])


def test_they_are_told_apart_in_the_same_ways(pair):
    python, ours = pair
    first = next(iter(ours))
    assert first in ours
    assert ours(first.value) is first
    assert ours[first.name] is first
    assert getattr(ours, first.name) is first
    assert copy.deepcopy(first) is first
    assert isinstance(first, int) == isinstance(next(iter(python)), int)
    if not issubclass(ours, enum.Flag):
        with pytest.raises(ValueError, match="is not a valid"):
            ours(10**9)
    with pytest.raises(AttributeError):
        setattr(ours, first.name, 1)
    with pytest.raises(TypeError):
        types.new_class("More", (ours,))
    # Those that every flag has from its base are repeated in each.
    assert {*vars(python)} - {*vars(ours)} <= {"__format__"} | (
        {*vars(enum.Flag)} if issubclass(ours, enum.Flag) else set()
    )


def parts(flag):
    """The flags that one is joined of; Python does not know it of all."""
    try:
        return [*map(repr, flag)]
    except (AttributeError, ValueError) as error:
        return str(error)


def test_flags_are_joined_and_taken_apart_in_the_same_ways(flags):
    python, ours = flags
    assert parts(python) == parts(ours)
    for one, other in itertools.combinations(python.__members__, 2):
        by_python, by_us = (made[one] | made[other] for made in flags)
        assert repr(by_us) == repr(by_python)
        assert parts(by_us) == parts(by_python)
        assert (ours[one] in by_us) == (python[one] in by_python)
        assert repr(ours[one] & ours[other]) == repr(python[one] & python[other])
        assert by_us is ours[one] | ours[other]


def test_qt_gets_them_from_us():
    script = (
        "import terkha.quick_enums as quick, enum\n"
        "made = []\n"
        "plain = quick.plain_enum\n"
        "quick.plain_enum = lambda *given: made.append(given[1]) or plain(*given)\n"
        "from PySide6.QtCore import Qt\n"
        "assert {'Key', 'AlignmentFlag'} <= set(made), made\n"
        "assert Qt.Key.Key_A.name == 'Key_A'\n"
        "assert Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
