# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The page of the reader's own tables: one of them at a time, or why there is none to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from terkha.views.collection_table import CollectionTable
from terkha.views.messages import ask, tell
from terkha.views.page import Page
from terkha.views.parts import button, icons, label
from terkha_db.errors import KnownError
from terkha_db.imported.info import Info, read_info
from terkha_db.imported.shelf import Shelf

if TYPE_CHECKING:
    from terkha.context import Context
    from terkha.trail import Place

_ABSENT_WIDTH = 460


class CollectionPage(Page):
    """``collection/slug``: a collection, opened when a link leads to it."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.shown: CollectionTable | None = None
        self.absent = label("", "body", "ink2", wrap=True)
        """Says why no collection is shown."""
        self._file_then: tuple[int, int] = (0, 0)
        self._icon = label()
        self._library = button(self.tr("Go to the library"))
        self._stack = QStackedWidget(self)
        self._lay_out()
        self._library.clicked.connect(lambda: self.context.state.open("page/library"))
        context.state.library_changed.connect(self._reload)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(lambda: self._close(""))
        self.restyle()

    # What the window asks

    def show_link(self, link: str) -> None:
        """Open the collection that ``link`` names, if it is not open, narrowed as it asks."""
        head, _, rest = link.partition("?")[0].partition("/")
        slug = rest.partition("/")[0] if head == "collection" else ""
        try:
            self._take_up(self._find(slug) if slug else None)
        except KnownError as error:
            self._close(str(error))
        if self.shown is not None:
            self.shown.show_link(link)

    def place(self) -> Place:
        """Return which row is shown."""
        return self.shown.place() if self.shown is not None else {}

    def restore(self, place: Place) -> None:
        """Choose that row again."""
        if self.shown is not None:
            self.shown.restore(place)

    def begin_find(self) -> None:
        """Put the cursor into the filter."""
        if self.shown is not None:
            self.shown.begin_find()

    def begin_filtering(self) -> None:
        """Put the keyboard into the facets."""
        if self.shown is not None:
            self.shown.begin_filtering()

    def export(self) -> None:
        """Write the rows and columns shown to a file of the reader's choice."""
        if self.shown is not None:
            self.shown.export()

    def lens_note(self) -> str:
        """Say that a table of the reader's own rests on no works."""
        return self.tr("This table is your own and rests on no works: it stays as it is.")

    def status(self) -> str:
        """Say which row is current and what the table is sorted by."""
        return self.shown.status() if self.shown is not None else ""

    def take_focus(self) -> None:
        """Put the keyboard into the table."""
        (self.shown or self._library).setFocus()
        if self.shown is not None:
            self.shown.take_focus()

    def panes(self) -> list[QWidget]:
        """Return the panes of the table."""
        return self.shown.panes() if self.shown is not None else [self._library]

    def restyle(self) -> None:
        """Take the icons from the look."""
        look = self.context.look
        icons(look, (self._library, "library"))
        self._icon.setPixmap(look.icons.pixmap("table", "ink3", 40, self.devicePixelRatioF()))

    def remove(self) -> None:
        """Take the collection away, if the reader is sure; the file it came from stays."""
        if self.shown is None:
            return
        info = self.shown.info
        question = self.tr(
            "Remove your collection “%(name)s” with its %(sites)s rows? It can only be "
            "brought back by importing %(file)s again."
        ) % {"name": info.name, "sites": f"{info.sites:,}", "file": info.source}
        if not ask(self, question, self.tr("Remove")):
            return
        self._close("")
        try:
            Shelf(self.context.paths.collections).remove(info.slug)
        except KnownError as error:
            tell(self, str(error))
        state = self.context.state
        state.library_changed.emit()
        state.say(self.tr("Removed %s") % info.name)
        state.open("page/library")

    # Within

    def _find(self, slug: str) -> Info:
        """Return a collection; one that is damaged is told from one that is not there."""
        shelf = Shelf(self.context.paths.collections)
        file = next((file for file in shelf.files() if file.stem == slug), None)
        return read_info(file) if file is not None else shelf.find(slug)

    def _take_up(self, info: Info | None) -> None:
        """Show a collection; one that is shown already, and is the same file, stays as it is."""
        if info is None:
            self._close(self.tr("None of your collections is chosen."))
            return
        found = info.target.file.stat()
        then = (found.st_mtime_ns, found.st_ino)
        if self.shown is not None and (self.shown.info, self._file_then) == (info, then):
            return
        self._close("")
        self._file_then = then
        self.shown = CollectionTable(self.context, info)
        self.shown.status_changed.connect(self.status_changed)
        self.shown.failed.connect(self._close)
        self.shown.remove_requested.connect(self.remove)
        self._stack.addWidget(self.shown)
        self._stack.setCurrentWidget(self.shown)

    def _close(self, why: str) -> None:
        """Let the collection go; ``why`` is told in its place."""
        shown, self.shown = self.shown, None
        if shown is not None:
            shown.close_file()
            self._stack.removeWidget(shown)
            shown.deleteLater()
        self.absent.setText(why)

    def _reload(self) -> None:
        """Show the collection anew if it was imported anew; else nothing changes."""
        before = self.shown
        if before is None:
            return
        try:
            self._take_up(self._find(before.info.slug))
        except KnownError as error:
            self._close(str(error))
        if self.shown is not None and self.shown is not before:
            self.shown.show_link(before.link_now())

    def _lay_out(self) -> None:
        nothing = QWidget()
        column = QVBoxLayout(nothing)
        column.setSpacing(8)
        column.addStretch(2)
        self.absent.setFixedWidth(_ABSENT_WIDTH)
        self.absent.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        what = label(self.tr("No table is open"), "section")
        for widget in (self._icon, what, self.absent, self._library):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self._stack.addWidget(nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
