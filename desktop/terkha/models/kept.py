# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What the reader keeps, by its words: folded once, so that a key only compares texts in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from terkha.models.hits import kept_hit, work_hit
from terkha.models.library import of_work
from terkha_db.library.words import fold

if TYPE_CHECKING:
    from terkha_db.entities import Hit
    from terkha_db.library.library import Library
    from terkha_db.library.model import Bookmark, OwnWork


class KeptWords:
    """Bookmarks by the words of their titles, links, notes and tags, and works of the reader's."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._mark: str | None = None
        self._read: list[tuple[str, Hit]] = []

    def refresh(self) -> None:
        """Read bookmarks and works again if the library has changed.

        Raises:
            LibraryError: the library cannot be read.

        """
        mark = self._library.mark()
        if mark != self._mark:
            kept = self._library.bookmarks.select()
            works = self._library.works.all()
            self._read = [(_words(each), kept_hit(each)) for each in kept]
            self._read += [(_words_of_work(each), work_hit(each)) for each in works]
            self._mark = mark

    def having(self, text: str) -> list[Hit]:
        """Return what has every word, whatever case or accents.

        Raises:
            LibraryError: the library cannot be read.

        """
        self.refresh()
        wanted = fold(text).split()
        return [hit for words, hit in self._read if all(word in words for word in wanted)]


def _words(kept: Bookmark) -> str:
    notes = (note.text for note in kept.notes)
    return fold("\n".join((kept.title, kept.link, kept.kind, *notes, *kept.tags)))


def _words_of_work(work: OwnWork) -> str:
    return fold("\n".join((work.title, of_work(work), str(work.csl.get("DOI", "")))))
