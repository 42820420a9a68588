# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The reader's library: shelves at the left, what stands on them at the right."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from terkha.models.library import ShelfModel
from terkha.models.roles import Role
from terkha.models.shelves import Shelf, ShelvesModel, Sort
from terkha.views import keeping
from terkha.views.library_acts import LibraryActs, as_target
from terkha.views.library_files import ask_where
from terkha.views.library_head import ONE, SOME, Act, LibraryHead
from terkha.views.library_menus import FILED, offers, shelf_menu
from terkha.views.library_parts import EmptyShelf, KeptList
from terkha.views.messages import tell
from terkha.views.own_tables import OwnTables
from terkha.views.page import Page
from terkha.views.pages import query_link
from terkha.views.parts import button, icons, label, rule, upright
from terkha.views.places import asked, scroll_again, scrolled
from terkha.views.shelves import ShelvesList
from terkha.views.ways import Ways, follow
from terkha_db.errors import KnownError

if TYPE_CHECKING:
    from terkha.context import Context
    from terkha.models.library import Kept
    from terkha.trail import Place

_TREE = 236


class LibraryPage(Page):
    """Bookmarks in collections and tags, tray, searches, works, and what was viewed recently."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.model = ShelfModel(context.library, context.catalogue, query_link, self)
        self.shelves = ShelvesList(ShelvesModel(context.library, self), self)
        self.acts = LibraryActs(context, self)
        self.list = KeptList(self)
        self.list.setModel(self.model)
        self._tree = QWidget()
        self._new = button("", "quiet", hint=self.tr("New collection…"))
        self.head = LibraryHead(context.look, self._head_acts())
        self._empty = EmptyShelf(context)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        self._lay_out()
        self._connect()
        self.restyle()
        self.reload()

    # What the window asks

    def show_link(self, link: str) -> None:
        """Show the library as it is now."""
        self.reload()

    def place(self) -> Place:
        """Return which shelf is shown, what is chosen on it and how far it is scrolled."""
        shelf = {"shelf": self.shelves.shelf(), "chosen": set(self.selected())}
        return shelf | scrolled(self.list)

    def restore(self, place: Place) -> None:
        """Show that shelf again, with the same entries chosen."""
        self.shelves.choose(asked(place, "shelf", Shelf(Sort.EVERYTHING)))
        self.list.select_links(asked(place, "chosen", set()))
        scroll_again(self.list, place)

    def restyle(self) -> None:
        """Take icons and fonts from the look."""
        look = self.context.look
        icons(look, (self._new, "folder-plus"))
        self.head.restyle()
        self.shelves.restyle(look)
        self.list.restyle(look)
        self._fit()
        self._empty.restyle()

    def reload(self) -> None:
        """Read shelves and entries again, and stay where the reader is."""
        shelf = self.shelves.shelf() or Shelf(Sort.EVERYTHING)
        chosen = set(self.selected())
        self.shelves.reload(shelf)
        self._show(self.shelves.shelf() or Shelf(Sort.EVERYTHING))
        self.list.select_links(chosen)

    def record_ids(self) -> list[str]:
        """Return the records and own works among the entries chosen, or among all if none is."""
        return list(dict.fromkeys(link.partition("#")[0] for link in self.citable()))

    def citable(self) -> list[str]:
        """Return what can be cited of the entries chosen, or of all if none is."""
        from terkha_db.cited import citable

        links = self.selected() or self.model.links()
        return citable(self.context.catalogue, self.context.library, links)

    def selected(self) -> list[str]:
        """Return the links of the entries chosen."""
        return [entry.link for entry in self.entries()]

    def entries(self) -> list[Kept]:
        """Return the entries chosen, in their order."""
        rows = sorted(index.row() for index in self.list.selectionModel().selectedRows())
        return [self.model.index(row).data(Role.ENTRY) for row in rows]

    def lens_note(self) -> str:
        """Say that what is kept stays as it is."""
        return self.tr("What you keep stays as it is.")

    def status(self) -> str:
        """Say that nothing is lost."""
        return self.tr("Every change can be undone (Ctrl+Z)")

    def begin_find(self) -> None:
        """Search within the shelf."""
        self.head.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.head.filter.selectAll()

    def export(self) -> None:
        """Write the collection shown, or else the whole library, to a file."""
        from terkha_db.library.exchange import export_file

        shelf = self.model.shelf
        collection = shelf.name if shelf.sort is Sort.COLLECTION else ""
        name = collection.rpartition("/")[2] or self.tr("library")
        file = ask_where(self, self.tr("Export %s") % name, name)
        if not file:
            return
        try:
            export_file(self.context.library, Path(file), collection=collection)
        except KnownError as error:
            tell(self, str(error))
            return
        self.context.state.say(self.tr("Exported %s") % file)

    def panes(self) -> list[QWidget]:
        """Return shelves and entries."""
        return [self.shelves, self.head.filter, self.list]

    # Doing

    def remove_selected(self) -> None:
        """Take the chosen entries off the shelf; undo brings them back."""
        self.acts.remove(self.model.shelf, self.entries())

    def file_selected(self) -> None:
        """Put the chosen entries into a collection, new or old."""
        self.acts.file([as_target(entry) for entry in self.entries()])

    def tag_selected(self) -> None:
        """Give the chosen entries a tag, new or old."""
        self.acts.tag([as_target(entry) for entry in self.entries()])

    def note_selected(self) -> None:
        """Write a note on the entry chosen."""
        for entry in self.entries()[:1]:
            self.acts.note(entry)

    def edit_selected(self) -> None:
        """Open the form of the work chosen."""
        for link in self.selected()[:1]:
            self.acts.edit_work(link)

    def make_dossier(self) -> None:
        """Put what is chosen, or all that is shown, into one document."""
        from terkha.views.dossier_dialog import make_dossier

        links = self.selected() or self.model.links()
        charts = [link.removeprefix("chart/") for link in links if link.startswith("chart/")]
        title = self.head.title
        make_dossier(self, self.context, self.record_ids(), title, charts)

    def _show(self, shelf: Shelf) -> None:
        self.model.show(shelf, self.head.filter.text().strip())
        line = self.shelves.currentIndex().data(Qt.ItemDataRole.DisplayRole)
        own = shelf.sort in (Sort.COLLECTION, Sort.TAG)
        self.head.show_shelf(str(line or ""), shelf.sort, own=own)
        self._empty.explain(shelf, self.head.filter.text().strip())
        self._stack.setCurrentIndex(0 if self.model.rowCount() else 1)
        self._tell()

    def _tell(self) -> None:
        chosen = len(self.selected())
        notes = self.model.notes_count()
        words = self.tr("%n item(s)", "", self.model.rowCount())
        words += self.tr(", %n note(s)", "", notes) if notes else ""
        words += self.tr(", %n selected", "", chosen) if chosen else ""
        self.head.tell(words, chosen)
        self.head.enable("quote", ready=bool(self.citable()))
        self.head.enable("file-text", ready=bool(self.record_ids()))
        self.selection_changed.emit()

    def _open(self, index: QModelIndex) -> None:
        link = str(index.data(Role.RECORD_ID))
        if link.startswith("work/"):
            self.acts.edit_work(link)
        else:
            follow(self.context.state, link)

    def cite(self) -> None:
        """Cite what is chosen, or all that is shown."""
        keeping.cite(self, self.context, self.citable(), self.head.title)

    def rename_shelf(self) -> None:
        """Give the collection or tag another name."""
        shelf = self.shelves.shelf()
        if shelf is not None and shelf.sort in (Sort.COLLECTION, Sort.TAG):
            renamed = self.acts.rename(shelf)
            self.shelves.choose(renamed)

    def remove_shelf(self) -> None:
        """Remove the collection or tag; what stood there stays kept."""
        shelf = self.shelves.shelf()
        if shelf is not None:
            self.acts.remove_shelf(shelf)

    def _shelf_menu(self, place: QPoint) -> None:
        shelf_menu(self).popup(self.shelves.viewport().mapToGlobal(place))

    def _link_at(self, place: QPoint | None) -> str:
        index = self.list.currentIndex() if place is None else self.list.indexAt(place)
        link = str(index.data(Role.RECORD_ID) or "") if index.isValid() else ""
        return "" if link.startswith("work/") else link

    def _put(self, links: list[str], shelf: Shelf) -> None:
        known = {entry.link: entry for entry in self._all_entries()}
        self.acts.put([as_target(known[link]) for link in links if link in known], shelf)

    def _arrange(self, links: list[str], row: int) -> None:
        known = {entry.link: entry for entry in self._all_entries()}
        moved = [as_target(known[link]) for link in links if link in known]
        # The place is counted among the entries that stay.
        index = row - sum(link in links for link in self.model.links()[:row])
        self.acts.put(moved, self.model.shelf, index)

    def _all_entries(self) -> list[Kept]:
        rows = range(self.model.rowCount())
        return [self.model.index(row).data(Role.ENTRY) for row in rows]

    # Building

    def _head_acts(self) -> list[Act]:
        """Return what the head offers, from left to right."""
        some, file = self.tr("Cite selected"), self.tr("File in collection…")
        works, whole = (Sort.WORKS,), (Sort.COLLECTION, Sort.EVERYTHING)
        new, take, note = self.acts.new_work, self.acts.import_works, self.note_selected
        return [
            Act("quote", self.tr("Cite all"), self.cite, with_some=some),
            Act("plus", self.tr("New work…"), new, sorts=works),
            Act("upload", self.tr("Import works…"), take, sorts=works),
            Act("pencil", self.tr("Edit…"), self.edit_selected, ONE, works, is_bare=True),
            Act("download", self.tr("Export…"), self.export, sorts=whole),
            Act("file-text", self.tr("Make a dossier…"), self.make_dossier, is_bare=True),
            Act("notebook-pen", self.tr("Note…"), note, ONE, FILED, is_bare=True),
            Act("tag", self.tr("Tag…"), self.tag_selected, SOME, FILED, is_bare=True),
            Act("folder-plus", file, self.file_selected, SOME, FILED, is_bare=True),
            Act("trash-2", self.tr("Remove"), self.remove_selected, SOME, is_bare=True),
        ]

    def _connect(self) -> None:
        self.shelves.chosen.connect(self._show)
        self.shelves.links_dropped.connect(self._put)
        self.shelves.shelf_moved.connect(self.acts.move_shelf)
        self.shelves.rename_wanted.connect(self.rename_shelf)
        self.shelves.removal_wanted.connect(self.remove_shelf)
        self.shelves.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.shelves.customContextMenuRequested.connect(self._shelf_menu)
        self.model.dropped.connect(self._arrange)
        self.list.activated.connect(self._open)
        self.list.removal_wanted.connect(self.remove_selected)
        self.list.selectionModel().selectionChanged.connect(self._tell)
        self._ways = Ways(self.context, self.list, self._link_at, lambda _: offers(self))
        self.head.filter.textChanged.connect(lambda _: self._show(self.model.shelf))
        self._new.clicked.connect(lambda _: self.acts.create())
        self.head.rename_wanted.connect(self.rename_shelf)
        self.context.state.library_changed.connect(self.reload)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give shelves and head the room that there is."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Let the shelves grow with the text, to a third of the page at most."""
        px = self.context.look.fonts.px
        self._tree.setFixedWidth(max(_TREE, min(px(_TREE), self.width() // 3)))
        self.head.fit(self.width())

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(label(self.tr("Library"), "page-title"), 1)
        top.addWidget(self._new)
        left = QVBoxLayout()
        left.setContentsMargins(12, 16, 8, 12)
        left.addLayout(top)
        left.addSpacing(4)
        left.addWidget(self.shelves, 1)
        left.addWidget(OwnTables(self.context, self))
        self._tree.setLayout(left)
        right = QVBoxLayout()
        right.setContentsMargins(28, 16, 28, 12)
        right.addWidget(self.head)
        right.addSpacing(8)
        right.addWidget(rule())
        right.addWidget(self._stack, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._tree)
        layout.addWidget(upright())
        layout.addLayout(right, 1)
