# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The page of one table of the reader's own, of any size, apart from the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from terkha.models.paged import PagedModel
from terkha.views.messages import ask, tell
from terkha.views.page import Page
from terkha.views.parts import button, icons, label, rule
from terkha.views.plain_cells import PlainTable
from terkha_db.errors import KnownError
from terkha_db.imported.collection import OWN_FIELDS
from terkha_db.imported.info import read_info
from terkha_db.imported.shelf import Shelf
from terkha_db.imported.view import ANY
from terkha_db.wording import format_date

if TYPE_CHECKING:
    from terkha.context import Context
    from terkha_db.imported.info import Info

_TYPING_MS = 150
_TITLE_WIDTH = 260
_WIDTH = 130


class CollectionPage(Page):
    """``collection/slug``: a collection's rows, sorted and filtered in a thread of their own."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.model: PagedModel | None = None
        self.table = PlainTable(self)
        self.words = QLineEdit(self)
        self.field = QComboBox(self)
        self._info: Info | None = None
        self._file_then: tuple[int, int] | None = None
        self._row = 0
        self._title = label("", "page-title")
        self._whose = label("", "body", "ink2")
        self._count = label("", "body", "ink3")
        self._absent = label("", "body", "ink2", wrap=True)
        self._library = button(self.tr("Go to the library"))
        self._remove = button(self.tr("Remove…"))
        self._stack = QStackedWidget(self)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._lay_out()
        self._connect()
        self.restyle()

    # What the window asks

    def show_link(self, link: str) -> None:
        """Open the collection that ``link`` names, if it is not open, at the row it names."""
        slug, _, row = link.partition("/")[2].partition("/")
        self._row = int(row) if row.isdecimal() else 0
        if link.partition("/")[0] != "collection":
            slug = ""
        try:
            self._take_up(self._find(slug) if slug else None)
        except KnownError as error:
            self._close(str(error))
        self._show_row()

    def begin_find(self) -> None:
        """Put the cursor into the filter."""
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()

    def begin_filtering(self) -> None:
        """Put the cursor into the filter, which is the only one here."""
        self.begin_find()

    def status(self) -> str:
        """Say where the table comes from."""
        if self._info is None:
            return ""
        words = self.tr("Imported from %(file)s on %(date)s; %(rejected)s rows did not fit")
        return words % {
            "file": self._info.source,
            "date": format_date(self._info.imported[:10]),
            "rejected": f"{self._info.rejected:,}",
        }

    def take_focus(self) -> None:
        """Put the keyboard into the table."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> list[QWidget]:
        """Return filter and table."""
        return [self.words, self.table]

    def restyle(self) -> None:
        """Take fonts, icons and row height from the look."""
        look = self.context.look
        icons(look, (self._remove, "trash-2"), (self._library, "library"))
        self.table.dress(look)

    def remove(self) -> None:
        """Take the collection away, if the reader is sure; the file it came from stays."""
        info = self._info
        if info is None:
            return
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
        if self.model is not None and (info, then) == (self._info, self._file_then):
            return
        self._close("")
        self._info, self._file_then = info, then
        self._title.setText(info.name)
        self._whose.setText(
            self.tr("Your collection %s, not part of the catalogue") % f"“{info.name}”"
        )
        self.table.setAccessibleName(self._whose.text())
        self.model = PagedModel(info.target.file, self)
        self.model.opened.connect(self._begin)
        self.model.told.connect(self._tell)
        self.model.failed.connect(self._close)
        self.table.setModel(self.model)
        self._stack.setCurrentIndex(0)
        self._tell()

    def _close(self, why: str) -> None:
        """Let the collection go; ``why`` is told in its place."""
        model, self.model = self.model, None
        self._info = self._file_then = None
        self._typing.stop()
        self.words.clear()
        self._typing.stop()
        self.table.setModel(None)
        if model is not None:
            model.close()
            model.deleteLater()
        self._absent.setText(why)
        self._stack.setCurrentIndex(1)

    def _begin(self) -> None:
        """Set columns and filter up for the fields, which are known now."""
        model = self.model
        if model is None:
            return
        px = self.context.look.fonts.px
        for column, field in enumerate(model.fields):
            self.table.setColumnWidth(column, px(_TITLE_WIDTH if column == 0 else _WIDTH))
            # What the title and the coordinates were made of would stand there twice.
            made_of = column >= len(OWN_FIELDS) and field.role in ("title", "lat", "lon")
            self.table.setColumnHidden(column, made_of)
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.field.blockSignals(True)
        self.field.clear()
        self.field.addItem(self.tr("Any column"), ANY)
        for field in model.fields:
            self.field.addItem(field.header, field.id)
        self.field.blockSignals(False)
        self._show_row()

    def _show_row(self) -> None:
        """Go to the row that the link names; rows have their numbers in the reader's order."""
        model = self.model
        if model is None or not 0 < self._row <= model.rowCount():
            return
        self.table.selectRow(self._row - 1)
        index = model.index(self._row - 1, 0)
        self.table.scrollTo(index, PlainTable.ScrollHint.PositionAtCenter)
        self._row = 0

    def _ask(self) -> None:
        if self.model is not None:
            self.model.show(self.words.text(), str(self.field.currentData() or ANY))

    def _sort(self, column: int) -> None:
        """Sort by a column; the same one again turns round, and then gives it up."""
        if self.model is None:
            return
        header, keys = self.table.horizontalHeader(), self.model.view.sort
        name = self.model.fields[column].id
        order = Qt.SortOrder.AscendingOrder
        if keys == ((name, False),):
            order = Qt.SortOrder.DescendingOrder
        elif keys == ((name, True),):
            column = -1
        header.setSortIndicator(column, order)
        self.model.sort(column, order)

    def _tell(self) -> None:
        model = self.model
        if model is None:
            return
        shown, total = f"{model.rowCount():,}", f"{model.total:,}"
        if not model.fields:
            words = self.tr("opening …")
        elif model.busy:
            words = self.tr("searching …") if model.view.where else self.tr("sorting …")
        elif model.view.where:
            words = self.tr("%(shown)s of %(total)s rows") % {"shown": shown, "total": total}
        else:
            words = self.tr("%s rows") % total
        self._count.setText(words)

    def _copy(self) -> None:
        """Copy the selected rows that are read, as text between tabs."""
        model = self.model
        if model is None:
            return
        chosen = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        read = [row for row in chosen if model.number_of(row) is not None]
        columns = range(model.columnCount())
        lines = ["\t".join(field.header for field in model.fields)]
        lines += ["\t".join(model.index(row, at).data() for at in columns) for row in read]
        QGuiApplication.clipboard().setText("\n".join(lines))
        self.context.state.say(self.tr("Copied %n row(s)", "", len(read)))

    def _reload(self) -> None:
        if self._info is not None:
            self.show_link(f"collection/{self._info.slug}")

    def _connect(self) -> None:
        self.words.textChanged.connect(lambda _: self._typing.start())
        self.words.returnPressed.connect(self._ask)
        self._typing.timeout.connect(self._ask)
        self.field.currentIndexChanged.connect(lambda _: self._ask())
        header = self.table.horizontalHeader()
        header.setSectionsClickable(True)
        header.sectionClicked.connect(self._sort)
        self.table.copy_requested.connect(self._copy)
        self._remove.clicked.connect(self.remove)
        self._library.clicked.connect(lambda: self.context.state.open("page/library"))
        self.context.state.library_changed.connect(self._reload)

    def _lay_out(self) -> None:
        self.table.setAccessibleName(self.tr("Your collection"))
        self.words.setPlaceholderText(self.tr("Rows that hold these words"))
        self.words.setAccessibleName(self.words.placeholderText())
        self.words.setClearButtonEnabled(True)
        self.words.setMinimumWidth(200)
        self.field.setAccessibleName(self.tr("Column that holds the words"))
        self.field.view().setAccessibleName(self.field.accessibleName())
        self.field.addItem(self.tr("Any column"), ANY)
        self.field.setMaximumWidth(180)
        head = QHBoxLayout()
        head.setContentsMargins(20, 10, 16, 4)
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addSpacing(4)
        head.addWidget(self._count)
        head.addStretch(1)
        for widget in (self.words, self.field, self._remove):
            head.addWidget(widget)
        below = QHBoxLayout()
        below.setContentsMargins(20, 0, 16, 8)
        below.addWidget(self._whose)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(below)
        column.addWidget(rule())
        column.addWidget(self.table, 1)
        self._stack.addWidget(content)
        self._stack.addWidget(self._nothing())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self._stack.setCurrentIndex(1)

    def _nothing(self) -> QWidget:
        """Return what is shown where there is no collection to show."""
        centre = Qt.AlignmentFlag.AlignHCenter
        absent = QWidget()
        column = QVBoxLayout(absent)
        column.setSpacing(12)
        column.addStretch(2)
        self._absent.setFixedWidth(460)
        self._absent.setAlignment(centre)
        column.addWidget(self._absent, 0, centre)
        column.addWidget(self._library, 0, centre)
        column.addStretch(3)
        return absent
