# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Writes BibLaTeX that satisfies biber's data model without a warning."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from terkha_db.citing import bib, latex, losses
from terkha_db.citing.bib import Kind
from terkha_db.citing.listing import lines_under

if TYPE_CHECKING:
    from terkha_db.citing.entry import Entry

_WORK = {"author": "author", "editor": "editor", "title": "title"}
_PRINT = {"publisher": "publisher", "publisher-place": "location"}
_BOOK = (
    _WORK
    | _PRINT
    | {
        "translator": "translator",
        "collection-title": "series",
        "collection-number": "number",
        "edition": "edition",
        "volume": "volume",
        "ISBN": "isbn",
    }
)
_PART = _BOOK | {"container-title": "booktitle", "page": "pages"}
_ISSUED_BY = {
    "author": "author",
    "title": "title",
    "genre": "type",
    "publisher": "institution",
    "publisher-place": "location",
}
_MISC = _WORK | {
    "genre": "type",
    "container-title": "howpublished",
    "publisher": "organization",
    "publisher-place": "location",
    "version": "version",
}

_ARTICLE = Kind(
    "article",
    _WORK
    | {
        "translator": "translator",
        "container-title": "journaltitle",
        "volume": "volume",
        "issue": "number",
        "page": "pages",
        "version": "version",
        "ISSN": "issn",
    },
    ("author", "container-title"),
)
_ONLINE = Kind(
    "online",
    _WORK | {"container-title": "organization", "publisher": "organization", "version": "version"},
    ("URL|DOI",),
)
_MISCELLANEOUS = Kind("misc", _MISC)
_INBOOK = Kind("inbook", _PART, ("author", "container-title"))
_COLLECTED = Kind("incollection", _PART, ("author", "editor", "container-title"))
_REFERENCE = Kind("inreference", _PART, ("author", "editor", "container-title"))
_BOOKS = Kind("book", _BOOK, ("author",))
_REPORT = Kind(
    "report",
    _ISSUED_BY | {"number": "number", "page": "pages", "version": "version"},
    ("author", "publisher"),
)
_THESIS = Kind("thesis", _ISSUED_BY, ("author", "publisher"))
_UNPUBLISHED = Kind(
    "unpublished",
    {"author": "author", "title": "title", "genre": "type", "publisher": "howpublished"}
    | {"event-title": "eventtitle", "event-place": "venue"},
    ("author",),
)
_DATASET = Kind(
    "dataset",
    _WORK
    | _PRINT
    | {"genre": "type", "container-title": "organization", "number": "number"}
    | {"collection-title": "series", "edition": "edition", "version": "version"},
)
_SOFTWARE = Kind("software", _MISC)
_PROCEEDINGS = Kind(
    "inproceedings",
    _PART | {"event-title": "eventtitle", "event-place": "venue"},
    ("author", "container-title"),
)

# CSL types and the kinds of entry to be tried; whatever is left is online or misc.
_KINDS: dict[str, tuple[Kind, ...]] = {
    "article-journal": (_ARTICLE,),
    "article-magazine": (_ARTICLE,),
    "article-newspaper": (_ARTICLE,),
    "review": (_ARTICLE,),
    "review-book": (_ARTICLE,),
    "book": (_BOOKS,),
    "chapter": (_COLLECTED, _INBOOK),
    "entry": (_REFERENCE, _INBOOK),
    "entry-dictionary": (_REFERENCE, _INBOOK),
    "entry-encyclopedia": (_REFERENCE, _INBOOK),
    "paper-conference": (_PROCEEDINGS, _UNPUBLISHED),
    "report": (_REPORT,),
    "thesis": (_THESIS,),
    "dataset": (_DATASET,),
    "software": (_SOFTWARE,),
    "manuscript": (_UNPUBLISHED,),
    "speech": (_UNPUBLISHED,),
}
_SUBTYPES = {"article-newspaper": "newspaper", "article-magazine": "magazine"}
_GENRES = {"report": "Report", "thesis": "Thesis"}
# Types that their kind of entry says by itself.
_SAID = {"webpage", "document", "book", "thesis", "report", "dataset", "software"}

#: Names of languages by BCP 47 tag; the reader turns them round.
LANGUAGES = {
    "bo": "tibetan",
    "ca": "catalan",
    "da": "danish",
    "de": "ngerman",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "it": "italian",
    "ja": "japanese",
    "nl": "dutch",
    "no": "norsk",
    "pl": "polish",
    "ru": "russian",
    "sv": "swedish",
    "vi": "vietnamese",
    "zh-Hans": "chinese-hans",
    "zh-Hant": "chinese-hant",
}
# ISO 8601-2 for “some year”: biber demands a date of nearly every type, and prints none for this.
_UNDATED = 4 * "X"
_UNPRINTED: losses.Lost = (("what has no date", lambda item: not _edtf(item.get("issued"))),)


def write(entries: Sequence[Entry]) -> bytes:
    """Write the entries in the order given."""
    return bib.dump(_entry(entry) for entry in entries)


def loses(entries: Sequence[Entry]) -> str:
    """Say what many styles make of works without a date; all else is kept, if only in the note."""
    undated = losses.listed(_UNPRINTED, entries)
    return (
        f"LaTeX styles that put the year in brackets leave them empty for {undated}: a line in the "
        "manual, under Citing, has them print “n.d.”."
        if undated
        else ""
    )


def _entry(entry: Entry) -> tuple[str, str, dict[str, str]]:
    item = entry.csl
    kind = bib.kind_for(item, (*_KINDS.get(item["type"], ()), _ONLINE, _MISCELLANEOUS))
    fields = bib.placed(item, kind) | _dates(item) | _keys(item, kind)
    if kind.name in _GENRES:
        fields.setdefault("type", _GENRES[kind.name])
    if lines := lines_under(entry):
        fields["annotation"] = latex.escape(". ".join(lines) + ".")
    return kind.name, entry.id, bib.braced(fields)


def _keys(item: Mapping[str, Any], kind: Kind) -> dict[str, str]:
    """Give the fields by which programs choose drivers and hyphenation."""
    keys = {}
    if kind is _ARTICLE and item["type"] in _SUBTYPES:
        keys["entrysubtype"] = _SUBTYPES[item["type"]]
    elif kind in (_ONLINE, _MISCELLANEOUS) and item["type"] not in _SAID:
        keys["keywords"] = item["type"]
    language = item.get("language", "")
    if langid := LANGUAGES.get(language) or LANGUAGES.get(language.partition("-")[0]):
        keys["langid"] = langid
    return keys


def _dates(item: Mapping[str, Any]) -> dict[str, str]:
    custom = item.get("custom", {})
    dates = {"date": _edtf(item.get("issued")) or _UNDATED}
    for variable, field in (("accessed", "urldate"), ("event-date", "eventdate")):
        if date := _edtf(item.get(variable)):
            dates[field] = date
    if "original-date" in custom:
        dates["origdate"] = custom["original-date"]
    if "original-publisher" in custom:
        dates["origpublisher"] = latex.literals([custom["original-publisher"]])
    return dates


def _edtf(date: Mapping[str, Any] | None) -> str:
    if not date:
        return ""
    about = "~" if date.get("circa") else ""
    return "/".join(
        "-".join(f"{part:0{4 if place == 0 else 2}}" for place, part in enumerate(parts)) + about
        for parts in date["date-parts"]
    )
