# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Who speaks about what: claims by topic and by the kind of work that they name as their source."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from terkha.charts.base import Axis, Chart, Key, Mark, Picture, Row, Shape
from terkha.charts.counts import distinct
from terkha.charts.phrases import Phrases
from terkha.charts.words import SOURCES, capital, edition_words, noop, translate
from terkha_db.entities import Cite
from terkha_db.wording import count, format_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from terkha_db.catalogue import Catalogue

_NONE = ""
_PAGE = "page/claims"
_Cell = list[tuple[str, tuple[Cite, ...]]]


def draw(catalogue: Catalogue, chart: Chart) -> Picture:
    """Return discs: a row for each topic, a column for each kind of source."""
    topics = {row.id: str(row.values["topic"]) for row in catalogue.rows("claim")}
    cells = _cells(catalogue, topics)
    totals = Counter(topics.values())
    order = [topic for topic, _ in totals.most_common()]
    kinds = Counter(kind for (_, kind), found in cells.items() for _ in found)
    # Claims that name no work stand apart at the left, whatever their number.
    columns = [_NONE, *(kind for kind, _ in kinds.most_common() if kind != _NONE)]
    marks = tuple(
        _mark(cells[topic, kind], topic, kind, (column, row))
        for row, topic in enumerate(order)
        for column, kind in enumerate(columns)
        if (topic, kind) in cells
    )
    return Picture(
        id=chart.id,
        title=translate("Charts", chart.title),
        lead=translate(
            "Charts",
            "Number of claims of the two documents read claim by claim, by topic and by the kind "
            "of work that their notes name. The area of a disc stands for their number.",
        ),
        x=Axis(
            -0.6,
            len(columns) - 0.4,
            ticks=tuple((column, _name(kind)) for column, kind in enumerate(columns)),
            named=True,
        ),
        marks=marks,
        rows=tuple(Row(capital(topic), note=Phrases().claims(totals[topic])) for topic in order),
        keys=(Key(Shape.DISC, translate("Charts", "claims, by area")),),
        notes=(
            translate(
                "Charts",
                "A claim whose notes name works of two kinds is counted under both: do not add "
                "the columns.",
            ),
        ),
        summary=f"{count(len(order), 'topic')}, {count(len(topics), 'claim')}",
        edition=edition_words(catalogue.edition),
    )


def _cells(catalogue: Catalogue, topics: dict[str, str]) -> dict[tuple[str, str], _Cell]:
    """Return the claims of each topic and kind of source, each with the works that it has."""
    named = catalogue.resting()
    told = catalogue.told(topics, "claim")
    cells: dict[tuple[str, str], _Cell] = defaultdict(list)
    for claim, topic in topics.items():
        document = tuple(cite for statement in told.get(claim, ()) for cite in statement.cites)
        sources = named.get(claim, ())
        for kind in dict.fromkeys(source.kind for source in sources) or {_NONE: None}:
            cites = tuple(
                Cite(source) for source in sources if source.kind == kind and not source.outside
            )
            cells[topic, kind].append((claim, (*document, *cites)))
    return cells


def _name(kind: str) -> str:
    return format_word(kind) if kind else translate("Charts", "no work named")


def _mark(
    found: Sequence[tuple[str, tuple[Cite, ...]]], topic: str, kind: str, place: tuple[int, int]
) -> Mark:
    return Mark(
        label=f"{capital(topic)}, {_name(kind)}",
        text=Phrases().claims(len(found)),
        shown=len(found),
        x=place[0],
        y=place[1],
        shape=Shape.DISC,
        kind=translate("Charts", "count"),
        as_of=translate("Charts", "this edition"),
        link=found[0][0] if len(found) == 1 else _PAGE,
        counted=tuple(claim for claim, _ in found),
        cites=distinct(cite for _, cites in found for cite in cites),
    )


SPEAKERS = Chart(
    "claims-by-source",
    noop("Who speaks about what"),
    SOURCES,
    noop("Claims by topic and by the kind of source that their notes name."),
    draw,
)
