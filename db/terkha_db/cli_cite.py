# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""``terkha cite``: the works that records rest on, in every format and citation style."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from terkha_db.cli_session import (
    DONE,
    NOTHING,
    Command,
    Session,
    UsageError,
    record_id,
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
        nargs="+",
        help="a record: every work its page rests on; a citation: the work itself",
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
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, help="write to a file")


def _run(session: Session, arguments: argparse.Namespace) -> int:
    from terkha_db.citing import arranged, format_by_id, style_by_id

    chosen = format_by_id(arguments.format or _format_of(arguments.output))
    if chosen.binary and arguments.output is None:
        raise UsageError(
            f"{chosen.label} cannot be printed: name a file, as in -o works{chosen.extension}."
        )
    style = style_by_id(arguments.style)
    ids = [record_id(session, text) for text in arguments.ids]
    with session.catalogue() as catalogue:
        works = catalogue.works(ids)
        entries = catalogue.entries(works, style.id)
    if not works:
        tell(f"no work is recorded for {', '.join(ids)}.")
        return NOTHING
    if chosen.formatted and not arguments.annotated:
        entries = [replace(entry, locators=(), used_for=()) for entry in entries]
    entries = arranged(entries, style if chosen.formatted else None)
    write_result(chosen.write(entries), arguments.output)
    if lost := chosen.loses(entries):
        tell(lost)
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


CITE = Command("cite", "a citation list of records or works", _configure, _run)
