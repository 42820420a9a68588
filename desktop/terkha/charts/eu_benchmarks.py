# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What the Critical Raw Materials Act sets for 2030, and how much the EU depends on others."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from terkha.charts.base import Axis, Chart, Key, Mark, Picture, Row, Shape
from terkha.charts.words import POLICY, edition_words, noop, number, translate
from terkha_db.entities import Brief
from terkha_db.wording import SPACE, count, format_as_of, format_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from terkha_db.catalogue import Catalogue
    from terkha_db.entities import Statement

_ACT = "policy/crma"
_IN_FORCE = "series/crma-2030-benchmarks"
_PROPOSED = "series/crma-2030-proposal"
_SUPPLIERS = "series/eu-main-supplier-shares-2020-23"
_IMPORTS = "series/eu-ree-imports-2024-by-partner"
_FROM_CHINA = "series/eu-study-2023-supply-from-china"
_CLAIMED = "CRMA "
# A word of what a benchmark is of, which the sources share.
_BENCHMARKS = ("extraction", "processing", "recycling", "third country")


@dataclass(frozen=True, slots=True)
class _Line:
    """A row with its marks, whose places are given to them when all rows are known."""

    row: Row
    marks: tuple[Mark, ...] = ()


def draw(catalogue: Catalogue, chart: Chart) -> Picture:
    """Return the picture: benchmarks by the Act, by its proposal and as quoted; then shares."""
    claims = [brief.id for brief in catalogue.record(_ACT).claims]
    quoted = [
        statement
        for statements in catalogue.told(claims, "figure").values()
        for statement in statements
        if statement.of.startswith(_CLAIMED) and statement.unit == "%"
    ]
    lines = [
        _Line(Row(translate("Charts", "2030 benchmarks, share of EU consumption"), heading=True)),
        *_benchmarks(catalogue, quoted),
        _Line(Row(translate("Charts", "Supply from one country, as quoted"), heading=True)),
        *_shares(catalogue.observations(_SUPPLIERS), translate("Charts", "share of supply")),
        _Line(Row(translate("Charts", "EU imports of rare earths, 2024"), heading=True)),
        *_shares(catalogue.observations(_IMPORTS), translate("Charts", "share of EU imports")),
        _Line(Row(translate("Charts", "EU supply from China, study of 2023"), heading=True)),
        *_shares(catalogue.observations(_FROM_CHINA), translate("Charts", "share of EU supply")),
    ]
    marks = tuple(
        replace(mark, y=float(row)) for row, line in enumerate(lines) for mark in line.marks
    )
    return Picture(
        id=chart.id,
        title=translate("Charts", "EU dependence and benchmarks"),
        lead=translate(
            "Charts",
            "Per cent. What the Critical Raw Materials Act sets for 2030, what was proposed and "
            "is quoted, the shares of single suppliers that EU institutions named, and how much of "
            "each material comes from China.",
        ),
        x=Axis(0, 100, "%", closed=True),
        marks=marks,
        rows=tuple(line.row for line in lines),
        keys=_keys(),
        disputes=_disputes(catalogue, {statement.record for statement in quoted}),
        summary=count(len(marks), "figure"),
        edition=edition_words(catalogue.edition),
    )


def _benchmarks(catalogue: Catalogue, quoted: Sequence[Statement]) -> list[_Line]:
    in_force = catalogue.observations(_IN_FORCE)
    proposed = catalogue.observations(_PROPOSED)
    disputes = {brief.id for brief in _disputes(catalogue, set())}
    lines = []
    for word in _BENCHMARKS:
        told = (*in_force, *proposed, *quoted)
        title = next((_capital(each.of) for each in told if word in each.of), "")
        if not title:
            continue
        marks = [
            *(_mark(each, title, _bound(each), _act()) for each in _about(word, in_force)),
            *(_mark(each, title, Shape.OPEN_SQUARE, _draft()) for each in _about(word, proposed)),
            *(_mark(each, title, Shape.CIRCLE, _quotation()) for each in _about(word, quoted)),
        ]
        lines.append(_differing(title, marks, min(disputes, default="")))
    return lines


