# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Decides whether a row of a table matches a query: syntax tree to test, checked against fields."""

from __future__ import annotations

import math
import operator
import re
from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING

from terkha_db.fold import fold_key, tokens
from terkha_db.query import (
    And,
    Comparison,
    Everything,
    Node,
    Not,
    Or,
    QueryError,
    Range,
    Word,
)
from terkha_db.vocabulary import UNIT_BY_ID

if TYPE_CHECKING:
    from terkha_db.fields import Field

Values = Mapping[str, str | float | int | None]
Condition = Callable[[Values, str], bool]
"""Takes the values of a row and the folded tokens of all its names and texts."""

_NUMBER = re.compile(r"([+-]?(?:\d[\d,_]*\.?\d*|\.\d+)(?:[eE][+-]?\d{1,2})?)(.*)", re.DOTALL)
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_FIELD_UNITS = {"g/cm³": "g/cm3", "km²": "km2"}
"""Units of columns as printed, and as the vocabulary calls them."""
_INEQUALITIES = ("<", "<=", ">", ">=")
_COMPARE: Mapping[str, Callable[[float, float], bool]] = {
    ":": operator.eq,
    "=": operator.eq,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def compile_query(node: Node, fields: Sequence[Field], variants: Mapping[str, str]) -> Condition:
    """Return the test that a query stands for.

    Raises:
        QueryError: the query names an unknown field, or compares it with what it cannot hold.

    """
    return _Compiler(fields, variants).compile(node)


class _Compiler:
    def __init__(self, fields: Sequence[Field], variants: Mapping[str, str]) -> None:
        self._fields = {field.id: field for field in fields}
        self._variants = variants

    def compile(self, node: Node) -> Condition:
        match node:
            case Everything():
                return lambda _values, _text: True
            case Word():
                return self._word(node)
            case Comparison():
                return self._comparison(node)
            case Range():
                return self._range(node)
            case Not(part):
                inner = self.compile(part)
                return lambda values, text: not inner(values, text)
            case And(parts):
                both = [self.compile(part) for part in parts]
                return lambda values, text: all(test(values, text) for test in both)
            case Or(parts):
                either = [self.compile(part) for part in parts]
                return lambda values, text: any(test(values, text) for test in either)

    def _word(self, word: Word) -> Condition:
        wanted = self._wanted(word.text)
        return lambda _values, text: bool(wanted) and wanted in text

    def _wanted(self, text: str) -> str:
        """Return what a folded text must contain: the beginning of words in a row."""
        folded = tokens(text, self._variants)
        return f" {' '.join(folded)}" if folded else ""

    def _comparison(self, node: Comparison) -> Condition:
        field = self._field(node.field, node.at)
        if node.operator == "!=":
            equal = self._comparison(
                Comparison(node.field, "=", node.value, node.phrase, node.at, node.value_at)
            )
            return lambda values, text: not equal(values, text)
        if field.type == "number":
            return _compare_numbers(field, node)
        if field.type == "date":
            return _compare_dates(field, node)
        if node.operator in _INEQUALITIES:
            sentence = f"{field.id} holds words; write {field.id}:{node.value}."
            raise QueryError(sentence, node.at)
        return self._compare_texts(field, node)

    def _compare_texts(self, field: Field, node: Comparison) -> Condition:
        key = fold_key(node.value, self._variants)
        wanted = self._wanted(node.value)
        if not key:
            raise QueryError(f"{field.id} is compared with no letter or digit.", node.value_at)

        def matches(values: Values, _text: str) -> bool:
            value = values[field.id]
            if not isinstance(value, str):
                return False
            folded = tokens(value, self._variants)
            if node.operator == "=":
                return "".join(folded) == key
            return wanted in f" {' '.join(folded)}" or "".join(folded).startswith(key)

        return matches

    def _range(self, node: Range) -> Condition:
        field = self._field(node.field, node.at)
        if field.type == "number":
            low = _number(field, node.low, node.value_at) if node.low else -math.inf
            high = _number(field, node.high, node.value_at) if node.high else math.inf
            return lambda values, _text: _is_between(values[field.id], low, high)
        if field.type == "date":
            first = _day_ends(field, node.low, node.value_at)[0] if node.low else ""
            last = _day_ends(field, node.high, node.value_at)[1] if node.high else "9999"
            return lambda values, _text: _overlaps(values[field.id], first, last)
        raise QueryError(f"{field.id} holds words, which have no range.", node.at)

    def _field(self, name: str, at: int) -> Field:
        known = name.lower().replace("-", "_").replace(".", "_")
        if known in self._fields:
            return self._fields[known]
        near = get_close_matches(known, self._fields, n=1)
        hint = f"did you mean {near[0]}?" if near else f"fields are {', '.join(self._fields)}."
        raise QueryError(f"there is no field “{name}”; {hint}", at)


def _compare_numbers(field: Field, node: Comparison) -> Condition:
    wanted = _number(field, node.value, node.value_at)
    compare = _COMPARE[node.operator]

    def matches(values: Values, _text: str) -> bool:
        value = values[field.id]
        return isinstance(value, int | float) and compare(value, wanted)

    return matches


def _compare_dates(field: Field, node: Comparison) -> Condition:
    first, last = _day_ends(field, node.value, node.value_at)

    def matches(values: Values, _text: str) -> bool:
        value = values[field.id]
        if not isinstance(value, str):
            return False
        begins, ends = _ends(value)
        match node.operator:
            case "<":
                return ends < first
            case "<=":
                return ends <= last
            case ">":
                return begins > last
            case ">=":
                return begins >= first
        return begins <= last and ends >= first

    return matches


def _is_between(value: object, low: float, high: float) -> bool:
    return isinstance(value, int | float) and low <= value <= high


def _overlaps(value: object, first: str, last: str) -> bool:
    if not isinstance(value, str):
        return False
    begins, ends = _ends(value)
    return begins <= last and ends >= first


def _ends(date: str) -> tuple[str, str]:
    """Return the first and last day that a date of any precision or an interval may mean.

    As text: days are compared by their letters, and ``2021-12-31`` closes ``2021``.
    """
    first, _, last = date.partition("/")
    last = last or first
    return first, last + "-12-31"[len(last) - 4 :] if len(last) < 10 else last


def _day_ends(field: Field, text: str, at: int) -> tuple[str, str]:
    if not _DATE.fullmatch(text):
        raise QueryError(f"{field.id} is a date; write 2021, 2021-12 or 2021-12-27.", at)
    return _ends(text)


def _number(field: Field, text: str, at: int) -> float:
    """Return a number in the unit of its column; a unit after it is converted."""
    found = _NUMBER.fullmatch(text.strip())
    if found is None:
        raise QueryError(f"{field.id} is a number; “{text}” is none.", at)
    number = float(found[1].replace(",", "").replace("_", ""))
    unit = found[2].strip()
    own = _FIELD_UNITS.get(field.unit, field.unit)
    if not unit or unit == own:
        return number
    known = {name.lower(): found for name, found in UNIT_BY_ID.items()}
    if unit.lower() not in known or own not in UNIT_BY_ID:
        raise QueryError(f"“{unit}” is no unit of {field.id}{_in(field)}.", at)
    given, wanted = known[unit.lower()], UNIT_BY_ID[own]
    if given.base != wanted.base:
        raise QueryError(f"{field.id} is not measured in {unit}{_in(field)}.", at)
    return number * given.factor / wanted.factor


def _in(field: Field) -> str:
    return f"; it is in {field.unit}" if field.unit else ""
