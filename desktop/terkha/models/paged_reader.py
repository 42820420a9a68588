# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The rows of a collection and the thread they are read in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from terkha.worker import Worker
from terkha_db.imported.collection import Collection, SiteRow
from terkha_db.imported.paging import PagedRows

if TYPE_CHECKING:
    from pathlib import Path


class PagedReader:
    """Reads in a thread; outlives the model for the moment of closing."""

    def __init__(self, file: Path) -> None:
        self.worker = Worker(f"rows of {file.stem}")
        self._file = file
        self._rows: PagedRows | None = None
        self._collection: Collection | None = None
        self._closed = False

    def open(self) -> PagedRows:
        """Open the file, in the thread."""
        self._rows = PagedRows(self._file)
        return self._rows

    def entry(self, number: int) -> SiteRow:
        """Return all that the reader's table says of a row, in the thread."""
        if self._collection is None:
            self._collection = Collection(self._file)
        return self._collection.row(number)

    def close(self) -> None:
        """Stop what runs and close the file in the thread that opened it."""
        if self._closed:
            return
        self._closed = True
        if self._rows is not None:
            self._rows.interrupt()
        self.worker.close_with(self._shut)

    def _shut(self) -> None:
        for opened in (self._rows, self._collection):
            if opened is not None:
                opened.close()
