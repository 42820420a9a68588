# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What a page is written from: the record and everything that other records say about it."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from terkha.charted import AREAS, PRODUCTION
from terkha_db.entities import Brief, Record, Source, Statement, Work
from terkha_db.later import FirstOf, InParts, Later, LaterMapping
from terkha_db.lens import OPEN, Lens

if TYPE_CHECKING:
    from terkha_db.catalogue import Catalogue
    from terkha_db.catalogue.figures import SeriesInfo

Told = Mapping[str, tuple[Statement, ...]]
Value = str | float | int | None

ROLES = ("operator", "owner", "contractor")
"""In which an organisation stands to a site."""
_GENERIC = re.compile(r"\s+(?:basin|lake|salt lake)$")
_RIVERS = "river-system"
_WATERS = ("basin", "lake", "salt-lake")
_OWNED = ("mine", "organisation")
# Figures of a commodity that its page lists site by site.
_COMPARED = ("resource", "reserve")


@dataclass(frozen=True, slots=True)
class Reference:
    """A work as the reader's citation style formats it."""

    style: str
    """Label of the style."""
    html: str
    text: str


@dataclass(frozen=True, slots=True)
class Material:
    """A record with its surroundings; a page needs nothing else."""

    record: Record
    mentions: Sequence[Statement] = ()
    """Statements of other records that name this one as their value."""
    measured: Sequence[Statement] = ()
    """Resources and reserves of sites; only on the page of a commodity."""
    told: Told = field(default_factory=dict)
    """What events and claims say, by their ids."""
    rows: Mapping[str, Mapping[str, Value]] = field(default_factory=dict)
    """The rows of events and claims in their tables, by their ids."""
    briefs: Mapping[str, Brief] = field(default_factory=dict)
    """Records whose statements appear here, by id."""
    tabled: Collection[str] = frozenset()
    """Ids of the record's statements that the table of its kind shows."""
    today: str = ""
    """Date of the edition, from which values are called old; "" where nothing is."""
    owners: Told = field(default_factory=dict)
    """Who owns the organisations that this record names, and who owns those, by their ids."""
    held: Sequence[Statement] = ()
    """Statements of sites that name a company which this organisation owns."""
    lens: Lens = OPEN
    """Whose works count."""
    waters: Sequence[Statement] = ()
    """Where the water of mines goes; only on the page of a river, lake or basin."""
    over_time: Sequence[tuple[SeriesInfo, tuple[Statement, ...]]] = ()
    """Series of production and reserves with their values; only on the page of a commodity."""
    work: Work | None = None
    """Only on the page of a citation."""
    reference: Reference | None = None
    made: Sequence[str] = ()
    """Ids of the claims that the work makes; only on the page of a citation."""
    supports: Sequence[Statement | Brief] = ()
    """Everything that rests on the work; only on the page of a citation."""

    def cell(self, record_id: str, name: str) -> str:
        """Return one field of an event's or claim's row; "" where it is not recorded."""
        value = self.rows.get(record_id, {}).get(name)
        return "" if value is None else str(value)

    @property
    def sources(self) -> Mapping[str, Source]:
        """The works of the record, by the slug that notes name them by."""
        return {source.id.partition("/")[2]: source for source in self.record.works}


def gather(catalogue: Catalogue, record_id: str, style: str) -> Material:
    """Collect what the page of ``record_id`` needs; ``style`` is the id of a citation style.

    What surrounds the record is read when a part of the page looks at it.

    Raises:
        NotFoundError: there is no such record.

    """
    record = catalogue.record(record_id, at_once=False)
    around = _Around(catalogue, record)
    owners = LaterMapping(lambda: _owners(catalogue, record))
    work = reference = None
    if record.kind == "citation":
        work = catalogue.works((record_id,))[0]
        reference = _reference(catalogue, work, style)
    return Material(
        record=record,
        mentions=around.mentions,
        measured=around.measured,
        told=InParts(Later(around.telling), around.told),
        rows=LaterMapping(around.rows),
        briefs=FirstOf(
            LaterMapping(lambda: around.briefs(around.mentions)),
            LaterMapping(lambda: around.briefs(around.measured, around.supports)),
            LaterMapping(lambda: around.briefs(around.held, around.waters, *owners.values())),
        ),
        tabled=LaterMapping(lambda: dict.fromkeys(catalogue.tabled(record_id))),
        today=catalogue.edition.date,
        owners=owners,
        held=around.held,
        waters=around.waters,
        over_time=Later(lambda: _over_time(catalogue, record)),
        lens=catalogue.lens,
        work=work,
        reference=reference,
        made=around.made,
        supports=around.supports,
    )


