# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Painting the cells of the reader's own tables: one line each, as fast as can be."""

from __future__ import annotations

from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, QPointF, QRect, Qt
from PySide6.QtGui import (
    QColor,
    QCursor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QRegion,
    QStaticText,
)
from PySide6.QtWidgets import QTableView, QWidget

from terkha.views.pinned import PinnedTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from terkha.look import Look

ROW_HEIGHT = 30
_MARGIN = 8
_REMEMBERED = 4000
_TURN = 0.004
"""Seconds that the texts of one paint may take."""
Pieces = list[tuple[float, float, QFont, QStaticText]]
Line = tuple[str, bool, bool]
"""The text of a cell, whether it is set to the right, and whether something is amiss."""


class LineModel(Protocol):
    """A model that tells in one answer what is painted of a row."""

    def lines(self, row: int, columns: Sequence[int]) -> Sequence[Line]:
        """Return what is painted in each of some columns."""
        ...


@dataclass(frozen=True, slots=True)
class _Column:
    """A column that is seen: its number in the model, and where it stands."""

    number: int
    left: int
    width: int


class LinePainter:
    """Paints the rows of a LineModel; how a text is laid out is remembered.

    Qt would ask a delegate for one cell after the other, which takes three times as long.
    """

    def __init__(self, look: Look) -> None:
        self._fonts = look.fonts
        theme = look.theme
        self.height = look.fonts.px(ROW_HEIGHT)
        self._baseline = look.fonts.px(20)
        self._ink, self._amiss = QColor(theme.ink), QColor(theme.disp)
        self._line = QColor(theme.line)
        self._hover, self._chosen = QColor(theme.hover), QColor(theme.accent_soft)
        self._accent = QColor(theme.accent)
        self._focus = theme.focus
        self._laid_out: dict[tuple[str, int, bool, bool], Pieces] = {}

    def paint(self, table: QTableView, event: QPaintEvent) -> QRegion:
        """Paint what an event wants painted; return what there was no time for."""
        area = event.rect()
        columns, rows = _columns(table, area), _rows(table, area)
        if not columns:
            return QRegion()
        painter = QPainter(table.viewport())
        try:
            self._grounds(painter, table, columns, rows)
            return self._texts(painter, table, columns, rows)
        finally:
            painter.end()

    def _grounds(
        self, painter: QPainter, table: QTableView, columns: Sequence[_Column], rows: range
    ) -> None:
        """Draw the grounds of rows, the hairlines below, and the ring of the keyboard."""
        left, right = columns[0].left, columns[-1].left + columns[-1].width
        selection = table.selectionModel()
        chosen = (
            [row for row in rows if selection.isRowSelected(row)]
            if selection.hasSelection()
            else []
        )
        hovered = _row_under_mouse(table)
        edge = table.columnViewportPosition(table.horizontalHeader().logicalIndex(0))
        for row in rows:
            top, high = table.rowViewportPosition(row), table.rowHeight(row)
            if row in chosen:
                painter.fillRect(QRect(left, top, right - left, high), self._chosen)
                painter.fillRect(QRect(edge, top, 3, high), self._accent)
            elif row == hovered:
                painter.fillRect(QRect(left, top, right - left, high), self._hover)
            painter.fillRect(QRect(left, top + high - 1, right - left, 1), self._line)
        current = table.currentIndex()
        if current.row() in rows and table.hasFocus():
            painter.setPen(QPen(self._accent, self._focus))
            inside = self._focus // 2 + 1
            rect = table.visualRect(current).adjusted(inside, inside, -inside, -inside)
            painter.drawRect(rect)

    def _texts(
        self, painter: QPainter, table: QTableView, columns: Sequence[_Column], rows: range
    ) -> QRegion:
        """Draw texts as long as there is time; return where those stand that are left out."""
        ends = perf_counter() + _TURN
        lines = table.model().lines  # type: ignore[attr-defined]
        numbers = [column.number for column in columns]
        for row in rows:
            top = table.rowViewportPosition(row)
            for column, (text, right, amiss) in zip(columns, lines(row, numbers), strict=True):
                if not text:
                    continue
                if perf_counter() > ends:
                    below = table.viewport().rect()
                    below.setTop(top)
                    return QRegion(below)
                painter.setPen(self._amiss if amiss else self._ink)
                left, baseline = column.left + _MARGIN, top + self._baseline
                for at, up, font, piece in self._pieces(column, text, right=right):
                    painter.setFont(font)
                    painter.drawStaticText(QPointF(left + at, baseline - up), piece)
        return QRegion()

    def _pieces(self, column: _Column, text: str, *, right: bool) -> Pieces:
        """Return a line as it is laid out, from memory where it has been before."""
        strong, width = column.number == 0, column.width - 2 * _MARGIN
        key = (text, width, strong, right)
        pieces = self._laid_out.get(key)
        if pieces is None:
            if len(self._laid_out) > _REMEMBERED:
                self._laid_out.clear()
            pieces = self._laid_out[key] = self._lay_out(text, width, strong=strong, right=right)
        return pieces

    def _lay_out(self, text: str, width: int, *, strong: bool, right: bool) -> Pieces:
        """Return the pieces of a line in their fonts, cut with … where the cell ends."""
        pieces: Pieces = []
        at = 0.0
        for piece, font in self._fonts.runs(text, "strong" if strong else "body"):
            metrics = QFontMetricsF(font)
            shaped = _shaped(piece, font)
            cut = shaped.size().width() > width - at
            if cut:
                left = width - at
                shaped = _shaped(metrics.elidedText(piece, Qt.TextElideMode.ElideRight, left), font)
            pieces.append((at, metrics.ascent(), font, shaped))
            at += shaped.size().width()
            if cut:
                break
        shift = max(0.0, width - at) if right else 0.0
        return [(at + shift, *rest) for at, *rest in pieces]  # type: ignore[misc]


