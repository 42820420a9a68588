# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Timeline and impacts: what happened, when, and who reports it; oldest first, undated last."""

from __future__ import annotations

from collections.abc import Sequence

from terkha.pages import markup, values
from terkha.pages.parts import capped
from terkha.pages.writer import Writer, record_link
from terkha_db import wording
from terkha_db.entities import Brief, Statement

IMPACT = "impact"
Told = tuple[Brief, Sequence[Statement]]


def write(writer: Writer, *, expected: bool = False) -> None:
    """Write both sections; where impacts are ``expected``, say in words that none is recorded."""
    told = [(brief, writer.material.told.get(brief.id, ())) for brief in writer.record.events]
    told.sort(key=_date)
    kinds = {one[0].id: writer.material.cell(one[0].id, "event_kind") for one in told}
    impacts = [one for one in told if kinds[one[0].id] == IMPACT]
    events = [one for one in told if one not in impacts]
    if events:
        title = writer.translate("Pages", "Timeline")
        writer.section("timeline", title, _table(writer, "timeline", events), len(events))
    title = writer.translate("Pages", "Impacts and protests")
    if impacts:
        writer.section("impacts", title, _table(writer, "impacts", impacts), len(impacts))
    elif expected:
        words = writer.translate(
            "Pages",
            "None is recorded for {} in this edition. That is a gap in the catalogue and says"
            " nothing about the place.",
        ).format(writer.record.title)
        writer.section("impacts", title, markup.paragraph("body", markup.text(words)), 0)


def _date(told: Told) -> tuple[bool, str]:
    dates = [said.as_of for said in told[1] if said.as_of]
    return (not dates, min(dates, default=""))


def _table(writer: Writer, name: str, told: Sequence[Told]) -> str:
    shown, more = capped.cut(writer, name, told)
    return markup.table([_row(writer, brief, said) for brief, said in shown]) + more


def _row(writer: Writer, brief: Brief, said: Sequence[Statement]) -> str:
    date = values.dated(writer, said[0]) if said else ""
    lines = []
    for statement in said:
        text = markup.span("body", wording.format_value(statement))
        line = values.shaded(statement, text)
        who = values.who(writer, statement)
        line += (markup.span("small", f" {who}") if who else "") + writer.mark(statement)
        if statement.note:
            line += f"<br/>{writer.note(statement.note)}"
        lines.append(line)
    when = record_link(brief.id, date or wording.UNDATED, "mark")
    return markup.row(
        [
            markup.cell("date", when, width="17%"),
            markup.cell("what", "<br/>".join(lines) or markup.span("body", brief.title)),
        ]
    )
