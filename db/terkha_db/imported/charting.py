# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Charts of the rows of a collection: which columns go together, and their numbers, in a thread.

Rows are counted, grouped and measured in SQL, so that a chart of a million rows holds no more than
it draws.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from terkha_db.axes import COUNT, EACH, MEASURES, Column, Columns
from terkha_db.errors import KnownError
from terkha_db.imported.chartable import Chartable, chartables, condition, is_amount
from terkha_db.imported.collection import Collection
from terkha_db.imported.connection import Connection
from terkha_db.imported.info import Info
from terkha_db.imported.points import Drawing, Points
from terkha_db.imported.searching import Stoppable, Stopped
from terkha_db.imported.vocabulary import Vocabulary, read_vocabulary
from terkha_db.imported.where import Clause, asked_node, compile_query

_FEWEST = 2
_NOTHING = "Nothing in these rows can be charted: show other rows."


@dataclass(frozen=True, slots=True)
class ChartAsked:
    """Which rows are charted and how; "" where nothing is chosen."""

    words: str = ""
    where: str = ""
    x: str = ""
    y: str = ""
    measure: str = ""
    scale: str = ""
    """``log`` or ``linear``."""


@dataclass(frozen=True, slots=True)
class Charted:
    """A chart in numbers, of which collection it is, and what else may be chosen."""

    info: Info
    columns: Columns
    total: int
    """How many rows are asked for, with or without values."""
    drawing: Drawing


@dataclass(frozen=True, slots=True)
class _Known:
    """What holds for a collection as long as its file is the same."""

    file_then: tuple[int, int]
    info: Info
    vocabulary: Vocabulary
    columns: tuple[Chartable, ...]


class ChartReader:
    """Reads the charts of one collection in a worker thread; only ``interrupt`` is for others.

    The file is open while a chart is read and no longer, so that it can be replaced and removed.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._lock = threading.Lock()
        self._wanted = 0
        self._connection: Connection | None = None
        self._known: _Known | None = None
        self._filled: tuple[Clause, int, list[Chartable]] | None = None

    def interrupt(self) -> int:
        """Stop what runs and what was asked for before; return the generation to ask for next."""
        with self._lock:
            self._wanted += 1
            if self._connection is not None:
                self._connection.interrupt()
            return self._wanted

    def read(self, generation: int, asked: ChartAsked) -> Charted | None:
        """Return a chart; None if a newer generation was asked for meanwhile.

        Raises:
            KnownError: nothing in the rows can be charted, or the query cannot be read.
            CollectionError: the file is missing, damaged or of another version.

        """
        try:
            with self._opened() as connection:
                database = Stoppable(connection)
                database.wanted = lambda: generation == self._wanted
                return self._read(database, self._learn(connection, database), asked)
        except Stopped:
            return None

    @contextmanager
    def _opened(self) -> Iterator[Connection]:
        connection = Connection(self._file)
        with self._lock:
            self._connection = connection
        try:
            yield connection
        finally:
            with self._lock:
                self._connection = None
            connection.close()

    def _learn(self, connection: Connection, database: Stoppable) -> _Known:
        """Return what is known of the file, read anew if it is another one than before."""
        found = self._file.stat()
        then = (found.st_mtime_ns, found.st_ino)
        if self._known is None or self._known.file_then != then:
            with Collection(self._file) as collection:
                info, fields = collection.info, collection.fields
            vocabulary = read_vocabulary(connection, fields)
            columns = chartables(database, vocabulary)
            self._known = _Known(then, info, vocabulary, columns)
            self._filled = None
        return self._known

    def _read(self, database: Stoppable, known: _Known, asked: ChartAsked) -> Charted:
        where = compile_query(asked_node(asked.words, asked.where), known.vocabulary)
        # Who chooses another column asks for the same rows again.
        if self._filled is None or self._filled[0] != where:
            self._filled = (where, *_filled(database, known.columns, where))
        _, total, found = self._filled
        columns = _choose(database, found, where, asked)
        by_id = {one.column.id: one for one in found}
        x, y = by_id.get(columns.x.id), by_id.get(columns.y.id)
        points = Points(database, known.vocabulary.values, where, asked.scale)
        return Charted(known.info, columns, total, points.drawn(x, y, columns.measure))


def _filled(
    database: Stoppable, columns: tuple[Chartable, ...], where: Clause
) -> tuple[int, list[Chartable]]:
    """Return how many rows there are, and the columns of which enough is in them."""
    told = [f"COUNT({one.sql}), MIN({one.sql}) IS NOT MAX({one.sql})" for one in columns]
    sql = f"SELECT {', '.join(['COUNT(*)', *told])} FROM site{condition(where)}"
    ((total, *counts),) = database.all(sql, where.values)
    found = [
        one
        for one, number, differ in zip(columns, counts[::2], counts[1::2], strict=True)
        if number >= _FEWEST and (differ or one.column.sort == "date")
    ]
    return total, found


def _choose(
    database: Stoppable, found: list[Chartable], where: Clause, asked: ChartAsked
) -> Columns:
    """Return the choice of columns, which only offers what makes sense of these rows.

    Raises:
        KnownError: none of the columns can be charted.

    """
    counted = Column(COUNT, "", COUNT)
    categories = _of("category", found)
    across = (*([counted] if categories else []), *_of("number", found), *_of("date", found))
    if not across:
        raise KnownError(_NOTHING)
    x = next((one for one in across if one.id == asked.x), across[0])
    if x.sort == COUNT:
        upright = tuple(categories)
    else:
        together = _together(database, found, where, x)
        alone = counted if x.sort == "date" else Column(EACH, "", EACH)
        upright = (alone, *_of("category", together), *_of("number", together))
    y = next((one for one in upright if one.id == asked.y), upright[0])
    measured = {("number", "category"): x, ("date", "number"): y}.get((x.sort, y.sort))
    if measured is None:
        return Columns(across, upright, x, y)
    measures = tuple(one for one in MEASURES if one != "sum" or is_amount(measured))
    measure = asked.measure if asked.measure in measures else measures[0]
    return Columns(across, upright, x, y, measures, measure)


def _of(sort: str, found: list[Chartable]) -> list[Column]:
    return [one.column for one in found if one.column.sort == sort]


def _together(
    database: Stoppable, found: list[Chartable], where: Clause, x: Column
) -> list[Chartable]:
    """Return the columns that enough rows have a value of which have one of ``x`` as well."""
    across = next(one.sql for one in found if one.column == x)
    others = [one for one in found if one.column != x]
    if not others:
        return []
    told = ", ".join(f"COUNT({one.sql})" for one in others)
    sql = f"SELECT {told} FROM site{condition(where, f'{across} IS NOT NULL')}"
    (counts,) = database.all(sql, where.values)
    return [one for one, number in zip(others, counts, strict=True) if number >= _FEWEST]
