# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Tells whether a catalogue file is whole and keeps what it promises."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

from terkha_db.catalogue.connection import open_reader
from terkha_db.errors import CatalogueError
from terkha_db.seal import is_sealed
from terkha_db.wording import count

_MEND = "install Terkha again, or name a good copy with --catalogue FILE."
_UNCITED = """
SELECT r.id || '#' || s.id FROM statement AS s JOIN record AS r ON r.number = s.record
WHERE NOT EXISTS (SELECT 1 FROM statement_citation AS c WHERE c.statement = s.number)
ORDER BY s.number
"""
_INDEXES = ("name_tokens", "name_trigrams", "passage_tokens")

Test = Callable[[sqlite3.Connection], Iterator[str]]


def verify(path: Path) -> list[str]:
    """Return the faults of a catalogue as sentences; an empty list where it is good.

    Whatever the file holds, nothing is raised: a file that cannot be read is a fault.
    """
    try:
        open_reader(path).close()
        content = path.read_bytes()
    except (CatalogueError, OSError) as error:
        return [str(error)]
    faults = []
    if not is_sealed(content):
        faults.append(f"{path} was changed after it was built: its checksum is wrong; {_MEND}")
    try:
        # A copy in memory: to test an index, SQLite wants to write.
        connection = sqlite3.connect(":memory:")
        try:
            connection.deserialize(content)
            for test in TESTS:
                faults += test(connection)
        finally:
            connection.close()
    except (sqlite3.Error, UnicodeDecodeError) as error:
        # What SQLite says of damaged pages may hold bytes of them, which are no text.
        faults.append(f"{path} is damaged ({error}); {_MEND}")
    return faults


def _pages(connection: sqlite3.Connection) -> Iterator[str]:
    for (found,) in connection.execute("PRAGMA integrity_check(3)").fetchall():
        if found != "ok":
            yield f"The pages of the file are damaged: {found}; {_MEND}"


def _references(connection: sqlite3.Connection) -> Iterator[str]:
    found = connection.execute("PRAGMA foreign_key_check").fetchall()
    if found:
        table, _, parent, _ = found[0]
        yield f"{count(len(found), 'row')} refer to nothing, first in {table} to {parent}; {_MEND}"


def _sources(connection: sqlite3.Connection) -> Iterator[str]:
    found = connection.execute(_UNCITED).fetchall()
    if found:
        many = count(len(found), "statement")
        yield f"{many} without a citation, first {found[0][0]}; build the catalogue anew."


def _indexes(connection: sqlite3.Connection) -> Iterator[str]:
    for index in _INDEXES:
        try:
            connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError:
            yield f"The search index {index} is out of step with what it indexes; {_MEND}"


def _counts(connection: sqlite3.Connection) -> Iterator[str]:
    edition = dict(connection.execute("SELECT key, value FROM edition").fetchall())
    for key, table in (("records", "record"), ("statements", "statement")):
        ((found,),) = connection.execute(f"SELECT count(*) FROM {table}").fetchall()
        if str(found) != edition.get(key):
            yield f"The catalogue holds {found} {key} and should hold {edition.get(key)}; {_MEND}"


TESTS: tuple[Test, ...] = (_pages, _references, _sources, _indexes, _counts)
"""What is looked at besides the checksum."""
