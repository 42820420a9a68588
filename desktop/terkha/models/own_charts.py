# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Charts of the reader's own tables: read in a thread, the newest question alone answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from terkha.worker import Worker
from terkha_db.imported.charting import ChartReader
from terkha_db.imported.shelf import Shelf

if TYPE_CHECKING:
    from pathlib import Path

    from terkha_db.errors import KnownError
    from terkha_db.imported.charting import ChartAsked, Charted


class OwnCharts(QObject):
    """Asks the files of a folder of collections, one at a time."""

    charted = Signal(object)
    """The answer to the question asked last, a Charted."""
    failed = Signal(str)
    """Why there is none, in a sentence."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf = Shelf(folder)
        self._worker: Worker | None = None
        self._reader: tuple[Path, ChartReader] | None = None
        self._asked = 0
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.close)

    def stamp(self, slug: str) -> tuple[str, int, int]:
        """Return what tells the file of a collection from an earlier one.

        Raises:
            NotFoundError: there is no such collection.

        """
        file = self._file(slug)
        found = file.stat()
        return (file.name, found.st_mtime_ns, found.st_ino)

    def ask(self, slug: str, asked: ChartAsked) -> None:
        """Have a chart read; the answer to what was asked before does not come any more.

        Raises:
            NotFoundError: there is no such collection.

        """
        file = self._file(slug)
        self.drop()
        if self._worker is None:
            self._worker = Worker("own charts")
            self.destroyed.connect(self._worker.close)
        if self._reader is None or self._reader[0] != file:
            self._reader = (file, ChartReader(file))
        reader, question = self._reader[1], self._asked
        generation = reader.interrupt()
        self._worker.do(
            lambda: reader.read(generation, asked),
            lambda found: self._take(question, found),
            lambda error: self._fail(question, error),
        )

    def drop(self) -> None:
        """Want no answer any more."""
        self._asked += 1
        if self._reader is not None:
            self._reader[1].interrupt()

    def close(self) -> None:
        """Stop reading; nothing is asked after that."""
        self.drop()
        if self._worker is not None:
            self._worker.close()

    def _file(self, slug: str) -> Path:
        """Return the file of a collection, which may be damaged."""
        known = next((file for file in self._shelf.files() if file.stem == slug), None)
        return known or self._shelf.find(slug).target.file

    def _take(self, question: int, found: Charted | None) -> None:
        if question == self._asked and found is not None:
            self.charted.emit(found)

    def _fail(self, question: int, error: KnownError) -> None:
        if question == self._asked:
            self.failed.emit(str(error))
