# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What the catalogue gives out: frozen values without behaviour beyond their own reading.

A permanent id is ``kind/slug`` (``mine/julong``). Dates are strings of the precision published:
``YYYY``, ``YYYY-MM``, ``YYYY-MM-DD`` or an interval ``a/b``; an empty string means undated.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from terkha_db.glimpses import Brief, Edition, Spread

__all__ = [
    "Brief",
    "Cite",
    "Cited",
    "Dispute",
    "Edition",
    "Hit",
    "Name",
    "Position",
    "Record",
    "Relation",
    "Source",
    "Spread",
    "Statement",
    "Work",
    "all_outside",
    "without_marks",
]


@dataclass(frozen=True, slots=True)
class Source:
    """A cited work, short: what hovers beside a value."""

    id: str
    """Permanent id, ``citation/slug``."""
    author: str
    """First author, responsible body or outlet: the claimant named beside a value."""
    title: str
    date: str
    kind: str
    """A word of SOURCE_KINDS."""
    secondary: bool = False
    """True where only a secondary copy of the work was read."""
    outside: bool = False
    """True where the lens that the reader looks through leaves the work out."""


@dataclass(frozen=True, slots=True)
class Cite:
    """One work behind a statement and the place in it."""

    source: Source
    locator: str = ""


def without_marks(text: str) -> str:
    """Return a text without the works that it marks ``[@work]``; no title has them."""
    plain, *marked = text.split("[@")
    for part in marked:
        plain = plain.rstrip() + part.partition("]")[2]
    return plain


def all_outside(cites: Iterable[Cite]) -> bool:
    """Tell whether there are works, and a lens leaves all of them out."""
    found = [cite.source.outside for cite in cites]
    return bool(found) and all(found)


class Cited:
    """What somebody says: its works are inside a lens or not."""

    __slots__ = ()
    cites: tuple[Cite, ...]

    @property
    def outside(self) -> bool:
        """True where it has works, and a lens leaves all of them out."""
        return all_outside(self.cites)


