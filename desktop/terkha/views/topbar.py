# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The bar at the top: name, back and forward, search, tray and menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QToolButton,
    QWidget,
)

from terkha.actions import MENUS
from terkha.look.scripts import Script
from terkha.views.parts import label, part
from terkha.views.search_box import SearchBox

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QAction

    from terkha.context import Context


class TopBar(QFrame):
    """Stays in place on every page."""

    tray_requested = Signal()

    def __init__(
        self, context: Context, actions: Mapping[str, QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._actions = actions
        part(self, "top-bar")
        self.search = SearchBox(context, self)
        self._name = label("Terkha", "page-title")
        self._tibetan = QLabel("གཏེར་ཁ")
        self._back = self._tool("back", "arrow-left")
        self._forward = self._tool("forward", "arrow-right")
        self._tray = QToolButton(self)
        self._tray.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._tray.clicked.connect(self.tray_requested)
        self._menu = QToolButton(self)
        self._menu.setAccessibleName(self.tr("Menu"))
        self._menu.setToolTip(self.tr("Menu"))
        self._menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu.setMenu(self._main_menu())
        self._lay_out()
        self.restyle()
        self.show_tray()
        context.state.library_changed.connect(self.show_tray)

    def show_tray(self) -> None:
        """Tell how many works lie in the tray."""
        count = self._context.library.tray.count()
        self._tray.setText(self.tr("Tray %n", "", count))
        self._tray.setToolTip(self.tr("Citation tray: %n work(s) put aside to be cited", "", count))
        self._tray.setAccessibleName(self._tray.toolTip())

    def restyle(self) -> None:
        """Paint icons and name again in the colours of the look."""
        look = self._context.look
        self._tibetan.setFont(look.fonts.script("body", Script.TIBETAN))
        for button, icon in (
            (self._back, "arrow-left"),
            (self._forward, "arrow-right"),
            (self._tray, "layers"),
            (self._menu, "menu"),
        ):
            button.setIcon(look.icons.icon(icon, "ink2"))
            button.setIconSize(QSize(look.fonts.px(17), look.fonts.px(17)))
        self.search.restyle()
        self.setFixedHeight(look.fonts.px(52))

    def _tool(self, action: str, icon: str) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(self._actions[action])
        button.setIcon(self._context.look.icons.icon(icon, "ink2"))
        return button

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.setSpacing(8)
        left = QHBoxLayout()
        left.setSpacing(8)
        left.addWidget(self._name)
        left.addWidget(self._tibetan)
        left.addSpacing(20)
        left.addWidget(self._back)
        left.addWidget(self._forward)
        left.addStretch(1)
        right = QHBoxLayout()
        right.setSpacing(8)
        right.addStretch(1)
        right.addWidget(self._tray)
        right.addWidget(self._menu)
        layout.addLayout(left, 1)
        layout.addWidget(self.search, 2)
        layout.addLayout(right, 1)

    def _main_menu(self) -> QMenu:
        from terkha.actions import ACTIONS

        menu = QMenu(self)
        for title in MENUS:
            part = menu.addMenu(QCoreApplication.translate("Actions", title))
            for action in ACTIONS:
                if action.menu == title:
                    part.addAction(self._actions[action.id])
        return menu
