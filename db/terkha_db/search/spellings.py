# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Holds every key of a database in memory and finds those that a misspelt query was meant for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from terkha_db.search.distance import Typed, likeness, pairs

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


class Columns:
    """Words written below each other: which of them have a letter at a place, a bit for each word.

    A whole column is asked at once, so that a query with errors takes as long as it has letters,
    and only the few words that fit are compared one by one.
    """

    def __init__(self, words: Sequence[str]) -> None:
        self._every = (1 << len(words)) - 1
        self._columns: dict[tuple[int, str], int] = {}
        self._lengths: dict[int, int] = {}
        for number, word in enumerate(words):
            bit = 1 << number
            self._lengths[len(word)] = self._lengths.get(len(word), 0) | bit
            for column in enumerate(word):
                self._columns[column] = self._columns.get(column, 0) | bit

    def near(self, typed: str, errors: int, *, beginnings: bool = False) -> list[int]:
        """Return the numbers of all words with so many errors, and of a few with more.

        An error takes one letter away at most, and moves those behind it by one place at most: a
        word must have all letters but ``errors``, each at most so many places from its own. With
        ``beginnings`` words may go on after what was typed.
        """
        fitting = self._every if beginnings else self._as_long(len(typed), errors)
        # By number of letters that a word may lack: the words that lack no more so far.
        lacking = [fitting] * (errors + 1)
        for at, letter in enumerate(typed):
            having = 0
            for place in range(at - errors, at + errors + 1):
                having |= self._columns.get((place, letter), 0)
            for most in range(errors, 0, -1):
                lacking[most] = lacking[most] & having | lacking[most - 1]
            lacking[0] &= having
        return _places(lacking[errors])

    def _as_long(self, length: int, errors: int) -> int:
        words = 0
        for near in range(length - errors, length + errors + 1):
            words |= self._lengths.get(near, 0)
        return words


class Spellings:
    """The keys of all names, in order of prominence, and the words that they are made of."""

    def __init__(self, keys: Iterable[str], tokens: Iterable[str]) -> None:
        self._keys = list(dict.fromkeys(keys))
        self._words = sorted(set(chain.from_iterable(map(str.split, tokens))))
        self._in_keys, self._in_words = Columns(self._keys), Columns(self._words)

    def misspelt(self, key: str, *, whole: bool = False) -> list[Guess]:
        """Return the keys with the fewest errors that a query of this length may have, best first.

        ``whole`` leaves out keys that only begin like the query or have more than one error.
        """
        typed = Typed(key)
        most = min(errors_of(key), 1) if whole else errors_of(key)
        for errors in range(1, most + 1):
            beginnings = not whole and len(key) >= _SHORTEST_BEGINNING * errors
            guesses = []
            for at in self._in_keys.near(key, errors, beginnings=beginnings):
                to_whole, to_start = typed.errors(self._keys[at], errors)
                if to_whole <= errors:
                    guesses.append(Guess(to_whole, False, at, self._keys[at]))
                elif beginnings and to_start <= errors:
                    guesses.append(Guess(to_start, True, at, self._keys[at]))
            if guesses:
                return sorted(guesses)
        return []

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
        typed = Typed(word)
        near = (
            (typed.errors(self._words[at], most)[0], self._words[at])
            for at in self._in_words.near(word, most)
        )
        errors, best = min(near, default=(most + 1, word))
        return best if errors <= most else word

    @cached_property
    def _pairs(self) -> list[int]:
        return [pairs(key) for key in self._keys]


def _places(bits: int) -> list[int]:
    """Return the places of the bits that are set, the lowest first."""
    places = []
    while bits:
        places.append((bits & -bits).bit_length() - 1)
        bits &= bits - 1
    return places


def errors_of(key: str) -> int:
    """Return how many errors a query of this length is forgiven."""
    if any(_BLOCKS[0] <= letter < _BLOCKS[1] for letter in key):
        return (len(key) > 2) + (len(key) >= _WITH_TWO_ERRORS)
    return (len(key) > 3) + (len(key) > 5) + (len(key) > 11)
