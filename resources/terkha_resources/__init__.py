# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The one door to every file that ships beside the code: fonts, icons, base map, manual."""

from __future__ import annotations

from pathlib import Path

_FOLDER = Path(__file__).parent


def path(name: str) -> Path:
    """Find the resource ``name`` (such as ``"vendor/icons/map.svg"``) on disk.

    Raises FileNotFoundError, with a sentence for the reader, if it is not there.
    """
    found = _FOLDER / name
    if not found.exists():
        raise FileNotFoundError(
            f"The resource {name!r} is missing from {found.parent}: "
            "run `make setup`, which builds it, or install Terkha again."
        )
    return found


def text(name: str) -> str:
    """Read the resource ``name`` as UTF-8; raises FileNotFoundError as :func:`path` does."""
    return path(name).read_text(encoding="utf-8")
