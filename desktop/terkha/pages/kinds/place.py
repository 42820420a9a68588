# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The page of a place: its names, what it is part of, the mines in it."""

from __future__ import annotations

from terkha.pages import markup
from terkha.pages.parts import claims, differences, facts, head, names, related, sites, timeline
from terkha.pages.writer import Writer
from terkha_db import wording
from terkha_db.vocabulary import PLACE_LEVELS

_LEVELS = {choice.id: choice.label for choice in PLACE_LEVELS}
_IN = ("county", "prefecture", "province")


def write(writer: Writer) -> None:
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
    sites.write(writer, "sites", writer.translate("Pages", "Mines and deposits in it"), _IN, "mine")
    differences.write(writer)
    timeline.write(writer)
    claims.write(writer)
    related.write(writer)


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
