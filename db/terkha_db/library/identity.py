# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Tell what a file is before it is opened for writing, without changing a byte of it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from terkha_db.errors import LibraryError
from terkha_db.library.faults import explain, is_damage, refused
from terkha_db.library.migrations import APPLICATION_ID, SCHEMA_VERSION

MAGIC = b"SQLite format 3\x00"
HEADER = 100
PATIENCE = 5.0


class Sort(Enum):
    """What a file may turn out to be."""

    ABSENT = "absent"
    NEW = "new"
    """Empty, or a library whose very first opening was cut short."""
    LIBRARY = "library"
    NEWER = "newer"
    """A library that only a newer Terkha understands."""
    FOREIGN = "foreign"
    """An SQLite database of another program."""
    BROKEN = "broken"
    """Not an SQLite database, or no longer."""


@dataclass(frozen=True, slots=True)
class Identity:
    """What a file is, and the version of its schema if it is a library."""

    sort: Sort
    version: int = 0


def identify(file: Path) -> Identity:
    """Return what a file is, from its header and its write-ahead log.

    Raises:
        LibraryError: the file cannot be read.

    """
    try:
        with file.open("rb") as stream:
            header = stream.read(HEADER)
    except FileNotFoundError:
        return Identity(Sort.ABSENT)
    except OSError as error:
        raise refused(file, "read", error) from error
    if not header:
        return Identity(Sort.NEW)
    if len(header) < HEADER or not header.startswith(MAGIC):
        return Identity(Sort.BROKEN)
    owner = int.from_bytes(header[68:72], "big")
    version = int.from_bytes(header[60:64], "big")
    if has_log(file) or owner != APPLICATION_ID:
        return _ask(file)
    return _judge(owner, version, tables=1)


def has_log(file: Path) -> bool:
    """Tell whether changes wait in the write-ahead log beside the file."""
    log = beside(file, "-wal")
    try:
        return log.stat().st_size > 0
    except OSError:
        return False


def beside(file: Path, ending: str) -> Path:
    """Return the companion of a database: ``-wal``, ``-shm``."""
    return file.with_name(file.name + ending)


def connect_read_only(file: Path, patience: float = PATIENCE) -> sqlite3.Connection:
    """Open a database so that nothing is written to it; wait for locks as many seconds."""
    # Without a log and without anyone who has it open, not even the companions are needed.
    alone = not has_log(file) and not beside(file, "-shm").exists()
    how = "mode=ro&immutable=1" if alone else "mode=ro"
    return sqlite3.connect(
        f"{file.absolute().as_uri()}?{how}",
        uri=True,
        timeout=patience,
        isolation_level=None,
        check_same_thread=False,
    )


def newer(file: Path, version: int) -> LibraryError:
    """Return the sentence for a library of a newer Terkha."""
    return LibraryError(
        f"The library {file} belongs to a newer Terkha (format {version}, this one knows up to "
        f"{SCHEMA_VERSION}) and was left untouched: update Terkha, "
        "or use another library with --profile DIR."
    )


def foreign(file: Path) -> LibraryError:
    """Return the sentence for a database of another program."""
    return LibraryError(
        f"{file} is a database of another program and was left untouched: "
        "move it away, or use another library with --profile DIR."
    )


def _ask(file: Path) -> Identity:
    try:
        with closing(connect_read_only(file)) as connection:
            (owner,) = connection.execute("PRAGMA application_id").fetchone()
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except UnicodeDecodeError:
        return Identity(Sort.BROKEN)
    except sqlite3.Error as error:
        if is_damage(error):
            return Identity(Sort.BROKEN)
        if (known := explain(file, error)) is None:
            raise
        raise known from error
    return _judge(owner, version, tables)


def _judge(owner: int, version: int, tables: int) -> Identity:
    if owner == 0 and version == 0 and tables == 0:
        return Identity(Sort.NEW)
    if owner != APPLICATION_ID:
        return Identity(Sort.FOREIGN)
    if version > SCHEMA_VERSION:
        return Identity(Sort.NEWER, version)
    return Identity(Sort.LIBRARY, version)
