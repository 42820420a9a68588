# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The facets of a table as one list: headings, values to press, and how many more there are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, Qt

from terkha.models.roles import Index, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from terkha_db.facets import Facet, FacetValue

_ROOT = QModelIndex()
_FIRST = 10


@dataclass(frozen=True, slots=True)
class FacetHeading:
    """The name of a facet, above its values."""

    field: str
    text: str


@dataclass(frozen=True, slots=True)
class FacetRow:
    """One value of a facet; ``state`` is "", ``kept`` or ``excluded``."""

    field: str
    facet: str
    value: str
    text: str
    count: int
    state: str


@dataclass(frozen=True, slots=True)
class FacetMore:
    """The line that shows the values left out, or leaves them out again."""

    field: str
    count: int
    is_open: bool


FacetEntry = FacetHeading | FacetRow | FacetMore


class FacetModel(QAbstractListModel):
    """Facets with their first ten values; those that are kept or excluded always show."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._facets: Sequence[Facet] = ()
        self._entries: list[FacetEntry] = []
        self._open: set[str] = set()

    def load(self, facets: Sequence[Facet]) -> None:
        """Show facets; where only counts and states differ, nothing moves."""
        self._facets = facets
        entries = [entry for facet in facets for entry in self._lines(facet)]
        if [_key(entry) for entry in entries] == [_key(entry) for entry in self._entries]:
            self._entries = entries
            self.dataChanged.emit(self.index(0), self.index(len(entries) - 1))
            return
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def toggle_more(self, field: str) -> None:
        """Show all values of a facet, or the first ones again."""
        self._open ^= {field}
        self.load(self._facets)

    def row_of(self, field: str, value: str) -> int:
        """Return the row of a value, or of the line for more if its row does not show; else -1."""
        more = -1
        for row, entry in enumerate(self._entries):
            if entry.field == field:
                if isinstance(entry, FacetRow) and entry.value == value:
                    return row
                if isinstance(entry, FacetMore):
                    more = row
        return more

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of lines, headings among them."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return the entry, its words, or a whole sentence about it."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == Role.ENTRY:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(entry)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._sentence(entry)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(entry, FacetRow):
            return self._sentence(entry)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let values be pressed unless they would keep nothing; headings are only read."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        entry = self._entries[index.row()]
        if isinstance(entry, FacetHeading) or (
            isinstance(entry, FacetRow) and not entry.count and not entry.state
        ):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _lines(self, facet: Facet) -> Iterator[FacetEntry]:
        label = QCoreApplication.translate("Fields", facet.label)
        yield FacetHeading(facet.field, label)
        is_open = facet.field in self._open
        # One value over the limit takes the line that would only say that there is one more.
        is_long = len(facet.values) > _FIRST + 1
        left = 0
        for number, value in enumerate(facet.values):
            if is_long and number >= _FIRST and not is_open and not value.state:
                left += 1
            else:
                yield _row(facet, label, value)
        if is_long:
            yield FacetMore(facet.field, left, is_open)

    def _words(self, entry: FacetEntry) -> str:
        if isinstance(entry, FacetMore):
            return self.tr("Fewer") if entry.is_open else self.tr("%s more") % f"{entry.count:,}"
        return entry.text

    def _sentence(self, entry: FacetEntry) -> str:
        if not isinstance(entry, FacetRow):
            return self._words(entry)
        told = {
            "": self.tr("%(facet)s: %(value)s, %(rows)s. Press to keep only these."),
            "kept": self.tr("%(facet)s: %(value)s, %(rows)s, kept. Press to exclude these."),
            "excluded": self.tr("%(facet)s: %(value)s, %(rows)s, excluded. Press to let go."),
        }[entry.state]
        if not entry.count and not entry.state:
            told = self.tr("%(facet)s: %(value)s, none among the rows shown.")
        rows = self.tr("%n row(s)", "", entry.count)
        return told % {"facet": entry.facet, "value": entry.text, "rows": rows}


def _row(facet: Facet, label: str, value: FacetValue) -> FacetRow:
    text = value.label[:1].upper() + value.label[1:]
    return FacetRow(facet.field, label, value.value, text, value.count, value.state)


def _key(entry: FacetEntry) -> tuple[str, ...]:
    """Return what makes an entry the same line, whatever it counts."""
    if isinstance(entry, FacetRow):
        return entry.field, entry.value
    if isinstance(entry, FacetMore):
        return entry.field, "", str(entry.is_open)
    return (entry.field,)
