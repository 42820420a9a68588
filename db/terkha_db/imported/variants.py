# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Takes from the catalogue how characters fold, so that tables fold as the catalogue does."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from terkha_db.catalogue.connection import open_reader


def read_variants(catalogue: Path) -> Mapping[str, str]:
    """Return which simplified character stands for each traditional one.

    Raises:
        CatalogueError: the catalogue is missing, damaged or of another version.

    """
    reader = open_reader(catalogue)
    try:
        return dict(reader.all("SELECT traditional, simplified FROM han_variant"))
    finally:
        reader.close()
