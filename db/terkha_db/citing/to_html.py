# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Writes the formatted list as the HTML that pandoc writes for the same works."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from terkha_db.citing.listing import lines_under
from terkha_db.citing.runs import TAB, Look, Run, runs
from terkha_db.citing.styles import STYLES, style_by_id

if TYPE_CHECKING:
    from terkha_db.citing.entry import Entry

_END = "</div>"
_HANGING = "margin: 0 0 0.6em 1.25cm; text-indent: -1.25cm"
_TAGS: dict[Look, tuple[str, str]] = {
    "italic": ("<em>", "</em>"),
    "bold": ("<strong>", "</strong>"),
    "superscript": ("<sup>", "</sup>"),
    "subscript": ("<sub>", "</sub>"),
    "small caps": ('<span style="font-variant: small-caps">', "</span>"),
}


def write(entries: Sequence[Entry]) -> bytes:
    """Write the entries in the order given, in one ``div`` for a page of the reader's own."""
    style = style_by_id(entries[0].style) if entries and entries[0].style else STYLES[0]
    listed = "\n".join(_entry(entry) for entry in entries)
    return f'<div id="refs" {style.list_attributes}>\n{listed}\n{_END}\n'.encode()


def pasted(entries: Sequence[Entry]) -> str:
    """Give the list as word processors and mail programs take it: a hanging paragraph per entry.

    They know nothing of the classes of a page, and would put the number of an entry on a line of
    its own.
    """
    blocks = []
    for entry in entries:
        lines = "".join(f"<br>{escape(line, quote=False)}" for line in lines_under(entry))
        blocks.append(f'<p style="{_HANGING}">{inline(entry)}{lines}</p>')
    return "\n".join(blocks)


def inline(entry: Entry) -> str:
    """Give an entry as a line of HTML, its number before it."""
    return "".join(map(_run, runs(entry.html)))


def loses(entries: Sequence[Entry]) -> str:
    """Say nothing: the list is what the reader sees."""
    return ""


def _entry(entry: Entry) -> str:
    lines = "".join(
        f'<div class="terkha-note">{escape(line, quote=False)}</div>\n'
        for line in lines_under(entry)
    )
    return entry.html.removesuffix(_END) + lines + _END


def _run(run: Run) -> str:
    if run.text == TAB:
        return " "
    html = escape(run.text, quote=False)
    for look in sorted(run.looks):
        before, after = _TAGS[look]
        html = f"{before}{html}{after}"
    return f'<a href="{escape(run.href)}">{html}</a>' if run.href else html
