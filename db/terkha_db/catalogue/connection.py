# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Opens a catalogue for reading and turns the faults of a file into sentences."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from terkha_db.catalogue.sight import Sight
from terkha_db.errors import CatalogueError

APPLICATION_ID = 0x7465726B
"""``terk``, at offset 68 of the file."""
SCHEMA_VERSION = 4
"""SQLite's ``user_version``: raised whenever a table of the catalogue changes."""

_MAGIC = b"SQLite format 3\0"
_HEADER = 100
# What SQLite says of a file that is not whole, whatever was asked of it.
_DAMAGE = (
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_NOTADB,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_FORMAT,
)


class Reader:
    """One read-only connection to a catalogue, used by the thread that opened it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.sight = Sight(self)
        """What of the catalogue counts: everything, unless the reader looks through a lens."""
        address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        try:
            self._connection = sqlite3.connect(address, uri=True, isolation_level=None)
        except sqlite3.Error as error:
            raise damaged(path, error) from error
        for setting in ("trusted_schema = OFF", "query_only = ON", "cell_size_check = ON"):
            self.all(f"PRAGMA {setting}")

    def all(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Return all rows of a query.

        Raises:
            CatalogueError: the file is damaged.

        """
        try:
            return self._connection.execute(sql, parameters).fetchall()
        except (sqlite3.Error, UnicodeDecodeError) as error:
            # Told from a fault of our own query by what SQLite says, or else by the seal.
            if getattr(error, "sqlite_errorcode", 0) & 0xFF in _DAMAGE or is_damaged(self.path):
                raise damaged(self.path, error) from error
            raise

    def one(self, sql: str, parameters: Sequence[object] = ()) -> tuple[Any, ...] | None:
        """Return the first row of a query, or None."""
        rows = self.all(sql, parameters)
        return rows[0] if rows else None

    def close(self) -> None:
        """Close the connection; the reader is of no use afterwards."""
        self._connection.close()


def is_damaged(path: Path) -> bool:
    """Tell whether a catalogue is another file than the one that was built, if only by a byte."""
    from terkha_db.seal import is_sealed

    try:
        return not is_sealed(path.read_bytes())
    except OSError:
        return True


def damaged(path: Path, reason: object) -> CatalogueError:
    """Return the error for a catalogue that is not whole."""
    # SQLite quotes the whole definition of a table that it cannot read.
    line = " ".join(str(reason).split())[:120]
    return CatalogueError(
        f"The catalogue {path} is damaged ({line}): "
        "install Terkha again, or name a good copy with --catalogue FILE."
    )


def open_reader(path: Path) -> Reader:
    """Open the catalogue at ``path``, checking that it is one that this version reads.

    Raises:
        CatalogueError: no file, not a catalogue, of another schema version, or damaged.

    """
    _check_library()
    _check_header(path)
    return Reader(path)


def _check_header(path: Path) -> None:
    mend = "install Terkha again, or name another file with --catalogue FILE."
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
    except FileNotFoundError:
        raise CatalogueError(f"There is no catalogue at {path}: {mend}") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise CatalogueError(f"The catalogue {path} cannot be read ({reason}): {mend}") from error
    application = int.from_bytes(header[68:72], "big")
    version = int.from_bytes(header[60:64], "big")
    if len(header) < _HEADER or not header.startswith(_MAGIC) or application != APPLICATION_ID:
        raise CatalogueError(f"{path} is not a Terkha catalogue, or its beginning is lost: {mend}")
    if version > SCHEMA_VERSION:
        raise CatalogueError(
            f"The catalogue {path} is of a newer form ({version}) than this Terkha reads "
            f"({SCHEMA_VERSION}): update Terkha."
        )
    if version < SCHEMA_VERSION:
        raise CatalogueError(
            f"The catalogue {path} is of an older form ({version}) than this Terkha reads "
            f"({SCHEMA_VERSION}): {mend}"
        )


def _check_library() -> None:
    """Refuse an SQLite without the parts that search and the tables rest on."""
    connection = sqlite3.connect(":memory:")
    try:
        modules = connection.execute("SELECT name FROM pragma_module_list").fetchall()
    finally:
        connection.close()
    if sqlite3.sqlite_version_info < (3, 37) or ("fts5",) not in modules:
        raise CatalogueError(
            f"The SQLite {sqlite3.sqlite_version} of this Python cannot read the catalogue: "
            "Terkha needs SQLite 3.37 or later with FTS5."
        )
