# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A field for words and queries: completes fields and values, marks what cannot be read."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from terkha.views.completing import CompletingLine

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from terkha.context import Context
    from terkha.views.completions import CompletionList
    from terkha_db.query.complete import Completion

    Complete = Callable[[str, int], Sequence[Completion]]
    """Returns what may stand at a place of a text."""

_PAUSE_MS = 60
_SHORTEST = 2


class QueryLine(CompletingLine):
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
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.textEdited.connect(self._typed)
        self.textChanged.connect(self._cleared)
        self.editingFinished.connect(self._settle)

    @cached_property
    def popup(self) -> CompletionList:
        """The list of completions, made when there are some."""
        from terkha.views.completions import CompletionList

        popup = CompletionList(self._context, self)
        popup.itemClicked.connect(lambda _: self._take())
        return popup

    @property
    def is_offering(self) -> bool:
        """Whether completions are shown."""
        return "popup" in self.__dict__ and self.popup.isVisible()

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
        if found or self.is_offering:
            self.popup.offer(found, self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the completions, take one, or leave them; type everything else."""
        key, shown = event.key(), self.is_offering
        if shown and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.popup.move_choice(1 if key == Qt.Key.Key_Down else -1)
        elif shown and key == Qt.Key.Key_Escape:
            self.popup.hide()
        elif shown and self.popup.choice() and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        else:
            super().keyPressEvent(event)

    def take_completion(self) -> bool:
        """Take the completion chosen, or the first one."""
        if not self.is_offering:
            return False
        if not self.popup.choice():
            self.popup.move_choice(1)
        self._take()
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close the completions when the reader goes elsewhere."""
        super().focusOutEvent(event)
        self._put_away()

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

    def _put_away(self) -> None:
        if self.is_offering:
            self.popup.hide()

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
        self._put_away()
        self.settled.emit()

    def _take(self) -> None:
        taken = self.popup.choice()
        if taken is None:
            return
        self.put(taken)
        self._ask()
