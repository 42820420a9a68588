# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Chooses few things of many, so that each shape that could be treated otherwise is among them."""

from __future__ import annotations

import unicodedata
from collections import defaultdict


def of_each_shape(things, shape, most=2):
    """Give the first and the last things of each shape, at most so many, in the order given."""
    alike = defaultdict(list)
    for thing in things:
        alike[shape(thing)].append(thing)
    chosen = {
        id(thing)
        for same in alike.values()
        for thing in (same if len(same) <= most else (*same[: most - 1], same[-1]))
    }
    return [thing for thing in things if id(thing) in chosen]


def shape_of_title(title):
    """What a style may treat otherwise in a title: scripts, marks, length, first and last."""
    letters = {unicodedata.name(char, "").partition(" ")[0] for char in title if char.isalpha()}
    marks = {char for char in title if not char.isalnum() and not char.isspace()}
    return (
        frozenset(letters),
        frozenset(marks),
        len(title) > 60,
        _class(title[0]),
        _class(title[-1]),
    )


def _class(char):
    """A letter of either case or of none, a digit, or the mark itself."""
    return unicodedata.category(char) if char.isalnum() else char
