# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The stages of a search, each one query: names by key, beginning, words and parts, then texts.

A stage finds numbers only; what is shown of a name or text is read once it is known to be wanted.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, Protocol

from terkha_db.search.asked import Asked, phrase_of

Found = list[tuple[int, int]]
"""Records and their names (or passages) by number, in order of prominence."""

_LAST = "\U0010ffff"
_NAMES_EACH, _TEXTS_EACH = 4, 2
"""How many names and passages are read for each record wanted: a record has several."""
_GROUP = 3
"""Letters in a group of the index of parts."""
_SHORTEST_IN_TEXT = 2
_SHORTEST_KEY = 3
# However many there are: SQLite reads a query with as many marks as values anew for each number.
_LISTED = "(SELECT value FROM json_each(?))"
_BY_TOKENS = "name_tokens AS f JOIN name AS n ON n.number = f.rowid"
_BY_TRIGRAMS = "name_trigrams AS f JOIN name AS n ON n.number = f.rowid"

# One word: in a name, in a text, or in a name of a record that this one links.
_HOLDING = f"""
SELECT record FROM (
  SELECT n.record FROM {_BY_TOKENS} WHERE name_tokens MATCH ?
  UNION SELECT l.source FROM {_BY_TOKENS} JOIN relation AS l ON l.target = n.record
    WHERE name_tokens MATCH ?
  UNION SELECT p.record FROM passage_tokens AS f JOIN passage AS p ON p.number = f.rowid
    WHERE passage_tokens MATCH ?
)
"""


