# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Writes tables as Markdown and HTML, for the clipboard and for texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape

from terkha_db.export.table import Line, Table
from terkha_db.export.values import one_line, plain

_MARKS = re.compile(r"([\\`*_\[\]<>|])")


def markdown_pieces(table: Table, lines: Iterable[Line]) -> Iterator[str]:
    """Yield the table as a pipe table of Markdown with the edition under it."""
    head = [_markdown(column.label) for column in table.columns]
    yield _piped(head)
    yield _piped(["---"] * len(head))
    for line in lines:
        yield _piped([_markdown(plain(value)) for value in line.values])
    if table.edition:
        yield f"\n{_markdown(table.edition)}\n"


def html_pieces(table: Table, lines: Iterable[Line]) -> Iterator[str]:
    """Yield the table as an HTML table whose caption names it and the edition."""
    caption = escape(", ".join(part for part in (table.title, table.edition) if part))
    head = "".join(f"<th>{escape(column.label)}</th>" for column in table.columns)
    yield f"<table>\n<caption>{caption}</caption>\n<thead><tr>{head}</tr></thead>\n<tbody>\n"
    for line in lines:
        cells = "".join(f"<td>{escape(plain(value))}</td>" for value in line.values)
        yield f"<tr>{cells}</tr>\n"
    yield "</tbody>\n</table>\n"


def _piped(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _markdown(text: str) -> str:
    return _MARKS.sub(r"\\\1", one_line(text))
