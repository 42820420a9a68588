# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What the reader kept, as a list for one shelf of the library."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from terkha.models.filtering import current_form
from terkha.models.roles import Index, Role
from terkha_db.library.model import Bookmark, SavedSearch, TrayEntry, Visit
from terkha_db.library.selection import Selection
from terkha_db.wording import format_date, format_kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from terkha_db.catalogue import Catalogue
    from terkha_db.library.library import Library

_ROOT = QModelIndex()
RECENT = "recent"
TRAY = "tray"
SEARCHES = "searches"
EVERYTHING = ""


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """A saved search as an entry of a shelf: its name, and the link that asks it again."""

    link: str
    kind: str
    """What the rows are, in the plural; ``search`` for a query of all tables."""
    title: str
    query: str
    added: str


Kept = Bookmark | Visit | TrayEntry | SearchEntry


class ShelfModel(QAbstractListModel):
    """The entries of one shelf: everything kept, a collection, the tray, or recently viewed."""

    def __init__(
        self,
        library: Library,
        catalogue: Catalogue,
        link_of: Callable[[str, str], str],
        parent: QObject | None = None,
    ) -> None:
        """``link_of`` returns the link that asks a query of a kind of record."""
        super().__init__(parent)
        self._link_of = link_of
        self._library = library
        self._catalogue = catalogue
        self._entries: tuple[Kept, ...] = ()
        self.shelf = EVERYTHING
        self.is_collection = False

    def show(self, shelf: str, *, collection: bool = False) -> None:
        """Show a shelf: EVERYTHING, RECENT, TRAY, or the path of a collection."""
        self.beginResetModel()
        self.shelf, self.is_collection = shelf, collection
        if collection:
            self._entries = self._library.bookmarks.select(Selection(collection=shelf, nested=True))
        elif shelf == RECENT:
            self._entries = self._library.history.recent(60)
        elif shelf == TRAY:
            self._entries = self._library.tray.all()
        elif shelf == SEARCHES:
            self._entries = tuple(map(self._entry_of, self._library.searches.all()))
        else:
            self._entries = self._library.bookmarks.select()
        self.endResetModel()

    def links(self) -> list[str]:
        """Return the links of all entries, in order."""
        return [entry.link for entry in self._entries]

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of entries."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return the entry or its words."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == Role.ENTRY:
            return entry
        if role == Role.RECORD_ID:
            return entry.link
        if role == Role.SECOND:
            return self.explain(entry)
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return ", ".join((entry.title, format_kind(entry.kind), self.explain(entry)))
        return None

    def explain(self, entry: Kept) -> str:
        """Say what the entry is now; a record that is gone from this edition says so."""
        if isinstance(entry, SearchEntry):
            return entry.query
        if "/" in entry.link and not entry.link.startswith(("page/", "chart/", "search/")):
            found = self._catalogue.briefs([entry.link.partition("#")[0]])
            if not found and isinstance(entry, Bookmark):
                return entry.explain_missing(self._catalogue.edition.version)
            return found[0].summary if found else ""
        return entry.link

    def _entry_of(self, search: SavedSearch) -> SearchEntry:
        """Return a saved search with its link, in the grammar of today."""
        query = current_form(search.query, search.grammar)
        kind = format_kind(search.kind, plural=True) if search.kind else "search"
        link = self._link_of(search.kind, query)
        return SearchEntry(link, kind, search.name, query, search.created)

    @staticmethod
    def when(entry: Kept) -> str:
        """Return the date on which the entry was kept or seen."""
        moment = entry.visited if isinstance(entry, Visit) else entry.added
        return format_date(moment[:10])

    @staticmethod
    def notes(entry: Kept) -> str:
        """Return the first line of what the reader noted on the entry."""
        if isinstance(entry, Bookmark) and entry.notes:
            return entry.notes[0].text.strip().splitlines()[0]
        return ""
