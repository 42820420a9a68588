# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Undo and redo for every change, by images of the rows before and after it.

Temporary triggers write the images in the transaction of the change itself, so the journal can
neither miss a row (cascades included) nor outlive a change that was rolled back. It is part of the
file: undo works after a restart and after a crash.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from terkha_db.errors import LibraryError

if TYPE_CHECKING:
    from terkha_db.library.actions import Change

JOURNALED = (
    "item",
    "collection",
    "item_collection",
    "tag",
    "item_tag",
    "note",
    "saved_search",
    "history",
    "tray",
    "work",
)
LONGEST = 500
"""How many steps can be undone."""


NEXT_UNDO = "SELECT * FROM change WHERE undone = 0 ORDER BY id DESC LIMIT 1"
NEXT_REDO = "SELECT * FROM change WHERE undone = 1 ORDER BY id LIMIT 1"


class Journal:
    """The record of changes of one connection."""

    def __init__(self) -> None:
        self.recording = False
        self._expressions: dict[str, str] = {}

    def prepare(self, connection: sqlite3.Connection) -> None:
        """Set up the triggers, once per connection and only when something is about to change."""
        if self._expressions:
            return
        connection.execute("CREATE TEMP TABLE recording (change_id INTEGER NOT NULL)")
        for table in JOURNALED:
            for statement in _triggers(connection, table):
                connection.execute(statement)
        self._expressions = {table: _image(connection, table) for table in JOURNALED}

    @contextmanager
    def record(
        self, connection: sqlite3.Connection, action: str, subject: str, count: int, at: str
    ) -> Iterator[None]:
        """Journal what is done inside as one step; leave no step if no row changed."""
        step = connection.execute(
            "INSERT INTO change (action, subject, count, at) VALUES (?, ?, ?, ?)",
            (action, subject, count, at),
        ).lastrowid
        connection.execute("INSERT INTO recording (change_id) VALUES (?)", (step,))
        self.recording = True
        try:
            yield
        finally:
            self.recording = False
        connection.execute("DELETE FROM recording")
        _finish(connection, step)

    def undo(self, connection: sqlite3.Connection) -> Change | None:
        """Take back the last step that stands and return it, or None if there is none."""
        if (step := _step(connection, NEXT_UNDO)) is None:
            return None
        for image in _images(connection, step["id"], "DESC"):
            self._put(connection, image, there=image["after"], wanted=image["before"])
        connection.execute("UPDATE change SET undone = 1 WHERE id = ?", (step["id"],))
        return change(step)

    def redo(self, connection: sqlite3.Connection) -> Change | None:
        """Do the last undone step again and return it, or None if there is none."""
        if (step := _step(connection, NEXT_REDO)) is None:
            return None
        for image in _images(connection, step["id"], "ASC"):
            self._put(connection, image, there=image["before"], wanted=image["after"])
        connection.execute("UPDATE change SET undone = 0 WHERE id = ?", (step["id"],))
        return change(step)

    def _put(
        self,
        connection: sqlite3.Connection,
        image: sqlite3.Row,
        there: str | None,
        wanted: str | None,
    ) -> None:
        """Make one row what it is wanted to be, if it is what it should be by now."""
        table, row_id = image["table_name"], image["row_id"]
        if table not in self._expressions:  # it comes from the file and would enter SQL
            raise _changed_elsewhere()
        query = f"SELECT {self._expressions[table]} FROM {table} WHERE id = ?"
        found = connection.execute(query, (row_id,)).fetchone()
        now = json.loads(found[0]) if found else None
        if _matches(now, wanted):
            return
        if not _matches(now, there):
            raise _changed_elsewhere()
        try:
            _write(connection, table, row_id, _row(wanted), exists=now is not None)
        except sqlite3.IntegrityError as error:
            raise _changed_elsewhere() from error


def change(row: sqlite3.Row) -> Change:
    """Return the step that a row of ``change`` describes."""
    from terkha_db.library.actions import Change

    return Change(row["action"], row["subject"], row["count"], row["at"])


def _finish(connection: sqlite3.Connection, step: int | None) -> None:
    """Keep a step that changed something, and forget those it makes unreachable or too old."""
    query = "SELECT EXISTS (SELECT 1 FROM change_row WHERE change_id = ?)"
    if not connection.execute(query, (step,)).fetchone()[0]:
        connection.execute("DELETE FROM change WHERE id = ?", (step,))
        return
    connection.execute("DELETE FROM change WHERE undone = 1")
    connection.execute(
        "DELETE FROM change WHERE id <= (SELECT id FROM change ORDER BY id DESC LIMIT 1 OFFSET ?)",
        (LONGEST,),
    )


def _step(connection: sqlite3.Connection, query: str) -> sqlite3.Row | None:
    row: sqlite3.Row | None = connection.execute(query).fetchone()
    return row


def _images(connection: sqlite3.Connection, step: int, order: str) -> list[sqlite3.Row]:
    query = f"SELECT * FROM change_row WHERE change_id = ? ORDER BY id {order}"
    return connection.execute(query, (step,)).fetchall()


def _write(
    connection: sqlite3.Connection,
    table: str,
    row_id: int,
    row: dict[str, object] | None,
    *,
    exists: bool,
) -> None:
    if row is None:
        connection.execute(f"DELETE FROM {table} WHERE id = ?", (row_id,))
        return
    names = list(row)
    if exists:
        setting = ", ".join(f'"{name}" = ?' for name in names)
        connection.execute(f"UPDATE {table} SET {setting} WHERE id = ?", (*row.values(), row_id))
        return
    columns = ", ".join(f'"{name}"' for name in names)
    marks = ", ".join("?" * len(names))
    connection.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", tuple(row.values()))


def _row(image: str | None) -> dict[str, object] | None:
    row: dict[str, object] | None = json.loads(image) if image is not None else None
    return row


def _matches(now: dict[str, object] | None, image: str | None) -> bool:
    """Tell whether a row is as in an image; columns younger than the image do not count."""
    row = _row(image)
    if now is None or row is None:
        return now is row
    return {name: now.get(name) for name in row} == row


def _changed_elsewhere() -> LibraryError:
    return LibraryError(
        "This step cannot be undone or redone because another program changed the same rows "
        "of the library: go on without it, or restore a backup."
    )


def _triggers(connection: sqlite3.Connection, table: str) -> Iterator[str]:
    old, new = _image(connection, table, "old."), _image(connection, table, "new.")
    events = (
        ("INSERT", "1", "new.id", "NULL", new),
        ("UPDATE", f"{old} IS NOT {new}", "new.id", old, new),
        ("DELETE", "1", "old.id", old, "NULL"),
    )
    for event, when, row_id, before, after in events:
        yield (
            f"CREATE TEMP TRIGGER journal_{table}_{event} AFTER {event} ON main.{table} "
            f"WHEN {when} BEGIN "
            "INSERT INTO change_row (change_id, table_name, row_id, before, after) "
            f"SELECT change_id, '{table}', {row_id}, {before}, {after} FROM recording; END"
        )


def _image(connection: sqlite3.Connection, table: str, side: str = "") -> str:
    """Return the SQL expression for a row as a JSON object."""
    names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    return "json_object(" + ", ".join(f"'{name}', {side}\"{name}\"" for name in names) + ")"
