# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The model of a table page: the records of one kind, filtered and sorted by the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, Qt

from terkha.models.columns import ColumnSpec, Order, explain_column, with_key
from terkha.models.roles import Index, Role
from terkha_db.cells import cell_text, spread_text, who_says
from terkha_db.fields import Field, fields_of
from terkha_db.vocabulary import ROLES
from terkha_db.wording import NOT_RECORDED, OUTSIDE_LENS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from terkha_db.catalogue import Catalogue, Row
    from terkha_db.entities import Statement

_ROOT = QModelIndex()
_AT_FIRST: Mapping[str, Order] = {"event": (("date", True),)}
"""Order of a kind until the reader chooses one; all others stand in that of the catalogue."""


class RecordTableModel(QAbstractTableModel):
    """Rows are records of ``kind``, columns the fields that the reader chose to see."""

    shrinks = True

    def __init__(self, catalogue: Catalogue, kind: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self.kind = kind
        self.layout_name = f"table-{kind}"
        self._all_fields = fields_of(kind)
        self._by_id = {field.id: field for field in self._all_fields}
        self.fields: tuple[Field, ...] = tuple(f for f in self._all_fields if f.shown)
        self.text = ""
        self.where = ""
        self.kept: frozenset[str] | None = None
        self.order: Order = _AT_FIRST.get(kind, ())
        self._rows: Sequence[Row] = ()
        self._marks: Mapping[str, tuple[tuple[str, str], ...]] = {}
        self.total = 0
        self._answers: Mapping[int, Callable[[Row, Field], object]] = {
            Qt.ItemDataRole.DisplayRole: _shown,
            Qt.ItemDataRole.TextAlignmentRole: lambda _, field: _alignment(field),
            Qt.ItemDataRole.AccessibleTextRole: self._sentence,
            Qt.ItemDataRole.ToolTipRole: self._sentence,
            Role.RECORD_ID: lambda row, _: row.id,
            Role.FIELD: lambda _, field: field,
            Role.VALUE: lambda row, field: row.values[field.id],
            Role.SECOND: self._second,
            Role.DISPUTED: self._disputed,
            Role.STATEMENTS: self._statements,
            Role.MARKS: lambda row, _: self._marks.get(row.id, ()),
            Role.OUTSIDE: lambda row, field: field.id in row.outside,
        }
        self.reload()

    def reload(self) -> None:
        """Read the rows again from the catalogue."""
        self.beginResetModel()
        self._rows = self._catalogue.rows(
            self.kind, text=self.text, where=self.where, sort=self.order, ids=self.kept
        )
        self.total = self._catalogue.edition.counts[self.kind]
        if not self._marks and any(field.paint == "commodities" for field in self._all_fields):
            self._marks = self._read_marks()
        self.endResetModel()

    def look_anew(self) -> None:
        """Read the rows again, because other works count now."""
        self._marks = {}
        self.reload()

    def ask(self, text: str, where: str, kept: frozenset[str] | None = None) -> None:
        """Show the records that match ``text`` and that the query ``where`` keeps.

        Of these only ``kept``, unless it is None.
        """
        if (text, where, kept) != (self.text, self.where, self.kept):
            self.text, self.where, self.kept = text, where, kept
            self.reload()

    def columns(self) -> Sequence[ColumnSpec]:
        """Return all columns that records of the kind have."""
        return tuple(map(_spec, self._all_fields))

    def shown(self) -> Sequence[ColumnSpec]:
        """Return the columns that are shown, in the order of the model."""
        return tuple(map(_spec, self.fields))

    def show_fields(self, ids: Sequence[str]) -> None:
        """Show the fields named, in that order; names that are no field are passed over."""
        self.beginResetModel()
        self.fields = tuple(self._by_id[name] for name in ids if name in self._by_id)
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by one column alone."""
        if 0 <= column < len(self.fields):
            self.sort_by([(self.fields[column].id, order == Qt.SortOrder.DescendingOrder)])

    def sort_also(self, column: int) -> None:
        """Let a column decide among equals; one that decides already turns round."""
        self.sort_by(with_key(self.order, self.fields[column].id))

    def sort_by(self, order: Sequence[tuple[str, bool]]) -> None:
        """Sort by fields, the first before all others; true is descending."""
        self.order = tuple(order)
        self.reload()
        last = len(self.fields) - 1
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of records shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return the number of fields shown."""
        return 0 if parent.isValid() else len(self.fields)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401
        """Return the label, help and alignment of a column."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.fields):
            return None
        field = self.fields[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return QCoreApplication.translate("Fields", field.label)
        if role == Qt.ItemDataRole.ToolTipRole:
            return explain_column(_spec(field), self.order)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(field)
        return field if role == Role.FIELD else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return what one cell holds in the role asked for."""
        if not index.isValid():
            return None
        answer = self._answers.get(role)
        if answer is None:
            return None
        return answer(self._rows[index.row()], self.fields[index.column()])

    def record_id(self, row: int) -> str:
        """Return the permanent id of the record in ``row``."""
        return self._rows[row].id

    def row_of(self, record_id: str) -> int:
        """Return the row of a record, or -1 if it is not among those shown."""
        return next((n for n, row in enumerate(self._rows) if row.id == record_id), -1)

    def rows(self) -> Sequence[Row]:
        """Return the rows shown, in their order."""
        return self._rows

    def _second(self, row: Row, field: Field) -> str:
        if field.id == "source_kind" and not self._catalogue.is_inside(self.kind, row):
            return OUTSIDE_LENS
        other = self._by_id.get(field.second)
        if other is None:
            return ""
        value = row.values.get(other.id)
        if other.id.endswith("_max"):
            low = row.values.get(field.id)
            differs = value is not None and value != low
            return self.tr("to %s") % cell_text(other, value) if differs else ""
        return cell_text(other, value) if value is not None else ""

    def _disputed(self, row: Row, field: Field) -> str:
        spread = row.spreads.get(field.id)
        return spread_text(spread, field) if spread else ""

    def _read_marks(self) -> dict[str, tuple[tuple[str, str], ...]]:
        """Return commodity and role of every record, primary first, for the marks of the cells."""
        # A source may name a commodity without a word on its role.
        ranks = {choice.id: place for place, choice in enumerate(ROLES)}
        marks = {}
        for record, said in self._catalogue.commodities(self.kind).items():
            best: dict[str, str] = {}
            for commodity, role in sorted(said, key=lambda one: ranks.get(one[1], len(ranks))):
                best.setdefault(commodity.partition("/")[2], role)
            marks[record] = tuple(best.items())
        return marks

    def _statements(self, row: Row, field: Field) -> tuple[Statement, ...]:
        """Return who says so: the statements behind a cell, none where a rule made it."""
        return self._catalogue.cells(row.id).get(field.id, ())

    def _sentence(self, row: Row, field: Field) -> str:
        """Say the cell as a whole sentence: what a screen reader and a tooltip tell."""
        value = _shown(row, field) or field.absent or NOT_RECORDED
        words = [f"{QCoreApplication.translate('Fields', field.label)}: {value}"]
        words += [text for text in (self._second(row, field), self._disputed(row, field)) if text]
        found = self._statements(row, field)
        if found:
            words.append(self.tr("says %s") % who_says(found[0]))
        return ", ".join(words)


def _spec(field: Field) -> ColumnSpec:
    return ColumnSpec(
        field.id,
        QCoreApplication.translate("Fields", field.label),
        QCoreApplication.translate("Fields", field.help),
        field.width,
        field.shown,
        field.paint == "status",
    )


def _shown(row: Row, field: Field) -> str:
    """Return the first line of a cell; "" where nothing is recorded."""
    return OUTSIDE_LENS if field.id in row.outside else cell_text(field, row.values[field.id])


def _alignment(field: Field) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if field.paint == "number" else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
