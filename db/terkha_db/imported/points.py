# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What a chart of a collection draws: rows counted or measured in SQL, or each at its numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from terkha_db.imported.chartable import Chartable, condition
from terkha_db.imported.pieces import (
    begin_of,
    between,
    edges_of,
    in_years,
    middle_of,
    place_sql,
    with_value,
    within,
    years_text,
    years_together,
)
from terkha_db.imported.searching import Stoppable
from terkha_db.imported.values import Values, same
from terkha_db.imported.where import Clause

Form = Literal["bars", "years", "discs", "periods", "rows", "groups", "pairs", "squares"]
"""Values counted; years counted, alone or by value; numbers by year, each, by value; pairs."""
MOST_VALUES = 40
MOST_ROWS = 60
MOST_PAIRS = 300
"""More marks than these would hide each other: then those in one square are counted together."""
_SQUARES = (36, 20)
_YEARS_MOST = {"years": 90, "periods": 90, "discs": 40}
_WIDE = 100
"""Numbers that span more than so many times the least are told apart by their logarithms."""


@dataclass(frozen=True, slots=True)
class Point:
    """One mark: a row, or several that were counted or measured together."""

    label: str
    """The title of the row, or the value or years or range that its rows have."""
    rows: int
    x: float
    y: float = 0.0
    years: str = ""
    """The years that its rows are of, where ``label`` names a value."""
    low: float | None = None
    high: float | None = None
    """The least and the greatest of its numbers."""
    number: int = 0
    """The number of the row, where it is one."""
    where: str = ""
    """The query that keeps its rows, where they are several."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """The marks of a chart."""

    form: Form
    points: tuple[Point, ...]
    shown: int
    """How many rows are behind the marks."""
    hidden_values: int = 0
    hidden_rows: int = 0
    """Values, and rows, for which there is no room."""
    several: bool = False
    """Whether a row may be counted under several values."""
    step: int = 1
    """How many years one mark is of."""
    logs: tuple[bool, bool] = (False, False)
    """Of squares: whether they are even on a logarithmic scale, across and upright."""


class Points:
    """Reads the marks of one chart."""

    def __init__(
        self, database: Stoppable, values: Mapping[str, Values], where: Clause, scale: str
    ) -> None:
        self._database = database
        self._values = values
        self._where = where
        self._scale = scale
        self._spelt: dict[str, Mapping[str, tuple[str, ...]]] = {}

    def drawn(self, x: Chartable | None, y: Chartable | None, measure: str) -> Drawing:
        """Return the marks of two columns, None for a number of rows or for each row.

        ``measure`` is one of MEASURES where numbers of several rows come together.
        """
        if x is None:
            assert y is not None
            return self._bars(y)
        sorts = (x.column.sort, y.column.sort if y is not None else "")
        if y is None:
            return self._years(x) if sorts[0] == "date" else self._rows(x)
        forms: Mapping[tuple[str, str], Callable[[Chartable, Chartable], Drawing]] = {
            ("date", "category"): self._discs,
            ("date", "number"): lambda x, y: self._periods(x, y, measure),
            ("number", "category"): lambda x, y: self._groups(x, y, measure),
            ("number", "number"): self._pairs,
        }
        return forms[sorts](x, y)

    # Counted

    def _bars(self, y: Chartable) -> Drawing:
        cells = self._rows_of(
            f"{y.sql}, COUNT(*)", f"{y.sql} IS NOT NULL", f"{y.sql} COLLATE NOCASE"
        )
        counts, several = self._by_value(y, cells)
        shown = sum(count for _, count in cells)
        kept = counts.most_common(MOST_VALUES)
        points = tuple(
            Point(value, n, n, where=with_value(y.column.id, value)) for value, n in kept
        )
        left = sum(counts.values()) - sum(n for _, n in kept)
        return Drawing("bars", points, shown, len(counts) - len(kept), left, several)

    def _years(self, x: Chartable) -> Drawing:
        found = self._rows_of(f"{x.sql}, COUNT(*)", f"{x.sql} IS NOT NULL", x.sql)
        step = years_together([year for year, _ in found], _YEARS_MOST["years"])
        counts: Counter[int] = Counter()
        for year, number in found:
            counts[begin_of(year, step)] += number
        points = tuple(
            Point(
                years_text(start, step),
                n,
                start + (step - 1) / 2,
                n,
                where=in_years(x.column.id, start, step),
            )
            for start, n in sorted(counts.items())
        )
        return Drawing("years", points, sum(counts.values()), step=step)

    def _discs(self, x: Chartable, y: Chartable) -> Drawing:
        found = self._rows_of(
            f"{y.sql}, COUNT(*), {x.sql}",
            f"{x.sql} IS NOT NULL AND {y.sql} IS NOT NULL",
            f"{y.sql} COLLATE NOCASE, {x.sql}",
        )
        step = years_together([year for *_, year in found], _YEARS_MOST["discs"])
        counts, several = self._by_value(y, [(cell, n) for cell, n, _ in found])
        kept = {value for value, _ in counts.most_common(MOST_VALUES // 2)}
        cells: Counter[tuple[str, int]] = Counter()
        for cell, number, year in found:
            for value in self._parts(y, cell):
                cells[value, begin_of(year, step)] += number
        points = tuple(
            Point(value, n, start + (step - 1) / 2, years=years_text(start, step),
                  where=f"{with_value(y.column.id, value)} {in_years(x.column.id, start, step)}")
            for (value, start), n in sorted(cells.items()) if value in kept
        )  # fmt: skip
        left = sum(n for value, n in counts.items() if value not in kept)
        shown = sum(n for _, n, _ in found)
        return Drawing("discs", points, shown, len(counts) - len(kept), left, several, step)

    # Measured

    def _periods(self, x: Chartable, y: Chartable, measure: str) -> Drawing:
        both = f"{x.sql} IS NOT NULL AND {y.sql} IS NOT NULL"
        ((first, last),) = self._rows_of(f"MIN({x.sql}), MAX({x.sql})", both)
        step = years_together([first, last], _YEARS_MOST["periods"])
        self._keep(f"({x.sql}) / {step} * {step} AS of, {y.sql} AS value", both)
        points = tuple(
            Point(years_text(start, step), n, start + (step - 1) / 2, value[measure],
                  low=value["min"], high=value["max"], where=in_years(x.column.id, start, step))
            for start, n, value in self._measured("SELECT of, value FROM temp.drawn")
        )  # fmt: skip
        return Drawing("periods", points, sum(point.rows for point in points), step=step)

    def _groups(self, x: Chartable, y: Chartable, measure: str) -> Drawing:
        self._keep(
            f"{y.sql} AS of, {x.sql} AS value", f"{x.sql} IS NOT NULL AND {y.sql} IS NOT NULL"
        )
        ((shown,),) = self._database.all("SELECT COUNT(*) FROM temp.drawn")
        self._database.all("DROP TABLE IF EXISTS temp.part")
        self._database.all(
            "CREATE TEMP TABLE part (cell TEXT COLLATE NOCASE, value TEXT, "
            "PRIMARY KEY (cell, value)) WITHOUT ROWID"
        )
        for cell, parts in self._values[y.of].cells.items():
            for value in parts:
                self._database.all("INSERT INTO temp.part VALUES (?, ?)", (cell, value))
        joined = "temp.drawn CROSS JOIN temp.part ON part.cell = drawn.of"
        found = self._measured(f"SELECT part.value AS of, drawn.value FROM {joined}")
        found.sort(key=lambda one: (-one[1], one[0]))
        kept = sorted(found[:MOST_VALUES], key=lambda one: (-one[2][measure], one[0]))
        points = tuple(
            Point(
                name,
                n,
                value[measure],
                low=value["min"],
                high=value["max"],
                where=with_value(y.column.id, name),
            )
            for name, n, value in kept
        )
        left = sum(n for _, n, _ in found[MOST_VALUES:])
        several = sum(n for _, n, _ in found) > shown
        return Drawing("groups", points, shown, max(0, len(found) - MOST_VALUES), left, several)

    def _measured(self, rows: str) -> list[tuple[Any, int, Mapping[str, float]]]:
        """Return for each group how many rows it has, and their MEASURES.

        Once the numbers stand in their order, the least, the middle and the greatest of a group are
        where one knows them to be.
        """
        self._database.all("DROP TABLE IF EXISTS temp.ordered")
        self._database.all(f"CREATE TEMP TABLE ordered AS {rows} ORDER BY 1, 2")
        middle = "(SELECT AVG(value) FROM temp.ordered AS one WHERE one.rowid IN "
        found = self._database.all(
            "SELECT of, number, low, total, high, "
            f"{middle} (start + (number - 1) / 2, start + number / 2)) "
            "FROM (SELECT of, COUNT(*) AS number, MIN(rowid) AS start, MIN(value) AS low, "
            "MAX(value) AS high, TOTAL(value) AS total FROM temp.ordered GROUP BY of)"
        )
        return [
            (of, number, {"min": low, "sum": total, "max": high, "median": median})
            for of, number, low, total, high, median in found
        ]

    # Each row by itself

    def _rows(self, x: Chartable) -> Drawing:
        ((shown,),) = self._rows_of("COUNT(*)", f"{x.sql} IS NOT NULL")
        found = self._rows_of(
            f"number, title, {x.sql} AS value", "value IS NOT NULL", order="value DESC, number",
            most=MOST_ROWS,
        )  # fmt: skip
        points = tuple(Point(title, 1, value, number=number) for number, title, value in found)
        return Drawing("rows", points, len(points), hidden_rows=shown - len(points))

    def _pairs(self, x: Chartable, y: Chartable) -> Drawing:
        across, upright = f"{x.sql} AS x", f"{y.sql} AS y"
        both = "x IS NOT NULL AND y IS NOT NULL"
        self._keep(f"number, {across}, {upright}", both)
        ((shown, *ends),) = self._database.all(
            "SELECT COUNT(*), MIN(x), MAX(x), MIN(y), MAX(y) FROM temp.drawn"
        )
        if shown > MOST_PAIRS:
            return self._squares(x, y, shown, ends)
        found = self._database.all(
            "SELECT number, title, x, y FROM temp.drawn CROSS JOIN site USING (number)"
        )
        points = tuple(Point(title, 1, x, y, number=number) for number, title, x, y in found)
        return Drawing("pairs", points, shown)

    def _squares(self, x: Chartable, y: Chartable, shown: int, ends: Sequence[float]) -> Drawing:
        low_x, high_x, low_y, high_y = ends
        wide = high_x > _WIDE * low_x > 0 or high_y > _WIDE * low_y > 0
        log = self._scale == "log" or (wide and self._scale != "linear")
        logs = (log and low_x > 0, log and low_y > 0)
        edges = (
            edges_of(low_x, high_x, _SQUARES[0], log=logs[0]),
            edges_of(low_y, high_y, _SQUARES[1], log=logs[1]),
        )
        found = self._database.all(
            f"SELECT {place_sql('x', edges[0])} AS a, {place_sql('y', edges[1])} AS b, COUNT(*) "
            "FROM temp.drawn GROUP BY a, b ORDER BY a, b"
        )
        across, upright = edges
        points = tuple(
            Point(
                f"{between(across, a)} / {between(upright, b)}",
                number,
                middle_of(across, a, log=logs[0]),
                middle_of(upright, b, log=logs[1]),
                where=" ".join(
                    filter(None, (within(x.column.id, across, a), within(y.column.id, upright, b)))
                ),
            )
            for a, b, number in found
        )
        return Drawing("squares", points, shown, logs=logs)

    # The table

    def _rows_of(
        self, what: str, kept: str, group: str = "", order: str = "", most: int = 0
    ) -> list[tuple[Any, ...]]:
        sql = f"SELECT {what} FROM site{condition(self._where, kept)}"
        sql += f" GROUP BY {group}" if group else ""
        sql += f" ORDER BY {order} LIMIT {most}" if order else ""
        return self._database.all(sql, self._where.values)

    def _keep(self, what: str, kept: str) -> None:
        """Put what is needed of the rows into a table of its own, which is read several times."""
        self._database.all("DROP TABLE IF EXISTS temp.drawn")
        sql = f"CREATE TEMP TABLE drawn AS SELECT {what} FROM site{condition(self._where, kept)}"
        self._database.all(sql, self._where.values)

    def _by_value(
        self, y: Chartable, cells: Sequence[tuple[str, int]]
    ) -> tuple[Counter[str], bool]:
        """Return how many rows have each value, and whether any has several."""
        counts: Counter[str] = Counter()
        several = False
        for cell, number in cells:
            parts = self._parts(y, cell)
            several = several or len(parts) > 1
            for value in parts:
                counts[value] += number
        return Counter(dict(sorted(counts.items()))), several

    def _parts(self, y: Chartable, cell: str) -> tuple[str, ...]:
        """Return the values of a cell, such as “Copper; Gold”."""
        if y.of not in self._spelt:
            values = self._values[y.of]
            self._spelt[y.of] = {same(one): parts for one, parts in values.cells.items()}
        return self._spelt[y.of][same(str(cell))]
