# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Compares spellings: how many typing errors lie between two keys, and how alike they look."""

from __future__ import annotations

_BITS = 521
"""Pairs of letters are numbered below this prime: few share a number."""


class Typed:
    """A key as somebody typed it, made ready to be compared with many others.

    A letter left out, put in or exchanged, and two neighbours swapped, count as one error each
    (the optimal string alignment distance, by Hyyrö's bit-parallel method: a column of the table
    of distances is held in the bits of two numbers).
    """

    def __init__(self, key: str) -> None:
        self._length = len(key)
        self._places: dict[str, int] = {}
        for at, letter in enumerate(key):
            self._places[letter] = self._places.get(letter, 0) | 1 << at

    def errors(self, key: str, most: int) -> tuple[int, int]:
        """Return the errors to the whole of ``key`` and to the nearest beginning of it.

        Each is ``most + 1`` where there are more.
        """
        length = self._length
        full = (1 << length) - 1
        last = 1 << length >> 1
        rises, falls, equal, before = full, 0, 0, 0
        errors = start = length
        left = min(len(key), length + most)
        for letter in key[: length + most]:
            here = self._places.get(letter, 0)
            swapped = ((~equal & here) << 1) & before
            equal = ((((here & rises) + rises) ^ rises) | here | falls | swapped) & full
            up, down = falls | (full & ~(equal | rises)), equal & rises
            errors += bool(up & last) - bool(down & last)
            start = min(start, errors)
            left -= 1
            if errors - left > most:  # each letter that is left takes away one error at most
                return most + 1, min(start, most + 1)
            up, down = up << 1 | 1, down << 1
            rises, falls, before = (down | ~(equal | up)) & full, up & equal & full, here
        if len(key) > length + most:
            errors = most + 1
        return min(errors, most + 1), min(start, most + 1)


def distance(first: str, second: str, most: int) -> int:
    """Return the typing errors between two keys, or ``most + 1`` where there are more."""
    if not first:
        return min(len(second), most + 1)
    return Typed(first).errors(second, most)[0]


def pairs(key: str) -> int:
    """Return the neighbouring letters of a key, those with its ends among them, as bits."""
    framed = f" {key} "
    bits = 0
    for at in range(len(framed) - 1):
        bits |= 1 << ((ord(framed[at]) * 31 + ord(framed[at + 1])) % _BITS)
    return bits


def likeness(first: int, second: int) -> float:
    """Return how many of their pairs two keys share, from 0 to 1 (Dice)."""
    return 2 * (first & second).bit_count() / (first.bit_count() + second.bit_count())
