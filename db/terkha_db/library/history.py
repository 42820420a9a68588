# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""History: what the reader looked at, newest last, up to a limit."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from terkha_db.library import rows
from terkha_db.library.model import Target, Visit
from terkha_db.library.words import fold

if TYPE_CHECKING:
    from terkha_db.library.store import Store

LONGEST = 5000
"""How many visits are remembered."""
LAST = "SELECT id, link FROM history ORDER BY visited DESC, id DESC LIMIT 1"


class History:
    """The pages the reader looked at; visiting is no change to undo, forgetting is."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def visit(self, target: Target) -> None:
        """Remember a visit; going to the same page twice in a row is one visit.

        Raises:
            BadWordError: the link does not lead into Terkha.
            LibraryError: the library cannot be written.

        """
        page = rows.clean_target(target)
        # Nobody wants to wait for this one: while another program has a lock, visits go by.
        with self._store.transaction(patient=False) as db:
            last = db.execute(LAST).fetchone()
            if last and last["link"] == page.link:
                db.execute("DELETE FROM history WHERE id = ?", (last["id"],))
            db.execute(
                "INSERT INTO history (link, kind, title, visited) VALUES (?, ?, ?, ?)",
                (page.link, page.kind, page.title, self._store.now()),
            )
            db.execute(
                """DELETE FROM history WHERE id IN (
                    SELECT id FROM history ORDER BY visited DESC, id DESC LIMIT -1 OFFSET ?)""",
                (LONGEST,),
            )

    def recent(self, limit: int = 60, text: str = "") -> tuple[Visit, ...]:
        """Return the pages looked at last, newest first, each once with its last visit.

        Args:
            limit: at most how many.
            text: words that must all occur in title or link.

        """
        words = fold(text).split()
        narrowed = " ".join("AND instr(fold(title || ' ' || link), ?)" for _ in words)
        # Of visits within one second the later is the one with the higher id.
        query = f"""SELECT link, kind, title, visited FROM history
            WHERE id IN (SELECT CAST(substr(max(visited || printf('%012d', id)), -12) AS INTEGER)
                         FROM history GROUP BY link)
            {narrowed} ORDER BY visited DESC, id DESC LIMIT ?"""
        return tuple(Visit(**dict(row)) for row in self._store.rows(query, *words, limit))

    def forget(self, links: Iterable[str]) -> None:
        """Forget all visits to pages."""
        wanted = rows.clean_links(links)
        known = {visit.link: visit.title for visit in self.recent(LONGEST)}
        there = [link for link in wanted if link in known]
        if there:
            with self._store.change("history.forget", known[there[0]], len(there)) as db:
                db.executemany("DELETE FROM history WHERE link = ?", [(link,) for link in there])

    def clear(self) -> None:
        """Forget all visits; undo and the backups still hold them."""
        with self._store.change("history.clear") as db:
            db.execute("DELETE FROM history")
