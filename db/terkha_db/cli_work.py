# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""``terkha work``: works of the reader's own, cited beside those of the catalogue."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from terkha_db.cli_session import DONE, NOTHING, Command, Session, UsageError, print_json, tell
from terkha_db.wording import count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from terkha_db.citing.reading import Reading
    from terkha_db.library.model import OwnWork

_PIPED = "the input"


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", choices=("import", "edit", "list", "remove"))
    parser.add_argument(
        "names",
        metavar="FILE|ID",
        nargs="*",
        help="import: a file of BibLaTeX, BibTeX, RIS or CSL-JSON, or - for what is piped in; "
        "edit: work/… as listed, and a file of that one work; remove: work/…",
    )
    parser.add_argument("--json", action="store_true", help="for scripts: CSL-JSON")


def _run(session: Session, arguments: argparse.Namespace) -> int:
    names: Sequence[str] = arguments.names
    if arguments.action == "list":
        return _list(session, as_json=arguments.json)
    if not names:
        raise UsageError(f"`work {arguments.action}` needs a name: see `terkha work --help`.")
    if arguments.action == "remove":
        with session.library() as library:
            removed = library.works.remove(names)
        print(f"{count(removed, 'work')} removed.")
        return DONE if removed else NOTHING
    if arguments.action == "edit":
        return _edit(session, names)
    for name in names:
        _import(session, name)
    return DONE


def _list(session: Session, *, as_json: bool) -> int:
    with session.library() as library:
        works = library.works.all()
    if as_json:
        print_json([_as_json(work) for work in works])
    else:
        for work in works:
            print(f"{work.link}  {work.title}")
    return DONE if works else NOTHING


def _as_json(work: OwnWork) -> dict[str, Any]:
    return {**work.csl, "id": work.link}


def _edit(session: Session, names: Sequence[str]) -> int:
    if len(names) != 2:
        raise UsageError("`work edit` needs a work and a file: terkha work edit work/… FILE")
    found, _ = _read(names[1])
    if len(found.items) != 1:
        raise UsageError(f"{names[1]} holds {len(found.items)} works: give a file of one.")
    for fault in found.faults:
        tell(fault)
    with session.library() as library:
        work = library.works.edit(names[0], found.items[0])
    print(f"{work.link}  {work.title}")
    return DONE


def _read(name: str) -> tuple[Reading, str]:
    """Return the works of a file, or of what is piped in, and how the file is called."""
    from terkha_db.citing.reading import read_file, read_works

    if name == "-":
        return read_works(sys.stdin.buffer.read(), _PIPED), ""
    file = Path(name).expanduser()
    return read_file(file), file.name


def _import(session: Session, file: str) -> None:
    found, name = _read(file)
    with session.library() as library:
        new, there = library.works.add(found.items, name)
    for fault in found.faults:
        tell(fault)
    lost = found.entries - len(found.items)
    parts = [f"{count(len(new), 'work')} added"]
    parts += [f"{len(there)} in your library already"] if there else []
    parts += [f"{lost} not read"] if lost else []
    print(f"{name or _PIPED}: {', '.join(parts)}.")


WORK = Command("work", "works of your own, cited beside the catalogue's", _configure, _run)
