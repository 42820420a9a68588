# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Builds the catalogue: records in, one sealed SQLite file out, the same bytes every time."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

from terkha_db.build import (
    citations,
    heads,
    names,
    parts,
    passages,
    prefer,
    preference,
    prominence,
    relations,
    spreads,
    statements,
    tables,
    titles,
    works,
)
from terkha_db.build.draft import Contest, Draft, Head, Stated
from terkha_db.build.edition import EditionFile, read_edition
from terkha_db.build.han import han_variants
from terkha_db.build.summary import Summaries
from terkha_db.catalogue.connection import APPLICATION_ID, SCHEMA_VERSION
from terkha_db.records.check import load_checked
from terkha_db.records.load import Records
from terkha_db.seal import UNSEALED, seal

PAGE_SIZE = 4096

Writer = Callable[[Draft, sqlite3.Connection], None]

WRITERS: tuple[Writer, ...] = (
    heads.write,
    citations.write,
    names.write,
    statements.write,
    parts.write,
    relations.write,
    works.write,
    spreads.write,
    preference.write,
    tables.write,
    passages.write,
)
"""What fills the tables, in order: each refers only to what stands before it."""


def build(root: Path, target: Path, *, cache: Path | None = None, rendered: bool = True) -> None:
    """Build the catalogue of the records under ``root`` and put it at ``target`` in one step.

    ``cache`` keeps what pandoc made, by content; the result is the same without it. ``rendered``
    set to False leaves the formatted citations out.

    Raises:
        RecordError: the records are not in order; the message lists all faults, one a line.
        OSError: the target cannot be written.

    """
    edition = read_edition(root)
    draft = make_draft(load_checked(root))
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.execute(f"PRAGMA page_size = {PAGE_SIZE}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.executescript(f"BEGIN; {files(__package__).joinpath('schema.sql').read_text()}")
        for write in WRITERS:
            write(draft, connection)
        if rendered:
            citations.write_rendered(draft, edition, connection, cache)
        _write_edition(draft, edition, connection)
        connection.execute("COMMIT")
        _put(connection, target)
    finally:
        connection.close()


def make_draft(records: Records) -> Draft:
    """Work out everything that the tables hold: statements, ranks, titles, numbers, summaries."""
    variants = han_variants()
    ranked, contests = prefer.judge(records, statements.collect(records))
    stated = {name: statements.in_page_order(told) for name, told in ranked.items()}
    contests = {name: _in_page_order(found, stated[name]) for name, found in contests.items()}
    called = {entry.id: titles.title_of(entry) for entry in records}
    summaries = Summaries(stated, called)
    known = {
        entry.id: Head(
            id=entry.id,
            number=number,
            title=called[entry.id],
            second=titles.second_of(entry, called[entry.id], variants),
            summary=summaries.of(entry),
            note=getattr(entry.model, "note", None) or "",
        )
        for number, entry in enumerate(prominence.numbered(records, stated), start=1)
    }
    return Draft(records, known, stated, variants, contests)


def _in_page_order(contests: Sequence[Contest], stated: Sequence[Stated]) -> list[Contest]:
    """Sort contests by the place on the page of the statements preferred."""
    places = {one.id: at for at, one in enumerate(stated)}
    return sorted(filter(None, contests), key=lambda contest: places[contest[0].stated.id])


def _write_edition(draft: Draft, edition: EditionFile, connection: sqlite3.Connection) -> None:
    rows = {
        "title": "Terkha: mines, minerals and citations of the Tibetan Plateau",
        "version": edition.version,
        "date": edition.date,
        "licence": "CC BY 4.0",
        "checksum": UNSEALED,
        "records": str(len(draft.heads)),
        "statements": str(sum(map(len, draft.statements.values()))),
    }
    connection.executemany("INSERT INTO edition VALUES (?, ?)", sorted(rows.items()))


def _put(connection: sqlite3.Connection, target: Path) -> None:
    """Write the database tidily beside the target, seal it, and put it in place at once."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=target.parent, prefix=f"{target.name}.") as folder:
        file = Path(folder, target.name)
        connection.execute("VACUUM INTO ?", (str(file),))
        file.write_bytes(seal(file.read_bytes()))
        file.replace(target)
