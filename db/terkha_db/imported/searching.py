# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Searches a collection as the catalogue is searched, but for misspelt names through its index.

A catalogue's spellings are held in memory; those of a table with a million rows are too many.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any

from terkha_db.search.asked import Asked
from terkha_db.search.distance import Typed, likeness, pairs
from terkha_db.search.searcher import Searcher
from terkha_db.search.spellings import Guess, Spellings, errors_of
from terkha_db.search.stages import Database, Found, Stages

_MOST_POSTINGS = 2500
"""Names that are looked at for a query with errors."""
_MOST_COMPARED = 150
"""Those of them with most groups in common, which are compared letter by letter."""
_LOST_TO_AN_ERROR = 4
"""Groups of three letters that two letters which change places break; nothing breaks more."""
_SHORTEST_BEGINNING = 4


class Stopped(Exception):  # noqa: N818 - it is no error
    """A search was interrupted, or is not wanted any more."""


class Stoppable:
    """A database that answers as long as it is wanted."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.wanted: Callable[[], bool] = lambda: True

    def all(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Return all rows of a query.

        Raises:
            Stopped: it was interrupted, or is not wanted any more.

        """
        if not self.wanted():
            raise Stopped
        try:
            return self._database.all(sql, parameters)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
                raise
            raise Stopped from error


class CollectionSearcher(Searcher):
    """Searches one collection."""

    def _together(self, stages: Stages, asked: Asked) -> Found:
        """Return nothing: a row is one text, and common words are in too many."""
        return []

    @cached_property
    def _spellings(self) -> Spellings:
        return IndexedSpellings(self._database)


class IndexedSpellings(Spellings):
    """The keys of a collection, asked for by groups of three letters that they share."""

    def __init__(self, database: Database) -> None:
        super().__init__((), ())
        self._database = database
        self._postings: dict[str, int] = {}
        database.all(
            "CREATE VIRTUAL TABLE IF NOT EXISTS temp.trigram "
            "USING fts5vocab('main', 'name_trigrams', 'row')"
        )

    def misspelt(self, key: str, *, whole: bool = False) -> list[Guess]:
        """Return the keys with the fewest errors that a query of this length may have, best first.

        ``whole`` leaves out keys that only begin like the query.
        """
        most = errors_of(key)
        if not most:
            return []
        typed, guesses = Typed(key), []
        for number, other in self._nearest_few(key, most, whole=whole):
            to_whole, to_start = typed.errors(other, most)
            if to_whole <= most:
                guesses.append(Guess(to_whole, False, number, other))
            elif not whole and to_start <= len(key) // _SHORTEST_BEGINNING:
                guesses.append(Guess(to_start, True, number, other))
        fewest = min((guess.errors for guess in guesses), default=0)
        return sorted(guess for guess in guesses if guess.errors == fewest)

    def nearest(self, key: str, count: int) -> list[str]:
        """Return the keys that share most letters with a key, best first."""
        own = pairs(key)
        known = {other: number for number, other in reversed(self._sharing(key, len(key)))}
        alike = sorted((-likeness(own, pairs(other)), at, other) for other, at in known.items())
        return [other for _, _, other in alike[:count]]

    def corrected(self, word: str) -> str:
        """Return the word as it is: single words have no index of their own."""
        return word

    def _nearest_few(self, key: str, errors: int, *, whole: bool) -> list[tuple[int, str]]:
        """Return names of a fitting length that share most groups, if as many as errors leave."""
        groups = {key[at : at + 3] for at in range(len(key) - 2)}
        least = max(1, len(groups) - _LOST_TO_AN_ERROR * errors)
        longest = len(key) + errors if whole else 10 * len(key)
        ranked = []
        for number, other in self._sharing(key, _LOST_TO_AN_ERROR * errors + 1):
            if len(key) - errors <= len(other) <= longest:
                shared = sum([group in other for group in groups])
                if shared >= least:
                    ranked.append((-shared, number, other))
        ranked.sort()
        return [(number, other) for _, number, other in ranked[:_MOST_COMPARED]]

    def _sharing(self, key: str, most: int) -> list[tuple[int, str]]:
        """Return names that hold one of the ``most`` rarest groups of three letters of a key."""
        groups = sorted({key[at : at + 3] for at in range(len(key) - 2)})
        if not groups:
            return []
        counted = self._counted(groups)
        chosen: list[str] = []
        postings = 0
        for count, term in counted[:most]:
            postings += count
            if chosen and postings > _MOST_POSTINGS:
                break
            chosen.append('"' + term.replace('"', '""') + '"')
        if not chosen:
            return []
        return self._database.all(
            "SELECT n.number, n.key FROM name_trigrams AS f JOIN name AS n ON n.number = f.rowid "
            "WHERE name_trigrams MATCH ? ORDER BY f.rowid LIMIT ?",
            (" OR ".join(chosen), _MOST_POSTINGS),
        )

    def _counted(self, groups: Sequence[str]) -> list[tuple[int, str]]:
        """Return how many names hold each group, the rarest first; none that no name holds.

        The index counts by reading, so that what was counted for the last letter is kept.
        """
        new = [group for group in groups if group not in self._postings]
        if new:
            marks = ",".join("?" * len(new))
            self._postings |= dict.fromkeys(new, 0)
            self._postings |= dict(
                self._database.all(
                    f"SELECT term, doc FROM temp.trigram WHERE term IN ({marks})", new
                )
            )
        return sorted((self._postings[group], group) for group in groups if self._postings[group])
