# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Numbers the records so that, everywhere, what a reader more likely means comes first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from terkha_db.build.draft import Stated
from terkha_db.records.load import Entry, Records
from terkha_db.records.models import Citation, Claim, Dispute, Event

# A name shared by a mine and a place means the mine; one shared by a metal and the mineral of that
# name means the metal. What is found by its words rather than by a name comes last.
ORDER = (
    "mine",
    "commodity",
    "mineral",
    "place",
    "organisation",
    "policy",
    "person",
    "topic",
    "dispute",
    "series",
    "event",
    "claim",
    "citation",
)


def numbered(records: Records, statements: Mapping[str, Sequence[Stated]]) -> list[Entry]:
    """Return all records in order of prominence: by kind, then how much is said of each.

    Claims keep the order of their document.
    """
    weights = _weights(records, statements)
    place = {kind: at for at, kind in enumerate(ORDER)}

    def order(entry: Entry) -> tuple[int, int, str]:
        weight = 0 if entry.kind == "claim" else weights[entry.id]
        return place[entry.kind], -weight, entry.slug

    return sorted(records, key=order)


def _weights(records: Records, statements: Mapping[str, Sequence[Stated]]) -> Counter[str]:
    """Count the statements of each record, its works, and the places where others name it."""
    weights: Counter[str] = Counter()
    for record_id, stated in statements.items():
        works = {cite.work for one in stated for cite in one.cites}
        weights[record_id] += len(stated) + len(works)
        for one in stated:
            weights.update(one.records)
            weights.update(f"citation/{cite.work}" for cite in one.cites)
    for entry in records:
        weights.update(_named(entry))
    return weights


def _named(entry: Entry) -> list[str]:
    """Return the records that a claim, event or dispute is about or rests on."""
    match entry.model:
        case Claim() as claim:
            return [*claim.subjects, *(f"citation/{work}" for work in claim.rests_on)]
        case Event() as event:
            return event.subjects
        case Dispute() as dispute:
            works = [cite.work for side in dispute.positions for cite in side.cites]
            return [*dispute.subjects, *(f"citation/{work}" for work in works)]
        case Citation() as work:
            return [f"citation/{cited.document}" for cited in work.cited_as]
        case _:
            return []
