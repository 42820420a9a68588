# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The enumerations of Qt are those that Python would have made of the same names."""

from __future__ import annotations

import copy
import enum
import subprocess
import sys
import types

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QFont, QGradient, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle

from terkha.quick_enums import plain_enum

ENUMS = [
    *(Qt.Key, Qt.ItemDataRole, Qt.SortOrder, Qt.CheckState, QEvent.Type, QLocale.Language),
    *(QFont.Weight, QGradient.Preset, QPainter.CompositionMode, QStyle.PixelMetric),
    *(QStyle.StandardPixmap, QAbstractItemView.ScrollHint),
]

pytestmark = pytest.mark.skipif(sys.version_info[:2] != (3, 11), reason="made by Python there")


@pytest.fixture(params=ENUMS, ids=lambda one: one.__qualname__)
def pair(request):
    """One made by Python and one by us, of the same names, aliases included."""
    qt = request.param
    base = enum.IntEnum if issubclass(qt, int) else enum.Enum
    names = [(name, member.value) for name, member in qt.__members__.items()]
    return base(qt.__name__, names, module=__name__), plain_enum(base, qt.__name__, names)


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
    with pytest.raises(ValueError, match="is not a valid"):
        ours(10**9)
    with pytest.raises(AttributeError):
        setattr(ours, first.name, 1)
    with pytest.raises(TypeError):
        types.new_class("More", (ours,))
    assert {*vars(python)} - {*vars(ours)} <= {"__format__"}


def test_qt_gets_them_from_us():
    script = (
        "import terkha.quick_enums as quick, enum\n"
        "made = []\n"
        "plain = quick.plain_enum\n"
        "quick.plain_enum = lambda *given: made.append(given[1]) or plain(*given)\n"
        "from PySide6.QtCore import Qt\n"
        "assert 'Key' in made and Qt.Key.Key_A.name == 'Key_A', made\n"
        "assert Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
