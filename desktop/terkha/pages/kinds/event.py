# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The page of an event: when, what, who reports it, whom it concerns."""

from __future__ import annotations

from terkha.pages import markup, values
from terkha.pages.parts import claims, differences, facts, head, related, timeline
from terkha.pages.writer import Steps, Writer
from terkha_db import wording


def write(writer: Writer) -> Steps:
    """Write the page of an event."""
    record = writer.record
    impact = writer.material.cell(record.id, "event_kind") == timeline.IMPACT
    kind = (
        writer.translate("Pages", "Impact or protest")
        if impact
        else writer.translate("Vocabulary", wording.format_kind("event"))
    )
    date = wording.format_date(record.facts.get("date", ""))
    head.write(writer, [kind, date])
    rows = [
        facts.row(writer.translate("Pages", "Date"), markup.span("body", date)),
        *(
            facts.row(
                writer.translate("Pages", "Who says so"),
                markup.anchor(one.id) + values.who_cell(writer, one),
            )
            for one in writer.take("occurrence")
        ),
    ]
    note = record.facts.get("date_note", "")
    if note:
        rows.insert(1, facts.row(writer.translate("Pages", "On the date"), writer.note(note)))
    writer.enter(head.TOP, writer.translate("Pages", "Key facts"))
    writer.add(facts.table(rows))
    yield
    differences.write(writer)
    yield
    claims.write(writer)
    related.write(writer)
