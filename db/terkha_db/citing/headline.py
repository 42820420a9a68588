# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Titles with capitals as headlines have them: what pandoc makes of a title in some styles."""

from __future__ import annotations

import re

_SMALL = frozenset(
    ("a", "about", "an", "and", "as", "at", "but", "by", "de", "down", "for", "from", "in", "into",
     "nor", "of", "on", "onto", "or", "over", "so", "the", "till", "to", "up", "via", "von", "with",
     "yet")
)  # fmt: skip
_WORD = re.compile(r"[^\s/–—-]+")
_ENDS = (":", "?", "!", ".")
"""What comes before a word that begins anew."""


def headlined(title: str) -> str:
    """Return an English title with capitals as in a headline.

    Words that have a capital anywhere and single letters, which are units, stay as they are; small
    words stay small but for the first and last. It is what the catalogue's titles have by pandoc,
    for titles that are made while Terkha runs.
    """
    words = list(_WORD.finditer(title))
    made = title
    for place, word in enumerate(words):
        before = title[: word.start()].rstrip()
        first, last = not before or before.endswith(_ENDS), place == len(words) - 1
        bare = word[0].strip("(),;:.?!")
        is_word = len(bare) > 1 or bare == "a"
        if is_word and bare.islower() and (first or last or bare not in _SMALL):
            at = word.start() + word[0].index(bare)
            made = f"{made[:at]}{made[at].upper()}{made[at + 1 :]}"
    return made
