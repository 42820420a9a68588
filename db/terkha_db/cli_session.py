# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What every command is given: which catalogue, whose files, and how to write results."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from terkha_db.catalogue import Catalogue
from terkha_db.errors import KnownError
from terkha_db.lens import OPEN, Lens, in_words
from terkha_db.links import SCHEME, Link, lens_of, parse_link

if TYPE_CHECKING:
    import argparse

    from terkha_db.library.library import Library
    from terkha_db.paths import Paths

DONE, NOTHING = 0, 1
"""Exit codes: done; nothing found or check failed. A bad use of the command is 2."""


class UsageError(KnownError):
    """The command was given words that do not go together."""


@dataclass(frozen=True, slots=True)
class Session:
    """One run of the command line."""

    catalogue_path: Path
    paths: Paths
    lens: Lens = OPEN

    def catalogue(self) -> Catalogue:
        """Open the catalogue, seen through the lens.

        Raises:
            CatalogueError: it is missing, damaged or of another version.
            NotFoundError: the lens leaves out a work that is not there.

        """
        catalogue = Catalogue.open(self.catalogue_path)
        if self.lens.is_on:
            catalogue.look_through(self.lens)
        return catalogue

    def through(self, text: str) -> Session:
        """Return the session with the lens that a link carries, unless one was asked for.

        Raises:
            KnownError: the link or its lens cannot be read.

        """
        if self.lens.is_on or "lens=" not in text:
            return self
        return replace(self, lens=lens_of(parse_link(text)))

    def library(self) -> Library:
        """Open the reader's library.

        Raises:
            LibraryError: it is damaged, locked or of a newer Terkha.

        """
        from terkha_db.library.library import Library

        return Library(self.paths)


@dataclass(frozen=True, slots=True)
class Command:
    """A word of the command line, the words that may follow it, and what it does."""

    name: str
    help: str
    configure: Callable[[argparse.ArgumentParser], None]
    run: Callable[[Session, argparse.Namespace], int]
    follows_lens: bool = False
    """Whether what it answers depends on whose works count."""


def record_id(session: Session, text: str) -> str:
    """Return the permanent id of the record that a word of the command line names.

    Raises:
        KnownError: the word is no id, link or short code, or a link to something else.

    """
    return record_link(session, text).id


def record_link(session: Session, text: str) -> Link:
    """Return the link to a record, or to one of its statements, that a word names.

    Raises:
        KnownError: the word is no id, link or short code, or a link to something else.

    """
    link = parse_link(text)
    if link.target == "code":
        with session.catalogue() as catalogue:
            return catalogue.follow(link)
    if link.target != "record":
        raise UsageError(f"“{text}” does not name a record: ids look like mine/julong.")
    return link


def cited_id(session: Session, text: str) -> str:
    """Return the id that a word names: of a record, of a value in it, or ``work/slug``.

    Raises:
        KnownError: the word is no id and no link, or a link to something else.

    """
    bare = text.strip().removeprefix(f"{SCHEME}:")
    if bare.startswith("work/"):
        return bare
    link = record_link(session, text)
    return f"{link.id}#{link.anchor}" if link.anchor else link.id


def tell_lens(catalogue: Catalogue) -> None:
    """Say whose works count, beside a result that has no place for it."""
    if catalogue.lens.is_on:
        tell(f"Lens: {in_words(catalogue.lens)}.")


def tell(text: str) -> None:
    """Say something that is not part of the result, on the error output."""
    print(f"terkha: {text}", file=sys.stderr)


def print_json(value: Any) -> None:  # noqa: ANN401
    """Print a value as JSON for scripts."""
    print(json.dumps(value, ensure_ascii=False, indent=1))


def write_result(data: bytes, file: Path | None) -> None:
    """Write a result to a file, whole or not at all, or to the output.

    Raises:
        UsageError: the file cannot be written; what was there is left as it was.

    """
    if file is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
        return
    try:
        if file.is_dir():
            raise UsageError(f"{file} is a folder: name a file in it, as in -o {file / 'FILE'}.")
        if file.exists() and not file.is_file():
            # A pipe or a device (-o /dev/stdout) is written to; it must not be replaced.
            file.write_bytes(data)
        else:
            _replace(file.resolve(), data)
    except OSError as error:
        raise _unwritable(file, error) from error


def _replace(file: Path, data: bytes) -> None:
    """Write a file beside its place and put it there at once."""
    partial = file.with_name(f"{file.name}.partial")
    try:
        partial.write_bytes(data)
        partial.replace(file)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise


def _unwritable(file: Path, error: OSError) -> UsageError:
    if not file.parent.is_dir():
        return UsageError(f"There is no folder {file.parent}: make it first, or name another file.")
    reason = error.strerror or type(error).__name__
    return UsageError(f"{file} cannot be written ({reason}): choose another place with -o FILE.")