@dataclass(frozen=True, slots=True)
class Name(Cited):
    """One spelling of a record."""

    text: str
    lang: str
    """A tag of LANGUAGES."""
    note: str = ""
    used_by: str = ""
    preferred: bool = False
    cites: tuple[Cite, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement(Cited):
    """One value of one property of a record, with everybody who says so.

    Exactly one of ``value``, ``text``, ``records`` or ``lat``/``lon`` carries the value; ``low``
    and ``high`` hold a published range. ``value``, ``low`` and ``high`` are in ``unit``.
    """

    id: str
    """Permanent within its record: ``resource-copper-2021-12-zijin-2021-julong-phase1``."""
    record: str
    property: str
    of: str = ""
    """What exactly was measured, in words, where the property alone does not say it."""
    commodity: str = ""
    value: float | None = None
    low: float | None = None
    high: float | None = None
    text: str = ""
    records: tuple[Brief, ...] = ()
    lat: float | None = None
    lon: float | None = None
    precision: str = ""
    unit: str = ""
    substance: str = ""
    """The substance measured (Cu, Li2O, ore), part of the unit in print."""
    original: str = ""
    """The value as published, where it was converted."""
    qualifier: str = ""
    statistic: str = ""
    role: str = ""
    form: str = ""
    """The form in which a commodity is named: chromite, potassium chloride."""
    share: float | None = None
    """Per cent."""
    as_of: str = ""
    as_of_note: str = ""
    edition: str = ""
    estimated: bool = False
    """True where the work itself calls the value an estimate."""
    projection: bool = False
    """True where the value is of a time still to come when the work was written."""
    rank: str = "normal"
    """``normal``, ``preferred`` (shown in tables) or ``superseded`` (by a later edition)."""
    reason: str = ""
    """Why this value is the one that tables show; only where ``rank`` is ``preferred``."""
    scope: str = "value"
    """``record`` where the works are named for the record as a whole, not for this value."""
    attributed_to: str = ""
    note: str = ""
    cites: tuple[Cite, ...] = ()


@dataclass(frozen=True, slots=True)
class Position(Cited):
    """What one side of a dispute says."""

    says: str
    cites: tuple[Cite, ...] = ()


@dataclass(frozen=True, slots=True)
class Dispute:
    """Statements or claims that contradict each other, and why they may."""

    id: str
    about: str
    """A word of DISPUTE_TOPICS."""
    title: str
    text: str
    why: str = ""
    verdict: str = ""
    verdict_note: str = ""
    reading: str = ""
    """Our reading, with the works it rests on; empty where there is none."""
    basis: str = ""
    positions: Sequence[Position] = ()
    subjects: Sequence[Brief] = ()
    claims: Sequence[Brief] = ()
    documents: Sequence[Brief] = ()
    cites: Sequence[Cite] = ()

    @property
    def is_plain(self) -> bool:
        """True where it is one text, without sides, our reading or an outcome."""
        return not (self.positions or self.reading or self.verdict)

    @property
    def is_brief(self) -> bool:
        """True where it is plain and its title is no more than the beginning of its text."""
        opening = self.title.removesuffix(" …")
        return self.is_plain and without_marks(self.text).startswith(opening)

    def may_concern(self, record: str, thing: str) -> bool:
        """Tell whether it may be about what a record has of a thing (copper).

        If it is about another mine too, it is so only where it names the thing.
        """
        others = (one.id for one in self.subjects if one.id.startswith("mine/"))
        is_shared = any(other != record for other in others)
        return not is_shared or thing in f"{self.title} {self.text}".lower()

    @property
    def outside(self) -> bool:
        """True where the lens leaves fewer than two of its sides, or none of its works."""
        sides = [side for side in self.positions if side.cites]
        if len(sides) > 1:
            return sum(not side.outside for side in sides) < 2
        return all_outside([*self.cites, *(cite for side in sides for cite in side.cites)])


@dataclass(frozen=True, slots=True)
class Relation:
    """A typed link to another record; ``type`` reads from the record whose page shows it."""

    type: str
    record: Brief


@dataclass(frozen=True, slots=True)
class Work:
    """A cited work with its CSL-JSON item and what this edition knows about how it was read."""

    id: str
    csl: Mapping[str, Any]
    kind: str
    author: str
    title: str
    date: str
    language: str
    note: str = ""
    caution: str = ""
    secondary: bool = False
    title_supplied: bool = False
    locators: tuple[str, ...] = ()
    used_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """A record with all that its page shows."""

    id: str
    kind: str
    title: str
    second: str
    summary: str
    note: str
    facts: Mapping[str, str]
    """Fields of the record's own kind that are not statements (site kind, level, symbol …)."""
    names: tuple[Name, ...] = ()
    statements: tuple[Statement, ...] = ()
    disputes: Sequence[Dispute] = ()
    claims: Sequence[Brief] = ()
    events: Sequence[Brief] = ()
    related: Sequence[Relation] = ()
    spreads: tuple[Spread, ...] = ()
    """Of all works, lens or no lens; those of a table's row are of the works inside."""
    works: Sequence[Source] = ()
    """The works that the page rests on, each once, in order of first appearance."""


@dataclass(slots=True)
class Hit:
    """A search result; ``matched`` says which name or field matched.

    ``derived`` says what was typed of the attested name ``matched``, if that is not the name
    itself: ``pinyin`` of 甲玛, ``Wylie`` of a name in Tibetan script. Each key makes fifty: not
    frozen, because that triples the time of making one.
    """

    id: str
    kind: str
    title: str
    second: str = ""
    matched: str = ""
    lang: str = ""
    used_by: str = ""
    """Who uses the name, or who publishes the works it is taken from."""
    field: str = "name"
    derived: str = ""
    snippet: str = ""
    spans: tuple[tuple[int, int], ...] = ()
    """Character ranges of ``matched`` (or of ``snippet``) to highlight."""
