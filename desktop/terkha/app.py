# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The application: opens catalogue and library, builds the context, shows the window."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

import terkha.plain_import  # noqa: F401 - before all others, which are imported quicker then
from terkha.arrival import Doorbell, Handed, arrive, start
from terkha.context import Context
from terkha.crash import Faults, last_crash, tell_crash, watch
from terkha.ending import Ending
from terkha.garbage import collect_in_this_thread
from terkha.look import Look
from terkha.settings import Settings
from terkha.state import State
from terkha.views.recovery import GivenUpError, open_library
from terkha.views.seen import once_seen
from terkha.views.windows import Windows
from terkha_db import __version__
from terkha_db.catalogue import Catalogue
from terkha_db.errors import KnownError
from terkha_db.library.library import Library
from terkha_resources import path

if TYPE_CHECKING:
    from terkha_db.options import Options

log = logging.getLogger("terkha")

_QUIET_MS = 1000
"""After the window is there, before what nobody waits for is begun."""
_HOUR_MS = 3_600_000


def run(options: Options) -> int:
    """Run the application as asked and return its exit code.

    Raises:
        KnownError: catalogue or library cannot be opened, and no window could say so.

    """
    application = make_application()
    watch(options.paths, debug=options.debug, attended=options.attended)
    doorbell = Doorbell(options.entry.post, application) if options.entry.post else None
    try:
        context = make_context(application, options)
    except GivenUpError as error:
        return error.exit_code
    except KnownError as error:
        if not options.attended:
            raise
        _tell(str(error))
        return error.exit_code
    windows = Windows(context, remembers=options.attended and not options.entry.beside)
    collect_in_this_thread()
    if not options.attended:
        return _run_unattended(windows, options)
    Ending(application, windows.remember)
    context.state.unseen = True
    start(windows, context, options.request)
    once_seen(windows.open[-1], lambda: _be_seen(context))
    if not options.entry.beside:
        once_seen(windows.open[-1], lambda: _take_up(windows, context))
    QTimer.singleShot(_QUIET_MS, context.state, lambda: _back_up(context))
    hourly = QTimer(context.state)
    hourly.timeout.connect(lambda: _back_up(context))
    hourly.start(_HOUR_MS)
    if doorbell:
        doorbell.answer_with(lambda request: arrive(windows, context, request))
    if sys.platform == "darwin":
        Handed(lambda request: arrive(windows, context, request), application)
    code = application.exec()
    context.library.back_up(at_end=True)
    context.library.close()
    return code


def _be_seen(context: Context) -> None:
    """From now on pages are filled at once."""
    context.state.unseen = False


def _take_up(windows: Windows, context: Context) -> None:
    """Tell of a crash, and offer to go on with the notes that the end came upon."""
    if crash := last_crash(context.paths):
        tell_crash(crash)
    from terkha_db.library.drafts import Drafts

    if Drafts(context.paths).all() and windows.open:
        from terkha.views.library_acts import LibraryActs

        LibraryActs(context, windows.open[-1]).finish_notes()


def _back_up(context: Context) -> None:
    """Make a backup of the library if one is due, and say why that failed."""
    problem = context.library.back_up()
    if problem:
        context.state.say(problem)


def _run_unattended(windows: Windows, options: Options) -> int:
    """Take pictures, take the tour or test; 1 if anything went wrong on the way."""
    window = windows.first()
    faults = Faults()
    log.addHandler(faults)
    closer = _close_dialogs()
    if options.screenshots:
        from terkha.screenshots import take_screenshots

        code = take_screenshots(window, options.screenshots)
    elif options.tour:
        from terkha.tour import tour

        code = tour(window, options.tour)
    else:
        from terkha.selftest import self_test

        code = self_test(window, faults)
        for opened in windows.open:
            opened.close()
    closer.stop()
    log.removeHandler(faults)
    return code or (1 if faults.found else 0)


def _close_dialogs() -> QTimer:
    """Leave every menu and dialog that waits for an answer, as a reader would with Escape."""
    from PySide6.QtWidgets import QDialog

    def close() -> None:
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            dialog.reject()

    timer = QTimer()
    timer.setInterval(30)
    timer.timeout.connect(close)
    timer.start()
    return timer


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
        LibraryError: the library cannot be opened; a GivenUpError if the reader knows.

    """
    catalogue = Catalogue.open(options.catalogue)
    settings = Settings(options.paths.settings)
    look = Look(application, settings["appearance"], settings["text_scale"])
    library = open_library(options.paths, look) if options.attended else Library(options.paths)
    return Context(catalogue, library, options.paths, settings, look, State(application))


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
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(QMessageBox.Icon.Critical, "Terkha", sentence)
    box.exec()
