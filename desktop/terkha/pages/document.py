# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What a builder gives back: a page's HTML, its sections and what each source marker stands for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from terkha_db.entities import Cite, Source


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a page, as the contents list names it."""

    anchor: str
    title: str
    count: int | None = None
    """How many entries it holds; None where a count says nothing."""
    differs: bool = False
    """True where the count is of sources that differ: it is shown with ≠."""


@dataclass(frozen=True, slots=True)
class Marker:
    """One [n] on a page: which works it names, and for which value."""

    href: str
    numbers: tuple[int, ...]
    cites: tuple[Cite, ...]
    says: str = ""
    """The value it stands beside, with its label."""
    note: str = ""
    as_of: str = ""
    """The date of the value as readers see it; empty where none is stated."""
    statement: str = ""
    """Id of the statement within its record; empty where the value is no statement."""
    record: str = ""
    """Id of the record that the statement belongs to, where it is another's than the page."""
    differs: str = ""
    """Anchor of the place on the page that sets this value beside those it differs from."""
    whole: bool = False
    """True where the works are named for the record as a whole, not for this value."""


class Markers(Mapping[str, Marker]):
    """The markers of a page by ``href``; each is made when it is looked at, which few ever are."""

    def __init__(self) -> None:
        self._all: dict[str, Marker | Callable[[], Marker]] = {}

    def add(self, href: str, make: Callable[[], Marker]) -> None:
        """Add the marker that ``make`` gives."""
        self._all[href] = make

    def __getitem__(self, href: str) -> Marker:
        marker = self._all[href]
        if not isinstance(marker, Marker):
            marker = self._all[href] = marker()
        return marker

    def __len__(self) -> int:
        return len(self._all)

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One choice to narrow a list of the page by."""

    word: str
    """What ``build`` takes for it: ``topic=law``."""
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """Choices of one kind, the most frequent first."""

    label: str
    values: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A page ready to be shown; ``html`` is the body without a style sheet."""

    record: str
    title: str
    html: str
    sections: tuple[Section, ...] = ()
    markers: Mapping[str, Marker] = field(default_factory=dict)
    """By ``href``."""
    sources: tuple[Source, ...] = ()
    """The works of the page; number n is at n - 1."""
    folded: frozenset[str] = frozenset()
    """Lists of which only the beginning is shown."""
    facets: tuple[Facet, ...] = ()
    """What its list of claims can be narrowed by."""
