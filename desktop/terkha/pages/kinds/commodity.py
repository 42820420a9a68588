# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The page of a commodity: uses, lists it stands on, where on the plateau, its minerals."""

from __future__ import annotations

from terkha.pages import markup
from terkha.pages.parts import claims, differences, facts, head, names, related, sites, timeline
from terkha.pages.parts.leftover import of_property
from terkha.pages.writer import Writer
from terkha_db import wording


def write(writer: Writer) -> None:
    """Write the page of a commodity."""
    symbol = writer.record.facts.get("symbol", "")
    head.write(writer, [wording.format_kind("commodity"), symbol])
    criticality = writer.peek("criticality")
    rows = facts.rows_of(writer, ("use", "criticality"), always=("use", "criticality"))
    writer.enter("facts", writer.translate("Pages", "Key facts"), len(rows))
    writer.add(markup.anchor("facts") + facts.table(rows))
    writer.add(facts.whole_note(writer, criticality))
    of_property(writer, "plateau-summary", writer.translate("Pages", "On the plateau"))
    differences.write(writer)
    sites.write(
        writer,
        "sites",
        writer.translate("Pages", "Mines and deposits"),
        ("commodity",),
        "mine",
    )
    sites.write_figures(writer, ("resource", "reserve"))
    sites.write(
        writer,
        "ores",
        writer.translate("Pages", "Minerals it is won from"),
        ("ore-of",),
        "mineral",
    )
    of_property(writer, "related-mineral", writer.translate("Pages", "Related minerals"))
    if writer.record.names:
        names.write(writer)
    timeline.write(writer)
    claims.write(writer)
    related.write(writer, without=("citation", "claim", "event", "dispute", "mine"))
