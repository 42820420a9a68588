# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Finds the letters of a name or text that a folded query matched."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from unicodedata import category

from terkha_db.fold import in_place, placed_tokens, tokens
from terkha_db.search.asked import Asked

Spans = tuple[tuple[int, int], ...]

_BEFORE, _AFTER = 60, 100
_BLANK = re.compile(r"\s")
_COMMONLY_BEFORE = ("", " ")
_HAN = re.compile(r"[\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")

_Aligned = tuple[str, Sequence[int]]
"""A folded token and, for each of its letters, the place of the letter it was made from."""


class Highlighter:
    """Marks what one query matched.

    Most names and texts are spelt as they fold, but for capitals and accents: to look there first
    is quick. Only where it finds nothing is a text folded letter by letter.
    """

    def __init__(self, asked: Asked, letters: Letters) -> None:
        self._asked = asked
        self._letters = letters
        self._row = [token for word in asked.words for token in word]

    def in_name(self, name: str) -> Spans:
        """Return the ranges of ``name`` that the query matched, across blanks where need be."""
        for spelt in _spelt(name):
            if rows := _rows(spelt, self._row):
                first, end = rows[0]
                return (_span(name, first, end - 1),)
        if name.isascii() and (spans := self._plain_spans(name, name.lower())):
            return spans
        aligned = self._letters.align(name)
        key = "".join(text for text, _ in aligned)
        at = key.find(self._asked.key)
        if at >= 0:
            places = [place for _, places in aligned for place in places]
            return (_span(name, places[at], places[at + len(self._asked.key) - 1]),)
        return _words(name, aligned, self._asked.words)

    def through(self, derived: str, name: str) -> Spans:
        """Return the ranges of ``name`` behind those of a spelling derived from it.

        Its words stand for the characters or syllables of the name one by one; none where they
        do not.
        """
        made, own = self._letters.align(derived), self._letters.align(name)
        if len(made) != len(own):
            return ()
        words = " ".join(token for token, _ in made)
        behind: list[tuple[int, int]] = []
        for first, end in self.in_name(words):
            begins, ends = words.count(" ", 0, first), words.count(" ", 0, end)
            behind += [_span(name, at[0], at[-1]) for _, at in own[begins : ends + 1]]
        return _merged(behind)

    def in_text(self, text: str) -> tuple[str, Spans]:
        """Return the piece of a text around the first match, and the ranges matched in it."""
        for spelt in _spelt(text):
            if spans := self._plain_spans(text, spelt):
                rows = _rows(spelt, self._row) if len(spans) > 1 else spans
                return _piece(text, spans, (rows or spans)[0][0])
        spans = _words(text, self._letters.align(text), self._asked.words)
        return _piece(text, spans, spans[0][0] if spans else 0)

    def _plain_spans(self, text: str, spelt: str) -> Spans:
        """Return the ranges if words stand in the text as they are spelt; else none."""
        return _merged(
            [
                _span(text, first, end - 1)
                for word in self._asked.words
                for first, end in _rows(spelt, word)
            ]
        )


class Letters:
    """Aligns texts with their folded tokens; remembers how each letter folds."""

    def __init__(self, variants: Mapping[str, str]) -> None:
        self._variants = variants
        self._folded: dict[str, tuple[str, bool, bool]] = {}

    def align(self, text: str) -> list[_Aligned]:
        """Return the folded tokens of a text with the places of their letters."""
        placed = placed_tokens(text, self._variants)
        if placed is not None:
            return [(token, range(place, place + len(token))) for token, place in placed]
        return self._letter_by_letter(text)

    def _letter_by_letter(self, text: str) -> list[_Aligned]:
        """Align a text of which a letter may fold into none or several."""
        found: list[tuple[str, list[int]]] = []
        is_going_on = False
        for place, letter in enumerate(text):
            if letter not in self._folded:
                self._folded[letter] = self._fold(letter)
            folded, joins, alone = self._folded[letter]
            is_going_on = is_going_on and joins and not alone
            if folded:
                token, places = found.pop() if is_going_on else ("", [])
                found.append((token + folded, places + [place] * len(folded)))
                is_going_on = not alone
        return [*found]

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


def _spelt(text: str) -> Iterator[str]:
    """Yield a text without capitals, then without accents: each letter where it stands in it."""
    small = text.lower()
    if len(small) == len(text):
        yield small
    if not text.isascii():
        yield in_place(text)


def _rows(spelt: str, row: Sequence[str]) -> list[tuple[int, int]]:
    """Return the ranges where tokens follow each other, the first as a word begins."""
    rows = []
    at = spelt.find(row[0])
    while at >= 0:
        end = _end_of_row(spelt, row, at) if _begins(spelt, at) else None
        if end is not None:
            rows.append((at, end))
        at = spelt.find(row[0], end or at + 1)
    return rows


def _begins(spelt: str, at: int) -> bool:
    """Tell whether a word begins at a place; each Han character is one."""
    before = spelt[at - 1 : at]
    if before in _COMMONLY_BEFORE:
        return True
    return not _is_of_word(before) or bool(_HAN.match(before) or _HAN.match(spelt, at))


def _is_of_word(letter: str) -> bool:
    return letter.isalnum() or category(letter)[0] == "M"


def _end_of_row(spelt: str, row: Sequence[str], at: int) -> int | None:
    """Return where tokens that follow each other from a place end; None if others do."""
    end = at + len(row[0])
    for token in row[1:]:
        while end < len(spelt) and not _is_of_word(spelt[end]):
            end += 1
        if not spelt.startswith(token, end):
            return None
        end += len(token)
    return end


def _words(text: str, aligned: Sequence[_Aligned], words: Sequence[Sequence[str]]) -> Spans:
    """Return the ranges where a word, or tokens in a row, begin a word of the text."""
    spans = []
    for *before, last in words:
        for at in range(len(before), len(aligned)):
            token, places = aligned[at]
            row = aligned[at - len(before) : at]
            if token.startswith(last) and [text for text, _ in row] == before:
                first = row[0][1] if row else places
                spans.append(_span(text, first[0], places[len(last) - 1]))
    return _merged(spans)


def _span(text: str, first: int, last: int) -> tuple[int, int]:
    """Return a range that takes in the marks on its last letter."""
    end = last + 1
    if text[end : end + 1].isascii():
        return first, end
    while end < len(text) and category(text[end])[0] == "M":
        end += 1
    return first, end


def _merged(spans: Sequence[tuple[int, int]]) -> Spans:
    if len(spans) < 2:
        return tuple(spans)
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


def _piece(text: str, spans: Spans, at: int) -> tuple[str, Spans]:
    """Return the piece of a text around a place, with dots where it was cut, and what to mark."""
    start, end = _cut(text, at)
    if not start and end == len(text):
        return text, spans
    before = "… " if start else ""
    after = " …" if end < len(text) else ""
    by = len(before) - start
    inside = tuple((first + by, last + by) for first, last in spans if start <= first < last <= end)
    return f"{before}{text[start:end]}{after}", inside
