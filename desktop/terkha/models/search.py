# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What the search found, as one list: headings of kinds with their hits below."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    Qt,
    QTimer,
    Signal,
)

from terkha.models.hits import explain, hit_of, told
from terkha.models.kept import KeptWords
from terkha.models.own_search import Answers, OwnSearch
from terkha.models.roles import Index, Role
from terkha_db.entities import Hit
from terkha_db.errors import KnownError, QueryError
from terkha_db.query import parse_query
from terkha_db.query.across import asks_fields
from terkha_db.search.asked import is_address
from terkha_db.wording import format_kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from terkha_db.catalogue import Catalogue
    from terkha_db.imported.shelf import Shelf
    from terkha_db.library.library import Library

_ROOT = QModelIndex()
_FEWEST = 2
_KEPT = 4
_MOST = 60
_SLOW_MS = 300


@dataclass(frozen=True, slots=True)
class Heading:
    """The line above the hits of one kind."""

    text: str
    count: int


Entry = Heading | Hit


class SearchModel(QAbstractListModel):
    """Hits grouped by kind, the best hit's first; what is the reader's own comes last.

    The catalogue and the library answer at once. The reader's own tables are asked in a thread:
    their rows join at the end, and those of the last question stay until then, so that nothing
    moves in between.
    """

    told = Signal()
    """The reader's own tables have answered, or are slow to."""

    def __init__(
        self,
        catalogue: Catalogue,
        library: Library,
        shelf: Shelf,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._kept_words = KeptWords(library)
        self._tables = OwnSearch(shelf)
        self._entries: list[Entry] = []
        self._own: list[Entry] = []
        self._limit = 0
        self.query = ""
        self.found = 0
        self.nearest = False
        """True if nothing was found and the hits are only the nearest names."""
        self.is_query = False
        """True if the text compares fields, and the hits are what it keeps."""
        self.problem = ""
        """Why the text cannot be read as the query it seems to be; words were searched for."""
        self.is_pending = False
        """True until the reader's own tables have answered, too."""
        self.is_slow = False
        """True if they let the reader wait."""
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_SLOW_MS)
        self._patience.timeout.connect(self._say_slow)
        self.destroyed.connect(self._tables.rest)

    @property
    def is_stale(self) -> bool:
        """True if the rows are still those of the last question: only own tables may have more."""
        return self.is_pending and not self.found

    def search(self, query: str, limit: int = 12) -> None:
        """Show at most ``limit`` hits for words, or for a query that compares fields.

        Where there are none the nearest names are shown. What the reader keeps comes on top of
        the limit.
        """
        self._tables.stop()
        self.query, self.problem, self._limit = query, "", limit
        text = query.strip()
        groups = self._asked(text) if text else None
        self.is_query = groups is not None
        if groups is None:
            hits = self._catalogue.search(query, limit=_MOST) if text else []
            groups = _by_kind(hits)
        kept = self._kept(text) if text else []
        self.found = sum(len(hits) for hits in groups.values()) + len(kept)
        self.is_pending = bool(text) and not self.is_query and self._tables.has_tables()
        self.is_slow = False
        if self.is_pending:
            self._patience.start()
            self._tables.ask(text, _MOST, self._take)
        else:
            self._patience.stop()
        if not self.is_stale:
            self._show(groups, kept)

    def prepare(self) -> None:
        """Read what the reader keeps, if that has changed, before the first key asks for it."""
        with suppress(KnownError):  # which the search will tell
            self._kept_words.refresh()

    def rest(self) -> None:
        """Let the reader's own tables go until the next search."""
        self._patience.stop()
        self.is_pending = False
        self._tables.rest()

    def _show(self, groups: dict[str, list[Hit]], kept: list[Hit]) -> None:
        """Show what was found at once; or the nearest names, where there is nothing at all."""
        self.beginResetModel()
        self.nearest = bool(self.query.strip()) and not self.found
        if self.nearest:
            groups = _by_kind(self._catalogue.nearest(self.query))
        self._entries = self._lines(groups, self._limit)
        if kept:
            self._entries += [Heading(self.tr("In your library"), len(kept)), *kept[:_KEPT]]
        if not self.is_pending:
            self._own = []
        self.endResetModel()

    def _take(self, answers: Answers) -> None:
        """Put what the reader's own tables have in the place of what they had."""
        self._patience.stop()
        own: list[Entry] = []
        was_stale = self.is_stale
        for answer in answers:
            if isinstance(answer, KnownError):
                self.problem = self.problem or str(answer)
                continue
            self.found += len(answer.hits)
            title = self.tr("Your collection “%s”") % answer.info.name
            own += [Heading(title, len(answer.hits)), *answer.hits[:_KEPT]]
        self.is_pending = self.is_slow = False
        if was_stale:
            self._show({}, [])
        self._put_last(own)
        self.told.emit()

    def _put_last(self, own: list[Entry]) -> None:
        if own == self._own:
            return
        first = len(self._entries)
        if self._own:
            self.beginRemoveRows(_ROOT, first, first + len(self._own) - 1)
            self._own = []
            self.endRemoveRows()
        if own:
            self.beginInsertRows(_ROOT, first, first + len(own) - 1)
            self._own = own
            self.endInsertRows()

    def _say_slow(self) -> None:
        self.is_slow = True
        self.told.emit()

    def _asked(self, text: str) -> dict[str, list[Hit]] | None:
        """Return what a query keeps, by kind; nothing if the text is words to search for."""
        try:
            if is_address(text) or not asks_fields(parse_query(text)):
                return None
            rows = self._catalogue.ask(text)
        except QueryError as error:
            self.problem = str(error) if any(sign in text for sign in ":=<>") else ""
            return None
        return {kind: [hit_of(row, kind) for row in found] for kind, found in rows.items()}

    def _kept(self, text: str) -> list[Hit]:
        """Return what the reader keeps that has the words."""
        try:
            return self._kept_words.having(text)
        except KnownError as error:
            self.problem = str(error)
            return []

    def _lines(self, groups: dict[str, list[Hit]], limit: int) -> list[Entry]:
        """Lay out groups under headings, with summaries where nothing else would be told."""
        entries = _grouped(groups, limit)
        plain = [entry.id for entry in entries if isinstance(entry, Hit) and entry.field != "name"]
        briefs = {brief.id: brief for brief in self._catalogue.briefs(plain)} if plain else {}
        return [
            told(entry, briefs[entry.id])
            if isinstance(entry, Hit) and entry.field != "name" and entry.id in briefs
            else entry
            for entry in entries
        ]

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of lines, headings among them."""
        return 0 if parent.isValid() else len(self._entries) + len(self._own)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return the entry, its id or its words."""
        if not index.isValid():
            return None
        entry = self._entry(index.row())
        if role == Role.ENTRY:
            return entry
        if isinstance(entry, Heading):
            return entry.text if role == Qt.ItemDataRole.DisplayRole else None
        if role == Role.RECORD_ID:
            return entry.id
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{entry.title}, {format_kind(entry.kind)}. {explain(entry)}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let hits be chosen, headings not."""
        if index.isValid() and isinstance(self._entry(index.row()), Heading):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def first_hit(self) -> int:
        """Return the row of the first hit, or -1."""
        rows = range(self.rowCount())
        return next((row for row in rows if isinstance(self._entry(row), Hit)), -1)

    def _entry(self, row: int) -> Entry:
        above = len(self._entries)
        return self._entries[row] if row < above else self._own[row - above]


def _by_kind(hits: Sequence[Hit]) -> dict[str, list[Hit]]:
    """Return hits by kind, in the order of each kind's best hit."""
    groups: dict[str, list[Hit]] = {}
    for hit in hits:
        groups.setdefault(hit.kind, []).append(hit)
    return groups


def _grouped(groups: dict[str, list[Hit]], limit: int) -> list[Entry]:
    """Lay out groups below their headings; few of each before many of one."""
    room = {kind: min(len(hits), _FEWEST) for kind, hits in groups.items()}
    left = limit - sum(room.values())
    for kind, hits in groups.items():
        more = min(max(left, 0), len(hits) - room[kind])
        room[kind] += more
        left -= more
    entries: list[Entry] = []
    for kind, hits in groups.items():
        entries.append(Heading(format_kind(kind, plural=True), len(hits)))
        entries += hits[: room[kind]]
    return entries
