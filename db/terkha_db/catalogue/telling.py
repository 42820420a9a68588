# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Reads what events and claims concern, and the works behind the endnotes of claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from terkha_db.catalogue.briefs import BRIEF, brief
from terkha_db.catalogue.connection import Reader
from terkha_db.catalogue.statements import SOURCE, SOURCE_TABLES, cite
from terkha_db.entities import Brief, Source

_BESIDE = ("claim", "citation", "dispute", "event")
"""Kinds of record that claims and events are linked to, but not about."""


def read_concerned(reader: Reader, kind: str) -> Mapping[str, tuple[Brief, ...]]:
    """Return the records that those of a kind are about, by the records' ids."""
    marks = ",".join("?" * len(_BESIDE))
    found: dict[str, dict[str, Brief]] = defaultdict(dict)
    for record_id, *columns in reader.all(
        f"SELECT r.id, {BRIEF} FROM record AS r JOIN relation AS l ON l.source = r.number "
        f"JOIN record AS b ON b.number = l.target WHERE r.kind = ? AND b.kind NOT IN ({marks}) "
        "ORDER BY r.number, b.number",
        (kind, *_BESIDE),
    ):
        named = brief(columns)
        found[record_id][named.id] = named
    return {record_id: tuple(named.values()) for record_id, named in found.items()}


def read_resting(reader: Reader) -> Mapping[str, tuple[Source, ...]]:
    """Return the works that the endnotes of each claim name, by the claims' ids."""
    sources: dict[str, Source] = {}
    found: dict[str, list[Source]] = defaultdict(list)
    tables = SOURCE_TABLES.format(key="rc.citation")
    for record_id, *columns in reader.all(
        f"SELECT r.id, {SOURCE}, '' FROM claim_rests_on AS rc JOIN record AS r "
        f"ON r.number = rc.claim {tables} ORDER BY r.number, rc.position"
    ):
        found[record_id].append(cite(reader, columns, sources).source)
    return {record_id: tuple(works) for record_id, works in found.items()}


def read_made(reader: Reader, document: str) -> tuple[str, ...]:
    """Return the ids of the claims that a document makes, in order of prominence."""
    rows = reader.all(
        "SELECT r.id FROM record AS d JOIN claim AS c ON c.document = d.number "
        "JOIN record AS r ON r.number = c.record WHERE d.id = ? ORDER BY r.number",
        (document,),
    )
    return tuple(record_id for (record_id,) in rows)
