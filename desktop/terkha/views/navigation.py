# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The pages at the left of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from terkha.views.pages import PAGES, PageSpec, navigation_of
from terkha.views.parts import button, part, rule
from terkha.views.scrolling import Scrolling
from terkha.views.ways import Ways, follow

if TYPE_CHECKING:
    from terkha.context import Context

_WIDE = 148
_NARROW = 48
_MARGIN, _ICON_MARGIN = 8, 3


class Navigation(QFrame):
    """One button a page; a strip of icons where the window is narrow."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        part(self, "navigation")
        self.setAccessibleName(self.tr("Pages"))
        self._column = layout = QVBoxLayout()
        layout.setSpacing(2)
        self._buttons: dict[str, QPushButton] = {}
        group = 1
        for page in (page for page in PAGES if page.group):
            if page.group == 2 and group == 1:
                layout.addSpacing(8)
                layout.addWidget(rule())
                layout.addSpacing(8)
            if page.group == 3:
                layout.addStretch(1)
            group = page.group
            layout.addWidget(self._button(page))
        # On a low screen, or with large text, there is no room for all of them.
        self._area = Scrolling(layout, "pages")
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._area)
        self._narrow = False

    def set_narrow(self, *, narrow: bool) -> None:
        """Show icons alone, with the labels as tooltips, or icons and labels."""
        self._narrow = narrow
        # Icons alone leave room for the bar that they are scrolled by.
        side = _ICON_MARGIN if narrow else _MARGIN
        self._column.setContentsMargins(side, 12, side, 12)
        fonts = self._context.look.fonts
        self.setFixedWidth(fonts.px(_NARROW) if narrow else max(_WIDE, fonts.px(_WIDE)))
        for page in (page for page in PAGES if page.group):
            label = QCoreApplication.translate("Pages", page.label)
            self._buttons[page.id].setText("" if narrow else f"  {label}")

    def mark(self, link: str) -> None:
        """Mark the page that ``link`` belongs to."""
        current = navigation_of(link)
        for name, entry in self._buttons.items():
            entry.setChecked(name == current)
        self.restyle()
        if current in self._buttons:
            self._area.ensureWidgetVisible(self._buttons[current], 0)

    def restyle(self) -> None:
        """Paint the icons again in the colours of the look."""
        look = self._context.look
        for page in (page for page in PAGES if page.group):
            entry = self._buttons[page.id]
            token = "accent" if entry.isChecked() else "ink2"
            entry.setIcon(look.icons.icon(page.icon, token))
            entry.setIconSize(QSize(look.fonts.px(17), look.fonts.px(17)))
        self.set_narrow(narrow=self._narrow)

    def _open(self, link: str) -> None:
        follow(self._context.state, link)
        # The page in front stays marked where the link was opened elsewhere.
        self.mark(self._context.state.link)

    def _button(self, page: PageSpec) -> QPushButton:
        label = QCoreApplication.translate("Pages", page.label)
        made = button("", "nav", hint=label)
        made.setCheckable(True)
        made.setAutoExclusive(False)
        link = f"page/{page.id}"
        made.clicked.connect(lambda: self._open(link))
        Ways(self._context, made, lambda _: link)
        self._buttons[page.id] = made
        return made
