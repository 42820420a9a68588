# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""READERS: the kinds of file from which a reader's own works can be taken."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from terkha_db.citing import from_biblatex, from_csl_json, from_ris
from terkha_db.citing.read_parts import Reading, named
from terkha_db.errors import KnownError

__all__ = ["READERS", "Reader", "Reading", "read_file", "read_works"]

_MOST_BYTES = 64 << 20


@dataclass(frozen=True, slots=True)
class Reader:
    """A kind of file: how it is called, how a text of it is recognised and how it is read."""

    id: str
    label: str
    extensions: tuple[str, ...]
    pattern: re.Pattern[str]
    """Found near the beginning of every such text."""
    read: Callable[[str], Reading]


READERS: tuple[Reader, ...] = (
    Reader(
        "csl-json", "CSL-JSON", (".json",), re.compile(r"\A\s*[\[{]\s*[\"{\]]"), from_csl_json.read
    ),
    Reader("ris", "RIS", (".ris",), re.compile(r"^\s*TY {1,2}- ?", re.M), from_ris.read),
    Reader(
        "biblatex",
        "BibLaTeX or BibTeX",
        (".bib",),
        re.compile(r"^\s*@\s*\w+\s*[{(]", re.M),
        from_biblatex.read,
    ),
)


def read_file(file: Path) -> Reading:
    """Read the works of a file.

    Raises:
        KnownError: the file cannot be read, is too large, or is of no kind that is known.

    """
    try:
        if file.stat().st_size > _MOST_BYTES:
            raise KnownError(f"{file.name} is larger than 64 MB: split it before you import it.")
        content = file.read_bytes()
    except OSError as error:
        raise KnownError(f"{file} cannot be read: {error.strerror or error}.") from None
    return read_works(content, file.name)


def read_works(content: bytes, name: str) -> Reading:
    """Read works from the bytes of a file called ``name``, whatever kind of file it is.

    Raises:
        KnownError: it is none of READERS, or holds no work.

    """
    text, doubt = _decoded(content)
    reader = next((each for each in READERS if each.pattern.search(text)), None)
    if reader is None:
        kinds = ", ".join(each.label for each in READERS)
        raise KnownError(f"{name} holds no works in a form that is known: {kinds}.")
    found = _titled(reader.read(text))
    if not found.items:
        why = f" {found.faults[0]}" if found.faults else ""
        raise KnownError(f"No work could be read from {name} ({reader.label}).{why}")
    return replace(found, faults=(*doubt, *found.faults))


def _titled(found: Reading) -> Reading:
    """Leave out, and tell, what has no title: nobody could find it, or tell it from others."""
    bare = [place for place, item in enumerate(found.items, 1) if not item.get("title")]
    told = [
        f"Work {at} ({named(found.items[at - 1])}) has no title and was not read." for at in bare
    ]
    items = tuple(item for item in found.items if item.get("title"))
    return replace(found, items=items, faults=(*found.faults, *told))


def _decoded(content: bytes) -> tuple[str, tuple[str, ...]]:
    """Return the text of a file without byte order mark, and a sentence if bytes were doubtful."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", "replace"), ()
    try:
        return content.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        told = "The file is not UTF-8; it was read as Windows-1252, so check accented letters."
        return content.decode("cp1252", "replace"), (told,)
