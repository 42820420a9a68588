# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Gathers what a list cites: works of the catalogue and, beside them, the reader's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from terkha_db.citing import Entry, arranged, style_by_id
from terkha_db.citing.own import own_entries
from terkha_db.citing.this_record import record_item
from terkha_db.lens import in_words
from terkha_db.library.selection import Selection
from terkha_db.links import SCHEME
from terkha_db.wording import count

if TYPE_CHECKING:
    from terkha_db.catalogue import Catalogue
    from terkha_db.entities import Cite, Work
    from terkha_db.library.library import Library
    from terkha_db.library.model import OwnWork

_OWN = "work/"


@dataclass(frozen=True, slots=True)
class Cited:
    """What a citation list is made of, before a style is chosen."""

    works: tuple[Work, ...]
    own: tuple[OwnWork, ...] = ()
    lens: str = ""
    """Whose works count and how many are left out, in words; "" where all of them count."""
    records: tuple[Mapping[str, Any], ...] = ()
    """CSL-JSON items of records and views that are cited themselves, as entries of Terkha."""

    @property
    def count(self) -> int:
        """How many works there are, the reader's own and entries of Terkha among them."""
        return len(self.works) + len(self.own) + len(self.records)


def is_own(link: str) -> bool:
    """Tell whether a link leads to a work of the reader's own."""
    return link.startswith(_OWN)


def gather(catalogue: Catalogue, library: Library, ids: Iterable[str]) -> Cited:
    """Return every work that records or single values rest on, and the reader's own that are named.

    Raises:
        NotFoundError: an id leads to no record, or to no work of the library.

    """
    wanted = list(dict.fromkeys(ids))
    records = [one for one in wanted if not is_own(one)]
    return Cited(
        tuple(catalogue.works(records)),
        tuple(library.works.get(one) for one in wanted if is_own(one)),
        lens_words(catalogue, records),
    )


def gather_cites(catalogue: Catalogue, cites: Iterable[Cite]) -> Cited:
    """Return the works that give one value, each with the places in it that do.

    Raises:
        NotFoundError: a work is not of this catalogue.

    """
    places: dict[str, dict[str, None]] = {}
    for cite in cites:
        found = places.setdefault(cite.source.id, {})
        if cite.locator:
            found[cite.locator] = None
    works = catalogue.works(places)
    return Cited(tuple(replace(work, locators=tuple(places[work.id])) for work in works))


def gather_records(catalogue: Catalogue, ids: Iterable[str], accessed: date) -> Cited:
    """Return records as entries of Terkha, to be cited in the place of the works they rest on.

    A citation has no entry of its own worth citing: it stands for the work that it describes. The
    link of a value leads to it in the entry, any other place on a page to the record.

    Raises:
        NotFoundError: an id leads to no record.

    """
    wanted = {_permanent(catalogue, one): one.partition("#")[0] for one in ids}
    edition = catalogue.edition
    works = [one for one in wanted.values() if one.startswith("citation/")]
    briefs = {brief.id: brief for brief in catalogue.briefs(wanted.values())}
    for missing in (one for one in wanted.values() if one not in briefs):
        catalogue.record(missing)
    return Cited(
        tuple(catalogue.works(works)),
        records=tuple(
            record_item(link, briefs[one].title, edition.version, edition.date, accessed)
            for link, one in wanted.items()
            if one not in works
        ),
    )


def view_item(catalogue: Catalogue, link: str, title: str, accessed: date) -> Mapping[str, Any]:
    """Return a view, such as a chart, as an entry of Terkha.

    Args:
        catalogue: the edition of which it is a view.
        link: the link that opens it in any installation.
        title: how it is called, with no marks in it but commas.
        accessed: the day on which it is seen.

    """
    edition = catalogue.edition
    bare = link.removeprefix(f"{SCHEME}:")
    return record_item(bare, title, edition.version, edition.date, accessed)


def _permanent(catalogue: Catalogue, link: str) -> str:
    """Return the link of a value as it is, and that of another place as that of its record."""
    record_id, _, anchor = link.partition("#")
    if not anchor or record_id.startswith("citation/"):
        return record_id
    values = (statement.id for statement in catalogue.record(record_id).statements)
    return link if anchor in values else record_id


def lens_words(catalogue: Catalogue, ids: Iterable[str]) -> str:
    """Return what a lens does to the list of works of records; "" where there is no lens."""
    if not catalogue.lens.is_on:
        return ""
    left_out = catalogue.left_out(ids)
    rest = f"; {count(left_out, 'work')} outside it left out" if left_out else ""
    return f"Lens: {in_words(catalogue.lens)}{rest}."


def kept_ids(catalogue: Catalogue, library: Library, collection: str = "") -> list[str]:
    """Return what can be cited of a collection of the library, or of all that is kept.

    Raises:
        NotFoundError: there is no such collection.

    """
    kept = library.bookmarks.select(Selection(collection=collection))
    return citable(catalogue, library, (bookmark.link for bookmark in kept))


def citable(catalogue: Catalogue, library: Library, links: Iterable[str]) -> list[str]:
    """Return the links by which works can be cited, each once: what :func:`gather` takes.

    A value stands for those who say it; charts, searches and vanished records cite nothing.
    """
    own = {work.link for work in library.works.all()}
    return [
        link
        for link in dict.fromkeys(links)
        if link in own or catalogue.exists(link.partition("#")[0])
    ]


def listed(
    catalogue: Catalogue,
    cited: Cited,
    style_id: str,
    *,
    formatted: bool = True,
    locators: bool = True,
    uses: bool = True,
) -> list[Entry]:
    """Return the entries of a list in the order of its style, or by id where none is wanted.

    Raises:
        KnownError: there is no such style.

    """
    style = style_by_id(style_id)
    entries = catalogue.entries(cited.works, style_id)
    own = [work.csl for work in cited.own]
    if formatted:
        entries += catalogue.own_entries(cited.records, style_id)
        entries += own_entries(own, style, catalogue.csl(style_id) if own else "", entries)
    else:
        entries += [Entry(item) for item in (*own, *cited.records)]
    entries = [
        replace(
            entry,
            locators=entry.locators if locators else (),
            used_for=entry.used_for if uses else (),
        )
        for entry in entries
    ]
    entries = arranged(entries, style if formatted else None)
    if formatted and cited.lens:
        entries.append(Entry.remark(cited.lens))
    return entries
