# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A library of one's own for each test, with a clock that only moves when told to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from terkha_db.library.library import Library
from terkha_db.library.model import Target
from terkha_db.paths import Paths, profile_paths

OpenLibrary = Callable[[], Library]


class Clock:
    """A clock in the test's hand."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 12, 14, 5, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment

    def pass_time(self, **span: float) -> None:
        self.moment += timedelta(**span)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def paths(profile: Path) -> Paths:
    return profile_paths(profile)


@pytest.fixture
def open_library(paths: Paths, clock: Clock) -> Iterator[OpenLibrary]:
    """Open the test's library, as a fresh start of the program would."""
    opened = []

    def start() -> Library:
        opened.append(Library(paths, patience=0.05, clock=clock))
        return opened[-1]

    yield start
    for library in opened:
        library.close()


@pytest.fixture
def library(open_library: OpenLibrary) -> Library:
    return open_library()


@pytest.fixture
def julong() -> Target:
    return Target("mine/julong", "mine", "Julong 巨龙铜矿", "2026.11")


@pytest.fixture
def zabuye() -> Target:
    return Target("mine/zabuye", "mine", "Zabuye", "2026.11")
