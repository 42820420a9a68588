# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The reader's own tables, searched in a thread that lives as long as somebody types."""

from __future__ import annotations

from collections.abc import Callable

from terkha.worker import Worker
from terkha_db.errors import KnownError
from terkha_db.imported.searching import Stopped
from terkha_db.imported.shelf import Found, Shelf
from terkha_db.imported.shelf_search import ShelfSearch

Answers = list[Found | KnownError]


class OwnSearch:
    """Answers one question at a time; an older one is stopped and never answered."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._search = ShelfSearch(shelf)
        self._worker: Worker | None = None
        self._generation = 0

    def has_tables(self) -> bool:
        """Tell whether there is anything to search."""
        return bool(self._shelf.files())

    def ask(self, query: str, limit: int, then: Callable[[Answers], None]) -> None:
        """Have ``then`` told what the tables have, at most ``limit`` rows of each."""
        self.stop()
        generation = self._generation
        if self._worker is None:
            self._worker = Worker("search of the reader's tables")

        def take(answers: Answers | None) -> None:
            if answers is not None and generation == self._generation:
                then(answers)

        def search() -> Answers | None:
            try:
                return self._search.search(generation, query, limit)
            except Stopped:
                return None

        self._worker.do(search, take, lambda error: take([error]))

    def stop(self) -> None:
        """Let the question go that was asked last."""
        self._generation = self._search.interrupt()

    def rest(self) -> None:
        """Stop, close the tables and end the thread; the next question begins anew."""
        self.stop()
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.close_with(self._search.let_go)
