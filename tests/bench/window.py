# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Measures what a reader waits for in the window for a table of a million rows."""

from __future__ import annotations

import random
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from generate import SIZES, collection
from measure import Delay, Line, measured, p95

from terkha_db.catalogue import Catalogue

if TYPE_CHECKING:
    from terkha.context import Context
    from terkha.models.paged import PagedModel
    from terkha.views.plain_cells import PlainTable

ON_SCREEN = 27
_SIZE = (1200, 830)
_JUMPS = 40
_REPEATS = 9
_PATIENCE = 120


def table_window_paint(catalogue: Catalogue) -> Line:
    """From opening a table of a million rows to its painted rows, against reading those rows."""
    file = collection("1M", catalogue.path)
    with context_of(catalogue) as context:

        def show() -> None:
            with _table(context, file) as (model, table):
                _wait(lambda: model.number_of(0) is not None)
                table.viewport().repaint()

        cpu, wall = measured(show, _REPEATS)
    return Line("table of 1M, first paint, p95", p95(cpu), _rows(file), "ms", p95(wall), 100)


def table_window_gap(catalogue: Catalogue) -> Line:
    """The longest time the window stood still while a million rows are sorted and jumped through.

    Without the time in which other programs had the processors, which wall time holds. What the
    window waits for our own worker counts, even where that was put aside by other programs while it
    had the interpreter: on a busy machine a run now and then is longer for it. The floor is one
    repaint of the same table, which no thread can take off the window.
    """
    file = collection("1M", catalogue.path)
    chance = random.Random(1)
    with context_of(catalogue) as context, _table(context, file) as (model, table):
        _wait(lambda: model.number_of(0) is not None)
        _, paints = measured(lambda: table.viewport().repaint(), 15)
        gaps: list[tuple[float, float]] = []
        for header in ("Elevation", "Remarks"):
            model.sort([field.header for field in model.fields].index(header))
            gaps += _gaps_until(lambda: not model.busy)
            for _ in range(_JUMPS):
                row = chance.randrange(SIZES["1M"])
                table.scrollTo(model.index(row, 0), table.ScrollHint.PositionAtTop)
                gaps += _gaps_until(lambda row=row: model.number_of(row) is not None)
    worst = max(own for own, _ in gaps)
    wall = max(wall for _, wall in gaps)
    return Line("table of 1M, longest gap", worst, median(paints), "ms", wall, 16)


WINDOW_LINES = (table_window_paint, table_window_gap)


@contextmanager
def context_of(catalogue: Catalogue) -> Iterator[Context]:
    from terkha.app import make_application, make_context
    from terkha_db.options import Options
    from terkha_db.paths import profile_paths

    with TemporaryDirectory() as profile:
        options = Options(paths=profile_paths(profile), catalogue=catalogue.path)
        context = make_context(make_application(), options)
        try:
            yield context
        finally:
            context.library.close()
            context.catalogue.close()


@contextmanager
def _table(context: Context, file: Path) -> Iterator[tuple[PagedModel, PlainTable]]:
    """Show a collection as its page does, without the frame around it."""
    from terkha.models.paged import PagedModel
    from terkha.views.plain_cells import PlainTable

    table = PlainTable()
    table.dress(context.look)
    table.resize(*_SIZE)
    model = PagedModel(file)
    table.setModel(model)
    table.show()
    _wait(lambda: bool(model.fields))
    try:
        yield model, table
    finally:
        model.close()
        table.close()
        table.deleteLater()
        events()


def _rows(file: Path) -> float:
    """Return the milliseconds of reading the rows of a screen."""
    sql = "SELECT * FROM site WHERE number BETWEEN 1 AND ?"
    with closing(sqlite3.connect(f"file:{file}?mode=ro&immutable=1", uri=True)) as raw:
        cpu, _ = measured(lambda: raw.execute(sql, (ON_SCREEN,)).fetchall(), 25)
    return median(cpu)


def events() -> None:
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _wait(done: Callable[[], bool]) -> None:
    _gaps_until(done)


def _gaps_until(done: Callable[[], bool]) -> list[tuple[float, float]]:
    """Let the window work until something is done; return how long each of its turns took.

    Each without the time that other programs took, and with it.
    """
    from PySide6.QtCore import QCoreApplication

    turns = []
    delay = Delay()
    end = time.monotonic() + _PATIENCE
    while not done():
        if time.monotonic() > end:
            raise TimeoutError(done)
        waited, began = delay.now(), time.perf_counter()
        QCoreApplication.processEvents()
        took = (time.perf_counter() - began) * 1000
        turns.append((took - (delay.now() - waited), took))
        time.sleep(0.0005)
    return turns or [(0.0, 0.0)]
