# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The reader's notes as parts of a page: their Markdown in the type of the pages around it."""

from __future__ import annotations

import re

from PySide6.QtGui import QTextDocument

from terkha.models.noted import MARKDOWN
from terkha.pages import markup

_BODY = re.compile(r"<body[^>]*>(.*)</body>", re.DOTALL)
_SPAN = re.compile(r'<span style="([^"]*)">(.*?)</span>', re.DOTALL)
_LOOKS = (("font-style:italic", "i"), ("font-weight:", "b"), ("line-through", "s"))
_QUOTED = re.compile(r'<p style="[^"]* margin-left:[1-9][^"]*"')
_STYLE = re.compile(r' style="[^"]*"')
_TABLE = re.compile(r"<table.*?</table>", re.DOTALL)
_ROW = re.compile(r"<tr>.*?</tr>", re.DOTALL)
_CELL = re.compile(r"(<p[^>]*>)(.*?)(</p>)", re.DOTALL)
_HEADING = re.compile(r"<(/?)h([1-6])")
_SECTION = 2  # level of the heading above notes, under which their own stand
_LEAST = 4


def from_markdown(text: str) -> str:
    """Return a note as HTML, in the fonts of the pages; HTML in it stays text."""
    note = QTextDocument()
    note.setMarkdown(text, MARKDOWN)
    found = _BODY.search(note.toHtml())
    marked = _SPAN.sub(_marked, found[1]) if found else ""
    html = _STYLE.sub("", _QUOTED.sub('<p class="quoted"', marked))
    html = _HEADING.sub(lambda tag: f"<{tag[1]}h{min(int(tag[2]) + _SECTION, _LEAST)}", html)
    return _TABLE.sub(_table, html)


def _marked(span: re.Match[str]) -> str:
    """Return a piece of a note with its slant and weight as elements: Qt writes them as styles."""
    text = span[2]
    for style, element in _LOOKS:
        if style in span[1]:
            text = f"<{element}>{text}</{element}>"
    return text


def _table(found: re.Match[str]) -> str:
    """Return a table of a note as tables of pages are; its first row is the head."""
    rows = _ROW.findall(found[0].replace("<p", '<p class="body-line"'))
    # Qt makes the first cell of a head lighter than the others.
    rows[0] = _CELL.sub(r"\1<b>\2</b>\3", re.sub("</?b>", "", rows[0]))
    kinds = ("head", *["row"] * len(rows))
    return markup.table(
        [
            row.replace("\n", "").replace("<td", f'<td class="{kind}"')
            for row, kind in zip(rows, kinds, strict=False)
        ]
    )
