# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What mines produced, meant to produce and can produce of one commodity a year, over time."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from terkha import charted
from terkha.charts.base import Axis, Chart, Key, Mark, Picture, Series, Shape
from terkha.charts.scale import mass_unit
from terkha.charts.words import (
    MINES,
    capital,
    edition_words,
    listed,
    mass_words,
    noop,
    number,
    place_of,
    rounded,
    translate,
)
from terkha_db.substances import ELEMENT_OF, contained
from terkha_db.vocabulary import UNIT_BY_ID
from terkha_db.wording import count, format_as_of, format_property, format_value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from terkha_db.catalogue import Catalogue
    from terkha_db.entities import Statement
    from terkha_db.vocabulary import Unit

_LITHIUM = "lithium"
# Lithium is sold as its carbonate, in which most works state it; LCE is counted in its tonnes.
_CARBONATES = ("Li2CO3", "LCE")
_CARBONATE = re.compile(r"\blithium carbonate\b")
_IMPERIAL = re.compile(r"\b(?:lbs?|oz|pounds?|ounces?)\b")
_PLANNED = re.compile(r"\b(?:plan|planned|guidance|expected|forecast|target)\b")
_CAPACITY = "capacity"
_A_YEAR = ("t", "t/y")


def draw(catalogue: Catalogue, chart: Chart) -> Picture:
    """Return the picture of one commodity; lines join what one mine is reported to have produced.

    What is of no date, of a part of a year or of another substance stands apart.
    """
    figures = [
        said
        for name in ("production", _CAPACITY)
        for said in catalogue.figures(name, chart.about)
        if said.unit in _A_YEAR and said.value is not None
    ]
    names = {one.id: one.title for one in catalogue.briefs({said.record for said in figures})}
    drawn: list[Statement] = []
    others: list[Statement] = []
    for said in figures:
        is_on_scale = _is_yearly(said) and _is_of(said, chart.about)
        (drawn if is_on_scale else others).append(said)
    mines = {said.record: number for number, said in enumerate(drawn)}
    unit = mass_unit(max(_tonnes(said) for said in drawn))
    marks = tuple(_mark(said, names[said.record], mines[said.record], unit) for said in drawn)
    apart = tuple(_mark(said, names[said.record], 0, unit) for said in others)
    measured = mass_words(unit.id, _substance(chart.about))
    years = [mark.x for mark in marks]
    return Picture(
        id=chart.id,
        title=translate("Charts", chart.title),
        lead=translate(
            "Charts",
            "%s a year, as published of each mine. Capacity is what a source says can "
            "be produced, whether built, approved or planned.",
        )
        % (measured[:1].upper() + measured[1:]),
        x=Axis(int(min(years)), max(years), whole=True, plain=True, dates=True),
        y=Axis(0, max(mark.y for mark in marks), measured, turns=True),
        marks=marks,
        series=_lines(marks),
        keys=(
            Key(Shape.CIRCLE, translate("Charts", "produced")),
            Key(Shape.RING, translate("Charts", "planned, expected or guided")),
            Key(Shape.SQUARE, translate("Charts", "capacity")),
        ),
        apart=apart,
        notes=_notes(apart),
        summary=f"{count(len(mines), 'mine')}, {count(len(figures), 'figure')}",
        edition=edition_words(catalogue.edition),
    )


def _is_yearly(said: Statement) -> bool:
    """Tell whether a figure is of a dated, whole year."""
    is_part = said.property != _CAPACITY and "/" in said.as_of
    return bool(said.as_of) and not is_part and (said.property != _CAPACITY or said.unit == "t/y")


def _is_of(said: Statement, commodity: str) -> bool:
    """Tell whether a figure is of the substance that the axis counts."""
    if commodity == _LITHIUM:
        return said.substance in _CARBONATES or (
            not said.substance and bool(_CARBONATE.search(said.of))
        )
    substance, factor = contained(commodity, said.substance)
    return substance == ELEMENT_OF[commodity] and factor == 1


def _tonnes(said: Statement) -> float:
    return (said.value or 0.0) * UNIT_BY_ID[said.unit].factor


def _mark(said: Statement, name: str, series: int, unit: Unit) -> Mark:
    shape, kind = _shape(said)
    shown = rounded(_tonnes(said) / unit.factor)
    # Pounds and ounces in tonnes have more digits than their source published; and captions have
    # no room for more than four, which hovering and the table tell.
    converted = bool(_IMPERIAL.search(said.original))
    told = number(float(f"{shown:.4g}"))
    return Mark(
        label=name,
        text=format_value(said),
        shown=shown,
        x=place_of(said.as_of) if said.as_of else 0.0,
        y=shown,
        shape=shape,
        kind=kind,
        link=f"{said.record}#{said.id}",
        of=said.of,
        as_of=format_as_of(said),
        statement=said,
        cites=said.cites,
        converted=converted,
        caption=f"{name} {told}",
        series=series,
    )


def _shape(said: Statement) -> tuple[Shape, str]:
    """Return how a figure is drawn and what it is, in words."""
    kind = format_property(said.property).lower()
    if said.property == _CAPACITY:
        return Shape.SQUARE, kind
    if said.projection or _PLANNED.search(said.of):
        return Shape.RING, translate("Charts", "production, planned or expected")
    return Shape.CIRCLE, kind


def _lines(marks: Sequence[Mark]) -> tuple[Series, ...]:
    """Return a line for what is reported to have been produced in two years or more.

    It joins only figures that cover the same: not one company of a lake and then the whole lake;
    and it passes by no other figure of the mine, which it would seem to deny.
    """
    points: dict[tuple[str, str], set[tuple[float, float]]] = defaultdict(set)
    years: dict[str, set[float]] = defaultdict(set)
    for mark in marks:
        if mark.shape is Shape.CIRCLE:
            points[mark.label, mark.of].add((mark.x, mark.y))
            years[mark.label].add(mark.x)
    lines: list[tuple[tuple[float, float], ...]] = []
    for (mine, _), found in points.items():
        run: list[tuple[float, float]] = []
        for point in sorted(found):
            if run and any(run[-1][0] < year < point[0] for year in years[mine]):
                lines.append(tuple(run))
                run = []
            run.append(point)
        lines.append(tuple(run))
    return tuple(Series("", line) for line in lines if len(line) > 1)


def _substance(commodity: str) -> str:
    if commodity == _LITHIUM:
        return translate("Charts", "lithium carbonate")
    return translate("Charts", "contained %s") % commodity


def _notes(apart: Sequence[Mark]) -> tuple[str, ...]:
    if not apart:
        return ()
    told = [f"{mark.label}, {mark.of or mark.kind}, {mark.text}, {mark.as_of}" for mark in apart]
    words = translate(
        "Charts",
        "Not in the chart, being undated, of part of a year or of another product: %s.",
    )
    return (words % listed(told),)


MINE_PRODUCTION = tuple(
    Chart(
        f"{commodity}-mines",
        noop(f"{capital(commodity)}, production and capacity by mine"),
        MINES,
        noop("What each mine produced, planned and can produce, year by year."),
        draw,
        family=noop("Production and capacity by mine"),
        subject=noop(capital(commodity)),
        about=commodity,
    )
    for commodity in charted.MINES
)
