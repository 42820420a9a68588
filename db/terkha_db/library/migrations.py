# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The schema of the library, as the steps that lead to it from an empty file.

A released step is never edited: a change of the schema is a new step at the end of STEPS. Steps
run through sqlite-utils' Migrations, which is slow to import and therefore loaded only when a
step is pending. The undo journal holds images of whole rows: a step that renames or drops a column
of a journaled table must empty ``change``; one that adds a column need not.
"""

from __future__ import annotations

import re
import sqlite3
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlite_utils import Database

APPLICATION_ID = 0x546B4C62  # "TkLb"
_TABLE = re.compile(r"CREATE TABLE (\w+)")


class Step(NamedTuple):
    """One migration: a name that never changes, and the statements it consists of."""

    name: str
    statements: tuple[str, ...]


FIRST = Step(
    "001_bookmarks_collections_tray_history",
    (
        """CREATE TABLE item (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            link TEXT NOT NULL UNIQUE,
            kind TEXT NOT NULL,
            title TEXT NOT NULL,
            edition TEXT NOT NULL,
            added TEXT NOT NULL,
            pinned INTEGER
        ) STRICT""",
        """CREATE TABLE collection (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            parent_id INTEGER REFERENCES collection (id) ON DELETE CASCADE,
            name TEXT NOT NULL,
            position INTEGER NOT NULL,
            created TEXT NOT NULL
        ) STRICT""",
        "CREATE UNIQUE INDEX collection_name ON collection (coalesce(parent_id, 0), name)",
        "CREATE INDEX collection_parent ON collection (parent_id)",
        """CREATE TABLE item_collection (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            item_id INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
            collection_id INTEGER NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            UNIQUE (item_id, collection_id)
        ) STRICT""",
        "CREATE INDEX item_collection_order ON item_collection (collection_id, position)",
        """CREATE TABLE tag (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL UNIQUE
        ) STRICT""",
        """CREATE TABLE item_tag (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            item_id INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
            tag_id INTEGER NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
            UNIQUE (item_id, tag_id)
        ) STRICT""",
        "CREATE INDEX item_tag_tag ON item_tag (tag_id)",
        """CREATE TABLE note (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            item_id INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
            text TEXT NOT NULL,
            created TEXT NOT NULL,
            modified TEXT NOT NULL
        ) STRICT""",
        "CREATE INDEX note_item ON note (item_id)",
        """CREATE TABLE saved_search (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL UNIQUE,
            kind TEXT NOT NULL,
            query TEXT NOT NULL,
            grammar INTEGER NOT NULL,
            created TEXT NOT NULL,
            position INTEGER NOT NULL
        ) STRICT""",
        """CREATE TABLE history (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            link TEXT NOT NULL,
            kind TEXT NOT NULL,
            title TEXT NOT NULL,
            visited TEXT NOT NULL
        ) STRICT""",
        "CREATE INDEX history_link ON history (link)",
        """CREATE TABLE tray (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            link TEXT NOT NULL UNIQUE,
            kind TEXT NOT NULL,
            title TEXT NOT NULL,
            added TEXT NOT NULL
        ) STRICT""",
        """CREATE TABLE change (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            action TEXT NOT NULL,
            subject TEXT NOT NULL,
            count INTEGER NOT NULL,
            at TEXT NOT NULL,
            undone INTEGER NOT NULL DEFAULT 0
        ) STRICT""",
        """CREATE TABLE change_row (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            change_id INTEGER NOT NULL REFERENCES change (id) ON DELETE CASCADE,
            table_name TEXT NOT NULL,
            row_id INTEGER NOT NULL,
            before TEXT,
            after TEXT
        ) STRICT""",
        "CREATE INDEX change_row_change ON change_row (change_id)",
        """CREATE TABLE revision (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            mark TEXT NOT NULL
        ) STRICT""",
        "INSERT INTO revision (id, mark) VALUES (1, lower(hex(randomblob(8))))",
    ),
)

WORKS = Step(
    "002_works",
    (
        """CREATE TABLE work (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            slug TEXT NOT NULL UNIQUE,
            csl TEXT NOT NULL,
            origin TEXT NOT NULL,
            added TEXT NOT NULL
        ) STRICT""",
    ),
)

STEPS: tuple[Step, ...] = (FIRST, WORKS)
SCHEMA_VERSION = len(STEPS)


def tables_of(version: int) -> tuple[str, ...]:
    """Return the tables of a library of one version, in the order in which they were made."""
    made = (line for step in STEPS[:version] for line in step.statements)
    return tuple(found[1] for line in made if (found := _TABLE.match(line)))


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a library to SCHEMA_VERSION in one transaction; safe when two processes try at once."""
    from sqlite_utils import Database, Migrations

    migrations = Migrations("terkha-library")
    for version, step in enumerate(STEPS, start=1):
        migrations(name=step.name)(_runner(step, version))
    database = Database(connection, recursive_triggers=False, execute_plugins=False)
    connection.execute("BEGIN IMMEDIATE")
    try:
        migrations.apply(database)
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise


def _runner(step: Step, version: int) -> Callable[[Database], None]:
    return lambda database: run_step(database.conn, step, version)


def run_step(connection: sqlite3.Connection, step: Step, version: int) -> None:
    """Run one step, whose number is the version it leads to."""
    for statement in step.statements:
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {version}")
