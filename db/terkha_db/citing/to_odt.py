# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Writes the formatted list as an ODT document."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from terkha_db.citing.archive import timeless
from terkha_db.citing.listing import lines_under
from terkha_db.citing.runs import TAB, Look, Run, runs

if TYPE_CHECKING:
    from odfdo import Document, Element

    from terkha_db.citing.entry import Entry

ENTRY_STYLE = "Bibliography_20_Entry"
NOTE_STYLE = "Bibliography_20_Note"
_INDENT = "1.25cm"
_PROPERTIES: dict[Look, dict[str, str]] = {
    "italic": {"fo:font-style": "italic"},
    "bold": {"fo:font-weight": "bold"},
    "superscript": {"style:text-position": "super 58%"},
    "subscript": {"style:text-position": "sub 58%"},
    "small caps": {"fo:font-variant": "small-caps"},
}


def write(entries: Sequence[Entry]) -> bytes:
    """Write a hanging paragraph per entry in the order given."""
    from odfdo import Document, LineBreak, Paragraph, Span

    document = Document("text")
    document.body.clear()
    document.meta.set_title("Works cited")
    _add_styles(document)
    looks: dict[frozenset[Look], str] = {}
    for entry in entries:
        paragraph = Paragraph(style=ENTRY_STYLE)
        for run in runs(entry.html):
            paragraph.append(_element(run, looks))
        for line in lines_under(entry):
            paragraph.append(LineBreak())
            paragraph.append(Span(line, style=NOTE_STYLE))
        document.body.append(paragraph)
    _add_look_styles(document, looks)
    written = io.BytesIO()
    document.save(written)
    return timeless(written.getvalue())


def loses(entries: Sequence[Entry]) -> str:
    """Say nothing: the list is what the reader sees."""
    return ""


def _element(run: Run, looks: dict[frozenset[Look], str]) -> Element:
    """Give the ODF element of a run; ``looks`` collects the names of the styles it needs."""
    from odfdo import Link, Span, Tab

    if run.text == TAB:
        return Tab()
    name = looks.setdefault(run.looks, f"Look_{len(looks) + 1}")
    if run.href:
        return Link(run.href, text=run.text, style=name)
    return Span(run.text, style=name)


def _add_styles(document: Document) -> None:
    from odfdo import Style

    entry = Style(
        "paragraph",
        name=ENTRY_STYLE,
        display_name="Bibliography Entry",
        parent_style="Standard",
    )
    entry.set_properties(
        {
            "fo:margin-left": _INDENT,
            "fo:text-indent": f"-{_INDENT}",
            "fo:margin-bottom": "0.3cm",
        },
        area="paragraph",
    )
    note = Style("text", name=NOTE_STYLE, display_name="Bibliography Note")
    note.set_properties({"fo:font-size": "9pt"}, area="text")
    document.insert_style(entry)
    document.insert_style(note)


def _add_look_styles(document: Document, looks: dict[frozenset[Look], str]) -> None:
    from odfdo import Style

    for look, name in looks.items():
        style = Style("text", name=name)
        style.set_properties(_merged(_PROPERTIES[one] for one in sorted(look)), area="text")
        document.insert_style(style, automatic=True)


def _merged(parts: Iterable[dict[str, str]]) -> dict[str, str]:
    return {key: value for part in parts for key, value in part.items()}
