# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Say what to do about a library that cannot be used; where it is damaged, the way back."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from terkha_db.errors import LibraryError
from terkha_db.library import faults

if TYPE_CHECKING:
    from terkha_db.paths import Paths


class DamagedLibraryError(LibraryError):
    """The file is no longer a whole library; the sentence names the way back."""

    def __init__(self, sentence: str, reason: str = "") -> None:
        super().__init__(sentence)
        self.reason = reason
        """What SQLite, or Terkha, found."""


@contextmanager
def explained(paths: Paths, written: Path | None = None) -> Iterator[None]:
    """Raise SQLite's complaints about the surroundings as LibraryError; let bugs through.

    ``written`` is the file being written where that is not the library itself.
    """
    try:
        yield
    except UnicodeDecodeError as error:
        raise damaged(paths, "it holds text that is none") from error
    except sqlite3.Error as error:
        if faults.is_damage(error):
            raise damaged(paths, str(error)) from error
        if (known := faults.explain(written or paths.library, error)) is None:
            raise
        raise known from error


def damaged(paths: Paths, reason: str) -> DamagedLibraryError:
    """Return the sentence for a damaged library, with its newest whole backup."""
    from terkha_db.library.rotation import newest_whole

    reason = " ".join(reason.replace("*** in database main ***", "").split())
    backup = newest_whole(paths)
    if backup is None:
        way = "there is no backup; keep the file, most of it may be had back with SQLite's .recover"
    else:
        way = f"restore the newest backup with: {paths.command('library', 'restore', backup)}"
    return DamagedLibraryError(
        f"The library {paths.library} is damaged ({reason}) and was left as it is; {way}",
        reason,
    )
