# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The page of a law, plan, standard, doctrine or initiative."""

from __future__ import annotations

from terkha.pages import markup
from terkha.pages.kinds import plain
from terkha.pages.parts import facts
from terkha.pages.writer import Steps, Writer
from terkha_db import wording


def write(writer: Writer) -> Steps:
    """Write the page of a policy."""
    record = writer.record
    kind = wording.format_word(record.facts.get("policy_kind") or "policy")
    rows = facts.rows_of(writer, ("date",))
    date = record.facts.get("date", "")
    if date and not rows:
        label = writer.translate("Vocabulary", wording.format_property("date"))
        rows.append(facts.row(label, markup.span("body", wording.format_date(date))))
    return plain.write(writer, [writer.translate("Vocabulary", kind)], rows)
