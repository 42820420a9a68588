# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Painting the cells of a chart's table: one line each, in every script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from terkha.charts.words import spaced
from terkha.look.lettering import draw_line, line_width
from terkha.models.roles import Index

if TYPE_CHECKING:
    from terkha.look import Look

_MARGIN = 6
_EDGE = 3
_LINE = 30


class LineDelegate(QStyledItemDelegate):
    """Paints one line of text on the ground of its row."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room of the text."""
        fonts = self._look.fonts
        width = line_width(spaced(str(index.data() or "")), "body", fonts) + 2 * fonts.px(_MARGIN)
        return QSize(round(width) + fonts.px(_MARGIN), fonts.px(_LINE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, text, the hairline below and, at the left, the edge of the selection."""
        painter.save()
        theme, fonts, rect = self._look.theme, self._look.fonts, QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        ground = theme.accent_soft if selected else theme.hover if hovered else theme.surface
        painter.fillRect(rect, QColor(ground))
        line = QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1)
        painter.fillRect(line, QColor(theme.line))
        if selected and index.column() == 0:
            edge = QRectF(rect.left(), rect.top(), fonts.px(_EDGE), rect.height())
            painter.fillRect(edge, QColor(theme.accent))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(theme.accent))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        self._write(painter, rect.adjusted(fonts.px(_MARGIN), 0, -fonts.px(_MARGIN), 0), index)
        painter.restore()

    def _write(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        theme, fonts = self._look.theme, self._look.fonts
        text = spaced(str(index.data() or ""))
        baseline = rect.center().y() + QFontMetricsF(fonts.font("body")).capHeight() / 2
        left = rect.left()
        if index.data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight:
            left = max(left, rect.right() - line_width(text, "body", fonts))
        painter.setPen(QColor(theme.ink))
        draw_line(painter, QPointF(left, baseline), rect.right() - left, text, "body", fonts)
