# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What the command line hands to the application: ``terkha.app.run(options)``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from terkha_db.lens import OPEN, Lens

if TYPE_CHECKING:
    from pathlib import Path

    from terkha_db.links import Link
    from terkha_db.paths import Paths


@dataclass(frozen=True, slots=True)
class Options:
    """How one run of the application was asked for."""

    paths: Paths
    """The reader's files, of ``--profile`` or of the operating system."""
    catalogue: Path
    """The file given by ``--catalogue``, or the bundled catalogue."""
    debug: bool = False
    link: Link | None = None
    """Where to open; None for the place where the reader left off."""
    screenshots: Path | None = None
    """A folder for a picture of every page, after which the application ends."""
    tour: Path | None = None
    """A folder for what the guided tour makes, after which the application ends."""
    self_test: bool = False
    """Open every page, run every action, export every format, and end with an exit code."""
    lens: Lens = OPEN
    """Whose works count from the start."""
