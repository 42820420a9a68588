# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""TABLE_FORMATS: the kinds of file and text that a table can be written to."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import IO

from terkha_db.errors import KnownError
from terkha_db.export.kml import kml_pieces
from terkha_db.export.marked_up import html_pieces, markdown_pieces
from terkha_db.export.separated import csv_pieces, marked_csv_pieces, tsv_pieces
from terkha_db.export.sheets import Book, to_ods, to_xlsx
from terkha_db.export.structured import geojson_pieces, json_lines_pieces, json_pieces
from terkha_db.export.table import Column, Line, Table, heading, table_of

__all__ = [
    "TABLE_FORMATS",
    "Column",
    "Line",
    "Table",
    "TableFormat",
    "format_by_id",
    "heading",
    "table_of",
]


@dataclass(frozen=True, slots=True)
class TableFormat:
    """A way to write a table: how it is called and how it is written."""

    id: str
    label: str
    extension: str
    """With the dot."""
    is_file: bool
    """Whether it is offered for saving; else for the clipboard alone."""
    pieces: Callable[[Table, Iterable[Line]], Iterator[str]]
    """Yield the text piece by piece, with lines in the place of those of the table."""
    placed_only: bool = False
    """Whether rows without a point are left out."""
    book: Book | None = None
    """Writes a workbook, in the place of pieces of text."""

    @property
    def is_book(self) -> bool:
        """Whether it is a workbook: a file that cannot be printed."""
        return self.book is not None

    def write(self, table: Table) -> str:
        """Return the whole text, ending with a line break."""
        return "".join(self.pieces(table, table.lines))

    def content(self, table: Table) -> bytes:
        """Return the bytes of a file."""
        written = io.BytesIO()
        self.write_to(written, table, table.lines)
        return written.getvalue()

    def write_to(self, file: IO[bytes], table: Table, lines: Iterable[Line]) -> None:
        """Write a file, with lines in the place of those of the table, however many there are.

        Raises:
            KnownError: the table holds what this kind of file cannot.

        """
        if self.book is not None:
            self.book(table, lines, file)
        else:
            file.writelines(piece.encode() for piece in self.pieces(table, lines))


TABLE_FORMATS: tuple[TableFormat, ...] = (
    TableFormat("csv", "CSV", ".csv", True, csv_pieces),
    TableFormat("csv-bom", "CSV with byte order mark", ".csv", True, marked_csv_pieces),
    TableFormat("tsv", "TSV", ".tsv", True, tsv_pieces),
    TableFormat("json", "JSON", ".json", True, json_pieces),
    TableFormat("jsonl", "JSON Lines", ".jsonl", True, json_lines_pieces),
    TableFormat("geojson", "GeoJSON", ".geojson", True, geojson_pieces, placed_only=True),
    TableFormat("kml", "KML", ".kml", True, kml_pieces, placed_only=True),
    TableFormat("xlsx", "Excel workbook", ".xlsx", True, csv_pieces, book=to_xlsx),
    TableFormat("ods", "OpenDocument spreadsheet", ".ods", True, csv_pieces, book=to_ods),
    TableFormat("markdown", "Markdown", ".md", False, markdown_pieces),
    TableFormat("html", "HTML", ".html", False, html_pieces),
)


def format_by_id(format_id: str) -> TableFormat:
    """Return the format called ``format_id``.

    Raises:
        KnownError: there is none; the sentence lists those there are.

    """
    for known in TABLE_FORMATS:
        if known.id == format_id:
            return known
    names = ", ".join(known.id for known in TABLE_FORMATS)
    raise KnownError(f"There is no table format “{format_id}”; choose one of {names}.")
