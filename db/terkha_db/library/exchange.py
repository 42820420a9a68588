# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Export a library to a file that others can read, and take such a file in."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from terkha_db.errors import LibraryError
from terkha_db.library.document import narrowed, to_json
from terkha_db.library.faults import refused
from terkha_db.library.files import discard
from terkha_db.library.identity import MAGIC
from terkha_db.library.parsing import MalformedError, parse
from terkha_db.library.readable import to_html

if TYPE_CHECKING:
    from terkha_db.library.conflicts import Choose
    from terkha_db.library.library import Library
    from terkha_db.library.merge import MergeReport

HTML_ENDINGS = frozenset({".html", ".htm", ".xhtml"})


def export_file(
    library: Library, file: Path, *, history: bool = False, collection: str = ""
) -> None:
    """Write what a library holds, or one collection: as HTML if the file is called so, else JSON.

    A file of that name is replaced, unless it is a database.

    Raises:
        LibraryError: the file is a database, or cannot be written; it is then as it was.

    """
    document = library.document(history=history)
    if collection:
        document = narrowed(document, collection)
    text = to_html(document) if file.suffix.lower() in HTML_ENDINGS else to_json(document)
    partial = file.with_name(file.name + ".partial")
    try:
        if _is_database(file):
            raise LibraryError(f"{file} is a database and was left as it is: choose another name.")
        with partial.open("w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        partial.replace(file)
    except OSError as error:
        raise refused(file, "written", error) from error
    finally:
        discard(partial)


def import_file(
    library: Library, file: Path, choose: Choose | None = None, *, rehearse: bool = False
) -> MergeReport:
    """Take an exported JSON file into a library as one change that can be undone.

    Args:
        library: the library that takes it in.
        file: the exported file.
        choose: decides where both sides have something that the other lacks; without it both are
            kept.
        rehearse: only report what would happen.

    Raises:
        LibraryError: the file cannot be read or is malformed, or the library cannot be written;
            nothing is changed then.

    """
    try:
        data = file.read_bytes()
    except OSError as error:
        raise refused(file, "read", error) from error
    if data.startswith(MAGIC):
        raise LibraryError(
            f"{file} is a library or a backup, not an export: to go back to it, use "
            f"{library.paths.command('library', 'restore', file)}"
        )
    try:
        document = parse(data.decode("utf-8-sig"), library.now())
    except UnicodeDecodeError as error:
        raise LibraryError(
            f"{file} was not imported, and nothing was changed: it is not UTF-8 text "
            f"(byte {error.start})."
        ) from error
    except MalformedError as error:
        raise LibraryError(f"{file} was not imported, and nothing was changed: {error}.") from error
    return library.merge(document, file.name, choose, rehearse=rehearse)


def _is_database(file: Path) -> bool:
    if not file.is_file():
        return False
    with file.open("rb") as stream:
        return stream.read(len(MAGIC)) == MAGIC
