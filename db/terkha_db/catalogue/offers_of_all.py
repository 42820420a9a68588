# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What may be asked of all kinds of record at once, as the search box completes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from terkha_db.catalogue.offers import CatalogueOffers
from terkha_db.errors import QueryError
from terkha_db.query.across import named_kinds
from terkha_db.query.complete import Completion, complete
from terkha_db.query.names import Spelling
from terkha_db.query.parser import parse_query
from terkha_db.query.terms import Term, terms_of
from terkha_db.vocabulary import KIND_BY_ID, KINDS, Choice

if TYPE_CHECKING:
    from terkha_db.catalogue.index import Index

    Indexes = Callable[[str], Index]
    """Gives the table of a kind."""
    Known = Sequence[tuple[CatalogueOffers, Term, Mapping[str, int]]]

_KIND = Term(
    "",
    "kind",
    "words",
    label="Kind of record",
    help="Which kind of record, or what it is among its kind.",
    choices=tuple(Choice(kind.id, kind.plural) for kind in KINDS),
)


class OffersOfAll:
    """The fields of several kinds under their names; values with the records of all of them."""

    facets = ()
    noun = ("record", "records")

    def __init__(self, kinds: Sequence[str], indexes: Indexes) -> None:
        self._indexes = {kind: indexes(kind) for kind in kinds}
        self._offers = {kind: CatalogueOffers(index) for kind, index in self._indexes.items()}
        self._known: dict[str, Known] = {}
        self.variants: Mapping[str, str] = next(
            (offers.variants for offers in self._offers.values()), {}
        )

    @property
    def terms(self) -> Sequence[Term]:
        """Every field once, as the first kind has it."""
        found = {_KIND.id: _KIND}
        for offers in self._offers.values():
            for term in offers.terms:
                found.setdefault(term.id, term)
        return tuple(found.values())

    def term(self, name: str, at: int = 0) -> Term:
        """Return what a field's name means to the first kind whose field has a list of values."""
        if name.lower() == _KIND.id:
            return _KIND
        known = [replace(own, id=name) for _, own in self._means(name)]
        if not known:
            raise QueryError(f"there is no field “{name}”", at)
        return next((term for term in known if term.type in ("words", "records")), known[0])

    def counts(self, term: Term) -> Mapping[str, int]:
        """Return how many records of all kinds have each word."""
        total: dict[str, int] = {}
        for _, _, counts in self._with(term):
            for word, count in counts.items():
                total[word] = total.get(word, 0) + count
        if term.id == _KIND.id:
            # A kind of record hides what a kind calls its own by the same word.
            total |= {kind: index.size for kind, index in self._indexes.items()}
        return total

    def spellings(self, term: Term) -> Sequence[Spelling]:
        """Return all that the words are called."""
        found: list[Spelling] = []
        if term.id == _KIND.id:
            found += [
                Spelling.of(kind.id, text.lower().split(), kind.plural)
                for kind in KINDS
                for text in (kind.id, kind.label, kind.plural)
            ]
        for offers, own, _ in self._with(term):
            found += offers.spellings(own)
        return found

    def label(self, term: Term, word: str) -> str:
        """Return how a word reads to the first kind that knows it."""
        if term.id == _KIND.id and word in KIND_BY_ID:
            return KIND_BY_ID[word].plural
        known = (
            offers.label(own, word) for offers, own, counts in self._with(term) if word in counts
        )
        return next(known, word)

    def _with(self, term: Term) -> Known:
        """Return the kinds with a field of this name and nature, what it is to each, its counts."""
        if term.id not in self._known:
            self._known[term.id] = [
                (offers, own, offers.counts(own))
                for offers, own in self._means(term.id)
                if own.type == term.type
            ]
        return self._known[term.id]

    def _means(self, name: str) -> Iterator[tuple[CatalogueOffers, Term]]:
        for offers in self._offers.values():
            try:
                yield offers, offers.term(name)
            except QueryError:
                continue


def complete_in_all(indexes: Indexes, text: str, cursor: int) -> list[Completion]:
    """Return what may stand at the cursor of a query that is asked of all kinds of record.

    Kinds that the text names before the cursor leave out the others.
    """
    before = text[:cursor].rpartition(" ")[0]
    try:
        _, kinds = named_kinds(parse_query(before))
    except QueryError:
        kinds = [kind.id for kind in KINDS]
    found: dict[str, Completion] = {}
    for each in complete(text, cursor, OffersOfAll(kinds, indexes)):
        found.setdefault(each.insert, each)  # several kinds may call a field of theirs so
    return list(found.values())


def prepare(indexes: Indexes) -> Iterator[None]:
    """Read what queries of all kinds need, in steps too short to be noticed."""
    for kind in KINDS:
        index = indexes(kind.id)
        yield
        for term in terms_of(kind.id):
            if term.type in ("words", "records"):
                index.masks(term)
                yield
                index.spellings(term)
                yield
