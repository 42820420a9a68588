# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The one door to the library file: opening it safely, reading rows, and transactions.

A library that does not exist yet reads as empty and is created by the first change. All calls may
come from any thread; they take turns.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from terkha_db.library.creation import create_file, create_in_memory
from terkha_db.library.faults import gone, unwritable
from terkha_db.library.files import stamp_of
from terkha_db.library.identity import (
    PATIENCE,
    Sort,
    connect_read_only,
    foreign,
    identify,
    newer,
)
from terkha_db.library.journal import Journal
from terkha_db.library.migrations import SCHEMA_VERSION, migrate
from terkha_db.library.recovery import damaged, explained
from terkha_db.library.words import fold, stamp
from terkha_db.paths import Paths, ensure_folder

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """Return the present time in UTC."""
    return datetime.now(UTC)


class Store:
    """A connection to the library file, with transactions that are journaled for undo."""

    def __init__(self, paths: Paths, patience: float = PATIENCE, clock: Clock = utc_now) -> None:
        """Look at the file and connect to it if it exists.

        Args:
            paths: where the library and its backups are.
            patience: how many seconds to wait for another program's lock.
            clock: gives the present time.

        Raises:
            LibraryError: the file is damaged, newer, foreign, locked or cannot be read.

        """
        self.paths = paths
        self.journal = Journal()
        self._patience = patience
        self._clock = clock
        self._lock = threading.RLock()
        self._exists = False
        self._stamp: tuple[int, int] | None = None
        """Which file is open, where the library exists."""
        self._connection = self._connect_if_there()

    @property
    def writable(self) -> bool:
        """Whether changes can be kept, as far as permissions tell."""
        file = self.paths.library
        return _may_write(_nearest(file.parent)) and (not file.exists() or _may_write(file))

    @property
    def exists(self) -> bool:
        """Whether there is a library, rather than its empty stand-in."""
        return self._exists

    def now(self) -> str:
        """Return the present time as the library keeps it."""
        return stamp(self._clock())

    def moment(self) -> datetime:
        """Return the present time."""
        return self._clock()

    def close(self) -> None:
        """Close the file; the last one to close it folds the log into it."""
        with self._lock:
            self._connection.close()

    @contextmanager
    def let_go(self) -> Iterator[None]:
        """Have the file closed meanwhile, and opened again by the next look at it."""
        with self._lock:
            self._exists, self._stamp = False, None
            self._swap(_stand_in())
            yield

    def rows(self, sql: str, *values: object) -> list[sqlite3.Row]:
        """Return all rows of a query."""
        with self._lock, explained(self.paths):
            if not self._connection.in_transaction:
                self._follow_file()
            return self._connection.execute(sql, values).fetchall()

    def value(self, sql: str, *values: object) -> object:
        """Return the first column of the first row, or None if there is no row."""
        found = self.rows(sql, *values)
        return found[0][0] if found else None

    @contextmanager
    def reading(self) -> Iterator[None]:
        """See the library at one moment in all queries inside, whatever others write meanwhile."""
        with self._lock, explained(self.paths):
            if self._connection.in_transaction:
                yield
                return
            self.rows("BEGIN")
            try:
                yield
            finally:
                self._connection.execute("COMMIT")

    @contextmanager
    def change(
        self, action: str, subject: str = "", count: int = 1, *, keep: bool = True
    ) -> Iterator[sqlite3.Connection]:
        """Make one change that is wholly kept or not at all, and can be undone as one step.

        A change within a change becomes part of it. A change that changes nothing leaves no step.
        Without ``keep`` it is a rehearsal: whatever is done inside is rolled back at the end.

        Raises:
            LibraryError: the file cannot be written, the disk is full, or the file is locked.

        """
        with self.transaction(keep=keep) as connection:
            if self.journal.recording:
                yield connection
                return
            with self.journal.record(connection, action, subject, count, self.now()):
                yield connection

    @contextmanager
    def transaction(
        self, *, keep: bool = True, patient: bool = True
    ) -> Iterator[sqlite3.Connection]:
        """Run statements that are wholly kept or not at all, without a step for undo.

        Without ``patient`` another program's lock is not waited for.
        """
        with self._lock, explained(self.paths):
            outermost = not self._connection.in_transaction
            if outermost:
                self._follow_file(writing=True)
            if not self._exists:
                self._create()
            self._begin(outermost, self._patience if patient else 0)
            try:
                self._check_version()
                yield self._connection
                (self._commit if keep else self._roll_back)(outermost)
            except BaseException:
                self._roll_back(outermost)
                raise

    def _follow_file(self, *, writing: bool = False) -> None:
        """Connect anew where another file has come into the place of the one that was opened.

        What is open can be read to the end if its file was removed, but nothing can be kept in it.
        """
        found = stamp_of(self.paths.library)
        if self._exists and found is None and writing:
            raise gone(self.paths.library)
        if found is not None and found != self._stamp:
            self._swap(self._connect_if_there())

    def _begin(self, outermost: bool, patience: float) -> None:
        if outermost:
            self.journal.prepare(self._connection)
            self._connection.execute(f"PRAGMA busy_timeout = {round(patience * 1000)}")
        self._connection.execute("BEGIN IMMEDIATE" if outermost else "SAVEPOINT inner_change")

    def _check_version(self) -> None:
        """Stop if a newer Terkha has changed the file since it was opened."""
        version = self._connection.execute("PRAGMA user_version").fetchone()[0]
        if version != SCHEMA_VERSION:
            raise newer(self.paths.library, version)

    def _commit(self, outermost: bool) -> None:
        if not outermost:
            self._connection.execute("RELEASE inner_change")
            return
        self._connection.execute("UPDATE revision SET mark = lower(hex(randomblob(8)))")
        self._connection.execute("COMMIT")

    def _roll_back(self, outermost: bool) -> None:
        if not self._connection.in_transaction:  # SQLite already did, as on a full disk
            return
        if outermost:
            self._connection.rollback()
        else:
            self._connection.execute("ROLLBACK TO inner_change")
            self._connection.execute("RELEASE inner_change")

    def _connect_if_there(self) -> sqlite3.Connection:
        """Return a connection to the library, or to an empty stand-in while there is none."""
        version = self._known_version()
        connection = self._connect(version) if version > 0 else _stand_in()
        self._exists = version > 0
        self._stamp = stamp_of(self.paths.library) if self._exists else None
        return connection

    def _create(self) -> None:
        """Create the library, or connect to the one that another process has just created."""
        ensure_folder(self.paths.library.parent)
        self._swap(self._connect(self._known_version()))
        self._stamp = stamp_of(self.paths.library)
        self._exists = True

    def _known_version(self) -> int:
        """Return the version of the library's schema, 0 if there is none yet."""
        file = self.paths.library
        identity = identify(file)
        match identity.sort:
            case Sort.NEWER:
                raise newer(file, identity.version)
            case Sort.FOREIGN:
                raise foreign(file)
            case Sort.BROKEN:
                raise damaged(self.paths, "it is not an SQLite database")
            case Sort.NEW if self._has_backups():
                raise damaged(self.paths, "it is empty")
            case _:
                return identity.version

    def _has_backups(self) -> bool:
        from terkha_db.library.rotation import backups

        return bool(backups(self.paths))

    def _connect(self, version: int) -> sqlite3.Connection:
        with explained(self.paths):
            if not self.writable and version == SCHEMA_VERSION:
                connection = _prepared(connect_read_only(self.paths.library, self._patience))
            else:
                connection = self._connect_for_writing(version)
            try:
                self._look_over(connection)
            except BaseException:
                connection.close()
                raise
            return connection

    def _connect_for_writing(self, version: int) -> sqlite3.Connection:
        file = self.paths.library
        if not self.writable:
            raise unwritable(file)
        if 0 < version < SCHEMA_VERSION:
            from terkha_db.library.backup import back_up

            back_up(self.paths, reason="before-update", now=self._clock())
        if not file.exists():
            create_file(file)
        connection = _prepared(
            sqlite3.connect(
                file, timeout=self._patience, isolation_level=None, check_same_thread=False
            )
        )
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            if version < SCHEMA_VERSION:
                migrate(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _look_over(self, connection: sqlite3.Connection) -> None:
        """Stop at a file that is damaged, before anything is built on it.

        Looking through a library takes some 2 ms a megabyte.
        """
        answer = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        if answer != "ok":
            raise damaged(self.paths, answer)
        with closing(_stand_in()) as model:
            wanted, found = _columns(model), _columns(connection)
        for table, columns in wanted.items():
            if found.get(table) != columns:
                what = "columns in the table" if table in found else "the table"
                raise damaged(self.paths, f"it lacks {what} {table}")

    def _swap(self, connection: sqlite3.Connection) -> None:
        if connection is not self._connection:
            self._connection.close()
            self._connection = connection
            self.journal = Journal()


def _stand_in() -> sqlite3.Connection:
    connection = _prepared(
        sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    )
    create_in_memory(connection)
    return connection


def _columns(connection: sqlite3.Connection) -> dict[str, list[str]]:
    """Return the columns of each table."""
    rows = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    return {
        row[0]: [column[1] for column in connection.execute(f'PRAGMA table_info("{row[0]}")')]
        for row in rows
    }


def _prepared(connection: sqlite3.Connection) -> sqlite3.Connection:
    connection.row_factory = sqlite3.Row
    connection.create_function("fold", 1, fold, deterministic=True)
    for pragma in (
        "foreign_keys = ON",
        "trusted_schema = OFF",
        "temp_store = MEMORY",
        "fullfsync = ON",
    ):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _may_write(path: Path) -> bool:
    effective = os.access in os.supports_effective_ids
    return os.access(path, os.W_OK, effective_ids=effective)


def _nearest(folder: Path) -> Path:
    """Return the folder, or the nearest one above it that exists."""
    return next((each for each in (folder, *folder.parents) if each.exists()), folder)
