# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The pages at the left of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout, QWidget

from terkha.views.pages import PAGES, PageSpec, navigation_of

if TYPE_CHECKING:
    from terkha.context import Context

_WIDE = 148
_NARROW = 48


class Navigation(QFrame):
    """One button a page; a strip of icons where the window is narrow."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setObjectName("navigation")
        self.setAccessibleName(self.tr("Pages"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 12, 8, 12)
        layout.setSpacing(2)
        self._buttons: dict[str, QToolButton] = {}
        group = 1
        for page in (page for page in PAGES if page.group):
            if page.group == 2 and group == 1:
                layout.addSpacing(8)
                layout.addWidget(_line())
                layout.addSpacing(8)
            if page.group == 3:
                layout.addStretch(1)
            group = page.group
            layout.addWidget(self._button(page))
        self.set_narrow(narrow=False)
        self.restyle()

    def set_narrow(self, *, narrow: bool) -> None:
        """Show icons alone, with the labels as tooltips, or icons and labels."""
        self.setFixedWidth(_NARROW if narrow else self._wide())
        style = (
            Qt.ToolButtonStyle.ToolButtonIconOnly
            if narrow
            else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        )
        for button in self._buttons.values():
            button.setToolButtonStyle(style)

    def mark(self, link: str) -> None:
        """Mark the page that ``link`` belongs to."""
        current = navigation_of(link)
        for name, button in self._buttons.items():
            button.setChecked(name == current)
        self.restyle()

    def restyle(self) -> None:
        """Paint the icons again in the colours of the look."""
        look = self._context.look
        for page in (page for page in PAGES if page.group):
            button = self._buttons[page.id]
            token = "accent" if button.isChecked() else "ink2"
            button.setIcon(look.icon(page.icon, token, 17))
            button.setFont(look.font("body_strong" if button.isChecked() else "body"))

    def _wide(self) -> int:
        return round(_WIDE * max(1.0, self._context.look.scale))

    def _button(self, page: PageSpec) -> QToolButton:
        label = QCoreApplication.translate("Pages", page.label)
        button = QToolButton(self)
        button.setObjectName("navigationButton")
        button.setText("  " + label)
        button.setToolTip(label)
        button.setAccessibleName(label)
        button.setCheckable(True)
        button.setIconSize(QSize(17, 17))
        button.setSizePolicy(button.sizePolicy().Policy.Expanding, button.sizePolicy().Policy.Fixed)
        button.setMinimumHeight(32)
        button.clicked.connect(lambda: self._context.state.open(f"page/{page.id}"))
        self._buttons[page.id] = button
        return button


def _line() -> QFrame:
    line = QFrame()
    line.setObjectName("hairline")
    line.setFixedHeight(1)
    return line
