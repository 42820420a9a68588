# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Compares numbers with units and dates of any precision, as queries write them."""

from __future__ import annotations

import math
import operator
import re
from collections.abc import Callable, Mapping

from terkha_db.errors import QueryError
from terkha_db.query.nodes import Comparison, Operator, Range
from terkha_db.query.terms import Term
from terkha_db.vocabulary import UNIT_BY_ID

Value = str | float | int | None
Test = Callable[[Value], bool]

_NUMBER = re.compile(r"([+-]?(?:\d[\d,_]*\.?\d*|\.\d+)(?:[eE][+-]?\d{1,2})?)(.*)", re.DOTALL)
_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_DECADE = re.compile(r"([0-9]{3})0s")
_PRINTED_UNITS = {"g/cm³": "g/cm3", "km²": "km2"}
"""Units of columns as printed, and as the vocabulary calls them."""
_COMPARE: Mapping[Operator, Callable[[float, float], bool]] = {
    ":": operator.eq,
    "=": operator.eq,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def number_test(term: Term, node: Comparison | Range) -> Test:
    """Return the test of a number, in the unit of its column; no number passes none.

    Raises:
        QueryError: the query gives no number, or a unit that the column is not measured in.

    """
    at = node.value_at
    if isinstance(node, Range):
        low = read_number(term, node.low, at) if node.low else -math.inf
        high = read_number(term, node.high, at) if node.high else math.inf
        check_order(node, disordered=low > high)
        return lambda value: isinstance(value, int | float) and low <= value <= high
    wanted = read_number(term, node.value, at)
    compare = _COMPARE[node.operator]
    return lambda value: isinstance(value, int | float) and compare(value, wanted)


def date_test(term: Term, node: Comparison | Range) -> Test:
    """Return the test of a date, which may be less precise than what it is compared with.

    Raises:
        QueryError: the query gives no date.

    """
    if isinstance(node, Range):
        first = days_of(term, node.low, node.value_at)[0] if node.low else ""
        last = days_of(term, node.high, node.value_at)[1] if node.high else "9999-12-31"
        check_order(node, disordered=first > last)
        return _dated(lambda begins, closes: begins <= last and closes >= first)
    first, last = days_of(term, node.value, node.value_at)
    return _dated(_date_comparisons(first, last)[node.operator])


def _date_comparisons(first: str, last: str) -> Mapping[Operator, Callable[[str, str], bool]]:
    return {
        ":": lambda begins, closes: begins <= last and closes >= first,
        "=": lambda begins, closes: begins <= last and closes >= first,
        "<": lambda _begins, closes: closes < first,
        "<=": lambda _begins, closes: closes <= last,
        ">": lambda begins, _closes: begins > last,
        ">=": lambda begins, _closes: begins >= first,
    }


def _dated(compare: Callable[[str, str], bool]) -> Test:
    return lambda value: isinstance(value, str) and compare(*ends(value))


def check_order(node: Range, *, disordered: bool) -> None:
    """Refuse a range that nothing can be in.

    Raises:
        QueryError: its ends are exchanged.

    """
    if disordered:
        sentence = f"the range is empty; write {node.field}:{node.high}..{node.low}."
        raise QueryError(sentence, node.value_at)


def ends(date: str) -> tuple[str, str]:
    """Return the first and last day that a date of any precision or an interval may mean.

    As text: days are compared by their letters, and ``2021-12-31`` closes ``2021``.
    """
    first, _, last = date.partition("/")
    last = last or first
    return first, last + "-12-31"[len(last) - 4 :] if len(last) < 10 else last


def days_of(term: Term, text: str, at: int) -> tuple[str, str]:
    """Return the first and last day that a date of a query may mean.

    Raises:
        QueryError: it is no date.

    """
    decade = _DECADE.fullmatch(text)
    if decade:
        return f"{decade[1]}0", f"{decade[1]}9-12-31"
    if not _DATE.fullmatch(text):
        raise QueryError(f"{term.id} is a date; write 2021, 2021-12, 2021-12-27 or 2020s.", at)
    return ends(text)


def read_number(term: Term, text: str, at: int) -> float:
    """Return a number in the unit of its column; a unit after it is converted.

    Raises:
        QueryError: it is no number, or in a unit that the column is not measured in.

    """
    found = _NUMBER.fullmatch(text.strip())
    if found is None:
        raise QueryError(f"{term.id} is a number; “{text}” is none.", at)
    number = float(found[1].replace(",", "").replace("_", ""))
    unit = found[2].strip()
    own = _PRINTED_UNITS.get(term.unit, term.unit)
    if not unit or unit in (own, term.unit):
        return number
    known = {name.lower(): found for name, found in UNIT_BY_ID.items()}
    given = known.get(_PRINTED_UNITS.get(unit, unit).lower())
    inside = f"; it is in {term.unit}" if term.unit else ""
    if given is None or own not in UNIT_BY_ID:
        raise QueryError(f"“{unit}” is no unit of {term.id}{inside}.", at)
    wanted = UNIT_BY_ID[own]
    if given.base != wanted.base:
        raise QueryError(f"{term.id} is not measured in {unit}{inside}.", at)
    return number * given.factor / wanted.factor
