# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Adds published figures up, or says in one sentence why they cannot be added.

A sum that is wrong is worse than none. So figures are added only where nothing that is recorded
speaks against it: one figure a site, of one quantity, substance, date and category, each for the
whole of a site, the sites not known to overlap. In doubt the answer is no.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from terkha_db import adding_rules as rules
from terkha_db.adding_rules import Site, Summands
from terkha_db.entities import Source, Statement
from terkha_db.substances import contained
from terkha_db.vocabulary import UNIT_BY_ID
from terkha_db.wording import format_as_of, format_value

__all__ = ["Refusal", "Site", "Total", "add_up"]

_DIGITS = 4  # of a sum over substances that had to be converted


@dataclass(frozen=True, slots=True)
class Total:
    """A sum of published figures, and what it may be said of."""

    sum: Statement
    """Value or range, unit, substance and date of the sum; a statement of no record."""
    statements: tuple[Statement, ...]
    """What was added, in the order given."""
    titles: tuple[str, ...]
    """The sites that it covers, in the same order."""
    disputed: tuple[str, ...] = ()
    """Those of the sites for which other figures are published too."""

    @property
    def works(self) -> tuple[Source, ...]:
        """The works behind it, each once."""
        found = (cite.source for one in self.statements for cite in one.cites)
        return tuple({source.id: source for source in found}.values())

    def in_words(self) -> str:
        """Return the sum with what it covers and the date it is of, as one sentence."""
        what = rules.named(self.sum)
        date = f" as of {format_as_of(self.sum)}" if self.sum.as_of else ""
        words = f"{format_value(self.sum)}: {what} of {rules.listed(self.titles)}{date}."
        if self.sum.original:
            words += f" Converted to {self.sum.substance} before it was added."
        if self.disputed:
            words += f" Other figures are published too for {rules.listed(self.disputed)}."
        return words


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why figures cannot be added, in one sentence, and the figures that stand in the way."""

    reason: str
    statements: tuple[Statement, ...] = ()

    def in_words(self) -> str:
        """Return the reason."""
        return self.reason


def add_up(statements: Sequence[Statement], sites: Mapping[str, Site]) -> Total | Refusal:
    """Return the sum of figures, or why they cannot be added.

    ``sites`` tells for each of their records what it is and what it may overlap with; figures of
    a record that is not among them are not added.
    """
    if not statements:
        return Refusal("There is no figure to add.")
    asked = Summands(tuple(statements), sites)
    for rule in rules.RULES:
        fault = rule(asked)
        if fault is not None:
            return Refusal(*fault)
    titles = tuple(asked.title(one) for one in statements)
    disputed = tuple(
        asked.title(one)
        for one in statements
        if (one.property, one.commodity) in sites[one.record].differing
    )
    return Total(_sum(statements), tuple(statements), titles, disputed)


def _sum(statements: Sequence[Statement]) -> Statement:
    """Return the sum of figures that may be added."""
    first = statements[0]
    alike = len({(one.unit, one.substance) for one in statements}) == 1
    lows, highs = [], []
    for one in statements:
        factor = Decimal(1) if alike else _factor(one)
        low, high = rules.bounds(one)
        lows.append(Decimal(repr(low)) * factor)
        highs.append(None if high is None else Decimal(repr(high)) * factor)
    converted = len({one.substance for one in statements}) > 1
    substance = contained(first.commodity, first.substance)[0] if converted else first.substance
    low_sum = sum(lows, Decimal(0))
    closed = [high for high in highs if high is not None]
    high_sum = sum(closed, Decimal(0)) if len(closed) == len(highs) else None
    is_one = high_sum == low_sum
    about = converted or any(one.qualifier in rules.ABOUT for one in statements)
    return Statement(
        id="",
        record="",
        property=first.property,
        of=first.of,
        commodity=first.commodity,
        value=_number(low_sum, converted) if is_one else None,
        low=None if is_one else _number(low_sum, converted),
        high=None if is_one or high_sum is None else _number(high_sum, converted),
        unit=first.unit if alike else UNIT_BY_ID[first.unit].base,
        substance=substance,
        original="converted" if converted else "",
        qualifier="about" if about else "",
        as_of=_date(statements),
        projection=first.projection or rules.is_hoped_for(first),
    )


def _factor(statement: Statement) -> Decimal:
    """Return what turns a figure into base units of the substance that all are compared in."""
    unit = Decimal(repr(UNIT_BY_ID[statement.unit].factor))
    return unit * Decimal(repr(contained(statement.commodity, statement.substance)[1]))


def _number(exact: Decimal, rounded: bool) -> float:
    """Return a sum with all its digits, or with those that a conversion leaves meaning to."""
    return float(f"{exact:.{_DIGITS}g}") if rounded else float(exact)


def _date(statements: Sequence[Statement]) -> str:
    """Return the date of a sum: that of all figures, or the year that they share."""
    dates = {one.as_of for one in statements}
    return dates.pop() if len(dates) == 1 else statements[0].as_of[:4]
