# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Slugs of the reader's own works: a link that was kept never comes to lead to another work."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from terkha_db.library.words import clean_title

if TYPE_CHECKING:
    from terkha_db.library.store import Store

LINK = "work/"
Remembered = Mapping[str, set[str]]
"""Slugs that something still speaks of, each with the titles under which it does."""

_NAMED = re.compile(r"\bwork/([a-z0-9]+(?:-[a-z0-9]+)*)")
_KEPT = """
    SELECT link, title FROM item WHERE link GLOB 'work/*'
    UNION SELECT link, title FROM tray WHERE link GLOB 'work/*'
    UNION SELECT link, title FROM history WHERE link GLOB 'work/*'
"""
_UNDOABLE = """
    SELECT before, after FROM change_row
    WHERE table_name = 'work' OR instr(coalesce(before, after), '"link":"work/')
"""


def remembered(store: Store) -> dict[str, set[str]]:
    """Return the slugs that bookmarks, tray, history, notes or steps to undo still speak of."""
    found: dict[str, set[str]] = defaultdict(set)
    for link, title in _links(store):
        found[slug_of(link)].add(title)
    for (text,) in store.rows("SELECT text FROM note WHERE instr(text, 'work/')"):
        for slug in _NAMED.findall(text):
            found[slug].add("")
    return found


def free_slug(slug: str, title: str, taken: Container[str], known: Remembered) -> str:
    """Return a slug for a work, or with the first number behind it that makes it free.

    Args:
        slug: how the work would be called.
        title: its title; a slug that is only remembered is free for the work of that title.
        taken: the slugs of works that are there.
        known: what is remembered.

    """

    def is_free(found: str) -> bool:
        return found not in taken and known.get(found, {title}) == {title}

    return next(filter(is_free, _numbered(slug)))


def slug_of(link: str) -> str:
    """Return the slug in a link to a work, or to a place in it."""
    return link.removeprefix(LINK).partition("#")[0]


def without_work(
    links: Iterable[tuple[str, str]], brought: Container[str], titles: Mapping[str, str]
) -> dict[str, str]:
    """Return links to works that are gone, each with one that leads to no other work here.

    Args:
        links: links that were kept elsewhere, with their titles.
        brought: the slugs of the works that come with them.
        titles: those of the works that are here, by their slugs.

    """
    moved = {}
    for link, title in links:
        slug = slug_of(link)
        if link.startswith(LINK) and slug not in brought:
            there = next(each for each in _numbered(slug) if titles.get(each, title) == title)
            moved[f"{LINK}{slug}"] = f"{LINK}{there}"
    return moved


def _numbered(slug: str) -> Iterator[str]:
    yield slug
    number = 2
    while True:
        yield f"{slug}-{number}"
        number += 1


def _links(store: Store) -> Iterator[tuple[str, str]]:
    for row in store.rows(_KEPT):
        yield row["link"], row["title"]
    for images in store.rows(_UNDOABLE):
        for row in (json.loads(image) for image in images if image):
            if "slug" in row:
                yield row["slug"], clean_title(str(json.loads(row["csl"])["title"]))
            elif "link" in row:
                yield row["link"], row["title"]
