# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Completes a query while it is typed: names of fields, and values with the rows they have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Protocol

from terkha_db.errors import QueryError
from terkha_db.fold import tokens
from terkha_db.query.names import Spelling
from terkha_db.query.terms import Term
from terkha_db.query.writer import value_text
from terkha_db.wording import count

_WORD = r"[^\s()\":=<>!]*"
_OPERATOR = r"<=|>=|!=|[:=<>]"
_COMPARED = re.compile(
    rf"(?:^|[\s(-])(?P<field>[^\W\d_][\w.\u0f00-\u0fff-]*)(?:{_OPERATOR})\s*"
    r'(?P<group>\((?:[^()"]*[\s(-])?)?$'
)
_SHORTEST = 2
"""Letters that a value must begin with to be offered without its field."""


@dataclass(frozen=True, slots=True)
class Completion:
    """What may stand in place of ``text[start:end]``, and what it means."""

    start: int
    end: int
    insert: str
    explanation: str


class Offers(Protocol):
    """What may be asked of one table."""

    @property
    def terms(self) -> Sequence[Term]:
        """All that a query may ask."""

    @property
    def facets(self) -> Sequence[str]:
        """The fields, as queries write them, whose values are offered without their field."""

    @property
    def variants(self) -> Mapping[str, str]:
        """Simplified characters by traditional ones."""

    @property
    def noun(self) -> tuple[str, str]:
        """What one row is called, and several."""

    def term(self, name: str, at: int = 0) -> Term:
        """Return what a field's name means."""

    def counts(self, term: Term) -> Mapping[str, int]:
        """Return how many rows have each word or record of a term."""

    def spellings(self, term: Term) -> Sequence[Spelling]:
        """Return all that the words or records of a term are called."""

    def label(self, term: Term, word: str) -> str:
        """Return how a word of a term reads."""


@dataclass(frozen=True, slots=True)
class _Place:
    """What is being typed: its bounds, its text, and the field it is compared with."""

    start: int
    end: int
    typed: str
    field: str = ""


def complete(text: str, cursor: int, offers: Offers, limit: int = 20) -> list[Completion]:
    """Return what may stand at the cursor, fields first; empty where nothing else fits.

    Args:
        text: the query as far as it is typed; it may be no query yet.
        cursor: the offset of the cursor.
        offers: what may be asked of the table.
        limit: how many to return.

    """
    place = _place(text, max(0, min(cursor, len(text))))
    if place is None:
        return []
    if place.field:
        try:
            term = offers.term(place.field)
        except QueryError:
            return []
        found = _values(offers, term, place.typed)
    else:
        is_compared = re.match(rf"\s*(?:{_OPERATOR})", text[place.end :]) is not None
        found = _alone(offers, place.typed, is_compared=is_compared)
    # What stands there already is no offer: Tab would lead nowhere.
    stands = text[place.start : place.end] if cursor >= place.end else ""
    return [
        Completion(place.start, place.end, insert, told)
        for insert, told in islice((each for each in found if each[0] != stands), limit)
    ]


def _place(text: str, cursor: int) -> _Place | None:
    before, after = text[:cursor], text[cursor:]
    plain = re.sub(r"\\.", "__", before, flags=re.DOTALL)
    if plain.count('"') % 2:
        start = plain.rindex('"')
        end = cursor + (after.index('"') + 1 if '"' in after else len(after))
        compared = _COMPARED.search(before[:start])
        typed = before[start + 1 :]
        return _Place(start, end, typed, compared["field"]) if compared else None
    typed = re.search(rf"{_WORD}$", before)[0]  # type: ignore[index]
    start = cursor - len(typed)
    end = cursor + len(re.match(_WORD, after)[0])  # type: ignore[index]
    compared = _COMPARED.search(before[:start])
    negated = typed.startswith("-")
    if compared:
        # A minus is a negation only in brackets; before a lone value it is a part of it.
        skipped = negated and compared["group"] is not None
        return _Place(start + skipped, end, typed[skipped:], compared["field"])
    if before[:start].rstrip()[-1:] in {*":=<>!"} and before[:start].strip():
        return None
    return _Place(start + negated, end, typed[negated:])


def _alone(offers: Offers, typed: str, *, is_compared: bool) -> Iterator[tuple[str, str]]:
    """Yield fields that begin so, then values of facets that do."""
    wanted = typed.lower().replace("-", "_").replace(".", "_")
    for term in offers.terms:
        named = [name for name in (term.id, *term.aliases) if name.startswith(wanted)]
        if named or (wanted and term.label.lower().startswith(typed.lower())):
            sign = "" if is_compared else ">" if term.type in ("number", "date") else ":"
            unit = f" ({term.unit})" if term.unit else ""
            yield f"{named[0] if named else term.id}{sign}", f"{term.help}{unit}"
    if len(typed) < _SHORTEST and typed.isascii():
        return
    for field in offers.facets if not is_compared else ():
        term = offers.term(field)
        for insert, told in _values(offers, term, typed):
            yield f"{field}:{insert}", f"{term.label}: {told}"


def _values(offers: Offers, term: Term, typed: str) -> Iterator[tuple[str, str]]:
    """Yield the values that begin so in any spelling, those of most rows first."""
    if term.type not in ("words", "records"):
        return
    counts = offers.counts(term)
    folded = tokens(typed, offers.variants)
    wanted, key = f" {' '.join(folded)}" if folded else "", "".join(folded)
    fitting = {
        one.word: None
        for one in offers.spellings(term)
        if one.word in counts and (wanted in one.spaced or one.key.startswith(key))
    }
    for word in sorted(fitting, key=lambda word: (-counts[word], word)):
        label = offers.label(term, word)
        insert = value_text(label if term.type == "records" else word)
        rows = count(counts[word], *offers.noun)
        yield insert, rows if label == word or term.type == "records" else f"{label}, {rows}"
