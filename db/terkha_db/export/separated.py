# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Writes tables as CSV and TSV, with the ids of the works in a last column."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from terkha_db.export.table import Table
from terkha_db.export.values import one_line, safe

_ID, _SOURCES = "Id", "Sources"


def to_csv(table: Table) -> str:
    """Return the table as CSV (RFC 4180 with plain line feeds)."""
    target = StringIO()
    csv.writer(target, lineterminator="\n").writerows(_lines(table))
    return target.getvalue()


def to_tsv(table: Table) -> str:
    """Return the table as tab-separated lines; a cell is one line."""
    lines = ("\t".join(one_line(cell) for cell in line) for line in _lines(table))
    return "".join(f"{line}\n" for line in lines)


def _lines(table: Table) -> Iterator[list[str]]:
    yield [_ID, *(safe(column.label) for column in table.columns), _SOURCES]
    for line in table.lines:
        yield [line.id, *(safe(value) for value in line.values), " ".join(line.sources)]
