# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The look of the application, taken off again after each test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from terkha.look import Look
from terkha.look.fonts import Families, Fonts, load_families


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Look]:
    before = qapp.font()
    made = Look(qapp, "light")
    yield made
    qapp.setStyleSheet("")
    qapp.setPalette(QPalette())
    qapp.setFont(before)
    made.deleteLater()


@pytest.fixture(scope="session")
def families(qapp: QApplication) -> Families:
    return load_families()


@pytest.fixture
def fonts(families: Families) -> Fonts:
    return Fonts(families)
