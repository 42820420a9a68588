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
from terkha.pages.writer import Steps, Writer
from terkha_db import wording


def write(writer: Writer) -> Steps:
    """Write the page of an organisation."""
    kind = writer.record.facts.get("org_kind") or "organisation"
    head.write(writer, [writer.translate("Vocabulary", wording.format_word(kind))])
    differences.strip(writer)
    rows = facts.rows_of(writer, ("ownership-kind", "date", "remark"))
    if rows and writer.record.names:
        card = names.card(writer)
        writer.add(facts.two_columns(card, facts.table(rows), kind="card"))
    else:
        writer.add(facts.table(rows))
        names.write(writer)
    yield
    organisations.write_owners(writer)
    organisations.write_holdings(writer)
    yield
    differences.write(writer)
    yield
    timeline.write(writer)
    yield
    claims.write(writer)
    related.write(writer)
