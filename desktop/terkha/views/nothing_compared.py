# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What the Compare page says while nothing is side by side: what it is for, and how to fill it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from terkha.views.parts import button, label

if TYPE_CHECKING:
    from terkha.context import Context

_ICON = 40
_WIDTH = 420


class NothingCompared(QFrame):
    """Lies in the place of a comparison and leads to tables in which records are chosen."""

    tables_requested = Signal(str)
    """Link of such a table."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = context.look
        self._icon = label()
        self._how = label(
            self.tr(
                "Choose two to four rows of a table and press Compare (Ctrl+Shift+M), press it on"
                " the page of a record, or type a name into the field above."
            ),
            "body",
            "ink2",
            wrap=True,
        )
        self._how.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        ways = QHBoxLayout()
        for words, link in (
            (self.tr("Choose mines"), "page/mines"),
            (self.tr("Choose minerals"), "page/minerals"),
        ):
            way = button(words)
            way.clicked.connect(lambda _=False, link=link: self.tables_requested.emit(link))
            ways.addWidget(way)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(2)
        centre = Qt.AlignmentFlag.AlignHCenter
        what = label(self.tr("Nothing is side by side here yet"), "section")
        for widget in (self._icon, what, self._how):
            column.addWidget(widget, 0, centre)
        column.addLayout(ways)
        column.setAlignment(ways, centre)
        column.addStretch(3)

    def restyle(self) -> None:
        """Take icon and measures from the look."""
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(self._look.icons.pixmap("columns-2", "ink3", _ICON, ratio))
        width = self._look.fonts.px(_WIDTH)
        self._how.setFixedSize(width, self._how.heightForWidth(width))
