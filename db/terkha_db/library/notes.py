# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Notes in Markdown on anything that can be bookmarked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from terkha_db.errors import NotFoundError
from terkha_db.library import rows
from terkha_db.library.model import Note, Target
from terkha_db.library.words import BadWordError, clean_note

if TYPE_CHECKING:
    from terkha_db.library.store import Store

OF_NOTE = """SELECT title, text FROM note JOIN item ON item.id = item_id WHERE note.id = ?"""


class Notes:
    """What the reader wrote; a bookmark can have any number of notes."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, target: Target, text: str) -> Note:
        """Write a note on something, which is thereby kept, and return the note.

        Raises:
            BadWordError: the link cannot be kept, or the note is empty.

        """
        wanted, words = rows.clean_target(target), clean_note(text)
        if not words.strip():
            raise BadWordError(f"The note on {wanted.title} is empty: write something.")
        with self._store.change("note.add", wanted.title) as db:
            item, now = rows.keep(self._store, db, wanted), self._store.now()
            number = db.execute(
                "INSERT INTO note (item_id, text, created, modified) VALUES (?, ?, ?, ?)",
                (item, words, now, now),
            ).lastrowid
        return Note(number or 0, words, now, now)

    def edit(self, number: int, text: str) -> None:
        """Give a note another text; an empty text removes it.

        Raises:
            NotFoundError: there is no such note.

        """
        words = clean_note(text)
        if not words.strip():
            self.remove(number)
            return
        with self._store.change("note.edit", self._look_up(number)[0]) as db:
            if words != self._look_up(number)[1]:
                db.execute(
                    "UPDATE note SET text = ?, modified = ? WHERE id = ?",
                    (words, self._store.now(), number),
                )

    def remove(self, number: int) -> None:
        """Remove a note; what it was on stays kept.

        Raises:
            NotFoundError: there is no such note.

        """
        with self._store.change("note.remove", self._look_up(number)[0]) as db:
            db.execute("DELETE FROM note WHERE id = ?", (number,))

    def _look_up(self, number: int) -> tuple[str, str]:
        found = self._store.rows(OF_NOTE, number)
        if not found:
            raise NotFoundError(f"There is no note {number} in the library.")
        return found[0]["title"], found[0]["text"]
