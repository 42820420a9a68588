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
from terkha.views.parts import button, label, part
from terkha.views.past_menus import RecentMenu, TrailMenu, hold_for
from terkha.views.search_box import SearchBox
from terkha_db.lens import in_short, in_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QAction, QResizeEvent

    from terkha.context import Context
    from terkha.views.lens_chooser import LensChooser

_TIGHT = 1000


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
        hold_for(self._back, TrailMenu(context, self, ahead=False))
        hold_for(self._forward, TrailMenu(context, self, ahead=True))
        self._recent = RecentMenu(context, self)
        self._chooser: LensChooser | None = None
        self._is_tight = False
        self._lens = button("", "quiet")
        self._lens.clicked.connect(self.choose_lens)
        self._tray = QToolButton(self)
        self._tray.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._tray.clicked.connect(self.tray_requested)
        self._menu = QToolButton(self)
        self._menu.setAccessibleName(self.tr("Menu"))
        self._menu.setToolTip(self.tr("Menu"))
        self._menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu.setMenu(self._main_menu())
        self._lay_out()
        self.show_tray()
        self.show_lens()
        context.state.library_changed.connect(self.show_tray)
        context.state.lens_changed.connect(self.show_lens)

    def show_tray(self) -> None:
        """Tell how many works lie in the tray."""
        count = self._context.library.tray.count()
        self._tray.setText(f"{count:,}" if self._is_tight else self.tr("Tray %n", "", count))
        self._tray.setToolTip(self.tr("Citation tray: %n work(s) put aside to be cited", "", count))
        self._tray.setAccessibleName(self._tray.toolTip())

    def show_lens(self) -> None:
        """Tell whose works count: everybody's, or those inside the lens."""
        lens = self._context.catalogue.lens
        words = self.tr("Lens: %s") % in_short(lens) if lens.is_on else self.tr("All claimants")
        hint = self.tr("Lens: %s. Choose whose works count (Ctrl+L)") % in_words(lens)
        self._lens.setText("" if self._is_tight and not lens.is_on else words)
        self._lens.setToolTip(hint)
        self._lens.setAccessibleName(words)
        self._lens.setProperty("kind", "lens" if lens.is_on else "quiet")
        self._lens.style().polish(self._lens)
        tone = "lens" if lens.is_on else "ink2"
        self._lens.setIcon(self._context.look.icons.icon("glasses", tone))

    def choose_lens(self) -> None:
        """Let the reader choose whose works count; a second time puts the chooser away."""
        from terkha.views.lens_chooser import LensChooser

        if self._chooser is None:
            self._chooser = LensChooser(self._context, self.window())
        self._chooser.open_below(self._lens)

    def show_recent(self) -> None:
        """List what was viewed lately, below the way back."""
        self._recent.popup(self._back.mapToGlobal(self._back.rect().bottomLeft()))

    def put_away(self) -> None:
        """Close what stands open below the bar."""
        self.search.put_away()
        if self._chooser is not None and self._chooser.isVisible():
            self._chooser.put_away()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave words to the tooltips where there is no room for them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        tight = self.width() < self._context.look.fonts.px(_TIGHT)
        if tight != self._is_tight:
            self._is_tight = tight
            self.show_tray()
            self.show_lens()

    def restyle(self) -> None:
        """Paint icons and name again in the colours of the look."""
        look = self._context.look
        self._tibetan.setFont(look.fonts.script("body", Script.TIBETAN))
        for tool, icon in (
            (self._back, "arrow-left"),
            (self._forward, "arrow-right"),
            (self._tray, "layers"),
            (self._menu, "menu"),
        ):
            tool.setIcon(look.icons.icon(icon, "ink2"))
            tool.setIconSize(QSize(look.fonts.px(17), look.fonts.px(17)))
        self._fit()
        self.show_lens()
        self.search.restyle()
        self.setFixedHeight(look.fonts.px(52))

    def _tool(self, action: str, icon: str) -> QToolButton:
        tool = QToolButton(self)
        tool.setDefaultAction(self._actions[action])
        tool.setIcon(self._context.look.icons.icon(icon, "ink2"))
        return tool

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
        right.addWidget(self._lens)
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
