# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Key facts: one row for each property, every value with its date, claimant and marker."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from terkha.pages import columns, markup, values
from terkha.pages.writer import Writer, spread_anchor
from terkha_db import wording
from terkha_db.entities import Spread, Statement
from terkha_db.vocabulary import STATUSES

_DEFINED = {"status": {choice.id: choice.definition for choice in STATUSES}}


def row(label: str, html: str, *, mark: str = "") -> str:
    """Return one row: label in small type with what marks it, and the value."""
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
            here = markup.anchor(f"figures-{name}") if _spreads(writer, name) else ""
            shown = here + lines(writer, statements)
            found.append(row(label, shown, mark=differs_mark(writer, name)))
        elif name in always:
            found.append(row(label, absent(writer)))
    return found


def lines(writer: Writer, statements: Sequence[Statement]) -> str:
    """Return one line for each value; an older edition's value says so."""
    shown = []
    defined: set[str] = set()
    for statement in statements:
        html = markup.anchor(statement.id) + values.line(writer, statement)
        definition = _DEFINED.get(statement.property, {}).get(statement.text, "")
        if definition and statement.text not in defined:
            defined.add(statement.text)
            html += f"<br/>{writer.note(writer.translate('Vocabulary', definition))}"
        if statement.note and statement.scope != "record":
            html += f"<br/>{writer.note(statement.note)}"
        shown.append(html)
    return "<br/>".join(shown)


def absent(writer: Writer) -> str:
    """Return the words for a value that this edition does not have."""
    return markup.span("small", writer.translate("Pages", wording.NOT_RECORDED))


def differs_mark(writer: Writer, name: str) -> str:
    """Return ≠ as a link to where the sides of a property stand; "" where nothing differs."""
    spreads = _spreads(writer, name)
    anchor = spread_anchor(spreads[0]) if spreads else writer.dispute_of(name)
    return f" {markup.link(writer.place(anchor), '≠', 'disputed')}" if anchor else ""


def _spreads(writer: Writer, name: str) -> list[Spread]:
    return [spread for spread in writer.record.spreads if spread.property == name]


def table(rows: Sequence[str]) -> str:
    """Return the table of key facts."""
    return markup.table(rows) if rows else ""


def two_columns(left: str, right: str, *, kind: str = "bare") -> str:
    """Return two blocks side by side, the left one in a cell of the class ``kind``."""
    return columns.tabled(left, right, kind)


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
