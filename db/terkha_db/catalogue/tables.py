# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The rows of the table pages: read once for each kind, then filtered and sorted in memory."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING
from unicodedata import normalize

from terkha_db.errors import KnownError
from terkha_db.glimpses import Spread
from terkha_db.vocabulary import KIND_BY_ID

if TYPE_CHECKING:
    from terkha_db.catalogue.connection import Reader
    from terkha_db.catalogue.sight import Cell
    from terkha_db.fields import Field

Value = str | float | int | None
_Key = tuple[int, float, tuple[tuple[int, int, str], ...]]
Order = Sequence[tuple[str, bool]]
"""Fields to sort by, the first one first, each with True for descending."""

_PLAIN = ("title", "second", "summary")
_ACCENTS = "[\u0300-\u036f]"
_NUMBERS = r"(\d+)"


@dataclass(frozen=True, slots=True)
class Row:
    """One record as a row: the value of every field of its kind."""

    id: str
    values: Mapping[str, Value]
    spreads: Mapping[str, Spread] = field(default_factory=dict)
    """Published figures that differ, by the field that shows one of them."""
    outside: frozenset[str] = frozenset()
    """The fields of which something is recorded, but nothing inside the lens."""


def columns_of(kind: str) -> tuple[Field, ...]:
    """Return the columns of the table of ``kind``; kinds without a page have three plain ones.

    Raises:
        KnownError: there is no such kind.

    """
    from terkha_db.fields import Field, fields_of

    if kind not in KIND_BY_ID:
        raise KnownError(
            f"There is no kind of record called “{kind}”: kinds are {', '.join(KIND_BY_ID)}."
        )
    return fields_of(kind) or (
        Field(kind, "title", "Name", "Name.", width=260, paint="title", second="second"),
        Field(kind, "second", "Other name", "Another name.", shown=False),
        Field(kind, "summary", "Summary", "What is recorded, in one line.", width=460),
    )


class Table:
    """All rows of one kind, with what a text filter looks into."""

    def __init__(
        self, reader: Reader, kind: str, variants: Callable[[], Mapping[str, str]]
    ) -> None:
        """``variants`` gives simplified characters by traditional ones, for the text filter."""
        self.kind = kind
        self.fields = columns_of(kind)
        self._reader = reader
        self._variants = variants
        self._keys: dict[str, dict[str, _Key]] = {}
        self.all = _read_rows(reader, kind, self.fields)

    def kept(self, mask: int) -> list[Row]:
        """Return the rows of a set, which has bit n for row n."""
        if mask == (1 << len(self.all)) - 1:
            return list(self.all)
        flags = f"{mask:b}"[::-1]
        return [row for row, flag in zip(self.all, flags, strict=False) if flag == "1"]

    def having(self, text: str) -> int:
        """Return the set of the rows in which every word of a text begins a word."""
        if not text.strip():
            return (1 << len(self.all)) - 1
        from terkha_db.query.evaluate import mask_of

        wanted = folded_words(text, self._variants())
        if not wanted:
            return 0
        return mask_of(
            all(word in haystack for word in wanted) for haystack in self.haystacks.values()
        )

    def among(self, ids: Iterable[str]) -> int:
        """Return the set of the rows of these records; ids of other kinds are passed over."""
        from terkha_db.query.evaluate import mask_of

        wanted = frozenset(ids)
        return mask_of(row.id in wanted for row in self.all)

    def sorted(self, rows: Sequence[Row], sort: Order) -> list[Row]:
        """Return rows in an order; what has no value comes last.

        Raises:
            KnownError: ``sort`` names no field.

        """
        rows = list(rows)
        for name, descending in reversed(sort):
            keys = self._sort_keys(name)
            present = [row for row in rows if row.id in keys]
            absent = [row for row in rows if row.id not in keys]
            present.sort(key=lambda row, keys=keys: keys[row.id], reverse=descending)  # type: ignore[misc]
            rows = present + absent
        return rows

    def _sort_keys(self, name: str) -> dict[str, _Key]:
        """Return what a field is sorted by, for those rows that have a value."""
        if name not in self._keys:
            column = _known(self.fields, name, "sort by")
            values = ((row.id, row.values[column]) for row in self.all)
            self._keys[name] = {
                record_id: _sort_key(value) for record_id, value in values if value is not None
            }
        return self._keys[name]

    @cached_property
    def haystacks(self) -> dict[str, str]:
        """The folded tokens of names and texts of every row, by id, each after a blank."""
        names: dict[str, list[str]] = defaultdict(list)
        for record_id, folded in self._reader.all(
            "SELECT r.id, n.tokens FROM name AS n JOIN record AS r ON r.number = n.record "
            "WHERE r.kind = ?",
            (self.kind,),
        ):
            names[record_id].append(folded)
        return {row.id: f" {self._folded(row)} {' '.join(names[row.id])} " for row in self.all}

    def _folded(self, row: Row) -> str:
        from terkha_db.fold import tokens

        texts = "\n".join(value for value in row.values.values() if isinstance(value, str))
        return " ".join(tokens(texts, self._variants()))


