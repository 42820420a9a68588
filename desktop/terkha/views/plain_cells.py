# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Painting the cells of the reader's own tables: one line each, as fast as can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from terkha.look.lettering import draw_line, line_width
from terkha.models.roles import Index, Role

if TYPE_CHECKING:
    from terkha.look import Look

ROW_HEIGHT = 30
_MARGIN = 8
_TO_THE_RIGHT = Qt.AlignmentFlag.AlignRight


class PlainDelegate(QStyledItemDelegate):
    """Paints one line of text; an index with Role.DISPUTED in the colour of what is amiss."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fonts = look.fonts
        theme = look.theme
        self._height = look.fonts.px(ROW_HEIGHT)
        self._baseline = look.fonts.px(20)
        self._ink, self._amiss = QColor(theme.ink), QColor(theme.disp)
        self._ground, self._line = QColor(theme.surface), QColor(theme.line)
        self._hover, self._chosen = QColor(theme.hover), QColor(theme.accent_soft)
        self._accent = QColor(theme.accent)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the place of one line of text."""
        return QSize(80, self._height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, text and the hairline below."""
        rect, state = option.rect, option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        ground = self._chosen if selected else self._hover if hovered else self._ground
        painter.fillRect(rect, ground)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), self._line)
        if selected and index.column() == 0:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), self._accent)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self._accent)
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        text = index.data()
        if not text:
            return
        painter.setPen(self._amiss if index.data(Role.DISPUTED) else self._ink)
        role = "strong" if index.column() == 0 else "body"
        left, width = rect.left() + _MARGIN, rect.width() - 2 * _MARGIN
        if index.data(Qt.ItemDataRole.TextAlignmentRole) & _TO_THE_RIGHT:
            left = max(left, left + width - round(line_width(text, role, self._fonts)))
        place = QPointF(left, rect.top() + self._baseline)
        draw_line(painter, place, width, text, role, self._fonts)
