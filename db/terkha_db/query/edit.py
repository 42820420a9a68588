# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Changes queries a condition at a time: what facets press, and what chips take away."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from terkha_db.query.nodes import (
    And,
    Comparison,
    Everything,
    Node,
    Not,
    Or,
    Range,
    Word,
)
from terkha_db.query.parser import parse_query
from terkha_db.query.terms import Term
from terkha_db.query.writer import comparison, format_query

State = Literal["", "kept", "excluded"]
_NEXT: dict[State, State] = {"": "kept", "kept": "excluded", "excluded": ""}


class Meanings(Protocol):
    """What names and values of queries mean in one table."""

    def term(self, name: str, at: int = 0) -> Term:
        """Return what a field's name means."""

    def meant(self, node: Comparison) -> tuple[Term, frozenset[str]]:
        """Return the term of a comparison, and the words or records that its value means."""

    def known(self, term: Term) -> Collection[str]:
        """Return the words or records that some row has."""


@dataclass(frozen=True, slots=True)
class Chip:
    """One condition of a query: how it reads, its text, and the query without it."""

    label: str
    text: str
    without: str


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition that keeps or excludes words of one field."""

    term: Term
    words: frozenset[str]
    excluded: bool
    field: str
    """As the query calls it."""


def conjuncts(node: Node) -> tuple[Node, ...]:
    """Return the conditions that all rows must meet, in the order of the query."""
    match node:
        case Everything():
            return ()
        case And(parts):
            return tuple(inner for part in parts for inner in conjuncts(part))
    return (node,)


def joined(parts: Sequence[Node]) -> Node:
    """Return the query that wants all of some conditions."""
    return parts[0] if len(parts) == 1 else And(tuple(parts)) if parts else Everything()


def add(where: str, condition: Node) -> str:
    """Return a query with one more condition, unless it has that already.

    Raises:
        QueryError: the query cannot be read.

    """
    parts = conjuncts(parse_query(where))
    return format_query(joined(parts if condition in parts else (*parts, condition)))


def condition_of(part: Node, meanings: Meanings) -> Condition | None:
    """Return which words of which field a conjunct keeps or excludes; None if it is no such.

    Raises:
        QueryError: there is no such field or value.

    """
    match part:
        case Not(inner):
            found = condition_of(inner, meanings)
            if found is None or found.excluded:
                return None
            return Condition(found.term, found.words, True, found.field)
        case Or(parts):
            found_all = [condition_of(one, meanings) for one in parts]
            first = found_all[0]
            if first is None or any(
                one is None or one.excluded or one.term.id != first.term.id for one in found_all
            ):
                return None
            words = frozenset[str]().union(*(one.words for one in found_all if one))
            return Condition(first.term, words, False, first.field)
        case Comparison(name, operator):
            if operator not in (":", "=", "!="):
                return None
            term, words = meanings.meant(part)
            if term.type not in ("words", "records"):
                return None
            return Condition(term, words, operator == "!=", name)
    return None


def with_state(where: str, meanings: Meanings, field: str, value: str, state: State) -> str:
    """Return a query in which a value of a field is kept, excluded or neither.

    Several values kept of one field are alternatives.

    Raises:
        QueryError: the query cannot be read, or there is no such field or value.

    """
    wanted = comparison(field, "=", value)
    term, words = meanings.meant(wanted)
    parts: list[Node] = []
    for part in conjuncts(parse_query(where)):
        found = condition_of(part, meanings)
        if found is None or found.term.id != term.id or not words & found.words:
            parts.append(part)
        else:
            others = sorted((found.words - words).intersection(meanings.known(term)))
            parts += [_stated(found, others)] if others else []
    if state == "excluded":
        parts.append(Not(wanted))
    elif state == "kept":
        _keep(parts, meanings, term, wanted)
    return format_query(joined(parts))


def pressed(where: str, meanings: Meanings, field: str, value: str) -> str:
    """Return a query after a value is pressed: kept, then excluded, then neither.

    Raises:
        QueryError: the query cannot be read, or there is no such field or value.

    """
    term, words = meanings.meant(comparison(field, "=", value))
    state: State = ""
    for part in conjuncts(parse_query(where)):
        found = condition_of(part, meanings)
        if found is not None and found.term.id == term.id and words & found.words:
            state = "excluded" if found.excluded else "kept"
    return with_state(where, meanings, field, value, _NEXT[state])


def _stated(condition: Condition, words: Sequence[str]) -> Node:
    """Return what keeps or excludes some words, each told whole."""
    told = [comparison(condition.field, "=", written(condition.term, word)) for word in words]
    either: Node = told[0] if len(told) == 1 else Or(tuple(told))
    return Not(either) if condition.excluded else either


def written(term: Term, word: str) -> str:
    """Return a word as a query writes it: of a record the id without its kind."""
    alone = term.type == "records" and len(term.targets) == 1
    return word.partition("/")[2] if alone else word


def _keep(parts: list[Node], meanings: Meanings, term: Term, wanted: Comparison) -> None:
    for position, part in enumerate(parts):
        found = condition_of(part, meanings)
        if found is not None and found.term.id == term.id and not found.excluded:
            others = part.parts if isinstance(part, Or) else (part,)
            parts[position] = Or((*others, wanted))
            return
    parts.append(wanted)


def chips(where: str, meanings: Meanings, label: Callable[[Term, str], str]) -> tuple[Chip, ...]:
    """Return the conditions of a query one by one; ``label`` says how a word of a term reads.

    Raises:
        QueryError: the query cannot be read, or there is no such field or value.

    """
    parts = conjuncts(parse_query(where))
    return tuple(
        Chip(
            _reading(part, meanings, label),
            format_query(part),
            format_query(joined((*parts[:position], *parts[position + 1 :]))),
        )
        for position, part in enumerate(parts)
    )


def _reading(part: Node, meanings: Meanings, label: Callable[[Term, str], str]) -> str:
    if isinstance(part, Word):
        return f"“{part.text}”"
    found = condition_of(part, meanings)
    if found is None:
        return "".join(_plain(part, meanings)) or format_query(part)
    exact = all("=" in one.operator for one in _comparisons(part))
    if exact or found.term.choices:
        values = [label(found.term, word) for word in sorted(found.words)]
    else:
        values = [one.value for one in _comparisons(part)]
    return f"{found.term.label}: {'not ' if found.excluded else ''}{' or '.join(values)}"


def _plain(part: Node, meanings: Meanings) -> Iterator[str]:
    """Yield how a comparison of a number, date or text reads; nothing for anything else."""
    if isinstance(part, Comparison):
        sign = ": " if part.operator == ":" else f" {part.operator} "
        yield f"{meanings.term(part.field).label}{sign}{part.value}"
    elif isinstance(part, Range):
        yield f"{meanings.term(part.field).label}: {part.low}–{part.high}"


def _comparisons(part: Node) -> Iterator[Comparison]:
    match part:
        case Comparison():
            yield part
        case Not(inner):
            yield from _comparisons(inner)
        case Or(parts) | And(parts):
            for one in parts:
                yield from _comparisons(one)
