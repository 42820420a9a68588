# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Records of one kind side by side: a row for each thing said of any, all that is said in it.

Nothing is averaged or chosen: a cell holds every published value. Where a row says the same of
all records, and where not, is told by comparing the values that tables show.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from terkha_db.adding_rules import bounds
from terkha_db.comparable import LEAST
from terkha_db.entities import Edition, Record, Statement
from terkha_db.export.table import Column, Line, Table, edition_words
from terkha_db.perimeter import names_substance
from terkha_db.substances import contained
from terkha_db.vocabulary import PROPERTIES, PROPERTY_BY_ID, UNIT_BY_ID
from terkha_db.wording import (
    NOT_RECORDED,
    SPACE,
    format_as_of,
    format_number,
    format_property,
    format_value,
    who,
)

SAME, DIFFERENT, ONLY = "same", "different", "only"
"""What the records of a row have in common; ONLY where nothing is recorded for some."""

_FIGURES = "figures"
NAMED = "named"
"""The group of rows that hold what other records say of these."""
_BY_OTHERS = {
    ("mine", "owner"): "Owns",
    ("mine", "operator"): "Operates",
    ("mine", "contractor"): "Works at",
    ("organisation", "owner"): "Owns companies",
    ("mine", "province"): "Mines here",
    ("mine", "prefecture"): "Mines here",
    ("mine", "county"): "Mines here",
    ("mine", "commodity"): "Mined or explored at",
    ("mine", "ore-mineral"): "Reported from",
    ("mineral", "ore-of"): "Ore minerals",
}
"""What it is to be named by a record of a kind in a statement of a property."""
NAMED_AS = tuple(dict.fromkeys(_BY_OTHERS.values()))
_NOTED = re.compile(r"\s?\[@[^\]]+\]")
_GROUPS = ("facts", "species", "use", "commodities", "organisations", _FIGURES, "minerals")


@dataclass(frozen=True, slots=True)
class Compared:
    """One row: a property, of figures with what they are of, and all statements by record."""

    group: str
    """The part of a page that it belongs to, as PROPERTIES names it."""
    name: str
    """Id of the property; "" in NAMED."""
    thing: str
    """Commodity or substance of figures; of NAMED the label; "" where the property says it all."""
    told: tuple[tuple[Statement, ...], ...]
    """The statements of each record, in the order of the records."""

    @property
    def label(self) -> str:
        """What the row is of, in words: ``Resource, copper``."""
        if self.group == NAMED:
            return self.thing
        label = format_property(self.name)
        return f"{label}, {self.thing.replace('-', ' ')}" if self.thing else label

    @property
    def state(self) -> str:
        """Whether the records are alike in it, inside the lens: SAME, DIFFERENT or ONLY."""
        inside = [tuple(one for one in told if not one.outside) for told in self.told]
        if not all(inside):
            return ONLY
        says = {_says(told, named=self.group == NAMED) for told in inside}
        return SAME if len(says) == 1 else DIFFERENT


def compare(
    records: Sequence[Record], mentions: Sequence[Sequence[Statement]] = ()
) -> list[Compared]:
    """Return the rows in which something is recorded of any of the records.

    ``mentions`` are, for each record, the statements of others that name it.
    """
    found: list[Compared] = []
    for group in _GROUPS:
        for item in PROPERTIES:
            if item.group == group:
                found += _rows(records, group, item.id)
    return [*found, *_named(mentions)]


def share(statement: Statement, row: Compared) -> float | None:
    """Return a figure as a share of the largest that it can be measured against in its row.

    None where no other record has a figure in the same measure: a scale would say nothing.
    """
    measure = _measure(statement)
    if measure is None or statement.outside:
        return None
    sizes = [
        [_size(one) for one in told if _measure(one) == measure and not one.outside]
        for told in row.told
    ]
    most = max((size for of_record in sizes for size in of_record), default=0.0)
    if sum(bool(of_record) for of_record in sizes) < LEAST or most <= 0:
        return None
    return _size(statement) / most


def is_open(statement: Statement) -> bool:
    """Tell whether a figure is a lower bound."""
    return bounds(statement)[1] is None


def as_table(
    records: Sequence[Record],
    rows: Sequence[Compared],
    titles: Mapping[str, str],
    edition: Edition,
) -> Table:
    """Return a comparison ready to be written to a file: a column for each record.

    ``titles`` are those of the other records whose statements name these.
    """
    columns = [Column("property", "Property"), Column("alike", "Alike")]
    columns += [Column(record.id, record.title, is_cited=True) for record in records]
    return Table(
        title=" / ".join(record.title for record in records),
        columns=tuple(columns),
        lines=tuple(_line(row, titles) for row in rows),
        edition=edition_words(edition),
    )


