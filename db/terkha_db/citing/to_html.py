# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Writes the formatted list as the HTML that pandoc writes for the same works."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from terkha_db.citing.listing import lines_under
from terkha_db.citing.styles import STYLES, style_by_id

if TYPE_CHECKING:
    from terkha_db.citing.entry import Entry

_END = "</div>"


def write(entries: Sequence[Entry]) -> bytes:
    """Write the entries in the order given, in one ``div`` for a page of the reader's own."""
    style = style_by_id(entries[0].style) if entries and entries[0].style else STYLES[0]
    listed = "\n".join(_entry(entry) for entry in entries)
    return f'<div id="refs" {style.list_attributes}>\n{listed}\n{_END}\n'.encode()


def loses(entries: Sequence[Entry]) -> str:
    """Say nothing: the list is what the reader sees."""
    return ""


def _entry(entry: Entry) -> str:
    lines = "".join(
        f'<div class="terkha-note">{escape(line, quote=False)}</div>\n'
        for line in lines_under(entry)
    )
    return entry.html.removesuffix(_END) + lines + _END
