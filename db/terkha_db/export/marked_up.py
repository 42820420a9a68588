# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Writes tables as Markdown and HTML, for the clipboard and for texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape

from terkha_db.export.table import Line, Table
from terkha_db.export.values import one_line, plain
from terkha_db.wording import OUTSIDE_LENS

_MARKS = re.compile(r"([\\`*_\[\]<>|])")


def markdown_pieces(table: Table, lines: Iterable[Line]) -> Iterator[str]:
    """Yield the table as a pipe table of Markdown with the edition under it."""
    head = [_markdown(column.label) for column in table.columns]
    yield _piped(head)
    yield _piped(["---"] * len(head))
    for line in lines:
        yield _piped([_markdown(text) for text in _texts(table, line)])
    if table.origin:
        yield f"\n{_markdown(table.origin)}\n"


def html_pieces(table: Table, lines: Iterable[Line]) -> Iterator[str]:
    """Yield the table as an HTML table whose caption names it and the edition."""
    caption = escape(", ".join(part for part in (table.title, table.origin) if part))
    head = "".join(f"<th>{escape(column.label)}</th>" for column in table.columns)
    yield f"<table>\n<caption>{caption}</caption>\n<thead><tr>{head}</tr></thead>\n<tbody>\n"
    for line in lines:
        cells = "".join(f"<td>{escape(text)}</td>" for text in _texts(table, line))
        yield f"<tr>{cells}</tr>\n"
    yield "</tbody>\n</table>\n"


def _piped(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _texts(table: Table, line: Line) -> list[str]:
    """Return the cells of a row; one of which all values lie outside the lens says so."""
    return [
        OUTSIDE_LENS if column.id in line.outside else plain(value)
        for column, value in zip(table.columns, line.values, strict=True)
    ]


def _markdown(text: str) -> str:
    return _MARKS.sub(r"\\\1", one_line(text))
