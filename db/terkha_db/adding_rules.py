# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What speaks against adding published figures: RULES, the most telling first.

Each rule answers None, or one sentence and the figures that it is about.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from terkha_db import perimeter, wording
from terkha_db.entities import Statement
from terkha_db.substances import contained
from terkha_db.vocabulary import SITE_KINDS, UNIT_BY_ID
from terkha_db.wording import (
    format_as_of,
    format_number,
    format_property,
    format_substance,
    format_value,
)

ABOUT = ("about", "nearly")
_AT_LEAST = ("more than",)
_AMOUNTS = ("resource", "reserve", "production", "capacity", "investment", "workforce", "area")
"""Quantities of a site that grow with what is counted; all others are shares, places or words."""
_STOCKS = ("resource", "reserve", "area")
"""Amounts that are there at a date: figures of one year are of one date."""
_NEEDS_NO_SUBSTANCE = ("investment", "workforce", "area")
_PARTS = ("investment", "workforce", "area")
"""Amounts of which "of" always says what was counted."""
_FIELDS = ("ore-field", "coalfield")
_WIDER = re.compile(
    r"\b(together|combined|sum|summed|both|two|three|four|five|several|belt|basin|district|fields?"
    r"|region|province|group|lakes|mines|deposits)\b",
    re.IGNORECASE,
)
_ESTIMATE = re.compile(r"\bestimate", re.IGNORECASE)
_SHORTEST_NAME = 4
_LABELS = {choice.id: choice.label.lower() for choice in SITE_KINDS}

Fault = tuple[str, tuple[Statement, ...]]


@dataclass(frozen=True, slots=True)
class Site:
    """What is known of the extent of a record whose figures one may wish to add."""

    id: str
    title: str
    kind: str = ""
    """A word of SITE_KINDS; "" for records that are no site."""
    names: frozenset[str] = frozenset()
    linked: frozenset[str] = frozenset()
    """Ids of the sites that the record names as related, or is disputed to be the same as."""
    differing: frozenset[tuple[str, str]] = frozenset()
    """Property and commodity of which several figures are published that differ."""


@dataclass(frozen=True, slots=True)
class Summands:
    """The figures that somebody wishes to add, and the sites that they are of."""

    statements: tuple[Statement, ...]
    sites: Mapping[str, Site]

    def title(self, statement: Statement) -> str:
        """Return the title of the record that a figure is of."""
        site = self.sites.get(statement.record)
        return site.title if site else statement.record

    def of_sites(self) -> Iterator[tuple[Statement, Site]]:
        """Yield the figures with their sites."""
        for one in self.statements:
            yield one, self.sites[one.record]


def bounds(statement: Statement) -> tuple[float, float | None]:
    """Return the least and the most that a figure says; None where it is open above."""
    if statement.value is not None:
        is_open = statement.qualifier in _AT_LEAST
        return statement.value, None if is_open else statement.value
    assert statement.low is not None
    return statement.low, statement.high


def is_hoped_for(statement: Statement) -> bool:
    """Tell whether a figure is a plan, an estimate or a hope, by its marks or its words."""
    words = _words(statement)
    by_words = perimeter.is_hoped_for(words) or _ESTIMATE.search(words) is not None
    return statement.projection or statement.estimated or by_words


def named(statement: Statement) -> str:
    """Return the quantity in words: ``copper resource``, ``workforce (employees)``."""
    label = format_property(statement.property).lower()
    commodity = wording.format_thing(statement.commodity)
    if statement.property in _PARTS and statement.of:
        return f"{label} ({statement.of})"
    return f"{commodity or statement.substance} {label}".strip()


def listed(words: Sequence[str]) -> str:
    """Return words as a list in a sentence, each once."""
    each = list(dict.fromkeys(words))
    return " and ".join([", ".join(each[:-1]), each[-1]] if len(each) > 1 else each)


def _words(statement: Statement) -> str:
    return f"{statement.of} {statement.note} {statement.statistic}"


def _first_unlike(
    asked: Summands, key: Callable[[Statement], object]
) -> tuple[Statement, Statement] | None:
    """Return the first figure and the first that is unlike it by ``key``."""
    first = asked.statements[0]
    other = next((one for one in asked.statements if key(one) != key(first)), None)
    return None if other is None else (first, other)


