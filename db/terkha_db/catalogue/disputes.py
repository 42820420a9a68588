# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Reads where sources differ: both sides, their works and what further works show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TypeVar

from terkha_db.catalogue.briefs import BRIEF, brief
from terkha_db.catalogue.connection import Reader
from terkha_db.catalogue.statements import SOURCE, SOURCE_TABLES, cite
from terkha_db.entities import Brief, Cite, Dispute, Position, Source
from terkha_db.later import Later, LaterMapping

Key = TypeVar("Key")
Item = TypeVar("Item")

_WHOLE = 0
"""The position whose works are those of the dispute as a whole."""


def read_disputes(reader: Reader, numbers: Sequence[int]) -> tuple[Dispute, ...]:
    """Return the disputes with these record numbers, in order of prominence.

    Sides, works and records concerned are read for all of them when those of one are looked at.
    """
    if not numbers:
        return ()
    numbers = sorted(set(numbers))
    marks = ",".join("?" * len(numbers))
    cites = LaterMapping(lambda: _cites(reader, numbers, marks))
    positions = LaterMapping(lambda: _positions(reader, numbers, marks, cites))
    concerned = LaterMapping(lambda: _concerned(reader, numbers, marks))
    found = []
    for number, record_id, about, title, *words in reader.all(
        "SELECT r.number, r.id, d.about, r.title, d.text, ifnull(d.why, ''), "
        "ifnull(d.verdict, ''), ifnull(d.verdict_note, ''), ifnull(d.reading, ''), "
        "ifnull(d.basis, '') FROM dispute AS d JOIN record AS r ON r.number = d.record "
        f"WHERE r.number IN ({marks}) ORDER BY r.number",
        numbers,
    ):
        text, why, verdict, verdict_note, reading, basis = words
        found.append(
            Dispute(
                record_id,
                about,
                title,
                text,
                why,
                verdict,
                verdict_note,
                reading,
                basis,
                _of(positions, number),
                _of(concerned, (number, "about")),
                _of(concerned, (number, "claim")),
                _of(concerned, (number, "document")),
                _of(cites, (number, _WHOLE)),
            )
        )
    return tuple(found)


def _of(found: Mapping[Key, Sequence[Item]], key: Key) -> Later[Item]:
    return Later(lambda: found.get(key, ()))


def _cites(reader: Reader, numbers: Sequence[int], marks: str) -> dict[tuple[int, int], list[Cite]]:
    sources: dict[str, Source] = {}
    cites: dict[tuple[int, int], list[Cite]] = defaultdict(list)
    tables = SOURCE_TABLES.format(key="dc.citation")
    for dispute, position, *columns in reader.all(
        f"SELECT dc.dispute, dc.position, {SOURCE}, dc.locator "
        f"FROM dispute_citation AS dc {tables} WHERE dc.dispute IN ({marks}) "
        "ORDER BY dc.dispute, dc.position, dc.rank",
        numbers,
    ):
        cites[dispute, position].append(cite(reader, columns, sources))
    return cites


def _positions(
    reader: Reader,
    numbers: Sequence[int],
    marks: str,
    cites: Mapping[tuple[int, int], Sequence[Cite]],
) -> dict[int, list[Position]]:
    positions: dict[int, list[Position]] = defaultdict(list)
    for dispute, position, says in reader.all(
        "SELECT dispute, position, says FROM dispute_position "
        f"WHERE dispute IN ({marks}) AND position > {_WHOLE} ORDER BY dispute, position",
        numbers,
    ):
        positions[dispute].append(Position(says, tuple(cites.get((dispute, position), ()))))
    return positions


def _concerned(
    reader: Reader, numbers: Sequence[int], marks: str
) -> dict[tuple[int, str], list[Brief]]:
    """Return the records that disputes are about, contradict or quote, by the type of relation."""
    concerned: dict[tuple[int, str], list[Brief]] = defaultdict(list)
    for dispute, kind, *columns in reader.all(
        f"SELECT rel.source, rel.type, {BRIEF} FROM relation AS rel "
        "JOIN record AS b ON b.number = rel.target "
        f"WHERE rel.source IN ({marks}) ORDER BY rel.source, b.number",
        numbers,
    ):
        concerned[dispute, kind].append(brief(columns))
    return concerned
