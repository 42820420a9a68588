# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What a marker says in a tooltip and in the pinned source card."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from terkha_db import wording

if TYPE_CHECKING:
    from terkha.pages import Marker
    from terkha_db.entities import Cite


def hint(marker: Marker) -> str:
    """Return a tooltip as rich text: one line for each work, the wording of the value last."""
    lines = [_line(number, cite) for number, cite in numbered(marker)]
    if marker.whole:
        lines.append(
            QCoreApplication.translate("Source", "These works are named for the record as a whole.")
        )
    return "<p style='white-space:pre-wrap'>" + "<br/>".join(escape(one) for one in lines) + "</p>"


def spoken(marker: Marker) -> str:
    """Return the same in one line, for the status bar and those who hear it."""
    return "; ".join([marker.says, *(_line(number, cite) for number, cite in numbered(marker))])


def numbered(marker: Marker) -> list[tuple[int, Cite]]:
    """Return the works of a marker with their numbers, in the order of the numbers."""
    return list(zip(marker.numbers, marker.cites, strict=True))


def _line(number: int, cite: Cite) -> str:
    source = cite.source
    words = [
        wording.who(source),
        wording.format_date(source.date),
        wording.format_word(source.kind),
    ]
    if cite.locator:
        words.append(cite.locator)
    return f"[{number}] {', '.join(words)}"
