# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Runs the stages of a search in turn and stops as soon as there are enough records.

Key equal, key beginning, words, part of a name; then, if no name was found, the same without words
that many names share; where names and texts are few, names with typing errors; then texts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from terkha_db.entities import Hit
from terkha_db.search.asked import Asked, Readings, read_query
from terkha_db.search.generic import is_generic, is_nearly_generic
from terkha_db.search.highlight import Highlighter, Letters
from terkha_db.search.hits import name_hit, text_hit
from terkha_db.search.spellings import Spellings
from terkha_db.search.stages import Database, Found, Stages

_KEYS_EACH = 4
_MOST_KEYS = 40
_FEW = 3
"""With fewer names than these, and none just as typed, a name with a typing error is meant too."""
_MOST_LEFT_OUT = 6
"""Of a long query so many words are tried, each left out in turn."""
_ENOUGH = 12
"""With as many names, nobody looks for the letters within words."""


def _unread(_characters: Sequence[str]) -> Mapping[str, str]:
    return {}


class Searcher:
    """Searches one database; remembers what every search of it needs."""

    def __init__(
        self, database: Database, variants: Mapping[str, str], readings: Readings = _unread
    ) -> None:
        self._database = database
        self._variants = variants
        self._readings = readings
        self._letters = Letters(variants)

    def search(
        self, query: str, *, kinds: Sequence[str] | None = None, limit: int = 50
    ) -> list[Hit]:
        """Return the records that a query finds, best first, each once; never raises on a query.

        ``kinds`` keeps records of those kinds; None or none of them keeps all.
        """
        asked = read_query(query, self._variants)
        if not asked.key or limit < 1:
            return []
        stages = Stages(self._database, kinds or (), limit)
        names, exact, meant = self._named(stages, asked, limit)
        texts: dict[int, int] = {}
        if len(names) < limit:
            _add(texts, stages.texts(asked, limit - len(names)), limit, names)
        if not names and not texts:
            _add(names, [self._together(stages, asked)], limit, {})
        if not exact and len(names) < _FEW and (names or len(texts) < _FEW):
            _add(names, [self._misspelt(stages, asked, whole=bool(names))], limit, {})
        if not names and not texts:
            names, meant = self._corrected(stages, asked, limit)
        typed = Highlighter(asked, self._letters)
        read = typed if meant == asked else Highlighter(meant, self._letters)
        return [
            *_name_hits(stages, read, names),
            *_text_hits(stages, typed, [n for r, n in texts.items() if r not in names]),
        ][:limit]

    def prepare(self) -> None:
        """Read what the first misspelt query would wait for."""
        _ = self._spellings

    def nearest(self, query: str, limit: int = 8) -> list[Hit]:
        """Return records with most words of a query in a text, then those with names like it."""
        asked = read_query(query, self._variants)
        if not asked.key or limit < 1:
            return []
        stages = Stages(self._database, (), limit)
        texts = self._with_most_words(stages, asked, limit // 2)
        keys = self._spellings.nearest(asked.key, limit * _KEYS_EACH)
        names: dict[int, int] = {}
        _add(names, [stages.with_keys(keys)], limit, texts)
        highlighter = Highlighter(asked, self._letters)
        return [
            *_text_hits(stages, highlighter, [*texts.values()]),
            *_name_hits(stages, highlighter, names),
        ]

    def _with_most_words(self, stages: Stages, asked: Asked, limit: int) -> dict[int, int]:
        """Return texts that hold all words but one; what fewest texts hold comes first."""
        words = asked.words[:_MOST_LEFT_OUT]
        found = []
        for at in range(len(words) if len(words) > 1 else 0):
            rest = asked.replaced((*words[:at], *words[at + 1 :]))
            if rest is not None and not all(is_generic(token) for (token, *_) in rest.words):
                found.append([pair for pairs in stages.texts(rest, limit) for pair in pairs])
        texts: dict[int, int] = {}
        _add(texts, sorted(filter(None, found), key=len), limit, {})
        return texts

    def _together(self, stages: Stages, asked: Asked) -> Found:
        """Return records that hold the telling words, wherever each of them stands."""
        return stages.together(asked.without_generic() or asked)

    def _named(
        self, stages: Stages, asked: Asked, limit: int
    ) -> tuple[dict[int, int], bool, Asked]:
        """Return names by record, whether one is spelt just so, and what of the query they hold."""
        names: dict[int, int] = {}
        same = self._own_first(stages, stages.equal(asked), asked)
        _add(names, _by_name(stages, asked, same, names), limit, {})
        if names:
            return names, bool(same), asked
        for other in self._otherwise(asked):
            same = stages.equal(other)
            _add(names, _by_name(stages, other, same, names), limit, {})
            if names:
                return names, bool(same), other
        return names, False, asked

    def _otherwise(self, asked: Asked) -> Iterator[Asked]:
        """Yield the query without common words, and what its characters sound like."""
        fewer = asked.without_generic()
        if fewer is not None:
            yield fewer
        yield from self._aloud(asked)
        if fewer is not None:
            yield from self._aloud(fewer)

    def _aloud(self, asked: Asked) -> Iterator[Asked]:
        """Yield the query in Latin letters, where it has characters or syllables of others."""
        for read in (
            asked.read_in_pinyin(self._readings),
            asked.read_in_latin(spelt=False),
            asked.read_in_latin(spelt=True),
        ):
            if read is not None:
                yield read

    def _own_first(self, stages: Stages, found: Found, asked: Asked) -> Found:
        """Put records that are called so before those that were, and keys last."""
        if len(found) < 2:
            return found
        shown = {name.number: name for name in stages.read_names([number for _, number in found])}
        return sorted(
            found,
            key=lambda pair: (
                read_query(shown[pair[1]].title, self._variants).key != asked.key,
                not shown[pair[1]].attested,
            ),
        )

    def _misspelt(self, stages: Stages, asked: Asked, *, whole: bool) -> Found:
        """Return names that the query, or its telling words, is like but for a few letters."""
        guesses = self._spellings.misspelt(asked.key, whole=whole)
        if whole:
            guesses = [guess for guess in guesses if guess.errors == 1]
        told = self._telling(asked)
        if told is not None and not whole:
            guesses = sorted([*guesses, *self._spellings.misspelt(told.key)])
        if not guesses:
            read = self._aloud(told or asked)
            guesses = sorted(guess for one in read for guess in self._spellings.misspelt(one.key))
        keys = list(dict.fromkeys(guess.key for guess in guesses))
        return stages.with_keys(keys[:_MOST_KEYS])

    def _telling(self, asked: Asked) -> Asked | None:
        """Return the query without common words, even with a letter of them wrong."""
        kept = [word for word in asked.words if len(word) > 1 or not is_nearly_generic(word[0])]
        told = asked.replaced(kept) or asked
        fewer = told.without_generic() or told
        return fewer if fewer != asked else None

    def _corrected(self, stages: Stages, asked: Asked, limit: int) -> tuple[dict[int, int], Asked]:
        """Return names with every word put right, and those words, if one was wrong."""
        words = [[self._spellings.corrected(token) for token in word] for word in asked.words]
        right = asked.replaced(words)
        if right is None:
            return {}, asked
        names, _, meant = self._named(stages, right, limit)
        return names, meant

    @cached_property
    def _spellings(self) -> Spellings:
        rows = self._database.all(
            "SELECT key, IIF(derived_from, '', tokens) FROM name WHERE key <> '' ORDER BY number"
        )
        return Spellings((key for key, _ in rows), (tokens for _, tokens in rows))


def _name_hits(stages: Stages, highlighter: Highlighter, names: Mapping[int, int]) -> list[Hit]:
    return [name_hit(name, highlighter) for name in stages.read_names([*names.values()])]


def _text_hits(stages: Stages, highlighter: Highlighter, numbers: Sequence[int]) -> list[Hit]:
    return [text_hit(text, highlighter) for text in stages.read_texts(numbers)]


def _by_name(
    stages: Stages, asked: Asked, same: Found, names: Mapping[int, int]
) -> Iterator[Found]:
    yield same
    yield stages.beginning(asked)
    yield stages.words(asked)
    if len(names) < _ENOUGH:
        yield stages.part(asked)


def _add(
    found: dict[int, int], stages: Iterable[Found], limit: int, known: Mapping[int, int]
) -> None:
    """Add the first name or text of each record that is not known yet, while there is room."""
    for pairs in stages:
        for record, number in pairs:
            if len(found) + len(known) >= limit:
                return
            if record not in found and record not in known:
                found[record] = number
