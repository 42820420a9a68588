# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What every view is given: built once at the start and handed down, never looked up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from terkha.look import Look
    from terkha.settings import Settings
    from terkha.state import State
    from terkha_db.catalogue import Catalogue
    from terkha_db.lens import Lens
    from terkha_db.library.library import Library
    from terkha_db.paths import Paths


@dataclass(frozen=True, slots=True)
class Context:
    """The catalogue, the reader's library and preferences, the look and the state."""

    catalogue: Catalogue
    library: Library
    paths: Paths
    settings: Settings
    look: Look
    state: State

    def look_through(self, lens: Lens) -> None:
        """Let only the works inside a lens count, in all windows.

        Raises:
            NotFoundError: the lens leaves out a work that is not there.

        """
        if lens != self.catalogue.lens:
            self.catalogue.look_through(lens)
            self.state.lens_changed.emit()
