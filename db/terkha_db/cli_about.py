# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""``terkha info`` and ``terkha verify``: which catalogue this is, and whether it is whole."""

from __future__ import annotations

import argparse

from terkha_db import __version__
from terkha_db.cli_layout import columns
from terkha_db.cli_session import DONE, NOTHING, Command, Session, print_json
from terkha_db.export.record_json import lens_as_json
from terkha_db.lens import in_words
from terkha_db.wording import count, format_date, format_kind

_PLURALS = {
    "statement": "Statements",
    "name": "Names",
    "endnote": "Endnotes of the ISDP brief",
    "figure": "Figures of the two documents",
    "observation": "Observations of series",
}


def _configure_info(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="for scripts")


def _run_info(session: Session, arguments: argparse.Namespace) -> int:
    with session.catalogue() as catalogue:
        edition = catalogue.edition
        inside = catalogue.inside()
    paths = session.paths
    places = {
        "catalogue": str(session.catalogue_path),
        "library": str(paths.library),
        "backups": str(paths.backups),
        "collections": str(paths.collections),
        "settings": str(paths.settings),
        "state": str(paths.state),
    }
    if arguments.json:
        print_json(
            {
                "version": __version__,
                "edition": edition.version,
                "edition_date": edition.date,
                "checksum": edition.checksum,
                "counts": dict(edition.counts),
                **({"lens": lens_as_json(session.lens) | inside} if session.lens.is_on else {}),
                "paths": places,
            }
        )
        return DONE
    print(f"Terkha {__version__}, edition {edition.version} of {format_date(edition.date)}")
    counts = [
        (_PLURALS.get(word) or format_kind(word, plural=True), f"{number:,}")
        for word, number in edition.counts.items()
    ]
    print("\n".join(["", *columns(counts, right=(1,)), ""]))
    if session.lens.is_on:
        told = f"{count(inside['works'], 'work')} and {count(inside['statements'], 'statement')}"
        print(f"Lens on: {in_words(session.lens)}; {told} inside it.\n")
    print("\n".join(columns([(name.capitalize(), place) for name, place in places.items()])))
    return DONE


def _configure_verify(_parser: argparse.ArgumentParser) -> None:
    """``verify`` takes no words."""


def _run_verify(session: Session, _arguments: argparse.Namespace) -> int:
    with session.catalogue() as catalogue:
        faults = catalogue.verify()
        statements = 0 if faults else catalogue.edition.counts["statement"]
    for fault in faults:
        print(fault)
    if faults:
        return NOTHING
    print(
        f"The catalogue {session.catalogue_path} is whole: "
        f"{count(statements, 'statement')}, 0 without a citation."
    )
    return DONE


INFO = Command(
    "info", "which catalogue this is, with counts", _configure_info, _run_info, follows_lens=True
)
VERIFY = Command("verify", "check the catalogue", _configure_verify, _run_verify)
