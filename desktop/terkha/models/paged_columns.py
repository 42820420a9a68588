# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The columns of a collection as a model shows them: which there are, and in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from terkha.models.columns import ColumnSpec, Order, explain_column
from terkha.models.roles import Index, Role
from terkha_db.imported.collection import OWN_FIELDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from terkha_db.imported.collection import Field

_ROOT = QModelIndex()
_FIRST = ("name", "commodity", "status", "country", "province", "county")
"""Roles of the columns that are looked at first."""
_TITLE_WIDTH = 260
_WIDTH = 130


class PagedColumns(QAbstractTableModel):
    """A model whose columns are fields of a collection; what its rows are, the one below says."""

    shrinks = False

    def __init__(self, layout_name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.layout_name = layout_name
        self.all_fields: tuple[Field, ...] = ()
        self.fields: tuple[Field, ...] = ()
        """The fields that are shown."""
        self.places: tuple[int, ...] = ()
        """Where the cells of the fields shown stand in a row that is read."""
        self.empty: frozenset[str] = frozenset()
        """The fields of which no row has anything."""
        self.order: Order = ()
        """What rows are sorted by."""

    def columns(self) -> Sequence[ColumnSpec]:
        """Return all columns: the title, those whose meaning is known, the others, coordinates.

        What the title and the coordinates were made of is no standard column, nor is one in
        which nothing is written.
        """
        own, theirs = self.all_fields[: len(OWN_FIELDS)], self.all_fields[len(OWN_FIELDS) :]
        known = [field for role in _FIRST for field in theirs if field.role == role]
        others = [field for field in theirs if field.role not in _FIRST]
        return [self._spec(field) for field in (*own[:1], *known, *others, *own[1:])]

    def shown(self) -> Sequence[ColumnSpec]:
        """Return the columns that are shown, in the order of the model."""
        return tuple(map(self._spec, self.fields))

    def show_fields(self, ids: Sequence[str]) -> None:
        """Show the fields named, in that order; names that are no field are passed over."""
        self.beginResetModel()
        self.take_fields(ids)
        self.endResetModel()

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return the number of fields."""
        return 0 if parent.isValid() else len(self.fields)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401
        """Return the header of a column as the reader's table has it."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.fields):
            return None
        field = self.fields[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return field.header
        if role == Qt.ItemDataRole.ToolTipRole:
            return explain_column(self._spec(field), self.order)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment(field)
        return field if role == Role.FIELD else None

    def take_fields(self, ids: Sequence[str]) -> None:
        """Take up which fields are shown, without a word to the views."""
        places = {field.id: at for at, field in enumerate(self.all_fields)}
        self.places = tuple(places[name] for name in ids if name in places)
        self.fields = tuple(self.all_fields[at] for at in self.places)

    def _spec(self, field: Field) -> ColumnSpec:
        # What title and coordinates were made of would stand there twice; so would a second name.
        is_own = field in OWN_FIELDS
        twice = field.id == "second" if is_own else field.role in ("title", "lat", "lon")
        is_empty = field.id in self.empty
        width = _TITLE_WIDTH if field.id == "title" else _WIDTH
        return ColumnSpec(
            field.id, field.header, field.header, width, shown=not twice and not is_empty
        )


def alignment(field: Field) -> Qt.AlignmentFlag:
    """Return to which side the cells of a field are set."""
    side = Qt.AlignmentFlag.AlignRight if field.type == "number" else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
