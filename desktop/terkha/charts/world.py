# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""World and Chinese production and reserves over time, the edition named at each point."""

from __future__ import annotations

from typing import TYPE_CHECKING

from terkha import charted
from terkha.charts.base import Axis, Chart, Key, Mark, Picture, Series, Shape
from terkha.charts.scale import mass_unit
from terkha.charts.words import (
    PRODUCTION,
    capital,
    edition_words,
    mass_words,
    noop,
    rounded,
    translate,
)
from terkha_db.vocabulary import UNIT_BY_ID
from terkha_db.wording import count, format_as_of, format_number, format_value

if TYPE_CHECKING:
    from terkha_db.catalogue import Catalogue
    from terkha_db.catalogue.figures import SeriesInfo
    from terkha_db.entities import Statement
    from terkha_db.vocabulary import Unit

_PRODUCTION = "production"
_RESERVES = "reserves"
# Filled for a reported figure, open for an estimate.
_SHAPES = ((Shape.CIRCLE, Shape.RING), (Shape.SQUARE, Shape.OPEN_SQUARE))


def draw_production(catalogue: Catalogue, chart: Chart) -> Picture:
    """Return mine production of a commodity that has a series for the world and for China."""
    return _draw(catalogue, chart, _PRODUCTION, translate("Charts", "a year"))


def draw_reserves(catalogue: Catalogue, chart: Chart) -> Picture:
    """Return the reserves of a commodity that has a series for the world and one for China."""
    return _draw(catalogue, chart, _RESERVES, "")


def _draw(catalogue: Catalogue, chart: Chart, measure: str, per: str) -> Picture:
    found = [
        series
        for area in charted.AREAS
        for series in catalogue.series(commodity=chart.about, measure=measure, area=area)
    ]
    told = [
        (statement, series, number)
        for number, series in enumerate(found)
        for statement in catalogue.observations(series.id)
    ]
    unit = mass_unit(max(_tonnes(statement) for statement, _, _ in told))
    marks = tuple(_mark(statement, series, number, unit) for statement, series, number in told)
    years = [mark.x for mark in marks]
    axis = mass_words(unit.id, _substance(found[0]))
    return Picture(
        id=chart.id,
        title=translate("Charts", chart.title),
        lead=_lead(mass_words(unit.id, _substance(found[0]), per)),
        x=Axis(min(years), max(years), whole=True, plain=True),
        y=Axis(0, max(mark.y for mark in marks), axis, turns=True),
        marks=marks,
        series=tuple(_line(series, number, marks) for number, series in enumerate(found)),
        keys=_keys(),
        notes=tuple(dict.fromkeys(text for series in found for text in _notes(series))),
        summary=f"{count(len(found), 'series', 'series')}, {count(len(marks), 'figure')}",
        edition=edition_words(catalogue.edition),
    )


def _tonnes(statement: Statement) -> float:
    return (statement.value or 0.0) * UNIT_BY_ID[statement.unit].factor


def _mark(statement: Statement, series: SeriesInfo, number: int, unit: Unit) -> Mark:
    shown = rounded(_tonnes(statement) / unit.factor)
    shape, kind = _shape(statement, number, series)
    return Mark(
        label=f"{_area(series)} {format_as_of(statement)}",
        text=format_value(statement),
        shown=shown,
        x=float(statement.as_of[:4]),
        y=shown,
        shape=shape,
        kind=kind,
        link=f"{series.id}#{statement.id}",
        of=statement.edition,
        as_of=format_as_of(statement),
        statement=statement,
        cites=statement.cites,
        caption=f"{format_number(shown)} · {statement.edition}",
        series=number,
    )


def _substance(series: SeriesInfo) -> str:
    """Return what is counted, in words: contained copper."""
    return {
        "REO equivalent": translate("Charts", "rare-earth-oxide equivalent"),
        "natural graphite": translate("Charts", "natural graphite"),
    }.get(series.substance, translate("Charts", "contained %s") % series.commodity)


def _lead(measured: str) -> str:
    words = translate(
        "Charts",
        "%(measured)s, by the edition of the U.S. Geological Survey’s Mineral Commodity Summaries "
        "(MCS) that stands at each point.",
    )
    return words % {"measured": measured[:1].upper() + measured[1:]}


def _shape(statement: Statement, number: int, series: SeriesInfo) -> tuple[Shape, str]:
    """Return how an observation is drawn and what it is, in words."""
    if statement.rank == "superseded":
        return Shape.DASH, translate("Charts", "earlier edition")
    filled, opened = _SHAPES[number]
    if statement.estimated:
        return opened, translate("Charts", "estimate")
    if series.measure == _RESERVES:
        return filled, translate("Charts", "reserves")
    if series.commodity in charted.PRIMARY:
        return filled, translate("Charts", "primary production")
    return filled, translate("Charts", "mine production")


def _line(series: SeriesInfo, number: int, marks: tuple[Mark, ...]) -> Series:
    points = [
        (mark.x, mark.y) for mark in marks if mark.series == number and mark.shape is not Shape.DASH
    ]
    return Series(_area(series), tuple(sorted(points)), dashed=number > 0)


def _area(series: SeriesInfo) -> str:
    return translate("Charts", "World") if series.area == charted.AREAS[0] else series.area


def _keys() -> tuple[Key, ...]:
    return (
        Key(Shape.CIRCLE, translate("Charts", "World")),
        Key(Shape.RING, translate("Charts", "World, estimate of the edition named")),
        Key(Shape.SQUARE, translate("Charts", "China")),
        Key(Shape.OPEN_SQUARE, translate("Charts", "China, estimate")),
        Key(Shape.DASH, translate("Charts", "figure that a later edition replaced")),
    )


def _notes(series: SeriesInfo) -> list[str]:
    rule = translate("Charts", "Rule of the series: %s.") % series.rule if series.rule else ""
    return [text for text in (rule, series.note) if text]


def _made(commodity: str) -> str:
    return "primary production" if commodity in charted.PRIMARY else "mine production"


WORLD_PRODUCTION = tuple(
    Chart(
        f"{commodity}-production",
        noop(f"{capital(commodity)}, {_made(commodity)}: world and China"),
        PRODUCTION,
        noop("World and Chinese mine production by year, with every edition's figure."),
        draw_production,
        family=noop("World and China, mine production"),
        subject=noop(capital(commodity)),
        about=commodity,
    )
    for commodity in charted.PRODUCTION
)
WORLD_RESERVES = tuple(
    Chart(
        f"{commodity}-reserves",
        noop(f"{capital(commodity)}, reserves: world and China"),
        PRODUCTION,
        noop("World and Chinese reserves by year, with every edition's figure."),
        draw_reserves,
        family=noop("World and China, reserves"),
        subject=noop(capital(commodity)),
        about=commodity,
    )
    for commodity in charted.RESERVES
)
