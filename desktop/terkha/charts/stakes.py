# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What owners held of mines, date by date, wherever a source gives a share."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from terkha.charts.base import Axis, Chart, Key, Mark, Picture, Row, Shape
from terkha.charts.words import MINES, edition_words, listed, noop, number, place_of, translate
from terkha_db.wording import SPACE, count, format_as_of, format_value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from terkha_db.catalogue import Catalogue
    from terkha_db.entities import Statement


def draw(catalogue: Catalogue, chart: Chart) -> Picture:
    """Return a row for each owner of each mine; the share stands beside the mark of its date."""
    stakes: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for said in catalogue.figures("owner"):
        if said.share is not None and said.records:
            stakes[said.record, said.records[0].id].append(said)
    ids = {record for key in stakes for record in key}
    names = {brief.id: brief.title for brief in catalogue.briefs(ids)}
    dated = {key: _in_time(told) for key, told in stakes.items() if _in_time(told)}
    order = sorted(dated, key=lambda key: (names[key[0]], place_of(dated[key][0].as_of), key[1]))
    marks = tuple(
        _mark(said, f"{names[mine]}, {names[owner]}", row, is_last=said is dated[mine, owner][-1])
        for row, (mine, owner) in enumerate(order)
        for said in dated[mine, owner]
    )
    apart = tuple(
        _mark(said, f"{names[mine]}, {names[owner]}", 0)
        for (mine, owner), told in stakes.items()
        for said in told
        if not said.as_of
    )
    places = [mark.x for mark in marks]
    mines = {mine for mine, _ in order}
    return Picture(
        id=chart.id,
        title=translate("Charts", chart.title),
        lead=translate(
            "Charts",
            "Per cent of a mine, or of the company that holds it, as published, at the date that "
            "the source gives. Of the time between two dates nothing is recorded.",
        ),
        x=Axis(int(min(places)) - 0.5, max(places), whole=True, plain=True, dates=True),
        marks=marks,
        rows=tuple(
            Row(names[mine], names[owner], note=_share(dated[mine, owner][-1]))
            for mine, owner in order
        ),
        keys=(Key(Shape.CIRCLE, translate("Charts", "share at a date, in per cent")),),
        apart=apart,
        notes=_notes(apart),
        summary=f"{count(len(mines), 'mine')}, {count(len(marks) + len(apart), 'figure')}",
        edition=edition_words(catalogue.edition),
    )


def _in_time(told: Sequence[Statement]) -> list[Statement]:
    return sorted((each for each in told if each.as_of), key=lambda each: place_of(each.as_of))


def _share(said: Statement) -> str:
    return f"{number(said.share or 0.0)}{SPACE}%"


def _mark(said: Statement, label: str, row: int, *, is_last: bool = True) -> Mark:
    return Mark(
        label=label,
        text=format_value(said),
        shown=said.share or 0.0,
        x=place_of(said.as_of) if said.as_of else 0.0,
        y=row,
        shape=Shape.CIRCLE,
        kind=translate("Charts", "share"),
        link=f"{said.record}#{said.id}",
        of=said.of,
        as_of=format_as_of(said),
        statement=said,
        cites=said.cites,
        caption="" if is_last else _share(said),
    )


def _notes(apart: Sequence[Mark]) -> tuple[str, ...]:
    notes = [
        translate(
            "Charts",
            "Shares of a mine and of its parent company may both be given: do not add them up.",
        )
    ]
    if apart:
        told = listed([f"{mark.label}, {mark.text}" for mark in apart])
        notes.append(translate("Charts", "Without a date, and so not in the chart: %s.") % told)
    return tuple(notes)


STAKES = Chart(
    "owners-stakes",
    noop("Owners’ stakes over time"),
    MINES,
    noop("Which share of a mine its owners held at which date, as published."),
    draw,
)
