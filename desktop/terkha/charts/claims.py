# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What the documents claim, by topic and by how they state it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from terkha.charts.base import Axis, Chart, Picture
from terkha.charts.counts import Counted, keys, stack
from terkha.charts.words import SOURCES, edition_words, noop, translate
from terkha_db.vocabulary import CLAIM_KINDS
from terkha_db.wording import count

if TYPE_CHECKING:
    from terkha_db.catalogue import Catalogue


def draw(catalogue: Catalogue, chart: Chart) -> Picture:
    """Return stacked bars of all claims."""
    rows = catalogue.rows("claim")
    told = catalogue.told([row.id for row in rows], "claim")
    claims = [
        Counted(
            row.id,
            str(row.values["topic"]),
            str(row.values["claim_kind"]),
            tuple(cite for statement in told[row.id] for cite in statement.cites),
        )
        for row in rows
    ]
    kinds = {choice.id: choice.label for choice in CLAIM_KINDS}
    bars = stack(claims, kinds, _topic, lambda _group: "page/claims")
    return Picture(
        id=chart.id,
        title=translate("Charts", "Claims by topic and kind"),
        lead=translate(
            "Charts",
            "Number of claims, by topic, divided by how the document states them. No kind "
            "is a judgement of this catalogue.",
        ),
        x=Axis(0, bars.longest, translate("Charts", "claims"), whole=True),
        marks=bars.marks,
        rows=bars.rows,
        keys=keys(kinds),
        summary=f"{count(len(bars.rows), 'topic')}, {count(len(claims), 'claim')}",
        edition=edition_words(catalogue.edition),
    )


def _topic(topic: str) -> str:
    return topic.replace("-", " ").capitalize()


CLAIMS = Chart(
    "claims-by-topic",
    noop("Claims by topic and kind"),
    SOURCES,
    noop("What the documents speak about, as fact, projection, allegation or opinion."),
    draw,
)
