# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Compiles queries to SQL over the rows of a collection; what the reader typed is only ever bound.

Every condition is true or not: where an empty cell would make SQLite answer neither, a negation
takes that for no.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from terkha_db.errors import QueryError
from terkha_db.fold import fold_key, tokens
from terkha_db.imported.cells import read_number as plain_number
from terkha_db.imported.terms import COORDINATES, HAS, NAME
from terkha_db.imported.vocabulary import Vocabulary
from terkha_db.query import parse_query
from terkha_db.query.edit import conjuncts, joined
from terkha_db.query.nodes import And, Comparison, Everything, Node, Not, Or, Range, Word
from terkha_db.query.terms import Term
from terkha_db.query.values import check_order, days_of, read_number

Bound = str | int | float
_COMPARE = {":": "=", "=": "=", "<": "<", "<=": "<=", ">": ">", ">=": ">="}
_ORDERED = ("<", "<=", ">", ">=")
_NAMED = "number IN (SELECT record FROM name WHERE number IN "
_TOLD = ("commodity", "status", "province", "county")
"""Roles whose cells are in the index of words; those of title and name are in that of names."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A condition in SQL with the values of its marks; made by ``compile_query`` alone."""

    sql: str = ""
    values: tuple[Bound, ...] = ()


ALL = Clause()
_NONE = Clause("0")


def compile_query(node: Node, vocabulary: Vocabulary) -> Clause:
    """Return the condition that rows of the table ``site`` must meet; ALL where there is none.

    Raises:
        QueryError: the query names an unknown field or value, or compares what has no order.

    """
    match node:
        case Everything():
            return ALL
        case Word(text):
            return _word(text, vocabulary)
        case Comparison():
            return _comparison(node, vocabulary)
        case Range():
            return _range(node, vocabulary)
        case Not(part):
            inner = compile_query(part, vocabulary)
            return Clause(f"NOT IFNULL({inner.sql or '1'}, 0)", inner.values)
        case And(parts):
            return _joined("AND", [compile_query(part, vocabulary) for part in parts])
        case Or(parts):
            return _joined("OR", [compile_query(part, vocabulary) for part in parts])


def asked_node(words: str, where: str) -> Node:
    """Return words and a query as one query; words that are none are taken one by one.

    Raises:
        QueryError: the query cannot be read.

    """
    try:
        typed = parse_query(words)
    except QueryError:
        typed = joined([Word(word) for word in words.split()])
    return joined((*conjuncts(typed), *conjuncts(parse_query(where))))


def _joined(word: str, clauses: Sequence[Clause]) -> Clause:
    sql = f" {word} ".join(f"({clause.sql or '1'})" for clause in clauses)
    return Clause(sql, tuple(value for clause in clauses for value in clause.values))


def _word(text: str, vocabulary: Vocabulary) -> Clause:
    """Look for a word in names and told words as searches do, and in what else is written."""
    return _joined("OR", [*_looked_up(text, vocabulary), *_written(text, vocabulary)])


def _looked_up(text: str, vocabulary: Vocabulary) -> Iterator[Clause]:
    match = _match(text, vocabulary)
    if match:
        yield _named(match)
        told = "SELECT rowid FROM passage_tokens WHERE passage_tokens MATCH ?"
        yield Clause(f"number IN ({told})", (match,))


def _written(text: str, vocabulary: Vocabulary) -> Iterator[Clause]:
    yield _NONE
    wanted = f" {' '.join(tokens(text, vocabulary.variants))}"
    number = plain_number(text)
    for field in vocabulary.fields:
        values = vocabulary.values.get(field.id)
        if field.role in (*_TOLD, "title", "name", "lat", "lon"):
            continue
        if values is not None:
            spelt = vocabulary.spellings(vocabulary.columns[field.id])
            words = frozenset(one.word for one in spelt if wanted.strip() and wanted in one.spaced)
            yield _among(field.id, values.holding(words))
        elif field.type == "number":
            if number is not None:
                yield Clause(f"{field.id} COLLATE NOCASE = ?", (number,))
        else:
            yield _holding(field.id, text)


