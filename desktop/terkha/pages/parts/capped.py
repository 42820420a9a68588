# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Long lists: a page shows the first hundred entries, the rest opens in place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from terkha.pages import markup
from terkha.pages.writer import Writer

ROWS = 100
Entry = TypeVar("Entry")


def cut(
    writer: Writer, name: str, entries: Sequence[Entry], rows: int = ROWS
) -> tuple[Sequence[Entry], str]:
    """Return the entries to show and a line that says what is not shown, with a link to it.

    Laying out a thousand rows takes a third of a second, so a long list opens only when asked.
    """
    if name in writer.opened or len(entries) <= rows:
        return entries, ""
    writer.fold(name)
    words = writer.translate("Pages", "Showing {} of {}.").format(rows, len(entries))
    ask = writer.translate("Pages", "Show all")
    line = markup.text(f"{words} ", "small") + markup.link(
        f"more:{name}", markup.text(ask, "small")
    )
    return entries[:rows], markup.paragraph("small", line, "gap")
