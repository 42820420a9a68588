# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Finds what a value means: words of a list, and records by any spelling of any of their names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from terkha_db.errors import QueryError
from terkha_db.fold import tokens
from terkha_db.query.nodes import Comparison
from terkha_db.query.terms import Term

_NEAR_ENOUGH = 0.6


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to write a word: folded tokens, each after a blank, and the same joined.

    ``shown`` is what readers are told to write.
    """

    word: str
    spaced: str
    key: str
    shown: str

    @classmethod
    def of(cls, word: str, found: Sequence[str], shown: str) -> Spelling:
        """Join folded tokens."""
        return cls(word, f" {' '.join(found)}", "".join(found), shown)


def meant(
    term: Term,
    node: Comparison,
    spellings: Sequence[Spelling],
    variants: Mapping[str, str],
) -> frozenset[str]:
    """Return the words that a comparison means.

    ``=`` wants a word's id or else one of its spellings, whole; ``:`` is content with the
    beginning of words. A word of a closed list that is given whole is never only a beginning.

    Raises:
        QueryError: nothing is called so; the sentence names the nearest.

    """
    folded = tokens(node.value, variants)
    key, wanted = "".join(folded), f" {' '.join(folded)}"
    by_id = {one.word for one in spellings if _is_id(term, one.word, node.value)}
    if not key and not by_id:
        raise QueryError(f"{term.id} is compared with no letter or digit.", node.value_at)
    if by_id and (node.operator != ":" or term.choices or not key):
        return frozenset(by_id)
    whole = {one.word for one in spellings if one.key == key}
    if node.operator != ":" or (term.choices and whole):
        found = whole
    else:
        begun = (one.word for one in spellings if wanted in one.spaced or one.key.startswith(key))
        found = by_id.union(begun)
    if not found:
        raise QueryError(_unknown(term, node, key, spellings), node.value_at)
    return frozenset(found)


def _is_id(term: Term, word: str, value: str) -> bool:
    """Tell whether a value is a word's id, of records with or without their kind."""
    return value == word or (term.type == "records" and value == word.partition("/")[2])


def _unknown(term: Term, node: Comparison, key: str, spellings: Iterable[Spelling]) -> str:
    by_key = {one.key: one for one in spellings if one.key}
    near = get_close_matches(key, by_key, n=1, cutoff=_NEAR_ENOUGH)
    said = f"{term.id} knows no “{node.value}”"
    if near:
        return f"{said}; did you mean {by_key[near[0]].shown}?"
    if term.choices:
        return f"{said}; words are {', '.join(choice.id for choice in term.choices)}."
    return f"{said}; try the beginning of a name."
