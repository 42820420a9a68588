# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Read an exported document, and say exactly where it is not one."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeVar

from terkha_db.citing import from_csl_json
from terkha_db.errors import KnownError, LibraryError
from terkha_db.library.document import FORMAT, VERSION, Document, Shelf
from terkha_db.library.model import Bookmark, Note, OwnWork, SavedSearch, TrayEntry, Visit
from terkha_db.library.words import (
    clean_link,
    clean_name,
    clean_note,
    clean_path,
    clean_time,
    clean_title,
    kind_of,
    shown,
)

PARTS = ("collections", "bookmarks", "saved_searches", "tray", "history", "works")
Made = TypeVar("Made")


class MalformedError(LibraryError):
    """A document does not follow the format; the sentence says where."""


def parse(text: str, now: str) -> Document:
    """Return the document in a JSON text.

    Args:
        text: the content of the file.
        now: the time to take where the document gives none.

    Raises:
        MalformedError: the text is no such document, or one of a newer Terkha.

    """
    try:
        content = json.loads(text)
    except json.JSONDecodeError as error:
        raise MalformedError(
            f"it is not JSON at line {error.lineno}, column {error.colno}: {error.msg}"
        ) from error
    except (RecursionError, ValueError) as error:
        raise MalformedError(f"it is not JSON that can be read: {error}") from error
    root = Node(content, "the document")
    root.fields("format", "version", "exported", *PARTS)
    _check_version(root)
    return Document(
        exported=root.text("exported", clean_time, now),
        collections=tuple(_shelf(each, now) for each in root.items("collections")),
        bookmarks=tuple(_bookmark(each, now) for each in root.items("bookmarks")),
        saved_searches=tuple(_search(each, now) for each in root.items("saved_searches")),
        tray=tuple(_entry(each, now) for each in root.items("tray")),
        history=tuple(_visit(each, now) for each in root.items("history")),
        works=tuple(_work(each, now) for each in root.items("works")),
    )


class Node(NamedTuple):
    """A value in a JSON document, and where it is."""

    value: object
    where: str

    def fault(self, what: str) -> MalformedError:
        """Return the sentence for a fault at this place."""
        return MalformedError(f"{self.where} {what}")

    def fields(self, *names: str) -> dict[str, object]:
        """Return the members of an object that has no other members than these."""
        if not isinstance(self.value, dict):
            raise self.fault("is not an object")
        for name in self.value:
            if name not in names:
                raise self.fault(f"has the unknown key {shown(name)} (known: {', '.join(names)})")
        return self.value

    def member(self, name: str) -> Node | None:
        """Return a member of an object, or None if it is not there."""
        if not isinstance(self.value, dict):
            raise self.fault("is not an object")
        if name not in self.value:
            return None
        prefix = "" if self.where == "the document" else f"{self.where}."
        return Node(self.value[name], f"{prefix}{name}")

    def items(self, name: str) -> Iterator[Node]:
        """Go through a list that is a member; a missing one is empty."""
        node = self.member(name)
        if node is None:
            return
        if not isinstance(node.value, list):
            raise node.fault("is not a list")
        for number, each in enumerate(node.value):
            yield Node(each, f"{node.where}[{number}]")

    def text(self, name: str, clean: Callable[[str], str], default: str | None = None) -> str:
        """Return a cleaned text that is a member; a missing or empty one is the default, if any."""
        node = self.member(name)
        text = node.cleaned(clean) if node and node.value != "" else ""
        if text.strip():
            return text
        if default is None:
            raise self.fault(f"has no {shown(name)}, or an empty one")
        return default

    def cleaned(self, clean: Callable[[str], Made]) -> Made:
        """Return this text as a cleaning function makes it."""
        if not isinstance(self.value, str):
            raise self.fault("is not a text")
        try:
            return clean(self.value)
        except LibraryError as error:
            raise self.fault(f"is wrong: {error}") from error


