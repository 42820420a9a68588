# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The reader's library: everything the reader keeps, in one file that loses nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from terkha_db.errors import LibraryError
from terkha_db.library.identity import PATIENCE
from terkha_db.library.journal import NEXT_REDO, NEXT_UNDO, change
from terkha_db.library.store import Clock, Store, utc_now

if TYPE_CHECKING:
    from terkha_db.library.actions import Change
    from terkha_db.library.bookmarks import Bookmarks
    from terkha_db.library.collection import Collections
    from terkha_db.library.conflicts import Choose
    from terkha_db.library.document import Document
    from terkha_db.library.history import History
    from terkha_db.library.merge import MergeReport
    from terkha_db.library.notes import Notes
    from terkha_db.library.restore import Restored
    from terkha_db.library.searches import Searches
    from terkha_db.library.tags import Tags
    from terkha_db.library.tray import Tray
    from terkha_db.library.works import Works
    from terkha_db.paths import Paths


class Library:
    """The reader's bookmarks, collections, notes, tags, searches, tray, history and works.

    A change is on the disk when the call that made it returns. Several processes may share one
    library; several threads may share one Library. Undo and redo go through the changes of all.
    """

    def __init__(
        self,
        paths: Paths,
        *,
        patience: float = PATIENCE,
        clock: Clock = utc_now,
        backs_up: bool = True,
    ) -> None:
        """Open the library of a profile, and make a backup if one is due.

        A library that does not exist yet is empty; the first change creates it.

        Args:
            paths: where the library and its backups are.
            patience: how many seconds to wait for another program's lock.
            clock: gives the present time.
            backs_up: make the backup now; else ``back_up`` is called when there is time for it.

        Raises:
            LibraryError: the file is damaged, of a newer Terkha, of another program, locked, or
                cannot be read; it was left as it is.

        """
        self.paths = paths
        self._store = Store(paths, patience, clock)
        self.problem = self.back_up() if backs_up else ""
        """Why that backup failed, in one sentence; empty if it did not."""

    def __enter__(self) -> Library:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @cached_property
    def bookmarks(self) -> Bookmarks:
        """What the reader keeps."""
        from terkha_db.library.bookmarks import Bookmarks

        return Bookmarks(self._store)

    @cached_property
    def collections(self) -> Collections:
        """Where it is filed."""
        from terkha_db.library.collection import Collections

        return Collections(self._store)

    @cached_property
    def notes(self) -> Notes:
        """What is written about it."""
        from terkha_db.library.notes import Notes

        return Notes(self._store)

    @cached_property
    def tags(self) -> Tags:
        """Its tags."""
        from terkha_db.library.tags import Tags

        return Tags(self._store)

    @cached_property
    def searches(self) -> Searches:
        """The saved searches."""
        from terkha_db.library.searches import Searches

        return Searches(self._store)

    @cached_property
    def tray(self) -> Tray:
        """What is put aside to be cited."""
        from terkha_db.library.tray import Tray

        return Tray(self._store)

    @cached_property
    def history(self) -> History:
        """What was viewed."""
        from terkha_db.library.history import History

        return History(self._store)

    @cached_property
    def works(self) -> Works:
        """The reader's own works."""
        from terkha_db.library.works import Works

        return Works(self._store)

    @property
    def file(self) -> Path:
        """The library's file."""
        return self.paths.library

    @property
    def writable(self) -> bool:
        """Whether changes can be kept, as far as permissions tell."""
        return self._store.writable

    def now(self) -> str:
        """Return the present time as the library keeps it."""
        return self._store.now()

    def close(self) -> None:
        """Close the file."""
        self._store.close()

    @contextmanager
    def change(self, action: str, subject: str = "", count: int = 1) -> Iterator[None]:
        """Make all changes inside one step: wholly kept or not at all, and undone at once.

        Args:
            action: a key of ACTIONS.
            subject: the title of what is changed, the first one of several.
            count: how many things are changed.

        """
        with self._store.change(action, subject, count):
            yield

    def document(self, *, history: bool = False) -> Document:
        """Return all that is kept as an open document; with the history only if asked for."""
        from terkha_db.library.document import take

        return take(self._store, history=history)

    def merge(
        self,
        document: Document,
        source: str,
        choose: Choose | None = None,
        *,
        rehearse: bool = False,
    ) -> MergeReport:
        """Take in all that a document holds, as one change; neither side loses anything.

        Args:
            document: what to take in.
            source: what to call it in the undo menu, such as the name of its file.
            choose: decides where both sides have something that the other lacks; without it both
                are kept.
            rehearse: only report what would happen.

        Raises:
            LibraryError: the file cannot be written; then nothing is changed.

        """
        from terkha_db.library.conflicts import Decisions, keep_both
        from terkha_db.library.merge import merge

        decisions = Decisions(choose or keep_both)
        return merge(self._store, document, source, decisions, rehearse=rehearse)

    def create(self) -> None:
        """Write the file now, rather than with the first change.

        Raises:
            LibraryError: it cannot be written.

        """
        with self._store.transaction():
            pass

    def restore(self, file: Path) -> Restored:
        """Put a backup in the place of this library, and go on with it.

        Raises:
            LibraryError: the file is no whole library that this Terkha knows, or writing fails;
                the library is then as it was.

        """
        from terkha_db.library.restore import restore

        with self._store.let_go():
            return restore(self.paths, file, self._store.moment())

    def undo(self) -> Change | None:
        """Take back the last change and return it, or None if there is none.

        Raises:
            LibraryError: another program changed the same rows, or the file cannot be written.

        """
        return self._step("undo") if self.next_undo() else None

    def redo(self) -> Change | None:
        """Make the change taken back last again and return it, or None if there is none.

        Raises:
            LibraryError: another program changed the same rows, or the file cannot be written.

        """
        return self._step("redo") if self.next_redo() else None

    def next_undo(self) -> Change | None:
        """Return the change that undo would take back."""
        return next((change(row) for row in self._store.rows(NEXT_UNDO)), None)

    def next_redo(self) -> Change | None:
        """Return the change that redo would make again."""
        return next((change(row) for row in self._store.rows(NEXT_REDO)), None)

    def mark(self) -> str:
        """Return a text that every change of the content renews, by whichever process."""
        return str(self._store.value("SELECT mark FROM revision"))

    def _step(self, direction: str) -> Change | None:
        with self._store.transaction() as db:
            journal = self._store.journal
            return journal.undo(db) if direction == "undo" else journal.redo(db)

    def back_up(self, *, at_end: bool = False) -> str:
        """Make a backup if one is due, and return why that failed; empty if it did not.

        At the end of a session one is due as soon as something has changed.
        """
        if not self._store.exists:
            return ""
        from terkha_db.library.backup import EVERY, back_up_if_due

        try:
            back_up_if_due(self.paths, self._store.moment(), EVERY * (not at_end))
        except LibraryError as error:
            return str(error)
        return ""
