# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Take saved searches, tray, history and own works of a document into a library."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from terkha_db.library.conflicts import Choice, Conflict, Decisions, told
from terkha_db.library.model import OwnWork, SavedSearch, TrayEntry, Visit
from terkha_db.library.same import is_same
from terkha_db.library.searches import ORDER, Searches
from terkha_db.library.slugs import free_slug, remembered, without_work
from terkha_db.library.words import LONGEST_NAME, clean_title
from terkha_db.library.works import Works, insert, replace_data

if TYPE_CHECKING:
    from terkha_db.library.document import Document
    from terkha_db.library.store import Store


def merge_searches(
    store: Store, db: sqlite3.Connection, given: Iterable[SavedSearch], decisions: Decisions
) -> int:
    """Take in saved searches; return how many are new.

    Where one here asks for something else under the same name, both are kept under two names,
    unless the reader decides otherwise.
    """
    mine = {each.name: _asks(each) for each in Searches(store).all()}
    known = dict(mine)
    added = 0
    for each in given:
        name = _free_name(each, known)
        if name in known:
            continue
        choice = Choice.BOTH
        if each.name in mine:
            ours, theirs = (_worded(asks) for asks in (mine[each.name], _asks(each)))
            choice = decisions.on(Conflict("search", each.name, each.name, ours, theirs))
        if choice is Choice.THEIRS:
            db.execute(
                "UPDATE saved_search SET kind = ?, query = ?, grammar = ? WHERE name = ?",
                (*_asks(each), each.name),
            )
            known[each.name] = _asks(each)
        elif choice is Choice.BOTH:
            db.execute(
                """INSERT INTO saved_search (name, kind, query, grammar, created, position)
                VALUES (?, ?, ?, ?, ?, ?)""",
                (name, *_asks(each), each.created, ORDER.end(db)),
            )
            known[name] = _asks(each)
            added += 1
    return added


def _asks(search: SavedSearch) -> tuple[str, str, int]:
    return search.kind, search.query, search.grammar


def _worded(asks: tuple[str, str, int]) -> str:
    kind, query, _ = asks
    return f"{query} ({kind})" if kind else query


def _free_name(search: SavedSearch, known: Mapping[str, tuple[str, str, int]]) -> str:
    """Return the name under which a search is known already, or else one that is free."""
    name, number = search.name, 1
    while name in known and known[name] != _asks(search):
        number += 1
        suffix = f" ({number})"
        name = search.name[: LONGEST_NAME - len(suffix)] + suffix
    return name


def merge_tray(db: sqlite3.Connection, given: Iterable[TrayEntry]) -> int:
    """Take in what lies in the tray; return how many things are new in it."""
    return sum(
        db.execute(
            """INSERT INTO tray (link, kind, title, added) VALUES (?, ?, ?, ?)
            ON CONFLICT (link) DO NOTHING""",
            (each.link, each.kind, each.title, each.added),
        ).rowcount
        for each in given
    )


def merge_history(db: sqlite3.Connection, given: Sequence[Visit]) -> int:
    """Take in visits; return how many are new."""
    return sum(
        db.execute(
            """INSERT INTO history (link, kind, title, visited)
            SELECT :link, :kind, :title, :visited
            WHERE NOT EXISTS (SELECT 1 FROM history WHERE link = :link AND visited = :visited)""",
            {"link": each.link, "kind": each.kind, "title": each.title, "visited": each.visited},
        ).rowcount
        for each in reversed(given)
    )


def merge_works(
    store: Store, db: sqlite3.Connection, document: Document, decisions: Decisions
) -> tuple[int, dict[str, str]]:
    """Take in works of the reader's own.

    Returns:
        How many are new, and for each link of the document that another leads to here, that one.

    """
    given, known = document.works, list(Works(store).all())
    kept = [
        *((each.link, each.title) for each in document.bookmarks),
        *((each.link, each.title) for each in document.tray),
        *((each.link, each.title) for each in document.history),
    ]
    titles = {each.slug: clean_title(each.title) for each in known}
    moved = without_work(kept, {each.slug for each in given}, titles)
    spoken_of = remembered(store)
    # A work that the other library has too, letter by letter, is no other version of a third.
    open_ones = [each for each in known if not any(_equal(each, other) for other in given)]
    new: list[OwnWork] = []
    for each in reversed(given):
        here = next((other for other in (*known, *new) if _equal(other, each)), None)
        twin = next((other for other in open_ones if is_same(other.csl, each.csl)), None)
        if here is None and twin is not None:
            open_ones.remove(twin)
            here = _settle(db, twin, each, decisions)
        if here is None:
            taken = {other.slug for other in (*known, *new)}
            slug = free_slug(each.slug, clean_title(each.title), taken, spoken_of)
            here = replace(each, slug=slug, csl={**each.csl, "id": slug})
            new.append(here)
        if here.slug != each.slug:
            moved[each.link] = here.link
    insert(db, new)
    return len(new), moved


def _settle(
    db: sqlite3.Connection, mine: OwnWork, theirs: OwnWork, decisions: Decisions
) -> OwnWork | None:
    """Return the work here that stands for theirs too; None where both are kept."""
    choice = decisions.on(Conflict("work", mine.link, mine.title, *told(mine.csl, theirs.csl)))
    if choice is Choice.THEIRS:
        replace_data(db, mine.slug, theirs.csl)
    return None if choice is Choice.BOTH else mine


def _equal(one: OwnWork, other: OwnWork) -> bool:
    return _data(one.csl) == _data(other.csl)


def _data(csl: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in csl.items() if key != "id"}
