# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""How many sites there are by commodity and status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from terkha.charts.base import Axis, Chart, Picture
from terkha.charts.counts import Counted, keys, stack
from terkha.charts.phrases import Phrases
from terkha.charts.words import MINES, edition_words, noop, translate
from terkha_db.vocabulary import STATUSES
from terkha_db.wording import count

if TYPE_CHECKING:
    from terkha_db.catalogue import Catalogue
    from terkha_db.entities import Statement

_ROLES = frozenset({"primary", "product"})
_UNKNOWN = "unknown"


def draw(catalogue: Catalogue) -> Picture:
    """Return stacked bars: a site counts once for every primary commodity."""
    belts = {
        row.id
        for row in catalogue.rows("mine")
        if catalogue.record(row.id).facts.get("region_wide")
    }
    statuses = {
        statement.record: statement
        for statement in catalogue.figures("status")
        if statement.rank == "preferred"
    }
    sites = {
        (brief.id, statement.record): _counted(brief.id, statement, statuses)
        for statement in catalogue.figures("commodity")
        if statement.role in _ROLES and statement.record not in belts
        for brief in statement.records
    }
    titles = {brief.id: brief.title for brief in catalogue.briefs({key[0] for key in sites})}
    kinds = {choice.id: choice.label for choice in STATUSES}
    bars = stack(sites.values(), kinds, lambda group: _capital(titles[group]), lambda group: group)
    mines = {record for _, record in sites}
    return Picture(
        id=SITES.id,
        title=translate("Charts", "Sites by commodity and status"),
        lead=translate(
            "Charts",
            "Number of mines, deposits, salt lakes and plants by primary commodity, divided by "
            "what the latest source says is going on there.",
        ),
        x=Axis(0, bars.longest, translate("Charts", "sites"), whole=True),
        marks=bars.marks,
        rows=bars.rows,
        keys=keys(kinds),
        notes=(
            translate(
                "Charts",
                "A site with two primary commodities is counted under each: do not add the bars. "
                "“Unknown” means that no source for the status is recorded in this edition.",
            ),
            Phrases().belts_left_out(len(belts)),
        ),
        summary=f"{count(len(bars.rows), 'commodity', 'commodities')}, {count(len(mines), 'site')}",
        edition=edition_words(catalogue.edition),
    )


def _counted(commodity: str, said: Statement, statuses: dict[str, Statement]) -> Counted:
    status = statuses.get(said.record)
    cites = (*said.cites, *(status.cites if status else ()))
    return Counted(said.record, commodity, status.text if status else _UNKNOWN, cites)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


SITES = Chart(
    "sites-by-commodity",
    noop("Sites by commodity and status"),
    MINES,
    noop("How many sites are worked or explored for each commodity, by status."),
    draw,
)
