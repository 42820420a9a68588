# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Writes classic BibTeX: fourteen types, no dates but year and month."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from terkha_db.citing import bib, latex, losses
from terkha_db.citing.bib import Kind
from terkha_db.citing.listing import lines_under

if TYPE_CHECKING:
    from terkha_db.citing.entry import Entry

_WORK = {"author": "author", "editor": "editor", "title": "title"}
_BOOK = _WORK | {
    "publisher": "publisher",
    "publisher-place": "address",
    "collection-title": "series",
    "collection-number": "number",
    "edition": "edition",
    "volume": "volume",
    "ISBN": "isbn",
}
_PART = _BOOK | {"container-title": "booktitle", "page": "pages"}
# An entry of an online work of reference has no publisher, nor has many a report a body behind it
# or a book that is only online: BibTeX misses both in types of its own, and nothing in @misc.
_IN_BOOK = Kind("incollection", _PART, ("container-title", "publisher"))
_ARTICLE = Kind(
    "article",
    {
        "author": "author",
        "title": "title",
        "container-title": "journal",
        "volume": "volume",
        "issue": "number",
        "page": "pages",
        "ISSN": "issn",
    },
    ("container-title",),
)
_THESIS = {
    "author": "author",
    "title": "title",
    "genre": "type",
    "publisher": "school",
    "publisher-place": "address",
}
_MISC = Kind("misc", _WORK | {"container-title": "howpublished", "publisher": "publisher"})

_KINDS: dict[str, Kind] = {
    "article-journal": _ARTICLE,
    "article-magazine": _ARTICLE,
    "article-newspaper": _ARTICLE,
    "review": _ARTICLE,
    "review-book": _ARTICLE,
    "book": Kind("book", _BOOK, ("publisher",)),
    "chapter": _IN_BOOK,
    "entry": _IN_BOOK,
    "entry-dictionary": _IN_BOOK,
    "entry-encyclopedia": _IN_BOOK,
    "paper-conference": Kind("inproceedings", _PART, ("container-title",)),
    "report": Kind(
        "techreport",
        {
            "author": "author",
            "title": "title",
            "genre": "type",
            "number": "number",
            "publisher": "institution",
            "publisher-place": "address",
        },
        ("publisher",),
    ),
    "thesis": Kind("phdthesis", _THESIS),
    "manuscript": Kind("unpublished", {"author": "author", "title": "title"}, ("author",)),
}
_MASTER = Kind("mastersthesis", _THESIS)
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

_LOST: losses.Lost = (
    ("the kind of work", lambda item: _kind(item) is _MISC and item["type"] != "webpage"),
    ("the day", losses.has_day),
    ("that a date is about", losses.has_doubt),
    ("the language", lambda item: "language" in item),
    ("the date of access", lambda item: "accessed" in item),
    ("the first outlet of a repost", lambda item: "original-publisher" in item.get("custom", {})),
)


def write(entries: Sequence[Entry]) -> bytes:
    """Write the entries in the order given."""
    return bib.dump(_entry(entry) for entry in entries)


def loses(entries: Sequence[Entry]) -> str:
    """Name what BibTeX has no field for."""
    lost = losses.listed(_LOST, entries)
    return f"BibTeX has no field for {lost}; {losses.KEPT}." if lost else ""


def _entry(entry: Entry) -> tuple[str, str, dict[str, str]]:
    kind = _kind(entry.csl)
    fields = bib.braced(bib.placed(entry.csl, kind))
    if "author" not in fields:
        # By which BibTeX's styles sort and label what has no author; they do not print it.
        fields["key"] = f"{{{latex.escape(entry.csl['title'])}}}"
    fields |= _dates(entry.csl)
    if lines := lines_under(entry):
        fields["annote"] = f"{{{latex.escape('. '.join(lines) + '.')}}}"
    return kind.name, entry.id, fields


def _kind(item: Mapping[str, Any]) -> Kind:
    kind = _KINDS.get(item["type"], _MISC)
    if item["type"] == "thesis" and "master" in item.get("genre", "").lower():
        kind = _MASTER
    return bib.kind_for(item, (kind, _MISC))


def _dates(item: Mapping[str, Any]) -> dict[str, str]:
    """Give year and month; the months are macros of BibTeX, hence without braces.

    A span is written "1997/1999", as programs that import BibTeX read it; styles print it so.
    """
    dates = item.get("issued", {}).get("date-parts", [])
    if not dates:
        return {}
    years = dict.fromkeys(str(parts[0]) for parts in dates)
    fields = {"year": f"{{{'/'.join(years)}}}"}
    if len(dates) == 1 and len(dates[0]) > 1:
        fields["month"] = _MONTHS[dates[0][1] - 1]
    return fields
