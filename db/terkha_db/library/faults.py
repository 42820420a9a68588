# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Turn what SQLite and the file system complain of into one sentence for the reader."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from terkha_db.errors import LibraryError

LOCKED = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL})
DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
UNWRITABLE = frozenset(
    {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH}
)


def is_damage(error: sqlite3.Error) -> bool:
    """Tell whether the file itself was found to be damaged, its structure or its text."""
    return _code(error) in DAMAGED or "Could not decode to UTF-8" in str(error)


def explain(file: Path, error: sqlite3.Error) -> LibraryError | None:
    """Return the sentence for a complaint about the surroundings, or None if it is none."""
    code = _code(error)
    if code in LOCKED:
        return locked(file)
    if code in UNWRITABLE:
        return unwritable(file)
    if code == sqlite3.SQLITE_FULL:
        return LibraryError(
            f"The disk is full, so this was not saved in {file}: free some space and try again."
        )
    if code == sqlite3.SQLITE_IOERR:
        return LibraryError(
            f"The disk did not let {file} be read or written "
            f"({error.sqlite_errorname}): check the disk and try again."
        )
    return None


def locked(file: Path) -> LibraryError:
    """Return the sentence for a file that another program holds."""
    return LibraryError(
        f"The library {file} is locked by another program: close that program or try again."
    )


def gone(file: Path) -> LibraryError:
    """Return the sentence for a file that was taken away while it was open."""
    return LibraryError(
        f"The library {file} was moved or deleted while Terkha had it open, so this was not saved: "
        "put it back and try again, or start Terkha anew."
    )


def unwritable(file: Path) -> LibraryError:
    """Return the sentence for a file or folder without permission to write."""
    return LibraryError(
        f"The library {file} cannot be written: allow writing to the file and its folder, "
        "or choose another place with --profile DIR."
    )


def refused(file: Path, doing: str, error: OSError) -> LibraryError:
    """Return the sentence for a complaint of the operating system about a file."""
    reason = error.strerror or type(error).__name__
    return LibraryError(f"{file} could not be {doing} ({reason}): check the path and permissions.")


def _code(error: sqlite3.Error) -> int:
    # The low byte is the primary code, the others say more about it.
    return getattr(error, "sqlite_errorcode", 0) & 0xFF
