# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Folds spellings into tokens and keys; the build and every query use the same two functions.

Case, Latin diacritics, apostrophes, hyphens and the choice between traditional and simplified
characters make no difference. Tibetan vowel signs and subjoined letters do: they are no accents.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from unicodedata import normalize

_APOSTROPHES = "'`´’‘‛ʼʻʽʾʿˈʹ′‵՚＇ꞌꞋ"
_HYPHENS = "-\u00ad\u2010\u2011\u2043\ufe63\uff0d"
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"
_DROPPED = re.compile(f"[{re.escape(_APOSTROPHES + _HYPHENS + _INVISIBLE)}]+")
_ACCENTS = re.compile(r"[\u0300-\u036f]+")
# Letters that Unicode does not take apart into a letter and an accent.
_STROKES = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
_STROKED = re.compile(f"[{''.join(_STROKES)}]")

_HAN = r"\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
# Letters, vowel signs and digits of a syllable; tsheg, shad and the other marks separate.
_SYLLABLE = r"\u0f00\u0f18\u0f19\u0f20-\u0f33\u0f35\u0f37\u0f39\u0f3e-\u0fbc\u0fc6"
# Vowel signs of the Indic scripts are no word characters to the regular expressions of Python.
_WORD = rf"(?:[^\W_{_HAN}\u0f00-\u0fff]|[\u0900-\u0dff])+"
_TOKEN = re.compile(rf"[{_HAN}]|[{_SYLLABLE}]+|{_WORD}")
_ASCII_TOKEN = re.compile(r"[a-z0-9]+")


def tokens(text: str, variants: Mapping[str, str]) -> list[str]:
    """Return the folded tokens of ``text``.

    One token for each Han character, each Tibetan syllable and each word of other scripts.
    ``variants`` leads from a traditional character to the simplified one.
    """
    bare = _bare(text)
    if bare.isascii():
        return _ASCII_TOKEN.findall(bare)
    return [variants.get(token, token) for token in _TOKEN.findall(bare)]


def placed_tokens(text: str, variants: Mapping[str, str]) -> list[tuple[str, int]] | None:
    """Return the folded tokens of ``text``, each with the place in it where it begins.

    None where letters fold into none or several: places do not tell which is which then.
    """
    bare = in_place(text)
    if not bare or _DROPPED.search(text):
        return None
    pattern = _ASCII_TOKEN if bare.isascii() else _TOKEN
    return [(variants.get(found[0], found[0]), found.start()) for found in pattern.finditer(bare)]


def in_place(text: str) -> str:
    """Return ``text`` without case and accents, each letter where it stood; "" if that cannot be.

    Apostrophes and hyphens stay, and traditional characters.
    """
    apart = _taken_apart(text)
    if len(apart) != len(text) or _ACCENTS.search(text):
        return ""
    bare = normalize("NFC", apart)
    return bare if len(bare) == len(text) else ""


def _bare(text: str) -> str:
    """Return a text without case, accents and what else makes no difference."""
    text = _DROPPED.sub("", text)
    # A few letters fall apart into a letter and an apostrophe.
    return (
        text.lower() if text.isascii() else normalize("NFC", _DROPPED.sub("", _taken_apart(text)))
    )


def _taken_apart(text: str) -> str:
    """Return a text in small letters, each without what it shares with others."""
    apart = _ACCENTS.sub("", normalize("NFKD", text))
    if apart.isascii():
        return apart.lower()
    return _STROKED.sub(lambda found: _STROKES[found[0]], apart.casefold())


def fold_key(text: str, variants: Mapping[str, str]) -> str:
    """Return the tokens of ``text`` joined without blanks: what spellings are compared by."""
    return "".join(tokens(text, variants))
