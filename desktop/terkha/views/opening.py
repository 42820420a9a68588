# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A file that was opened with Terkha: the reader is asked what becomes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from terkha.views.messages import tell
from terkha_db.errors import KnownError
from terkha_db.given import Given, recognise

if TYPE_CHECKING:
    from pathlib import Path

    from terkha.views.window import Window


def open_file(window: Window, file: Path) -> None:
    """Offer to import a library or to install an edition; say so where a file is neither."""
    try:
        given = recognise(file)
    except KnownError as error:
        tell(window, str(error))
        return
    _OFFERS[given](window, file)


def _offer_library(window: Window, file: Path) -> None:
    from terkha.views.library_files import import_library_of

    import_library_of(window, file, asked=False)


def _offer_edition(window: Window, file: Path) -> None:
    from terkha.views.editions_dialog import EditionsDialog

    dialog = EditionsDialog(window.context, window)
    dialog.read(file)
    dialog.exec()
    dialog.deleteLater()


_OFFERS = {Given.LIBRARY: _offer_library, Given.EDITION: _offer_edition}
