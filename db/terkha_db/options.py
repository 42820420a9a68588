# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What the command line hands to the application: ``terkha.app.run(options)``."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from terkha_db.running import Entry, Request

if TYPE_CHECKING:
    from pathlib import Path

    from terkha_db.paths import Paths


@dataclass(frozen=True, slots=True)
class Options:
    """How one run of the application was asked for."""

    paths: Paths
    """The reader's files, of ``--profile`` or of the operating system."""
    catalogue: Path
    """The file given by ``--catalogue``, or the bundled catalogue."""
    debug: bool = False
    request: Request = field(default_factory=Request)
    """Where to open and whose works count; empty for the place where the reader left off."""
    entry: Entry = field(default_factory=Entry)
    """Whether later starts ask this process."""
    screenshots: Path | None = None
    """A folder for a picture of every page, after which the application ends."""
    tour: Path | None = None
    """A folder for what the guided tour makes, after which the application ends."""
    self_test: bool = False
    """Open every page, run every action, export every format, and end with an exit code."""

    @property
    def attended(self) -> bool:
        """Whether a reader sits before the window."""
        return not (self.screenshots or self.tour or self.self_test)
