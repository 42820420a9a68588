# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The catalogue of the small records, built once without formatted citations."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from terkha_db.build.build import build, make_draft
from terkha_db.build.draft import Draft
from terkha_db.records.check import load_checked

SMALL = Path(__file__).parents[2] / "data" / "records"

Query = Callable[..., list[tuple]]


@pytest.fixture(scope="session")
def small_records() -> Path:
    return SMALL


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built catalogue."""
    path = tmp_path_factory.mktemp("build") / "small.sqlite"
    build(SMALL, path, rendered=False)
    return path


@pytest.fixture(scope="session")
def draft() -> Draft:
    return make_draft(load_checked(SMALL))


@pytest.fixture
def ask(small: Path) -> Iterator[Query]:
    """Ask the built catalogue."""
    connection = sqlite3.connect(f"file:{small}?mode=ro&immutable=1", uri=True)
    yield lambda sql, *values: connection.execute(sql, values).fetchall()
    connection.close()
