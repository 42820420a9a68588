# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Compares spellings: how many typing errors lie between two keys, and how alike they look."""

from __future__ import annotations

from collections.abc import Iterable


def distance(first: str, second: str, most: int) -> int:
    """Return the optimal string alignment distance, or ``most + 1`` where it is larger.

    A letter left out, put in or exchanged, and two neighbours swapped, count as one each.
    """
    if abs(len(first) - len(second)) > most:
        return most + 1
    before: list[int] = []
    last = list(range(len(second) + 1))
    for i, letter in enumerate(first, start=1):
        row = [i]
        for j, other in enumerate(second, start=1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == second[j - 2] and first[i - 2] == other:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
        before, last = last, row
    return min(last[-1], most + 1)


def pairs(key: str) -> frozenset[str]:
    """Return the neighbouring letters of a key, its two ends included."""
    framed = f" {key} "
    return frozenset(framed[at : at + 2] for at in range(len(framed) - 1))


def likeness(first: frozenset[str], second: frozenset[str]) -> float:
    """Return how many pairs two keys share, from 0 to 1 (Dice)."""
    return 2 * len(first & second) / (len(first) + len(second))


def letters(key: str) -> int:
    """Return a set of letters as bits, to rule out most keys before they are compared."""
    bits = 0
    for letter in key:
        bits |= 1 << (ord(letter) % 61)
    return bits


def nearest(key: str, keys: Iterable[tuple[str, int]], most: int) -> list[tuple[int, str]]:
    """Return the (distance, key) of those ``keys``, each with its letters, within ``most``."""
    # One error changes at most two bits of the set of letters: a quick no for nearly all keys.
    own = letters(key)
    shortest, longest = len(key) - most, len(key) + most
    found = []
    for other, bits in keys:
        if shortest <= len(other) <= longest and (own ^ bits).bit_count() <= 2 * most:
            apart = distance(key, other, most)
            if apart <= most:
                found.append((apart, other))
    return sorted(found)
