# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Which bookmarks a reader wants to see: the conditions of a listing, as SQL and its values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from terkha_db.library import rows
from terkha_db.library.words import clean_name, fold

if TYPE_CHECKING:
    from terkha_db.library.store import Store

HERE = "id IN (SELECT item_id FROM item_collection WHERE collection_id = ?)"
WITHIN = """id IN (SELECT item_id FROM item_collection WHERE collection_id IN (
    WITH RECURSIVE inside (id) AS (
        SELECT ? UNION ALL
        SELECT collection.id FROM collection JOIN inside ON parent_id = inside.id)
    SELECT id FROM inside))"""
TAGGED = "id IN (SELECT item_id FROM item_tag JOIN tag ON tag.id = tag_id WHERE name = ?)"
OF_KIND = "kind = ?"
HAS_WORD = """(instr(fold(item.title || ' ' || item.link || ' ' || item.kind), ?)
    OR EXISTS (SELECT 1 FROM note WHERE item_id = item.id AND instr(fold(text), ?))
    OR EXISTS (SELECT 1 FROM item_tag JOIN tag ON tag.id = tag_id
               WHERE item_id = item.id AND instr(fold(name), ?)))"""
AS_ARRANGED = """(SELECT position FROM item_collection
    WHERE item_id = item.id AND collection_id = ?), id"""
PINNED_THEN_NEWEST = "pinned IS NULL, pinned, added DESC, id DESC"

Condition = tuple[str, tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class Selection:
    """What bookmarks are narrowed by; an empty text narrows nothing."""

    collection: str = ""
    """The path of a collection; its bookmarks come as the reader arranged them."""
    nested: bool = False
    """With the bookmarks of the collections inside; pinned ones first, then the newest."""
    tag: str = ""
    kind: str = ""
    text: str = ""
    """Words that must all occur in title, link, kind, notes or tags, whatever case or accents."""

    def query(self, store: Store) -> Condition:
        """Return the SQL for the rows of ``item`` and its values.

        Raises:
            NotFoundError: there is no such collection.

        """
        shelf = rows.collection_id(store, self.collection) if self.collection else None
        conditions = list(self._conditions(shelf))
        arranged = shelf is not None and not self.nested
        values = [value for _, each in conditions for value in each]
        query = (
            f"SELECT * FROM item WHERE {' AND '.join(['1', *(sql for sql, _ in conditions)])} "
            f"ORDER BY {AS_ARRANGED if arranged else PINNED_THEN_NEWEST}"
        )
        return query, (*values, shelf) if arranged else tuple(values)

    def _conditions(self, shelf: int | None) -> Iterator[Condition]:
        if shelf is not None:
            yield (WITHIN if self.nested else HERE), (shelf,)
        if self.tag:
            yield TAGGED, (clean_name(self.tag, "tag"),)
        if self.kind:
            yield OF_KIND, (self.kind,)
        for word in fold(self.text).split():
            yield HAS_WORD, (word, word, word)