class Database(Protocol):
    """What a search asks: one connection to a catalogue or to a reader's own table."""

    def all(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Return all rows of a query."""
        ...


class NameFound(NamedTuple):
    """A name that a stage found, with its record."""

    number: int
    id: str
    kind: str
    title: str
    second: str | None
    text: str
    lang: str
    used_by: str | None
    attested: int
    note: str | None
    """What a key is that no source attests (title, symbol, pinyin)."""
    source: str | None
    """The attested name that the key was derived from, if it was."""
    source_lang: str | None


class TextFound(NamedTuple):
    """A passage that holds all words, with its record."""

    number: int
    id: str
    kind: str
    title: str
    second: str | None
    field: str
    text: str


class Stages:
    """Runs single stages; ``kinds`` keeps the records of those kinds, none of them keeps all."""

    def __init__(self, database: Database, kinds: Sequence[str], limit: int) -> None:
        self._database = database
        self._kinds = tuple(kinds)
        self._most_names = limit * _NAMES_EACH
        self._of_kind = ""
        if kinds:
            kept = f"SELECT number FROM record WHERE kind IN ({','.join('?' * len(kinds))})"
            self._of_kind = f" AND {{0}}.record IN ({kept})"

    def equal(self, asked: Asked) -> Found:
        """Return names whose key is the query."""
        return self._names("name AS n", "n.key = ?", (asked.key,), "n.number")

    def beginning(self, asked: Asked) -> Found:
        """Return names that begin with the query, wherever its blanks are."""
        if len(asked.key) < _SHORTEST_KEY:
            where = "name_tokens MATCH ?"
            return self._names(_BY_TOKENS, where, (f"^{asked.match(in_a_row=True)}",), "f.rowid")
        where = "n.key > ? AND n.key < ?"
        return self._names("name AS n", where, (asked.key, asked.key + _LAST), "n.number")

    def words(self, asked: Asked) -> Found:
        """Return names in which every word of the query begins a word."""
        return self._names(_BY_TOKENS, "name_tokens MATCH ?", (asked.match(),), "f.rowid")

    def part(self, asked: Asked) -> Found:
        """Return names that hold the query anywhere, even within a word."""
        key = asked.key
        if len(key) < _GROUP:
            return []
        # Every letter in one group is enough: what holds them apart, instr() finds out.
        starts = (*range(0, len(key) - _GROUP, _GROUP), len(key) - _GROUP)
        match = " AND ".join(f'"{key[at : at + _GROUP]}"' for at in starts)
        where = "name_trigrams MATCH ? AND instr(n.key, ?) > 0"
        return self._names(_BY_TRIGRAMS, where, (match, key), "f.rowid")

    def together(self, asked: Asked) -> Found:
        """Return records that hold all words between their names, their texts and what they link.

        Each is returned by a name that has one of the words. Single letters do not count.
        """
        each = [phrase_of(word) for word in asked.words if not _is_letter(word)]
        if len(each) < 2 or not all(map(self._is_anywhere, each)):
            return []
        all_of_them = " INTERSECT ".join([_HOLDING] * len(each))
        matches = [match for phrase in each for match in (phrase, phrase, phrase)]
        where = f"name_tokens MATCH ? AND n.record IN ({all_of_them})"
        return self._names(_BY_TOKENS, where, (" OR ".join(each), *matches), "f.rowid")

    def with_keys(self, keys: Sequence[str]) -> Found:
        """Return names in the order of their keys."""
        if not keys:
            return []
        rank = {key: place for place, key in enumerate(keys)}
        rows = self._database.all(
            f"SELECT n.key, n.record, n.number FROM name AS n WHERE n.key IN {_LISTED}"
            f"{self._of_kind.format('n')} ORDER BY n.number",
            (json.dumps(keys), *self._kinds),
        )
        rows.sort(key=lambda row: rank[row[0]])
        return [(record, number) for _, record, number in rows]

    def texts(self, asked: Asked, wanted: int) -> Iterator[Found]:
        """Yield passages that hold the words in a row, then those that hold them anywhere.

        There are enough of them for ``wanted`` records. A single letter is in too many to look
        for: the last word counts from its second letter on.
        """
        if len(asked.words) > 1 and _is_letter(asked.words[-1]):
            asked = asked.replaced(asked.words[:-1]) or asked
        if len(asked.key) < _SHORTEST_IN_TEXT and asked.key.isascii():
            return
        if len(asked.words) > 1:
            yield self._texts(asked.match(in_a_row=True), wanted)
        yield self._texts(asked.match(), wanted)

    def read_names(self, numbers: Sequence[int]) -> list[NameFound]:
        """Return what is shown of names, in the order of their numbers here."""
        if not numbers:
            return []
        rows = self._database.all(
            "SELECT n.number, r.id, r.kind, r.title, r.second, n.text, n.lang, "
            "COALESCE(a.used_by, a.users, n.used_by, n.users), n.attested, n.note, a.text, a.lang "
            "FROM name AS n JOIN record AS r ON r.number = n.record "
            "LEFT JOIN name AS a ON a.number = n.derived_from "
            f"WHERE n.number IN {_LISTED}",
            (json.dumps(numbers),),
        )
        found = {row[0]: NameFound._make(row) for row in rows}
        return [found[number] for number in numbers]

    def read_texts(self, numbers: Sequence[int]) -> list[TextFound]:
        """Return what is shown of passages, in the order of their numbers here."""
        if not numbers:
            return []
        rows = self._database.all(
            "SELECT p.number, r.id, r.kind, r.title, r.second, p.field, p.text FROM passage AS p "
            f"JOIN record AS r ON r.number = p.record WHERE p.number IN {_LISTED}",
            (json.dumps(numbers),),
        )
        found = {row[0]: TextFound._make(row) for row in rows}
        return [found[number] for number in numbers]

    def _is_anywhere(self, match: str) -> bool:
        """Tell whether any name or text has a word: far quicker than asking which ones have it."""
        return any(
            self._database.all(f"SELECT 1 FROM {table} WHERE {table} MATCH ? LIMIT 1", (match,))
            for table in ("name_tokens", "passage_tokens")
        )

    def _texts(self, match: str, wanted: int) -> Found:
        return self._database.all(
            "SELECT p.record, p.number FROM passage_tokens AS f "
            "JOIN passage AS p ON p.number = f.rowid "
            f"WHERE passage_tokens MATCH ?{self._of_kind.format('p')} ORDER BY f.rowid LIMIT ?",
            (match, *self._kinds, wanted * _TEXTS_EACH),
        )

    def _names(self, tables: str, where: str, parameters: Sequence[object], order: str) -> Found:
        return self._database.all(
            f"SELECT n.record, n.number FROM {tables} WHERE {where}{self._of_kind.format('n')} "
            f"ORDER BY {order} LIMIT ?",
            (*parameters, *self._kinds, self._most_names),
        )


def _is_letter(word: Sequence[str]) -> bool:
    return len(word) == 1 and len(word[0]) == 1 and word[0].isascii() and word[0].isalpha()
