# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Finds the letters of a name or text that a folded query matched."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from unicodedata import category

from terkha_db.fold import tokens
from terkha_db.search.asked import Asked

Spans = tuple[tuple[int, int], ...]

_BEFORE, _AFTER = 60, 100
_BLANK = re.compile(r"\s")


@dataclass(slots=True)
class _Aligned:
    """A folded token and, for each of its letters, the place of the letter it was made from."""

    text: str = ""
    places: list[int] = field(default_factory=list)


class Highlighter:
    """Marks what one query matched."""

    def __init__(self, asked: Asked, letters: Letters) -> None:
        self._asked = asked
        self._letters = letters
        plain = [_plainly(word) for word in asked.words]
        start = r"(?<![^\W_])"
        self._row = re.compile(start + r"[\W_]*".join(plain), re.I)
        # Compiling takes longer than most searches: one word is a row of itself.
        several = len(plain) > 1
        self._any = re.compile(f"{start}(?:{'|'.join(plain)})", re.I) if several else self._row

    def in_name(self, name: str) -> Spans:
        """Return the ranges of ``name`` that the query matched, across blanks where need be."""
        row = self._row.search(name)
        if row is not None:
            return (_span(name, row.start(), row.end() - 1),)
        if name.isascii() and (spans := self._plain_spans(name)):
            return spans
        aligned = self._letters.align(name)
        key = "".join(token.text for token in aligned)
        at = key.find(self._asked.key)
        if at >= 0:
            places = [place for token in aligned for place in token.places]
            return (_span(name, places[at], places[at + len(self._asked.key) - 1]),)
        return _words(name, aligned, self._asked.words)

    def through(self, derived: str, name: str) -> Spans:
        """Return the ranges of ``name`` behind those of a spelling derived from it.

        Its words stand for the characters or syllables of the name one by one; none where they
        do not.
        """
        made, own = self._letters.align(derived), self._letters.align(name)
        spans = self.in_name(derived)
        if len(made) != len(own):
            return ()
        behind = [
            _span(name, token.places[0], token.places[-1])
            for token, word in zip(own, made, strict=True)
            if any(first <= word.places[-1] and word.places[0] < end for first, end in spans)
        ]
        return _merged(behind)

    def in_text(self, text: str) -> tuple[str, Spans]:
        """Return the piece of a text around the first match, and the ranges matched in it."""
        start, end = _cut(text, self._first(text))
        piece = text[start:end]
        before = "… " if start else ""
        after = " …" if end < len(text) else ""
        spans = self._plain_spans(piece) or self._aligned_spans(piece)
        moved = tuple((first + len(before), last + len(before)) for first, last in spans)
        return f"{before}{piece}{after}", moved

    def _first(self, text: str) -> int:
        """Return where a word of the query begins in the text."""
        row = self._row.search(text) or self._any.search(text)
        if row is not None:
            return row.start()
        spans = _words(text, self._letters.align(text), self._asked.words[:1])
        return spans[0][0] if spans else 0

    def _plain_spans(self, text: str) -> Spans:
        """Return the ranges if words stand in the text as they were folded; else none."""
        return tuple(
            _span(text, match.start(), match.end() - 1) for match in self._any.finditer(text)
        )

    def _aligned_spans(self, text: str) -> Spans:
        return _words(text, self._letters.align(text), self._asked.words)


class Letters:
    """Aligns texts with their folded tokens; remembers how each letter folds."""

    def __init__(self, variants: Mapping[str, str]) -> None:
        self._variants = variants
        self._folded: dict[str, tuple[str, bool, bool]] = {}

    def align(self, text: str) -> list[_Aligned]:
        """Return the folded tokens of a text with the places of their letters."""
        found: list[_Aligned] = []
        current = _Aligned()
        for place, letter in enumerate(text):
            if letter not in self._folded:
                self._folded[letter] = self._fold(letter)
            folded, joins, alone = self._folded[letter]
            if alone or not joins:
                current = _Aligned()
            if folded:
                if not current.places:
                    found.append(current)
                current.text += folded
                current.places += [place] * len(folded)
            if alone:
                current = _Aligned()
        return found

    def _fold(self, letter: str) -> tuple[str, bool, bool]:
        """Return how a letter folds, whether words go on across it, whether it is a word alone."""
        folded = "".join(tokens(letter, self._variants))
        if category(letter)[0] == "M" and not folded:
            folded = "".join(tokens(f"ཀ{letter}", self._variants)).removeprefix("ཀ")
        parts = len(tokens(f"a{letter}a", self._variants))
        tibetan = "\u0f00" <= letter <= "\u0fff"
        if tibetan:
            parts = len(tokens(f"ཀ{letter}ཀ", self._variants))
        return folded, parts == 1, parts == 3 and not tibetan


def _plainly(word: Sequence[str]) -> str:
    """Return the pattern of a word that is written as it folds."""
    if len(word) == 1:
        return re.escape(word[0])
    return r"[\W_]*".join(map(re.escape, word))


def _words(text: str, aligned: Sequence[_Aligned], words: Sequence[Sequence[str]]) -> Spans:
    """Return the ranges where a word, or tokens in a row, begin a word of the text."""
    spans = []
    for word in words:
        for at in range(len(aligned) - len(word) + 1):
            row = aligned[at : at + len(word)]
            same = all(token.text == asked for token, asked in zip(row, word[:-1], strict=False))
            if same and row[-1].text.startswith(word[-1]):
                last = row[-1].places[len(word[-1]) - 1]
                spans.append(_span(text, row[0].places[0], last))
    return _merged(spans)


def _span(text: str, first: int, last: int) -> tuple[int, int]:
    """Return a range that takes in the marks on its last letter."""
    end = last + 1
    while end < len(text) and category(text[end])[0] == "M":
        end += 1
    return first, end


def _merged(spans: Sequence[tuple[int, int]]) -> Spans:
    merged: list[tuple[int, int]] = []
    for first, end in sorted(spans):
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((first, end))
    return tuple(merged)


def _cut(text: str, at: int) -> tuple[int, int]:
    """Return the ends of a piece around ``at`` that breaks no word, if there are blanks."""
    start, end = max(0, at - _BEFORE), min(len(text), at + _AFTER)
    if start:
        blank = _BLANK.search(text, start, at)
        start = blank.end() if blank else start
    if end < len(text):
        blank_at = text.rfind(" ", at, end)
        end = blank_at if blank_at > at else end
    return start, end
