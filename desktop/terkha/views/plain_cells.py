# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Painting the cells of the reader's own tables: one line each, as fast as can be."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QRegion, QStaticText
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from terkha.models.roles import Index
from terkha.views.pinned import PinnedTable

if TYPE_CHECKING:
    from collections.abc import Callable

    from terkha.look import Look

ROW_HEIGHT = 30
_MARGIN = 8
_REMEMBERED = 4000
_TURN = 0.010
"""Seconds that one paint may take, and for how many of them it may lay out new text."""
_NEW = 0.004
Pieces = list[tuple[float, float, QFont, QStaticText]]


class LineModel(Protocol):
    """A model that tells in one answer what is painted of a cell."""

    def line(self, row: int, column: int) -> tuple[str, bool, bool]:
        """Return the text, whether it is set to the right, and whether something is amiss."""
        ...


class PlainDelegate(QStyledItemDelegate):
    """Paints one line of text of a LineModel; how it is laid out is remembered."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fonts = look.fonts
        theme = look.theme
        self._height = look.fonts.px(ROW_HEIGHT)
        self._baseline = look.fonts.px(20)
        self._ink, self._amiss = QColor(theme.ink), QColor(theme.disp)
        self._line = QColor(theme.line)
        self._hover, self._chosen = QColor(theme.hover), QColor(theme.accent_soft)
        self._accent = QColor(theme.accent)
        self.left_out = QRegion()
        """The cells that wait for the next turn."""
        self._turn_ends = self._new_until = float("inf")
        self._laid_out: dict[tuple[str, int, bool, bool], Pieces] = {}

    def begin_turn(self) -> None:
        """Allow new text to be laid out for a while."""
        now = perf_counter()
        self._new_until, self._turn_ends = now + _NEW, now + _TURN
        self.left_out = QRegion()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the place of one line of text."""
        return QSize(80, self._height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, text and the hairline below."""
        rect, state = option.rect, option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        if selected or hovered:
            painter.fillRect(rect, self._chosen if selected else self._hover)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), self._line)
        if selected and index.column() == 0:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), self._accent)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self._accent)
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        model: LineModel = index.model()  # type: ignore[assignment]
        text, right, amiss = model.line(index.row(), index.column())
        if not text:
            return
        painter.setPen(self._amiss if amiss else self._ink)
        strong = index.column() == 0
        width = rect.width() - 2 * _MARGIN
        key = (text, width, strong, right)
        pieces = self._laid_out.get(key)
        if perf_counter() > (self._turn_ends if pieces else self._new_until):
            self.left_out += rect
            return
        if pieces is None:
            if len(self._laid_out) > _REMEMBERED:
                self._laid_out.clear()
            pieces = self._laid_out[key] = self._lay_out(text, width, strong=strong, right=right)
        left, baseline = rect.left() + _MARGIN, rect.top() + self._baseline
        for at, up, font, piece in pieces:
            painter.setFont(font)
            painter.drawStaticText(QPointF(left + at, baseline - up), piece)

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


def in_turns(table: QTableView, paint: Callable[[], None]) -> None:
    """Paint a table, and ask for another turn for the cells that were left out."""
    delegate = table.itemDelegate()
    if not isinstance(delegate, PlainDelegate):
        paint()
        return
    delegate.begin_turn()
    paint()
    if not delegate.left_out.isEmpty():
        table.viewport().update(delegate.left_out)


class PlainTwin(QTableView):
    """The pinned column of a plain table, painted in turns like the rest."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and ask for another turn for the cells left out."""
        in_turns(self, lambda: super(PlainTwin, self).paintEvent(event))


class PlainTable(PinnedTable):
    """A table that paints in turns: what takes longer than one is painted in the next.

    The first paint of a screen of new text in four scripts takes several turns of the window;
    between them it stays free for what the reader does.
    """

    def dress(self, look: Look) -> None:
        """Take fonts, colours and row height from the look."""
        self.setItemDelegate(PlainDelegate(look, self))
        self.verticalHeader().setDefaultSectionSize(look.fonts.px(ROW_HEIGHT))
        self.horizontalHeader().setFixedHeight(look.fonts.px(32))

    def make_twin(self) -> QTableView:
        """Return the table that shows the pinned column."""
        return PlainTwin(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and ask for another turn for the cells left out."""
        in_turns(self, lambda: super(PlainTable, self).paintEvent(event))
