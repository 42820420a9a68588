# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""``terkha edition``: newer catalogues that arrive as a file, and the way back."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from terkha_db.catalogue import Catalogue, default_catalogue
from terkha_db.cli_layout import columns
from terkha_db.cli_session import DONE, NOTHING, Command, Session, UsageError, print_json
from terkha_db.wording import format_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from terkha_db.editions import Editions, Installed
    from terkha_db.touched import Touched

_NAMED = {"install": "FILE", "diff": "FILE", "use": "EDITION", "remove": "EDITION"}


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", choices=("list", *_NAMED))
    parser.add_argument(
        "name",
        metavar="FILE|EDITION",
        nargs="?",
        default="",
        help="install, diff: the file of an edition; use, remove: one that `list` names",
    )
    parser.add_argument("--json", action="store_true", help="for scripts: `list` as JSON")


def _run(session: Session, arguments: argparse.Namespace) -> int:
    from terkha_db.editions import Editions

    editions = Editions(session.paths, default_catalogue())
    if arguments.action == "list":
        return _list(editions, session.catalogue_path, as_json=arguments.json)
    if not arguments.name:
        wanted = _NAMED[arguments.action]
        raise UsageError(f"`edition {arguments.action}` needs {wanted}: see `edition --help`.")
    return _ACTIONS[arguments.action](session, editions, arguments.name)


def _list(editions: Editions, read: Path, *, as_json: bool) -> int:
    known = editions.all()
    if as_json:
        print_json([_as_json(each, read) for each in known])
        return DONE
    cells = [
        (
            "*" if each.file == read else " ",
            each.name,
            each.version,
            format_date(each.date),
            str(each.file),
        )
        for each in known
    ]
    print("\n".join(columns(cells)))
    return DONE


def _as_json(edition: Installed, read: Path) -> dict[str, object]:
    return {
        "name": edition.name,
        "version": edition.version,
        "date": edition.date,
        "checksum": edition.checksum,
        "file": str(edition.file),
        "read": edition.file == read,
    }


def _install(session: Session, editions: Editions, name: str) -> int:
    file = Path(name).expanduser()
    lines = list(report(session, editions.check(file).file))
    edition = editions.install(file)
    print("\n".join(lines))
    print(f"Installed {edition.words}; `terkha edition use bundled` goes back.")
    return DONE


def _diff(session: Session, editions: Editions, name: str) -> int:
    lines = list(report(session, editions.check(Path(name).expanduser()).file))
    print("\n".join(lines))
    return DONE if len(lines) > 1 else NOTHING


def _use(_session: Session, editions: Editions, name: str) -> int:
    edition = editions.find(name)
    editions.choose(edition)
    print(f"Terkha reads {edition.words} from now on.")
    return DONE


def _remove(_session: Session, editions: Editions, name: str) -> int:
    edition = editions.find(name)
    editions.remove(edition)
    print(f"Removed {edition.words}.")
    return DONE


def report(session: Session, file: Path) -> Iterator[str]:
    """Yield what an edition would change, and what of the reader's own it touches.

    Raises:
        CatalogueError: one of the two catalogues cannot be read.
        LibraryError: the library cannot be opened.

    """
    from terkha_db.catalogue.changes import compare
    from terkha_db.touched import touched

    changes = compare(session.catalogue_path, file)
    with (
        Catalogue.open(session.catalogue_path) as old,
        Catalogue.open(file) as new,
        session.library() as library,
    ):
        yield (
            f"From edition {old.edition.version} of {format_date(old.edition.date)} "
            f"to edition {new.edition.version} of {format_date(new.edition.date)}"
        )
        yield from changes.lines() or ["No record changed."]
        for each in touched(library, changes, old, new):
            yield from _told(each)


def _told(each: Touched) -> Iterator[str]:
    what = "Your bookmark" if each.link else "Your saved search"
    yield f"{what} “{each.title}” {each.what}."


_ACTIONS = {"install": _install, "diff": _diff, "use": _use, "remove": _remove}

EDITION = Command("edition", "newer catalogues that came as a file", _configure, _run)
