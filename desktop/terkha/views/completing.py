# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A field to type into in any script: keys are the input method's own while it composes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

if TYPE_CHECKING:
    from terkha_db.query.complete import Completion

_MEANT = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
)
"""Keys that choose among what the input method offers."""


class CompletingLine(QLineEdit):
    """A field that takes a completion with Tab, before Tab would leave it."""

    is_composing = False
    """True while letters are on the way to becoming characters."""

    def take_completion(self) -> bool:
        """Put the completion chosen in the place of what is typed; false where none is offered."""
        return False

    def put(self, completion: Completion) -> None:
        """Write a completion in the place of what was typed of it."""
        text = self.text()
        self.setText(text[: completion.start] + completion.insert + text[completion.end :])
        self.setCursorPosition(completion.start + len(completion.insert))

    def event(self, event: QEvent) -> bool:
        """Take a completion with Tab; leave keys alone that an input method waits for."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if self.is_composing and event.key() in _MEANT:
                event.accept()
                return True
            if event.key() == Qt.Key.Key_Tab and self.take_completion():
                return True
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Notice whether something is being composed; what is done with is typed text."""
        super().inputMethodEvent(event)
        self.is_composing = bool(event.preeditString())
