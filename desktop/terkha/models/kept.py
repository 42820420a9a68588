# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What the reader keeps, by its words: folded once, so that a key only compares texts in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from terkha_db.library.words import fold

if TYPE_CHECKING:
    from terkha_db.library.library import Library
    from terkha_db.library.model import Bookmark


class KeptWords:
    """Bookmarks with the words of their titles, links, notes and tags."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._mark: str | None = None
        self._read: list[tuple[str, Bookmark]] = []

    def refresh(self) -> None:
        """Read the bookmarks again if the library has changed.

        Raises:
            LibraryError: the library cannot be read.

        """
        mark = self._library.mark()
        if mark != self._mark:
            self._read = [(_words(kept), kept) for kept in self._library.bookmarks.select()]
            self._mark = mark

    def having(self, text: str) -> list[Bookmark]:
        """Return the bookmarks that have every word, whatever case or accents.

        Raises:
            LibraryError: the library cannot be read.

        """
        self.refresh()
        wanted = fold(text).split()
        return [kept for words, kept in self._read if all(word in words for word in wanted)]


def _words(kept: Bookmark) -> str:
    notes = (note.text for note in kept.notes)
    return fold("\n".join((kept.title, kept.link, kept.kind, *notes, *kept.tags)))
