# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Key facts: one row for each property, every value with its date, claimant and marker."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from terkha.pages import markup, values
from terkha.pages.writer import Writer
from terkha_db import wording
from terkha_db.entities import Statement

# Which property a dispute is about, where the two words differ.
_ABOUT = {"location": ("county", "point"), "ownership": ("owner",), "date": ("date", "opened")}


def row(label: str, html: str, *, differs: bool = False) -> str:
    """Return one row: label in small type, the value, and ≠ where a dispute concerns it."""
    mark = markup.span("disputed", " ≠") if differs else ""
    return markup.row(
        [
            markup.cell("low", markup.span("small", label) + mark, width="28%"),
            markup.cell("row", html, width="72%"),
        ]
    )


def rows_of(writer: Writer, properties: Iterable[str], *, always: Sequence[str] = ()) -> list[str]:
    """Return a row for each property that is recorded, or that is named in ``always``."""
    found = []
    for name in properties:
        statements = writer.take(name)
        label = writer.translate("Vocabulary", wording.format_property(name))
        if statements:
            found.append(row(label, lines(writer, statements), differs=disputed(writer, name)))
        elif name in always:
            found.append(row(label, absent(writer)))
    return found


def lines(writer: Writer, statements: Sequence[Statement]) -> str:
    """Return one line for each value; an older edition's value says so."""
    shown = []
    for statement in statements:
        html = markup.anchor(statement.id) + values.line(writer, statement)
        if statement.note and statement.scope != "record":
            html += f"<br/>{writer.note(statement.note)}"
        shown.append(html)
    return "<br/>".join(shown)


def absent(writer: Writer) -> str:
    """Return the words for a value that this edition does not have."""
    return markup.span("small", writer.translate("Pages", wording.NOT_RECORDED))


def disputed(writer: Writer, name: str) -> bool:
    """Tell whether a dispute or a spread of figures concerns a property of this record."""
    about = {
        word
        for dispute in writer.record.disputes
        for word in _ABOUT.get(dispute.about, (dispute.about,))
    }
    return name in about or any(spread.property == name for spread in writer.record.spreads)


def table(rows: Sequence[str]) -> str:
    """Return the table of key facts."""
    return markup.table(rows) if rows else ""


def two_columns(left: str, right: str) -> str:
    """Return two blocks side by side."""
    return markup.table(
        [
            markup.row(
                [
                    markup.cell("bare", left, width="48%"),
                    markup.cell("bare", "", width="3%"),
                    markup.cell("bare", right, width="49%"),
                ]
            )
        ]
    )


def card(inside: str) -> str:
    """Return a block on a raised ground, as high as what is in it."""
    return markup.table([markup.row([markup.cell("card", inside)])]) if inside else ""


def whole_note(writer: Writer, statements: Sequence[Statement]) -> str:
    """Say once for a block that its works are named for the record as a whole."""
    whole = next((one for one in statements if one.scope == "record"), None)
    if whole is None:
        return ""
    words = writer.translate("Pages", "Sourced for the record as a whole, not value by value:")
    line = markup.text(words, "small") + writer.mark(whole)
    return markup.paragraph("small", line, "gap")
