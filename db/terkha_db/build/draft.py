# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What the build knows of the records before it writes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from terkha_db.records.load import Records
from terkha_db.records.models import Cite, Statement


@dataclass(frozen=True, slots=True)
class Stated:
    """A statement of a record as the catalogue will hold it."""

    record: str
    """Permanent id of the record."""
    id: str
    """Permanent within the record."""
    said: Statement
    cites: tuple[Cite, ...]
    scope: str = "value"
    """``record`` where the works are named for the record as a whole."""
    rank: str = "normal"
    reason: str = ""

    @property
    def records(self) -> tuple[str, ...]:
        """The records that the statement names as its value."""
        if self.said.record is not None:
            return (self.said.record,)
        return tuple(self.said.records or ())

    @property
    def text(self) -> str | None:
        """The value where it is words, a date or a choice."""
        return self.said.value if isinstance(self.said.value, str) else None

    @property
    def number(self) -> float | None:
        """The value where it is a single number."""
        return self.said.value if isinstance(self.said.value, float) else None


@dataclass(frozen=True, slots=True)
class Place:
    """A statement by one of its works, and how it stands by each point of the rule, in words."""

    stated: Stated
    cite: Cite
    stands: str


Contest = Sequence[Place]
"""Statements of one thing, of which tables show one: in the rule's order, the preferred first."""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands at the top of a record's page, and its rank among all records."""

    id: str
    number: int
    title: str
    second: str
    summary: str
    note: str


@dataclass(frozen=True, slots=True)
class Draft:
    """All records, worked out and numbered."""

    records: Records
    heads: Mapping[str, Head]
    """By permanent id, in order of their numbers."""
    statements: Mapping[str, Sequence[Stated]]
    """By permanent id of the record, in page order."""
    variants: Mapping[str, str]
    """Traditional to simplified characters."""
    contests: Mapping[str, Sequence[Contest]] = field(default_factory=dict)
    """By permanent id of the record, in page order of the statements preferred."""

    def number(self, record_id: str) -> int:
        """Return the number of a record."""
        return self.heads[record_id].number

    def work(self, slug: str) -> int:
        """Return the number of a citation."""
        return self.heads[f"citation/{slug}"].number

    def title(self, record_id: str) -> str:
        """Return the title of a record."""
        return self.heads[record_id].title

    def told(self, record_id: str, prop: str, commodity: str = "") -> list[Stated]:
        """Return the statements of one property of a record, in page order."""
        return [
            stated
            for stated in self.statements.get(record_id, ())
            if stated.said.property == prop
            and (not commodity or stated.said.commodity == commodity)
        ]

    def preferred(self, record_id: str, prop: str, commodity: str = "") -> Stated | None:
        """Return the preferred statement of a property, or None."""
        found = [one for one in self.told(record_id, prop, commodity) if one.rank == "preferred"]
        return found[0] if found else None

    def places(self, record_id: str, prop: str, commodity: str = "") -> list[Place]:
        """Return who stands for the preferred statement of a property, in the rule's order."""
        return [
            place
            for contest in self.contests.get(record_id, ())
            for place in contest
            if place.stated.said.property == prop
            and (not commodity or place.stated.said.commodity == commodity)
        ]
