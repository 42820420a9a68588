# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What happens when we are at fault: a log on this computer and a report to copy; none is sent."""

from __future__ import annotations

import faulthandler
import logging
import os
import sys
import threading
import traceback
from typing import TYPE_CHECKING

from PySide6.QtCore import QtMsgType, qInstallMessageHandler, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from terkha_db import __version__
from terkha_db.errors import KnownError
from terkha_db.paths import ensure_folder

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from PySide6.QtCore import QMessageLogContext

    from terkha_db.paths import Paths

log = logging.getLogger("terkha")
_LARGEST = 500_000
_LAST = 200
"""How many lines of the log a report has."""
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class Faults(logging.Handler):
    """Collects every warning that is logged, Qt's own included, where nobody watches the window."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the message, unless it tells what drawing without a screen cannot do."""
        message = record.getMessage()
        if "This plugin does not support" not in message:
            self.found.append(message)


class _LogFile(logging.Handler):
    """The log on the disk, which begins anew where it has grown large.

    What turns it over is loaded with the first message: most starts have none.
    """

    def __init__(self, file: Path) -> None:
        """Make the file if it is not there; OSError if it cannot be written."""
        super().__init__()
        self._path = file
        self._file: logging.Handler | None = None
        with file.open("a"):
            pass

    def emit(self, record: logging.LogRecord) -> None:
        """Write the message."""
        if self._file is None:
            from logging.handlers import RotatingFileHandler

            self._file = RotatingFileHandler(
                self._path, maxBytes=_LARGEST, backupCount=1, encoding="utf-8"
            )
            self._file.setFormatter(self.formatter)
        self._file.emit(record)

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()
        super().close()


def watch(paths: Paths, *, debug: bool, attended: bool = True) -> None:
    """Log to the state folder from now on, and show a report where the program is at fault.

    Where nobody attends (tour, pictures, self-test) the report is printed and no dialog opened.
    """
    logging.raiseExceptions = False  # a log that cannot be written, as on a full disk, is no news
    handlers: list[logging.Handler] = [logging.StreamHandler()] if debug else []
    try:
        ensure_folder(paths.state)
        handlers.append(_LogFile(paths.log))
    except (OSError, KnownError):
        handlers = handlers or [logging.StreamHandler()]
    logging.basicConfig(
        level=logging.DEBUG if debug else logging.WARNING,
        format="%(asctime)s %(levelname)s %(name)s: %(message)s",
        handlers=handlers,
    )
    if attended and not debug:
        _catch_crashes(paths)
    elif sys.stderr is not None:
        faulthandler.enable()
    qInstallMessageHandler(_qt_message)
    sys.excepthook = _exception if attended else _print_exception
    threading.excepthook = lambda args: _log_thread(args.exc_type, args.exc_value)


def _catch_crashes(paths: Paths) -> None:
    """Have Python write down where it was when the whole process dies, for the next start."""
    try:
        stream = paths.crash.open("a", encoding="utf-8")
    except OSError:
        if sys.stderr is not None:
            faulthandler.enable()
        return
    faulthandler.enable(stream)  # which keeps the file open to the end


def last_crash(paths: Paths) -> str:
    """Return the report of a process that died, once; empty if none did."""
    try:
        text = paths.crash.read_text(encoding="utf-8", errors="replace")
        if text:
            os.truncate(paths.crash, 0)
    except OSError:
        return ""
    return f"{_versions()}\n\n{text}" if text.strip() else ""


def tell_crash(text: str) -> None:
    """Say that Terkha ended last time by a fault, and let the report be copied."""
    log.critical("the process died last time\n%s", text)
    _show(
        QApplication.translate(
            "Crash",
            "Terkha ended unexpectedly last time, by a fault of ours. What you kept is safe. The "
            "report stays on this computer; copy it if you wish to send it to the developers.",
        ),
        text,
    )


def report(error: BaseException) -> str:
    """Return what we need to know of a fault, for the reader to copy."""
    return f"{_versions()}\n\n{''.join(traceback.format_exception(error))}"


def state_report(paths: Paths) -> str:
    """Return versions and the end of the log, for the reader to copy."""
    try:
        lines = paths.log.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        lines = []
    return "\n".join([_versions(), "", *(lines[-_LAST:] or ["The log is empty."]), ""])


def _versions() -> str:
    import platform

    return (
        f"Terkha {__version__}, Qt {qVersion()}, Python {platform.python_version()}, "
        f"{platform.platform()}"
    )


def _exception(
    kind: type[BaseException], error: BaseException, _trace: TracebackType | None
) -> None:
    from PySide6.QtWidgets import QMessageBox

    if issubclass(kind, KeyboardInterrupt):
        QApplication.quit()
        return
    if isinstance(error, KnownError):
        QMessageBox.information(None, "Terkha", str(error))
        return
    text = report(error)
    log.critical("unexpected fault\n%s", text)
    _show(
        QApplication.translate(
            "Crash",
            "Something went wrong that is our fault. What you kept is safe. The report stays on "
            "this computer; copy it if you wish to send it to the developers.",
        ),
        text,
    )


def _show(sentence: str, text: str) -> None:
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(QMessageBox.Icon.Warning, "Terkha", sentence)
    box.setDetailedText(text)
    copy = box.addButton(
        QApplication.translate("Crash", "Copy report"), QMessageBox.ButtonRole.ActionRole
    )
    box.addButton(QMessageBox.StandardButton.Close)
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
    box.exec()


def _print_exception(
    _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
) -> None:
    text = report(error)
    print(text, file=sys.stderr)  # noqa: T201 - nobody would see a dialog
    log.critical("unexpected fault\n%s", text)


def _log_thread(kind: type[BaseException], error: BaseException | None) -> None:
    log.critical("unexpected fault in a thread: %s\n%s", kind.__name__, report(error or kind()))


def _qt_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    log.log(_LEVELS.get(kind, logging.WARNING), "Qt: %s", text)
