# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The bar over a record's page: the way back to its table, its id, and what one can do with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QWidget

from terkha.views.giving import fit
from terkha.views.pages import PAGE_BY_KIND
from terkha.views.parts import button, icons, label, part
from terkha_db.comparable import KINDS

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from terkha.context import Context

_HEIGHT = 44


class RecordBar(QFrame):
    """Belongs to one page and tells by signals which of its buttons was pressed."""

    up_requested = Signal()
    bookmark_requested = Signal()
    cite_requested = Signal()
    compare_requested = Signal()
    link_requested = Signal()
    text_requested = Signal()
    print_requested = Signal()
    pdf_requested = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._record_id = ""
        self._narrow = False
        part(self, "page-bar")
        self._up = button("", "quiet")
        self._id = label("", "caption", "ink3")
        self._id.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._bookmark = button(self.tr("Bookmark"))
        self._cite = button(self.tr("Cite page"))
        self._compare = button(self.tr("Compare"))
        self._compare.setToolTip(self.tr("Set this record beside others of its kind"))
        self._link = button(self.tr("Copy link"))
        self._text = button(self.tr("Copy as text"))
        self._print = button(self.tr("Print, PDF"))
        self._buttons = (
            self._bookmark,
            self._cite,
            self._compare,
            self._link,
            self._text,
            self._print,
        )
        self._lay_out()
        self._up.clicked.connect(self.up_requested)
        self._bookmark.clicked.connect(self.bookmark_requested)
        self._cite.clicked.connect(self.cite_requested)
        self._compare.clicked.connect(self.compare_requested)
        self._link.clicked.connect(self.link_requested)
        self._text.clicked.connect(self.text_requested)
        menu = QMenu(self._print)
        menu.addAction(self.tr("Print…"), self.print_requested.emit)
        menu.addAction(self.tr("Save as PDF…"), self.pdf_requested.emit)
        self._print.setMenu(menu)
        context.state.library_changed.connect(self._tell_bookmark)
        self.restyle()

    def show_record(self, record_id: str) -> None:
        """Name the record and the table it is in."""
        self._record_id = record_id
        spec = PAGE_BY_KIND.get(record_id.partition("/")[0])
        words = QCoreApplication.translate("Pages", spec.label) if spec else self.tr("Home")
        self._up.setText(words)
        self._id.setText(record_id)
        self._make_room()
        self._tell_bookmark()

    def bookmark_words(self) -> str:
        """Return what the bookmark button says."""
        return self._bookmark.text()

    def restyle(self) -> None:
        """Take icons and height from the look as it is now."""
        look = self._context.look
        self.setFixedHeight(look.fonts.px(_HEIGHT))
        icons(
            look,
            (self._up, "chevron-left"),
            (self._cite, "quote"),
            (self._compare, "columns-2"),
            (self._link, "link"),
            (self._text, "copy"),
            (self._print, "printer"),
        )
        self._tell_bookmark()

    def set_narrow(self, *, narrow: bool) -> None:
        """Leave out what the menu also has where there is no room."""
        self._narrow = narrow
        self._make_room()

    def _make_room(self) -> None:
        self._text.setVisible(not self._narrow)
        self._id.setVisible(not self._narrow)
        comparable = self._record_id.partition("/")[0] in KINDS
        self._compare.setVisible(comparable and not self._narrow)
        self._give_way()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave words of buttons to their tooltips where there is no room for them."""
        super().resizeEvent(event)
        self._give_way()

    def _give_way(self) -> None:
        line = self.layout()
        if line is not None:
            fit(line, self._buttons, self.width())

    def _tell_bookmark(self) -> None:
        kept = self._record_id in self._context.library.bookmarks.links()
        self._bookmark.setText(self.tr("Bookmarked") if kept else self.tr("Bookmark"))
        icons(self._context.look, (self._bookmark, "bookmark-check" if kept else "bookmark"))
        self._give_way()

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 16, 0)
        layout.setSpacing(6)
        layout.addWidget(self._up)
        layout.addWidget(self._id)
        layout.addStretch(1)
        for widget in self._buttons:
            layout.addWidget(widget)
