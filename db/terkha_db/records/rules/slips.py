# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Warns of figures that differ by a factor between units, and of shares over a hundred per cent."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from terkha_db.records.faults import KeyPath
from terkha_db.records.load import Entry
from terkha_db.records.models import Series, Statement
from terkha_db.records.walk import Find, Parts, find
from terkha_db.substances import CONTAINED
from terkha_db.vocabulary import UNIT_BY_ID

FACTORS: tuple[tuple[float, str], ...] = (
    (10.0, "10"),
    (100.0, "100"),
    (1000.0, "1,000"),
    (1e4, "10,000, as between 吨 and 万吨"),
    (1e6, "1,000,000"),
    (31.1035, "31.1, as between troy ounces and grams"),
    (28.3495, "28.3, as between ounces and grams"),
    (2.20462, "2.2046, as between kilograms and pounds"),
    (1.10231, "1.1023, as between tonnes and short tons"),
    (CONTAINED["Li2O"][1] / CONTAINED["Li2CO3"][1], "2.473, as between Li2CO3 and Li2O"),
    (1 / CONTAINED["Li2CO3"][1], "5.323, as between Li2CO3 and Li"),
    (1 / CONTAINED["Li2O"][1], "2.153, as between Li2O and Li"),
)
"""Factors between units and substances that are easily taken for each other (SI; NIST SP 811,
appendix B, for ounces, pounds and short tons; molar masses of IUPAC for lithium)."""
EXACTLY = 0.005
"""How far, in parts, a ratio may be from a factor: published figures are rounded."""
_MEASURED = (
    "resource", "reserve", "grade", "production", "capacity", "investment", "workforce", "area",
)  # fmt: skip
_DATED = ("production", "capacity", "investment", "workforce")
# Digits that a figure needs for its ratios to the special factors to mean anything.
_TELLING = 3
_ROUNDING = 0.5
# Series of which each date holds parts of one whole.
_SHARES = re.compile(r"share of (production|reserves|mining|refining|imports)")


def slips_of_units(found: Parts) -> Iterator[Find]:
    """Find figures of one thing in one record whose ratio is a factor between units."""
    for entry in found.records:
        groups: dict[tuple[str, ...], list[tuple[int, Statement]]] = defaultdict(list)
        for at, said in enumerate(getattr(entry.model, "statements", ())):
            if said.property in _MEASURED and said.unit and _measure(said):
                groups[_of_one_thing(said)].append((at, said))
        for group in groups.values():
            for (first, one), (second, other) in combinations(group, 2):
                if words := _slip(one, other):
                    high, low = sorted((one, other), key=_measure, reverse=True)
                    sentence = (
                        f"{_shown(high)} and {_shown(low)} differ by {words}: "
                        "look at both sources, then mend or say why it is right"
                    )
                    path: KeyPath = ("statements", second)
                    yield find("unit-slip", entry, path, sentence, also=("statements", first))


def shares_over_hundred(found: Parts) -> Iterator[Find]:
    """Find owners' shares, or shares in a series, that add up to more than the whole."""
    for entry in found.records:
        groups: dict[tuple[str, ...], dict[str, tuple[int, float]]] = defaultdict(dict)
        for at, said in enumerate(getattr(entry.model, "statements", ())):
            for key, who, share in _shares(entry, said):
                _, most = groups[key].get(who, (at, 0.0))
                groups[key][who] = (at, max(most, share))
        for (*_, date), shares in groups.items():
            total = sum(share for _, share in shares.values())
            if total > 100 + _ROUNDING:
                last = max(at for at, _ in shares.values())
                when = date or "no date"
                words = f"the shares of {len(shares)} for {when} add up to {total:g} %"
                yield find("over-hundred", entry, ("statements", last), words)


def _of_one_thing(said: Statement) -> tuple[str, ...]:
    unit = UNIT_BY_ID[said.unit or ""].base
    when = (said.as_of or "") if said.property in _DATED else ""
    element = CONTAINED.get(said.substance or "", (said.substance or "",))[0]
    return said.property, said.commodity or "", element, unit, when


def _measure(said: Statement) -> float:
    value = said.value if isinstance(said.value, float) else said.max or said.min or 0.0
    return value * UNIT_BY_ID[said.unit or ""].factor


def _slip(one: Statement, other: Statement) -> str:
    """Return the factor between two figures in words, "" where it is none of FACTORS."""
    low, high = sorted((_measure(one), _measure(other)))
    alike = one.substance == other.substance
    for factor, words in FACTORS:
        power = factor in (10.0, 100.0, 1000.0, 1e4, 1e6)
        if not power and not (alike and _digits(low) >= _TELLING and _digits(high) >= _TELLING):
            continue
        if abs(high / low / factor - 1) < EXACTLY:
            return words
    return ""


def _digits(value: float) -> int:
    """Return how many digits of a figure say something: 1,200 has two."""
    return len(f"{value:.12g}".replace(".", "").strip("0"))


def _shown(said: Statement) -> str:
    value = said.value if isinstance(said.value, float) else said.max or said.min or 0.0
    return f"{value:,.12g} {said.unit} {said.substance or ''}".strip()


def _shares(entry: Entry, said: Statement) -> Iterator[tuple[tuple[str, ...], str, float]]:
    """Yield of what a share is, whose, and how much."""
    if said.property == "owner" and said.share is not None:
        # Several owners together have one share.
        owners = " ".join(said.records or [said.record or ""])
        yield ("owner", said.of or "", said.as_of or ""), owners, said.share
    series = entry.model
    of_one = isinstance(series, Series) and _SHARES.fullmatch(series.measure) is not None
    if of_one and said.of and isinstance(said.value, float):
        what = (said.commodity or "", said.substance or "", said.edition or "")
        yield ("share", *what, said.as_of or ""), said.of, said.value
