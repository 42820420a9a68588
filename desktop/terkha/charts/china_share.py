# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""China's share of mining and of refining, by commodity, wherever a series tells it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from terkha.charts.base import Axis, Chart, Key, Mark, Picture, Row, Shape
from terkha.charts.words import PRODUCTION, edition_words, noop, number, translate
from terkha_db.wording import SPACE, count, format_as_of, format_value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from terkha_db.catalogue import Catalogue, SeriesInfo
    from terkha_db.entities import Statement

_CHINA = "China"
_MINING = frozenset({"share of production", "share of mining", "production"})
_REFINING = frozenset({"share of refining", "processing"})
_PLAIN_SHARE = "share"


@dataclass(frozen=True, slots=True)
class _Share:
    """One published share and whether it is of refining."""

    series: SeriesInfo
    statement: Statement
    refining: bool


def draw(catalogue: Catalogue, chart: Chart) -> Picture:
    """Return the picture: a row for each commodity, the largest shares of mining first."""
    by_commodity: dict[str, list[_Share]] = defaultdict(list)
    for share in _shares(catalogue):
        by_commodity[share.statement.commodity].append(share)
    order = sorted(by_commodity, key=lambda commodity: -_latest(by_commodity[commodity]))
    marks = [
        replace(mark, y=float(row))
        for row, commodity in enumerate(order)
        for mark in _marks(by_commodity[commodity], _name(catalogue, commodity))
    ]
    rows = tuple(
        _row(_name(catalogue, commodity), [mark for mark in marks if mark.y == row])
        for row, commodity in enumerate(order)
    )
    return Picture(
        id=chart.id,
        title=translate("Charts", "China’s share of mining and refining"),
        lead=translate(
            "Charts",
            "Per cent of world output, by commodity. Shares of mining are worked out from the "
            "world and China totals of one edition; shares of refining are as published.",
        ),
        x=Axis(0, 100, "%", closed=True),
        marks=tuple(marks),
        rows=rows,
        keys=_keys(),
        notes=(
            translate(
                "Charts",
                "For refining only a few commodities have a published share in this edition; "
                "that is a gap in the catalogue and says nothing about the others.",
            ),
        ),
        summary=f"{count(len(rows), 'row')}, {count(len(marks), 'figure')}",
        edition=edition_words(catalogue.edition),
    )


def _shares(catalogue: Catalogue) -> list[_Share]:
    """Return every observation of China's share of mining or refining, in per cent."""
    found = []
    for series in catalogue.series():
        if series.measure not in _MINING | _REFINING | {_PLAIN_SHARE}:
            continue
        for statement in catalogue.observations(series.id):
            what = statement.of if series.measure == _PLAIN_SHARE else series.measure
            is_china = _CHINA in (series.area, statement.of)
            known = what in _MINING | _REFINING and statement.unit == "%"
            if is_china and known and statement.value is not None:
                found.append(_Share(series, statement, what in _REFINING))
    return found


def _latest(shares: Sequence[_Share]) -> float:
    """Return the latest share of mining that is no projection; -1 where there is none."""
    mined = [
        (share.statement.as_of, share.statement.value or 0.0)
        for share in shares
        if not share.refining and not share.statement.projection
    ]
    return max(mined)[1] if mined else -1.0


def _name(catalogue: Catalogue, commodity: str) -> str:
    if not commodity:
        return translate("Charts", "Average of 20 minerals")
    title = catalogue.brief(f"commodity/{commodity}").title
    return title[:1].upper() + title[1:]


def _marks(shares: Sequence[_Share], name: str) -> list[Mark]:
    latest = max((share.statement.as_of for share in shares if _is_yearly(share)), default="")
    return [_mark(share, name, latest) for share in shares]


def _mark(share: _Share, name: str, latest: str) -> Mark:
    statement, value = share.statement, share.statement.value or 0.0
    shape = _shape(share, latest)
    kind = (
        translate("Charts", "share of refining")
        if share.refining
        else translate("Charts", "share of mining")
    )
    if statement.projection:
        kind = translate("Charts", "%s, projection") % kind
    return Mark(
        label=name,
        text=format_value(statement),
        shown=value,
        x=value,
        y=0,
        shape=shape,
        kind=kind,
        link=f"{share.series.id}#{statement.id}",
        of=statement.edition or share.series.title,
        as_of=format_as_of(statement),
        statement=statement,
        cites=statement.cites,
    )


def _shape(share: _Share, latest: str) -> Shape:
    if share.statement.projection:
        return Shape.OPEN_SQUARE if share.refining else Shape.RING
    if share.refining:
        return Shape.SQUARE
    is_earlier = _is_yearly(share) and share.statement.as_of < latest
    return Shape.TICK if is_earlier else Shape.CIRCLE


def _is_yearly(share: _Share) -> bool:
    """Tell whether a share is of a series that has one for every year and edition."""
    return not share.refining and bool(share.statement.edition)


def _row(name: str, marks: Sequence[Mark]) -> Row:
    """Return a row with a thin line through the years of mining, and the shares in words."""
    years = [mark for mark in marks if mark.statement and mark.statement.edition]
    refined = sorted(mark.shown for mark in marks if mark.shape is Shape.SQUARE)
    notes = []
    if years:
        last = max(years, key=lambda mark: mark.as_of)
        notes.append(translate("Charts", "mining %s") % f"{number(last.shown)}{SPACE}%")
    if refined:
        ends = "–".join(number(value) for value in dict.fromkeys((refined[0], refined[-1])))
        notes.append(translate("Charts", "refining %s") % f"{ends}{SPACE}%")
    span = (min(mark.x for mark in years), max(mark.x for mark in years)) if years else None
    return Row(name, note=", ".join(notes), span=span)


def _keys() -> tuple[Key, ...]:
    return (
        Key(Shape.CIRCLE, translate("Charts", "mining, latest year or only figure")),
        Key(Shape.TICK, translate("Charts", "mining, earlier years from 2020")),
        Key(Shape.RING, translate("Charts", "mining, projection")),
        Key(Shape.SQUARE, translate("Charts", "refining")),
        Key(Shape.OPEN_SQUARE, translate("Charts", "refining, projection")),
    )


CHINA_SHARE = Chart(
    "china-share",
    noop("China’s share, by commodity"),
    PRODUCTION,
    noop("China's share of world mining and refining by commodity, year by year."),
    draw,
)
