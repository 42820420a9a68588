# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What a collection is called, where it lies, and what is told of it in short."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from terkha_db.imported.connection import Connection
from terkha_db.imported.faults import damaged

PARTIAL = ".importing"
"""How the files of unfinished imports end."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where a collection is kept."""

    name: str
    """What the reader calls it."""
    slug: str
    """What its file and the ids of its rows are called."""
    file: Path

    @property
    def report(self) -> Path:
        """The report of what was left out."""
        return self.file.with_name(f"{self.slug}.report.tsv")

    def partial(self) -> Path:
        """Return the file that an import of this process writes until it is whole."""
        return self.file.with_name(f"{self.slug}.{os.getpid()}{PARTIAL}")


@dataclass(frozen=True, slots=True)
class Info:
    """One collection, in short."""

    target: Target
    source: str
    """The name of the file it was imported from."""
    sites: int
    placed: int
    rejected: int
    noted: int
    imported: str
    """When, in UTC."""
    unit: str
    """What its rows were counted by there: line, row or feature."""

    @property
    def name(self) -> str:
        """What the reader calls it."""
        return self.target.name

    @property
    def slug(self) -> str:
        """What its file and the ids of its rows are called."""
        return self.target.slug


def read_info(file: Path) -> Info:
    """Return what is told of the collection in a file.

    Raises:
        CollectionError: it cannot be read.

    """
    connection = Connection(file)
    try:
        return info_of(connection)
    finally:
        connection.close()


def info_of(connection: Connection) -> Info:
    """Return what is told of an opened collection.

    Raises:
        CollectionError: it is damaged.

    """
    about = dict(connection.all("SELECT key, value FROM about"))
    try:
        return Info(
            # The slug is that of the file, whatever it was called when it was made.
            Target(about["name"], connection.file.stem, connection.file),
            about["file"],
            int(about["sites"]),
            int(about["placed"]),
            int(about["rejected"]),
            int(about["noted"]),
            about["imported"],
            about["unit"],
        )
    except (KeyError, ValueError) as error:
        raise damaged(connection.file, f"no {error}") from error
