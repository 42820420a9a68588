# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Keep lists in the reader's order, so that moving a few rows touches only those rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

GAP = 1 << 20


@dataclass(frozen=True, slots=True)
class Order:
    """A list in a table: which column holds the positions, and which rows are in the list."""

    table: str
    scope: str
    """An SQL condition for the rows of the list; its values are given to each call."""
    column: str = "position"

    def end(self, db: sqlite3.Connection, values: Sequence[object] = ()) -> int:
        """Return the position for one more row at the end."""
        query = f"SELECT max({self.column}) FROM {self.table} WHERE {self.scope}"
        last = db.execute(query, values).fetchone()[0]
        return GAP if last is None else int(last) + GAP

    def place(
        self, db: sqlite3.Connection, values: Sequence[object], ids: Sequence[int], index: int
    ) -> None:
        """Move rows of the list, in the order given, to before the row at an index of the rest."""
        query = (
            f"SELECT id, {self.column} FROM {self.table} WHERE {self.scope} "
            f"ORDER BY {self.column}, id"
        )
        listed = [(row[0], row[1]) for row in db.execute(query, values)]
        rest = [each for each in listed if each[0] not in ids]
        index = max(0, min(index, len(rest)))
        order = [each[0] for each in rest]
        order[index:index] = ids
        if order == [each[0] for each in listed]:
            return
        before = rest[index - 1][1] if index else 0
        after = rest[index][1] if index < len(rest) else before + GAP * (len(ids) + 1)
        step = (after - before) // (len(ids) + 1)
        if step >= 1:
            self._set(db, ids, before, step)
        else:
            self._set(db, order, 0, GAP)

    def _set(self, db: sqlite3.Connection, ids: Sequence[int], start: int, step: int) -> None:
        db.executemany(
            f"UPDATE {self.table} SET {self.column} = ? WHERE id = ?",
            [(start + step * number, each) for number, each in enumerate(ids, start=1)],
        )
