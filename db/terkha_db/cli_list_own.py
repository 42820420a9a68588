# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""``terkha list collection/SLUG``: rows of a table of the reader's own, asked and written alike."""

from __future__ import annotations

import sys
from contextlib import closing
from typing import TYPE_CHECKING

from terkha_db.cli_layout import columns, cut
from terkha_db.cli_session import DONE, NOTHING, UsageError, tell
from terkha_db.errors import KnownError
from terkha_db.links import COLLECTION
from terkha_db.wording import count

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from terkha_db.cli_session import Session
    from terkha_db.export import Line, Table, TableFormat
    from terkha_db.imported.collection import Field
    from terkha_db.imported.export import RowExport
    from terkha_db.imported.vocabulary import Vocabulary

PREFIX = f"{COLLECTION}/"
_WIDEST_CELL = 40
_MOST_ALIGNED = 20_000
"""Rows that are set in columns: these are measured before the first is printed."""


def list_own(
    session: Session,
    arguments: argparse.Namespace,
    chosen: TableFormat | None,
    order: Sequence[tuple[str, bool]],
) -> int:
    """Write the rows of a collection that a query keeps; set in columns where no format is."""
    from terkha_db.imported.export import RowExport, table_of_rows
    from terkha_db.imported.facets import FacetReader
    from terkha_db.imported.shelf import Shelf
    from terkha_db.imported.view import View
    from terkha_db.imported.where import compile_query
    from terkha_db.query import parse_query

    info = Shelf(session.paths.collections).find(arguments.kind.removeprefix(PREFIX))
    with closing(FacetReader(info.target.file)) as reader:
        vocabulary = reader.vocabulary
    keys = tuple((_column(vocabulary, name), falling) for name, falling in order)
    view = View(keys, compile_query(parse_query(arguments.where), vocabulary))
    fields = _fields(vocabulary)
    export = RowExport(info, table_of_rows(info, vocabulary, fields), fields, view)
    rows, left_out = _write(export, arguments.output, chosen)
    if left_out:
        words = count(left_out, "row without coordinates is", "rows without coordinates are")
        tell(f"{words} left out.")
    if rows + left_out:
        return DONE
    tell(f"no row of “{info.name}” matches {arguments.where or 'the question'}.")
    return NOTHING


def _write(export: RowExport, file: Path | None, kind: TableFormat | None) -> tuple[int, int]:
    """Write the rows; return how many, and how many were left out."""
    if kind is None:
        from terkha_db.cli_session import write_result

        lines = list(export.lines(_MOST_ALIGNED))
        if len(lines) > _MOST_ALIGNED:
            raise UsageError(
                f"More than {_MOST_ALIGNED:,} rows are not set in columns: write them with "
                "--format csv, or narrow them with --where."
            )
        if lines:
            write_result(_aligned(export.table, lines).encode(), file)
        return len(lines), 0
    if file is not None and (file.is_file() or not file.exists()):
        done = export.write(kind, file)
        return done.rows, done.left_out
    if file is not None:
        # A pipe or a device (-o /dev/stdout) is written to; it must not be replaced.
        with file.open("wb") as opened:
            done = export.write_to(kind, opened)
    else:
        sys.stdout.flush()
        done = export.write_to(kind, sys.stdout.buffer)
        sys.stdout.flush()
    return done.rows, done.left_out


def _aligned(table: Table, lines: Sequence[Line]) -> str:
    head = ["Id", *(column.label for column in table.columns)]
    body = [[line.id, *_cells(line)] for line in lines]
    numbers = [
        at + 1
        for at in range(len(table.columns))
        if all(isinstance(line.values[at], int | float | None) for line in lines)
    ]
    return "".join(f"{line}\n" for line in columns([head, *body], right=numbers))


def _cells(line: Line) -> Iterator[str]:
    from terkha_db.imported.cells import shown_text

    for value in line.values:
        yield cut(shown_text(value), _WIDEST_CELL)


def _column(vocabulary: Vocabulary, name: str) -> str:
    term = vocabulary.term(name)
    if term.of not in {field.id for field in vocabulary.fields}:
        raise KnownError(f"Rows are not sorted by {term.id}: name a column.")
    return term.of


def _fields(vocabulary: Vocabulary) -> list[Field]:
    """Return the columns: the title, those of the table, and the coordinates made of them."""
    own = {field.id: field for field in vocabulary.fields if field.id in ("title", "lat", "lon")}
    theirs = [
        field
        for field in vocabulary.fields
        if field.id.startswith("c") and field.role not in ("title", "lat", "lon")
    ]
    return [own["title"], *theirs, own["lat"], own["lon"]]
