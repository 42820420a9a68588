# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The page of an organisation: what it is, what it owns and runs, what is said of it."""

from __future__ import annotations

from terkha.pages.parts import (
    claims,
    differences,
    facts,
    head,
    names,
    organisations,
    related,
    timeline,
)
from terkha.pages.writer import Writer
from terkha_db import wording


def write(writer: Writer) -> None:
    """Write the page of an organisation."""
    kind = writer.record.facts.get("org_kind") or "organisation"
    head.write(writer, [writer.translate("Vocabulary", wording.format_word(kind))])
    rows = facts.rows_of(writer, ("ownership-kind", "owner", "date", "remark"))
    if rows and writer.record.names:
        card = facts.card(names.card(writer))
        writer.add(facts.two_columns(card, facts.table(rows)))
    else:
        writer.add(facts.table(rows))
        names.write(writer)
    differences.write(writer)
    organisations.write_holdings(writer)
    timeline.write(writer)
    claims.write(writer)
    related.write(writer)
