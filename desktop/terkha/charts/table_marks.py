# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The marks of a chart of a table: rows counted by value or year, or each row at its figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from terkha.charts.base import Axis, Key, Mark, Shape
from terkha.charts.base import Row as Line
from terkha.charts.counts import Counted, distinct, source_of, stack
from terkha.charts.phrases import Phrases
from terkha.charts.words import place_of, translate
from terkha_db.entities import Cite
from terkha_db.wording import format_as_of, format_value, format_word

if TYPE_CHECKING:
    from terkha_db.axes import Column
    from terkha_db.catalogue import Catalogue, Row
    from terkha_db.entities import Source, Statement

_JOINED = "; "
_LINES_MOST = 60
_SHOWN = "shown"


@dataclass(frozen=True, slots=True)
class Drawn:
    """Marks with their axes, the names of their lines, and how many rows they show."""

    x: Axis
    marks: tuple[Mark, ...]
    shown: int
    y: Axis | None = None
    rows: tuple[Line, ...] = ()
    keys: tuple[Key, ...] = ()


class TableMarks:
    """Makes marks of the rows of one kind; ``page`` is the link of their table."""

    def __init__(self, catalogue: Catalogue, kind: str, rows: Sequence[Row], *, page: str) -> None:
        self._catalogue = catalogue
        self._kind = kind
        self._rows = rows
        self._page = page

    def drawn(self, x: Column, y: Column) -> Drawn:
        """Return the marks of two columns that go together."""
        if x.sort == "count":
            return self._bars(y)
        if x.sort == "date" and y.sort != "number":
            return self._years(x, y)
        if y.sort == "number":
            return self._pairs(x, y)
        return self._lines(x, y)

    # Counted

    def _bars(self, y: Column) -> Drawn:
        counted = [
            Counted(row.id, value, _SHOWN, self._cites(row.id, y.id))
            for row in self._rows
            for value in self._values(row, y.id)
        ]
        bars = stack(counted, {_SHOWN: translate("Charts", "rows")}, format_word, self._to_page)
        marks = tuple(
            replace(mark, label=bars.rows[int(mark.y)].title, shade=1) for mark in bars.marks
        )
        axis = Axis(0, bars.longest, translate("Charts", "rows"), whole=True)
        key = Key(Shape.BAR, translate("Charts", "rows"), 1)
        shown = len({one.record for one in counted})
        return Drawn(axis, marks, shown, rows=bars.rows, keys=(key,))

    def _years(self, x: Column, y: Column) -> Drawn:
        cells: dict[tuple[str, int], list[Row]] = defaultdict(list)
        everything = translate("Charts", "All rows")
        for row in self._rows:
            date = str(row.values[x.id] or "")
            values = self._values(row, y.id) if y.sort == "category" else [everything]
            for value in values if date else ():
                cells[value, int(date.rpartition("/")[2][:4])].append(row)
        totals = {value: sum(len(cells[cell]) for cell in cells if cell[0] == value)
                  for value, _ in cells}  # fmt: skip
        order = sorted(totals, key=lambda value: (-totals[value], value))
        marks = tuple(
            self._disc(cells[value, year], (value, year, order.index(value)), x.id)
            for value, year in sorted(cells)
        )
        years = [mark.x for mark in marks]
        shown = len({row.id for found in cells.values() for row in found})
        rows = tuple(Line(format_word(value), note=str(totals[value])) for value in order)
        axis = Axis(min(years) - 0.7, max(years), whole=True, plain=True, dates=True)
        key = Key(Shape.DISC, translate("Charts", "rows, by area"))
        return Drawn(axis, marks, shown, rows=rows, keys=(key,))

    def _disc(self, found: Sequence[Row], place: tuple[str, int, int], field: str) -> Mark:
        value, year, line = place
        return Mark(
            label=f"{format_word(value)}, {year}",
            text=Phrases().records(len(found)),
            shown=len(found),
            x=year,
            y=line,
            shape=Shape.DISC,
            kind=translate("Charts", "count"),
            as_of=translate("Charts", "this edition"),
            link=found[0].id if len(found) == 1 else self._page,
            counted=tuple(row.id for row in found),
            cites=distinct(cite for row in found for cite in self._cites(row.id, field)),
        )

    # Each row by itself

    def _lines(self, x: Column, y: Column) -> Drawn:
        """Return a line for each row, the largest first, or for each value of a category."""
        points = [point for row in self._rows if (point := self._point(row, x)) is not None]
        points.sort(key=lambda mark: -mark.x)
        if y.sort == "category":
            values = {row.id: self._values(row, y.id) for row in self._rows}
            found = [(value, mark) for mark in points for value in values[mark.record]]
            totals: dict[str, int] = defaultdict(int)
            for value, _ in found:
                totals[value] += 1
            order = sorted(totals, key=lambda value: (-totals[value], value))
            marks = tuple(replace(mark, y=order.index(value)) for value, mark in found)
            rows = tuple(Line(format_word(value), note=str(totals[value])) for value in order)
        else:
            points = points[:_LINES_MOST]
            marks = tuple(replace(mark, y=line) for line, mark in enumerate(points))
            rows = tuple(Line(mark.label, note=mark.text) for mark in marks)
        shown = len({mark.record for mark in marks})
        return Drawn(_axis(x, marks), marks, shown, rows=rows, keys=(_figure_key(),))

    def _pairs(self, x: Column, y: Column) -> Drawn:
        marks = []
        for row in self._rows:
            across, up = self._point(row, x), self._point(row, y)
            if across is not None and up is not None:
                marks.append(replace(up, x=across.x, y=up.x, across=across, caption=up.label))
        found = tuple(marks)
        upright = _axis(y, [replace(mark, x=mark.y) for mark in found])
        return Drawn(_axis(x, found), found, len(found), y=upright, keys=(_figure_key(),))

    def _point(self, row: Row, column: Column) -> Mark | None:
        """Return the figure of a row on an axis; None where it has none."""
        value = row.values[column.id]
        stated = self._cells(row.id).get(column.id, ())
        if value is None or not stated:
            return None
        said = stated[0]
        place = place_of(str(value)) if column.sort == "date" else float(value)
        return Mark(
            label=str(row.values["title"]),
            text=format_value(said),
            shown=place,
            x=place,
            y=0,
            shape=Shape.CIRCLE,
            kind=column.label,
            link=f"{said.record}#{said.id}",
            of=said.of,
            as_of=format_as_of(said) if said.as_of else "",
            statement=said,
            cites=said.cites,
        )

    # What stands in the table

    def _values(self, row: Row, field: str) -> list[str]:
        """Return the values of a category; a cell may hold several."""
        value = row.values[field]
        return list(dict.fromkeys(str(value).split(_JOINED))) if value is not None else []

    def _cells(self, record: str) -> dict[str, tuple[Statement, ...]]:
        if record not in self._known:
            self._known[record] = dict(self._catalogue.cells(record))
        return self._known[record]

    @cached_property
    def _known(self) -> dict[str, dict[str, tuple[Statement, ...]]]:
        return {}

    def _cites(self, record: str, field: str) -> tuple[Cite, ...]:
        """Return who says so: the cell's statements, else all works behind the row."""
        if self._kind == "citation":
            return (Cite(self._works[record]),)
        stated = self._cells(record).get(field, ())
        if stated:
            return tuple(cite for said in stated for cite in said.cites)
        places = self._behind.get(record, {}).get("", ())
        return tuple(Cite(self._works[work], locator) for work, locator in places)

    @cached_property
    def _behind(self) -> Mapping[str, Mapping[str, Sequence[tuple[str, str]]]]:
        return self._catalogue.cell_works(self._kind)

    @cached_property
    def _works(self) -> dict[str, Source]:
        """Return every work behind the rows in short."""
        ids: Iterable[str]
        if self._kind == "citation":
            ids = [row.id for row in self._rows]
        else:
            places = (self._behind.get(row.id, {}).get("", ()) for row in self._rows)
            ids = {work for found in places for work, _ in found}
        return {work.id: source_of(work) for work in self._catalogue.works(ids)}

    def _to_page(self, _group: str) -> str:
        return self._page


def _figure_key() -> Key:
    return Key(Shape.CIRCLE, translate("Charts", "preferred figure of a row"))


def _axis(column: Column, marks: Sequence[Mark]) -> Axis:
    places = [mark.x for mark in marks] or [0.0, 1.0]
    low, high = min(places), max(places)
    if column.sort == "date":
        return Axis(int(low) - 0.5, high, column.label, whole=True, plain=True, dates=True)
    title = column.label
    if column.unit and column.unit not in title:
        title = f"{title}, {column.unit}"
    # Degrees and such begin where the figures begin; quantities at zero.
    start = 0.0 if low >= 0 else low
    return Axis(start, high if high > start else start + 1, title, turns=low > 0)
