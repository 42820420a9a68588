# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Writes tables as CSV and TSV, with the ids of the works in a last column."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from terkha_db.export.table import Line, Table
from terkha_db.export.values import one_line, safe

_ID, _SOURCES = "Id", "Sources"


def csv_pieces(table: Table, lines: Iterable[Line]) -> Iterator[str]:
    """Yield the table as CSV (RFC 4180 with plain line feeds)."""
    target = StringIO()
    writer = csv.writer(target, lineterminator="\n")
    for cells in _cells(table, lines):
        writer.writerow(cells)
        yield target.getvalue()
        target.seek(0)
        target.truncate()


def tsv_pieces(table: Table, lines: Iterable[Line]) -> Iterator[str]:
    """Yield the table as tab-separated lines; a cell is one line."""
    for cells in _cells(table, lines):
        yield "\t".join(one_line(cell) for cell in cells) + "\n"


def _cells(table: Table, lines: Iterable[Line]) -> Iterator[list[str]]:
    head = [_ID, *(safe(column.label) for column in table.columns)]
    yield [*head, _SOURCES] if table.is_cited else head
    for line in lines:
        cells = [line.id, *(safe(value) for value in line.values)]
        yield [*cells, " ".join(line.sources)] if table.is_cited else cells
