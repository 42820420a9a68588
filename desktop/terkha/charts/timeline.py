# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Discoveries, openings and incidents of sites, each at its date."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from terkha.charts.base import Axis, Chart, Key, Mark, Picture, Row, Shape
from terkha.charts.phrases import Phrases
from terkha.charts.words import MINES, edition_words, noop, place_of, translate
from terkha_db.wording import count, format_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from terkha_db.catalogue import Catalogue
    from terkha_db.entities import Statement

_SHAPES = {"discovered": Shape.DIAMOND, "opened": Shape.SQUARE, "occurrence": Shape.CIRCLE}
_IMPACTS = "event_kind:impact"


def draw(catalogue: Catalogue, chart: Chart) -> Picture:
    """Return a row for each site, in the order of its first date."""
    told: dict[str, list[tuple[str, Statement]]] = defaultdict(list)
    for name in ("discovered", "opened"):
        for said in catalogue.figures(name):
            told[said.record].append((said.text, said))
    concerned = catalogue.concerned("event")
    undated = 0
    for event, said in _incidents(catalogue):
        undated += not said.as_of
        for brief in concerned.get(event, ()) if said.as_of else ():
            if brief.kind == "mine":
                told[brief.id].append((said.as_of, said))
    names = {brief.id: brief for brief in catalogue.briefs(told)}
    dates = {site: sorted(told[site], key=lambda one: place_of(one[0])) for site in told}
    order = sorted(dates, key=lambda site: (place_of(dates[site][0][0]), names[site].title))
    marks = tuple(
        _mark(said, date, names[site].title, row)
        for row, site in enumerate(order)
        for date, said in dates[site]
    )
    places = [mark.low or mark.x for mark in marks]
    return Picture(
        id=chart.id,
        title=translate("Charts", chart.title),
        lead=translate(
            "Charts",
            "When a site was found or opened, and what was reported to have happened there to "
            "people, land and water, each by the source that says so.",
        ),
        x=Axis(
            int(min(places)) - 0.5,
            max(mark.x for mark in marks),
            whole=True,
            plain=True,
            dates=True,
        ),
        marks=marks,
        rows=tuple(Row(names[site].title, names[site].second) for site in order),
        keys=(
            Key(Shape.DIAMOND, translate("Charts", "discovered")),
            Key(Shape.SQUARE, translate("Charts", "opened")),
            Key(Shape.CIRCLE, translate("Charts", "incident or impact, as reported")),
        ),
        notes=_notes(marks, undated),
        summary=f"{count(len(order), 'site')}, {count(len(marks), 'date')}",
        edition=edition_words(catalogue.edition),
    )


def _incidents(catalogue: Catalogue) -> list[tuple[str, Statement]]:
    """Return every impact with the statement that tells of it."""
    ids = [row.id for row in catalogue.rows("event", where=_IMPACTS)]
    told = catalogue.told(ids, "occurrence")
    return [(event, said) for event in ids for said in told.get(event, ())]


def _mark(said: Statement, date: str, name: str, row: int) -> Mark:
    kinds = {
        "discovered": translate("Charts", "discovery"),
        "opened": translate("Charts", "opening"),
        "occurrence": translate("Charts", "incident or impact"),
    }
    start, slash, _ = date.partition("/")
    place = place_of(date)
    return Mark(
        label=name,
        text=said.text if said.property == "occurrence" else format_date(date),
        shown=place,
        x=place,
        y=row,
        shape=_SHAPES[said.property],
        kind=kinds[said.property],
        link=f"{said.record}#{said.id}",
        of=said.of,
        as_of=format_date(date),
        statement=said,
        cites=said.cites,
        low=place_of(start) if slash else None,
    )


def _notes(marks: Sequence[Mark], undated: int) -> tuple[str, ...]:
    spans = any(mark.low is not None for mark in marks)
    line = translate("Charts", "A line up to a mark spans the years that its source gives.")
    return (
        *((line,) if spans else ()),
        *((Phrases().incidents_undated(undated),) if undated else ()),
    )


TIMELINE = Chart(
    "timeline",
    noop("Discoveries and incidents"),
    MINES,
    noop("When sites were found and opened, and what was reported to have happened there."),
    draw,
)
