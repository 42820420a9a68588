# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Holds every key of a database in memory and finds those that a misspelt query was meant for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from terkha_db.search.distance import Typed, letters, likeness, pairs

_PAIRS_OF_AN_ERROR = 3
"""Two letters that change places break three pairs, and nothing breaks more."""
_SHORTEST_BEGINNING = 4
_WITH_TWO_ERRORS = 8
_BLOCKS = ("\u2e80", "\ua000")


@dataclass(frozen=True, slots=True, order=True)
class Guess:
    """A key that a query may have been meant for; smaller ones come first."""

    errors: int
    begins: bool
    """True if the query is like the beginning of the key only."""
    place: int
    """Place of the key among all, in order of prominence."""
    key: str


class Spellings:
    """The keys of all names, in order of prominence, and the words that they are made of."""

    def __init__(self, keys: Iterable[str], tokens: Iterable[str]) -> None:
        self._keys = list(dict.fromkeys(keys))
        self._pairs = [pairs(key) for key in self._keys]
        self._letters = [letters(key) for key in self._keys]
        self._by_length: dict[int, list[int]] = {}
        for at, key in enumerate(self._keys):
            self._by_length.setdefault(len(key), []).append(at)
        self._words = sorted(set(chain.from_iterable(map(str.split, tokens))))
        self._word_letters = [letters(word) for word in self._words]

    def misspelt(self, key: str, *, whole: bool = False) -> list[Guess]:
        """Return the keys with the fewest errors that a query of this length may have, best first.

        ``whole`` leaves out keys that only begin like the query or have more than one error.
        """
        most = min(errors_of(key), 1) if whole else errors_of(key)
        for errors in range(1, most + 1):
            beginnings = not whole and len(key) >= _SHORTEST_BEGINNING * errors
            places = self._like(key, errors) if beginnings else self._as_long(key, errors)
            typed, guesses = Typed(key), []
            for at in places:
                to_whole, to_start = typed.errors(self._keys[at], errors)
                if to_whole <= errors:
                    guesses.append(Guess(to_whole, False, at, self._keys[at]))
                elif beginnings and to_start <= errors:
                    guesses.append(Guess(to_start, True, at, self._keys[at]))
            if guesses:
                return sorted(guesses)
        return []

    def _like(self, key: str, errors: int) -> list[int]:
        """Return the keys that hold as many letters and pairs of them as so many errors leave."""
        own, mine = pairs(key, whole=False), letters(key)
        least = own.bit_count() - _PAIRS_OF_AN_ERROR * errors
        return [
            at
            for at, known in enumerate(self._pairs)
            if (own & known).bit_count() >= least
            and (mine & ~self._letters[at]).bit_count() <= errors
        ]

    def _as_long(self, key: str, errors: int) -> list[int]:
        """Return the keys of about the same length and letters."""
        # One error changes at most two bits of the set of letters.
        own, most = letters(key), 2 * errors
        return [
            at
            for length in range(len(key) - errors, len(key) + errors + 1)
            for at in self._by_length.get(length, ())
            if (own ^ self._letters[at]).bit_count() <= most
        ]

    def nearest(self, key: str, count: int) -> list[str]:
        """Return the keys that share most letters with a key, best first."""
        own = pairs(key)
        alike = sorted(
            (-likeness(own, known), at) for at, known in enumerate(self._pairs) if own & known
        )
        return [self._keys[at] for _, at in alike[:count]]

    def corrected(self, word: str) -> str:
        """Return the word of names that a word was meant for; itself if it begins one or none."""
        at = bisect_left(self._words, word)
        most = errors_of(word)
        if most == 0 or (at < len(self._words) and self._words[at].startswith(word)):
            return word
        typed, own = Typed(word), letters(word)
        near = (
            (typed.errors(self._words[at], most)[0], self._words[at])
            for at, known in enumerate(self._word_letters)
            if (own ^ known).bit_count() <= 2 * most
        )
        errors, best = min(near, default=(most + 1, word))
        return best if errors <= most else word


def errors_of(key: str) -> int:
    """Return how many errors a query of this length is forgiven."""
    if any(_BLOCKS[0] <= letter < _BLOCKS[1] for letter in key):
        return (len(key) > 2) + (len(key) >= _WITH_TWO_ERRORS)
    return (len(key) > 3) + (len(key) > 5) + (len(key) > 11)
