# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Painting the cells of the tables: two lines, glyphs and symbols, no widget a cell."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from terkha.look.icons import ratio_of
from terkha.look.lettering import draw_line, line_width
from terkha.models.roles import Index, Role
from terkha_db.wording import NOT_RECORDED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from terkha.look import Look
    from terkha_db.fields import Field


_MARGIN = 8


class CellDelegate(QStyledItemDelegate):
    """Paints one cell of a table page; the first column carries the mark of the selection."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the place of two lines of text."""
        return QSize(80, self._look.fonts.px(46))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, first line, second line and the hairline below."""
        painter.save()
        self._ground(painter, option, index)
        field: Field = index.data(Role.FIELD)
        rect = option.rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
        if index.data(Role.OUTSIDE):
            self._outside(painter, rect, index, field)
        elif field.paint == "commodities":
            self._symbols(painter, rect, index.data(Role.MARKS) or ())
        elif field.paint == "words":
            self._words(painter, rect, str(index.data() or ""))
        else:
            self._two_lines(painter, rect, index, field)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._look.theme
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        ground = theme.accent_soft if selected else theme.hover if hovered else theme.surface
        painter.fillRect(option.rect, QColor(ground))
        painter.fillRect(
            QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
            QColor(theme.line),
        )
        if selected and index.column() == 0:
            painter.fillRect(
                QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()),
                QColor(theme.accent),
            )
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(theme.accent))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))

    def _two_lines(self, painter: QPainter, rect: QRect, index: Index, field: Field) -> None:
        theme, fonts = self._look.theme, self._look.fonts
        text = str(index.data() or "")
        second = str(index.data(Role.SECOND) or "")
        disputed = str(index.data(Role.DISPUTED) or "")
        first_line, second_line = self._baselines(rect)
        left = rect.left()
        if field.paint == "status":
            value = str(index.data(Role.VALUE) or "unknown")
            glyph = self._look.symbols.status(value, ratio_of(painter))
            painter.drawPixmap(QPointF(left, first_line - fonts.px(10)), glyph)
            left += fonts.px(16)
            text = text or self.tr("Unknown")
        role = "strong" if field.paint == "title" or disputed else "body"
        painter.setPen(QColor(theme.ink if text else theme.ink3))
        if not text:
            text, role = field.absent or NOT_RECORDED, "caption"
        width = rect.right() - left
        start = left
        if field.paint == "number":
            start = max(left, rect.right() - round(line_width(text, role, fonts)))
        draw_line(painter, QPointF(start, first_line), width, text, role, fonts)
        if disputed:
            painter.setPen(QColor(theme.disp))
            below = f"≠ {disputed}"
            start = max(left, rect.right() - round(line_width(below, "badge", fonts)))
            draw_line(painter, QPointF(start, second_line), width, below, "badge", fonts)
        elif second:
            painter.setPen(QColor(theme.ink3))
            if field.paint == "number":
                start = max(left, rect.right() - round(line_width(second, "caption", fonts)))
            draw_line(painter, QPointF(start, second_line), width, second, "caption", fonts)

    def _outside(self, painter: QPainter, rect: QRect, index: Index, field: Field) -> None:
        """Say that what is recorded lies outside the lens."""
        fonts, text = self._look.fonts, str(index.data())
        lines = [text] if line_width(text, "caption", fonts) < rect.width() - 1 else text.split(" ")
        painter.setPen(QColor(self._look.theme.ink3))
        for words, base in zip(lines, self._baselines(rect), strict=False):
            left = rect.left()
            if field.paint == "number":
                left = max(left, rect.right() - ceil(line_width(words, "caption", fonts)))
            draw_line(painter, QPointF(left, base), rect.right() - left, words, "caption", fonts)

    def _words(self, painter: QPainter, rect: QRect, text: str) -> None:
        """Draw a sentence on up to two lines; what does not fit is in the tooltip."""
        theme, fonts = self._look.theme, self._look.fonts
        painter.setPen(QColor(theme.ink))
        metrics = QFontMetricsF(fonts.font("body"))
        first_line, second_line = self._baselines(rect)
        head, tail = _split(text, metrics, rect.width())
        draw_line(painter, QPointF(rect.left(), first_line), rect.width(), head, "body", fonts)
        if tail:
            place = QPointF(rect.left(), second_line)
            draw_line(painter, place, rect.width(), tail, "body", fonts)

    def _symbols(self, painter: QPainter, rect: QRect, marks: Sequence[tuple[str, str]]) -> None:
        """Draw the marks of the commodities, as many as fit, and how many more there are."""
        fonts, ratio = self._look.fonts, ratio_of(painter)
        left = float(rect.left())
        top = rect.top() + (rect.height() - fonts.px(18)) / 2
        for count, (commodity, role) in enumerate(marks):
            mark = self._look.symbols.commodity(commodity, role, ratio)
            width = mark.deviceIndependentSize().width()
            rest = len(marks) - count
            room = fonts.px(20) if rest > 1 else 0
            if left + width + room > rect.right() + _MARGIN:
                painter.setPen(QColor(self._look.theme.ink3))
                place = QPointF(left, self._baselines(rect)[0] + fonts.px(9))
                draw_line(painter, place, rect.right() - left, f"+{rest}", "caption", fonts)
                return
            painter.drawPixmap(QPointF(left, top), mark)
            left += width + fonts.px(4)

    def _baselines(self, rect: QRect) -> tuple[float, float]:
        """Return the two baselines, the same in every cell of a row."""
        fonts = self._look.fonts
        return rect.top() + fonts.px(19), rect.top() + fonts.px(37)


def _split(text: str, metrics: QFontMetricsF, width: float) -> tuple[str, str]:
    """Cut a text where its first line ends."""
    if metrics.horizontalAdvance(text) <= width:
        return text, ""
    words = text.split(" ")
    head = words[0]
    for count, word in enumerate(words[1:], start=1):
        longer = f"{head} {word}"
        if metrics.horizontalAdvance(longer) > width:
            return head, " ".join(words[count:])
        head = longer
    return text, ""


def highlight(painter: QPainter, rect: QRectF, colour: str, radius: float = 2.0) -> None:
    """Fill the ground of matched letters."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(rect, radius, radius)
    painter.restore()
