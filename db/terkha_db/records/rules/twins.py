# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Warns of works and sites that stand twice: under two ids, spellings or addresses."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from terkha_db.build.citations import csl_item
from terkha_db.build.titles import author_of
from terkha_db.fold import fold_key, tokens
from terkha_db.library.same import is_same
from terkha_db.records.models import Citation, Dispute, Mine
from terkha_db.records.rules.places import Point, distance, point_of
from terkha_db.records.walk import Find, Parts, find
from terkha_db.search.distance import distance as errors
from terkha_db.search.distance import likeness, pairs
from terkha_db.search.generic import is_generic, without_ending

SHORTEST_TITLE = 24
"""Letters of a title below which likeness tells nothing: “Lithium”, “Copper statistics”."""
ALIKE = 0.92
"""Share of pairs of letters from which two titles look like one that was copied twice."""
SHORTEST_NAME = 8
"""Letters of a name from which one error still leaves it the same name."""
SHORTEST_CORE = 5
"""Letters from which a new name is asked about when one error lies between it and another."""
NEAR = 1.0
"""Kilometres within which two points of sites themselves may be of one site."""

_ADDRESS = re.compile(r"^https?://(www\.|m\.)?|[/#?]+$")
_DIGITS = re.compile(r"\d+")
Pair = tuple[str, str]


def same_works(found: Parts) -> Iterator[Find]:
    """Find works with one DOI or address, or with titles that (nearly) agree."""
    works = found.records.of(Citation)
    told = dict.fromkeys(_alike(works), "have titles that look alike")
    told |= dict.fromkeys(_agreeing(works), "have the same DOI, or title, year and author")
    addresses = ((_ADDRESS.sub("", work.URL or ""), slug) for slug, work in works.items())
    told |= dict.fromkeys(_pairs(addresses), "have the same address")
    entries = found.records.entries["citation"]
    for (one, other), words in told.items():
        sentence = f"{one} and {other} {words}: make one of them, or say why not"
        yield find("same-work", entries[other], (), sentence, also=entries[one])


def same_sites(found: Parts) -> Iterator[Find]:
    """Find sites with one name, or with points beside each other, that do not name each other."""
    mines = found.records.of(Mine)
    linked = _linked(found)
    named = [(key, slug) for slug, mine in mines.items() for key in _names(mine)]
    points = {slug: _points(mine) for slug, mine in mines.items()}
    told = {
        (one, other): f"lie within {NEAR:g} km of each other"
        for one, other in combinations(mines, 2)
        if any(distance(a, b) < NEAR for a in points[one] for b in points[other])
    }
    told |= dict.fromkeys(_misspelt(named), "have names one letter apart")
    told |= dict.fromkeys(_pairs(named), "have a name in common")
    entries = found.records.entries["mine"]
    for (one, other), words in told.items():
        if frozenset((one, other)) not in linked:
            sentence = f"{one} and {other} {words}: name one in 'related' of the other, "
            sentence += "or say why not"
            yield find("same-site", entries[other], (), sentence, also=entries[one])


def near_names(name: str, mines: Mapping[str, Mine]) -> list[str]:
    """Return the ids of sites that are called ``name``, or nearly so.

    Words like mine, lake and copper make no difference, nor does one letter of the others.
    """
    core = _core(name)
    return [
        slug
        for slug, mine in mines.items()
        if any(_is_near(core, _core(other)) for other in (mine.title, *_texts(mine)))
    ]


def _agreeing(works: Mapping[str, Citation]) -> Iterator[Pair]:
    items = {slug: csl_item(work) for slug, work in works.items()}
    # Hundreds of thousands of pairs: only those are compared that begin alike.
    begin = ((work.title[:3].casefold(), slug) for slug, work in works.items())
    by_doi = ((work.DOI.lower() if work.DOI else "", slug) for slug, work in works.items())
    for one, other in dict.fromkeys((*_pairs(by_doi), *_pairs(begin))):
        if is_same(items[one], items[other]) and _tells(works[one], works[other]):
            yield one, other


def _tells(one: Citation, other: Citation) -> bool:
    """Tell whether it means something that two works agree: “Pollucite” is the title of many."""
    long = len(fold_key(one.title, {})) >= SHORTEST_TITLE
    return long or bool(one.DOI and other.DOI) or author_of(one) == author_of(other)


def _alike(works: Mapping[str, Citation]) -> Iterator[Pair]:
    """Yield works of one year, or of no year, whose titles are nearly the same."""
    keys = {slug: fold_key(work.title, {}) for slug, work in works.items()}
    bits = {slug: pairs(key) for slug, key in keys.items() if len(key) >= SHORTEST_TITLE}
    years = (((works[slug].issued or "undated")[:4], slug) for slug in bits)
    for one, other in _pairs(years):
        same_numbers = _DIGITS.findall(keys[one]) == _DIGITS.findall(keys[other])
        if same_numbers and likeness(bits[one], bits[other]) >= ALIKE:
            yield one, other


def _linked(found: Parts) -> set[frozenset[str]]:
    """Return the pairs of sites of which one names the other, or a dispute names both."""
    sites = found.records.of(Mine)
    linked = {
        frozenset((slug, other.removeprefix("mine/")))
        for slug, mine in sites.items()
        for other in mine.related
    }
    for dispute in found.records.of(Dispute).values():
        if dispute.about == "identity":
            subjects = [subject.removeprefix("mine/") for subject in dispute.subjects]
            linked |= {frozenset(pair) for pair in combinations(subjects, 2)}
    return linked


def _names(mine: Mine) -> set[str]:
    return {fold_key(text, {}) for text in (mine.title, *_texts(mine))}


def _texts(mine: Mine) -> Iterator[str]:
    yield from (name.text for name in mine.names)


def _core(name: str) -> str:
    """Return what is left of a name without the words that many share, or all of it."""
    words = [without_ending(token) for token in tokens(name, {}) if not is_generic(token)]
    return "".join(words) or fold_key(name, {})


def _is_near(one: str, other: str) -> bool:
    long = len(one) >= SHORTEST_CORE and one.isascii()
    return one == other or (long and errors(one, other, 1) <= 1)


def _misspelt(named: Iterable[tuple[str, str]]) -> Iterator[Pair]:
    for (key, one), (other_key, other) in combinations(named, 2):
        if one != other and _is_misspelt(key, other_key):
            yield one, other


def _is_misspelt(one: str, other: str) -> bool:
    """Tell whether two long names in Latin letters are one letter apart."""
    long = len(one) >= SHORTEST_NAME and len(other) >= SHORTEST_NAME
    return long and one.isascii() and abs(len(one) - len(other)) < 2 and errors(one, other, 1) == 1


def _points(mine: Mine) -> list[Point]:
    """Return the points of the site itself."""
    return [
        point
        for said in mine.statements
        if said.precision == "site" and (point := point_of(said)) is not None
    ]


def _pairs(keyed: Iterable[tuple[str, str]]) -> Iterator[Pair]:
    """Yield the pairs of slugs that have a key in common; an empty key is none."""
    groups: dict[str, list[str]] = defaultdict(list)
    for key, slug in keyed:
        if key and slug not in groups[key]:
            groups[key].append(slug)
    for group in groups.values():
        yield from combinations(group, 2)
