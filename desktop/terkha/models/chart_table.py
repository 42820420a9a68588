# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The table twin of a chart: every number of the picture in words, with who says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    Qt,
)

from terkha.models.roles import Index, Role
from terkha_db.cells import who_says
from terkha_db.wording import format_number, format_word

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from terkha.charts.base import Mark, Picture

_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class ChartColumn:
    """A column of every chart's table: its heading and whether its cells are numbers."""

    id: str
    label: str
    is_number: bool = False


def _text(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("ChartTable", text))


COLUMNS: tuple[ChartColumn, ...] = (
    ChartColumn("what", _text("What")),
    ChartColumn("kind", _text("Kind of figure")),
    ChartColumn("published", _text("As published"), is_number=True),
    ChartColumn("shown", _text("In the chart"), is_number=True),
    ChartColumn("unit", _text("Unit")),
    ChartColumn("as_of", _text("As of")),
    ChartColumn("says", _text("Who says so")),
    ChartColumn("source_kind", _text("Kind of source")),
    ChartColumn("locator", _text("Place in the work")),
    ChartColumn("covers", _text("Covers")),
)


class ChartTableModel(QAbstractTableModel):
    """Rows are the numbers of a picture in its order, so that row and mark have one number."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._picture: Picture | None = None
        self._marks: tuple[Mark, ...] = ()
        self._answers: Mapping[int, Callable[[Mark, ChartColumn, int], object]] = {
            Qt.ItemDataRole.DisplayRole: self._cell,
            Qt.ItemDataRole.ToolTipRole: self._cell,
            Qt.ItemDataRole.TextAlignmentRole: lambda _, column, __: _alignment(column),
            Qt.ItemDataRole.AccessibleTextRole: self._sentence,
            Role.RECORD_ID: lambda mark, *_: mark.record,
            Role.VALUE: lambda mark, *_: mark.shown,
            Role.STATEMENTS: lambda mark, *_: (mark.statement,) if mark.statement else (),
            Role.ENTRY: lambda mark, *_: mark,
        }

    def show_picture(self, picture: Picture) -> None:
        """Show the numbers of a picture."""
        self.beginResetModel()
        self._picture = picture
        self._marks = picture.numbers
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of numbers."""
        return 0 if parent.isValid() else len(self._marks)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401
        """Return the label and alignment of a column."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return QCoreApplication.translate("ChartTable", COLUMNS[section].label)
        return _alignment(COLUMNS[section]) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return what one cell holds in the role asked for."""
        answer = self._answers.get(role)
        if not index.isValid() or answer is None:
            return None
        return answer(self._marks[index.row()], COLUMNS[index.column()], index.row())

    def _cell(self, mark: Mark, column: ChartColumn, row: int) -> str:
        return {
            "what": lambda: mark.label,
            "kind": lambda: mark.kind,
            "published": lambda: mark.text,
            "shown": lambda: self._shown(mark, row),
            "unit": lambda: self._unit(mark, row),
            "as_of": lambda: mark.as_of,
            "says": lambda: self._says(mark),
            "source_kind": lambda: self._kinds(mark),
            "locator": lambda: self._locator(mark),
            "covers": lambda: mark.of,
        }[column.id]()

    def _kinds(self, mark: Mark) -> str:
        kinds = _each(format_word(source.kind) for source in mark.sources)
        return self.tr("no work: your own table") if mark.rows else kinds

    def _locator(self, mark: Mark) -> str:
        # Of records that were counted, each has its own: their pages and the CSV file hold them.
        return "" if mark.counted else _each(cite.locator for cite in mark.cites)

    def _shown(self, mark: Mark, row: int) -> str:
        axis = self._picture.axis_of(row) if self._picture else None
        if axis is None:
            return self.tr("not on this scale")
        if axis.named and not mark.counted:
            return dict(axis.ticks)[mark.x]
        if axis.dates and mark.shown == mark.x:
            return mark.as_of
        return format_number(float(f"{mark.shown:.4g}" if mark.converted else f"{mark.shown:.10g}"))

    def _unit(self, mark: Mark, row: int) -> str:
        axis = self._picture.axis_of(row) if self._picture else None
        if axis is None:
            return ""
        return mark.unit or (self.tr("count") if mark.counted else axis.title)

    def _says(self, mark: Mark) -> str:
        if mark.statement is not None:
            return who_says(mark.statement)
        if mark.rows:
            words = self.tr("%n row(s) of your own table", "", mark.rows)
            return words.replace(str(mark.rows), f"{mark.rows:,}", 1)
        works = self.tr("%n work(s)", "", len(mark.sources))
        records = self.tr("counted from %n record(s)", "", len(mark.counted))
        return f"{records}, {works}"

    def _sentence(self, mark: Mark, column: ChartColumn, row: int) -> str:
        """Say the cell as a whole sentence, for a screen reader."""
        label = QCoreApplication.translate("ChartTable", column.label)
        cell = self._cell(mark, column, row) or self.tr("not recorded")
        if column.id == "what":
            told = (f"{mark.label}, {mark.kind}: {mark.text}", mark.as_of, self._says(mark))
            return ", ".join(words for words in told if words)
        return f"{mark.label}, {label}: {cell}"


def _each(words: Any) -> str:  # noqa: ANN401
    """Return every word once, in order."""
    return "; ".join(dict.fromkeys(word for word in words if word))


def _alignment(column: ChartColumn) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
