# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""World and Chinese mine production of one commodity over time, the edition named at each point."""

from __future__ import annotations

from typing import TYPE_CHECKING

from terkha.charts.base import Axis, Key, Mark, Picture, Series, Shape
from terkha.charts.words import edition_words, rounded, translate
from terkha_db.vocabulary import UNIT_BY_ID
from terkha_db.wording import count, format_as_of, format_number, format_value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from terkha_db.catalogue import Catalogue, SeriesInfo
    from terkha_db.entities import Statement

_AREAS = ("World", "China")
_MEASURE = "production"
# Filled for a reported figure, open for an estimate.
_SHAPES = ((Shape.CIRCLE, Shape.RING), (Shape.SQUARE, Shape.OPEN_SQUARE))


def production(catalogue: Catalogue, commodity: str, words: Mapping[str, str]) -> Picture:
    """Return the picture of a commodity that has a series for the world and one for China.

    ``words`` holds id, title, lead and axis (the unit in words) in the reader's language.
    """
    found = [
        series
        for area in _AREAS
        for series in catalogue.series(commodity=commodity, measure=_MEASURE, area=area)
    ]
    unit = found[0].unit
    marks = tuple(
        _mark(statement, series, number, unit)
        for number, series in enumerate(found)
        for statement in catalogue.observations(series.id)
    )
    years = [mark.x for mark in marks]
    return Picture(
        id=words["id"],
        title=words["title"],
        lead=words["lead"],
        x=Axis(min(years), max(years), whole=True, plain=True),
        y=Axis(0, max(mark.y for mark in marks), words["axis"]),
        marks=marks,
        series=tuple(_line(series, number, marks) for number, series in enumerate(found)),
        keys=_keys(),
        notes=tuple(dict.fromkeys(text for series in found for text in _notes(series))),
        summary=f"{count(len(found), 'series', 'series')}, {count(len(marks), 'figure')}",
        edition=edition_words(catalogue.edition),
    )


def _mark(statement: Statement, series: SeriesInfo, number: int, unit: str) -> Mark:
    value = statement.value or 0.0
    shown = rounded(value * UNIT_BY_ID[statement.unit].factor / UNIT_BY_ID[unit].factor)
    shape, kind = _shape(statement, number)
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


def _shape(statement: Statement, number: int) -> tuple[Shape, str]:
    """Return how an observation is drawn and what it is, in words."""
    if statement.rank == "superseded":
        return Shape.DASH, translate("Charts", "earlier edition")
    filled, opened = _SHAPES[number]
    if statement.estimated:
        return opened, translate("Charts", "estimate")
    return filled, translate("Charts", "mine production")


def _line(series: SeriesInfo, number: int, marks: tuple[Mark, ...]) -> Series:
    points = [
        (mark.x, mark.y) for mark in marks if mark.series == number and mark.shape is not Shape.DASH
    ]
    return Series(_area(series), tuple(sorted(points)), dashed=number > 0)


def _area(series: SeriesInfo) -> str:
    return translate("Charts", "World") if series.area == _AREAS[0] else series.area


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
