# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Every published resource and reserve of one commodity by deposit, with the spread of each."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from terkha.charts.base import Axis, Chart, Key, Mark, Picture, Row, Shape
from terkha.charts.phrases import Phrases
from terkha.charts.words import (
    MINES,
    capital,
    decimals,
    edition_words,
    listed,
    noop,
    rounded,
    translate,
)
from terkha_db.entities import Brief
from terkha_db.substances import CONTAINED, ELEMENT_OF, contained
from terkha_db.vocabulary import UNIT_BY_ID
from terkha_db.wording import (
    count,
    format_as_of,
    format_property,
    format_substance,
    format_thing,
    format_value,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from terkha_db.catalogue import Catalogue
    from terkha_db.entities import Record, Statement

# What is measured in tonnes, others being measured in millions of them.
_PRECIOUS = ("gold", "silver")
_MILLION = 1e6
# What is published of its deposits lies powers of ten apart, all the way between them.
_LOGS = ("lithium",)
_MORE = ("more than", "over", "at least", "above")
# Disputes about how large a deposit is, or about which deposit is which.
_ABOUT = ("resource", "reserve")
_IDENTITY = "identity"


@dataclass(frozen=True, slots=True)
class _Deposit:
    """A deposit with its figures: those on the scale of the chart, and the others."""

    record: Record
    marks: tuple[Mark, ...]
    apart: tuple[Mark, ...]

    @property
    def largest(self) -> float:
        return max(mark.shown for mark in self.marks)


def draw(catalogue: Catalogue, chart: Chart) -> Picture:
    """Return the picture of a commodity whose element ELEMENT_OF names.

    Belts and regions are left out: they hold the deposits that have rows of their own. The scale
    is logarithmic at first where figures lie powers of ten apart.
    """
    commodity = chart.about
    found = _figures(catalogue, commodity)
    records = [catalogue.record(record_id) for record_id in found]
    deposits = [
        _deposit(record, found[record.id], commodity)
        for record in records
        if not record.facts.get("region_wide")
    ]
    drawn = sorted((each for each in deposits if each.marks), key=lambda each: -each.largest)
    marks = tuple(
        replace(mark, y=float(row)) for row, deposit in enumerate(drawn) for mark in deposit.marks
    )
    apart = tuple(mark for deposit in deposits for mark in deposit.apart)
    figures = count(len(marks) + len(apart), "figure")
    picture = Picture(
        id=chart.id,
        title=translate("Charts", chart.title),
        lead=_lead(commodity),
        x=Axis(0, drawn[0].largest, _unit(commodity), turns=True),
        marks=marks,
        rows=tuple(_row(deposit) for deposit in drawn),
        keys=_keys(),
        apart=apart,
        notes=(*_chemistry(marks), *_notes(apart, len(records) - len(deposits))),
        disputes=_identities([deposit.record for deposit in drawn]),
        summary=f"{count(len(drawn), 'deposit')}, {figures}",
        edition=edition_words(catalogue.edition),
    )
    return picture.turned(log=commodity in _LOGS)


def _unit(commodity: str) -> str:
    return f"{'t' if commodity in _PRECIOUS else 'Mt'} {ELEMENT_OF[commodity]}"


def _lead(commodity: str) -> str:
    unit = (
        translate("Charts", "Tonnes")
        if commodity in _PRECIOUS
        else translate("Charts", "Million tonnes")
    )
    words = translate(
        "Charts",
        "%(unit)s of contained %(metal)s. One mark per published figure, whatever it was "
        "published as; the line spans those of one deposit.",
    )
    return words % {"unit": unit, "metal": commodity}


def _chemistry(marks: Sequence[Mark]) -> tuple[str, ...]:
    """Return by which factors figures were converted, if any were."""
    used = {mark.statement.substance for mark in marks if mark.converted and mark.statement}
    factors = ", ".join(
        f"{format_substance(substance)} × {CONTAINED[substance][1]:.4f}"
        for substance in CONTAINED
        if substance in used
    )
    words = translate("Charts", "Contained metal by chemistry: %s.") % factors
    if "LCE" in used:
        words += " " + translate("Charts", "LCE is lithium carbonate equivalent.")
    return (words,) if used else ()


def _figures(catalogue: Catalogue, commodity: str) -> dict[str, list[Statement]]:
    """Return resources and reserves that are masses, by deposit."""
    found: dict[str, list[Statement]] = defaultdict(list)
    for name in ("resource", "reserve"):
        for statement in catalogue.figures(name, commodity):
            unit = UNIT_BY_ID.get(statement.unit)
            if unit is not None and unit.base == "t" and statement.rank != "superseded":
                found[statement.record].append(statement)
    return found


def _deposit(record: Record, statements: Sequence[Statement], commodity: str) -> _Deposit:
    thing = format_thing(commodity)
    told = (each for each in record.disputes if each.may_concern(record.id, thing))
    dispute = next((each.id for each in told if each.about in _ABOUT), "")
    marks: list[Mark] = []
    apart: list[Mark] = []
    for statement in statements:
        substance, factor = contained(commodity, statement.substance)
        mark = _mark(record, statement, factor, dispute)
        (marks if substance == ELEMENT_OF[commodity] else apart).append(mark)
    return _Deposit(record, tuple(sorted(marks, key=lambda mark: mark.x)), tuple(apart))


def _mark(record: Record, statement: Statement, factor: float, dispute: str) -> Mark:
    """Return the mark of one figure in tonnes or millions of them; its row comes later."""
    tonnes = 1.0 if statement.commodity in _PRECIOUS else _MILLION
    to_axis = factor * UNIT_BY_ID[statement.unit].factor / tonnes
    ends = [number for number in (statement.value, statement.high, statement.low) if number]
    shown = rounded(ends[0] * to_axis)
    ranged = statement.value is None and statement.low is not None and len(ends) > 1
    shape, kind = _shape(statement)
    return Mark(
        label=record.title,
        text=format_value(statement),
        shown=shown,
        x=shown,
        y=0,
        shape=shape,
        kind=kind,
        link=f"{record.id}#{statement.id}",
        of=_covers(statement.of, statement.commodity),
        as_of=format_as_of(statement),
        statement=statement,
        cites=statement.cites,
        low=(statement.low or 0) * to_axis if ranged else None,
        converted=factor != 1,
        dispute=dispute,
    )


def _shape(statement: Statement) -> tuple[Shape, str]:
    """Return how a figure is drawn and what kind of figure it is, in words."""
    kind = format_property(statement.property).lower()
    if statement.qualifier in _MORE:
        return Shape.MORE, kind
    if re.search(r"\bpotential\b", statement.of):
        return Shape.DIAMOND, translate("Charts", "potential")
    return (Shape.SQUARE if statement.property == "reserve" else Shape.CIRCLE), kind


def _covers(of: str, commodity: str) -> str:
    """Return what a figure covers without the substance, which the value names already."""
    return re.sub(rf"^{commodity}(?: (?:oxide|chloride|carbonate))?(?:, |$)", "", of)


def _row(deposit: _Deposit) -> Row:
    low, high = deposit.marks[0].shown, deposit.marks[-1].shown
    differ = len(deposit.marks) if decimals(low) != decimals(high) else 0
    return Row(
        title=deposit.record.title,
        second=deposit.record.second,
        note=f"{decimals(low)}–{decimals(high)}" if differ else decimals(high),
        aside=_aside(deposit),
        differ=differ,
        span=(low, high) if differ else None,
    )


def _aside(deposit: _Deposit) -> str:
    """Return what a lone figure was published as and covers, and what else was published."""
    words = []
    if len(deposit.marks) == 1:
        mark = deposit.marks[0]
        qualifier = mark.statement.qualifier if mark.statement else ""
        words = [mark.text if mark.converted else qualifier, mark.of]
    if deposit.apart:
        others = ", ".join(mark.text for mark in deposit.apart)
        words.append(translate("Charts", "also %s") % others)
    return "; ".join(word for word in words if word)


def _keys() -> tuple[Key, ...]:
    return (
        Key(Shape.CIRCLE, translate("Charts", "resource")),
        Key(Shape.SQUARE, translate("Charts", "reserve")),
        Key(Shape.DIAMOND, translate("Charts", "potential")),
        Key(Shape.MORE, translate("Charts", "more than")),
        Key(Shape.SPAN, translate("Charts", "span of the figures, ≠ how many")),
    )


def _notes(apart: Sequence[Mark], belts: int) -> tuple[str, ...]:
    notes = [
        translate(
            "Charts",
            "Figures of different deposits may overlap, and a figure may cover several deposits "
            "together: do not add them up.",
        )
    ]
    if apart:
        told = listed([f"{mark.label}, {mark.text}" for mark in apart])
        notes.append(translate("Charts", "Not on this scale, since not comparable: %s.") % told)
    if belts:
        notes.append(Phrases().belts_left_out(belts))
    return tuple(notes)


def _identities(records: Sequence[Record]) -> tuple[Brief, ...]:
    """Return the disputes about which of the deposits drawn are one and the same."""
    drawn = {record.id for record in records}
    return tuple(
        {
            dispute.id: Brief(dispute.id, "dispute", dispute.title)
            for record in records
            for dispute in record.disputes
            if dispute.about == _IDENTITY
            and len(drawn & {subject.id for subject in dispute.subjects}) > 1
        }.values()
    )


RESOURCES = tuple(
    Chart(
        f"{commodity}-resources",
        noop(f"{capital(commodity)} resources, all figures"),
        MINES,
        noop("Every published resource and reserve by deposit, and how far they differ."),
        draw,
        family=noop("Resources and reserves, all figures"),
        subject=noop(capital(commodity)),
        about=commodity,
    )
    for commodity in ("copper", "lithium", "gold", "silver", "molybdenum", "lead", "zinc")
)
