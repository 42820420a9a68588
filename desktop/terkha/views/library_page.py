# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The reader's library: shelves at the left, what stands on them at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QInputDialog,
    QListView,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from terkha.models.library import EVERYTHING, RECENT, SEARCHES, TRAY, ShelfModel
from terkha.models.roles import Role
from terkha.views import keeping
from terkha.views.library_parts import EmptyShelf, KeptDelegate
from terkha.views.messages import tell
from terkha.views.own_tables import OwnTables
from terkha.views.page import Page
from terkha.views.pages import query_link
from terkha.views.parts import Lines, button, icons, label, rule, upright
from terkha.views.ways import follow, ways_of_rows
from terkha_db.errors import KnownError

if TYPE_CHECKING:
    from terkha.context import Context

_TREE = 236
_SHELF = Qt.ItemDataRole.UserRole
_IS_COLLECTION = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


class ShelfList(QListView):
    """The entries of a shelf; Delete takes the chosen ones out, Enter opens one."""

    def __init__(self, page: LibraryPage) -> None:
        super().__init__(page)
        self._page = page
        self.setAccessibleName(self.tr("Entries of the shelf"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove with Delete; leave every other key to the list."""
        if event.key() == Qt.Key.Key_Delete:
            self._page.remove_selected()
            return
        super().keyPressEvent(event)


class LibraryPage(Page):
    """Bookmarks in collections, the citation tray, saved searches, and what was viewed recently."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.model = ShelfModel(context.library, context.catalogue, query_link, self)
        self._shelves = QListWidget(self)
        self._shelves.setAccessibleName(self.tr("Shelves"))
        self._shelves.setFrameShape(QFrame.Shape.NoFrame)
        self._title = label("", "page-title")
        self._count = label("", "body", "ink3")
        self._cite = button(self.tr("Cite all"))
        self._file = button(self.tr("File in collection…"))
        self._remove = button(self.tr("Remove"))
        self._list = ShelfList(self)
        self._list.setModel(self.model)
        self._empty = EmptyShelf(context)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._empty)
        self._lay_out()
        self._shelves.currentRowChanged.connect(self._choose)
        self._list.activated.connect(self._open)
        ways_of_rows(context, self._list)
        self._list.selectionModel().selectionChanged.connect(self._tell)
        self._cite.clicked.connect(self._cite_all)
        self._file.clicked.connect(self.file_selected)
        self._remove.clicked.connect(self.remove_selected)
        context.state.library_changed.connect(self.reload)
        self.restyle()
        self.reload()

    def show_link(self, link: str) -> None:
        """Show the library as it is now."""
        self.reload()

    def restyle(self) -> None:
        """Take icons and fonts from the look."""
        look = self.context.look
        icons(look, (self._cite, "quote"), (self._file, "folder-plus"), (self._remove, "trash-2"))
        self._shelves.setItemDelegate(Lines(look, self._shelves))
        self._list.setItemDelegate(KeptDelegate(look, self._list))
        self._empty.restyle()
        self._fill_shelves()

    def reload(self) -> None:
        """Read shelves and entries again."""
        self._fill_shelves()
        self._choose(self._shelves.currentRow())

    def record_ids(self) -> list[str]:
        """Return the records among the entries chosen, or among all if none is."""
        chosen = self._list.selectionModel().selectedRows()
        links = [index.data(Role.RECORD_ID) for index in chosen] or self.model.links()
        return [link for link in links if self.context.catalogue.exists(link.partition("#")[0])]

    def selected(self) -> list[str]:
        """Return the links of the entries chosen."""
        return [
            str(index.data(Role.RECORD_ID)) for index in self._list.selectionModel().selectedRows()
        ]

    def status(self) -> str:
        """Say that nothing is lost."""
        return self.tr("Every change can be undone (Ctrl+Z)")

    def panes(self) -> list[QWidget]:
        """Return shelves and entries."""
        return [self._shelves, self._list]

    def remove_selected(self) -> None:
        """Take the chosen entries off the shelf; undo brings them back."""
        links, library = self.selected(), self.context.library
        if not links:
            return
        try:
            if self.model.is_collection:
                library.collections.take_out(links, self.model.shelf)
            elif self.model.shelf == TRAY:
                library.tray.remove(links)
            elif self.model.shelf == SEARCHES:
                for index in self._list.selectionModel().selectedRows():
                    library.searches.remove(index.data())
            elif self.model.shelf == RECENT:
                library.history.forget(links)
            else:
                library.bookmarks.remove(links)
        except KnownError as error:
            tell(self, str(error))
        self.context.state.library_changed.emit()

    def file_selected(self) -> None:
        """Put the chosen bookmarks into a collection, new or old."""
        links, library = self.selected(), self.context.library
        if not links or self.model.shelf == SEARCHES:
            return
        paths = [collection.path for collection in library.collections.all()]
        path, sure = QInputDialog.getItem(
            self,
            self.tr("File in collection"),
            self.tr("Collection; a slash makes one inside another:"),
            paths or [self.tr("My collection")],
            0,
            True,
        )
        if not sure or not path.strip():
            return
        try:
            library.collections.create(path)
            library.collections.file(links, path)
        except KnownError as error:
            tell(self, str(error))
        self.context.state.library_changed.emit()

    def _fill_shelves(self) -> None:
        library, look = self.context.library, self.context.look
        kept = self._shelves.currentItem()
        current = kept.data(_SHELF) if kept else EVERYTHING
        shelves = [
            (EVERYTHING, self.tr("Everything kept"), "bookmark", library.bookmarks.count(), 0),
            (RECENT, self.tr("Recently viewed"), "history", None, 0),
            (TRAY, self.tr("Citation tray"), "layers", library.tray.count(), 0),
            (SEARCHES, self.tr("Saved searches"), "search", len(library.searches.all()), 0),
        ]
        self._shelves.blockSignals(True)
        self._shelves.clear()
        for shelf, text, icon, count, depth in shelves:
            self._add_shelf(shelf, text, icon, count, depth, collection=False)
        for collection in library.collections.all():
            self._add_shelf(
                collection.path,
                collection.name,
                "folder",
                collection.total,
                collection.depth,
                collection=True,
            )
        rows = range(self._shelves.count())
        found = next((r for r in rows if self._shelves.item(r).data(_SHELF) == current), 0)
        self._shelves.setCurrentRow(found)
        self._shelves.setFont(look.fonts.font("body"))
        self._shelves.blockSignals(False)

    def _add_shelf(
        self, shelf: str, text: str, icon: str, count: int | None, depth: int, *, collection: bool
    ) -> None:
        shown = "    " * depth + text + (f"  ({count})" if count is not None else "")
        item = QListWidgetItem(self.context.look.icons.icon(icon, "ink2"), shown, self._shelves)
        item.setData(_SHELF, shelf)
        item.setData(_IS_COLLECTION, collection)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, shown.strip())

    def _choose(self, row: int) -> None:
        item = self._shelves.item(row)
        if item is None:
            return
        self.model.show(item.data(_SHELF), collection=item.data(_IS_COLLECTION))
        self._title.setText(item.text().strip().rpartition("  (")[0] or item.text().strip())
        self._empty.explain(self.model.shelf)
        self._stack.setCurrentIndex(0 if self.model.rowCount() else 1)
        self._tell()

    def _tell(self) -> None:
        count = self.model.rowCount()
        chosen = len(self.selected())
        words = self.tr("%n item(s)", "", count)
        words += self.tr(", %n selected", "", chosen) if chosen else ""
        self._count.setText(words)
        self._cite.setText(self.tr("Cite selected") if chosen else self.tr("Cite all"))
        self._cite.setEnabled(bool(self.record_ids()))
        self._file.setEnabled(bool(chosen) and self.model.shelf not in (RECENT, TRAY, SEARCHES))
        self._remove.setEnabled(bool(chosen))
        self.selection_changed.emit()

    def _open(self, index: QModelIndex) -> None:
        follow(self.context.state, index.data(Role.RECORD_ID))

    def _cite_all(self) -> None:
        keeping.cite(self, self.context, self.record_ids(), self._title.text())

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setContentsMargins(16, 16, 8, 12)
        left.addWidget(label(self.tr("Library"), "page-title"))
        left.addSpacing(6)
        left.addWidget(self._shelves, 1)
        left.addWidget(OwnTables(self.context, self))
        tree = QWidget()
        tree.setFixedWidth(_TREE)
        tree.setLayout(left)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._count)
        head.addStretch(1)
        for each in (self._cite, self._file, self._remove):
            head.addWidget(each)
        right = QVBoxLayout()
        right.setContentsMargins(28, 16, 28, 12)
        right.addLayout(head)
        right.addSpacing(8)
        right.addWidget(rule())
        right.addWidget(self._stack, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(tree)
        layout.addWidget(upright())
        layout.addLayout(right, 1)
