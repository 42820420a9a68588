# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Small dealings with the file system that several modules need."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def discard(*files: Path) -> None:
    """Remove what is left over of files, as far as that is possible."""
    for file in files:
        with suppress(OSError):
            file.unlink()


def stamp_of(file: Path) -> tuple[int, int] | None:
    """Return what tells a file from another that takes its name; None if there is none."""
    try:
        status = file.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def sync(path: Path) -> None:
    """Make a file, or a folder's list of files, durable; Windows does folders by itself.

    Raises:
        OSError: the disk refused.

    """
    if os.name == "nt" and path.is_dir():
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
