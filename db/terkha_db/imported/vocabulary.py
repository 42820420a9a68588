# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What queries mean in one collection: names of its columns, and words of those with few values.

Read once from the file and then only looked at, so that any thread may.
"""

from __future__ import annotations

from collections.abc import Collection as Group
from collections.abc import Mapping, Sequence

from terkha_db.fold import tokens
from terkha_db.imported.collection import Field
from terkha_db.imported.connection import Connection
from terkha_db.imported.terms import COORDINATES, HAS, terms_of_fields
from terkha_db.imported.values import Values, read_values
from terkha_db.query.complete import Completion, complete
from terkha_db.query.edit import Chip, chips, pressed
from terkha_db.query.names import Spelling, meant
from terkha_db.query.nodes import Comparison
from terkha_db.query.terms import Term, by_name, find_among, label_of


class Vocabulary:
    """The fields and values that queries of one collection may name."""

    noun = ("row", "rows")

    def __init__(
        self,
        fields: Sequence[Field],
        values: Mapping[str, Values],
        variants: Mapping[str, str],
        placed: tuple[int, int] = (0, 0),
    ) -> None:
        """``placed`` says how many rows have coordinates, and how many there are."""
        self.fields = tuple(fields)
        self.values = values
        self.variants = variants
        self.placed, self.sites = placed
        self.terms: Sequence[Term] = terms_of_fields(fields, values.keys())
        self.columns: Mapping[str, Term] = {term.of: term for term in self.terms if term.of}
        """Terms by the column of the table ``site`` that they compare."""
        self._named = by_name(self.terms)
        self._spellings: dict[str, Sequence[Spelling]] = {}

    @property
    def facets(self) -> Sequence[str]:
        """The fields whose values can be pressed: those that tell some rows from others."""
        told = [
            self.columns[column].id
            for column, values in self.values.items()
            if len(values.counts) > 1 or sum(values.counts.values()) < self.sites
        ]
        roles = {field.id: field.role for field in self.fields}
        told.sort(key=lambda name: roles[self.term(name).of] == "free")
        return [*told, HAS] if 0 < self.placed < self.sites else told

    def term(self, name: str, at: int = 0) -> Term:
        """Return what a field's name means.

        Raises:
            QueryError: there is no such field.

        """
        return find_among(self._named, name, at)

    def meant(self, node: Comparison) -> tuple[Term, frozenset[str]]:
        """Return the term of a comparison, and the words that its value means.

        Raises:
            QueryError: there is no such field or value.

        """
        term = self.term(node.field, node.at)
        if term.type != "words":
            return term, frozenset()
        return term, meant(term, node, self.spellings(term), self.variants)

    def known(self, term: Term) -> Group[str]:
        """Return the words that some row has."""
        return self.counts(term).keys()

    def counts(self, term: Term) -> Mapping[str, int]:
        """Return how many rows of the whole table have each word of a term."""
        if term.id == HAS:
            return {COORDINATES: self.placed} | {
                choice.id: self.sites for choice in term.choices if choice.id != COORDINATES
            }
        return self.values[term.of].counts if term.of in self.values else {}

    def spellings(self, term: Term) -> Sequence[Spelling]:
        """Return all that the words of a term are called."""
        if term.id not in self._spellings:
            words = [choice.id for choice in term.choices] or list(self.counts(term))
            self._spellings[term.id] = [
                Spelling.of(word, tokens(text, self.variants), word)
                for word in words
                for text in dict.fromkeys((word.replace("_", " "), self.label(term, word)))
            ]
        return self._spellings[term.id]

    def label(self, term: Term, word: str) -> str:
        """Return how a word of a term reads: as the table has it."""
        return label_of(term, word) if term.choices else word

    def chips(self, where: str) -> tuple[Chip, ...]:
        """Return the conditions of a query, each with its label and the query without it.

        Raises:
            QueryError: the query cannot be read, or names an unknown field or value.

        """
        return chips(where, self, self.label)

    def press(self, where: str, field: str, value: str) -> str:
        """Return a query after a value is pressed: kept, then excluded, then neither.

        Raises:
            QueryError: the query cannot be read, or there is no such field or value.

        """
        return pressed(where, self, field, value)

    def complete(self, text: str, cursor: int) -> list[Completion]:
        """Return what may stand at the cursor of a query that is being typed."""
        return complete(text, cursor, self)


def read_vocabulary(connection: Connection, fields: Sequence[Field]) -> Vocabulary:
    """Return the vocabulary of an opened collection.

    Raises:
        CollectionError: the file is damaged.

    """
    about = dict(connection.all("SELECT key, value FROM about"))
    sites = int(about["sites"])
    variants = dict(connection.all("SELECT traditional, simplified FROM han_variant"))
    values = read_values(connection, fields, sites)
    return Vocabulary(fields, values, variants, (int(about["placed"]), sites))
