# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Small parts of pages, dressed by the style sheet through their properties."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QWidget,
)

from terkha.views.giving import GivingButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QAbstractScrollArea

    from terkha.look import Look

AnyWidget = TypeVar("AnyWidget", bound=QWidget)


def part(widget: AnyWidget, name: str) -> AnyWidget:
    """Make a widget a region of the window as the style sheet knows it (``page-bar``, ``card``)."""
    widget.setProperty("part", name)
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return widget


def label(text: str = "", role: str = "body", tone: str = "ink", *, wrap: bool = False) -> QLabel:
    """Return text in a role of the type table and a tone of the theme."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    set_role(made, role, tone)
    if wrap:
        made.setWordWrap(True)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    return made


def lead(text: str = "", tone: str = "ink") -> QLabel:
    """Return the text at the head of a dialog, which needs no more height than its width asks."""
    made = label(text, "body", tone, wrap=True)
    # Else it asks for the height of a much narrower text, which a low screen does not have.
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return made


class Elided(QLabel):
    """One line of text that ends in … where there is no room, and tells the whole in a tooltip."""

    def __init__(self, role: str, tone: str = "ink") -> None:
        super().__init__()
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        set_role(self, role, tone)

    def setText(self, text: str) -> None:
        """Show a text."""
        self._whole = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        """Return the room of the whole text."""
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 2, self._height())

    def minimumSizeHint(self) -> QSize:
        """Return the room of a few letters."""
        few = self.fontMetrics().averageCharWidth() * 8
        return QSize(min(few, self.sizeHint().width()), self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _height(self) -> int:
        return super().sizeHint().height()

    def _fit(self) -> None:
        right = Qt.TextElideMode.ElideRight
        shown = self.fontMetrics().elidedText(self._whole, right, self.width())
        super().setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")


def set_role(made: QLabel, role: str, tone: str = "ink") -> None:
    """Give a label its role in the type table and its tone."""
    made.setProperty("role", role)
    made.setProperty("tone", tone)


def button(text: str, kind: str = "", *, hint: str = "") -> QPushButton:
    """Return a button of a kind the style sheet knows (``primary``, ``quiet``, ``link``)."""
    made = GivingButton(text)
    if kind:
        made.setProperty("kind", kind)
    if hint:
        made.setToolTip(hint)
    return made


def rule() -> QFrame:
    """Return a hairline."""
    return part(QFrame(), "rule")


def icons(look: Look, *pairs: tuple[QPushButton, str]) -> None:
    """Paint the icons of buttons in the colours of the look as it is now."""
    for made, name in pairs:
        tone = "accent_on" if made.property("kind") == "primary" else "ink2"
        made.setIcon(look.icons.icon(name, tone))


def upright() -> QFrame:
    """Return an upright hairline between two panes."""
    edge = part(QFrame(), "edge")
    edge.setFixedWidth(1)
    return edge


def twin_key(page: QWidget, switch: Callable[[], None]) -> None:
    """Let Ctrl+Shift+T change between a picture and its table, all over a page."""
    key = QShortcut(QKeySequence("Ctrl+Shift+T"), page)
    key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    key.activated.connect(switch)


def upright_only(area: QScrollArea) -> None:
    """Let a page scroll up and down alone; the keyboard goes through what is inside."""
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)


def viewport_of(area: QAbstractScrollArea) -> QWidget:
    """Return what scrolls in an area.

    The first ``viewport()`` of a process would have Qt for Python load all its widgets, to see
    which of them it is; found by its name, it is known to be a plain one.
    """
    found = area.findChild(
        QWidget, "qt_scrollarea_viewport", Qt.FindChildOption.FindDirectChildrenOnly
    )
    return found if isinstance(found, QWidget) else area.viewport()
