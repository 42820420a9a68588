# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Which script a piece of text is in, as far as its font goes; knows no Qt."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache
from itertools import groupby


class Script(Enum):
    """The scripts that have a face and a size of their own; Latin stands for all others."""

    LATIN = "latin"
    TIBETAN = "tibetan"
    HAN = "han"


_RANGES = (
    (0x0F00, 0x0FFF, Script.TIBETAN),
    (0x2E80, 0x9FFF, Script.HAN),
    (0xF900, 0xFAFF, Script.HAN),
    (0xFE30, 0xFE4F, Script.HAN),
    (0xFF00, 0xFFEF, Script.HAN),
    (0x20000, 0x3FFFF, Script.HAN),
)


def script_of(character: str) -> Script:
    """Return the script of one character."""
    code = ord(character)
    for first, last, script in _RANGES:
        if first <= code <= last:
            return script
    return Script.LATIN


@lru_cache(maxsize=8192)
def runs(text: str) -> tuple[tuple[str, Script], ...]:
    """Cut text into pieces of one script, in order and without loss.

    Digits and brackets belong to Latin even between Chinese: both faces draw them, but Latin
    ones match the rest of the page. Tables paint the same words again and again, so the pieces
    are kept.
    """
    return tuple(("".join(characters), script) for script, characters in groupby(text, script_of))
