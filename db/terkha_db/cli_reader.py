# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""``terkha bookmark`` and ``terkha library``: what the reader keeps."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from terkha_db.cli_layout import columns
from terkha_db.cli_session import (
    DONE,
    NOTHING,
    Command,
    Session,
    UsageError,
    print_json,
    record_id,
    tell,
)
from terkha_db.wording import count

if TYPE_CHECKING:
    from terkha_db.library.model import Bookmark


def _configure_bookmark(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", choices=("add", "remove", "list"))
    parser.add_argument("ids", metavar="ID", nargs="*", help="records, as in mine/julong")
    parser.add_argument("--collection", metavar="NAME", help="a collection, as in Copper/Lhasa")
    parser.add_argument("--json", action="store_true", help="for scripts")


def _run_bookmark(session: Session, arguments: argparse.Namespace) -> int:
    if arguments.action != "list" and not arguments.ids:
        raise UsageError(f"`bookmark {arguments.action}` needs the id of a record.")
    ids = [record_id(session, text) for text in arguments.ids]
    if arguments.action == "add":
        found = _add(session, ids, arguments.collection)
    elif arguments.action == "remove":
        found = _remove(session, ids, arguments.collection)
    else:
        found = _kept(session, ids, arguments.collection)
    if arguments.json:
        print_json([bookmark.as_json() for bookmark in found])
    elif arguments.action == "list":
        rows = [(one.link, one.title, one.added[:10], ", ".join(one.collections)) for one in found]
        print("".join(f"{line}\n" for line in columns(rows)), end="")
    else:
        done = "kept" if arguments.action == "add" else "let go"
        print(f"{count(len(found), 'bookmark')} {done}.")
    if found:
        return DONE
    tell("there are no bookmarks here.")
    return NOTHING


def _add(session: Session, ids: Sequence[str], collection: str | None) -> Sequence[Bookmark]:
    from terkha_db.library.model import Target

    with session.catalogue() as catalogue:
        briefs = [catalogue.brief(name) for name in ids]
        edition = catalogue.edition.version
    targets = [Target(brief.id, brief.kind, brief.title, edition) for brief in briefs]
    with session.library() as library:
        return library.bookmarks.add(targets, collections=[collection] if collection else [])


def _remove(session: Session, ids: Sequence[str], collection: str | None) -> Sequence[Bookmark]:
    """Take bookmarks out of a collection, or let them go altogether."""
    with session.library() as library:
        found = [kept for name in ids if (kept := library.bookmarks.get(name))]
        if collection:
            library.collections.take_out(ids, collection)
        else:
            library.bookmarks.remove(ids)
    return found


def _kept(session: Session, ids: Sequence[str], collection: str | None) -> Sequence[Bookmark]:
    from terkha_db.library.selection import Selection

    with session.library() as library:
        kept = library.bookmarks.select(Selection(collection=collection or ""))
    return [bookmark for bookmark in kept if not ids or bookmark.link in ids]


def _configure_library(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "action", choices=("export", "import", "backup", "backups", "restore", "check")
    )
    parser.add_argument(
        "file", metavar="FILE", type=Path, nargs="?", help="`check` without it checks your library"
    )
    parser.add_argument(
        "--conflicts",
        choices=("keep-both", "mine", "theirs"),
        help="import: what becomes of what differs on the two sides (keep-both)",
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="import: only say what would come of it"
    )


def _run_library(session: Session, arguments: argparse.Namespace) -> int:
    file: Path | None = arguments.file
    if arguments.action == "check":
        return _check(file or session.paths.library)
    if arguments.action == "backups":
        return _list_backups(session)
    if file is None:
        raise UsageError(f"`library {arguments.action}` needs the name of a file.")
    if arguments.action != "import" and (arguments.conflicts or arguments.dry_run):
        raise UsageError("--conflicts and --dry-run are for `library import`.")
    file = file.expanduser().absolute()
    if arguments.action == "export":
        print(_export(session, file))
    elif arguments.action == "import":
        print(_import(session, file, arguments))
    elif arguments.action == "backup":
        print(_backup(session, file))
    else:
        print(_restore(session, file))
    return DONE


def _check(file: Path) -> int:
    from terkha_db.library.check import check

    findings = check(file)
    for finding in findings:
        print(finding)
    if findings:
        return NOTHING
    print(f"{file} is whole.")
    return DONE


def _export(session: Session, file: Path) -> str:
    from terkha_db.library.exchange import export_file

    with session.library() as library:
        export_file(library, file)
        kept = library.bookmarks.count()
    return f"{count(kept, 'bookmark')} written to {file}."


def _import(session: Session, file: Path, arguments: argparse.Namespace) -> str:
    from terkha_db.library.conflicts import Choice
    from terkha_db.library.exchange import import_file

    choice = Choice(arguments.conflicts or Choice.BOTH)
    rehearse: bool = arguments.dry_run
    with session.library() as library:
        report = import_file(library, file, lambda _: choice, rehearse=rehearse)
    if not rehearse:
        return report.sentence()
    differing = [
        f"{one.phrase()}\n{_side('here', one.mine)}\n{_side('there', one.theirs)}"
        for one in report.conflicts
    ]
    return "\n".join([f"Nothing was changed. It would be: {report.sentence()}", *differing])


def _side(where: str, text: str) -> str:
    """Return what one side has, each line under the word for the side."""
    margin = " " * 9
    return f"  {where:<6} " + text.replace("\n", f"\n{margin}")


def _backup(session: Session, file: Path) -> str:
    from terkha_db.library.backup import back_up_to

    back_up_to(session.paths, file)
    return f"The library is backed up in {file}."


def _list_backups(session: Session) -> int:
    """Print the backups that were made by themselves, newest first, with what they hold."""
    from terkha_db.library.contents import described

    found = described(session.paths)
    if not found:
        tell(f"there are no backups in {session.paths.backups} yet.")
        return NOTHING
    rows = [
        (
            backup.made.astimezone().strftime("%Y-%m-%d %H:%M"),
            "damaged" if held is None else count(held.bookmarks, "bookmark"),
            "" if held is None else count(held.notes, "note"),
            str(backup.file),
        )
        for backup, held in found
    ]
    print("".join(f"{line}\n" for line in columns(rows)), end="")
    return DONE


def _restore(session: Session, file: Path) -> str:
    from terkha_db.library.restore import restore

    restored = restore(session.paths, file)
    before = f"; what was there before is in {restored.before}" if restored.before else ""
    return f"The library is that of {restored.source} again{before}."


BOOKMARK = Command("bookmark", "keep records", _configure_bookmark, _run_bookmark)
LIBRARY = Command(
    "library", "export, import, back up or check what you keep", _configure_library, _run_library
)
