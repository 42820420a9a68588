# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Make rotating backups by SQLite's backup API, each whole, verified and a single file."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from terkha_db.errors import LibraryError
from terkha_db.library import faults
from terkha_db.library.check import unreadable
from terkha_db.library.files import discard, sync
from terkha_db.library.identity import PATIENCE, beside, connect_read_only
from terkha_db.library.recovery import explained
from terkha_db.library.rotation import DAILY, backups, free_name
from terkha_db.paths import Paths, ensure_folder

KEPT = 10
"""Of how many days a backup is kept."""
EVERY = timedelta(hours=1)


def back_up(paths: Paths, *, reason: str = DAILY, now: datetime | None = None) -> Path:
    """Write a backup into the backups folder and return it.

    Raises:
        LibraryError: the library is damaged or locked, or the folder cannot be written.

    """
    file = free_name(paths, reason, now or datetime.now(UTC))
    ensure_folder(paths.backups)
    copy_database(paths, paths.library, file)
    return file


def back_up_to(paths: Paths, file: Path) -> None:
    """Write a backup to a file of the reader's choice, which must not exist yet.

    Raises:
        LibraryError: there is no library, the file exists, or it cannot be written.

    """
    if not paths.library.exists():
        raise LibraryError(f"There is no library at {paths.library} yet: nothing to back up.")
    if file.exists():
        raise LibraryError(f"{file} exists and was left as it is: choose another name.")
    copy_database(paths, paths.library, file)


def back_up_if_due(paths: Paths, now: datetime, every: timedelta = EVERY) -> Path | None:
    """Write a backup if some time has passed and something has changed; keep one of each day.

    Of today that is the newest, so that no more than an hour's work hangs on one file; the oldest
    days go.

    Raises:
        LibraryError: the backup cannot be written.

    """
    existing = backups(paths)
    if existing and abs(now - existing[0].made) < every:
        return None
    if existing and _mark(existing[0].file) == _mark(paths.library):
        return None
    made = back_up(paths, now=now)
    days: set[date] = set()
    for backup in [each for each in backups(paths) if each.reason == DAILY]:
        if backup.made.date() in days or len(days) == KEPT:
            discard(backup.file)
        days.add(backup.made.date())
    return made


def copy_database(paths: Paths, source: Path, target: Path) -> None:
    """Copy a database, whole and verified, to a file that appears only when it is complete.

    Raises:
        LibraryError: the source is damaged or locked, or the target cannot be written.

    """
    partial = target.with_name(target.name + ".partial")
    try:
        with explained(paths, written=target):
            _copy(source, partial)
        sync(partial)
        partial.replace(target)
        sync(target.parent)
    except OSError as error:
        raise faults.refused(target, "written", error) from error
    finally:
        discard(partial, beside(partial, "-journal"))


def pour(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """Copy all pages in one transaction; give up after PATIENCE when the target stays locked."""
    source.backup(target, pages=-1, progress=_patient(), sleep=0.05)


def _copy(source: Path, partial: Path) -> None:
    partial.unlink(missing_ok=True)
    partial.touch(mode=0o600)
    with (
        closing(connect_read_only(source)) as original,
        closing(sqlite3.connect(partial, isolation_level=None)) as copy,
    ):
        pour(original, copy)
        # A copy in WAL mode would need companions; this one is to stand alone.
        copy.execute("PRAGMA journal_mode = DELETE")
        answer = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if answer == "ok" and (found := unreadable(copy)):
            answer = found[0]
        if answer != "ok":
            damage = sqlite3.DatabaseError(answer)
            damage.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
            raise damage


def _patient() -> Callable[[int, int, int], None]:
    deadline = time.monotonic() + PATIENCE

    def progress(status: int, _remaining: int, _total: int) -> None:
        if status in faults.LOCKED and time.monotonic() > deadline:
            busy = sqlite3.OperationalError("database is locked")
            busy.sqlite_errorcode = status
            raise busy

    return progress


def _mark(file: Path) -> str | None:
    """Return the mark that every change renews, or None if the file cannot tell."""
    try:
        with closing(connect_read_only(file)) as connection:
            return str(connection.execute("SELECT mark FROM revision").fetchone()[0])
    except (sqlite3.Error, TypeError):
        return None
