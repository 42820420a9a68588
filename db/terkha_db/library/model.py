# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What the library hands out and takes in: plain values, all times UTC in ISO 8601."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Target:
    """Something in Terkha that can be kept, visited or put into the tray."""

    link: str
    """A record (``mine/julong``), a statement (``mine/julong#…``) or any other link."""
    kind: str = ""
    """What it is, kept to explain it if it vanishes; taken from the link if empty."""
    title: str = ""
    """How it is called, kept for the same reason; the link if empty."""
    edition: str = ""
    """The edition of the catalogue in which it was seen."""


@dataclass(frozen=True, slots=True)
class Note:
    """A note in Markdown on a bookmark."""

    id: int
    """The note's number in this library; 0 in a document that was read from a file."""
    text: str
    created: str
    modified: str


@dataclass(frozen=True, slots=True)
class Bookmark:
    """Something the reader keeps, with all that was filed and written about it."""

    link: str
    kind: str
    title: str
    edition: str
    added: str
    pinned: bool = False
    collections: tuple[str, ...] = ()
    """Paths of the collections it is filed in."""
    tags: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def url(self) -> str:
        """The link that opens it in any installation."""
        return f"terkha:{self.link}"

    def as_json(self) -> dict[str, object]:
        """Return what ``terkha bookmark list --json`` prints for it."""
        return {
            "id": self.link,
            "kind": self.kind,
            "title": self.title,
            "added": self.added,
            "collections": list(self.collections),
            "tags": list(self.tags),
            "notes": [note.text for note in self.notes],
        }

    def explain_missing(self, edition: str) -> str:
        """Return the sentence for a bookmark whose record is not in the given edition."""
        seen = f", kept from edition {self.edition}" if self.edition else ""
        return (
            f"{self.title} ({self.kind}, {self.link}){seen}, is not in edition {edition}; "
            "the bookmark stays with its notes, tags and collections."
        )

    def explain_title(self, edition: str, title: str) -> str:
        """Return the sentence for a bookmark whose record has another title in an edition."""
        return f"Kept from edition {self.edition} under this title; in edition {edition}: {title}."


@dataclass(frozen=True, slots=True)
class Collection:
    """A named, ordered shelf of bookmarks, perhaps inside another."""

    path: str
    """Its name after those of the collections around it: ``Copper/Julong``."""
    created: str
    bookmarks: int
    """How many bookmarks are filed right here."""
    total: int
    """How many different bookmarks are filed here or in a collection inside."""

    @property
    def name(self) -> str:
        """Its own name."""
        return self.path.rpartition("/")[2]

    @property
    def parent(self) -> str:
        """The path of the collection around it, or an empty text."""
        return self.path.rpartition("/")[0]

    @property
    def depth(self) -> int:
        """How many collections are around it."""
        return self.path.count("/")


@dataclass(frozen=True, slots=True)
class Tag:
    """A word on bookmarks, with how many carry it."""

    name: str
    bookmarks: int


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query the reader named, to be asked again of every edition."""

    name: str
    kind: str
    """The page the query belongs to (``mine``, …), empty for the search box."""
    query: str
    grammar: int
    """The version of the query language it was written in."""
    created: str


@dataclass(frozen=True, slots=True)
class Visit:
    """A page the reader looked at."""

    link: str
    kind: str
    title: str
    visited: str


@dataclass(frozen=True, slots=True)
class TrayEntry:
    """Something put into the citation tray."""

    link: str
    kind: str
    title: str
    added: str


@dataclass(frozen=True, slots=True)
class OwnWork:
    """A work that the reader added, cited beside those of the catalogue."""

    slug: str
    csl: Mapping[str, Any]
    """CSL-JSON 1.0.2 item; its ``id`` is the slug."""
    origin: str
    """Name of the file it came from; empty if the reader wrote it."""
    added: str

    @property
    def link(self) -> str:
        """The link that leads to it in this library."""
        return f"work/{self.slug}"

    @property
    def title(self) -> str:
        """Its title."""
        return str(self.csl["title"])
