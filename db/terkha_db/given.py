# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Files that Terkha is asked to open, by a file manager or on the command line."""

from __future__ import annotations

import re
import sys
from enum import Enum
from pathlib import Path
from urllib.parse import unquote, urlsplit

from terkha_db.catalogue.connection import APPLICATION_ID as CATALOGUE
from terkha_db.errors import KnownError
from terkha_db.library.migrations import APPLICATION_ID as LIBRARY
from terkha_db.links import LinkError, parse_link

LIBRARY_ENDING = ".terkha"
"""Of exported libraries and collections: open JSON that a desktop knows for Terkha's."""
_ENDINGS = (LIBRARY_ENDING, ".json", ".sqlite")
"""Of what Terkha opens; a link has no dot but in its query or anchor."""
_DATABASE = b"SQLite format 3\x00"
_OWNER = slice(68, 72)
_HEAD = 100
# Of two letters at least: one alone is a drive of Windows.
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")


class Given(Enum):
    """What a file is."""

    LIBRARY = "library"
    """An exported library or collection, or meant as one; reading it says what is wrong."""
    EDITION = "edition"
    """A catalogue."""


def file_given(word: str) -> Path | None:
    """Return the file that a word of the command line names, or None where it is a link.

    A word that could be both is a link, unless it begins as the path of a file does.
    """
    if word.lower().startswith("file:"):
        return _of_address(word)
    path = Path(word)
    if path.is_absolute() or word.startswith(("./", "../")):
        return path.absolute() if _is_file(path) or not _is_link(word) else None
    if _SCHEME.match(word) or _is_link(word):
        return None
    # One that is not there is told as a file and not as a link, where its ending says so.
    return path.absolute() if _is_file(path) or path.suffix.lower() in _ENDINGS else None


def recognise(file: Path) -> Given:
    """Return what a file is.

    Raises:
        KnownError: it cannot be read, or is nothing that Terkha opens.

    """
    try:
        with file.open("rb") as stream:
            head = stream.read(_HEAD)
    except OSError as error:
        raise KnownError(
            f"{file} cannot be opened ({error.strerror}): look whether it is there, and a file "
            "that you may read."
        ) from error
    if head.startswith(_DATABASE):
        owner = int.from_bytes(head[_OWNER], "big")
        if owner == CATALOGUE:
            return Given.EDITION
        # Whoever reads it says that it is a library itself, and names the way back to it.
        if owner == LIBRARY:
            return Given.LIBRARY
    elif file.suffix.lower() in (LIBRARY_ENDING, ".json"):
        return Given.LIBRARY
    raise KnownError(
        f"{file.name} is neither a library that was exported nor an edition of the catalogue: "
        "tables and works are imported on the Library page."
    )


def _of_address(word: str) -> Path:
    path = unquote(urlsplit(word).path, errors="surrogateescape")
    return Path(path.lstrip("/") if sys.platform == "win32" else path)


def _is_link(word: str) -> bool:
    try:
        parse_link(word)
    except LinkError:
        return False
    return True


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
