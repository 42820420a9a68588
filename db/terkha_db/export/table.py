# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What an exported table holds: columns, rows, and for each row the works it rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from terkha_db.catalogue import Catalogue, Row
from terkha_db.catalogue.figures import Place
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
    is_cited: bool = False
    """Whether a value in it rests on statements, whose works are named."""


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
    cites: tuple[tuple[Place, ...], ...] = ()
    """For each column the works behind its value, with the places in them."""

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
    references: Mapping[str, str] = field(default_factory=dict)
    """The works of the rows by id, as a style formats them; only where they were asked for."""

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
    catalogue: Catalogue,
    kind: str,
    fields: Sequence[Field],
    rows: Sequence[Row],
    style: str = "",
) -> Table:
    """Return rows of the table of ``kind`` with the columns ``fields``, ready to be written.

    With a ``style`` the works come with their references in it.
    """
    works = catalogue.cell_works(kind)
    lines = tuple(_line(row, fields, works.get(row.id, {})) for row in rows)
    cited = {at for line in lines for at, places in enumerate(line.cites) if places}
    return Table(
        title=format_kind(kind, plural=True),
        columns=tuple(Column(one.id, heading(one), at in cited) for at, one in enumerate(fields)),
        lines=lines,
        references=_references(catalogue, lines, style) if style else {},
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


def _references(catalogue: Catalogue, lines: Sequence[Line], style: str) -> dict[str, str]:
    ids = dict.fromkeys(work for line in lines for work in line.sources)
    works = catalogue.works(ids)
    entries = catalogue.entries(works, style)
    return {work.id: entry.text for work, entry in zip(works, entries, strict=True)}


def _line(row: Row, fields: Sequence[Field], works: Mapping[str, Sequence[Place]]) -> Line:
    cites = tuple(tuple(works.get(one.id, ())) for one in fields)
    behind = dict.fromkeys(work for places in cites for work, _ in places)
    lat, lon = row.values.get("lat"), row.values.get("lon")
    return Line(
        id=row.id,
        values=tuple(row.values[one.id] for one in fields),
        sources=tuple(behind) or tuple(work for work, _ in works.get("", ())),
        cites=cites,
        lat=lat if isinstance(lat, float) else None,
        lon=lon if isinstance(lon, float) else None,
        precision=str(row.values.get("precision") or ""),
        outside=tuple(one.id for one in fields if one.id in row.outside),
    )
