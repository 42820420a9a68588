# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What a screen reader finds in a page: Qt shows it one long text, this its headings and tables."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QTextCursor, QWindow
from PySide6.QtWidgets import QAccessibleWidget

from terkha.views.page_outline import Piece, outline

if TYPE_CHECKING:
    from terkha.views.record_view import RecordView

_ROLES = {
    "heading": QAccessible.Role.Heading,
    "paragraph": QAccessible.Role.Paragraph,
    "table": QAccessible.Role.Table,
    "row": QAccessible.Role.Row,
    "cell": QAccessible.Role.Cell,
    "link": QAccessible.Role.Link,
}


@cache
def provide_for(kind: type) -> None:
    """Let widgets of this class be seen as pages from now on; once for the process."""

    def page_of(_class_name: str, widget: QObject) -> QAccessibleInterface | None:
        return widget.accessible_page() if isinstance(widget, kind) else None  # type: ignore[attr-defined]

    QAccessible.installFactory(page_of)


class AccessiblePage(QAccessibleWidget):
    """A page as a document with parts; they are made when first asked for."""

    def __init__(self, view: RecordView) -> None:
        super().__init__(view, QAccessible.Role.Document, view.accessibleName())
        self._view = view
        self._parts: list[_Part] | None = None
        view.document().contentsChanged.connect(self.forget)

    def childCount(self) -> int:
        """Return how many parts the page has."""
        return len(self._all())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return a part of the page."""
        parts = self._all()
        return parts[index] if 0 <= index < len(parts) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return the place of a part, -1 for what is none."""
        parts = self._all()
        return parts.index(child) if child in parts else -1

    def text(self, kind: QAccessible.Text) -> str:
        """Return name and description as the view has them now."""
        if kind == QAccessible.Text.Name:
            return self._view.accessibleName()
        if kind == QAccessible.Text.Description:
            return self._view.accessibleDescription()
        return ""

    def forget(self) -> None:
        """Let go of the parts: the text is another one."""
        for part in self._parts or ():
            part.let_go()
        self._parts = None

    def _all(self) -> list[_Part]:
        if self._parts is None:
            self._view.complete()
            pieces = outline(self._view.document(), self._view.link_words)
            self._parts = [_Part(self._view, self, piece) for piece in pieces]
        return self._parts


class _Part(QAccessibleInterface):
    """One heading, paragraph, table, row, cell or link."""

    def __init__(self, view: RecordView, parent: QAccessibleInterface, piece: Piece) -> None:
        super().__init__()
        self._view = view
        self._above = parent
        self._piece = piece
        self._inside = [_Part(view, self, inner) for inner in piece.pieces]

    def let_go(self) -> None:
        """Leave Qt's register, which would else keep what is no more."""
        for part in self._inside:
            part.let_go()
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(self))

    def isValid(self) -> bool:
        """Tell that the part is there; a page that changes lets go of its parts."""
        return True

    def object(self) -> None:  # type: ignore[override]
        """Return nothing: a part of a text is no object of its own."""

    def window(self) -> QWindow | None:  # type: ignore[override]
        """Return the window that the page stands in."""
        return self._view.window().windowHandle()

    def parent(self) -> QAccessibleInterface:
        """Return the page, or the part that this one is in."""
        return self._above

    def childCount(self) -> int:
        """Return how many parts are inside."""
        return len(self._inside)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return a part inside."""
        return self._inside[index] if 0 <= index < len(self._inside) else None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return the part inside that lies at a point of the screen."""
        return next((part for part in self._inside if part.rect().contains(x, y)), None)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return the place of a part inside, -1 for what is none."""
        return self._inside.index(child) if child in self._inside else -1

    def role(self) -> QAccessible.Role:
        """Return what it is."""
        return _ROLES[self._piece.role]

    def state(self) -> QAccessible.State:
        """Return that it can be read, and whether it can be seen."""
        state = QAccessible.State()
        state.readOnly = True
        state.focusable = self._piece.role == "link"
        state.offscreen = not self._view.viewport().rect().intersects(self._here())
        return state

    def rect(self) -> QRect:
        """Return where on the screen its first line is."""
        here = self._here()
        here.moveTopLeft(self._view.viewport().mapToGlobal(here.topLeft()))
        return here

    def text(self, kind: QAccessible.Text) -> str:
        """Return its words; of a heading the level too."""
        if kind == QAccessible.Text.Name:
            return self._piece.text
        if kind == QAccessible.Text.Description and self._piece.level:
            return QCoreApplication.translate("Pages", "Heading, level %d") % self._piece.level
        return ""

    def setText(self, _kind: QAccessible.Text, _words: str) -> None:
        """Leave the words as they are: a page is read, not written."""

    def _here(self) -> QRect:
        cursor = QTextCursor(self._view.document())
        cursor.setPosition(self._piece.place)
        line = self._view.cursorRect(cursor)
        line.setRight(max(line.right(), self._view.viewport().width()))
        return line
