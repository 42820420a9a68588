# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What may be asked of one table of the catalogue, as the completion of queries wants it told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from terkha_db.facets import FACETS
from terkha_db.query.complete import Completion, complete
from terkha_db.query.terms import Term, find_term, terms_of
from terkha_db.vocabulary import KIND_BY_ID

if TYPE_CHECKING:
    from terkha_db.catalogue.index import Index
    from terkha_db.query.names import Spelling


class CatalogueOffers:
    """The fields and values of one kind of record."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self.variants = index.variants
        self.terms: Sequence[Term] = terms_of(index.kind)
        self.facets = tuple(group.field for group in FACETS if group.kind == index.kind)
        kind = KIND_BY_ID[index.kind]
        self.noun = (kind.label.lower(), kind.plural.lower())

    def term(self, name: str, at: int = 0) -> Term:
        """Return what a field's name means."""
        return find_term(self._index.kind, name, at)

    def counts(self, term: Term) -> Mapping[str, int]:
        """Return how many rows have each word or record of a term."""
        return {word: rows.bit_count() for word, rows in self._index.masks(term).items()}

    def spellings(self, term: Term) -> Sequence[Spelling]:
        """Return all that the words or records of a term are called."""
        return self._index.spellings(term)

    def label(self, term: Term, word: str) -> str:
        """Return how a word, or the title of a record, reads."""
        return self._index.label(term, word)


def complete_in(index: Index, text: str, cursor: int) -> list[Completion]:
    """Return what may stand at the cursor of a query that is asked of a table."""
    return complete(text, cursor, CatalogueOffers(index))
