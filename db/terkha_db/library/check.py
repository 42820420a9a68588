# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Look a library over without changing it: structure, references, version, and its own rules."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from terkha_db.library.identity import Sort, connect_read_only, foreign, identify, newer
from terkha_db.library.migrations import tables_of

MOST = 20
"""How many findings of one sort are listed."""
_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table'"


def check(file: Path) -> tuple[str, ...]:
    """Return what is wrong with a library or a backup, one sentence each; nothing if it is whole.

    Raises:
        LibraryError: the file cannot be read, or another program has locked it.

    """
    identity = identify(file)
    match identity.sort:
        case Sort.ABSENT:
            return (f"{file} does not exist.",)
        case Sort.NEW:
            return (f"{file} is empty.",)
        case Sort.BROKEN:
            return (f"{file} is not an SQLite database, or damaged beyond reading.",)
        case Sort.FOREIGN:
            return (str(foreign(file)),)
        case Sort.NEWER:
            return (str(newer(file, identity.version)),)
        case Sort.LIBRARY:
            return _examine(file)


def is_whole(file: Path) -> bool:
    """Tell whether SQLite finds no damage in a library."""
    try:
        if identify(file).sort is not Sort.LIBRARY:
            return False
        with closing(connect_read_only(file)) as connection:
            return not (_damage(connection) or unreadable(connection))
    except (sqlite3.Error, UnicodeDecodeError):
        return False


def _examine(file: Path) -> tuple[str, ...]:
    try:
        with closing(connect_read_only(file)) as connection:
            if damage := _damage(connection) or unreadable(connection):
                return damage
            return (*_missing_tables(connection), *_dangling(connection), *_circles(connection))
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        return (f"{file} cannot be read through: {error}.",)


def _damage(connection: sqlite3.Connection) -> tuple[str, ...]:
    answers = [row[0] for row in connection.execute(f"PRAGMA integrity_check({MOST})")]
    return () if answers == ["ok"] else tuple(f"Damage: {answer}." for answer in answers)


def unreadable(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Return which tables hold text that cannot be read: SQLite itself looks only at structure."""
    found = []
    for table in sorted(_tables(connection)):
        try:
            for _ in connection.execute(f'SELECT * FROM "{table}"'):
                pass
        except (sqlite3.OperationalError, UnicodeDecodeError):
            found.append(f"The table {table} holds text that cannot be read.")
    return tuple(found)


def _tables(connection: sqlite3.Connection) -> set[str]:
    return {row[0] for row in connection.execute(_TABLES)}


def _missing_tables(connection: sqlite3.Connection) -> tuple[str, ...]:
    tables = _tables(connection)
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    wanted = tables_of(version)
    return tuple(f"The table {name} is missing." for name in wanted if name not in tables)


def _dangling(connection: sqlite3.Connection) -> tuple[str, ...]:
    rows = connection.execute("PRAGMA foreign_key_check").fetchmany(MOST)
    return tuple(f"Row {row[1]} of {row[0]} refers to a missing row of {row[2]}." for row in rows)


def _circles(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Find collections that are inside themselves, which no list would ever show."""
    if _missing_tables(connection):
        return ()
    query = """
        WITH RECURSIVE reached (id) AS (
            SELECT id FROM collection WHERE parent_id IS NULL
            UNION SELECT collection.id FROM collection JOIN reached ON parent_id = reached.id)
        SELECT name FROM collection WHERE id NOT IN (SELECT id FROM reached) ORDER BY id LIMIT ?"""
    rows = connection.execute(query, (MOST,))
    return tuple(f"The collection “{row[0]}” is inside itself." for row in rows)
