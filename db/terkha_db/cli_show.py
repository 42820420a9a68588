# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""``terkha show``: one record with its statements, their sources, disputes and relations.

What it shows of a row of the reader's own table is what the table says, and no more.
"""

from __future__ import annotations

import argparse
from dataclasses import replace

from terkha_db.cli_layout import columns
from terkha_db.cli_record import record_as_lines
from terkha_db.cli_session import DONE, Command, Session, print_json, record_link
from terkha_db.entities import Record
from terkha_db.errors import NotFoundError
from terkha_db.export.record_json import record_as_json

_OWN = "collection/"


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "id", metavar="ID", help="a permanent id, link or short code, as in mine/julong"
    )
    parser.add_argument("--json", action="store_true", help="for scripts")


def _run(session: Session, arguments: argparse.Namespace) -> int:
    if arguments.id.startswith(_OWN):
        return _show_own(session, arguments.id, as_json=arguments.json)
    session = session.through(arguments.id)
    link = record_link(session, arguments.id)
    with session.catalogue() as catalogue:
        record = catalogue.record(link.id)
    record = _narrowed(record, link.anchor)
    if arguments.json:
        print_json(record_as_json(record, session.lens))
    else:
        print("\n".join(record_as_lines(record, session.lens)))
    return DONE


def _narrowed(record: Record, statement_id: str) -> Record:
    """Return a record with one of its statements, and the works behind it, alone.

    A link may also name a section of the page, which leaves the record as it is.
    """
    said = next((one for one in record.statements if one.id == statement_id), None)
    if said is None:
        return record
    works = {cite.source.id for cite in said.cites}
    return replace(
        record,
        names=(),
        statements=(said,),
        disputes=(),
        claims=(),
        events=(),
        related=(),
        works=tuple(source for source in record.works if source.id in works),
    )


def _show_own(session: Session, name: str, *, as_json: bool) -> int:
    """Show a row of a table of the reader's own, as in ``collection/mrds/12``."""
    from terkha_db.imported.collection import Collection
    from terkha_db.imported.shelf import Shelf

    slug, _, number = name.removeprefix(_OWN).partition("/")
    if not number.isdecimal():
        raise NotFoundError(f"“{name}” names no row: rows look like {_OWN}{slug or 'mrds'}/12.")
    with Collection(Shelf(session.paths.collections).find(slug).target.file) as collection:
        row = collection.row(min(int(number), 2**62))
        label = collection.info.name
    told = {field.header: value for field, value in row.values if value is not None}
    if as_json:
        names = [{"text": text, "lang": lang} for text, lang in row.names]
        own = {"id": row.id, "kind": "collection", "collection": label, "title": row.title}
        place = {"names": names, "lat": row.lat, "lon": row.lon, "place": row.place}
        print_json(own | place | {"values": told})
    else:
        print(f"{row.title}\nrow {row.place} of your collection “{label}”\n")
        print("\n".join(columns([(header, str(value)) for header, value in told.items()])))
    return DONE


SHOW = Command("show", "one record with its sources", _configure, _run, follows_lens=True)
