# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Puts what ``terkha --screenshots FOLDER`` took into the manual: ``python pictures.py FOLDER``."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from terkha_resources import path
from terkha_resources.help import PICTURES


def take(folder: Path) -> None:
    """Copy the pictures that the manual shows from ``folder`` to their names there."""
    for shot, name in PICTURES:
        shutil.copyfile(folder / f"{shot}.png", path("help/pictures") / f"{name}.png")


if __name__ == "__main__":
    take(Path(sys.argv[1]))
