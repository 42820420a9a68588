# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The list of what may stand at the cursor: below a field of its own, or inside another pop-up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from terkha.look.lettering import draw_line, line_width
from terkha.models.roles import Index, Role
from terkha.views.parts import part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from terkha.context import Context
    from terkha_db.query.complete import Completion

_MOST = 8
_LINE = 26
_WIDTH = 380
_LEFT, _LEFT_OF_HITS = 10, 50


class CompletionList(QListWidget):
    """Completions; it never takes the focus.

    ``inside`` another pop-up one is always chosen, which the name of the key marks: the row that
    is chosen there is a row of the pop-up.
    """

    def __init__(self, context: Context, parent: QWidget, *, inside: bool = False) -> None:
        super().__init__(parent if inside else parent.window())
        self._context = context
        self._inside = inside
        part(self, "raised" if inside else "popup")
        self.hide()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Completions"))
        self.setItemDelegate(CompletionDelegate(context, self, marks_key=inside))

    def fill(self, found: Sequence[Completion]) -> None:
        """Show completions, or nothing where there are none; place and width stay."""
        self.clear()
        for each in found:
            item = QListWidgetItem(f"{each.insert}, {each.explanation}", self)
            item.setData(Role.ENTRY, each)
        bar = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            bar.ScrollBarAsNeeded if len(found) > _MOST else bar.ScrollBarAlwaysOff
        )
        if self._inside:
            self.setFixedHeight(self._height())
            self.setVisible(bool(found))
            self.setCurrentRow(0)
        elif not found:
            self.hide()

    def offer(self, found: Sequence[Completion], field: QWidget) -> None:
        """Show completions under a field."""
        self.fill(found)
        if not found:
            return
        window = field.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        corner = field.mapTo(window, QPoint(0, field.height() + 2))
        width = min(max(field.width(), self._context.look.fonts.px(_WIDTH)), window.width() - 16)
        left = min(corner.x(), window.width() - width - 16)
        self.setGeometry(left, corner.y(), width, self._height())
        self.show()
        self.raise_()

    def move_choice(self, step: int) -> None:
        """Go to the next or previous completion; below a field there is none before the first."""
        first = 0 if self._inside else -1
        self.setCurrentRow(max(first, min(self.count() - 1, self.currentRow() + step)))

    def choice(self) -> Completion | None:
        """Return the completion chosen."""
        item = self.currentItem()
        return item.data(Role.ENTRY) if item else None

    def _height(self) -> int:
        return min(self.count(), _MOST) * self._context.look.fonts.px(_LINE) + 2


class CompletionDelegate(QStyledItemDelegate):
    """Paints what would be inserted, and at the right what it means."""

    def __init__(self, context: Context, parent: QWidget, *, marks_key: bool = False) -> None:
        super().__init__(parent)
        self._context = context
        self._marks_key = marks_key

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of one line."""
        return QSize(100, self._context.look.fonts.px(_LINE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the line."""
        theme, fonts = self._context.look.theme, self._context.look.fonts
        entry: Completion = index.data(Role.ENTRY)
        rect, state = option.rect, option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        selected = chosen and not self._marks_key
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        ground = theme.accent_soft if selected else theme.hover if hovered else theme.raised
        painter.save()
        painter.fillRect(rect, QColor(ground))
        if selected:
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), QColor(theme.accent))
        baseline = rect.top() + fonts.px(18)
        left = rect.left() + fonts.px(_LEFT_OF_HITS if self._marks_key else _LEFT)
        right = rect.right() - fonts.px(16 if self._marks_key else 10)
        painter.setPen(QColor(theme.ink3))
        if chosen and self._marks_key:
            key = QPointF(rect.left() + 16, baseline)
            draw_line(painter, key, left - key.x(), self.tr("Tab"), "caption-strong", fonts)
        width = min(line_width(entry.explanation, "caption", fonts) + 1, (right - left) / 2)
        start = QPointF(right - width, baseline)
        draw_line(painter, start, width, entry.explanation, "caption", fonts)
        painter.setPen(QColor(theme.ink))
        room = right - left - width - fonts.px(14)
        draw_line(painter, QPointF(left, baseline), room, entry.insert, "strong", fonts)
        painter.restore()
