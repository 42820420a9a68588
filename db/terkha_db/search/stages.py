# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The stages of a search, each one query: names by key, beginning, words and parts, then texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from terkha_db.search.asked import Asked

_LAST = "\U0010ffff"
_NAMES_EACH, _TEXTS_EACH = 4, 2
"""How many names and passages are read for each record wanted: a record has several."""
_SHORTEST_PART = 3
_SHORTEST_IN_TEXT = 2
_SHORTEST_KEY = 3
_NAME = (
    "SELECT r.id, r.kind, r.title, r.second, n.text, n.lang, n.used_by, n.attested, n.note "
    "FROM {tables} JOIN record AS r ON r.number = n.record"
)
_BY_TOKENS = "name_tokens AS f JOIN name AS n ON n.number = f.rowid"
_BY_TRIGRAMS = "name_trigrams AS f JOIN name AS n ON n.number = f.rowid"


class Database(Protocol):
    """What a search asks: one connection to a catalogue or to a reader's own table."""

    def all(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Return all rows of a query."""
        ...


@dataclass(frozen=True, slots=True)
class NameFound:
    """A name that a stage found, with its record."""

    id: str
    kind: str
    title: str
    second: str | None
    text: str
    lang: str
    used_by: str | None
    attested: int
    note: str | None
    """What a key is that no source attests (title, symbol, formula)."""


@dataclass(frozen=True, slots=True)
class TextFound:
    """A passage that holds all words, with its record."""

    id: str
    kind: str
    title: str
    second: str | None
    field: str
    anchor: str | None
    text: str


class Stages:
    """Runs single stages; ``kinds`` keeps the records of those kinds, none of them keeps all."""

    def __init__(self, database: Database, kinds: Sequence[str], limit: int) -> None:
        self._database = database
        self._kinds = tuple(kinds)
        self._most_names = limit * _NAMES_EACH
        self._of_kind = f" AND r.kind IN ({','.join('?' * len(kinds))})" if kinds else ""

    def equal(self, asked: Asked) -> list[NameFound]:
        """Return names whose key is the query."""
        return self._names("name AS n", "n.key = ?", (asked.key,), "n.number")

    def beginning(self, asked: Asked) -> list[NameFound]:
        """Return names that begin with the query, wherever its blanks are."""
        if len(asked.key) < _SHORTEST_KEY:
            where = "name_tokens MATCH ?"
            return self._names(_BY_TOKENS, where, (f"^{asked.match(in_a_row=True)}",), "f.rowid")
        where = "n.key > ? AND n.key < ?"
        return self._names("name AS n", where, (asked.key, asked.key + _LAST), "n.number")

    def words(self, asked: Asked) -> list[NameFound]:
        """Return names in which every word of the query begins a word."""
        return self._names(_BY_TOKENS, "name_tokens MATCH ?", (asked.match(),), "f.rowid")

    def part(self, asked: Asked) -> list[NameFound]:
        """Return names that hold the query anywhere, even within a word."""
        key = asked.key
        if len(key) < _SHORTEST_PART:
            return []
        trigrams = {key[at : at + 3] for at in range(len(key) - 2)}
        match = " AND ".join(f'"{trigram}"' for trigram in sorted(trigrams))
        where = "name_trigrams MATCH ? AND instr(n.key, ?) > 0"
        return self._names(_BY_TRIGRAMS, where, (match, key), "f.rowid")

    def with_keys(self, keys: Sequence[str]) -> list[tuple[str, NameFound]]:
        """Return names by their keys, in order of prominence."""
        marks = ",".join("?" * len(keys))
        sql = _NAME.format(tables="name AS n").replace("SELECT", "SELECT n.key,", 1)
        rows = self._database.all(
            f"{sql} WHERE n.key IN ({marks}){self._of_kind} ORDER BY n.number",
            (*keys, *self._kinds),
        )
        return [(key, NameFound(*columns)) for key, *columns in rows]

    def texts(self, asked: Asked, wanted: int) -> Iterator[list[TextFound]]:
        """Yield passages that hold the words in a row, then those that hold them anywhere.

        There are enough of them for ``wanted`` records; a single letter is in too many.
        """
        if len(asked.key) < _SHORTEST_IN_TEXT and asked.key.isascii():
            return
        if len(asked.words) > 1:
            yield self._texts(asked.match(in_a_row=True), wanted)
        yield self._texts(asked.match(), wanted)

    def _texts(self, match: str, wanted: int) -> list[TextFound]:
        rows = self._database.all(
            "SELECT r.id, r.kind, r.title, r.second, p.field, p.anchor, p.text "
            "FROM passage_tokens AS f JOIN passage AS p ON p.number = f.rowid "
            f"JOIN record AS r ON r.number = p.record WHERE passage_tokens MATCH ?{self._of_kind} "
            "ORDER BY f.rowid LIMIT ?",
            (match, *self._kinds, wanted * _TEXTS_EACH),
        )
        return [TextFound(*row) for row in rows]

    def _names(
        self, tables: str, where: str, parameters: Sequence[object], order: str
    ) -> list[NameFound]:
        rows = self._database.all(
            f"{_NAME.format(tables=tables)} WHERE {where}{self._of_kind} ORDER BY {order} LIMIT ?",
            (*parameters, *self._kinds, self._most_names),
        )
        return [NameFound(*row) for row in rows]
