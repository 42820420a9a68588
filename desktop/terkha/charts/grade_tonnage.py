# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Grade against tonnage: the ore of a deposit and what share of it is metal, with logs."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from terkha.charts.base import Axis, Chart, Key, Mark, Picture, Shape
from terkha.charts.words import MINES, capital, edition_words, listed, noop, rounded, translate
from terkha_db.wording import count, format_as_of, format_property, format_substance, format_value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from terkha_db.catalogue import Catalogue
    from terkha_db.entities import Statement

_MILLION = 1e6
_ORE = "ore"
# Grades that are shares of the ore; those of brines are not.
_PER_CENT = {"%": 1.0, "g/t": 1e-4, "ppm": 1e-4}


def draw(catalogue: Catalogue, chart: Chart) -> Picture:
    """Return one mark for each published grade of a deposit whose ore is published as well."""
    ores: dict[str, list[Statement]] = defaultdict(list)
    for name in ("resource", "reserve"):
        for said in catalogue.figures(name):
            if said.substance == _ORE and said.value and said.commodity in ("", chart.about):
                ores[said.record].append(said)
    grades = [
        said
        for said in catalogue.figures("grade", chart.about)
        if said.unit in _PER_CENT and said.value and not said.of.endswith("brine")
    ]
    names = {each.id: each.title for each in catalogue.briefs({each.record for each in grades})}
    paired = [(grade, _ore_of(grade, ores[grade.record])) for grade in grades]
    marks = tuple(_mark(grade, ore, names[grade.record]) for grade, ore in paired if ore)
    apart = tuple(_grade(grade, names[grade.record]) for grade, ore in paired if not ore)
    x = Axis(0, max(mark.x for mark in marks), translate("Charts", "Mt ore"), turns=True)
    unit = translate("Charts", "%% %s in the ore") % format_substance(grades[0].substance)
    picture = Picture(
        id=chart.id,
        title=translate("Charts", chart.title),
        lead=translate(
            "Charts",
            "Each mark is a published grade of a deposit against the tonnage of ore published "
            "for it. The farther up and to the right, the more metal.",
        ),
        x=x,
        y=Axis(0, max(mark.y for mark in marks), unit, turns=True),
        marks=marks,
        keys=(
            Key(Shape.CIRCLE, translate("Charts", "grade and ore from one work")),
            Key(Shape.RING, translate("Charts", "grade and ore from different works")),
        ),
        apart=apart,
        notes=_notes(apart),
        summary=f"{count(len({mark.record for mark in marks}), 'deposit')}, "
        f"{count(len(marks), 'pair')}",
        edition=edition_words(catalogue.edition),
    )
    return picture.turned(log=True)


def _ore_of(grade: Statement, ores: Sequence[Statement]) -> Statement | None:
    """Return the ore that a grade is of: of the same work, else of the same date, else shown."""
    return max(
        ores,
        key=lambda ore: (_share_a_work(grade, ore), ore.as_of == grade.as_of, ore.rank),
        default=None,
    )


def _share_a_work(first: Statement, second: Statement) -> bool:
    return bool({c.source.id for c in first.cites} & {c.source.id for c in second.cites})


def _grade(said: Statement, name: str) -> Mark:
    """Return a grade in per cent; where it stands on the x axis comes with its ore."""
    shown = rounded((said.value or 0.0) * _PER_CENT[said.unit])
    return Mark(
        label=name,
        text=format_value(said),
        shown=shown,
        x=0,
        y=shown,
        shape=Shape.CIRCLE,
        kind=translate("Charts", "grade"),
        link=f"{said.record}#{said.id}",
        of=said.of,
        as_of=format_as_of(said),
        statement=said,
        cites=said.cites,
        caption=name,
    )


def _mark(grade: Statement, ore: Statement, name: str) -> Mark:
    tonnes = rounded((ore.value or 0.0) / _MILLION)
    across = Mark(
        label=name,
        text=format_value(ore),
        shown=tonnes,
        x=tonnes,
        y=0,
        shape=Shape.CIRCLE,
        kind=format_property(ore.property).lower(),
        link=f"{ore.record}#{ore.id}",
        of=ore.of,
        as_of=format_as_of(ore),
        statement=ore,
        cites=ore.cites,
    )
    shape = Shape.CIRCLE if _share_a_work(grade, ore) else Shape.RING
    return replace(_grade(grade, name), x=tonnes, shape=shape, across=across)


def _notes(apart: Sequence[Mark]) -> tuple[str, ...]:
    if not apart:
        return ()
    told = listed([f"{mark.label}, {mark.text}" for mark in apart])
    return (translate("Charts", "Grades without a published tonnage of ore: %s.") % told,)


GRADE_TONNAGE = tuple(
    Chart(
        f"{commodity}-grade-tonnage",
        noop(f"{capital(commodity)}, grade against tonnage"),
        MINES,
        noop("How rich and how large deposits are, by what was published of them."),
        draw,
        family=noop("Grade against tonnage"),
        subject=noop(capital(commodity)),
        about=commodity,
    )
    for commodity in ("copper", "lithium", "molybdenum", "zinc")
)
