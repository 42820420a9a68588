# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The backups folder: which backups there are, how they are called, which to return to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from terkha_db.errors import LibraryError
from terkha_db.library.check import check

if TYPE_CHECKING:
    from terkha_db.paths import Paths

DAILY = "library"
DAMAGED = "damaged"
REASONS = (DAILY, "before-restore", "before-update", DAMAGED)
NAME = rf"({'|'.join(REASONS)})-(\d{{8}}T\d{{6}}Z)(?:-(\d+))?\.sqlite"
TIME = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup in the backups folder."""

    file: Path
    reason: str
    """One of REASONS; only the daily ones are ever deleted, the oldest first."""
    made: datetime


def backups(paths: Paths) -> tuple[Backup, ...]:
    """Return the backups, newest first."""
    try:
        files = list(paths.backups.iterdir())
    except OSError:
        return ()
    found = []
    for file in files:
        if name := re.fullmatch(NAME, file.name):
            made = datetime.strptime(name[2], TIME).replace(tzinfo=UTC)
            found.append((made, int(name[3] or 0), Backup(file, name[1], made)))
    return tuple(each[2] for each in sorted(found, key=lambda each: each[:2], reverse=True))


def newest_whole(paths: Paths) -> Path | None:
    """Return the newest backup with which nothing is wrong, or None."""
    return next((backup.file for backup in backups(paths) if _is_sound(backup.file)), None)


def free_name(paths: Paths, reason: str, now: datetime) -> Path:
    """Return a name in the backups folder that is not taken."""
    stem = f"{reason}-{now.astimezone(UTC).strftime(TIME)}"
    file, number = paths.backups / f"{stem}.sqlite", 1
    while file.exists():
        number += 1
        file = paths.backups / f"{stem}-{number}.sqlite"
    return file


def _is_sound(file: Path) -> bool:
    try:
        return not check(file)
    except LibraryError:
        return False
