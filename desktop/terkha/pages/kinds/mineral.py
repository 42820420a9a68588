# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The page of a mineral: formula, properties, type locality, where on the plateau."""

from __future__ import annotations

from terkha.pages import markup
from terkha.pages.parts import claims, differences, facts, head, names, related, sites, timeline
from terkha.pages.parts.leftover import of_property
from terkha.pages.writer import Steps, Writer
from terkha_db import wording

_LEFT = ("ima-status", "ima-number", "described", "mineral-class", "mineral-group", "strunz")
_RIGHT = ("crystal-system", "hardness", "density", "colour", "ore-of", "type-locality")


def write(writer: Writer) -> Steps:
    """Write the page of a mineral."""
    kicker = [writer.record.facts.get("rank") or wording.format_kind("mineral")]
    kicker += [wording.format_value(one) for one in writer.peek("mineral-class")[:1]]
    head.write(writer, kicker)
    _formula(writer)
    own = [one for one in writer.record.statements if one.property in (*_LEFT, *_RIGHT)]
    left = facts.table(facts.rows_of(writer, _LEFT, always=("ima-status",)))
    right = facts.table(facts.rows_of(writer, _RIGHT, always=("crystal-system", "hardness")))
    title = writer.translate("Pages", "Properties")
    writer.enter(head.TOP, title, len(own))
    writer.add(facts.two_columns(left, right))
    writer.add(facts.whole_note(writer, own))
    yield
    differences.write(writer)
    yield
    of_property(writer, "plateau-occurrence", writer.translate("Pages", "On the plateau"))
    yield from sites.write(
        writer,
        "sites",
        writer.translate("Pages", "Mines and deposits"),
        ("ore-mineral",),
        "mine",
    )
    if writer.record.names:
        names.write(writer)
    timeline.write(writer)
    yield
    claims.write(writer)
    related.write(writer)


def _formula(writer: Writer) -> None:
    """Write the formulas and the symbol of the species, each with its source."""
    parts = []
    for one in writer.take("formula"):
        formula = markup.span("formula", wording.format_formula(one.text))
        note = one.note or one.of or writer.translate("Pages", "formula")
        here = markup.anchor(one.id)
        parts.append(f"{here}{formula} {writer.note(note)}{writer.mark(one)}")
    for one in writer.take("ima-symbol"):
        label = markup.span("small", writer.translate("Pages", "IMA symbol"))
        symbol = markup.anchor(one.id) + markup.span("strong", one.text)
        parts.append(f"{symbol} {label}{writer.mark(one)}")
    if parts:
        writer.add(markup.paragraph("formula", (markup.NBSP * 3).join(parts)))
