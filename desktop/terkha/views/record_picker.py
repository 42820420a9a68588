# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A field in which a record is chosen by any of its names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from terkha.models.roles import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from terkha.context import Context

_MOST = 8
_WIDTH = 240


class RecordPicker(QLineEdit):
    """Finds records of some kinds while one types; Enter takes the chosen or the first."""

    picked = Signal(str)
    """Permanent id of the record chosen."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._kinds: Sequence[str] = ()
        self._found = QStandardItemModel(self)
        completer = QCompleter(self._found, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(_MOST)
        self.setCompleter(completer)
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(_WIDTH)
        self.textEdited.connect(self._find)
        completer.activated.connect(self._take_named)

    def look_for(self, kinds: Sequence[str]) -> None:
        """Find records of these kinds from now on."""
        self._kinds = kinds

    def type_name(self, text: str) -> None:
        """Type a name, as a reader would."""
        self.setText(text)
        self._find(text)

    def found(self) -> list[str]:
        """Return the ids of the records that are offered."""
        rows = range(self._found.rowCount())
        return [self._found.item(row).data(Role.RECORD_ID) for row in rows]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the first record found with Enter; leave all else to the field."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._found.rowCount():
                self._take(0)
            return
        super().keyPressEvent(event)

    def _find(self, text: str) -> None:
        hits = self._context.catalogue.search(text, kinds=self._kinds, limit=_MOST) if text else []
        self._found.clear()
        for hit in hits:
            words = hit.title if hit.matched in ("", hit.title) else f"{hit.title}  ({hit.matched})"
            item = QStandardItem(words)
            item.setData(hit.id, Role.RECORD_ID)
            self._found.appendRow(item)

    def _take_named(self, words: str) -> None:
        for item in self._found.findItems(words)[:1]:
            self._take(item.row())

    def _take(self, row: int) -> None:
        record_id = str(self._found.item(row).data(Role.RECORD_ID))
        # The completer writes its own text into the field after this.
        QTimer.singleShot(0, self, self.clear)
        self.picked.emit(record_id)
