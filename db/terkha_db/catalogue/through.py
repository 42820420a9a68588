# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Reads what events have through the records they concern, and notes that facets are made of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from terkha_db.catalogue.connection import Reader
from terkha_db.catalogue.facts import Links, read_linked, read_parts, read_stated

_PROVINCE = "province"


def read_event_provinces(reader: Reader) -> Links:
    """Return the provinces that events concern: themselves, by their places or by their mines."""
    linked = read_linked(reader, "event")
    parts = read_parts(reader)
    provinces = _of_level(reader, _PROVINCE)
    of_mines = read_stated(reader, "mine").get(_PROVINCE, {})
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for event, places in linked.get("place", {}).items():
        near = (above for place in places for above in (place, *parts.get(place, ())))
        found[event] |= dict.fromkeys(above for above in near if above in provinces)
    _add(found, linked.get("mine", {}), of_mines)
    return _tuples(found)


def read_event_commodities(reader: Reader) -> Links:
    """Return the commodities that events concern, by themselves or as those of their mines."""
    linked = read_linked(reader, "event")
    of_mines = read_stated(reader, "mine").get("commodity", {})
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for event, commodities in linked.get("commodity", {}).items():
        found[event] |= dict.fromkeys(commodities)
    _add(found, linked.get("mine", {}), of_mines)
    return _tuples(found)


def read_statement_notes(reader: Reader, kind: str, name: str) -> Mapping[str, tuple[str, ...]]:
    """Return the notes on the statements of a property inside the lens, by record."""
    found: dict[str, list[str]] = defaultdict(list)
    for number, record_id, note in reader.all(
        "SELECT s.number, r.id, s.note FROM statement AS s JOIN record AS r "
        "ON r.number = s.record WHERE r.kind = ? AND s.property = ? AND s.note IS NOT NULL "
        "ORDER BY s.number",
        (kind, name),
    ):
        if number in reader.sight.statements:
            found[record_id].append(note)
    return {record_id: tuple(notes) for record_id, notes in found.items()}


def _of_level(reader: Reader, level: str) -> frozenset[str]:
    rows = reader.all(
        "SELECT r.id FROM fact AS f JOIN record AS r ON r.number = f.record "
        "WHERE f.key = 'level' AND f.value = ?",
        (level,),
    )
    return frozenset(record_id for (record_id,) in rows)


def _add(found: dict[str, dict[str, None]], linked: Links, of_linked: Links) -> None:
    for record_id, others in linked.items():
        found[record_id] |= dict.fromkeys(
            value for other in others for value in of_linked.get(other, ())
        )


def _tuples(found: Mapping[str, Iterable[str]]) -> Links:
    return {record_id: tuple(values) for record_id, values in found.items()}
