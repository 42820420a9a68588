# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""All actions in one list, found by typing a part of their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from terkha.actions import ACTIONS

if TYPE_CHECKING:
    from collections.abc import Mapping


class Palette(QDialog):
    """Opens over the window; Enter does what is chosen."""

    def __init__(self, parent: QWidget, actions: Mapping[str, QAction]) -> None:
        super().__init__(parent)
        self._actions = actions
        self.setWindowTitle(self.tr("All actions"))
        self.resize(520, 440)
        self._field = QLineEdit(self)
        self._field.setPlaceholderText(self.tr("What would you like to do?"))
        self._field.setAccessibleName(self.tr("Find an action"))
        self._list = QListWidget(self)
        self._list.setAccessibleName(self.tr("Actions"))
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.addWidget(self._field)
        layout.addWidget(self._list, 1)
        self._field.textChanged.connect(self.fill)
        self._list.itemActivated.connect(self._do)
        self.fill("")

    def fill(self, text: str) -> None:
        """List the actions whose names hold all words of ``text``."""
        self._list.clear()
        words = text.casefold().split()
        for action in ACTIONS:
            qt_action = self._actions[action.id]
            menu = QCoreApplication.translate("Actions", action.menu)
            name = f"{menu}: {qt_action.text()}"
            if action.id == "palette" or not all(word in name.casefold() for word in words):
                continue
            key = qt_action.shortcut().toString()
            item = QListWidgetItem(qt_action.icon(), f"{name}    {key}".rstrip(), self._list)
            item.setData(Qt.ItemDataRole.UserRole, action.id)
            if not qt_action.isEnabled():
                item.setFlags(Qt.ItemFlag.NoItemFlags)
        self._list.setCurrentRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let arrows move in the list and Enter choose, wherever the cursor is."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            row = max(0, min(self._list.count() - 1, self._list.currentRow() + step))
            self._list.setCurrentRow(row)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._list.currentItem():
            self._do(self._list.currentItem())
        else:
            super().keyPressEvent(event)

    def _do(self, item: QListWidgetItem) -> None:
        action = self._actions[item.data(Qt.ItemDataRole.UserRole)]
        if action.isEnabled():
            self.accept()
            action.trigger()
