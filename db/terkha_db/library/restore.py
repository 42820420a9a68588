# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Put a backup in the place of the library, keeping what was there before."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from terkha_db.errors import LibraryError
from terkha_db.library import faults
from terkha_db.library.backup import back_up, copy_database, pour
from terkha_db.library.check import check, is_whole
from terkha_db.library.files import discard, sync
from terkha_db.library.identity import Sort, beside, identify
from terkha_db.library.migrations import SCHEMA_VERSION, migrate
from terkha_db.library.recovery import explained
from terkha_db.library.rotation import DAMAGED, free_name
from terkha_db.paths import Paths, ensure_folder


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restoration did."""

    source: Path
    """The backup that is the library now."""
    before: Path | None
    """The backup of what was there before; None if there was nothing."""


def restore(paths: Paths, file: Path, now: datetime | None = None) -> Restored:
    """Verify a backup, back up the present library, and put the backup in its place.

    Other processes that have the library open see the restored content at their next look.

    Raises:
        LibraryError: the file is no whole library that this Terkha knows, or writing fails; the
            present library is then as it was.

    """
    if findings := check(file):
        raise LibraryError(f"{file} cannot be restored, and nothing was changed: {findings[0]}")
    moment = now or datetime.now(UTC)
    ensure_folder(paths.library.parent)
    ready = beside(paths.library, ".restoring")
    try:
        copy_database(paths, file, ready)
        _update(paths, ready)
        before = _replace(paths, ready, moment)
    finally:
        discard(ready)
    return Restored(file, before)


def start_anew(paths: Paths, now: datetime | None = None) -> Path | None:
    """Move a library that cannot be used into the backups folder, so that an empty one begins.

    Return where it is now, or None if there was none.

    Raises:
        LibraryError: it could not be moved; it is then where it was.

    """
    if identify(paths.library).sort is Sort.ABSENT:
        return None
    kept = _set_aside(paths, now or datetime.now(UTC))
    try:
        paths.library.unlink()
    except OSError as error:
        raise faults.refused(paths.library, "moved", error) from error
    discard(*(beside(paths.library, ending) for ending in ("-wal", "-shm")))
    return kept


def _update(paths: Paths, ready: Path) -> None:
    """Bring the copy of an old backup to the present schema before it becomes the library."""
    if identify(ready).version == SCHEMA_VERSION:
        return
    with (
        explained(paths, written=ready),
        closing(sqlite3.connect(ready, isolation_level=None)) as connection,
    ):
        migrate(connection)


def _replace(paths: Paths, ready: Path, moment: datetime) -> Path | None:
    sort = identify(paths.library).sort
    if sort is Sort.LIBRARY and is_whole(paths.library):
        kept = back_up(paths, reason="before-restore", now=moment)
        _pour_over(paths, ready)
        return kept
    before = None if sort is Sort.ABSENT else _set_aside(paths, moment)
    try:
        # A log that belongs to the old file must never be applied to the new one.
        for ending in ("-wal", "-shm"):
            beside(paths.library, ending).unlink(missing_ok=True)
        ready.replace(paths.library)
        sync(paths.library.parent)
    except OSError as error:
        raise faults.refused(paths.library, "replaced", error) from error
    return before


def _pour_over(paths: Paths, ready: Path) -> None:
    """Overwrite the living library in one transaction, so that others may have it open."""
    with (
        explained(paths),
        closing(sqlite3.connect(ready, isolation_level=None)) as source,
        closing(sqlite3.connect(paths.library, isolation_level=None)) as target,
    ):
        target.execute("PRAGMA synchronous = FULL")
        pour(source, target)


def _set_aside(paths: Paths, moment: datetime) -> Path:
    """Copy a damaged library as it is, with its log, into the backups folder."""
    ensure_folder(paths.backups)
    kept = free_name(paths, DAMAGED, moment)
    try:
        shutil.copy2(paths.library, kept)
        if beside(paths.library, "-wal").exists():
            shutil.copy2(beside(paths.library, "-wal"), beside(kept, "-wal"))
    except OSError as error:
        discard(kept)
        raise faults.refused(kept, "written", error) from error
    return kept
