# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Opens the file of a collection for reading and turns its faults into sentences."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from terkha_db.imported.faults import CollectionError, damaged, explain
from terkha_db.imported.writer import APPLICATION_ID, SCHEMA_VERSION

_MAGIC = b"SQLite format 3\0"


class Connection:
    """One read-only connection to a collection, used by the thread that opened it.

    A collection is never changed in place, so the file is taken as it was when it was opened.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        _check(file)
        address = f"{file.absolute().as_uri()}?mode=ro&immutable=1"
        try:
            self._connection = sqlite3.connect(address, uri=True, isolation_level=None)
        except sqlite3.Error as error:
            raise damaged(file, error) from error
        self.all("PRAGMA trusted_schema = OFF")
        self.all("PRAGMA cell_size_check = ON")
        # What a search asks for: records, which here are the rows of the table.
        prefix = f"collection/{file.stem}/".replace("'", "''")
        self.all(
            f"CREATE TEMP VIEW record AS SELECT number, '{prefix}' || number AS id, "
            "'collection' AS kind, title, second FROM site"
        )

    def all(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Return all rows of a query.

        Raises:
            CollectionError: the file is damaged.

        """
        try:
            return self._connection.execute(sql, parameters).fetchall()
        except sqlite3.Error as error:
            raise self._explained(error) from error

    def each(self, sql: str, parameters: Sequence[object] = ()) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a query.

        Raises:
            CollectionError: the file is damaged.

        """
        try:
            yield from self._connection.execute(sql, parameters)
        except sqlite3.Error as error:
            raise self._explained(error) from error

    def interrupt(self) -> None:
        """Stop what runs, from any thread; it raises sqlite3.OperationalError where it ran."""
        self._connection.interrupt()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _explained(self, error: sqlite3.Error) -> Exception:
        """Return what is the matter with the file, or the error itself where it is another."""
        return explain(self.file, error) or error


def _check(file: Path) -> None:
    """Refuse what is no collection, or one of another version.

    Raises:
        CollectionError: the file is missing, something else, or of another version.

    """
    try:
        with file.open("rb") as opened:
            header = opened.read(100)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise CollectionError(
            f"The collection {file} cannot be read ({reason}): check its permissions."
        ) from error
    application = int.from_bytes(header[68:72], "big")
    version = int.from_bytes(header[60:64], "big")
    if not header.startswith(_MAGIC) or application != APPLICATION_ID:
        raise damaged(file, "it is no collection of Terkha")
    if version != SCHEMA_VERSION:
        newer = version > SCHEMA_VERSION
        mend = "update Terkha" if newer else "import its table again with --replace"
        raise CollectionError(
            f"The collection {file} is of another form ({version}) than this Terkha reads "
            f"({SCHEMA_VERSION}): {mend}."
        )
