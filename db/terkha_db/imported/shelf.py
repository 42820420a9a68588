# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The reader's collections: which there are, where a new one goes, and taking one away."""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from terkha_db.entities import Hit
from terkha_db.errors import KnownError, NotFoundError
from terkha_db.imported.collection import Collection
from terkha_db.imported.faults import CollectionError, unwritable
from terkha_db.imported.info import PARTIAL, Info, Target, read_info
from terkha_db.library.files import discard

_ENDING = ".sqlite"
_LONGEST_NAME = 80
_LONGEST_SLUG = 40


@dataclass(frozen=True, slots=True)
class Found:
    """What one collection has for a query."""

    info: Info
    hits: list[Hit]


class Shelf:
    """The folder with the reader's collections."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def files(self) -> list[Path]:
        """Return the files of all collections; none where there is no folder."""
        return sorted(self.folder.glob(f"*{_ENDING}"))

    def collections(self) -> Iterator[Info | KnownError]:
        """Yield what is told of every collection, or why it cannot be read."""
        for file in self.files():
            try:
                yield read_info(file)
            except KnownError as error:
                yield error

    def search(self, query: str, *, limit: int = 50) -> Iterator[Found | KnownError]:
        """Yield what each collection has for a query, at most ``limit`` rows of each.

        A collection that cannot be read gives the reason instead.
        """
        for file in self.files():
            try:
                with Collection(file) as collection:
                    hits = collection.search(query, limit=limit)
                    if hits:
                        yield Found(collection.info, hits)
            except KnownError as error:
                yield error

    def find(self, name: str) -> Info:
        """Return the collection with that name or slug.

        Raises:
            NotFoundError: there is none.

        """
        known = [info for info in self.collections() if isinstance(info, Info)]
        for info in known:
            if name == info.slug or name.casefold() == info.name.casefold():
                return info
        names = [info.name for info in known]
        near = get_close_matches(name, names, n=1) or names[:1]
        hint = f"did you mean “{near[0]}”?" if near else "there are none yet."
        raise NotFoundError(f"There is no collection “{name}”: {hint}")

    def target(self, name: str, *, replace: bool = False) -> Target:
        """Return the place for a collection with a new name, or for the one to be replaced.

        Raises:
            CollectionError: the name cannot be used, or is taken and not to be replaced.

        """
        name = _clean(name)
        try:
            info = self.find(name)
        except NotFoundError:
            slug = self._free(_slug(name))
            return Target(name, slug, self.folder / f"{slug}{_ENDING}")
        if not replace:
            raise CollectionError(
                f"There is already a collection “{info.name}”: choose another name with "
                "--name NAME, or put the new one in its place with --replace."
            )
        return Target(name, info.slug, info.target.file)

    def remove(self, name: str) -> Target:
        """Take a collection away, with its report; return what it was.

        A damaged collection can be named by its file.

        Raises:
            NotFoundError: there is none of that name.
            CollectionError: the system does not let it be removed.

        """
        file = self.folder / f"{name}{_ENDING}"
        target = Target(name, name, file) if file in self.files() else self.find(name).target
        try:
            target.file.unlink()
        except OSError as error:
            raise unwritable(target.file, error) from error
        discard(target.report)
        return target

    def clean(self) -> None:
        """Remove what imports left behind that were killed; one that runs is left alone."""
        for file in self.folder.glob(f"*{PARTIAL}"):
            if not _is_held(file):
                discard(file)

    def _free(self, slug: str) -> str:
        taken = {file.name.removesuffix(_ENDING) for file in self.files()}
        free, again = slug, 2
        while free in taken:
            free = f"{slug}-{again}"
            again += 1
        return free


def _clean(name: str) -> str:
    """Return a name on one line.

    Raises:
        CollectionError: nothing of it is left, or it is too long.

    """
    text = " ".join(unicodedata.normalize("NFC", name).split())
    if not text or len(text) > _LONGEST_NAME or not text.isprintable():
        raise CollectionError(
            f"A collection cannot be called {name[:40]!r}: give 1 to {_LONGEST_NAME} letters "
            "with --name NAME."
        )
    return text


def _slug(name: str) -> str:
    """Return a name as part of an id: small Latin letters, digits and hyphens."""
    bare = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")[:_LONGEST_SLUG].strip("-") or "collection"


def _is_held(file: Path) -> bool:
    """Tell whether a process still writes a file, which it has locked."""
    try:
        with closing(sqlite3.connect(file, timeout=0, isolation_level=None)) as connection:
            connection.execute("BEGIN IMMEDIATE")
    except sqlite3.Error as error:
        return getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY
    return False
