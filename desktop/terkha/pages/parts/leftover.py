# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Statements that no other part of the page has taken: nothing a record holds goes unseen."""

from __future__ import annotations

from terkha.pages import markup, values
from terkha.pages.parts import facts
from terkha.pages.writer import Writer
from terkha_db import wording

ANCHOR = "statements"


def write(writer: Writer) -> None:
    """Write what is left, by property."""
    left = writer.rest()
    if not left:
        return
    properties = list(dict.fromkeys(one.property for one in left))
    rows = facts.rows_of(writer, properties)
    title = writer.translate("Pages", "Further statements")
    writer.section(ANCHOR, title, facts.table(rows), len(left))


def of_property(writer: Writer, name: str, title: str) -> None:
    """Write one property as a section of its own: one paragraph for each statement."""
    found = writer.take(name)
    if not found:
        return
    lines = []
    for one in found:
        said = values.who(writer, one)
        who = markup.span("small", f" {said}") if said else ""
        shown = values.shaded(one, values.value(writer, one))
        body = markup.anchor(one.id) + shown + who + writer.mark(one)
        lines.append(markup.paragraph("body", body, "item"))
        if one.note:
            lines.append(markup.paragraph("small", writer.note(one.note)))
    writer.section(name, title or wording.format_property(name), "".join(lines), len(found))
