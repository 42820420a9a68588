# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What the reader kept, as a list for one shelf of the library."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, Qt, Signal

from terkha.models.filtering import current_form
from terkha.models.noted import first_line
from terkha.models.roles import Index, Role
from terkha.models.shelves import Shelf, Sort
from terkha_db.errors import QueryError
from terkha_db.library.model import Bookmark, OwnWork, SavedSearch, TrayEntry, Visit
from terkha_db.library.selection import Selection
from terkha_db.library.words import fold
from terkha_db.wording import format_date, format_kind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from terkha_db.catalogue import Catalogue
    from terkha_db.library.library import Library

_ROOT = QModelIndex()
_RECENT = 60
LINKS_MIME = "application/x-terkha-links"
"""Links, one a line: what is dragged between the shelves."""


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """A saved search as an entry of a shelf: its name, and the link that asks it again."""

    link: str
    kind: str
    """What the rows are, in the plural; ``search`` for a query of all tables."""
    title: str
    query: str
    added: str
    found: int | None = None
    """Records that it finds now; None where nobody can say so at once."""


Kept = Bookmark | Visit | TrayEntry | SearchEntry | OwnWork


class ShelfModel(QAbstractListModel):
    """The entries of one shelf, narrowed to words if there are any."""

    dropped = Signal(list, int)
    """Links that were dropped before this row, to be put there."""

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
        self._values: dict[str, frozenset[str]] = {}
        self.shelf = Shelf(Sort.EVERYTHING)
        self.words = ""
        self.arranged = False
        """True where the entries stand as the reader put them, and can be moved."""

    def show(self, shelf: Shelf, words: str = "") -> None:
        """Show the entries of a shelf in which all words occur."""
        self.beginResetModel()
        self._values.clear()
        self.shelf, self.words = shelf, words
        if shelf.sort is Sort.COLLECTION:
            inside = f"{shelf.name}/"
            nested = any(one.path.startswith(inside) for one in self._library.collections.all())
            self.arranged = not words
            select = self._library.bookmarks.select
            own = select(Selection(collection=shelf.name, text=words))
            whole = select(Selection(shelf.name, nested=True, text=words)) if nested else own
            # What stands in a collection itself comes as arranged, then that of those inside.
            self._entries = tuple({one.link: one for one in (*own, *whole)}.values())
        else:
            self.arranged = False
            self._entries = self._read(shelf, words)
        self.endResetModel()

    def _read(self, shelf: Shelf, words: str) -> tuple[Kept, ...]:
        """Return the entries of a shelf that is no collection."""
        library = self._library
        match shelf.sort:
            case Sort.RECENT:
                return library.history.recent(_RECENT, words)
            case Sort.TRAY:
                return tuple(filter(_having(words), library.tray.all()))
            case Sort.SEARCHES:
                found = map(self._entry_of, library.searches.all())
                return tuple(filter(_having(words), found))
            case Sort.WORKS:
                return tuple(filter(_having(words), library.works.all()))
            case Sort.TAG:
                return library.bookmarks.select(Selection(tag=shelf.name, text=words))
        return library.bookmarks.select(Selection(text=words))

    def links(self) -> list[str]:
        """Return the links of all entries, in order."""
        return [entry.link for entry in self._entries]

    def notes_count(self) -> int:
        """Return how many notes there are on the entries."""
        return sum(len(one.notes) for one in self._entries if isinstance(one, Bookmark))

    # Dragging

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let entries be dragged, and dropped between others where they can be moved."""
        flags = super().flags(index)
        if index.isValid():
            return flags | Qt.ItemFlag.ItemIsDragEnabled
        return flags | Qt.ItemFlag.ItemIsDropEnabled if self.arranged else flags

    def mimeTypes(self) -> list[str]:  # noqa: N802 - Qt calls it
        """Return what can be dropped here."""
        return [LINKS_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the links of entries, as text for other programs too."""
        links = [self._entries[row].link for row in sorted({one.row() for one in indexes})]
        data = QMimeData()
        data.setData(LINKS_MIME, "\n".join(links).encode())
        data.setText("\n".join(f"terkha:{link}" for link in links))
        return data

    def canDropMimeData(  # noqa: N802 - Qt calls it
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Take entries only between others, and only where they can be moved."""
        return self.arranged and data.hasFormat(LINKS_MIME) and not parent.isValid()

    def dropMimeData(  # noqa: N802 - Qt calls it
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Ask that entries be put before a row; the list follows when that is done."""
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        self.dropped.emit(links_in(data), row if row >= 0 else self.rowCount())
        # False: the view must not remove rows itself, for they are read again.
        return False

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
            return ", ".join((entry.title, format_kind(self.kind_of(entry)), self.explain(entry)))
        return None

    def explain(self, entry: Kept) -> str:
        """Say what the entry is now; a record that is gone from this edition says so."""
        if isinstance(entry, SearchEntry):
            if entry.found is None:
                return entry.query
            return f"{entry.query}, {self.tr('%n record(s) now', '', entry.found)}"
        if isinstance(entry, OwnWork):
            return of_work(entry)
        if "/" in entry.link and not entry.link.startswith(("page/", "chart/", "search/")):
            found = self._catalogue.briefs([entry.link.partition("#")[0]])
            summary = found[0].summary if found else ""
            if isinstance(entry, Bookmark):
                return self._changed(entry, found[0].title if found else "") or summary
            return summary
        return entry.link

    def _changed(self, kept: Bookmark, title: str) -> str:
        """Say what this edition has otherwise than the one a bookmark is from; "" if nothing.

        ``title`` is that of the record now, empty if it is gone.
        """
        edition = self._catalogue.edition.version
        record, _, value = kept.link.partition("#")
        if not title or (value and value not in self._values_of(record)):
            return kept.explain_missing(edition)
        if not value and title != kept.title and kept.edition not in ("", edition):
            return kept.explain_title(edition, title)
        return ""

    def _values_of(self, record: str) -> frozenset[str]:
        """Return the ids of the statements of a record, which is read once for all its values."""
        if record not in self._values:
            statements = self._catalogue.record(record).statements
            self._values[record] = frozenset(statement.id for statement in statements)
        return self._values[record]

    def _entry_of(self, search: SavedSearch) -> SearchEntry:
        """Return a saved search with its link, in the grammar of today."""
        query = current_form(search.query, search.grammar)
        # Of a table of the reader's own the kind is its link.
        kind = format_kind(search.kind.partition("/")[0], plural=True) if search.kind else "search"
        link = self._link_of(search.kind, query)
        found = self._found(search.kind, query)
        return SearchEntry(link, kind, search.name, query, search.created, found)

    def _found(self, kind: str, query: str) -> int | None:
        """Return how many records a query finds in this edition, through the lens if one is on.

        The reader's own tables may be long, and words alone find passages too: they are not asked.
        """
        if not kind or "/" in kind:
            return None
        try:
            return len(self._catalogue.rows(kind, where=query))
        except QueryError:
            return None

    @staticmethod
    def when(entry: Kept) -> str:
        """Return the date on which the entry was kept or seen."""
        moment = entry.visited if isinstance(entry, Visit) else entry.added
        return format_date(moment[:10])

    @staticmethod
    def kind_of(entry: Kept) -> str:
        """Return what an entry is, in a word."""
        return "work" if isinstance(entry, OwnWork) else entry.kind

    @staticmethod
    def tags(entry: Kept) -> tuple[str, ...]:
        """Return the tags of an entry."""
        return entry.tags if isinstance(entry, Bookmark) else ()

    @staticmethod
    def notes(entry: Kept) -> str:
        """Return the first line of what the reader noted on the entry, as it reads."""
        if isinstance(entry, Bookmark) and entry.notes:
            return first_line(entry.notes[0].text)
        return ""


def links_in(data: QMimeData) -> list[str]:
    """Return the links that are dragged."""
    return bytes(data.data(LINKS_MIME).data()).decode().split("\n")


def _having(words: str) -> Callable[[Kept], bool]:
    """Return what tells whether all words occur in an entry, whatever case or accents."""
    wanted = fold(words).split()

    def has(entry: Kept) -> bool:
        shown = entry.query if isinstance(entry, SearchEntry) else ""
        if isinstance(entry, OwnWork):
            shown = f"{of_work(entry)} {entry.csl.get('DOI', '')}"
        text = fold(f"{entry.title} {entry.link} {shown}")
        return all(word in text for word in wanted)

    return has


def of_work(work: OwnWork) -> str:
    """Say who wrote a work of the reader's own, where, when, and where it was read from."""
    csl = work.csl
    names = csl.get("author") or csl.get("editor") or ()
    people = [str(name.get("family") or name.get("literal") or "") for name in names]
    more = f"{people[0]} and {len(people) - 1} more" if len(people) > 2 else " and ".join(people)
    year = csl.get("issued", {}).get("date-parts", [[""]])[0][0]
    held = csl.get("container-title") or csl.get("publisher") or ""
    origin = f"from {work.origin}" if work.origin else ""
    return ", ".join(filter(None, (more, str(held), str(year or "undated"), origin)))