def _check_version(root: Node) -> None:
    values = root.fields("format", "version", "exported", *PARTS)
    if values.get("format") != FORMAT:
        raise MalformedError(f'it is not an exported library (no "format": "{FORMAT}")')
    version = values.get("version")
    if type(version) is not int or version < 1:
        raise MalformedError("the version is not a whole number from 1")
    if version > VERSION:
        raise MalformedError(
            f"it was written by a newer Terkha (format {version}, this one knows up to {VERSION})"
        )


def _shelf(node: Node, now: str) -> Shelf:
    node.fields("path", "created", "links")
    return Shelf(
        path=node.text("path", lambda text: "/".join(clean_path(text))),
        created=node.text("created", clean_time, now),
        links=tuple(each.cleaned(clean_link) for each in node.items("links")),
    )


def _bookmark(node: Node, now: str) -> Bookmark:
    node.fields("link", "kind", "title", "edition", "added", "pinned", "tags", "notes")
    link = node.text("link", clean_link)
    pinned = node.member("pinned")
    if pinned is not None and not isinstance(pinned.value, bool):
        raise pinned.fault("is neither true nor false")
    return Bookmark(
        link=link,
        kind=node.text("kind", clean_title, kind_of(link)),
        title=node.text("title", clean_title, link),
        edition=node.text("edition", clean_title, ""),
        added=node.text("added", clean_time, now),
        pinned=pinned is not None and pinned.value is True,
        tags=tuple(
            each.cleaned(lambda text: clean_name(text, "tag")) for each in node.items("tags")
        ),
        notes=tuple(_note(each, now) for each in node.items("notes")),
    )


def _note(node: Node, now: str) -> Note:
    node.fields("text", "created", "modified")
    created = node.text("created", clean_time, now)
    return Note(
        id=0,
        text=node.text("text", clean_note),
        created=created,
        modified=node.text("modified", clean_time, created),
    )


def _search(node: Node, now: str) -> SavedSearch:
    node.fields("name", "kind", "query", "grammar", "created")
    grammar = node.member("grammar")
    if grammar is not None and (type(grammar.value) is not int or not 0 < grammar.value < 1000):
        raise grammar.fault("is not the number of a version")
    return SavedSearch(
        name=node.text("name", lambda text: clean_name(text, "saved search")),
        kind=node.text("kind", clean_title, ""),
        query=node.text("query", clean_title),
        grammar=grammar.value if grammar and isinstance(grammar.value, int) else 1,
        created=node.text("created", clean_time, now),
    )


def _entry(node: Node, now: str) -> TrayEntry:
    node.fields("link", "kind", "title", "added")
    link = node.text("link", clean_link)
    return TrayEntry(
        link=link,
        kind=node.text("kind", clean_title, kind_of(link)),
        title=node.text("title", clean_title, link),
        added=node.text("added", clean_time, now),
    )


def _visit(node: Node, now: str) -> Visit:
    node.fields("link", "kind", "title", "visited")
    link = node.text("link", clean_link)
    return Visit(
        link=link,
        kind=node.text("kind", clean_title, kind_of(link)),
        title=node.text("title", clean_title, link),
        visited=node.text("visited", clean_time, now),
    )


def _work(node: Node, now: str) -> OwnWork:
    node.fields("csl", "origin", "added")
    csl = node.member("csl")
    if csl is None or not isinstance(csl.value, dict):
        raise node.fault("has no CSL-JSON item under “csl”")
    csl.text("title", clean_title)
    try:
        found = from_csl_json.read(json.dumps(csl.value))
    except KnownError as error:
        raise csl.fault(f"is wrong: {error}") from error
    slug = csl.text("id", clean_title)
    return OwnWork(
        slug=slug,
        csl={**found.items[0], "id": slug},
        origin=node.text("origin", clean_title, ""),
        added=node.text("added", clean_time, now),
    )