def part_of(statement: Statement) -> str:
    """Return what a figure is of, in words, where its row does not say it."""
    commodity = statement.commodity.rpartition("/")[2]
    plain = not statement.of or names_substance(statement.of, commodity)
    return "" if plain and (commodity or statement.substance) else statement.of


def _rows(records: Sequence[Record], group: str, name: str) -> Iterator[Compared]:
    told = [[one for one in record.statements if one.property == name] for record in records]
    things = dict.fromkeys(_thing(one) for of_record in told for one in of_record)
    for thing in things:
        yield Compared(
            group,
            name,
            thing,
            tuple(
                tuple(_latest_first(one for one in of_record if _thing(one) == thing))
                for of_record in told
            ),
        )


def _named(mentions: Sequence[Sequence[Statement]]) -> Iterator[Compared]:
    labels = dict.fromkeys(_named_as(one) for of_record in mentions for one in of_record)
    for label in filter(None, labels):
        told = [
            tuple(
                sorted(
                    _latest_first(one for one in of_record if _named_as(one) == label),
                    key=lambda one: one.record,
                )
            )
            for of_record in mentions
        ]
        yield Compared(NAMED, "", label, tuple(told))


def _named_as(statement: Statement) -> str:
    kind = statement.record.partition("/")[0]
    return _BY_OTHERS.get((kind, statement.property), "")


def _latest_first(statements: Iterable[Statement]) -> list[Statement]:
    """Return figures and facts by date, the latest first; undated and undatable as recorded."""
    return sorted(statements, key=lambda one: one.as_of.rpartition("/")[2], reverse=True)


def _thing(statement: Statement) -> str:
    if PROPERTY_BY_ID[statement.property].group != _FIGURES:
        return ""
    commodity = statement.commodity.rpartition("/")[2]
    return commodity or (statement.substance if statement.substance == "ore" else "")


def _says(told: Sequence[Statement], *, named: bool) -> frozenset[str]:
    """Return what tables show of a record, or all that is said where they show no single value."""
    if named:
        return frozenset(one.record for one in told)
    preferred = [one for one in told if one.rank == "preferred"]
    return frozenset(_value(one) for one in preferred or told)


def _value(statement: Statement) -> str:
    if statement.records:
        return " ".join(brief.id for brief in statement.records)
    return f"{part_of(statement)} {format_value(statement)}"


def _measure(statement: Statement) -> tuple[str, str] | None:
    unit = UNIT_BY_ID.get(statement.unit)
    given = (statement.value, statement.low)
    if unit is None or all(number is None for number in given):
        return None
    if PROPERTY_BY_ID[statement.property].group != _FIGURES:
        return None
    return unit.base, contained(statement.commodity, statement.substance)[0]


def _size(statement: Statement) -> float:
    low, high = bounds(statement)
    factor = contained(statement.commodity, statement.substance)[1]
    return (low if high is None else high) * UNIT_BY_ID[statement.unit].factor * factor


def _line(row: Compared, titles: Mapping[str, str]) -> Line:
    cells = [
        "; ".join(_written(row, one, titles) for one in told) or NOT_RECORDED for told in row.told
    ]
    cites = [
        tuple(dict.fromkeys((c.source.id, c.locator) for one in told for c in one.cites))
        for told in row.told
    ]
    works = dict.fromkeys(work for places in cites for work, _ in places)
    name = f"{row.name} {row.thing}".strip().lower().replace(" ", "-")
    values = (row.label, row.state, *cells)
    return Line(name, values, tuple(works), cites=((), (), *cites))


def _written(row: Compared, statement: Statement, titles: Mapping[str, str]) -> str:
    """Return a value on one line, with its date and whose it is."""
    of = part_of(statement) if row.group == _FIGURES else ""
    value = format_value(statement)
    if row.group == NAMED:
        share = f" {format_number(statement.share)}{SPACE}%" if statement.share else ""
        value = titles.get(statement.record, statement.record) + share
    value = _NOTED.sub("", f"{of}: {value}" if of else value)
    date = format_as_of(statement) if statement.as_of or statement.as_of_note else ""
    says = statement.attributed_to or ", ".join(
        dict.fromkeys(who(cite.source) for cite in statement.cites)
    )
    about = ", ".join(filter(None, (date, says, _NOTED.sub("", statement.note))))
    return f"{value} ({about})" if about else value
