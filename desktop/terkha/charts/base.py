# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What a chart shows, as plain data: one description feeds screen, export and table twin."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from terkha_db.lens import OPEN as NO_LENS
from terkha_db.lens import Lens

if TYPE_CHECKING:
    from terkha_db.axes import Columns
    from terkha_db.catalogue import Catalogue
    from terkha_db.entities import Brief, Cite, Source, Statement


class Shape(Enum):
    """How a mark is drawn; every shape is explained in words by a Key of the picture."""

    CIRCLE = "circle"
    SQUARE = "square"
    RING = "ring"
    """Open circle: an estimate or a projection."""
    OPEN_SQUARE = "open-square"
    DIAMOND = "diamond"
    """Open diamond: a potential."""
    MORE = "more"
    """Open diamond with an arrow to the right: more than."""
    FLOOR = "floor"
    """Upright bar with an arrow to the right: at least."""
    CEILING = "ceiling"
    """Upright bar with an arrow to the left: at most."""
    DASH = "dash"
    """Short line: a figure that a later edition replaced."""
    TICK = "tick"
    """Short upright line: an earlier year of a row."""
    BAR = "bar"
    """Piece of a bar from ``start`` to ``x``, filled by its ``shade``."""
    DISC = "disc"
    """Disc whose area stands for the number shown."""
    SPAN = "span"
    """Line that joins figures which differ; used in keys alone."""


_BELOW = 0.8

OPEN = frozenset({Shape.RING, Shape.OPEN_SQUARE, Shape.DIAMOND, Shape.MORE})
"""Shapes that are outlined and not filled."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One number of a picture: where it stands, what it says and who says so."""

    label: str
    """What the number is of: a deposit, a commodity and status, an area and year."""
    text: str
    """The number as published, with unit and substance."""
    shown: float
    """The number that position, length or area stands for, in the unit of the axis."""
    x: float
    y: float
    shape: Shape
    kind: str
    """What kind of number it is, in words: resource, reserve, estimate …"""
    link: str
    """Where Enter leads: a record, with the statement where there is one."""
    of: str = ""
    """What exactly it covers, where the source says so."""
    as_of: str = ""
    statement: Statement | None = None
    """The statement shown; None where records were counted."""
    counted: tuple[str, ...] = ()
    """Permanent ids of the records that were counted, if that is what the number is."""
    cites: tuple[Cite, ...] = ()
    """Every work behind the number, each with its place in it."""
    start: float = 0.0
    """Where the piece of a bar begins on the x axis."""
    low: float | None = None
    """Lower end of a published range; ``x`` is the upper one."""
    converted: bool = False
    """Whether the number shown was worked out from the published one, by chemistry or of pounds."""
    shade: int = 0
    caption: str = ""
    """Written beside the mark where there is room."""
    series: int = 0
    """Which line a mark belongs to."""
    dispute: str = ""
    """Permanent id of the dispute about it."""
    across: Mark | None = None
    """The number that stands for the place on the x axis, where the mark pairs two numbers."""

    rows: int = 0
    """How many rows of a table of the reader's own it is made of; 0 for one of the catalogue."""
    unit: str = ""
    """The unit of the number shown, where it is not that of its axis."""

    @property
    def record(self) -> str:
        """Permanent id of the record that the number is about, or "" where a table lists it."""
        head = self.link.partition("#")[0]
        return "" if head.startswith(("page/", "collection/")) else head

    @property
    def records(self) -> tuple[str, ...]:
        """Permanent ids of the records that were counted, or of the one that it is about."""
        return self.counted or ((self.record,) if self.record else ())

    @property
    def citable(self) -> tuple[str, ...]:
        """What is cited for the number: the statement shown, or the works behind a count."""
        if self.statement is not None:
            return (self.link,)
        return tuple(source.id for source in self.sources)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The works behind the number, each once."""
        return tuple({cite.source.id: cite.source for cite in self.cites}.values())


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the left axis: a name in one or two scripts, or a heading over the next rows."""

    title: str
    second: str = ""
    heading: bool = False
    note: str = ""
    """What stands after the last mark of the row: its number, or lowest and highest."""
    aside: str = ""
    """Said after that in small type, as far as there is room."""
    differ: int = 0
    """How many figures differ; drawn as ``≠ n``."""
    span: tuple[float, float] | None = None
    """Lowest and highest of the figures that differ."""


@dataclass(frozen=True, slots=True)
class Axis:
    """A value axis; ``ticks`` are worked out from the room there is unless they are given."""

    low: float
    high: float
    title: str = ""
    """Unit and substance in words."""
    log: bool = False
    whole: bool = False
    """Only whole numbers make sense: years and counts."""
    plain: bool = False
    """Numbers are written without commas: years."""
    closed: bool = False
    """Nothing can lie beyond ``high``, such as 100 per cent."""
    ticks: tuple[tuple[float, str], ...] = ()
    named: bool = False
    """Places are columns with names, which ``ticks`` tell; they are no numbers."""
    dates: bool = False
    """Places are dates; the year stands at its middle."""
    turns: bool = False
    """The reader may choose between a linear and a logarithmic scale."""


