# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Stacked bars of counted records: one bar for each group, one shade for each class."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from terkha.charts.base import Key, Mark, Row, Shape
from terkha.charts.phrases import Phrases
from terkha.charts.words import translate
from terkha_db.entities import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from terkha_db.entities import Cite, Work


@dataclass(frozen=True, slots=True)
class Counted:
    """One record as it is counted: its group and class, and the works that say so."""

    record: str
    group: str
    kind: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """Rows and marks of a picture of stacked bars, and how long the longest bar is."""

    rows: tuple[Row, ...]
    marks: tuple[Mark, ...]
    longest: int


def stack(
    records: Iterable[Counted],
    kinds: Mapping[str, str],
    name: Callable[[str], str],
    link: Callable[[str], str],
    *,
    by_name: bool = False,
) -> Bars:
    """Return bars by group, the longest first, in pieces in the order of ``kinds`` (id to label).

    ``name`` gives the label of a group and ``link`` where its pieces lead. Groups that follow one
    another as bands do stand ``by_name``, the highest first.
    """
    groups: dict[str, dict[str, list[Counted]]] = defaultdict(lambda: defaultdict(list))
    for one in records:
        groups[one.group][one.kind].append(one)
    totals = {group: sum(map(len, pieces.values())) for group, pieces in groups.items()}
    order = sorted(groups, key=lambda group: (-totals[group], name(group)))
    if by_name:
        order.sort(key=name, reverse=True)
    rows, marks = [], []
    for row, group in enumerate(order):
        rows.append(Row(name(group), note=str(totals[group])))
        start = 0
        for shade, (kind, label) in enumerate(kinds.items()):
            pieces = groups[group].get(kind, [])
            if pieces:
                marks.append(_piece(pieces, name(group), label, link(group), (start, row, shade)))
                start += len(pieces)
    return Bars(tuple(rows), tuple(marks), max(totals.values(), default=0))


def keys(kinds: Mapping[str, str]) -> tuple[Key, ...]:
    """Return the legend of the shades."""
    return tuple(Key(Shape.BAR, label, shade) for shade, label in enumerate(kinds.values()))


def distinct(cites: Iterable[Cite]) -> tuple[Cite, ...]:
    """Return every place in every work once, in order of first use."""
    return tuple({(cite.source.id, cite.locator): cite for cite in cites}.values())


def source_of(work: Work) -> Source:
    """Return a work in short."""
    return Source(work.id, work.author, work.title, work.date, work.kind, work.secondary)


def _piece(
    pieces: Sequence[Counted], group: str, kind: str, link: str, place: tuple[int, int, int]
) -> Mark:
    start, row, shade = place
    number = len(pieces)
    return Mark(
        label=f"{group}, {kind.lower()}",
        text=Phrases().records(number),
        shown=number,
        x=start + number,
        y=row,
        shape=Shape.BAR,
        kind=translate("Charts", "count"),
        as_of=translate("Charts", "this edition"),
        link=link,
        counted=tuple(one.record for one in pieces),
        cites=distinct(cite for one in pieces for cite in one.cites),
        start=start,
        shade=shade,
    )
