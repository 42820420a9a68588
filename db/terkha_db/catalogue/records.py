# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Reads one record with all that its page shows."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from terkha_db.catalogue.briefs import BRIEF, brief, record_number
from terkha_db.catalogue.connection import Reader
from terkha_db.catalogue.disputes import read_disputes
from terkha_db.catalogue.statements import (
    SOURCE,
    SOURCE_TABLES,
    cite,
    read_statements,
)
from terkha_db.entities import Brief, Cite, Dispute, Name, Record, Relation, Source, Spread
from terkha_db.later import Later

_APART = ("dispute", "claim", "event")
"""Kinds that a record lists by themselves."""


def read_record(reader: Reader, record_id: str) -> Record:
    """Return the record with that id; what it leads to is read when it is looked at.

    Raises:
        NotFoundError: there is no such record.

    """
    number = record_number(reader, record_id)
    record_id, kind, title, second, summary, note = reader.all(
        "SELECT id, kind, title, ifnull(second, ''), ifnull(summary, ''), ifnull(note, '') "
        "FROM record WHERE number = ?",
        (number,),
    )[0]
    linked = _Linked(reader, number, kind)
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
        disputes=Later(lambda: linked.disputes),
        claims=Later(lambda: linked.briefs("claim")),
        events=Later(lambda: linked.briefs("event")),
        related=Later(lambda: linked.rest),
        spreads=read_spreads(reader, number),
        works=Later(lambda: _works(reader, number)),
    )


def read_rest(record: Record) -> None:
    """Read what of a record is still to be read."""
    parts = [record.disputes, record.claims, record.events, record.related, record.works]
    for dispute in record.disputes:
        parts += [dispute.positions, dispute.subjects, dispute.claims]
        parts += [dispute.documents, dispute.cites]
    for part in parts:
        len(part)


class _Linked:
    """The records that one leads to; they are read when the first of them is looked at."""

    def __init__(self, reader: Reader, number: int, kind: str) -> None:
        self._reader = reader
        self._number = number
        self._kind = kind

    @cached_property
    def disputes(self) -> tuple[Dispute, ...]:
        """The disputes about the record, first those about no other of its kind.

        Of a dispute, it alone.
        """
        if self._kind == "dispute":
            return read_disputes(self._reader, [self._number])
        rows = self._reader.all(
            "SELECT DISTINCT d.record FROM relation AS rel "
            "JOIN dispute AS d ON d.record = rel.target WHERE rel.source = ?",
            (self._number,),
        )
        found = read_disputes(self._reader, [number for (number,) in rows])
        return tuple(sorted(found, key=self._is_shared))

    def _is_shared(self, dispute: Dispute) -> bool:
        return sum(one.kind == self._kind for one in dispute.subjects) > 1

    def briefs(self, kind: str) -> tuple[Brief, ...]:
        """Return the claims or events, each once, in order of prominence."""
        found = sorted(self._by_kind[kind], key=lambda pair: pair[0])
        return tuple(dict.fromkeys(relation.record for _, relation in found))

    @cached_property
    def rest(self) -> tuple[Relation, ...]:
        """All others, with how the record stands to them."""
        others = (found for kind, found in self._by_kind.items() if kind not in _APART)
        return tuple(relation for found in others for _, relation in found)

    @cached_property
    def _by_kind(self) -> defaultdict[str, list[tuple[int, Relation]]]:
        by_kind: defaultdict[str, list[tuple[int, Relation]]] = defaultdict(list)
        for target, relation in _relations(self._reader, self._number):
            by_kind[relation.record.kind].append((target, relation))
        return by_kind


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