@dataclass(frozen=True, slots=True)
class Series:
    """A line through the marks of one series that no later edition replaced, named at its end."""

    title: str
    points: tuple[tuple[float, float], ...]
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Key:
    """One entry of the legend."""

    shape: Shape
    text: str
    shade: int = 0


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything that a chart shows, in the reader's language."""

    id: str
    title: str
    lead: str
    x: Axis
    marks: tuple[Mark, ...]
    y: Axis | None = None
    """The upright axis where it has numbers; otherwise ``rows`` name its lines."""
    rows: tuple[Row, ...] = ()
    series: tuple[Series, ...] = ()
    keys: tuple[Key, ...] = ()
    apart: tuple[Mark, ...] = ()
    """Figures that this axis cannot compare: in the table and the notes, not in the plot."""
    notes: tuple[str, ...] = ()
    disputes: tuple[Brief, ...] = ()
    summary: str = ""
    """What was drawn, in numbers: 24 deposits, 38 figures."""
    edition: str = ""
    """Which edition of the catalogue this is, in words."""
    lens: Lens = NO_LENS
    """Whose works the numbers rest on."""
    own: str = ""
    """Which table of the reader's own the numbers are from, in a sentence; they rest on no work."""
    rings: frozenset[str] = frozenset()
    """Permanent ids of the records whose marks are ringed; on screen the selection does that."""
    columns: Columns | None = None
    """What else may be chosen for the axes, where it is drawn of a table."""

    @property
    def legend(self) -> tuple[Key, ...]:
        """The keys of what is drawn."""
        drawn = {(mark.shape, mark.shade) for mark in self.marks}
        differ = any(row.differ for row in self.rows)
        return tuple(
            key
            for key in self.keys
            if (key.shape, key.shade) in drawn or (key.shape is Shape.SPAN and differ)
        )

    @property
    def numbers(self) -> tuple[Mark, ...]:
        """Every number: those drawn, those that stand apart, then those of pairs across.

        They are the rows of the table twin; the first ones are numbered as the marks are.
        """
        across = (mark.across for mark in self.marks if mark.across is not None)
        return (*self.marks, *self.apart, *across)

    @property
    def turns(self) -> bool:
        """True if the reader may choose between a linear and a logarithmic scale."""
        return self.x.turns or (self.y is not None and self.y.turns)

    @property
    def log(self) -> bool:
        """True if the scale that may be chosen is logarithmic."""
        return any(axis.log for axis in (self.x, self.y) if axis is not None and axis.turns)

    def ringed(self, records: frozenset[str]) -> Picture:
        """Return the picture with rings around the marks of these records, as far as it has any."""
        return replace(self, rings=records.intersection(self.records))

    def turned(self, *, log: bool) -> Picture:
        """Return the picture with those scales logarithmic, or linear from zero."""
        x = _turned(self.x, (mark.x for mark in self.marks), log=log)
        y = self.y and _turned(self.y, (mark.y for mark in self.marks), log=log)
        return replace(self, x=x, y=y)

    def axis_of(self, number: int) -> Axis | None:
        """Return the axis along which a number of :attr:`numbers` is read; None if it is apart."""
        if number < len(self.marks):
            return self.y or self.x
        return self.x if number >= len(self.marks) + len(self.apart) else None

    @property
    def sources(self) -> tuple[Source, ...]:
        """The works behind exactly these numbers, each once, in order of first use."""
        found = {source.id: source for mark in self.numbers for source in mark.sources}
        return tuple(found.values())

    def citable(self, chosen: int = -1) -> list[str]:
        """Return what is cited for one of the numbers, or for all of them."""
        numbers = self.numbers[chosen : chosen + 1] if chosen >= 0 else self.numbers
        return list(dict.fromkeys(one for mark in numbers for one in mark.citable))

    @property
    def records(self) -> tuple[str, ...]:
        """Permanent ids of the records behind the numbers, each once."""
        named = [mark.counted or (mark.record,) for mark in self.numbers]
        return tuple(dict.fromkeys(record for names in named for record in names if record))


@dataclass(frozen=True, slots=True)
class Chart:
    """An entry of CHARTS; its words are translated where they are shown.

    Charts of one ``family`` are one line of the list: the reader chooses among their ``subject``.
    """

    id: str
    title: str
    group: str
    help: str
    make: Callable[[Catalogue, Chart], Picture]
    family: str = ""
    subject: str = ""
    about: str = ""
    """What it is drawn of, as the catalogue calls it: the slug of a commodity, a field."""

    def draw(self, catalogue: Catalogue) -> Picture:
        """Return the picture of this edition, in the reader's language."""
        return self.make(catalogue, self)


def _turned(axis: Axis, places: Iterable[float], *, log: bool) -> Axis:
    if not axis.turns or axis.log == log:
        return axis
    return replace(axis, log=log, low=min(places) * _BELOW if log else 0)