def _comparison(node: Comparison, vocabulary: Vocabulary) -> Clause:
    if node.operator == "!=":
        equal = compile_query(dataclasses.replace(node, operator="="), vocabulary)
        return Clause(f"NOT IFNULL({equal.sql}, 0)", equal.values)
    term = vocabulary.term(node.field, node.at)
    if term.type == "number":
        value = read_number(term, node.value, node.value_at)
        return _numeric(term, [(_COMPARE[node.operator], value)])
    if term.type == "date":
        return _dated(node, term)
    if node.operator in _ORDERED:
        raise QueryError(f"{term.id} holds words; write {node.field}:{node.value}.", node.at)
    if term.id == HAS:
        columns = {other.id: column for column, other in vocabulary.columns.items()}
        words = sorted(vocabulary.meant(node)[1])
        named = ["lat" if word == COORDINATES else columns[word] for word in words]
        return _joined("OR", [Clause(f"{column} IS NOT NULL") for column in named])
    if term.type == "words":
        cells = vocabulary.values[term.of].holding(vocabulary.meant(node)[1])
        return _among(term.of, cells)
    return _text(node, term, vocabulary)


def _range(node: Range, vocabulary: Vocabulary) -> Clause:
    term = vocabulary.term(node.field, node.at)
    at = node.value_at
    if term.type == "number":
        low = read_number(term, node.low, at) if node.low else None
        high = read_number(term, node.high, at) if node.high else None
        check_order(node, disordered=low is not None and high is not None and low > high)
        ends = [(">=", low), ("<=", high)]
        return _numeric(term, [(sign, end) for sign, end in ends if end is not None])
    if term.type != "date":
        raise QueryError(f"{term.id} holds words, which have no range.", node.at)
    first = days_of(term, node.low, at)[0] if node.low else ""
    last = days_of(term, node.high, at)[1] if node.high else "9999-12-31"
    check_order(node, disordered=first > last)
    return _days(term.of, "{begins} <= ? AND {closes} >= ?", (last, first))


def _numeric(term: Term, bounds: Sequence[tuple[str, float]]) -> Clause:
    """Compare numbers alone: a cell that is text comes after all numbers in SQLite's order."""
    compared = " AND ".join(f"{indexed(term.of)} {sign} ?" for sign, _ in bounds)
    sql = f"TYPEOF({term.of}) IN ('integer', 'real') AND {compared}"
    return Clause(sql, tuple(value for _, value in bounds))


def _dated(node: Comparison, term: Term) -> Clause:
    first, last = days_of(term, node.value, node.value_at)
    conditions: dict[str, tuple[str, tuple[str, ...]]] = {
        ":": ("{begins} <= ? AND {closes} >= ?", (last, first)),
        "=": ("{begins} <= ? AND {closes} >= ?", (last, first)),
        "<": ("{closes} < ?", (first,)),
        "<=": ("{closes} <= ?", (last,)),
        ">": ("{begins} > ?", (last,)),
        ">=": ("{begins} >= ?", (first,)),
    }
    return _days(term.of, *conditions[node.operator])


def _days(column: str, condition: str, values: tuple[Bound, ...]) -> Clause:
    """Compare the first and last day that the date of a cell may mean; no other text passes."""
    closes = f"({column} || SUBSTR('-12-31', LENGTH({column}) - 3))"
    shape = f"LENGTH({column}) IN (4, 7, 10) AND {column} GLOB '[0-9][0-9][0-9][0-9]*'"
    return Clause(f"{shape} AND {condition.format(begins=column, closes=closes)}", values)


def _text(node: Comparison, term: Term, vocabulary: Vocabulary) -> Clause:
    if term.id == NAME:
        match = _match(node.value, vocabulary)
        if not match:
            raise QueryError(f"{term.id} is compared with no letter or digit.", node.value_at)
        if node.operator == ":":
            return _named(match)
        key = fold_key(node.value, vocabulary.variants)
        return Clause("number IN (SELECT record FROM name WHERE key = ?)", (key,))
    if node.operator == ":":
        return _holding(term.of, node.value)
    return Clause(f"{indexed(term.of)} = ?", (node.value,))


def _named(match: str) -> Clause:
    words = "SELECT rowid FROM name_tokens WHERE name_tokens MATCH ?"
    return Clause(f"{_NAMED}({words}))", (match,))


def _match(text: str, vocabulary: Vocabulary) -> str:
    """Return a text for the full-text index: its words in a row, the last one begun."""
    folded = tokens(text, vocabulary.variants)
    return '"' + " ".join(folded).replace('"', '""') + '" *' if folded else ""


def _holding(column: str, text: str) -> Clause:
    return Clause(f"INSTR(LOWER({column}), LOWER(?)) > 0", (text,))


def _among(column: str, cells: Sequence[str]) -> Clause:
    if not cells:
        return _NONE
    return Clause(f"{indexed(column)} IN ({','.join('?' * len(cells))})", tuple(cells))


def indexed(column: str) -> str:
    """Return a column as its index has it."""
    return column if column in ("lat", "lon", "number") else f"{column} COLLATE NOCASE"
