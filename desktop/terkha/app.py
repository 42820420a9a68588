# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The application: opens catalogue and library, builds the context, shows the window."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QMessageBox

from terkha.context import Context
from terkha.crash import watch
from terkha.look import Look
from terkha.settings import Settings
from terkha.state import HOME, State
from terkha.views.pages import inside
from terkha.views.window import Window
from terkha_db import __version__
from terkha_db.catalogue import Catalogue
from terkha_db.errors import KnownError
from terkha_db.library.library import Library
from terkha_resources import path

if TYPE_CHECKING:
    from terkha_db.options import Options

log = logging.getLogger("terkha")


def run(options: Options) -> int:
    """Run the application as asked and return its exit code.

    Raises:
        KnownError: catalogue or library cannot be opened, and no window could say so.

    """
    application = make_application()
    watch(options.paths, debug=options.debug)
    try:
        context = make_context(application, options)
    except KnownError as error:
        if options.screenshots or options.self_test or options.tour:
            raise
        _tell(str(error))
        return error.exit_code
    window = Window(context)
    if options.screenshots:
        from terkha.screenshots import take_screenshots

        return take_screenshots(window, options.screenshots)
    if options.self_test:
        from terkha.selftest import self_test

        return self_test(window)
    if options.tour:
        from terkha.tour import tour

        return tour(window, options.tour)
    window.show()
    context.state.open(_first_link(context, options))
    if context.library.problem:
        context.state.say(context.library.problem)
    code = application.exec()
    context.library.close()
    return code


def make_application() -> QApplication:
    """Return the application object with its names and the reader's language."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("terkha")
    application.setApplicationDisplayName("Terkha")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("terkha")
    _translate(application)
    return application


def make_context(application: QApplication, options: Options) -> Context:
    """Open what the views are given.

    Raises:
        CatalogueError: the catalogue is missing, damaged or of another version.
        LibraryError: the library cannot be opened.

    """
    catalogue = Catalogue.open(options.catalogue)
    library = Library(options.paths)
    settings = Settings(options.paths.settings)
    look = Look(application, settings["appearance"], settings["text_scale"])
    return Context(catalogue, library, options.paths, settings, look, State(application))


def _first_link(context: Context, options: Options) -> str:
    if options.link is not None:
        return inside(options.link)
    kept = str(context.settings.layout("window").get("link", HOME))
    head = kept.partition("/")[0]
    known = head in ("page", "chart", "search", "collection")
    return kept if known or context.catalogue.exists(kept.partition("#")[0]) else HOME


def _translate(application: QApplication) -> None:
    """Load the translations of Qt and of Terkha for the reader's language, or else English."""
    locale = QLocale()
    if locale.language() == QLocale.Language.C:
        locale = QLocale(QLocale.Language.English)
    folders = (
        ("qtbase", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        ("terkha", str(path("i18n"))),
    )
    for name, folder in folders:
        translator = QTranslator(application)
        if translator.load(locale, name, "_", folder) or translator.load(f"{name}_en", folder):
            application.installTranslator(translator)


def _tell(sentence: str) -> None:
    print(f"terkha: {sentence}", file=sys.stderr)  # noqa: T201 - the terminal it was started from
    box = QMessageBox(QMessageBox.Icon.Critical, "Terkha", sentence)
    box.exec()