def _shaped(text: str, font: QFont) -> QStaticText:
    """Return a text whose letters have their places, which is most of the work of drawing it."""
    shaped = QStaticText(text)
    shaped.setTextFormat(Qt.TextFormat.PlainText)
    shaped.prepare(font=font)
    return shaped


def _columns(table: QTableView, area: QRect) -> list[_Column]:
    """Return the columns that stand in a part of the viewport, from left to right."""
    header = table.horizontalHeader()
    if not header.count():
        return []
    first, last = header.visualIndexAt(area.left()), header.visualIndexAt(area.right())
    last = header.count() - 1 if last < 0 else last
    numbers = [header.logicalIndex(place) for place in range(max(0, first), last + 1)]
    return [
        _Column(number, header.sectionViewportPosition(number), header.sectionSize(number))
        for number in numbers
        if not header.isSectionHidden(number)
    ]


def _rows(table: QTableView, area: QRect) -> range:
    """Return the rows that stand in a part of the viewport."""
    first, last = table.rowAt(area.top()), table.rowAt(area.bottom())
    if first < 0:
        return range(0)
    return range(first, (table.model().rowCount() - 1 if last < 0 else last) + 1)


def _row_under_mouse(table: QTableView) -> int:
    """Return the row that the mouse is over; -1 if it is over none."""
    viewport = table.viewport()
    return table.rowAt(viewport.mapFromGlobal(QCursor.pos()).y()) if viewport.underMouse() else -1


def paint_in_turns(table: QTableView, painter: LinePainter, event: QPaintEvent) -> None:
    """Paint a table, and ask for another turn for what there was no time for."""
    left_out = painter.paint(table, event)
    if not left_out.isEmpty():
        table.viewport().update(left_out)


class PlainTwin(QTableView):
    """The pinned column of a plain table, painted by the painter of the rest."""

    painter: LinePainter | None = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as long as a turn lasts."""
        if self.painter is not None and self.model() is not None:
            paint_in_turns(self, self.painter, event)


class PlainTable(PinnedTable):
    """A table that paints in turns: what takes longer than one is painted in the next.

    The first paint of a screen of new text in four scripts takes several turns of the window;
    between them it stays free for what the reader does.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        self._painter: LinePainter | None = None
        super().__init__(parent)

    def dress(self, look: Look) -> None:
        """Take fonts, colours and row height from the look."""
        self._painter = LinePainter(look)
        if isinstance(self.pinned, PlainTwin):
            self.pinned.painter = self._painter
        self.verticalHeader().setDefaultSectionSize(self._painter.height)
        self.horizontalHeader().setFixedHeight(look.fonts.px(32))
        self.viewport().update()

    def setModel(self, model: QAbstractItemModel | None) -> None:  # noqa: N802
        """Show a model; the heads do not ask of every row whether it is selected.

        They would, to be painted in another way where a whole column is selected: for a million
        selected rows that takes a quarter of a minute.
        """
        super().setModel(model)
        if model is not None:
            for table in (self, self.pinned):
                header = table.horizontalHeader()
                header.setSelectionModel(QItemSelectionModel(model, header))

    def make_twin(self) -> QTableView:
        """Return the table that shows the pinned column."""
        return PlainTwin(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as long as a turn lasts."""
        if self._painter is not None and self.model() is not None:
            paint_in_turns(self, self._painter, event)
