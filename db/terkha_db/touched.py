# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What of the reader's own a new edition touches: bookmarks, their notes, and saved searches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from terkha_db.errors import KnownError
from terkha_db.library.selection import Selection
from terkha_db.vocabulary import KINDS
from terkha_db.wording import count

if TYPE_CHECKING:
    from terkha_db.catalogue import Catalogue
    from terkha_db.catalogue.changes import Changes
    from terkha_db.library.library import Library
    from terkha_db.library.model import Bookmark, SavedSearch

_KINDS = {kind.id for kind in KINDS}


@dataclass(frozen=True, slots=True)
class Touched:
    """Something kept, and what the new edition does to it."""

    title: str
    link: str
    """Where the bookmark leads; empty for a saved search."""
    what: str
    """In words, one sentence without a full stop."""
    details: Sequence[str] = ()
    """The changes one by one."""


def touched(library: Library, changes: Changes, old: Catalogue, new: Catalogue) -> list[Touched]:
    """Return the bookmarks and saved searches that an edition changes, in the reader's order.

    Args:
        library: what the reader keeps.
        changes: what changed from ``old`` to ``new``.
        old: the catalogue that is read now.
        new: the one that would be read.

    """
    bookmarks = library.bookmarks.select(Selection())
    return [
        *(found for each in bookmarks for found in _bookmark(each, changes)),
        *(found for each in library.searches.all() for found in _search(each, old, new)),
    ]


def _bookmark(bookmark: Bookmark, changes: Changes) -> Iterator[Touched]:
    record = bookmark.link.partition("?")[0].partition("#")[0]
    notes = f"; {count(len(bookmark.notes), 'note')} on it" if bookmark.notes else ""
    if record in changes.gone:
        words = f"is no longer in the catalogue; the bookmark stays{notes}"
        yield Touched(bookmark.title, bookmark.link, words)
        return
    details = list(changes.values.get(record, ()))
    if record in changes.renamed:
        before, after = changes.renamed[record]
        details.insert(0, f"~ Title: {before} → {after}")
    if details:
        words = f"has {count(len(details), 'change')}{notes}"
        yield Touched(bookmark.title, bookmark.link, words, details)


def _search(search: SavedSearch, old: Catalogue, new: Catalogue) -> Iterator[Touched]:
    before, after = _found(search, old), _found(search, new)
    if before is None or after is None:
        if before != after:
            which = "new" if after is None else "present"
            yield Touched(search.name, "", f"cannot be asked of the {which} edition")
        return
    more = [f"+ {name}  {title}" for name, title in after.items() if name not in before]
    fewer = [f"- {name}  {title}" for name, title in before.items() if name not in after]
    if more or fewer:
        words = f"finds {len(more):,} more and {len(fewer):,} fewer"
        yield Touched(search.name, "", words, [*more, *fewer])


def _found(search: SavedSearch, catalogue: Catalogue) -> dict[str, str] | None:
    """Return titles by id of what a saved search finds; None if it cannot be asked."""
    try:
        if search.kind in _KINDS:
            rows = catalogue.rows(search.kind, where=search.query)
        else:
            rows = [row for kind in catalogue.ask(search.query).values() for row in kind]
    except KnownError:
        return None
    return {row.id: str(row.values.get("title", "")) for row in rows}
