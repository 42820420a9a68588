# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Writes every link between records in both directions, worded from either side."""

from __future__ import annotations

from collections.abc import Iterator
from sqlite3 import Connection

from terkha_db.build.draft import Draft
from terkha_db.records.load import Entry
from terkha_db.records.models import Claim, Dispute, Event, Place, Series

Words = tuple[str, str]
Link = tuple[str, Words, str]

BY_PROPERTY: dict[tuple[str, str], Words] = {
    ("mine", "province"): ("in", "mine here"),
    ("mine", "prefecture"): ("in", "mine here"),
    ("mine", "county"): ("in", "mine here"),
    ("mine", "commodity"): ("commodity", "mined or explored at"),
    ("mine", "ore-mineral"): ("ore mineral", "reported from"),
    ("commodity", "ore-mineral"): ("ore mineral", "ore of"),
    ("mineral", "ore-of"): ("ore of", "ore mineral"),
    ("commodity", "related-mineral"): ("related mineral", "related commodity"),
    ("mine", "owner"): ("owned by", "owns"),
    ("organisation", "owner"): ("owned by", "owns"),
    ("mine", "operator"): ("operated by", "operates"),
    ("mine", "contractor"): ("contractor", "contractor at"),
    ("citation", "endnote"): ("cites", "cited by"),
}
"""How a link reads from the record that states it and from the one it names."""
_OTHERWISE: Words = ("names", "named by")
_PART: Words = ("part of", "contains")
_SEE: Words = ("see also", "see also")
_STATED: Words = ("stated in", "states")
_RESTS: Words = ("rests on", "supports")
_SERIES: Words = ("commodity", "data series")


def links(draft: Draft) -> Iterator[Link]:
    """Yield every link as it reads from the record that makes it."""
    for stated in (one for told in draft.statements.values() for one in told):
        kind = stated.record.partition("/")[0]
        words = BY_PROPERTY.get((kind, stated.said.property), _OTHERWISE)
        for record in stated.records:
            yield stated.record, words, record
    for entry in draft.records:
        for words, record in _of_model(entry):
            yield entry.id, words, record


def _of_model(entry: Entry) -> Iterator[tuple[Words, str]]:
    model = entry.model
    for record in getattr(model, "related", ()):
        yield _SEE, record
    for record in getattr(model, "subjects", ()):
        yield ("about", entry.kind), record
    match model:
        case Place(part_of=str(above)):
            yield _PART, above
        case Series(commodity=str(commodity)):
            yield _SERIES, f"commodity/{commodity}"
        case Claim():
            yield _STATED, f"citation/{model.document}"
            yield from ((_RESTS, f"citation/{work}") for work in model.rests_on)
        case Event():
            yield from ((("claim", "event"), f"claim/{claim}") for claim in model.claims)
        case Dispute():
            yield from ((("claim", "dispute"), f"claim/{claim}") for claim in model.claims)
            yield from ((("document", "dispute"), f"citation/{work}") for work in model.documents)


def write(draft: Draft, connection: Connection) -> None:
    """Write the table relation."""
    rows = set()
    for source, (forth, back), target in links(draft):
        one, other = draft.number(source), draft.number(target)
        rows |= {(one, forth, other), (other, back, one)}
    connection.executemany("INSERT INTO relation VALUES (?, ?, ?)", sorted(rows))
