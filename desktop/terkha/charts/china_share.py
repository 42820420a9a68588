# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""China's share of mining, refining and reserves, by commodity, wherever a series tells it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from terkha.charts.base import Axis, Chart, Key, Mark, Picture, Row, Shape
from terkha.charts.words import PRODUCTION, edition_words, noop, number, translate
from terkha_db.wording import SPACE, count, format_as_of, format_value

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from terkha_db.catalogue import Catalogue
    from terkha_db.catalogue.figures import SeriesInfo
    from terkha_db.entities import Statement

_CHINA = "China"
_MINING = frozenset({"share of production", "share of mining", "production"})
_REFINING = frozenset({"share of refining", "processing"})
_RESERVES = frozenset({"share of reserves"})
_PLAIN_SHARE = "share"
_WORKED_OUT = frozenset({Shape.CIRCLE, Shape.TICK, Shape.RING})


@dataclass(frozen=True, slots=True)
class _Share:
    """One share and whether it is as published, and not worked out from totals of an edition."""

    series: SeriesInfo
    statement: Statement
    published: bool
    kind: str


def draw(catalogue: Catalogue, chart: Chart) -> Picture:
    """Return the picture of mining and refining, the largest shares of mining first."""
    mining = translate("Charts", "share of mining")
    refining = translate("Charts", "share of refining")
    kinds = dict.fromkeys(_MINING, mining) | dict.fromkeys(_REFINING, refining)
    words = translate("Charts", "mining %s"), translate("Charts", "refining %s")
    return replace(
        _picture(catalogue, chart, _shares(catalogue, kinds, published=_REFINING), words),
        title=translate("Charts", chart.title),
        lead=translate(
            "Charts",
            "Per cent of world output, by commodity. Shares of mining, and those of refining "
            "copper by year, are worked out from the world and China totals of one edition; "
            "other shares of refining are as published.",
        ),
        keys=_keys(),
        notes=(
            translate(
                "Charts",
                "Where a commodity has no share of refining, none was found; that is a gap in the "
                "catalogue and says nothing about the commodity.",
            ),
            translate(
                "Charts",
                "Gallium has no mines of its own: its share of mining is that of primary metal.",
            ),
        ),
    )


def draw_reserves(catalogue: Catalogue, chart: Chart) -> Picture:
    """Return the picture of reserves, the largest shares first."""
    kinds = dict.fromkeys(_RESERVES, translate("Charts", "share of reserves"))
    worked_out = [
        replace(share, published=not share.statement.edition) for share in _shares(catalogue, kinds)
    ]
    words = translate("Charts", "reserves %s"), translate("Charts", "published as %s")
    return replace(
        _picture(catalogue, chart, worked_out, words),
        title=translate("Charts", chart.title),
        lead=translate(
            "Charts",
            "Per cent of world reserves, by commodity, worked out from the world and China totals "
            "of one edition of the Mineral Commodity Summaries; others are as published.",
        ),
        keys=(
            Key(Shape.CIRCLE, translate("Charts", "worked out, latest year")),
            Key(Shape.TICK, translate("Charts", "worked out, earlier years")),
            Key(Shape.SQUARE, translate("Charts", "as published")),
        ),
        notes=(
            translate(
                "Charts",
                "Reserves are what is reported as worth mining at a time: a share rises or falls "
                "with reporting and prices as well as with finds.",
            ),
        ),
    )


def _picture(
    catalogue: Catalogue, chart: Chart, shares: Sequence[_Share], words: tuple[str, str]
) -> Picture:
    """Return a row for each commodity; ``words`` tell shares worked out and those published."""
    by_commodity: dict[str, list[_Share]] = defaultdict(list)
    for share in shares:
        by_commodity[share.statement.commodity].append(share)
    order = sorted(by_commodity, key=lambda commodity: -_latest(by_commodity[commodity]))
    marks = [
        replace(mark, y=float(row))
        for row, commodity in enumerate(order)
        for mark in _marks(by_commodity[commodity], _name(catalogue, commodity))
    ]
    rows = tuple(
        _row(_name(catalogue, commodity), [mark for mark in marks if mark.y == row], words)
        for row, commodity in enumerate(order)
    )
    return Picture(
        id=chart.id,
        title="",
        lead="",
        x=Axis(0, 100, "%", closed=True),
        marks=tuple(marks),
        rows=rows,
        summary=f"{count(len(rows), 'row')}, {count(len(marks), 'figure')}",
        edition=edition_words(catalogue.edition),
    )


def _shares(
    catalogue: Catalogue, kinds: Mapping[str, str], published: frozenset[str] = frozenset()
) -> list[_Share]:
    """Return every observation of one of China's shares, in per cent, with its kind in words."""
    found = []
    for series in catalogue.series():
        if series.measure not in {*kinds, _PLAIN_SHARE}:
            continue
        for statement in catalogue.observations(series.id):
            what = statement.of if series.measure == _PLAIN_SHARE else series.measure
            is_china = _CHINA in (series.area, statement.of)
            known = what in kinds and statement.unit == "%"
            if is_china and known and statement.value is not None:
                found.append(_Share(series, statement, what in published, kinds[what]))
    return found


def _latest(shares: Sequence[_Share]) -> float:
    """Return the latest share worked out that is no projection; -1 where there is none."""
    mined = [
        (share.statement.as_of, share.statement.value or 0.0)
        for share in shares
        if not share.published and not share.statement.projection
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
    kind = share.kind
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
        return Shape.OPEN_SQUARE if share.published else Shape.RING
    if share.published:
        return Shape.SQUARE
    is_earlier = _is_yearly(share) and share.statement.as_of < latest
    return Shape.TICK if is_earlier else Shape.CIRCLE


def _is_yearly(share: _Share) -> bool:
    """Tell whether a share is of a series that has one for every year and edition."""
    return not share.published and bool(share.statement.edition)


def _row(name: str, marks: Sequence[Mark], words: tuple[str, str]) -> Row:
    """Return a row with a thin line through the years worked out, and the shares in words."""
    published = sorted(mark.shown for mark in marks if mark.shape is Shape.SQUARE)
    worked_out = [mark for mark in marks if mark.shape in _WORKED_OUT]
    years = [mark for mark in worked_out if mark.statement and mark.statement.edition]
    notes = []
    if years:
        last = max(years, key=lambda mark: mark.as_of)
        notes.append(words[0] % f"{number(last.shown)}{SPACE}%")
    if published:
        ends = "–".join(number(value) for value in dict.fromkeys((published[0], published[-1])))
        notes.append(words[1] % f"{ends}{SPACE}%")
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


_FAMILY = noop("China’s share, by commodity")
CHINA_SHARE = (
    Chart(
        "china-share",
        noop("China’s share of mining and refining"),
        PRODUCTION,
        noop("China's share of world mining, refining and reserves by commodity, year by year."),
        draw,
        family=_FAMILY,
        subject=noop("Mining and refining"),
    ),
    Chart(
        "china-reserves",
        noop("China’s share of reserves"),
        PRODUCTION,
        noop("China's share of world reserves by commodity, year by year."),
        draw_reserves,
        family=_FAMILY,
        subject=noop("Reserves"),
    ),
)
