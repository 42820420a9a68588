# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The rows of a table as a page to be read: events by year, claims by topic and document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from terkha.pages import markup
from terkha.pages.material import Material
from terkha.pages.writer import Translate, Writer
from terkha_db.entities import Brief, Record, Source, Statement

if TYPE_CHECKING:
    from terkha_db.catalogue import Catalogue, Row
    from terkha_db.lens import Lens

_SAID = {"event": "occurrence", "claim": "claim"}
"""The property that tells what happened, or what is claimed."""


@dataclass(frozen=True, slots=True)
class Telling:
    """Rows of events or claims with what a page tells of them."""

    kind: str
    title: str
    link: str
    """Link of the page as the state knows it, for the foot of printed sheets."""
    rows: tuple[Row, ...]
    told: Mapping[str, tuple[Statement, ...]]
    concerned: Mapping[str, tuple[Brief, ...]]
    resting: Mapping[str, tuple[Source, ...]]
    """The works behind the endnotes of claims."""
    documents: Mapping[str, Brief]
    """The documents that make the claims, by the claims' ids."""

    lens: Lens

    def writer(self, translate: Translate, opened: frozenset[str]) -> Writer:
        """Return a writer for the page."""
        rows = {row.id: row.values for row in self.rows}
        record = Record(self.link, "page", self.title, "", "", "", {})
        material = Material(record, told=self.told, rows=rows, lens=self.lens)
        writer = Writer(material, translate, opened)
        if not self.rows:
            words = translate(
                "Pages", "Nothing here matches all filters. Clear all brings it back."
            )
            writer.add(markup.paragraph("body", markup.text(words), "gap"))
        return writer


def gather_telling(
    catalogue: Catalogue, kind: str, rows: Sequence[Row], title: str, link: str
) -> Telling:
    """Collect what a page tells of rows of events or claims."""
    ids = [row.id for row in rows]
    told = catalogue.told(ids, _SAID[kind])
    is_claim = kind == "claim"
    making = {
        name: said[0].cites[0].source.id for name, said in told.items() if said and said[0].cites
    }
    documents = {one.id: one for one in catalogue.briefs(dict.fromkeys(making.values()))}
    return Telling(
        kind,
        title,
        link,
        tuple(rows),
        told,
        catalogue.concerned(kind),
        catalogue.resting() if is_claim else {},
        {name: documents[work] for name, work in making.items()} if is_claim else {},
        catalogue.lens,
    )
