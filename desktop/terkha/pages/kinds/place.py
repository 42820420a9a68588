# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The page of a place: its names, what it is part of, the mines in it."""

from __future__ import annotations

from terkha.pages import markup, values
from terkha.pages.parts import (
    claims,
    differences,
    facts,
    head,
    names,
    organisations,
    related,
    sites,
    timeline,
)
from terkha.pages.writer import Steps, Writer
from terkha_db import wording
from terkha_db.vocabulary import PLACE_LEVELS

_LEVELS = {choice.id: choice.label for choice in PLACE_LEVELS}
_IN = ("county", "prefecture", "province")


def write(writer: Writer) -> Steps:
    """Write the page of a place."""
    record = writer.record
    level = _LEVELS.get(record.facts.get("level", ""), wording.format_kind("place"))
    above = [one.record.title for one in record.related if one.type in ("in", "part of")]
    head.write(writer, [writer.translate("Vocabulary", level), *above[:1]])
    differences.strip(writer)
    rows = _own(writer) + facts.rows_of(writer, ("point", "elevation", "area", "remark"))
    if rows:
        card = names.card(writer)
        writer.add(facts.two_columns(card, facts.table(rows), kind="card"))
    else:
        names.write(writer)
    yield
    yield from sites.write(
        writer, "sites", writer.translate("Pages", "Mines and deposits in it"), _IN, "mine"
    )
    _waters(writer)
    yield
    differences.write(writer)
    yield
    timeline.write(writer)
    yield
    claims.write(writer)
    related.write(writer)


def _waters(writer: Writer) -> None:
    """Write into which waters mines drain, as far as works say so."""
    said = sorted(
        writer.material.waters,
        key=lambda one: organisations.title_of(writer, one.record).casefold(),
    )
    if not said:
        return
    words = writer.translate(
        "Pages",
        "Only mines of which a work names the water: a gap here says nothing of the others.",
    )
    rows = [
        markup.row(
            [
                markup.cell("row", organisations.subject(writer, one), width="26%"),
                markup.cell("row", values.value(writer, one), width="42%"),
                markup.cell("row", values.who_cell(writer, one), width="32%"),
            ]
        )
        for one in said
    ]
    note = markup.paragraph("small", markup.text(words, "small"))
    title = writer.translate("Pages", "Waters of mines")
    writer.section("waters", title, note + markup.table(rows), len(rows))


def _own(writer: Writer) -> list[str]:
    """Return the rows of the fields that are no statements: official name, code, hierarchy."""
    record, rows = writer.record, []
    above = [one.record for one in record.related if one.type in ("in", "part of")]
    if above:
        basis = record.facts.get("part_of_basis", "")
        shown = writer.links(above) + (f" {writer.note(basis)}" if basis else "")
        rows.append(facts.row(writer.translate("Pages", "Part of"), shown))
    official = record.facts.get("official_name", "")
    if official:
        label = writer.translate("Pages", "Official name")
        rows.append(facts.row(label, markup.span("body", official)))
    code = record.facts.get("adcode", "")
    if code:
        label = writer.translate("Pages", "Division code")
        rows.append(facts.row(label, markup.span("body", code)))
    return rows
