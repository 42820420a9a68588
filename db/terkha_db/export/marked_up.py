# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Writes tables as Markdown and HTML, for the clipboard and for texts."""

from __future__ import annotations

import re
from html import escape

from terkha_db.export.table import Table
from terkha_db.export.values import one_line, plain

_MARKS = re.compile(r"([\\`*_\[\]<>|])")


def to_markdown(table: Table) -> str:
    """Return the table as a pipe table of Markdown with the edition under it."""
    head = [_MARKS.sub(r"\\\1", column.label) for column in table.columns]
    lines = [head, ["---"] * len(head)]
    lines += [[_markdown(plain(value)) for value in line.values] for line in table.lines]
    text = "".join(f"| {' | '.join(line)} |\n" for line in lines)
    return f"{text}\n{_markdown(table.edition)}\n" if table.edition else text


def to_html(table: Table) -> str:
    """Return the table as an HTML table whose caption names it and the edition."""
    caption = escape(", ".join(part for part in (table.title, table.edition) if part))
    head = "".join(f"<th>{escape(column.label)}</th>" for column in table.columns)
    body = "".join(
        f"<tr>{''.join(f'<td>{escape(plain(value))}</td>' for value in line.values)}</tr>\n"
        for line in table.lines
    )
    return (
        f"<table>\n<caption>{caption}</caption>\n<thead><tr>{head}</tr></thead>\n"
        f"<tbody>\n{body}</tbody>\n</table>\n"
    )


def _markdown(text: str) -> str:
    return _MARKS.sub(r"\\\1", one_line(text))
