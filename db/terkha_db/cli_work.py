# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""``terkha work``: works of the reader's own, cited beside those of the catalogue."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from terkha_db.cli_session import DONE, NOTHING, Command, Session, UsageError, print_json, tell
from terkha_db.wording import count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from terkha_db.library.model import OwnWork


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", choices=("import", "list", "remove"))
    parser.add_argument(
        "names",
        metavar="FILE|ID",
        nargs="*",
        help="import: a file of BibLaTeX, BibTeX, RIS or CSL-JSON; remove: work/… as listed",
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
    for name in names:
        _import(session, Path(name).expanduser())
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


def _import(session: Session, file: Path) -> None:
    from terkha_db.citing.reading import read_file

    found = read_file(file)
    with session.library() as library:
        new, there = library.works.add(found.items, file.name)
    for fault in found.faults:
        tell(fault)
    lost = found.entries - len(found.items)
    parts = [f"{count(len(new), 'work')} added"]
    parts += [f"{len(there)} in your library already"] if there else []
    parts += [f"{lost} not read"] if lost else []
    print(f"{file.name}: {', '.join(parts)}.")


WORK = Command("work", "works of your own, cited beside the catalogue's", _configure, _run)
