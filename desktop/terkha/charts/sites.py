# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""How many sites there are by commodity, province, elevation and kind, divided by status."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from terkha.charts.base import Axis, Chart, Picture
from terkha.charts.counts import Counted, keys, source_of, stack
from terkha.charts.phrases import Phrases
from terkha.charts.words import MINES, capital, edition_words, noop, translate
from terkha_db.entities import Cite
from terkha_db.vocabulary import STATUSES
from terkha_db.wording import SPACE, count, format_word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from terkha_db.catalogue import Catalogue
    from terkha_db.entities import Statement

_ROLES = frozenset({"primary", "product"})
_UNKNOWN = "unknown"
_STEP = 500
_PAGE = "page/mines"


@dataclass(frozen=True, slots=True)
class _Member:
    """A site as a member of a group, and the works that say so."""

    group: str
    name: str
    site: str
    cites: tuple[Cite, ...]


def draw(catalogue: Catalogue, chart: Chart) -> Picture:
    """Return stacked bars; belts and regions are left out, for they hold the sites."""
    sites = {row.id for row in catalogue.rows("mine")}
    heads = (catalogue.record(site, at_once=False) for site in sites)
    belts = {head.id for head in heads if head.facts.get("region_wide")}
    statuses = _preferred(catalogue, "status")
    members = {
        (one.group, one.site): one
        for one in _MEMBERS[chart.about](catalogue)
        if one.site not in belts
    }
    names = {one.group: one.name for one in members.values()}
    kinds = {choice.id: choice.label for choice in STATUSES}
    bars = stack(
        (_counted(one, statuses.get(one.site)) for one in members.values()),
        kinds,
        names.__getitem__,
        lambda group: group if "/" in group else _PAGE,
        by_name=chart.about == "elevation",
    )
    counted = {one.site for one in members.values()}
    return Picture(
        id=chart.id,
        title=translate("Charts", chart.title),
        lead=_lead(chart.about),
        x=Axis(0, bars.longest, translate("Charts", "sites"), whole=True),
        marks=bars.marks,
        rows=bars.rows,
        keys=keys(kinds),
        notes=_notes(chart.about, len(belts), len(sites - belts - counted)),
        summary=f"{count(len(bars.rows), 'bar')}, {count(len(counted), 'site')}",
        edition=edition_words(catalogue.edition),
    )


def _counted(member: _Member, status: Statement | None) -> Counted:
    cites = (*member.cites, *(status.cites if status else ()))
    return Counted(member.site, member.group, status.text if status else _UNKNOWN, cites)


def _preferred(catalogue: Catalogue, name: str) -> dict[str, Statement]:
    """Return the statement of a property that tables show, by site."""
    return {each.record: each for each in catalogue.figures(name) if each.rank == "preferred"}


def _by_commodity(catalogue: Catalogue) -> Iterator[_Member]:
    """Yield a site for every primary commodity that it has."""
    for said in catalogue.figures("commodity"):
        if said.role in _ROLES:
            for brief in said.records:
                yield _Member(brief.id, capital(brief.title), said.record, said.cites)


def _by_province(catalogue: Catalogue) -> Iterator[_Member]:
    for said in catalogue.figures("province"):
        for brief in said.records:
            yield _Member(brief.id, brief.title, said.record, said.cites)


def _by_elevation(catalogue: Catalogue) -> Iterator[_Member]:
    """Yield a site in a band of its lowest published elevation."""
    for site, said in _preferred(catalogue, "elevation").items():
        lowest = next(each for each in (said.value, said.low, said.high) if each is not None)
        floor = int(lowest // _STEP) * _STEP
        name = f"{floor:,}–{floor + _STEP - 1:,}{SPACE}m"
        yield _Member(str(floor), name, site, said.cites)


def _by_kind(catalogue: Catalogue) -> Iterator[_Member]:
    """Yield a site with all works that its page rests on: its kind is a sum of what they say."""
    behind = catalogue.cell_works("mine")
    rows = catalogue.rows("mine")
    places = {row.id: behind.get(row.id, {}).get("", ()) for row in rows}
    ids = {work for found in places.values() for work, _ in found}
    works = {work.id: source_of(work) for work in catalogue.works(sorted(ids))}
    for row in rows:
        kind = str(row.values["site_kind"])
        cites = tuple(Cite(works[work], locator) for work, locator in places[row.id])
        if cites:
            yield _Member(kind, format_word(kind), row.id, cites)


_MEMBERS: Mapping[str, Callable[[Catalogue], Iterator[_Member]]] = {
    "commodity": _by_commodity,
    "province": _by_province,
    "elevation": _by_elevation,
    "kind": _by_kind,
}


def _lead(about: str) -> str:
    groups = {
        "commodity": translate("Charts", "by primary commodity"),
        "province": translate("Charts", "by province or region, as the sources place them"),
        "elevation": translate("Charts", "by their lowest published elevation"),
        "kind": translate("Charts", "by kind"),
    }
    words = translate(
        "Charts",
        "Number of mines, deposits, salt lakes and plants %s, divided by what the latest source "
        "says is going on there.",
    )
    return words % groups[about]


def _notes(about: str, belts: int, others: int) -> tuple[str, ...]:
    told = {
        "commodity": translate(
            "Charts", "A site with two primary commodities is counted under each: do not add bars."
        ),
        "province": translate(
            "Charts", "A site that lies in two provinces is counted in each: do not add bars."
        ),
        "elevation": translate("Charts", "Few sources give an elevation."),
        "kind": translate("Charts", "The kind is this catalogue’s word for what the works tell."),
    }[about]
    unknown = translate(
        "Charts", "“Unknown” means that no source for the status is recorded in this edition."
    )
    missed = {
        "commodity": translate("Charts", "a recorded primary commodity"),
        "province": translate("Charts", "a recorded province or region"),
        "elevation": translate("Charts", "a recorded elevation"),
        "kind": translate("Charts", "a work that tells of them"),
    }[about]
    left = (Phrases().sites_untold(others, missed),) if others else ()
    return (f"{told} {unknown}", *left, Phrases().belts_left_out(belts))


SITES = tuple(
    Chart(
        f"sites-by-{about}",
        title,
        MINES,
        noop("How many sites are worked or explored, by status."),
        draw,
        family=noop("Sites by status"),
        subject=noop(capital(about)),
        about=about,
    )
    for about, title in (
        ("commodity", noop("Sites by commodity and status")),
        ("province", noop("Sites by province and status")),
        ("elevation", noop("Sites by elevation and status")),
        ("kind", noop("Sites by kind and status")),
    )
)
