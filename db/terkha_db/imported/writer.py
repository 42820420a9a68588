# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Writes one collection into a new file: sites, names, and the indexes for searching and sorting.

The file is of no use before ``finish``; whoever asked for it throws it away if that is not reached.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path

from terkha_db.fold import tokens
from terkha_db.imported.fitting import Misfit, Site
from terkha_db.imported.mapping import Column

APPLICATION_ID = 0x546B4374
"""``TkCt``, at offset 68 of the file."""
SCHEMA_VERSION = 1
"""SQLite's ``user_version``: raised whenever a table of a collection changes."""

_SETTINGS = (
    # What goes wrong costs a file that nobody has seen; it is made durable as a whole.
    "journal_mode = OFF",
    "synchronous = OFF",
    # Held from the first write on, so that others can tell a running import from a dead one.
    "locking_mode = EXCLUSIVE",
    "cache_size = -32768",
)
_BATCH = 2000
_TERMS = 24 << 20
"""Bytes of an index that are gathered in memory before they are written."""
_STEPS = 50_000
"""How often, in steps of SQLite's machine, it is asked whether to stop."""
MOST_NOTES = 10_000
"""Notes on rows that were taken; of the rest only the number is kept."""
_REMEMBERED = 20_000
_LONGEST_SORTED = 120
_MOST_SORTED = 100
_TOLD = ("commodity", "status", "province", "county")
"""Roles whose words are searched beside the names."""


_SEARCHED = ("name_tokens", "name_trigrams", "passage_tokens")
_SITE = (
    "CREATE TABLE site (number INTEGER PRIMARY KEY, place INTEGER NOT NULL, "
    "title TEXT NOT NULL, second TEXT, lat REAL, lon REAL{cells}) STRICT"
)
_NAME = (
    "INSERT INTO name (number, record, text, lang, attested, preferred, key, tokens) "
    "VALUES (?, ?, ?, ?, 1, 0, ?, ?)"
)
_PASSAGE = "INSERT INTO passage (number, record, field, text, tokens) VALUES (?, ?, 'table', ?, ?)"


