# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The part of the catalogue that concerns what works say: statements, figures, and the lens."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from typing import TYPE_CHECKING, Self

from terkha_db.catalogue.bibliography import Bibliography

if TYPE_CHECKING:
    from terkha_db.adding_rules import Site
    from terkha_db.catalogue.connection import Reader
    from terkha_db.catalogue.figures import Place, SeriesInfo
    from terkha_db.catalogue.tables import Row
    from terkha_db.coverage import Coverage
    from terkha_db.entities import Brief, Source, Statement
    from terkha_db.lens import Lens


class Published(Bibliography):
    """What was published, seen through a lens."""

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self.is_narrowed = False
        """Whether what lies outside the lens is not given out at all."""

    @property
    def lens(self) -> Lens:
        """Whose works count for now: everybody's, unless a lens was chosen."""
        return self._reader.sight.lens

    def narrowed(self) -> Self:
        """Return the same catalogue so that it gives out only what is inside the lens.

        Statements are left out, and records that stand for what somebody says: works, claims and
        events. Charts are drawn of this.
        """
        other = copy(self)
        other.is_narrowed = True
        return other

    def inside(self) -> dict[str, int]:
        """Return how many works and statements are inside the lens."""
        sight = self._reader.sight
        return {"works": len(sight.works), "statements": len(sight.statements)}

    def _inside(self, statements: Iterable[Statement]) -> list[Statement]:
        return [one for one in statements if not (self.is_narrowed and one.outside)]

    def coverage(self) -> Coverage:
        """Return what this edition knows and how far it is from its aims, by all works."""
        from terkha_db.catalogue.coverage import read_coverage

        return read_coverage(self._reader)

    def is_inside(self, kind: str, row: Row) -> bool:
        """Tell whether what a row tells by itself is inside the lens; a mine always is."""
        return self._reader.sight.counts(kind, row)

    def mentions(self, record_id: str) -> tuple[Statement, ...]:
        """Return the statements of other records that name this one as their value.

        Raises:
            NotFoundError: there is no such record.

        """
        from terkha_db.catalogue import figures

        return tuple(self._inside(figures.read_mentions(self._reader, record_id)))

    def concerned(self, kind: str) -> Mapping[str, tuple[Brief, ...]]:
        """Return the records that claims or events are about, by the ids of those."""
        from terkha_db.catalogue.telling import read_concerned

        return read_concerned(self._reader, kind)

    def made(self, document: str) -> tuple[str, ...]:
        """Return the ids of the claims that a document makes, in order of prominence."""
        from terkha_db.catalogue.telling import read_made

        return read_made(self._reader, document)

    def resting(self) -> Mapping[str, tuple[Source, ...]]:
        """Return the works that the endnotes of each claim name, by the claims' ids."""
        from terkha_db.catalogue.telling import read_resting

        return read_resting(self._reader)

    def sites(self, ids: Iterable[str]) -> Mapping[str, Site]:
        """Return what those of the records that exist are, and which sites they may overlap with.

        One must know it before their figures are added up.
        """
        from terkha_db.catalogue.sites import read_sites

        return read_sites(self._reader, ids)

    def told(self, ids: Iterable[str], name: str) -> Mapping[str, tuple[Statement, ...]]:
        """Return the statements of property ``name`` of many records, by the records' ids."""
        from terkha_db.catalogue import figures

        told = figures.read_told(self._reader, ids, name)
        return {record_id: tuple(self._inside(said)) for record_id, said in told.items()}

    def commodities(self, kind: str) -> Mapping[str, Sequence[tuple[str, str]]]:
        """Return what records of a kind hold, commodity and role, as often as works say so."""
        from terkha_db.catalogue.facts import read_commodities

        return read_commodities(self._reader, kind)

    def cells(self, record_id: str) -> Mapping[str, tuple[Statement, ...]]:
        """Return who says so for each cell of a record's row, by field.

        Raises:
            NotFoundError: there is no such record.

        """
        from terkha_db.catalogue import figures

        return figures.read_cells(self._reader, record_id)

    def tabled(self, record_id: str) -> frozenset[str]:
        """Return the ids of the statements that the row of a record shows.

        Raises:
            NotFoundError: there is no such record.

        """
        from terkha_db.catalogue import figures

        return figures.read_tabled(self._reader, record_id)

    def cell_works(self, kind: str) -> Mapping[str, Mapping[str, Sequence[Place]]]:
        """Return the ids of the works behind every cell of a table, by record and field.

        Under the field "" stand all works that the record's page rests on.
        """
        from terkha_db.catalogue import figures

        return figures.read_cell_works(self._reader, kind)

    def figures(
        self, name: str, commodity: str = "", kinds: Sequence[str] = ("mine",)
    ) -> list[Statement]:
        """Return every published value of a property, whoever says it, for charts."""
        from terkha_db.catalogue import figures

        return self._inside(figures.read_figures(self._reader, name, commodity, kinds))

    def observations(self, series_id: str) -> list[Statement]:
        """Return the observations of a data series in order of their dates.

        Raises:
            NotFoundError: there is no such series.

        """
        from terkha_db.catalogue import figures

        return self._inside(figures.read_observations(self._reader, series_id))

    def series(self, **filters: str) -> list[SeriesInfo]:
        """Return the data series with these facts, as in ``series(commodity="copper")``."""
        from terkha_db.catalogue import figures

        return figures.read_series(self._reader, filters)
