# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Searches all collections from a worker thread: their files stay open, and it stops when asked."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from pathlib import Path

from terkha_db.errors import KnownError
from terkha_db.imported.collection import Collection
from terkha_db.imported.shelf import Found, Shelf


@dataclass(frozen=True, slots=True)
class _Opened:
    stamp: tuple[int, int, int]
    """Which file it is: one that was put in its place has another."""
    collection: Collection


class ShelfSearch:
    """Searches a shelf as one types.

    Used and let go of in one worker thread; only ``interrupt`` is for others. Each search has a
    generation, a number that grows: an answer of an older generation is of no use any more.
    """

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._opened: dict[Path, _Opened] = {}
        self._lock = threading.Lock()
        self._wanted = 0

    def interrupt(self) -> int:
        """Stop what runs and what was asked for before; return the generation to ask for next.

        May be called from any thread.
        """
        with self._lock:
            self._wanted += 1
            for opened in self._opened.values():
                opened.collection.interrupt()
            return self._wanted

    def search(self, generation: int, query: str, limit: int = 50) -> list[Found | KnownError]:
        """Return what each collection has, at most ``limit`` rows of each.

        A collection that cannot be read gives the reason instead; one that was removed meanwhile
        gives nothing.

        Raises:
            Stopped: a newer generation was asked for meanwhile.

        """
        answers: list[Found | KnownError] = []
        files = self._shelf.files()
        for file in self._opened.keys() - files:
            self._close(file)
        for file in files:
            try:
                collection = self._open(file)
                hits = collection.search(query, limit=limit, wanted=lambda: self._is(generation))
            except KnownError as error:
                self._close(file)
                if file.exists():
                    answers.append(error)
                continue
            if hits:
                answers.append(Found(collection.info, hits))
        return answers

    def let_go(self) -> None:
        """Close all files; the next search opens them again."""
        for file in list(self._opened):
            self._close(file)

    def _open(self, file: Path) -> Collection:
        """Return a collection, opened anew if there is another file in its place."""
        try:
            found = file.stat()
        except OSError:
            return Collection(file)  # which says what is the matter
        stamp = found.st_ino, found.st_mtime_ns, found.st_size
        known = self._opened.get(file)
        if known is not None and known.stamp == stamp:
            return known.collection
        self._close(file)
        collection = Collection(file)
        with self._lock:
            self._opened[file] = _Opened(stamp, collection)
        return collection

    def _close(self, file: Path) -> None:
        with self._lock:
            opened = self._opened.pop(file, None)
        if opened is not None:
            opened.collection.close()

    def _is(self, generation: int) -> bool:
        with self._lock:
            return generation == self._wanted
