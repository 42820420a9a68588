# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The page of a dispute: the sides, why they may differ, and the records it concerns."""

from __future__ import annotations

from collections.abc import Sequence

from terkha.pages import markup
from terkha.pages.parts import claims, differences, facts, head
from terkha.pages.writer import Steps, Writer
from terkha_db.entities import Brief


def write(writer: Writer) -> Steps:
    """Write the page of a dispute."""
    head.write(writer, [writer.translate("Pages", "Where sources differ")])
    for dispute in writer.record.disputes:
        writer.enter(head.TOP, writer.translate("Pages", "The sides"), len(dispute.positions))
        body = differences.block(writer, dispute, own_page=True)
        writer.add(body)
        yield
        rows = _briefs(writer, writer.translate("Pages", "Concerns"), dispute.subjects)
        rows += _briefs(writer, writer.translate("Pages", "Documents"), dispute.documents)
        if rows:
            title = writer.translate("Pages", "Concerned")
            count = len(dispute.subjects) + len(dispute.documents)
            writer.section("concerned", title, facts.table(rows), count)
        if dispute.claims and not writer.record.claims:
            body = markup.paragraph("body", writer.links(dispute.claims))
            writer.section("claims", writer.translate("Pages", "Claims"), body, len(dispute.claims))
    claims.write(writer)


def _briefs(writer: Writer, label: str, briefs: Sequence[Brief]) -> list[str]:
    if not briefs:
        return []
    return [facts.row(label, markup.wrap("body", writer.links(briefs)))]
