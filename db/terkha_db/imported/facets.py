# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Counts the values of a collection's columns under a query, from a worker thread."""

from __future__ import annotations

import sqlite3
import threading
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from terkha_db.facets import Facet, FacetValue
from terkha_db.imported.collection import Collection
from terkha_db.imported.connection import Connection
from terkha_db.imported.terms import COORDINATES, HAS
from terkha_db.imported.values import same
from terkha_db.imported.vocabulary import Vocabulary, read_vocabulary
from terkha_db.imported.where import compile_query
from terkha_db.query.edit import Condition, State, condition_of, conjuncts, joined
from terkha_db.query.nodes import Node
from terkha_db.query.terms import Term


@dataclass(frozen=True, slots=True)
class _Part:
    """A conjunct of the query, and the words it keeps or excludes."""

    node: Node
    condition: Condition | None


class FacetReader:
    """The facets of one collection, with a read-only connection of its own.

    Made, used and closed in one worker thread; only ``interrupt`` is for others.
    """

    def __init__(self, file: Path) -> None:
        with Collection(file) as collection:
            self._fields = collection.fields
        self._connection = Connection(file)
        self._lock = threading.Lock()
        self._wanted = 0

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """What queries may name; read when it is asked for first."""
        return read_vocabulary(self._connection, self._fields)

    def interrupt(self) -> int:
        """Stop what runs and what was asked for before; return the generation to ask for next.

        May be called from any thread.
        """
        with self._lock:
            self._wanted += 1
            self._connection.interrupt()
            return self._wanted

    def counted(self, generation: int, where: Node) -> Iterator[Facet]:
        """Yield the facets as they are counted; fewer if a newer generation is asked for.

        The counts of each follow all of the query but its own part.

        Raises:
            QueryError: the query names an unknown field or value.
            CollectionError: the file is damaged.

        """
        parts = _parts(where, self.vocabulary)
        by_rest: dict[tuple[Node, ...], list[Term]] = {}
        for name in self.vocabulary.facets:
            term = self.vocabulary.term(name)
            rest = tuple(part.node for part in parts if not _is_own(part, term))
            by_rest.setdefault(rest, []).append(term)
        for rest, terms in by_rest.items():
            try:
                if rest:
                    self._keep(generation, joined(rest))
                for term in terms:
                    counts = self._count(generation, term, is_narrowed=bool(rest))
                    yield facet_of(self.vocabulary, term, parts, counts)
            except _OldError:
                return

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _keep(self, generation: int, where: Node) -> None:
        """Write down which rows a query keeps, in their order, for all facets that follow it."""
        clause = compile_query(where, self.vocabulary)
        self._run(generation, "DROP TABLE IF EXISTS temp.kept")
        self._run(generation, "CREATE TEMP TABLE kept (number INTEGER PRIMARY KEY)")
        sql = f"INSERT INTO temp.kept SELECT number FROM site WHERE {clause.sql}"
        self._run(generation, sql, clause.values)

    def _count(self, generation: int, term: Term, *, is_narrowed: bool) -> Mapping[str, int]:
        """Return how many of the rows kept have each value."""
        if not is_narrowed:
            return self.vocabulary.counts(term)
        kept = "FROM temp.kept CROSS JOIN site ON site.number = kept.number"
        if term.id == HAS:
            rows = self._run(generation, f"SELECT COUNT(site.lat) {kept}")
            return {COORDINATES: int(rows[0][0])}
        # The plus keeps SQLite from walking through the index of the column instead.
        cell = f"+site.{term.of}"
        sql = f"SELECT {cell}, COUNT(*) {kept} GROUP BY {cell} COLLATE NOCASE"
        cells = {same(cell): parts for cell, parts in self.vocabulary.values[term.of].cells.items()}
        counts: Counter[str] = Counter()
        for found, count in self._run(generation, sql):
            if found is not None:
                counts.update(dict.fromkeys(cells[same(str(found))], count))
        return counts

    def _run(
        self, generation: int, sql: str, values: Sequence[object] = ()
    ) -> list[tuple[str, int]]:
        with self._lock:
            if generation < self._wanted:
                raise _OldError
        try:
            return self._connection.all(sql, values)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
                raise
            raise _OldError from error


class _OldError(Exception):
    """Something newer is asked for."""


def facet_of(
    vocabulary: Vocabulary, term: Term, parts: Sequence[_Part], counts: Mapping[str, int]
) -> Facet:
    """Return a facet with counts, and with the state that the query gives each value."""
    states: dict[str, State] = {
        word: "excluded" if part.condition.excluded else "kept"
        for part in parts
        if part.condition is not None and _is_own(part, term)
        for word in part.condition.words
    }
    words = [COORDINATES] if term.id == HAS else list(vocabulary.counts(term))
    values = [
        FacetValue(word, vocabulary.label(term, word), counts.get(word, 0), states.get(word, ""))
        for word in words
    ]
    return Facet(term.id, term.label, tuple(values))


def stated(vocabulary: Vocabulary, where: Node, before: Mapping[str, Facet]) -> tuple[Facet, ...]:
    """Return all facets with the states of a query and the counts of those known before.

    Raises:
        QueryError: the query names an unknown field or value.

    """
    parts = _parts(where, vocabulary)
    found = []
    for name in vocabulary.facets:
        term = vocabulary.term(name)
        known = before.get(name)
        counts = {value.value: value.count for value in known.values} if known else None
        found.append(facet_of(vocabulary, term, parts, counts or vocabulary.counts(term)))
    return tuple(found)


def _parts(where: Node, vocabulary: Vocabulary) -> list[_Part]:
    return [_Part(node, condition_of(node, vocabulary)) for node in conjuncts(where)]


def _is_own(part: _Part, term: Term) -> bool:
    condition = part.condition
    if condition is None or condition.term.id != term.id:
        return False
    return term.id != HAS or condition.words <= {COORDINATES}
