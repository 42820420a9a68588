# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The reader's own works: what is cited beside the catalogue, always marked as the reader's."""

from __future__ import annotations

import json
import re
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from terkha_db.errors import NotFoundError
from terkha_db.library.model import OwnWork
from terkha_db.library.same import Twins
from terkha_db.library.slugs import Remembered, free_slug, remembered, slug_of
from terkha_db.library.words import BadWordError, clean_title, fold, shown

if TYPE_CHECKING:
    import sqlite3

    from terkha_db.library.store import Store

Item = Mapping[str, Any]

_SMALL = frozenset("a an the of on in and for to from with by at de la le der die das".split())  # noqa: SIM905
_LONGEST_SLUG = 60


class Works:
    """The works that the reader added, by form or from files."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[OwnWork, ...]:
        """Return the reader's works, the newest first."""
        rows = self._store.rows("SELECT slug, csl, origin, added FROM work ORDER BY id DESC")
        return tuple(
            OwnWork(row["slug"], json.loads(row["csl"]), row["origin"], row["added"])
            for row in rows
        )

    def get(self, link: str) -> OwnWork:
        """Return the work of a link, ``work/slug``.

        Raises:
            NotFoundError: there is no such work.

        """
        slug = slug_of(link)
        found = next((each for each in self.all() if each.slug == slug), None)
        if found is None:
            raise NotFoundError(f"There is no work {shown(link)} in your library.")
        return found

    def add(
        self, items: Sequence[Item], origin: str = "", *, keep_twins: bool = False
    ) -> tuple[list[OwnWork], list[OwnWork]]:
        """Add works as one change; return the new ones, and those that were there already.

        Args:
            items: CSL-JSON items with a title; their ids are made anew.
            origin: the file they come from, if they come from one.
            keep_twins: whether a work that is there already is added all the same.

        Raises:
            BadWordError: a work has no title.

        """
        known = self.all()
        slugs = {each.slug for each in known}
        twins = Twins(known)
        spoken_of = remembered(self._store)
        new: list[OwnWork] = []
        there: list[OwnWork] = []
        for item in items:
            twin = twins.of(item)
            if twin is not None and not keep_twins:
                there.append(twin)
                continue
            slug = _slug(_titled(item), slugs, spoken_of)
            slugs.add(slug)
            work = OwnWork(slug, {**item, "id": slug}, clean_title(origin), self._store.now())
            new.append(work)
            twins.add(work)
        if new:
            with self._store.change("work.add", new[0].title, len(new)) as db:
                insert(db, new)
        return new, there

    def edit(self, link: str, item: Item) -> OwnWork:
        """Put other data in the place of a work's, under the same link.

        Raises:
            NotFoundError: there is no such work.
            BadWordError: the data have no title.

        """
        old = self.get(link)
        csl = {**_titled(item), "id": old.slug}
        with self._store.change("work.edit", old.title) as db:
            replace_data(db, old.slug, csl)
        return self.get(link)

    def remove(self, links: Iterable[str]) -> int:
        """Remove works, and return how many there were."""
        wanted = {slug_of(link) for link in links}
        there = [each for each in self.all() if each.slug in wanted]
        if there:
            with self._store.change("work.remove", there[0].title, len(there)) as db:
                db.executemany("DELETE FROM work WHERE slug = ?", [(one.slug,) for one in there])
        return len(there)


def insert(db: sqlite3.Connection, works: Iterable[OwnWork]) -> None:
    """Write works whose slugs are free."""
    db.executemany(
        "INSERT INTO work (slug, csl, origin, added) VALUES (?, ?, ?, ?)",
        [(each.slug, _dumped(each.csl), each.origin, each.added) for each in works],
    )


def replace_data(db: sqlite3.Connection, slug: str, csl: Item) -> None:
    """Put other data in the place of a work's, under the same slug."""
    data = _dumped({**csl, "id": slug})
    db.execute("UPDATE work SET csl = ? WHERE slug = ?", (data, slug))


def _titled(item: Item) -> Item:
    if not clean_title(str(item.get("title", ""))):
        raise BadWordError("A work needs a title: give one, if only a description in brackets.")
    return item


def _slug(item: Item, taken: Container[str], spoken_of: Remembered) -> str:
    """Return ``author-year-word`` in plain letters, as the catalogue names its works."""
    names = item.get("author") or item.get("editor") or [{}]
    author = names[0].get("family") or names[0].get("literal") or item.get("container-title", "")
    parts = item.get("issued", {}).get("date-parts", [["nd"]])
    words = [word for word in _words(str(item["title"])) if word not in _SMALL]
    pieces = [*_words(author)[:3], str(parts[0][0]), *words[:1]]
    slug = "-".join(pieces)[:_LONGEST_SLUG].strip("-")
    named = slug if _words(author) or words else f"work-{slug}"
    return free_slug(named, clean_title(str(item["title"])), taken, spoken_of)


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", fold(text))


def _dumped(csl: Item) -> str:
    return json.dumps(csl, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
