# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Decides which rows a query keeps: syntax tree to a set of rows, a bit for each."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import reduce
from operator import and_, or_
from typing import Protocol

from terkha_db.errors import QueryError
from terkha_db.fold import fold_key, tokens
from terkha_db.query.names import Spelling, meant
from terkha_db.query.nodes import And, Comparison, Everything, Node, Not, Or, Range, Word
from terkha_db.query.terms import Term, find_term
from terkha_db.query.values import Value, date_test, number_test

_INEQUALITIES = ("<", "<=", ">", ">=")


class Rows(Protocol):
    """What an evaluator asks of a table; sets of rows are numbers with bit n for row n."""

    @property
    def kind(self) -> str:
        """The kind of all its records."""

    @property
    def size(self) -> int:
        """How many rows there are."""

    @property
    def variants(self) -> Mapping[str, str]:
        """Simplified characters by traditional ones."""

    @property
    def haystacks(self) -> Sequence[str]:
        """The folded tokens of names and texts of every row, each after a blank."""

    def column(self, name: str) -> Sequence[Value]:
        """Return the values of a column."""

    def texts(self, term: Term) -> Sequence[Sequence[str]]:
        """Return the folded texts of every row, tokens with a blank before each."""

    def masks(self, term: Term) -> Mapping[str, int]:
        """Return the rows of every word or record."""

    def spellings(self, term: Term) -> Sequence[Spelling]:
        """Return all that the words or records of a term are called."""


def mask_of(flags: Iterable[bool]) -> int:
    """Return the set of the rows whose flag is set."""
    digits = "".join("1" if flag else "0" for flag in flags)
    return int(digits[::-1] or "0", 2)


def united(masks: Iterable[int]) -> int:
    """Return the rows that are in any of the sets."""
    return reduce(or_, masks, 0)


class Evaluator:
    """Answers queries over the rows of one table."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self.kind = rows.kind
        self.everything = (1 << rows.size) - 1

    def rows(self, node: Node) -> int:
        """Return the set of rows that a query keeps.

        Raises:
            QueryError: it names an unknown field or value, or compares what has no order.

        """
        match node:
            case Everything():
                return self.everything
            case Word(text):
                return self.beginning(text)
            case Comparison():
                return self._comparison(node)
            case Range():
                return self._range(node)
            case Not(part):
                return self.everything & ~self.rows(part)
            case And(parts):
                return reduce(and_, [self.rows(part) for part in parts])
            case Or(parts):
                return united([self.rows(part) for part in parts])

    def beginning(self, text: str) -> int:
        """Return the rows in which the words of a text stand in a row, the last one begun."""
        wanted = _wanted(text, self._rows.variants)
        if not wanted:
            return 0
        return mask_of(wanted in haystack for haystack in self._rows.haystacks)

    def meant(self, node: Comparison) -> tuple[Term, frozenset[str]]:
        """Return the term of a comparison, and the words or records that its value means.

        Raises:
            QueryError: there is no such field or value.

        """
        term = self.term(node.field, node.at)
        if term.type not in ("words", "records"):
            return term, frozenset()
        return term, meant(term, node, self._rows.spellings(term), self._rows.variants)

    def term(self, name: str, at: int = 0) -> Term:
        """Return what a field's name means.

        Raises:
            QueryError: there is no such field.

        """
        return find_term(self.kind, name, at)

    def known(self, term: Term) -> Collection[str]:
        """Return the words or records that some row has."""
        return self._rows.masks(term)

    def _comparison(self, node: Comparison) -> int:
        if node.operator == "!=":
            equal = dataclasses.replace(node, operator="=")
            return self.everything & ~self._comparison(equal)
        term = self.term(node.field, node.at)
        if term.type in ("number", "date"):
            return self._tested(term, node)
        if node.operator in _INEQUALITIES:
            raise QueryError(f"{term.id} holds words; write {node.field}:{node.value}.", node.at)
        if term.type == "text":
            return self._text(term, node)
        masks = self._rows.masks(term)
        return united(masks.get(word, 0) for word in self.meant(node)[1])

    def _range(self, node: Range) -> int:
        term = self.term(node.field, node.at)
        if term.type not in ("number", "date"):
            raise QueryError(f"{term.id} holds words, which have no range.", node.at)
        return self._tested(term, node)

    def _tested(self, term: Term, node: Comparison | Range) -> int:
        make: Callable[[Term, Comparison | Range], Callable[[Value], bool]]
        make = number_test if term.type == "number" else date_test
        return mask_of(map(make(term, node), self._rows.column(term.id)))

    def _text(self, term: Term, node: Comparison) -> int:
        variants = self._rows.variants
        key, wanted = fold_key(node.value, variants), _wanted(node.value, variants)
        if not key:
            raise QueryError(f"{term.id} is compared with no letter or digit.", node.value_at)
        if node.operator == ":":
            return mask_of(
                any(wanted in text or text.replace(" ", "").startswith(key) for text in texts)
                for texts in self._rows.texts(term)
            )
        return mask_of(
            any(text.replace(" ", "") == key for text in texts) for texts in self._rows.texts(term)
        )


def _wanted(text: str, variants: Mapping[str, str]) -> str:
    """Return what a folded text must contain: the beginning of words in a row."""
    folded = tokens(text, variants)
    return f" {' '.join(folded)}" if folded else ""
