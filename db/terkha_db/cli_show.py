# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""``terkha show``: one record with its statements, their sources, disputes and relations."""

from __future__ import annotations

import argparse

from terkha_db.cli_record import record_as_lines
from terkha_db.cli_session import DONE, Command, Session, print_json, record_id
from terkha_db.export.record_json import record_as_json


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help="a permanent id or link, as in mine/julong")
    parser.add_argument("--json", action="store_true", help="for scripts")


def _run(session: Session, arguments: argparse.Namespace) -> int:
    name = record_id(arguments.id)
    with session.catalogue() as catalogue:
        record = catalogue.record(name)
    if arguments.json:
        print_json(record_as_json(record))
    else:
        print("\n".join(record_as_lines(record)))
    return DONE


SHOW = Command("show", "one record with its sources", _configure, _run)
