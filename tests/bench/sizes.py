# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Measures tables over collections of 10,000, 100,000 and 1,000,000 sites."""

from __future__ import annotations

import random
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from statistics import median

from generate import SIZES, collection
from measure import Line, measured, p95

from terkha_db.catalogue import Catalogue
from terkha_db.imported.facets import FacetReader
from terkha_db.imported.paging import PagedRows
from terkha_db.imported.view import View
from terkha_db.query import parse_query

ON_SCREEN = 40
JUMPS = 60


def table_first_page(catalogue: Catalogue) -> Line:
    """The first rows of a million sorted by an indexed column, against reading as many rows."""
    file = collection("1M", catalogue.path)
    with _raw(file) as raw, PagedRows(file) as rows:
        view = View(sort=((_column(rows, "Status"), False),))
        cpu, wall = measured(lambda: rows.first(rows.interrupt(), view, ON_SCREEN), 25)
        floor = _reading(raw, 0)
    return Line("table of 1M, first page, p95", p95(cpu), floor, "ms", p95(wall), 100)


def table_page_anywhere(catalogue: Catalogue) -> Line:
    """A page from anywhere in a million sorted rows, against reading as many rows there."""
    file = collection("1M", catalogue.path)
    chance = random.Random(1)
    ours, walls, floor = [], [], []
    with _raw(file) as raw, PagedRows(file) as rows:
        generation = rows.interrupt()
        rows.first(generation, View(sort=((_column(rows, "Elevation"), True),)), ON_SCREEN)
        rows.arrange(generation)
        for _ in range(JUMPS):
            start = chance.randrange(SIZES["1M"] - ON_SCREEN)
            cpu, wall = measured(lambda at=start: rows.page(generation, at, ON_SCREEN), 3)
            ours.append(median(cpu))
            walls.append(median(wall))
            floor.append(_reading(raw, start))
    return Line("table of 1M, any page, p95", p95(ours), p95(floor), "ms", p95(walls), 5)


def table_sort(catalogue: Catalogue) -> Line:
    """Sorting a million rows by an indexed column, against walking through that index."""
    file = collection("1M", catalogue.path)
    with _raw(file) as raw, PagedRows(file) as rows:
        name = _column(rows, "Elevation")

        def sort() -> None:
            generation = rows.interrupt()
            rows.first(generation, View(sort=((name, False),)), ON_SCREEN)
            rows.arrange(generation)

        cpu, wall = measured(sort, 5)
        walk = f"SELECT COUNT({name}), MAX(number) FROM site INDEXED BY site_{name}"
        floor, _ = measured(lambda: raw.execute(walk).fetchall(), 5)
    return Line("table of 1M, sort, indexed", median(cpu), median(floor), "ms", median(wall), 1000)


def table_facets(catalogue: Catalogue) -> Line:
    """Counting all facets of a million rows under a filter, against one walk through the rows."""
    file = collection("1M", catalogue.path)
    node = parse_query("status=Producer elevation>3000")
    with _raw(file) as raw, closing(FacetReader(file)) as reader:
        column = reader.vocabulary.term("elevation").of
        count = lambda: list(reader.counted(reader.interrupt(), node))  # noqa: E731
        cpu, wall = measured(count, 5)
        walk = f"SELECT COUNT(*) FROM site NOT INDEXED WHERE {column} > 3000"
        floor, _ = measured(lambda: raw.execute(walk).fetchall(), 5)
    return Line("table of 1M, facets", median(cpu), median(floor), "ms", median(wall), 3000)


def table_interrupt(catalogue: Catalogue) -> Line:
    """Stopping a long filter, from asking to having the first page of the next view."""
    import threading

    file = collection("1M", catalogue.path)
    waits = []
    with PagedRows(file) as rows:
        slow = View(sort=((_column(rows, "Remarks"), False), ("title", False)))
        for _ in range(7):
            asked: list[float] = []
            generation = rows.interrupt()

            def stop(asked: list[float] = asked) -> None:
                asked.append(time.perf_counter())
                rows.interrupt()

            timer = threading.Timer(0.15, stop)
            timer.start()
            rows.first(generation, slow, ON_SCREEN)
            rows.arrange(generation)
            timer.join()
            rows.first(rows.generation + 1, View(), ON_SCREEN)
            waits.append((time.perf_counter() - asked[0]) * 1000)
    worst = max(waits)
    return Line("table of 1M, interrupt, worst", worst, 0, "ms", worst, 16)


SIZED_LINES = (
    table_first_page,
    table_page_anywhere,
    table_sort,
    table_facets,
    table_interrupt,
)


def _column(rows: PagedRows, header: str) -> str:
    return next(field.id for field in rows.fields if field.header == header)


def _reading(raw: sqlite3.Connection, start: int) -> float:
    """Return the milliseconds that reading the rows of a screen takes."""
    sql = "SELECT * FROM site WHERE number BETWEEN ? AND ?"
    cpu, _ = measured(lambda: raw.execute(sql, (start + 1, start + ON_SCREEN)).fetchall(), 5)
    return median(cpu)


@contextmanager
def _raw(file: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(f"file:{file}?mode=ro&immutable=1", uri=True)
    try:
        yield connection
    finally:
        connection.close()
