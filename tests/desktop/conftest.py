# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A context on the real catalogue with a throw-away profile, and the window on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from terkha.app import make_application
from terkha.context import Context
from terkha.look import Look
from terkha.settings import Settings
from terkha.state import State
from terkha.views.window import Window
from terkha_db.catalogue import Catalogue
from terkha_db.lens import OPEN
from terkha_db.library.library import Library
from terkha_db.paths import profile_paths


@pytest.fixture(scope="session", autouse=True)
def words(qapp: QApplication) -> None:
    """Let every test read what readers read, whichever test of its process comes first."""
    make_application()


@pytest.fixture(autouse=True)
def no_key_held(qapp: QApplication) -> Iterator[None]:
    """Let go of the keys that a test held down: Qt remembers those of the last event."""
    yield
    if qapp.keyboardModifiers() != Qt.KeyboardModifier.NoModifier:
        QTest.keyClick(QWidget(), Qt.Key.Key_Shift)


@pytest.fixture(autouse=True)
def no_widget_left(qapp: QApplication) -> Iterator[None]:
    """Delete what a test made: each change of the look would dress it again, which takes longer
    from test to test. No event loop runs here that would delete it.
    """
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for widget in QApplication.topLevelWidgets():
        if shiboken6.isValid(widget) and shiboken6.createdByPython(widget):
            shiboken6.delete(widget)


@pytest.fixture(scope="session")
def look(qapp: QApplication) -> Look:
    return Look(qapp, "light", 100)


@pytest.fixture(scope="session")
def catalogue(catalogue_path: Path) -> Iterator[Catalogue]:
    opened = Catalogue.open(catalogue_path)
    yield opened
    opened.close()


@pytest.fixture
def context(look: Look, catalogue: Catalogue, profile: Path) -> Iterator[Context]:
    paths = profile_paths(profile)
    library = Library(paths)
    look.choose(appearance="light", text_scale=100)
    yield Context(catalogue, library, paths, Settings(paths.settings), look, State())
    library.close()
    catalogue.look_through(OPEN)


@pytest.fixture
def window(context: Context) -> Iterator[Window]:
    made = Window(context)
    made.show()
    yield made
    made.close()
    # At once: the look outlives the test, and would tell a window whose library is closed.
    shiboken6.delete(made)
