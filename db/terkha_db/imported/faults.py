# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Faults of the files that readers bring, and of the files that are made of them."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

from terkha_db.errors import KnownError, LibraryError

_FULL = (errno.ENOSPC, errno.EDQUOT)
# What SQLite says of the disk and of permissions, never of a query of ours.
_SURROUNDINGS = (
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
)
_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT)


class TableError(KnownError):
    """A table that cannot be read, or columns that cannot be taken as they were named."""


class CollectionError(LibraryError):
    """A collection cannot be made, opened or removed."""


class CancelledError(KnownError):
    """The reader stopped an import; nothing was changed."""

    exit_code = 1


def unreadable(file: Path, error: OSError) -> TableError:
    """Return the sentence for a table that the system does not let us read."""
    reason = error.strerror or type(error).__name__
    return TableError(f"{file} cannot be read ({reason}): check its name and permissions.")


def unwritable(file: Path, error: OSError) -> CollectionError:
    """Return the sentence for a collection that the system does not let us write."""
    if error.errno in _FULL:
        return disk_full(file)
    reason = error.strerror or type(error).__name__
    return CollectionError(
        f"{file} cannot be written ({reason}): allow writing there, or choose another place "
        "with --profile DIR; nothing was changed."
    )


def disk_full(file: Path) -> CollectionError:
    """Return the sentence for a disk without room."""
    return CollectionError(
        f"The disk is full, so nothing was imported into {file}: free some space and try again."
    )


def explain(file: Path, error: sqlite3.Error) -> CollectionError | None:
    """Return the sentence for what SQLite says of the surroundings, or None for a bug of ours."""
    # The low byte is the primary code, the others say more about it.
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_FULL:
        return disk_full(file)
    if code in _SURROUNDINGS:
        return CollectionError(
            f"The disk did not let {file} be read or written ({error}): "
            "check its space and permissions, and try again."
        )
    return damaged(file, error) if code in _DAMAGE else None


def damaged(file: Path, reason: object) -> CollectionError:
    """Return the sentence for a collection that is not whole."""
    return CollectionError(
        f"The collection {file} is damaged ({reason}): import its table again with --replace, "
        "or remove it."
    )
