# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Derives further spellings of attested names: pinyin, other scripts and characters, initials.

They are search keys, never names: no source writes them, and no page shows them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from terkha_db.build.han import PLATEAU
from terkha_db.fold import tokens

_HAN = ("zh-Hans", "zh-Hant", "ja")
# What OpenCC calls them: the standard, Taiwan and Hong Kong choose between characters.
_TRADITIONAL = ("s2t", "s2tw", "s2hk")
_SIMPLIFIED, _JAPANESE = "t2s", "jp2t"
# The dictionary reads 扎 as zhā; romanised names have both.
_OTHER = {**PLATEAU, "扎": "zā"}
# People type v for ü, which keyboards lack.
_TYPED = str.maketrans(dict.fromkeys("üǖǘǚǜ", "v"))
_BRACKETED, _WORD = re.compile(r"\(.*?\)"), re.compile(r"[^\W\d_][\w'’.-]*")
_FEWEST_INITIALS = 3
_SIGNS = "\u0f0b\u0f0c\u0f0d\u0f0e\u0f14"


@dataclass(frozen=True, slots=True)
class Derived:
    """A spelling that no source attests."""

    text: str
    lang: str
    how: str
    """What it is of the attested name: ``pinyin``, ``Wylie`` …"""
    key: str
    tokens: tuple[str, ...]
    """What the index of names holds of it."""


class Deriver:
    """Makes the spellings of one name after the other."""

    def __init__(self, variants: Mapping[str, str]) -> None:
        from opencc import OpenCC
        from pyewts import pyewts

        self._variants = variants
        self._ewts = pyewts()
        self._opencc = {
            name: OpenCC(name).convert for name in (*_TRADITIONAL, _SIMPLIFIED, _JAPANESE)
        }

    def spellings(self, text: str, lang: str, *, shortened: bool = False) -> Iterator[Derived]:
        """Yield the spellings derived from a name; their keys may be those of other names.

        ``shortened`` asks for its initials too, by which people call offices, firms and laws.
        """
        if shortened and lang == "en" and (short := _initials(text)):
            yield self._derived(short, lang, "initials")
        if lang in _HAN:
            # Words are known to the dictionaries in Chinese characters only.
            chinese = self._of_japanese(text) if lang == "ja" else text
            simplified = self._opencc[_SIMPLIFIED](chinese)
            yield self._derived(simplified, "zh-Hans", "simplified form")
            for name in _TRADITIONAL:
                yield self._derived(self._opencc[name](chinese), "zh-Hant", "traditional form")
            yield from self._pinyin(simplified)
        elif lang == "bo":
            # Blanks and closing signs are no letters; Wylie would have letters for them.
            syllables = text.replace(" ", "").rstrip(_SIGNS)
            yield self._derived(self._ewts.toWylie(syllables), "bo-Latn-wylie", "Wylie")
        elif lang == "bo-Latn-wylie":
            yield self._derived(self._ewts.toUnicode(text), "bo", "Tibetan script")

    def _of_japanese(self, text: str) -> str:
        # OpenCC takes 鉱 for 鑛, which nobody in China writes.
        return str(self._opencc[_JAPANESE](text.replace("鉱", "礦")))

    def _pinyin(self, simplified: str) -> Iterator[Derived]:
        from pypinyin import Style, lazy_pinyin

        syllables = lazy_pinyin(simplified, style=Style.TONE)
        yield self._in_syllables(syllables)
        yield self._in_syllables([one.translate(_TYPED) for one in syllables])
        # Where letters stand between the characters, several of them make one part.
        if len(syllables) == len(simplified):
            read = zip(simplified, syllables, strict=True)
            yield self._in_syllables([_OTHER.get(char, one) for char, one in read])

    def _in_syllables(self, syllables: list[str]) -> Derived:
        """Return pinyin; a word of it begins at any syllable and may take in all that follow."""
        text = " ".join(syllables)
        parts = tokens(text, self._variants)
        words = tuple("".join(parts[at:]) for at in range(len(parts)))
        return Derived(text, "zh-Latn", "pinyin", "".join(parts), words)

    def _derived(self, text: str, lang: str, how: str) -> Derived:
        parts = tokens(text, self._variants)
        return Derived(text, lang, how, "".join(parts), tuple(parts))


def _initials(name: str) -> str:
    """Return the first letters of the words with a capital; nothing where they are too few."""
    bare = _BRACKETED.sub("", name)
    letters = [word[0] for word in _WORD.findall(bare) if word[0].isupper()]
    return "".join(letters) if len(letters) >= _FEWEST_INITIALS else ""
