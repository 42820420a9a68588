# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The built catalogue, opened once for all tests that only read it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from terkha_db.catalogue import Catalogue


@pytest.fixture(scope="session")
def catalogue(catalogue_path: Path) -> Iterator[Catalogue]:
    """The catalogue of the real records."""
    with Catalogue.open(catalogue_path) as opened:
        yield opened