class _Around:
    """What other records say about one, each part read when it is looked at."""

    def __init__(self, catalogue: Catalogue, record: Record) -> None:
        self._catalogue = catalogue
        self._record = record
        is_work = record.kind == "citation"
        self.made = Later(lambda: catalogue.made(record.id) if is_work else ())
        self.supports = Later(lambda: catalogue.supports(record.id) if is_work else ())
        self.mentions = Later(lambda: catalogue.mentions(record.id))
        self.measured = Later(self._measured)
        self.held = Later(lambda: _held(catalogue, record, self.mentions))
        self.waters = Later(lambda: _waters(catalogue, record))

    def telling(self) -> list[str]:
        """Return the events and claims that the page tells, in the order in which it does."""
        if self.made:
            return list(self.made)
        record = self._record
        briefs = (*record.events, *record.claims)
        return list(dict.fromkeys([record.id, *(brief.id for brief in briefs)]))

    def told(self, ids: Sequence[str]) -> Told:
        """Return what some of them say."""
        return {
            **self._catalogue.told(_of_kind("event", ids), "occurrence"),
            **self._catalogue.told(_of_kind("claim", ids), "claim"),
        }

    def rows(self) -> dict[str, Mapping[str, Value]]:
        """Return the rows of all events and claims: they are in memory once one was asked for."""
        kinds = ("claim", "event")
        found = (row for kind in kinds for row in self._catalogue.rows(kind, sort=()))
        return {row.id: row.values for row in found}

    def briefs(self, *statements: Sequence[Statement | Brief]) -> dict[str, Brief]:
        """Return the records that make these statements."""
        about = {one.record for said in statements for one in said if isinstance(one, Statement)}
        return {brief.id: brief for brief in self._catalogue.briefs(sorted(about))}

    def _measured(self) -> list[Statement]:
        kind, _, slug = self._record.id.partition("/")
        asked = _COMPARED if kind == "commodity" else ()
        return [one for name in asked for one in self._catalogue.figures(name, slug)]


def _of_kind(kind: str, ids: Sequence[str]) -> list[str]:
    return [one for one in ids if one.startswith(f"{kind}/")]


def _owners(catalogue: Catalogue, record: Record) -> Told:
    """Return the owners of the organisations that a record names, level by level."""
    if record.kind not in _OWNED:
        return {}
    asked = [
        brief.id for one in record.statements if one.property in ROLES for brief in one.records
    ]
    owners: dict[str, tuple[Statement, ...]] = {}
    while asked:
        found = catalogue.told(asked, "owner")
        owners |= found
        above = [one.id for said in found.values() for owner in said for one in owner.records]
        asked = [one for one in dict.fromkeys(above) if one not in owners and one != record.id]
    return owners


def _held(
    catalogue: Catalogue, record: Record, mentions: Sequence[Statement]
) -> tuple[Statement, ...]:
    """Return what sites say of the companies that an organisation owns, and of those they own."""
    if record.kind != "organisation":
        return ()
    held: list[Statement] = []
    known, asked = {record.id}, list(mentions)
    while asked:
        owned = [one.record for one in asked if one.property == "owner" and _is_company(one.record)]
        fresh = [one for one in dict.fromkeys(owned) if one not in known]
        known.update(fresh)
        asked = [one for company in fresh for one in catalogue.mentions(company)]
        held += [one for one in asked if one.property in ROLES and not _is_company(one.record)]
    return tuple(held)


def _waters(catalogue: Catalogue, record: Record) -> tuple[Statement, ...]:
    """Return what mines say of their river or basin where the record is of waters.

    A page of many rivers tells all of it; one of a single water what names it.
    """
    level = record.facts.get("level", "")
    if level not in (_RIVERS, *_WATERS):
        return ()
    said = catalogue.figures("river-basin")
    spellings = (record.title, *(name.text for name in record.names))
    names = {_GENERIC.sub("", spelling.casefold()) for spelling in spellings}
    return tuple(
        one
        for one in said
        if level == _RIVERS or any(name in one.text.casefold() for name in names)
    )


def _over_time(
    catalogue: Catalogue, record: Record
) -> tuple[tuple[SeriesInfo, tuple[Statement, ...]], ...]:
    """Return the series of a commodity that charts draw, with what each observed."""
    commodity = record.id.partition("/")[2]
    if record.kind != "commodity" or commodity not in PRODUCTION:
        return ()
    # Asked for once: what all series are about is read each time.
    known = {(one.measure, one.area): one for one in catalogue.series(commodity=commodity)}
    wanted = ((measure, area) for measure in ("production", "reserves") for area in AREAS)
    found = (known[one] for one in wanted if one in known)
    return tuple((series, tuple(catalogue.observations(series.id))) for series in found)


def _is_company(record_id: str) -> bool:
    return record_id.startswith("organisation/")


def _reference(catalogue: Catalogue, work: Work, style: str) -> Reference:
    from terkha_db.citing import style_by_id

    entry = catalogue.entries((work,), style)[0]
    return Reference(style_by_id(style).label, entry.html, entry.text)
