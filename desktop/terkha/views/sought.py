# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What the find line searches: the text of a page, or the rows of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QAbstractItemView, QTextEdit, QWidget

if TYPE_CHECKING:
    from terkha.look import Look
    from terkha.views.record_view import RecordView


class Sought(Protocol):
    """A widget in which words are found, place by place."""

    @property
    def widget(self) -> QWidget:
        """The widget that gets the keyboard back."""

    def selected_words(self) -> str:
        """Return words that are selected in it, to begin with."""

    def find(self, words: str) -> int:
        """Find words and return in how many places they stand."""

    def show_place(self, number: int) -> None:
        """Mark all places and go to one; -1 where there is none."""

    def unmark(self) -> None:
        """Take the marks away."""


class SoughtText:
    """The text of a page: every place is marked, the present one more strongly."""

    def __init__(self, look: Look, view: RecordView) -> None:
        self._look = look
        self._view = view
        self._found: list[QTextCursor] = []

    @property
    def widget(self) -> QWidget:
        """The text."""
        return self._view

    def selected_words(self) -> str:
        """Return what is selected in the text, if it stands in one block."""
        chosen = self._view.textCursor().selectedText()
        return "" if "\u2029" in chosen else chosen

    def find(self, words: str) -> int:
        """Find words in the whole text."""
        self._found = []
        self._view.complete()
        document = self._view.document()
        cursor = document.find(words, 0) if words.strip() else QTextCursor()
        while not cursor.isNull():
            self._found.append(cursor)
            cursor = document.find(words, cursor, QTextDocument.FindFlag(0))
        return len(self._found)

    def show_place(self, number: int) -> None:
        """Mark the places and scroll to one."""
        self._view.setExtraSelections([self._mark(n, number) for n in range(len(self._found))])
        if number >= 0:
            here = QTextCursor(self._found[number])
            here.clearSelection()
            self._view.setTextCursor(here)
            self._view.ensureCursorVisible()

    def unmark(self) -> None:
        """Take the marks away."""
        self._view.setExtraSelections([])

    def _mark(self, number: int, current: int) -> QTextEdit.ExtraSelection:
        theme = self._look.theme
        looks = QTextCharFormat()
        looks.setBackground(QColor(theme.accent if number == current else theme.hit))
        looks.setForeground(QColor(theme.accent_on if number == current else theme.ink))
        selection = QTextEdit.ExtraSelection()
        selection.cursor = self._found[number]
        selection.format = looks
        return selection


class SoughtRows:
    """The rows of a list, by all that is said of them; the present one is selected."""

    def __init__(self, view: QAbstractItemView) -> None:
        self._view = view
        self._found: list[QModelIndex] = []

    @property
    def widget(self) -> QWidget:
        """The list."""
        return self._view

    def selected_words(self) -> str:
        """Return nothing: rows are selected, not words."""
        return ""

    def find(self, words: str) -> int:
        """Find words in what each row shows or says to a screen reader."""
        wanted = words.strip().casefold()
        model = self._view.model()
        rows = [model.index(row, 0) for row in range(model.rowCount())] if wanted else []
        self._found = [
            index
            for index in rows
            if index.flags() & Qt.ItemFlag.ItemIsSelectable and wanted in _said(index)
        ]
        return len(self._found)

    def show_place(self, number: int) -> None:
        """Select a row and scroll to it."""
        if number >= 0:
            self._view.setCurrentIndex(self._found[number])

    def unmark(self) -> None:
        """Leave the row selected: it is what was sought."""


def _said(index: QModelIndex) -> str:
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
    return " ".join(str(index.data(role) or "") for role in roles).casefold()