def _shares(statements: Sequence[Statement], kind: str) -> list[_Line]:
    """Return a row for each share, the largest first; two reports of one share are one row."""
    rows: dict[str, list[Mark]] = {}
    for statement in statements:
        title = _capital(statement.of.partition(" (")[0])
        rows.setdefault(title, []).append(_mark(statement, title, Shape.CIRCLE, kind))
    order = sorted(rows.items(), key=lambda row: -max(mark.x for mark in row[1]))
    return [_differing(title, marks, "") for title, marks in order]


def _differing(title: str, marks: Sequence[Mark], dispute: str) -> _Line:
    """Return a row whose figures are joined by a line and counted where they differ."""
    ordered = sorted(marks, key=lambda mark: mark.x)
    low, high = ordered[0].x, ordered[-1].x
    first = ordered[0].statement
    qualifier = first.qualifier if first else ""
    if low == high:
        bounded = next((mark for mark in marks if mark.shape in (Shape.FLOOR, Shape.CEILING)), None)
        qualifier = bounded.statement.qualifier if bounded and bounded.statement else qualifier
        note = f"{qualifier} {number(high)}{SPACE}%".strip()
        aside = ordered[0].as_of if first and first.as_of and not bounded else ""
        return _Line(Row(title, note=note, aside=aside), tuple(ordered))
    row = Row(
        title,
        note=f"{number(low)}–{number(high)}{SPACE}%",
        differ=len(ordered),
        span=(low, high),
    )
    return _Line(row, tuple(replace(mark, dispute=dispute) for mark in ordered))


def _mark(statement: Statement, label: str, shape: Shape, kind: str) -> Mark:
    value = statement.value or 0.0
    return Mark(
        label=label,
        text=format_value(statement),
        shown=value,
        x=value,
        y=0,
        shape=shape,
        kind=kind,
        link=f"{statement.record}#{statement.id}",
        of=statement.of if _capital(statement.of) != label else "",
        as_of=format_as_of(statement),
        statement=statement,
        cites=statement.cites,
    )


def _about(word: str, statements: Iterable[Statement]) -> list[Statement]:
    return [each for each in statements if word in each.of and each.value is not None]


def _bound(statement: Statement) -> Shape:
    return Shape.CEILING if statement.qualifier == "at most" else Shape.FLOOR


def _disputes(catalogue: Catalogue, claims: set[str]) -> tuple[Brief, ...]:
    """Return the disputes about the benchmarks in force and about the claims that quote them."""
    about = catalogue.record(_IN_FORCE).disputes
    quoted = [
        dispute
        for dispute in catalogue.record(_ACT).disputes
        if claims & {claim.id for claim in dispute.claims}
    ]
    found = {each.id: Brief(each.id, "dispute", each.title) for each in (*about, *quoted)}
    return tuple(found.values())


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _act() -> str:
    return translate("Charts", "Regulation (EU) 2024/1252")


def _draft() -> str:
    return translate("Charts", "Commission proposal, March 2023")


def _quotation() -> str:
    return translate("Charts", "as quoted")


def _keys() -> tuple[Key, ...]:
    return (
        Key(Shape.FLOOR, translate("Charts", "at least, Regulation (EU) 2024/1252")),
        Key(Shape.CEILING, translate("Charts", "at most")),
        Key(Shape.OPEN_SQUARE, _draft()),
        Key(Shape.CIRCLE, translate("Charts", "as a source quotes it")),
        Key(Shape.SPAN, translate("Charts", "span of figures that differ, ≠ how many")),
    )


EU_BENCHMARKS = Chart(
    "eu-benchmarks",
    noop("EU dependence and benchmarks"),
    POLICY,
    noop("The 2030 benchmarks of the Critical Raw Materials Act and the EU's dependence."),
    draw,
)
