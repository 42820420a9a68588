# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A field for words and queries: completes fields and values, marks what cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
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
    from collections.abc import Callable, Sequence

    from terkha.context import Context
    from terkha_db.query.complete import Completion

    Complete = Callable[[str, int], Sequence[Completion]]
    """Returns what may stand at a place of a text."""

_PAUSE_MS = 60
_SHORTEST = 2
_MOST = 8
_LINE = 26
_WIDTH = 380


class QueryLine(QLineEdit):
    """A field that asks while one types; Tab or arrows and Enter take a completion."""

    asked = Signal(str)
    """What stands in the field, a moment after the last key."""
    settled = Signal()
    """The reader pressed Enter or went elsewhere."""

    def __init__(self, context: Context, complete: Complete, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._complete = complete
        self._fault = -1
        self.popup = CompletionList(context, self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.textEdited.connect(self._typed)
        self.textChanged.connect(self._cleared)
        self.editingFinished.connect(self._settle)
        self.popup.itemClicked.connect(lambda _: self._take())

    def show_text(self, text: str) -> None:
        """Show a text without asking it."""
        if text != self.text():
            self.blockSignals(True)
            self.setText(text)
            self.setCursorPosition(0)
            self.blockSignals(False)
        self.mark(-1)

    def mark(self, at: int) -> None:
        """Underline the character that cannot be read; -1 for none."""
        self._fault = at
        self.update()

    def complete(self) -> None:
        """Offer what may stand at the cursor."""
        before = self.text()[: self.cursorPosition()].strip()
        found = (
            self._complete(self.text(), self.cursorPosition())
            if self.hasFocus() and len(before) >= _SHORTEST
            else []
        )
        self.popup.offer(found, self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the completions, take one, or leave them; type everything else."""
        key, shown = event.key(), self.popup.isVisible()
        if shown and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.popup.move_choice(1 if key == Qt.Key.Key_Down else -1)
        elif shown and key == Qt.Key.Key_Escape:
            self.popup.hide()
        elif shown and self.popup.choice() and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        else:
            super().keyPressEvent(event)

    def event(self, event: object) -> bool:
        """Take a completion with Tab before it moves the focus."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QKeyEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Tab
            and self.popup.isVisible()
        ):
            if not self.popup.choice():
                self.popup.move_choice(1)
            self._take()
            return True
        return super().event(event)  # type: ignore[arg-type]

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close the completions when the reader goes elsewhere."""
        super().focusOutEvent(event)
        self.popup.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, and a line under the character that cannot be read."""
        super().paintEvent(event)
        if self._fault < 0:
            return
        metrics, text = self.fontMetrics(), self.text()
        cursor = self.cursorRect()
        start = cursor.center().x() - metrics.horizontalAdvance(text[: self.cursorPosition()])
        left = start + metrics.horizontalAdvance(text[: self._fault])
        wide = metrics.horizontalAdvance(text[self._fault : self._fault + 1] or "n")
        painter = QPainter(self)
        painter.fillRect(left, cursor.bottom() - 2, wide, 2, QColor(self._context.look.theme.disp))

    def _typed(self) -> None:
        self._pause.start()
        self.mark(-1)

    def _cleared(self, text: str) -> None:
        if not text:
            self._pause.start()

    def _ask(self) -> None:
        self.asked.emit(self.text().strip())
        self.complete()

    def _settle(self) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self.asked.emit(self.text().strip())
        self.popup.hide()
        self.settled.emit()

    def _take(self) -> None:
        taken = self.popup.choice()
        if taken is None:
            return
        text = self.text()
        self.setText(text[: taken.start] + taken.insert + text[taken.end :])
        self.setCursorPosition(taken.start + len(taken.insert))
        self._ask()


class CompletionList(QListWidget):
    """What may stand at the cursor, below the field; it never takes the focus."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent.window())
        self._context = context
        part(self, "popup")
        self.hide()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Completions"))
        self.setItemDelegate(CompletionDelegate(context, self))

    def offer(self, found: Sequence[Completion], field: QWidget) -> None:
        """Show completions under a field, or nothing where there are none."""
        self.clear()
        for each in found:
            item = QListWidgetItem(f"{each.insert}, {each.explanation}", self)
            item.setData(Role.ENTRY, each)
        if not found:
            self.hide()
            return
        window = field.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        fonts = self._context.look.fonts
        corner = field.mapTo(window, QPoint(0, field.height() + 2))
        width = min(max(field.width(), fonts.px(_WIDTH)), window.width() - 16)
        left = min(corner.x(), window.width() - width - 16)
        lines = min(len(found), _MOST)
        bar = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            bar.ScrollBarAsNeeded if len(found) > _MOST else bar.ScrollBarAlwaysOff
        )
        self.setGeometry(left, corner.y(), width, lines * fonts.px(_LINE) + 2)
        self.show()
        self.raise_()

    def move_choice(self, step: int) -> None:
        """Go to the next or previous completion; before the first there is none."""
        self.setCurrentRow(max(-1, min(self.count() - 1, self.currentRow() + step)))

    def choice(self) -> Completion | None:
        """Return the completion chosen."""
        item = self.currentItem()
        return item.data(Role.ENTRY) if item else None


class CompletionDelegate(QStyledItemDelegate):
    """Paints what would be inserted, and at the right what it means."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of one line."""
        return QSize(100, self._context.look.fonts.px(_LINE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the line."""
        theme, fonts = self._context.look.theme, self._context.look.fonts
        entry: Completion = index.data(Role.ENTRY)
        rect, state = option.rect, option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        ground = theme.accent_soft if selected else theme.hover if hovered else theme.raised
        painter.save()
        painter.fillRect(rect, QColor(ground))
        if selected:
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), QColor(theme.accent))
        baseline = rect.top() + fonts.px(18)
        left = rect.left() + fonts.px(10)
        painter.setPen(QColor(theme.ink))
        room = rect.width() - fonts.px(20)
        used = draw_line(painter, QPointF(left, baseline), room, entry.insert, "strong", fonts)
        painter.setPen(QColor(theme.ink3))
        room -= round(used) + fonts.px(14)
        width = min(line_width(entry.explanation, "caption", fonts) + 1, room)
        start = QPointF(rect.right() - fonts.px(10) - width, baseline)
        draw_line(painter, start, width, entry.explanation, "caption", fonts)
        painter.restore()
