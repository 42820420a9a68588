# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The catalogue through a lens: which works and statements count, and what is preferred of them.

Nothing is taken away. The written rule was applied when the catalogue was built; here the first of
its order that the lens admits is looked up.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from terkha_db.lens import OPEN, Lens

if TYPE_CHECKING:
    from terkha_db.candidates import Candidate, Value
    from terkha_db.catalogue.connection import Reader
    from terkha_db.catalogue.tables import Row
    from terkha_db.compared import Figure
    from terkha_db.entities import Spread


_SAID_BY = {"claim": "document", "event": "says"}
"""Columns that name who says what the record is."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell shows under a lens; without statements, all that is recorded lies outside."""

    value: Value
    statements: tuple[int, ...]
    is_outside: bool


class Sight:
    """What one lens lets through; with no lens, everything as it was built."""

    def __init__(self, reader: Reader, lens: Lens = OPEN) -> None:
        self.lens = lens
        self._reader = reader
        self._cells: dict[str, Mapping[str, Mapping[str, Cell]]] = {}

    @cached_property
    def works(self) -> frozenset[int]:
        """The numbers of the works that count."""
        return frozenset(
            number
            for number, record_id, kind in self._reader.all(
                "SELECT r.number, r.id, c.source_kind FROM citation AS c "
                "JOIN record AS r ON r.number = c.record"
            )
            if self.lens.admits(record_id, kind)
        )

    @cached_property
    def statements(self) -> frozenset[int]:
        """The numbers of the statements of which a work counts."""
        rows = self._reader.all("SELECT statement, citation FROM statement_citation")
        return frozenset(statement for statement, work in rows if work in self.works)

    @cached_property
    def preferred(self) -> Mapping[int, str]:
        """The statements that tables show among those that count, each with the reason."""
        rows = self._reader.all(
            "SELECT p.contest, p.statement, p.citation, p.stands, s.reason FROM preference AS p "
            "JOIN statement AS s ON s.number = p.statement ORDER BY p.contest, p.position"
        )
        found = {}
        for _, contest in groupby(rows, key=itemgetter(0)):
            places = list(contest)
            within = [place for place in places if place[2] in self.works]
            if within:
                found[within[0][1]] = _reason(places, within)
        return found

    @cached_property
    def disputes(self) -> frozenset[int]:
        """The disputes of which at least two sides count; of those without sides, any work.

        Where no work is named, none can be left out.
        """
        sides: dict[int, dict[int, bool]] = defaultdict(dict)
        for dispute, position, work in self._reader.all(
            "SELECT d.record, ifnull(dc.position, 0), dc.citation FROM dispute AS d "
            "LEFT JOIN dispute_citation AS dc ON dc.dispute = d.record"
        ):
            within = sides[dispute].get(position, False) or work is None or work in self.works
            sides[dispute][position] = within
        return frozenset(dispute for dispute, found in sides.items() if _is_open(found))

    def counts(self, kind: str, row: Row) -> bool:
        """Tell whether what a row tells by itself counts: a work, claim or event; others do."""
        if kind == "citation":
            return self.lens.admits(row.id, str(row.values["source_kind"]))
        return _SAID_BY.get(kind, "") not in row.outside

    def cells(self, kind: str) -> Mapping[str, Mapping[str, Cell]]:
        """Return the cells of a table that statements fill, by record and field."""
        if kind not in self._cells:
            found: dict[str, dict[str, Cell]] = defaultdict(dict)
            for record_id, field, cell in self._read_cells(kind):
                found[record_id][field] = cell
            self._cells[kind] = found
        return self._cells[kind]

    def behind(self, kind: str) -> list[tuple[str, str, int]]:
        """Return record, field and statement for all statements behind the cells of a table."""
        if self.lens.is_on:
            return [
                (record_id, field, statement)
                for record_id, cells in self.cells(kind).items()
                for field, cell in cells.items()
                for statement in cell.statements
            ]
        return self._reader.all(
            "SELECT r.id, c.field, c.statement FROM cell AS c "
            "JOIN record AS r ON r.number = c.record "
            "WHERE r.kind = ? AND c.rank = 0 AND c.value IS NOT NULL "
            "ORDER BY c.record, c.field, c.position",
            (kind,),
        )

    def spreads(self, where: str, parameters: Sequence[object]) -> dict[str, list[Spread]]:
        """Return the figures that differ of the records that ``where`` selects, by record.

        ``where`` is SQL of our own over ``r``, the record.
        """
        from terkha_db.compared import Figure, differing

        figures: dict[str, list[Figure]] = defaultdict(list)
        for statement, record_id, part, low, high, *key in self._reader.all(
            "SELECT s.number, r.id, c.part, c.low, c.high, "
            "s.property, c.commodity, c.substance, s.base_unit FROM compared AS c "
            "JOIN statement AS s ON s.number = c.statement "
            f"JOIN record AS r ON r.number = s.record WHERE {where}",
            parameters,
        ):
            if statement in self.statements:
                prop, commodity, substance, unit = key
                figure = Figure((prop, commodity, substance, unit), part, low, high)
                figures[record_id].append(figure)
        return {record_id: differing(found) for record_id, found in figures.items()}

    def _read_cells(self, kind: str) -> Iterator[tuple[str, str, Cell]]:
        from terkha_db.candidates import chosen, separator_of
        from terkha_db.fields import fields_of

        rows = self._reader.all(
            "SELECT r.id, c.field, c.rank, c.statement, c.citation, c.beside, c.value "
            "FROM cell AS c JOIN record AS r ON r.number = c.record WHERE r.kind = ? "
            "ORDER BY c.record, c.field, c.position",
            (kind,),
        )
        separators = {field.id: separator_of(field) for field in fields_of(kind)}
        for (record_id, field), group in groupby(rows, key=itemgetter(0, 1)):
            within = [_candidate(row) for row in group if self._counts(row)]
            value, statements = chosen(within, separators[field])
            yield record_id, field, Cell(value, statements, is_outside=not within)

    def _counts(self, row: Sequence[Any]) -> bool:
        statement, work = row[3], row[4]
        return statement in self.statements if work is None else work in self.works


def _candidate(row: Sequence[Any]) -> Candidate[int]:
    from terkha_db.candidates import Candidate

    _, _, rank, statement, _, beside, value = row
    return Candidate(rank, statement, value, beside=bool(beside))


def _is_open(sides: Mapping[int, bool]) -> bool:
    """Tell whether a dispute is one among the works that count; side 0 is that of the whole."""
    told = [within for position, within in sides.items() if position > 0]
    return sum(told) > 1 if len(told) > 1 else any(sides.values())


def _reason(places: Sequence[Sequence[Any]], within: Sequence[Sequence[Any]]) -> str:
    """Say why a statement is the one that tables show under the lens."""
    _, shown, _, stands, reason = within[0]
    everyone = {place[1] for place in places}
    admitted = {place[1] for place in within}
    if len(everyone) == 1 or (len(admitted) > 1 and shown == places[0][1]):
        return str(reason)
    if len(admitted) == 1:
        return f"the only one of {len(everyone)} inside the lens: {stands}"
    return f"first by the rule among {len(admitted)} inside the lens: {stands}"
