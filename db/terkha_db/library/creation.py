# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Bring a library into the world whole: a kill leaves either no file or a complete one."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from terkha_db.library import migrations
from terkha_db.library.faults import refused
from terkha_db.library.files import discard, sync


def create_file(file: Path) -> None:
    """Create an empty library that only its owner can read, unless there is a file already.

    Raises:
        LibraryError: the folder cannot be written.
        sqlite3.Error: the disk is full or at fault.

    """
    draft = file.with_name(f"{file.name}.{os.getpid()}.new")
    try:
        draft.touch(mode=0o600)
        with closing(sqlite3.connect(draft, isolation_level=None)) as connection:
            migrations.migrate(connection)
        sync(draft)
        _publish(draft, file)
        sync(file.parent)
    except OSError as error:
        raise refused(file, "created", error) from error
    finally:
        discard(draft)


def create_in_memory(connection: sqlite3.Connection) -> None:
    """Give an in-memory database the current schema, without the cost of sqlite-utils."""
    for version, step in enumerate(migrations.STEPS, start=1):
        migrations.run_step(connection, step, version)


def _publish(draft: Path, file: Path) -> None:
    """Give a draft its name, unless another process was faster."""
    try:
        file.hardlink_to(draft)
    except FileExistsError:
        return
    except OSError:  # a file system without hard links
        if not file.exists():
            draft.rename(file)