# The rules


def _number(asked: Summands) -> Fault | None:
    for one in asked.statements:
        if (one.value is None and one.low is None and one.high is None) or not one.unit:
            return f"“{format_value(one)}” of {asked.title(one)} is not a number.", (one,)
    return None


def _property(asked: Summands) -> Fault | None:
    unlike = _first_unlike(asked, lambda one: one.property)
    if unlike is None:
        return None
    a, b = (format_property(one.property).lower() for one in unlike)
    why = {
        frozenset(("resource", "reserve")): "a reserve is part of a resource",
        frozenset(("capacity", "production")): "capacity is what could be produced",
    }.get(frozenset(one.property for one in unlike), "they are different quantities")
    return f"{a[:1].upper()}{a[1:]} and {b} cannot be added: {why}.", unlike


def _record(asked: Summands) -> Fault | None:
    for one in asked.statements:
        kind = one.record.partition("/")[0]
        if kind == "organisation":
            return (
                f"What {asked.title(one)} has or makes cannot be added to anything: "
                "it may hold figures of mines that are counted beside it."
            ), (one,)
        if kind != "mine" or one.record not in asked.sites:
            words = f"The figures of {asked.title(one)} are not those of one mine or deposit."
            return words, (one,)
    return None


def _amount(asked: Summands) -> Fault | None:
    first = asked.statements[0]
    label = format_property(first.property).lower()
    if first.property not in _AMOUNTS:
        return f"A sum of {label} means nothing: it is not an amount.", (first,)
    for one in asked.statements:
        if one.unit == "%":
            return f"{format_value(one)} of {asked.title(one)} is a share, not an amount.", (one,)
    return None


def _commodity(asked: Summands) -> Fault | None:
    unlike = _first_unlike(asked, lambda one: one.commodity)
    if unlike is None:
        return None
    a, b = (
        wording.format_thing(one.commodity) or one.substance or one.of or "something not stated"
        for one in unlike
    )
    return f"{a[:1].upper()}{a[1:]} and {b} are different things.", unlike


def _published_twice(asked: Summands) -> Fault | None:
    for one, other in combinations(asked.statements, 2):
        if one.record == other.record:
            return (
                f"{format_value(one)} and {format_value(other)} are two published figures of "
                f"{asked.title(one)}: the same ground would be counted twice."
            ), (one, other)
    return None


def _unit(asked: Summands) -> Fault | None:
    unlike = _first_unlike(asked, lambda one: UNIT_BY_ID[one.unit].base)
    if unlike is None:
        return None
    return f"{' and '.join(map(format_value, unlike))} are in units that do not convert.", unlike


def _substance(asked: Summands) -> Fault | None:
    if asked.statements[0].property in _NEEDS_NO_SUBSTANCE:
        return None
    for one in asked.statements:
        if not contained(one.commodity, one.substance)[0]:
            words = f"{format_value(one)} of {asked.title(one)} is of a substance not stated"
            return f"{words}: the metal, its oxide or ore.", (one,)
    unlike = _first_unlike(asked, lambda one: contained(one.commodity, one.substance)[0])
    if unlike is None:
        return None
    a, b = (format_substance(one.substance or "metal") for one in unlike)
    return f"Tonnes of {a} and tonnes of {b} do not convert into each other.", unlike


def _field(asked: Summands) -> Fault | None:
    if len(asked.statements) == 1:
        return None
    for one, site in asked.of_sites():
        if site.kind in _FIELDS:
            return (
                f"{site.title} is several deposits described together ({_LABELS[site.kind]}): "
                "its figure may hold the others."
            ), (one,)
        if site.kind == "plant":
            words = f"{site.title} is a plant that treats ore or brine from elsewhere"
            return f"{words}: its figure may hold that of a mine.", (one,)
    return None


def _linked(asked: Summands) -> Fault | None:
    for (one, site), (other, beside) in combinations(asked.of_sites(), 2):
        if beside.id in site.linked or site.id in beside.linked:
            return (
                f"{site.title} and {beside.title} are recorded as related and may overlap: "
                "one may be part of the other."
            ), (one, other)
    return None


