# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Finds the works, of the catalogue and of the reader, that a work looks like."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from terkha_db.library.same import looks_like

if TYPE_CHECKING:
    from terkha_db.catalogue import Catalogue
    from terkha_db.library.library import Library

_MOST = 12


@dataclass(frozen=True, slots=True)
class Twin:
    """A work that another looks like."""

    link: str
    """``citation/…`` in the catalogue, ``work/…`` among the reader's own."""
    title: str
    about: str
    """Its author and year, as far as they are known."""


def twins_of(
    catalogue: Catalogue, library: Library, item: Mapping[str, Any], besides: str = ""
) -> list[Twin]:
    """Return the works that a CSL-JSON item looks like, the catalogue's first.

    Args:
        catalogue: whose works are looked through.
        library: whose works are looked through too.
        item: the work; one without title and DOI looks like none.
        besides: the link of the work itself, if it is kept already.

    """
    title, doi = str(item.get("title", "")), str(item.get("DOI", ""))
    # A title of one plain word is found by where it was published.
    placed = f"{title} {item.get('container-title', '')}"
    asked = [text for text in (doi, placed, title, title.partition(":")[0]) if text.strip()]
    hits = dict.fromkeys(
        hit.id for text in asked for hit in catalogue.search(text, kinds=["citation"], limit=_MOST)
    )
    ours = catalogue.works(hits)
    theirs = library.works.all() if asked else ()
    known = [
        *((work.id, work.title, work.csl) for work in ours),
        *((own.link, own.title, own.csl) for own in theirs if own.link != besides),
    ]
    return [Twin(link, called, _about(csl)) for link, called, csl in known if looks_like(csl, item)]


def _about(item: Mapping[str, Any]) -> str:
    first = (item.get("author") or [{}])[0]
    name = first.get("family") or first.get("literal") or "no author"
    parts = item.get("issued", {}).get("date-parts", [["undated"]])
    return f"{name}, {parts[0][0]}"
