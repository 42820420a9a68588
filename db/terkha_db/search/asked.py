# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Reads what was typed into what is looked for; no letter of it ever becomes SQL."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from unicodedata import category

from terkha_db.fold import tokens
from terkha_db.search.generic import is_generic, without_ending
from terkha_db.search.tibetan import read_aloud, script_of

_LONGEST = 200
_MOST_WORDS = 12
_FEWEST_READ = 2
_TIBETAN = re.compile(r"[\u0f00-\u0fff]")
_HAN = re.compile(r"[\u3400-\u9fff]")
# Tokens of scripts without blanks between words: characters in a row belong together.
_RUN = re.compile(
    r"[\u0f00-\u0fff\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+"
)


_PARTS = re.compile(r'“([^“”]+)”|"([^"]+)"|([^\s"“”]+)')
"""A phrase in quotation marks, or what stands between blanks."""
_ADDRESS = re.compile(r"\s*(?:https?://(?:dx\.)?doi\.org/|(?:dx\.)?doi\.org/|doi:|terkha:)", re.I)
"""What stands before a DOI or the id of a record where one copies it as an address."""
_WEB = re.compile(r"\s*https?://", re.I)


Readings = Callable[[Sequence[str]], Mapping[str, str]]
"""Gives Han characters in pinyin; those that it does not know are left out."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A query, folded: its key, and its words, each a token or several that stand in a row."""

    key: str
    words: tuple[tuple[str, ...], ...]

    def match(self, *, in_a_row: bool = False) -> str:
        """Return the FTS5 expression for all words, anywhere or one after the other."""
        if in_a_row:
            return phrase_of([token for word in self.words for token in word])
        return " AND ".join(phrase_of(word) for word in self.words)

    def without_generic(self) -> Asked | None:
        """Return the query without words and endings that many names share; None if unchanged."""
        kept = tuple(
            tuple(without_ending(token) for token in left)
            for word in self.words
            if (left := tuple(token for token in word if not is_generic(token)))
        )
        return _asked(kept) if kept and kept != self.words else None

    def read_in_pinyin(self, readings: Readings) -> Asked | None:
        """Return the query with its Han characters as pinyin; None where it has no two of them."""
        characters = [token for word in self.words for token in word if _HAN.fullmatch(token)]
        if len(characters) < _FEWEST_READ:
            return None
        known = readings(characters)
        return self.replaced(
            [["".join(known.get(token, token) for token in word)] for word in self.words]
        )

    def read_in_latin(self, *, spelt: bool) -> Asked | None:
        """Return the query with its Tibetan syllables as they sound; None where it has none.

        Several words that are all syllables in Wylie are read as the one name that they write.
        """
        if any(_TIBETAN.match(token) for word in self.words for token in word):
            return self.replaced(
                [
                    [read_aloud(word, spelt=spelt)] if _TIBETAN.match(word[0]) else word
                    for word in self.words
                ]
            )
        syllables = [script_of(token) for word in self.words for token in word]
        if len(syllables) < _FEWEST_READ or None in syllables:
            return None
        read = read_aloud([syllable for syllable in syllables if syllable], spelt=spelt)
        return None if read == self.key else self.replaced([[read]])

    def replaced(self, words: Sequence[Sequence[str]]) -> Asked | None:
        """Return the query with other words in place of its own; None where nothing changes."""
        other = tuple(map(tuple, words))
        return _asked(other) if other and other != self.words else None


def read_query(text: str, variants: Mapping[str, str]) -> Asked:
    """Return the folded query; its key is empty where it has no letter or digit."""
    text = _ADDRESS.sub("", text[:_LONGEST], count=1) if is_address(text) else text[:_LONGEST]
    clean = "".join(" " if category(letter)[0] == "C" else letter for letter in text)
    words: list[list[str]] = []
    for quoted, straight, plain in _PARTS.findall(clean):
        if phrase := quoted or straight:
            words.append(tokens(phrase, variants))
        else:
            words += _in_runs(tokens(plain, variants))
    words = [word for word in words if word]
    return _asked(tuple(tuple(word) for word in words[:_MOST_WORDS]))


def _in_runs(found: Sequence[str]) -> list[list[str]]:
    """Return the tokens of one word; those of a script without blanks stay in a row."""
    words: list[list[str]] = []
    in_run = False
    for token in found:
        runs = _RUN.fullmatch(token) is not None
        if runs and in_run:
            words[-1].append(token)
        else:
            words.append([token])
        in_run = runs
    return words


def is_address(text: str) -> bool:
    """Tell whether a text is the address of a work or record: no query, in spite of its colon."""
    return bool(_ADDRESS.match(text) or _WEB.match(text))


def _asked(words: tuple[tuple[str, ...], ...]) -> Asked:
    return Asked("".join(token for word in words for token in word), words)


def phrase_of(tokens_in_a_row: Sequence[str]) -> str:
    """Return tokens in a row as a phrase of FTS5 whose last token may go on."""
    quoted = " ".join(tokens_in_a_row).replace('"', '""')
    return f'"{quoted}"*'
