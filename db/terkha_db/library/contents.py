# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""How much a library or a backup holds, for the reader to tell one from another."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from terkha_db.errors import LibraryError
from terkha_db.library.check import check
from terkha_db.library.identity import connect_read_only
from terkha_db.library.rotation import backups

if TYPE_CHECKING:
    from terkha_db.library.rotation import Backup
    from terkha_db.paths import Paths

_COUNTED = ("item", "note", "collection")


@dataclass(frozen=True, slots=True)
class Contents:
    """Numbers of what is kept."""

    bookmarks: int
    notes: int
    collections: int


def contents(file: Path) -> Contents | None:
    """Return how much a library holds, or None if it is not whole."""
    try:
        if check(file):
            return None
    except LibraryError:
        return None
    with closing(connect_read_only(file)) as connection:
        counts = [connection.execute(f"SELECT count(*) FROM {table}") for table in _COUNTED]
        return Contents(*(count.fetchone()[0] for count in counts))


def described(paths: Paths) -> tuple[tuple[Backup, Contents | None], ...]:
    """Return the backups, newest first, each with what it holds; None for one that is damaged."""
    return tuple((backup, contents(backup.file)) for backup in backups(paths))
