# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What the search found, as one list: headings of kinds with their hits below."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from terkha.models.roles import Index, Role
from terkha_db.entities import Hit
from terkha_db.vocabulary import KIND_BY_ID
from terkha_db.wording import format_language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from terkha_db.catalogue import Catalogue

_ROOT = QModelIndex()
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Heading:
    """The line above the hits of one kind."""

    text: str
    count: int


Entry = Heading | Hit


class SearchModel(QAbstractListModel):
    """Hits grouped by kind; the kind of the best hit comes first."""

    def __init__(self, catalogue: Catalogue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._entries: list[Entry] = []
        self.query = ""
        self.found = 0
        self.nearest = False
        """True if nothing was found and the hits are only the nearest names."""

    def search(self, query: str, limit: int = 12) -> None:
        """Show at most ``limit`` hits for ``query``, or the nearest names where there are none."""
        self.beginResetModel()
        self.query = query
        hits = self._catalogue.search(query, limit=60) if query.strip() else []
        self.found = len(hits)
        self.nearest = bool(query.strip()) and not hits
        if self.nearest:
            hits = self._catalogue.nearest(query)
        self._entries = _grouped(hits, limit)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of lines, headings among them."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return the entry, its id or its words."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == Role.ENTRY:
            return entry
        if isinstance(entry, Heading):
            return entry.text if role == Qt.ItemDataRole.DisplayRole else None
        if role == Role.RECORD_ID:
            return entry.id
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{entry.title}, {KIND_BY_ID[entry.kind].label}. {explain(entry)}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let hits be chosen, headings not."""
        if index.isValid() and isinstance(self._entries[index.row()], Heading):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def first_hit(self) -> int:
        """Return the row of the first hit, or -1."""
        return next((n for n, entry in enumerate(self._entries) if isinstance(entry, Hit)), -1)


def explain(hit: Hit) -> str:
    """Say which name or field of a record matched, in which language, and who uses it."""
    if hit.field != "name":
        return f"{hit.field.capitalize()}: {hit.snippet or hit.matched}"
    matched = f"{hit.derived} of {hit.matched}" if hit.derived else hit.matched
    words = [matched, format_language(hit.lang)] if hit.lang else [matched]
    if hit.used_by:
        words.append(f"used by {hit.used_by}")
    return ", ".join(word for word in words if word)


def _grouped(hits: Sequence[Hit], limit: int) -> list[Entry]:
    """Group by kind in the order of each kind's best hit; few of each before many of one."""
    kinds = list(dict.fromkeys(hit.kind for hit in hits))
    by_kind = {
        kind: list(group)
        for kind, group in groupby(
            sorted(hits, key=lambda hit: kinds.index(hit.kind)), key=lambda hit: hit.kind
        )
    }
    room = {kind: min(len(by_kind[kind]), _FEWEST) for kind in kinds}
    left = limit - sum(room.values())
    for kind in kinds:
        more = min(max(left, 0), len(by_kind[kind]) - room[kind])
        room[kind] += more
        left -= more
    entries: list[Entry] = []
    for kind in kinds:
        entries.append(Heading(KIND_BY_ID[kind].plural, len(by_kind[kind])))
        entries += by_kind[kind][: room[kind]]
    return entries
