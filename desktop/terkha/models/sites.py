# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Where records are, as far as a source says so: what maps draw, and what they cannot draw."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from terkha_db.query import Evaluator, parse_query
from terkha_db.query.terms import find_term
from terkha_db.vocabulary import ROLES

if TYPE_CHECKING:
    from terkha_db.catalogue import Catalogue, Row
    from terkha_db.entities import Cite, Statement
    from terkha_db.query.values import Value

_ROLE_ORDER = {role.id: place for place, role in enumerate(ROLES)}


@dataclass(frozen=True, slots=True)
class Site:
    """A record with the point that tables show for it, or without one."""

    id: str
    title: str
    second: str = ""
    lon: float | None = None
    lat: float | None = None
    precision: str = ""
    """``site``, ``locality`` or ``county``; empty where no source gives a point."""
    commodity: str = ""
    """Slug of the first commodity: it gives the mark its shape and colour."""
    commodities: frozenset[str] = frozenset()
    cites: tuple[Cite, ...] = ()
    """Who gives the point."""
    note: str = ""
    outside: bool = False
    """True where the point rests on no work inside the lens."""
    values: Mapping[str, Value] = field(default_factory=dict)
    """Its row in the table of its kind."""

    @property
    def is_placed(self) -> bool:
        """Whether it can be drawn at all."""
        return self.lon is not None and self.lat is not None

    @property
    def is_mine(self) -> bool:
        """Whether commodities give it its colour."""
        return self.id.startswith("mine/")

    @property
    def point(self) -> tuple[float, float]:
        """Longitude and latitude; only of what is placed."""
        assert self.lon is not None
        assert self.lat is not None
        return self.lon, self.lat

    def text(self, name: str) -> str:
        """Return one value of its row as text; "" where there is none."""
        value = self.values.get(name)
        return "" if value is None else str(value)


def read_sites(catalogue: Catalogue, ids: Iterable[str] | None = None) -> list[Site]:
    """Return all mines in the order of their table, or those of them that are asked for."""
    rows = catalogue.rows("mine", ids=ids)
    known = [row.id for row in rows]
    points = catalogue.told(known, "point")
    commodities = catalogue.told(known, "commodity")
    return [_site(row, points.get(row.id, ()), commodities.get(row.id, ())) for row in rows]


def shown_point(statements: Sequence[Statement]) -> Statement | None:
    """Return the point that tables show, of all that are stated."""
    placed = [one for one in statements if one.property == "point" and one.lat is not None]
    return next((one for one in placed if one.rank == "preferred"), placed[0] if placed else None)


def _site(row: Row, points: Sequence[Statement], commodities: Sequence[Statement]) -> Site:
    said = shown_point(points)
    ordered = sorted(commodities, key=lambda one: _ROLE_ORDER.get(one.role, len(_ROLE_ORDER)))
    slugs = [brief.id.partition("/")[2] for one in ordered for brief in one.records]
    return Site(
        row.id,
        str(row.values["title"]),
        str(row.values["second"] or ""),
        said.lon if said else None,
        said.lat if said else None,
        said.precision if said else "",
        slugs[0] if slugs else "",
        frozenset(slugs),
        said.cites if said else (),
        said.note if said else "",
        said.outside if said else False,
        row.values,
    )


def impacted(catalogue: Catalogue) -> frozenset[str]:
    """Return the ids of the mines that an impact or a protest is recorded of."""
    index = catalogue.index("event")
    told = Evaluator(index).rows(parse_query("kind:impact"))
    concerned = index.masks(find_term("event", "about"))
    return frozenset(name for name, mask in concerned.items() if mask & told)


def by_province(sites: Iterable[Site]) -> dict[str, list[Site]]:
    """Return sites by the first province stated, the fullest first; under "" those of none."""
    found: dict[str, list[Site]] = defaultdict(list)
    for site in sites:
        found[site.text("province").split(";")[0].strip()].append(site)
    return dict(sorted(found.items(), key=lambda pair: (not pair[0], -len(pair[1]), pair[0])))


def place_called(catalogue: Catalogue, words: str) -> tuple[str, float, float] | None:
    """Return title, longitude and latitude of the place that is called so; None without a point."""
    for hit in catalogue.search(words, kinds=("place",), limit=5):
        said = shown_point(catalogue.told((hit.id,), "point").get(hit.id, ()))
        if said is not None and said.lon is not None and said.lat is not None:
            return hit.title, said.lon, said.lat
    return None
