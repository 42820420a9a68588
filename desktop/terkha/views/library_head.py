# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The head of the library page: which shelf is shown, words to search it, and what can be done."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QPushButton, QWidget

from terkha.views.parts import Elided, button, icons

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from terkha.look import Look
    from terkha.models.shelves import Sort

_FILTER = 170
_NARROW = 1000
_LOW = 800
ONE, SOME = range(1, 2), range(1, sys.maxsize)
"""How many entries must be chosen for an act."""


@dataclass(frozen=True, slots=True)
class Act:
    """A button of the head."""

    icon: str
    words: str
    do: Callable[[], None]
    chosen: range | None = None
    """How many entries must be chosen; None where it does not matter."""
    sorts: Sequence[Sort] = ()
    """On which shelves it is shown; on all where none is named."""
    with_some: str = ""
    """Its words where some entries are chosen, if they are others."""
    is_bare: bool = False
    """True for a button that never has room for its words: they are its tooltip."""


class LibraryHead(QWidget):
    """Title and count of a shelf, a field to search it, and a button for each act."""

    rename_wanted = Signal()

    def __init__(self, look: Look, acts: Sequence[Act]) -> None:
        super().__init__()
        self._look = look
        self._title = Elided("page-title")
        self._rename = button("", "quiet", hint=self.tr("Rename (F2)"))
        self._count = Elided("body", "ink3")
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(self.tr("Search"))
        self.filter.setAccessibleName(self.tr("Words in title, notes and tags"))
        self.filter.setClearButtonEnabled(True)
        self._some_chosen = self._is_narrow = False
        self._buttons = [(act, button("")) for act in acts]
        for act, made in self._buttons:
            made.clicked.connect(lambda _, act=act: act.do())
        self._rename.clicked.connect(self.rename_wanted)
        self._lay_out()

    @property
    def title(self) -> str:
        """The name of the shelf, whole."""
        return self._title.accessibleName()

    def button(self, icon: str) -> QPushButton:
        """Return the button of the act with an icon."""
        return next(made for act, made in self._buttons if act.icon == icon)

    def show_shelf(self, title: str, sort: Sort, *, own: bool) -> None:
        """Name the shelf, and show what can be done there; only what is the reader's is renamed."""
        self._title.setText(title)
        self._rename.setVisible(own)
        for act, made in self._buttons:
            made.setVisible(not act.sorts or sort in act.sorts)

    def tell(self, count: str, chosen: int) -> None:
        """Say what stands on the shelf; what is for chosen entries waits until they are."""
        self._count.setText(count)
        self._some_chosen = chosen > 0
        for act, made in self._buttons:
            made.setEnabled(act.chosen is None or chosen in act.chosen)
        self._name()

    def enable(self, icon: str, *, ready: bool) -> None:
        """Let the act with an icon be pressed, or not."""
        self.button(icon).setEnabled(ready)

    def restyle(self) -> None:
        """Take icons and measures from the look."""
        icons(self._look, (self._rename, "pencil"), *((b, act.icon) for act, b in self._buttons))
        self.filter.setMaximumWidth(self._look.fonts.px(_FILTER))
        self.filter.setMinimumWidth(self._look.fonts.px(_FILTER) // 3)

    def fit(self, room: int) -> None:
        """Go below each other, or without words, where the page that holds it is narrow."""
        px, way = self._look.fonts.px, QBoxLayout.Direction
        self._lines.setDirection(way.TopToBottom if room < px(_LOW) else way.LeftToRight)
        self._is_narrow = room < px(_NARROW)
        self._name()

    def _name(self) -> None:
        """Give each button its words, or only the tooltip where there is no room for words."""
        for act, made in self._buttons:
            words = act.with_some if act.with_some and self._some_chosen else act.words
            is_bare = act.is_bare or self._is_narrow
            made.setText("" if is_bare else words)
            made.setToolTip(words if is_bare else "")
            made.setAccessibleName(words)

    def _lay_out(self) -> None:
        self._lines = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        named, buttons = QHBoxLayout(), QHBoxLayout()
        for widget in (self._title, self._rename, self._count):
            named.addWidget(widget)
        named.addStretch(1)
        named.addWidget(self.filter, 9)
        for _, made in self._buttons:
            buttons.addWidget(made)
        buttons.addStretch(0)
        for line in (self._lines, named, buttons):
            line.setSpacing(8)
        self._lines.addLayout(named, 1)
        self._lines.addLayout(buttons)
