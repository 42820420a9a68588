# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Find on a page: a line above it that counts the places and goes from one to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QToolButton, QWidget

from terkha.views.parts import label, part

if TYPE_CHECKING:
    from terkha.look import Look
    from terkha.views.sought import Sought


class FindBar(QFrame):
    """Hidden until asked for; Escape hides it and gives the keyboard back to the page."""

    def __init__(self, look: Look, sought: Sought, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._sought = sought
        self._found = 0
        self._at = -1
        part(self, "page-bar")
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Find on this page"))
        self.field.setAccessibleName(self.tr("Find on this page"))
        self.field.setClearButtonEnabled(True)
        self._count = label("", "caption", "ink3")
        self._previous = self._tool(self.tr("Previous place"), lambda: self.go(-1))
        self._next = self._tool(self.tr("Next place"), lambda: self.go(+1))
        self._close = self._tool(self.tr("Close"), self.leave)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 4, 16, 4)
        layout.addWidget(self.field)
        for widget in (self._previous, self._next, self._count):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(self._close)
        self.field.textChanged.connect(self._search)
        self.field.returnPressed.connect(lambda: self.go(+1))
        self.restyle()
        self.hide()

    def begin(self) -> None:
        """Show the line with what is selected on the page, or with the last words."""
        chosen = self._sought.selected_words()
        if chosen:
            self.field.setText(chosen)
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._search()

    def leave(self) -> None:
        """Hide the line and its marks."""
        self.hide()
        self._sought.unmark()
        self._sought.widget.setFocus()

    def go(self, step: int) -> None:
        """Go to the next (+1) or previous (-1) place, around the ends of the page."""
        if self._found:
            self._at = (self._at + step) % self._found
            self._show()

    def again(self, step: int) -> None:
        """Go to the next or previous place, or begin where nothing is searched for yet."""
        if not self.isHidden() and self._found:
            self.go(step)
        elif self.field.text().strip():
            self.show()
            self._search()
        else:
            self.begin()

    def places(self) -> int:
        """Return how many places were found."""
        return self._found

    def words(self) -> str:
        """Return what the line says about the places found."""
        return self._count.text()

    def refresh(self) -> None:
        """Search again, since the page is another one now."""
        if self.isVisible():
            self._search()

    def restyle(self) -> None:
        """Take icons and width from the look as it is now."""
        self.field.setFixedWidth(self._look.fonts.px(280))
        for tool, name in (
            (self._previous, "chevron-up"),
            (self._next, "chevron-down"),
            (self._close, "x"),
        ):
            tool.setIcon(self._look.icons.icon(name))
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)

    def _tool(self, hint: str, run: object) -> QToolButton:
        tool = QToolButton(self)
        tool.setToolTip(hint)
        tool.setAccessibleName(hint)
        tool.clicked.connect(run)
        return tool

    def _search(self) -> None:
        self._found = self._sought.find(self.field.text())
        self._at = 0 if self._found else -1
        self._show()

    def _show(self) -> None:
        if not self.field.text().strip():
            self._count.setText("")
        elif self._found:
            words = self.tr("%(place)s of %(places)s")
            self._count.setText(words % {"place": self._at + 1, "places": self._found})
        else:
            self._count.setText(self.tr("not on this page"))
        self._sought.show_place(self._at)
