# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Which commodities the EU, the United States and China list as critical or strategic."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from terkha.charts.base import Axis, Chart, Key, Mark, Picture, Row, Shape
from terkha.charts.words import POLICY, capital, edition_words, noop, translate
from terkha_db.wording import count, format_as_of

if TYPE_CHECKING:
    from terkha_db.catalogue import Catalogue
    from terkha_db.entities import Statement

_ABSENT = "not listed"
_STRATEGIC = "strategic"
_SHAPES = {_STRATEGIC: Shape.SQUARE, "critical": Shape.CIRCLE, _ABSENT: Shape.DASH}
# A list by what its statements begin with, whether only its strategic part is meant, and its name.
_LISTS: tuple[tuple[str, bool, str], ...] = (
    ("EU Regulation 2024/1252", True, noop("EU 2023, strategic")),
    ("EU Regulation 2024/1252", False, noop("EU 2023, critical")),
    ("US critical minerals 2022", False, noop("US 2022")),
    ("US critical minerals 2025", False, noop("US 2025")),
    ("China strategic minerals", False, noop("China 2016–2020")),
)


def draw(catalogue: Catalogue, chart: Chart) -> Picture:
    """Return a matrix: a row for each commodity, a column for each list."""
    by_commodity: dict[str, list[Statement]] = defaultdict(list)
    for said in catalogue.figures("criticality", kinds=("commodity",)):
        by_commodity[said.record].append(said)
    names = {brief.id: capital(brief.title) for brief in catalogue.briefs(by_commodity)}
    listed = {
        commodity: sum(said.text != _ABSENT for said in told)
        for commodity, told in by_commodity.items()
    }
    order = sorted(by_commodity, key=lambda commodity: (-listed[commodity], names[commodity]))
    marks = tuple(
        _mark(said, names[commodity], row)
        for row, commodity in enumerate(order)
        for said in sorted(by_commodity[commodity], key=_column)
    )
    titles = tuple(translate("Charts", title) for _, _, title in _LISTS)
    return Picture(
        id=chart.id,
        title=translate("Charts", chart.title),
        lead=translate(
            "Charts",
            "What each list says of a commodity. The EU’s strategic raw materials are all "
            "critical ones as well; a commodity without a mark in a column is not recorded.",
        ),
        x=Axis(-0.6, len(_LISTS) - 0.4, ticks=tuple(enumerate(titles)), named=True),
        marks=marks,
        rows=tuple(Row(names[commodity]) for commodity in order),
        keys=(
            Key(Shape.SQUARE, translate("Charts", "strategic")),
            Key(Shape.CIRCLE, translate("Charts", "critical")),
            Key(Shape.DASH, translate("Charts", "not on the list")),
        ),
        summary=f"{count(len(order), 'commodity', 'commodities')}, {count(len(_LISTS), 'list')}",
        edition=edition_words(catalogue.edition),
    )


def _column(said: Statement) -> int:
    is_strategic = said.text == _STRATEGIC
    fitting = [
        number
        for number, (start, only_strategic, _) in enumerate(_LISTS)
        if said.of.startswith(start) and (is_strategic or not only_strategic)
    ]
    return fitting[0]


def _mark(said: Statement, name: str, row: int) -> Mark:
    column = _column(said)
    return Mark(
        label=name,
        text=said.text,
        shown=column,
        x=column,
        y=row,
        shape=_SHAPES[said.text],
        kind=translate("Charts", "listing"),
        link=f"{said.record}#{said.id}",
        of=said.of,
        as_of=format_as_of(said),
        statement=said,
        cites=said.cites,
    )


CRITICALITY = Chart(
    "criticality",
    noop("Critical and strategic commodities"),
    POLICY,
    noop("Which commodities stand on the lists of the EU, the United States and China."),
    draw,
)
