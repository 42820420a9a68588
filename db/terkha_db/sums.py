# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Adds up what stands under one another: columns of a table, rows of a comparison."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from terkha_db.adding import Refusal, Total, add_up
from terkha_db.comparing import Compared
from terkha_db.vocabulary import PROPERTY_BY_ID
from terkha_db.wording import count

if TYPE_CHECKING:
    from terkha_db.catalogue import Catalogue, Row
    from terkha_db.entities import Statement
    from terkha_db.fields import Field


@dataclass(frozen=True, slots=True)
class Added:
    """One thing that was to be added up, and what came of it."""

    label: str
    answer: Total | Refusal
    statements: tuple[Statement, ...]
    """The figures that were to be added: for each record the one that tables show."""
    titles: tuple[str, ...]
    """The records that they are of."""
    absent: int
    """How many of the records have no figure."""

    def in_words(self) -> str:
        """Return the sum or the reason, and how many figures there are."""
        if isinstance(self.answer, Total):
            return f"{self.answer.in_words()} {self.counted()}"
        return f"Not added: {self.answer.in_words()} {self.counted()}"

    def counted(self) -> str:
        """Say how many records have a figure and how many have none."""
        having = len(self.statements)
        words = count(having, "figure") if having else "No figure"
        words += ", one a record" if having > 1 else ""
        if not self.absent:
            return f"{words}."
        have = "has" if self.absent == 1 else "have"
        return f"{words}; {count(self.absent, 'record')} {have} none."


def add_columns(catalogue: Catalogue, fields: Sequence[Field], rows: Sequence[Row]) -> list[Added]:
    """Add up the numbers of each column over the rows, or say why they cannot be added."""
    cells = {row.id: catalogue.cells(row.id) for row in rows}
    added = []
    for field in fields:
        if field.type != "number":
            continue
        having = [row for row in rows if row.values[field.id] is not None]
        told = [cells[row.id].get(field.id, ())[:1] for row in having]
        statements = tuple(one for first in told for one in first)
        absent = len(rows) - len(having)
        if field.property:
            added.append(_added(catalogue, field.label, statements, absent))
        else:
            why = Refusal(_no_statements(field))
            added.append(Added(field.label, why, (), (), absent))
    return added


def add_compared(catalogue: Catalogue, rows: Iterable[Compared]) -> list[Added]:
    """Add up the figures in each row of a comparison: of each record the one tables show."""
    added = []
    for row in rows:
        if row.group != "figures":
            continue
        chosen = [_shown(told) for told in row.told]
        statements = tuple(one for one in chosen if one is not None)
        if len(statements) > 1:
            absent = len(chosen) - len(statements)
            added.append(_added(catalogue, row.label, statements, absent))
    return added


def _added(
    catalogue: Catalogue, label: str, statements: tuple[Statement, ...], absent: int
) -> Added:
    sites = catalogue.sites({one.record for one in statements})
    titles = tuple(sites[one.record].title for one in statements)
    if len(statements) == 1:
        return Added(label, Refusal(f"Only {titles[0]} has a figure."), statements, titles, absent)
    return Added(label, add_up(statements, sites), statements, titles, absent)


def _no_statements(field: Field) -> str:
    known = PROPERTY_BY_ID.get(field.id.partition("_")[0])
    if known is not None:
        return f"A sum of {known.label.lower()} means nothing: it is not an amount."
    if field.unit:
        return "A sum of degrees means nothing: they are places."
    return "These are counts: what is counted may be counted in several rows."


def _shown(told: Sequence[Statement]) -> Statement | None:
    """Return the figure of a record that tables show, or else the latest."""
    preferred = [one for one in told if one.rank == "preferred"]
    return next(iter((*preferred, *told)), None)
