# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The row of a reader's own table beside it, with everything that the table says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from terkha.pages import Document
from terkha.pages.own_row import build_own_row
from terkha.views.parts import button, icons, part
from terkha.views.record_view import RecordView
from terkha.views.text_ways import ways_of_text
from terkha_db.links import SCHEME

if TYPE_CHECKING:
    from terkha.context import Context
    from terkha_db.imported.collection import SiteRow
    from terkha_db.imported.info import Info

_WIDTH = 340


class OwnRow(QFrame):
    """Shows one row of a collection; empty before the first."""

    closed = Signal()
    """The reader wants the pane away."""

    def __init__(self, context: Context, info: Info, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._info = info
        self.number = 0
        """The number of the row shown; 0 before the first."""
        part(self, "pane")
        self.view = RecordView(context.look, None, self)
        self._link = button(self.tr("Copy link"))
        self._close = QToolButton(self)
        self._close.setToolTip(self.tr("Close this column"))
        self._close.setAccessibleName(self.tr("Close this column"))
        self._link.setEnabled(False)
        self._link.clicked.connect(self._copy_link)
        self._close.clicked.connect(self.closed)
        ways_of_text(context, self.view)
        self._lay_out()
        self.view.show_document(Document("", info.name, ""))

    def show_row(self, row: SiteRow) -> None:
        """Show a row."""
        self.number = int(row.id.rpartition("/")[2])
        self._link.setEnabled(True)
        self.view.show_document(build_own_row(row, self._info, QCoreApplication.translate))

    def restyle(self) -> None:
        """Take icons, fonts and width from the look as it is now."""
        look = self._context.look
        self.setMinimumWidth(look.fonts.px(_WIDTH) // 2)
        icons(look, (self._link, "link"))
        self._close.setIcon(look.icons.icon("x"))
        self.view.restyle()

    def _copy_link(self) -> None:
        link = f"{SCHEME}:collection/{self._info.slug}/{self.number}"
        QGuiApplication.clipboard().setText(link)
        self._context.state.say(self.tr("Copied %s") % link)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 0, 0)
        top.addWidget(self._link)
        top.addStretch(1)
        top.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 8, 8)
        layout.setSpacing(10)
        layout.addLayout(top)
        layout.addWidget(self.view, 1)
