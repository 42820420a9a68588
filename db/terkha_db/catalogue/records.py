# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Reads one record with all that its page shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from terkha_db.catalogue.briefs import record_number
from terkha_db.catalogue.connection import Reader
from terkha_db.catalogue.disputes import read_disputes
from terkha_db.catalogue.statements import (
    BRIEF,
    SOURCE,
    SOURCE_TABLES,
    brief,
    cite,
    read_statements,
)
from terkha_db.entities import Brief, Cite, Name, Record, Relation, Source, Spread


def read_record(reader: Reader, record_id: str) -> Record:
    """Return the record with that id.

    Raises:
        NotFoundError: there is no such record.

    """
    number = record_number(reader, record_id)
    record_id, kind, title, second, summary, note = reader.all(
        "SELECT id, kind, title, ifnull(second, ''), ifnull(summary, ''), ifnull(note, '') "
        "FROM record WHERE number = ?",
        (number,),
    )[0]
    relations = _relations(reader, number)
    by_kind: dict[str, list[tuple[int, Relation]]] = defaultdict(list)
    for target, relation in relations:
        by_kind[relation.record.kind].append((target, relation))
    disputes = [target for target, _ in by_kind.pop("dispute", [])]
    if kind == "dispute":
        disputes = [number]
    claims = _distinct(by_kind.pop("claim", []))
    events = _distinct(by_kind.pop("event", []))
    return Record(
        record_id,
        kind,
        title,
        second,
        summary,
        note,
        facts=dict(reader.all("SELECT key, value FROM fact WHERE record = ?", (number,))),
        names=_names(reader, number),
        statements=tuple(read_statements(reader, "s.record = ?", (number,))),
        disputes=read_disputes(reader, disputes),
        claims=claims,
        events=events,
        related=tuple(relation for found in by_kind.values() for _, relation in found),
        spreads=read_spreads(reader, number),
        works=_works(reader, number),
    )


def read_spreads(reader: Reader, number: int) -> tuple[Spread, ...]:
    """Return the published figures of a record that differ, whatever the lens."""
    return tuple(
        Spread(*row)
        for row in reader.all(
            "SELECT property, commodity, substance, unit, count, low, high FROM spread "
            "WHERE record = ? ORDER BY property, commodity, substance, unit",
            (number,),
        )
    )


def _names(reader: Reader, number: int) -> tuple[Name, ...]:
    cites: dict[int, list[Cite]] = defaultdict(list)
    sources: dict[str, Source] = {}
    tables = SOURCE_TABLES.format(key="nc.citation")
    for name, *columns in reader.all(
        f"SELECT nc.name, {SOURCE}, nc.locator FROM name AS n "
        f"JOIN name_citation AS nc ON nc.name = n.number {tables} "
        "WHERE n.record = ? ORDER BY nc.name, nc.position",
        (number,),
    ):
        cites[name].append(cite(reader, columns, sources))
    return tuple(
        Name(text, lang, note or "", used_by or "", bool(preferred), tuple(cites[name]))
        for name, text, lang, note, used_by, preferred in reader.all(
            "SELECT number, text, lang, note, used_by, preferred FROM name "
            "WHERE record = ? AND attested = 1 ORDER BY number",
            (number,),
        )
    )


def _relations(reader: Reader, number: int) -> list[tuple[int, Relation]]:
    return [
        (target, Relation(kind, brief(columns)))
        for target, kind, *columns in reader.all(
            f"SELECT b.number, rel.type, {BRIEF} FROM relation AS rel "
            "JOIN record AS b ON b.number = rel.target "
            "WHERE rel.source = ? ORDER BY rel.type, b.number",
            (number,),
        )
    ]


def _distinct(found: Sequence[tuple[int, Relation]]) -> tuple[Brief, ...]:
    """Return the records related, each once, in order of prominence."""
    return tuple(
        dict.fromkeys(relation.record for _, relation in sorted(found, key=lambda pair: pair[0]))
    )


def _works(reader: Reader, number: int) -> tuple[Source, ...]:
    sources: dict[str, Source] = {}
    tables = SOURCE_TABLES.format(key="rc.citation")
    return tuple(
        cite(reader, [*columns, ""], sources).source
        for columns in reader.all(
            f"SELECT {SOURCE} FROM record_citation AS rc {tables} "
            "WHERE rc.record = ? ORDER BY rc.position",
            (number,),
        )
    )
