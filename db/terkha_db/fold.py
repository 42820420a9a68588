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
_DROPPED = dict.fromkeys(map(ord, _APOSTROPHES + _HYPHENS + _INVISIBLE))
# A few letters fall apart into a letter and an apostrophe.
_ACCENTS = dict.fromkeys(range(0x300, 0x370)) | _DROPPED
# Letters that Unicode does not take apart into a letter and an accent.
_STROKED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)

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
    text = text.translate(_DROPPED)
    if text.isascii():
        return _ASCII_TOKEN.findall(text.lower())
    bare = normalize("NFKD", text).translate(_ACCENTS).casefold().translate(_STROKED)
    found = _TOKEN.findall(normalize("NFC", bare))
    return [variants.get(token, token) for token in found]


def fold_key(text: str, variants: Mapping[str, str]) -> str:
    """Return the tokens of ``text`` joined without blanks: what spellings are compared by."""
    return "".join(tokens(text, variants))
