# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What an exported table holds: columns, rows, and for each row the works it rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from terkha_db.catalogue import Catalogue, Row
from terkha_db.entities import Edition
from terkha_db.fields import Field
from terkha_db.lens import OPEN, Lens, in_words
from terkha_db.wording import format_kind

Value = str | float | int | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key for programs and its heading for people, with the unit."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Line:
    """A row: a value for each column, its place on the map and its works."""

    id: str
    values: tuple[Value, ...]
    sources: tuple[str, ...] = ()
    """Permanent ids of the works behind the values, each once; of the page where no value of the
    row is a statement."""
    lat: float | None = None
    lon: float | None = None
    precision: str = ""
    outside: tuple[str, ...] = ()
    """Keys of the columns of which something is recorded, but nothing inside the lens."""

    @property
    def is_placed(self) -> bool:
        """Whether it has a point."""
        return self.lat is not None and self.lon is not None


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it is shown, ready to be written."""

    title: str
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    edition: str = ""
    """Which edition of the catalogue the rows are from, in words."""
    has_places: bool = False
    """Whether its rows can have a place on the map at all."""
    is_cited: bool = True
    """Whether its rows rest on works: those of readers' own tables do not."""
    lens: Lens = OPEN
    """Whose works the values rest on."""

    @property
    def origin(self) -> str:
        """Which edition the rows are from, and through which lens, in words."""
        words = f"Lens: {in_words(self.lens)}" if self.lens.is_on else ""
        return ". ".join(part for part in (self.edition, words) if part)

    @property
    def unplaced(self) -> int:
        """How many rows have no point."""
        return sum(not line.is_placed for line in self.lines)


def table_of(
    catalogue: Catalogue, kind: str, fields: Sequence[Field], rows: Sequence[Row]
) -> Table:
    """Return rows of the table of ``kind`` with the columns ``fields``, ready to be written."""
    works = catalogue.cell_works(kind)
    return Table(
        title=format_kind(kind, plural=True),
        columns=tuple(Column(field.id, heading(field)) for field in fields),
        lines=tuple(_line(row, fields, works.get(row.id, {})) for row in rows),
        edition=edition_words(catalogue.edition),
        lens=catalogue.lens,
        has_places=bool(rows) and {"lat", "lon"} <= set(rows[0].values),
    )


def heading(field: Field) -> str:
    """Return the heading of a column, with its unit unless the label names it."""
    if not field.unit or field.unit in field.label:
        return field.label
    return f"{field.label}, {field.unit}"


def edition_words(edition: Edition) -> str:
    """Return which edition this is, as it stands under an exported table."""
    return f"Terkha catalogue, edition {edition.version} of {edition.date}"


def _line(row: Row, fields: Sequence[Field], works: Mapping[str, Sequence[str]]) -> Line:
    behind = dict.fromkeys(work for field in fields for work in works.get(field.id, ()))
    lat, lon = row.values.get("lat"), row.values.get("lon")
    return Line(
        id=row.id,
        values=tuple(row.values[field.id] for field in fields),
        sources=tuple(behind or works.get("", ())),
        lat=lat if isinstance(lat, float) else None,
        lon=lon if isinstance(lon, float) else None,
        precision=str(row.values.get("precision") or ""),
        outside=tuple(field.id for field in fields if field.id in row.outside),
    )
