# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Plain tables: what is painted, in how many turns, and what selecting a great many rows costs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QColor

from terkha.views import plain_cells
from terkha.views.plain_cells import PlainTable

ROWS = 200_000


class Lines(QAbstractTableModel):
    """Many rows of three columns; it counts what it is asked."""

    def __init__(self):
        super().__init__()
        self.asked = 0

    def rowCount(self, parent=QModelIndex()):  # noqa: B008
        return 0 if parent.isValid() else ROWS

    def columnCount(self, parent=QModelIndex()):  # noqa: B008
        return 0 if parent.isValid() else 3

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        return None

    def flags(self, index):
        self.asked += 1
        return super().flags(index)

    def lines(self, row, columns):
        return [(f"Row {row}, column {at} མངའ་རིས", at == 2, at == 1) for at in columns]


@pytest.fixture
def table(qtbot, framed, look):
    made = PlainTable()
    made.dress(look)
    made.setModel(Lines())
    framed(made, 500, 400)
    return made


def inked(table, colour, row=None):
    """Whether a colour stands anywhere in the table, or in one row of it."""
    picture = table.viewport().grab().toImage()
    top = table.rowViewportPosition(row) if row is not None else 0
    high = table.rowHeight(row) if row is not None else picture.height()
    return any(
        picture.pixelColor(x, y) == QColor(colour)
        for y in range(top, top + high)
        for x in range(picture.width())
    )


def settled(qtbot, table):
    """Paint until nothing is left for another turn."""
    qtbot.wait(100)
    table.viewport().repaint()


def test_cells_are_painted_and_what_is_amiss_in_its_colour(qtbot, table, look):
    qtbot.waitUntil(lambda: inked(table, look.theme.ink, 0))
    qtbot.waitUntil(lambda: inked(table, look.theme.disp, 0))


def test_selected_rows_have_their_ground_and_edge(qtbot, table, look):
    settled(qtbot, table)
    assert not inked(table, look.theme.accent_soft)
    table.selectRow(2)
    settled(qtbot, table)
    assert inked(table, look.theme.accent_soft, 2)
    assert inked(table, look.theme.accent, 2)
    assert not inked(table, look.theme.accent_soft, 3)


def test_what_there_is_no_time_for_is_painted_in_the_next_turns(qtbot, table, look, monkeypatch):
    monkeypatch.setattr(plain_cells, "_TURN", 0.0)
    table.dress(look)
    picture = table.viewport().grab()
    assert not picture.isNull()
    assert not inked(table, look.theme.ink)
    monkeypatch.setattr(plain_cells, "_TURN", 0.004)
    qtbot.waitUntil(lambda: inked(table, look.theme.ink))


def test_selecting_everything_asks_little(qtbot, table):
    table.model().asked = 0
    table.selectAll()
    settled(qtbot, table)
    assert table.model().asked < 10_000
