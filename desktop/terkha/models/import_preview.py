# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The first rows of a table as they will be once it is imported."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from terkha.models.roles import Index
from terkha_db.imported.fitting import Misfit, Site

if TYPE_CHECKING:
    from collections.abc import Sequence

    from terkha_db.imported.preview import Preview

_ROOT = QModelIndex()
SHOWN = 50
_OWN = 4
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ImportPreviewModel(QAbstractTableModel):
    """Rows are the first of the table; a row that does not fit says why in place of its title."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Site | Misfit] = ()
        self._headers: list[str] = []

    def show(self, seen: Preview) -> None:
        """Show what a mapping makes of the table."""
        self.beginResetModel()
        kept = [column.header for column in seen.mapping.columns if column.role != "skip"]
        self._headers = [
            seen.unit.capitalize(),
            self.tr("Title"),
            self.tr("Latitude"),
            self.tr("Longitude"),
            *kept,
        ]
        self._rows = seen.fitted[:SHOWN]
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of rows shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return the number of columns: those made of the table, and those of the table."""
        return 0 if parent.isValid() else len(self._headers)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401
        """Return the header of a column."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._headers):
            return None
        return self._headers[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return a cell as it will be, or why its row will not fit."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell(row, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            notes = [row.reason] if isinstance(row, Misfit) else row.notes
            return "\n".join(notes) or self._cell(row, index.column())
        return None

    def lines(self, row: int, columns: Sequence[int]) -> list[tuple[str, bool, bool]]:
        """Return what is painted: text, whether to the right, whether the row does not fit."""
        site = self._rows[row]
        amiss = isinstance(site, Misfit)
        return [(self._cell(site, column), False, amiss) for column in columns]

    def _cell(self, row: Site | Misfit, column: int) -> str:
        if column == 0:
            return f"{row.place:,}"
        if isinstance(row, Misfit):
            words = (self.tr("Will not fit: %s") % row.reason, "", "", row.text)
            return words[column - 1] if column <= _OWN else ""
        own = (row.title, row.lat, row.lon)
        cell = own[column - 1] if column < _OWN else row.values[column - _OWN]
        return "" if cell is None else " ".join(str(cell).split())
