# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""TABLE_FORMATS: the kinds of file and text that a table can be written to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from terkha_db.errors import KnownError
from terkha_db.export.marked_up import to_html, to_markdown
from terkha_db.export.separated import to_csv, to_tsv
from terkha_db.export.structured import to_geojson, to_json
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
    write: Callable[[Table], str]
    """Return the whole text, ending with a line break."""
    placed_only: bool = False
    """Whether rows without a point are left out."""


TABLE_FORMATS: tuple[TableFormat, ...] = (
    TableFormat("csv", "CSV", ".csv", is_file=True, write=to_csv),
    TableFormat("tsv", "TSV", ".tsv", is_file=True, write=to_tsv),
    TableFormat("json", "JSON", ".json", is_file=True, write=to_json),
    TableFormat("geojson", "GeoJSON", ".geojson", True, to_geojson, placed_only=True),
    TableFormat("markdown", "Markdown", ".md", is_file=False, write=to_markdown),
    TableFormat("html", "HTML", ".html", is_file=False, write=to_html),
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
