# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The citation tray: what the reader gathers to cite, until it is cleared."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from terkha_db.library.model import Target, TrayEntry
    from terkha_db.library.store import Store


class Tray:
    """The citation tray, which outlives the program."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def count(self) -> int:
        """Return how many things are in the tray."""
        return int(str(self._store.value("SELECT count(*) FROM tray")))

    def all(self) -> tuple[TrayEntry, ...]:
        """Return what is in the tray, in the order it was put there."""
        from terkha_db.library.model import TrayEntry

        query = "SELECT link, kind, title, added FROM tray ORDER BY id"
        return tuple(TrayEntry(**dict(row)) for row in self._store.rows(query))

    def add(self, targets: Iterable[Target]) -> int:
        """Put things into the tray that are not in it, and return how many were put there.

        Raises:
            BadWordError: a link does not lead into Terkha.

        """
        from terkha_db.library import rows

        wanted, before = rows.clean_targets(targets), self.count()
        if not wanted:
            return 0
        with self._store.change("tray.add", wanted[0].title, len(wanted)) as db:
            db.executemany(
                """INSERT INTO tray (link, kind, title, added) VALUES (?, ?, ?, ?)
                ON CONFLICT (link) DO NOTHING""",
                [(each.link, each.kind, each.title, self._store.now()) for each in wanted],
            )
        return self.count() - before

    def remove(self, links: Iterable[str]) -> int:
        """Take things out of the tray, and return how many were in it."""
        from terkha_db.library import rows

        wanted, before = rows.clean_links(links), self.count()
        titles = {entry.link: entry.title for entry in self.all()}
        there = [link for link in wanted if link in titles]
        if there:
            with self._store.change("tray.remove", titles[there[0]], len(there)) as db:
                db.executemany("DELETE FROM tray WHERE link = ?", [(link,) for link in there])
        return before - self.count()

    def clear(self) -> int:
        """Empty the tray, and return how many things were in it."""
        before = self.count()
        with self._store.change("tray.clear", count=before) as db:
            db.execute("DELETE FROM tray")
        return before
