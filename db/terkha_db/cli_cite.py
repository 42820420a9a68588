# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""``terkha cite``: the works that records rest on, in every format and citation style."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from terkha_db.cli_session import (
    DONE,
    NOTHING,
    Command,
    Session,
    UsageError,
    cited_id,
    tell,
    write_result,
)

_STYLE = "chicago-notes"
_FORMAT = "text"


def _configure(parser: argparse.ArgumentParser) -> None:
    from terkha_db.citing import FORMATS, STYLES

    parser.add_argument(
        "ids",
        metavar="ID",
        nargs="*",
        help="a record: every work its page rests on; a value (mine/julong#…): those that say it; "
        "a citation, or a work of your own: itself",
    )
    parser.add_argument(
        "--format",
        choices=[known.id for known in FORMATS],
        help=f"by default that of FILE, else {_FORMAT}",
    )
    parser.add_argument(
        "--style",
        choices=[style.id for style in STYLES],
        default=_STYLE,
        help=f"for markdown, html, text, docx and odt ({_STYLE})",
    )
    parser.add_argument(
        "--annotated",
        action="store_true",
        help="in formatted lists, say under each work where it is cited and what for",
    )
    parser.add_argument(
        "--this-record",
        action="store_true",
        help="Terkha's own entry for each record, instead of the works it rests on",
    )
    parser.add_argument(
        "--collection", metavar="NAME", help="what is kept in a collection of your library"
    )
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, help="write to a file")


def _run(session: Session, arguments: argparse.Namespace) -> int:
    from terkha_db.cited import gather, gather_records, is_own, kept_ids, listed
    from terkha_db.citing import format_by_id
    from terkha_db.citing.own import DRAFT, is_draft

    chosen = format_by_id(arguments.format or _format_of(arguments.output))
    if chosen.binary and arguments.output is None:
        raise UsageError(
            f"{chosen.label} cannot be printed: name a file, as in -o works{chosen.extension}."
        )
    if not arguments.ids and arguments.collection is None:
        raise UsageError("Nothing is named to be cited: give an id such as mine/julong.")
    noted = arguments.annotated or not chosen.formatted
    for text in arguments.ids:
        session = session.through(text)
    with session.catalogue() as catalogue, session.library() as library:
        ids = [cited_id(session, text) for text in arguments.ids]
        if arguments.collection is not None:
            kept = kept_ids(catalogue, library, arguments.collection)
            ids += [one for one in kept if not (arguments.this_record and is_own(one))]
        if arguments.this_record:
            cited = gather_records(catalogue, ids, date.today())
        else:
            cited = gather(catalogue, library, ids)
        if cited.lens:
            tell(cited.lens)
        if not cited.count:
            tell(f"no work is recorded for {', '.join(ids) or arguments.collection}.")
            return NOTHING
        entries = listed(
            catalogue,
            cited,
            arguments.style,
            formatted=chosen.formatted,
            locators=noted,
            uses=noted,
        )
    write_result(chosen.write(entries), arguments.output)
    if lost := chosen.loses(entries):
        tell(lost)
    if any(is_draft(entry) for entry in entries):
        tell(f"works of your own are marked {DRAFT}: with pandoc installed they are formatted.")
    return DONE


def _format_of(file: Path | None) -> str:
    """Return the format that a file's ending stands for."""
    from terkha_db.citing import FORMATS

    if file is None or not file.suffix:
        return _FORMAT
    for known in FORMATS:
        if known.extension == file.suffix.lower():
            return known.id
    raise UsageError(f"No format ends in {file.suffix}: choose one with --format.")


CITE = Command("cite", "a citation list of records or works", _configure, _run, follows_lens=True)
