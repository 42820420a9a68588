# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The marks of a chart of the reader's own rows; each leads to the row, or the rows, behind it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, quote, urlencode

from terkha.charts.base import Key, Mark, Series, Shape
from terkha.charts.phrases import Phrases
from terkha.charts.words import number, translate
from terkha_db.query import parse_query
from terkha_db.query.edit import add, conjuncts, joined
from terkha_db.query.nodes import Or
from terkha_db.query.writer import comparison, format_query

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from terkha.charts.this_table import TableAsked
    from terkha_db.axes import Column, Columns
    from terkha_db.imported.points import Drawing, Form, Point

_NAMED_MOST = 40


def measure_word(measure: str) -> str:
    """Return what is made of the numbers of several rows, in words."""
    return {
        "median": translate("Charts", "median"),
        "sum": translate("Charts", "sum"),
        "min": translate("Charts", "smallest"),
        "max": translate("Charts", "largest"),
    }[measure]


class OwnMarks:
    """Makes the marks of a drawing; ``asked`` says what the table is narrowed to."""

    def __init__(self, slug: str, drawing: Drawing, columns: Columns, asked: TableAsked) -> None:
        self._slug = slug
        self._drawing = drawing
        self._columns = columns
        self._asked = asked

    def marks(self) -> tuple[Mark, ...]:
        """Return the marks, in the order of the drawing."""
        form = self._drawing.form
        if form == "groups":
            return tuple(
                mark for at, one in enumerate(self._points) for mark in self._group(one, at)
            )
        return tuple(self._mark(one, at) for at, one in enumerate(self._points))

    def lines(self) -> tuple[Series, ...]:
        """Return lines through years that follow one another; years without rows are counted 0."""
        drawing = self._drawing
        if drawing.form not in ("years", "periods"):
            return ()
        lines: list[list[tuple[float, float]]] = [[(one.x, one.y) for one in self._points[:1]]]
        for before, after in pairwise(self._points):
            gap = round(after.x - before.x)
            if gap > drawing.step and drawing.form == "periods":
                lines.append([])
            elif gap > drawing.step:
                lines[-1] += [(before.x + drawing.step, 0), (after.x - drawing.step, 0)]
            lines[-1].append((after.x, after.y))
        return tuple(Series("", tuple(line)) for line in lines)

    @property
    def _points(self) -> tuple[Point, ...]:
        return self._drawing.points

    def _mark(self, point: Point, at: int) -> Mark:
        form = self._drawing.form
        if form in ("bars", "years", "discs", "squares"):
            return self._counted(point, at)
        x, y = self._columns.x, self._columns.y
        up = form in ("periods", "pairs")
        column, value = (y, point.y) if up else (x, point.x)
        measured = measure_word(self._columns.measure) if form == "periods" else ""
        return Mark(
            label=point.label,
            text=_with_unit(value, column),
            shown=value,
            x=point.x,
            y=point.y if up else at,
            shape=Shape.CIRCLE,
            kind=f"{measured} {column.name}".strip(),
            link=self._link(point),
            caption=point.label if form == "pairs" and len(self._points) <= _NAMED_MOST else "",
            across=self._across(point) if form == "pairs" else None,
            rows=point.rows,
        )

    def _counted(self, point: Point, at: int) -> Mark:
        form = self._drawing.form
        rows = translate("Charts", "rows")
        places = {"bars": float(at), "discs": float(self._order(point))}
        shapes = {"bars": Shape.BAR, "years": Shape.CIRCLE}
        return Mark(
            label=f"{point.label}, {point.years}" if point.years else self._label(point),
            text=Phrases().rows(point.rows),
            shown=point.rows,
            x=point.x,
            y=places.get(form, point.y),
            shape=shapes.get(form, Shape.DISC),
            kind=translate("Charts", "count"),
            link=self._link(point),
            shade=int(form == "bars"),
            rows=point.rows,
            unit=rows,
        )

    def _group(self, point: Point, at: int) -> Iterator[Mark]:
        """Yield what was made of the numbers of a value; around a median its ends as well."""
        measure, column = self._columns.measure, self._columns.x
        found = [(measure, point.x)]
        if measure == "median" and point.low is not None and point.high is not None:
            found += [("min", point.low), ("max", point.high)]
        is_bar = measure == "sum" and all((one.low or 0) >= 0 for one in self._points)
        for name, value in found:
            own = name == measure
            yield Mark(
                label=point.label,
                text=_with_unit(value, column),
                shown=value,
                x=value,
                y=at,
                shape=(Shape.BAR if is_bar else Shape.CIRCLE) if own else Shape.TICK,
                kind=f"{measure_word(name)} {column.name}",
                link=self._link(point),
                shade=int(is_bar and own),
                rows=point.rows,
            )

    def _across(self, point: Point) -> Mark:
        """Return the number of a row that stands for its place on the x axis."""
        column = self._columns.x
        return Mark(
            label=point.label,
            text=_with_unit(point.x, column),
            shown=point.x,
            x=point.x,
            y=0,
            shape=Shape.CIRCLE,
            kind=column.name,
            link=self._link(point),
            rows=1,
        )

    def _order(self, point: Point) -> int:
        """Return on which line a value stands: the frequent ones come first."""
        totals: dict[str, int] = {}
        for one in self._points:
            totals[one.label] = totals.get(one.label, 0) + one.rows
        return sorted(totals, key=lambda value: (-totals[value], value)).index(point.label)

    def _label(self, point: Point) -> str:
        if self._drawing.form != "squares":
            return point.label
        x, y = point.label.split(" / ")
        return f"{self._columns.x.name} {x}, {self._columns.y.name} {y}"

    def _link(self, point: Point) -> str:
        """Return the link of the row, or of the table narrowed to the rows, behind a mark."""
        where = self._asked.where
        if point.where:
            where = add(where, parse_query(point.where))
        place = f"collection/{self._slug}" + (f"/{point.number}" if point.number else "")
        query = tuple(pair for pair in (("text", self._asked.text), ("where", where)) if pair[1])
        return f"{place}?{urlencode(query, quote_via=quote)}" if query else place


