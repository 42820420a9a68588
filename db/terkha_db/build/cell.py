# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What a cell of a table is made of: its candidates, and what is counted for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from terkha_db.build.draft import Draft, Place, Stated
from terkha_db.build.relations import links
from terkha_db.build.works import works_of
from terkha_db.candidates import Candidate, Value
from terkha_db.records import models
from terkha_db.vocabulary import UNIT_BY_ID

M = TypeVar("M", bound=models.Model)
_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Cell:
    """A value by no statement, or what statements would put there: the chosen ones give it."""

    value: Value = None
    candidates: Sequence[Candidate[str]] = ()
    """By the ids of statements within the record."""


class Counts:
    """How many records of each kind name a record, and how much rests on each work."""

    def __init__(self, draft: Draft) -> None:
        self._linked: dict[tuple[str, str], set[str]] = {}
        self.works = {record_id: len(works) for record_id, works in works_of(draft).items()}
        self.supported: Counter[str] = Counter()
        for source, _, target in links(draft):
            for one, other in ((source, target), (target, source)):
                kind = other.partition("/")[0]
                self._linked.setdefault((one, kind), set()).add(other)
        for stated in (one for told in draft.statements.values() for one in told):
            self.supported.update({f"citation/{cite.work}" for cite in stated.cites})
        for claim in draft.records.of(models.Claim).values():
            self.supported.update({f"citation/{work}" for work in claim.rests_on})

    def linked(self, record_id: str, kind: str) -> list[str]:
        """Return the records of a kind that a record is linked with, in either direction."""
        return sorted(self._linked.get((record_id, kind), ()))


Rule = Callable[[Draft, Counts, str], Cell]


def model_of(draft: Draft, record_id: str, kind: type[M]) -> M:
    """Return the model of a record of a known kind."""
    model = draft.records.entries[record_id.partition("/")[0]][record_id.partition("/")[2]].model
    assert isinstance(model, kind)
    return model


def measure(stated: Stated, unit: str) -> float | None:
    """Return the number of a statement, or its lower bound, in the unit of the column."""
    numbers = (stated.number, stated.said.min, stated.said.max)
    number = next((one for one in numbers if one is not None), None)
    if number is None or stated.said.unit is None or unit not in UNIT_BY_ID:
        return number
    return rounded(number * UNIT_BY_ID[stated.said.unit].factor / UNIT_BY_ID[unit].factor)


def rounded(value: float) -> float:
    """Cut the noise of binary fractions."""
    return float(f"{value:.{_DIGITS}g}")


def first_of(places: Sequence[Place], read: Callable[[Stated], Value]) -> Cell:
    """Return a cell that shows one statement: the first of those in the rule's order."""
    return Cell(
        candidates=[
            Candidate(rank, place.stated.id, read(place.stated), place.cite.work)
            for rank, place in enumerate(places)
        ]
    )


def all_of(told: Sequence[Stated], read: Callable[[Stated], Value]) -> Cell:
    """Return a cell that shows all statements."""
    return Cell(candidates=[Candidate(0, one.id, read(one)) for one in told])


def titles_of(
    draft: Draft, told: Sequence[Stated], *, rank: int = 0, beside: bool = False
) -> list[Candidate[str]]:
    """Return the titles of the records that statements name, all of one rank."""
    return [
        Candidate(rank, one.id, draft.title(name), beside=beside)
        for one in told
        for name in one.records
    ]
