# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Writes tables as CSV and TSV, with the works after the values: of the row, then of each value.

Under a lens two more columns say which it is and of which columns all values lie outside, so that
an empty cell is not taken for one of which nothing is recorded, and numbers stay numbers.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from terkha_db.catalogue.figures import Place
from terkha_db.export.table import Line, Table
from terkha_db.export.values import one_line, safe
from terkha_db.lens import format_lens

_ID, _SOURCES, _SOURCE, _LENS, _OUTSIDE = "Id", "Sources", "source", "Lens", "Outside lens"


def csv_pieces(table: Table, lines: Iterable[Line]) -> Iterator[str]:
    """Yield the table as CSV (RFC 4180 with plain line feeds)."""
    target = StringIO()
    writer = csv.writer(target, lineterminator="\n")
    for cells in _cells(table, lines):
        writer.writerow(cells)
        yield target.getvalue()
        target.seek(0)
        target.truncate()


def marked_csv_pieces(table: Table, lines: Iterable[Line]) -> Iterator[str]:
    """Yield CSV that begins with a byte order mark, by which Excel knows UTF-8."""
    yield "\ufeff"
    yield from csv_pieces(table, lines)


def tsv_pieces(table: Table, lines: Iterable[Line]) -> Iterator[str]:
    """Yield the table as tab-separated lines; a cell is one line."""
    for cells in _cells(table, lines):
        yield "\t".join(map(_between_tabs, cells)) + "\n"


def _between_tabs(cell: str) -> str:
    """Return a cell on one line; one that begins with a quotation mark is quoted.

    Spreadsheets would take all up to the next mark for one cell, tabs and lines in between too.
    """
    line = one_line(cell)
    return '"' + line.replace('"', '""') + '"' if line.startswith('"') else line


def _cells(table: Table, lines: Iterable[Line]) -> Iterator[list[str]]:
    lens = format_lens(table.lens)
    more = [_LENS, _OUTSIDE] if lens else []
    head = [_ID, *(safe(column.label) for column in table.columns)]
    cited = [at for at, column in enumerate(table.columns) if column.is_cited]
    sources = [safe(f"{table.columns[at].label}: {_SOURCE}") for at in cited]
    yield [*head, _SOURCES, *sources, *more] if table.is_cited else head
    for line in lines:
        cells = [line.id, *(safe(value) for value in line.values)]
        if table.is_cited:
            cells.append(" ".join(line.sources))
            cells += [_places(line.cites[at]) if line.cites else "" for at in cited]
        yield [*cells, safe(lens), " ".join(line.outside)] if lens else cells


def _places(places: Iterable[Place]) -> str:
    """Return works with the places in them: ``citation/a, p. 12; citation/b``."""
    return "; ".join(", ".join(filter(None, place)) for place in places)