def rows_link(marks: Sequence[Mark]) -> str:
    """Return the link of the table narrowed to the rows behind any of some marks."""
    kept = []
    for mark in marks:
        place, _, query = mark.link.partition("?")
        parts = conjuncts(parse_query(dict(parse_qsl(query)).get("where", "")))
        kept.append(
            joined([*parts, *(comparison("row", "=", one) for one in place.split("/")[2:])])
        )
    place, _, query = marks[0].link.partition("?")
    asked = dict(parse_qsl(query)) | {"where": format_query(Or(tuple(kept)))}
    return f"{'/'.join(place.split('/')[:2])}?{urlencode(asked, quote_via=quote)}"


def keys_of(form: Form, columns: Columns) -> tuple[Key, ...]:
    """Return the legend; only what is drawn of it is shown."""
    rows = translate("Charts", "rows")
    counted = {
        "bars": Key(Shape.BAR, rows, 1),
        "years": Key(Shape.CIRCLE, rows),
        "discs": Key(Shape.DISC, translate("Charts", "rows, by area")),
        "squares": Key(Shape.DISC, translate("Charts", "rows, by area")),
    }
    if form in counted:
        return (counted[form],)
    if not columns.measure:
        return (Key(Shape.CIRCLE, translate("Charts", "a row")),)
    word = measure_word(columns.measure)
    ends = translate("Charts", "smallest and largest")
    return (Key(Shape.CIRCLE, word), Key(Shape.BAR, word, 1), Key(Shape.TICK, ends))


def _with_unit(value: float, column: Column) -> str:
    return f"{number(value)} {column.unit}".strip()
