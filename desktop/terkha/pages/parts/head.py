# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The top of a page: what kind of record it is, its title, other scripts and a note."""

from __future__ import annotations

from collections.abc import Sequence

from terkha.pages import markup
from terkha.pages.writer import Writer
from terkha_db.entities import Name

TOP = "top"
_LONG = 60  # letters of a title that is a sentence rather than a name


def write(writer: Writer, kicker: Sequence[str]) -> None:
    """Write kicker, title, the name in other scripts, and the editors' note."""
    record = writer.record
    words = ", ".join(filter(None, kicker))
    top = markup.anchor(TOP) + markup.text(words, "caps")
    writer.add(markup.paragraph("caps", top, "kicker"))
    role = "title" if len(record.title) <= _LONG else "headline"
    writer.add(markup.heading(1, role, markup.text(record.title, role)))
    scripts = other_scripts(record.names, record.title)
    if scripts:
        shown = (markup.NBSP * 3).join(markup.text(name.text, "second") for name in scripts)
        writer.add(markup.paragraph("second", shown))
    if record.note:
        writer.add(markup.paragraph("body", writer.note(record.note, "body"), "gap"))


def other_scripts(names: Sequence[Name], title: str) -> list[Name]:
    """Return the first name in Tibetan and the first in Chinese characters."""
    found = []
    for prefix in (("bo",), ("zh-Hans", "zh-Hant")):
        fitting = [name for name in names if name.lang in prefix and name.text != title]
        found += sorted(fitting, key=lambda n: (not n.preferred, prefix.index(n.lang)))[:1]
    return found
