# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Writes which works the page of each record rests on, in order of first appearance."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from sqlite3 import Connection

from terkha_db.build.draft import Draft
from terkha_db.build.titles import names_of
from terkha_db.records.load import Entry
from terkha_db.records.models import Citation, Claim, Dispute, Event


def works_of(draft: Draft) -> dict[str, list[str]]:
    """Return the slugs of the works behind each record, each once, by the record's id."""
    about: dict[str, list[Entry]] = defaultdict(list)
    for entry in sorted(draft.records, key=lambda entry: draft.number(entry.id)):
        if isinstance(entry.model, Dispute | Event | Claim):
            for subject in entry.model.subjects:
                about[subject].append(entry)
    return {
        entry.id: list(dict.fromkeys(_works(draft, entry, about[entry.id])))
        for entry in draft.records
    }


def _works(draft: Draft, entry: Entry, about: list[Entry]) -> Iterator[str]:
    if isinstance(entry.model, Citation):
        yield entry.slug
    yield from (cite.work for name in names_of(entry.model) for cite in name.cites)
    yield from _own(draft, entry)
    yield from (cite.work for cite in getattr(entry.model, "sources", ()))
    for kind in (Dispute, Event, Claim):
        for other in about:
            if isinstance(other.model, kind):
                yield from _own(draft, other)


def _own(draft: Draft, entry: Entry) -> Iterator[str]:
    """Yield the works of a record's statements and of what it says besides."""
    for stated in draft.statements.get(entry.id, ()):
        yield from (cite.work for cite in stated.cites)
    match entry.model:
        case Dispute() as dispute:
            sides = [dispute.cites, *(side.cites for side in dispute.positions)]
            yield from (cite.work for cites in sides for cite in cites)
            yield from dispute.documents
        case Claim() as claim:
            yield from claim.rests_on


def write(draft: Draft, connection: Connection) -> None:
    """Write the table record_citation."""
    rows = [
        (draft.number(record_id), draft.work(work), at)
        for record_id, works in works_of(draft).items()
        for at, work in enumerate(works)
    ]
    connection.executemany("INSERT INTO record_citation VALUES (?, ?, ?)", sorted(rows))