def folded_words(text: str, variants: Mapping[str, str]) -> list[str]:
    """Return what a folded text must contain: a word's beginning, or characters in a row."""
    from terkha_db.fold import tokens

    words = []
    for part in text.split():
        found = tokens(part, variants)
        words += [f" {' '.join(found)}"] if found else []
    return words


def tally(reader: Reader, kind: str, name: str) -> Counter[Value]:
    """Return the number of rows by each value of a field, seen through no lens.

    Raises:
        KnownError: no such kind, or no such field.

    """
    from terkha_db.fields import fields_of

    column = _known(columns_of(kind), name, "count by")
    source = f"table_{kind}" if fields_of(kind) else "record WHERE kind = ?"
    given = () if fields_of(kind) else (kind,)
    counts = reader.all(f'SELECT "{column}", count(*) FROM {source} GROUP BY 1', given)
    return Counter(dict(counts))


def _known(fields: Sequence[Field], name: str, purpose: str) -> str:
    """Return the id of a field that is asked for to ``purpose``.

    Raises:
        KnownError: there is no such field.

    """
    known = [one.id for one in fields]
    if name not in known:
        raise KnownError(
            f"The table has no field “{name}” to {purpose}: fields are {', '.join(known)}."
        )
    return name


def natural_key(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return a key that sorts names without regard to case and accents, numbers by their size."""
    plain = text if text.isascii() else re.sub(_ACCENTS, "", normalize("NFKD", text))
    return tuple(
        (0, int(part), "") if part.isdecimal() else (1, 0, part.strip("[“\"'‘"))
        for part in re.split(_NUMBERS, plain.casefold())
        if part
    )


def _sort_key(value: str | float) -> _Key:
    if isinstance(value, str):
        return (1, 0.0, natural_key(value))
    return (0, float(value), ())


def _read_rows(reader: Reader, kind: str, fields: Sequence[Field]) -> list[Row]:
    from terkha_db.fields import fields_of

    names = [one.id for one in fields]
    if fields_of(kind):
        columns = ", ".join(f't."{name}"' for name in names)
        source = f"table_{kind} AS t JOIN record AS r ON r.number = t.record"
    else:
        columns = ", ".join(f"r.{name}" for name in _PLAIN)
        source = "record AS r"
    spreads = _spreads(reader, kind, fields)
    cells = reader.sight.cells(kind) if reader.sight.lens.is_on else {}
    rows = reader.all(
        f"SELECT r.id, {columns} FROM {source} WHERE r.kind = ? ORDER BY r.number", (kind,)
    )
    return [
        _row(record_id, dict(zip(names, values, strict=True)), spreads, cells)
        for record_id, *values in rows
    ]


def _row(
    record_id: str,
    values: dict[str, Value],
    spreads: Mapping[str, Mapping[str, Spread]],
    cells: Mapping[str, Mapping[str, Cell]],
) -> Row:
    """Return a row, its cells as the lens lets them be seen."""
    seen = cells.get(record_id, {})
    values |= {name: cell.value for name, cell in seen.items()}
    outside = frozenset(name for name, cell in seen.items() if cell.is_outside)
    return Row(record_id, values, spreads.get(record_id, {}), outside)


def _spreads(reader: Reader, kind: str, fields: Sequence[Field]) -> dict[str, dict[str, Spread]]:
    """Return the figures that differ by record and by the field that shows one of them."""
    by_property = {(one.property, one.commodity): one for one in fields if one.type == "number"}
    found: dict[str, dict[str, Spread]] = defaultdict(dict)
    for record_id, spread in sorted(read_spreads(reader, kind), key=lambda pair: pair[1].count):
        shown = by_property.get((spread.property, spread.commodity))
        if shown is not None:
            found[record_id][shown.id] = spread
    return found


def read_spreads(reader: Reader, kind: str) -> list[tuple[str, Spread]]:
    """Return the figures of the records of a kind that differ, each with the record's id."""
    if reader.sight.lens.is_on:
        found = reader.sight.spreads("r.kind = ?", (kind,))
        return [(record_id, spread) for record_id, spreads in found.items() for spread in spreads]
    rows = reader.all(
        "SELECT r.id, sp.property, sp.commodity, sp.substance, sp.unit, sp.count, sp.low, sp.high "
        "FROM spread AS sp JOIN record AS r ON r.number = sp.record WHERE r.kind = ? "
        "ORDER BY sp.record, sp.property, sp.commodity, sp.substance, sp.unit",
        (kind,),
    )
    return [(record_id, Spread(*columns)) for record_id, *columns in rows]