def _mentioned(asked: Summands) -> Fault | None:
    """Refuse figures whose own words name another of the sites, or more than one site."""
    for one, site in asked.of_sites():
        words = _words(one)
        for other, beside in asked.of_sites():
            if beside.id != site.id and _names(words, beside):
                what = f"The figure of {site.title} mentions {beside.title}"
                return f"{what} and may count it: “{words.strip()}”.", (one, other)
        if len(asked.statements) > 1 and _WIDER.search(words):
            what = f"The figure of {site.title} may be of more than {site.title} alone"
            return f"{what}: “{words.strip()}”.", (one,)
    return None


def _names(words: str, site: Site) -> bool:
    known = [name for name in (site.title, *site.names) if len(name) >= _SHORTEST_NAME]
    return any(re.search(rf"\b{re.escape(name)}\b", words, re.IGNORECASE) for name in known)


def _part(asked: Summands) -> Fault | None:
    if asked.statements[0].property in _PARTS:
        unlike = _first_unlike(asked, lambda one: one.of)
        if unlike is None:
            return None
        a, b = (one.of or "what is not stated" for one in unlike)
        return f"One figure is for {a}, the other for {b}.", unlike
    for one in asked.statements:
        if one.of and not perimeter.names_substance(one.of, one.commodity.rpartition("/")[2]):
            return f"The figure of {asked.title(one)} is not of the whole: {one.of}.", (one,)
    return None


def _expected(asked: Summands) -> Fault | None:
    unlike = _first_unlike(asked, is_hoped_for)
    if unlike is None:
        return None
    hoped, found = sorted(unlike, key=is_hoped_for, reverse=True)
    return (
        f"The figure of {asked.title(hoped)} is planned, expected or estimated; "
        f"that of {asked.title(found)} is reported."
    ), (hoped, found)


def _category(asked: Summands) -> Fault | None:
    unlike = _first_unlike(asked, lambda one: frozenset(perimeter.categories(_words(one))))
    if unlike is None:
        return None
    a, b = (listed(perimeter.categories(_words(one))) or "not stated" for one in unlike)
    return f"The figures are of different categories or standards: {a}; {b}.", unlike


def _date(asked: Summands) -> Fault | None:
    for one in asked.statements:
        if not one.as_of:
            return f"The figure of {asked.title(one)} is undated.", (one,)
    stock = asked.statements[0].property in _STOCKS
    unlike = _first_unlike(asked, _year if stock else lambda one: one.as_of)
    if unlike is None:
        return None
    a, b = (f"{asked.title(one)} {format_as_of(one)}" for one in unlike)
    return f"The figures are of different dates: {a}, {b}.", unlike


def _year(statement: Statement) -> str:
    first, _, last = statement.as_of.partition("/")
    return first[:4] if not last or first[:4] == last[:4] else statement.as_of


def _edition(asked: Summands) -> Fault | None:
    for one in asked.statements:
        if one.rank == "superseded":
            return f"The figure of {asked.title(one)} was replaced by a later edition.", (one,)
    unlike = _first_unlike(asked, lambda one: one.edition)
    if unlike is None:
        return None
    a, b = (one.edition or "none stated" for one in unlike)
    return f"The figures are of different editions: {a}; {b}.", unlike


def _bound(asked: Summands) -> Fault | None:
    for one in asked.statements:
        open_below = one.value is None and one.low is None
        known = ("", *ABOUT, *_AT_LEAST)
        if open_below or one.qualifier not in known or one.statistic:
            return f"“{format_value(one)}” of {asked.title(one)} is a bound or a mean.", (one,)
        if any(n is not None and n < 0 for n in (one.value, one.low, one.high)):
            return f"{format_number(one.value)} of {asked.title(one)} is negative.", (one,)
    return None


RULES: tuple[Callable[[Summands], Fault | None], ...] = (
    _number,
    _property,
    _record,
    _amount,
    _commodity,
    _published_twice,
    _unit,
    _substance,
    _field,
    _linked,
    _mentioned,
    _part,
    _expected,
    _category,
    _date,
    _edition,
    _bound,
)
