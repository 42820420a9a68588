# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""How pages are left and taken up again: the words at the top, the rows chosen, the scrolling."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QPoint

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractScrollArea, QTextEdit

    from terkha.trail import Place

Value = TypeVar("Value")


def asked(place: Place, name: str, otherwise: Value) -> Value:
    """Return one value of a place, if it is there and of the kind that is expected."""
    value = place.get(name)
    return value if isinstance(value, type(otherwise)) else otherwise


def place_in_text(view: QTextEdit) -> dict[str, object]:
    """Return which letter stands at the top of a text, and how far from the edge.

    Unlike pixels this also leads back where the text is wider or larger by then.
    """
    if not view.verticalScrollBar().value():
        return {"letter": 0, "above": 0}
    top = view.cursorForPosition(QPoint(view.viewport().width() // 2, 0))
    return {"letter": top.position(), "above": view.cursorRect(top).top()}


def return_in_text(view: QTextEdit, place: Place) -> None:
    """Scroll a text to where :func:`place_in_text` found it."""
    from PySide6.QtGui import QTextCursor

    cursor = QTextCursor(view.document())
    letter = asked(place, "letter", 0)
    cursor.setPosition(max(0, min(letter, view.document().characterCount() - 1)))
    bar = view.verticalScrollBar()
    bar.setValue(0)
    if letter:
        bar.setValue(view.cursorRect(cursor).top() - asked(place, "above", 0))


def scrolled(area: QAbstractScrollArea) -> dict[str, object]:
    """Return how far a list, table or pane is scrolled."""
    return {
        "down": area.verticalScrollBar().value(),
        "right": area.horizontalScrollBar().value(),
    }


def scroll_again(area: QAbstractScrollArea, place: Place) -> None:
    """Scroll a list, table or pane as :func:`scrolled` found it."""
    area.verticalScrollBar().setValue(asked(place, "down", 0))
    area.horizontalScrollBar().setValue(asked(place, "right", 0))