class Writer:
    """One collection that is being made."""

    def __init__(
        self,
        file: Path,
        columns: list[Column],
        variants: Mapping[str, str],
        stopped: Callable[[], bool],
    ) -> None:
        self._columns = columns
        self._variants = variants
        # A table has few commodities, counties and kinds of status, each many times.
        self._folded = lru_cache(_REMEMBERED)(lambda cell: " ".join(tokens(cell, variants)))
        self._told = [at for at, column in enumerate(columns) if column.role in _TOLD]
        self._sites: list[tuple[object, ...]] = []
        self._names: list[tuple[object, ...]] = []
        self._passages: list[tuple[object, ...]] = []
        self._rejected: list[tuple[int, str, str, str]] = []
        self.sites = self.names = self.rejected = self.noted = self.swapped = self.placed = 0
        self.reasons: Counter[str] = Counter()
        self._connection = sqlite3.connect(file, isolation_level=None)
        try:
            self._connection.set_progress_handler(lambda: int(stopped()), _STEPS)
            self._begin()
        except BaseException:
            self.close()
            raise

    def add(self, site: Site) -> None:
        """Write one site."""
        self.sites += 1
        number, title = self.sites, site.title
        others = (name for name, _ in site.names if name.isascii() != title.isascii())
        self._sites.append(
            (number, site.place, title, next(others, None), site.lat, site.lon, *site.values)
        )
        for text, lang in site.names:
            self.names += 1
            words = tokens(text, self._variants)
            folded = ("".join(words), " ".join(words))
            self._names.append((self.names, number, text, lang, *folded))
        told = [str(cell) for at in self._told if (cell := site.values[at]) is not None]
        if told:
            folded_words = " ".join(filter(None, map(self._folded, told)))
            self._passages.append((number, number, " · ".join(told), folded_words))
        self.swapped += site.swapped
        self.placed += site.lat is not None
        if site.notes:
            self._note(site)
        if len(self._sites) >= _BATCH:
            self._flush()

    def reject(self, misfit: Misfit) -> None:
        """Write down one row that is left out."""
        self.rejected += 1
        self.reasons[misfit.reason] += 1
        if len(self.reasons) > MOST_NOTES:
            self.reasons = Counter(dict(self.reasons.most_common(MOST_NOTES // 2)))
        self._rejected.append((misfit.place, "rejected", misfit.reason, misfit.text))
        if len(self._rejected) >= _BATCH:
            self._flush()

    def index(self, step: Callable[[float], None]) -> None:
        """Make the indexes; ``step`` is told the share that is done."""
        self._flush()
        work = [f"INSERT INTO {name} ({name}) VALUES ('rebuild')" for name in _SEARCHED]
        work += ["CREATE INDEX name_key ON name (key, number)"]
        work += ["CREATE INDEX name_record ON name (record, number)"]
        work += [f"CREATE INDEX site_{of} ON site ({of})" for of in ("lat", "lon")]
        work += ["CREATE INDEX site_title ON site (title COLLATE NOCASE)"]
        sortable = self._sortable()
        work += [f"CREATE INDEX site_c{at} ON site (c{at} COLLATE NOCASE)" for at in sortable]
        self._connection.executemany(
            "UPDATE field SET sortable = 1 WHERE position = ?", [(at,) for at in sortable]
        )
        for done, statement in enumerate(work, start=1):
            self._connection.execute(statement)
            step(done / len(work))

    def finish(self, about: Mapping[str, str], misfits: list[int]) -> None:
        """Write what the collection is, and close the file whole."""
        run = self._connection
        run.executemany("INSERT INTO about VALUES (?, ?)", sorted(about.items()))
        run.executemany(
            "UPDATE field SET misfits = ? WHERE position = ?",
            [(count, at) for at, count in enumerate(misfits, start=1)],
        )
        run.execute("COMMIT")
        self.close()

    def close(self) -> None:
        """Close the file, whole or not."""
        self._connection.close()

    def _begin(self) -> None:
        run = self._connection
        for setting in _SETTINGS:
            run.execute(f"PRAGMA {setting}").fetchall()
        run.execute("BEGIN IMMEDIATE")
        run.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        run.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        schema = Path(__file__).with_name("schema.sql").read_text("utf-8")
        for statement in _statements(schema):
            run.execute(statement)
        cells = "".join(f", c{at} ANY" for at in range(1, len(self._columns) + 1))
        run.execute(_SITE.format(cells=cells))
        for name in _SEARCHED:
            # Fewer and larger pieces need less merging.
            run.execute(f"INSERT INTO {name} ({name}, rank) VALUES ('hashsize', ?)", (_TERMS,))
        run.executemany(
            "INSERT INTO field VALUES (?, ?, ?, ?, ?, 0, 0)",
            [
                (at, column.header, column.role, column.lang, column.type)
                for at, column in enumerate(self._columns, start=1)
            ],
        )
        run.executemany("INSERT INTO han_variant VALUES (?, ?)", sorted(self._variants.items()))

    def _note(self, site: Site) -> None:
        self.noted += 1
        if self.noted <= MOST_NOTES:
            for note in dict.fromkeys(site.notes):
                self._rejected.append((site.place, "noted", note, site.title))

    def _flush(self) -> None:
        run = self._connection
        marks = ", ".join("?" * (len(self._columns) + 6))
        run.executemany(f"INSERT INTO site VALUES ({marks})", self._sites)
        run.executemany(_NAME, self._names)
        run.executemany(_PASSAGE, self._passages)
        run.executemany("INSERT INTO rejected VALUES (?, ?, ?, ?)", self._rejected)
        for batch in (self._sites, self._names, self._passages, self._rejected):
            batch.clear()

    def _sortable(self) -> list[int]:
        """Return the columns without long texts, in one pass over the table."""
        if not self._columns:
            return []
        places = range(1, len(self._columns) + 1)
        longest = ", ".join(f"MAX(LENGTH(c{at}))" for at in places)
        (lengths,) = self._connection.execute(f"SELECT {longest} FROM site")
        short = [
            at for at, most in zip(places, lengths, strict=True) if (most or 0) <= _LONGEST_SORTED
        ]
        return short[:_MOST_SORTED]


def _statements(schema: str) -> list[str]:
    found, statement = [], ""
    for line in schema.splitlines():
        statement += f"{line}\n"
        if sqlite3.complete_statement(statement):
            found.append(statement)
            statement = ""
    return found
