# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Writes RIS: read by every reference manager, and the format that loses most."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from terkha_db.citing import losses
from terkha_db.citing.listing import lines_under

if TYPE_CHECKING:
    from terkha_db.citing.entry import Entry

#: RIS types by CSL type; the reader turns them round.
TYPES = {
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "bill": "BILL",
    "book": "BOOK",
    "broadcast": "SOUND",
    "chapter": "CHAP",
    "classic": "CLSWK",
    "dataset": "DATA",
    "entry-dictionary": "DICT",
    "entry-encyclopedia": "ENCYC",
    "figure": "FIGURE",
    "graphic": "ART",
    "hearing": "HEAR",
    "legal_case": "CASE",
    "legislation": "STAT",
    "manuscript": "MANSCPT",
    "map": "MAP",
    "motion_picture": "MPCT",
    "pamphlet": "PAMP",
    "paper-conference": "CPAPER",
    "patent": "PAT",
    "personal_communication": "PCOMM",
    "post": "ICOMM",
    "post-weblog": "BLOG",
    "regulation": "STAT",
    "report": "RPRT",
    "software": "COMP",
    "speech": "SLIDE",
    "standard": "STAND",
    "thesis": "THES",
    "webpage": "ELEC",
}
_OTHER = "GEN"
# CSL types that share the RIS type of another, or have none.
_SHARED = {"regulation", "speech", "broadcast"}
_FIELDS = {
    "TI": "title",
    "T2": "container-title",
    "T3": "collection-title",
    "VL": "volume",
    "IS": "issue",
    "M1": "number",
    "M3": "genre",
    "ET": "edition",
    "PB": "publisher",
    "CY": "publisher-place",
    "DO": "DOI",
    "UR": "URL",
    "LA": "language",
}
# Told in a note, since there is no tag.
_NOTED = {
    "collection-number": "Number in series",
    "version": "Version",
    "event-title": "Event",
    "event-place": "Place of event",
    "archive": "Archive",
}
_CREATORS = {"AU": "author", "A2": "editor", "A4": "translator"}

# CSL types whose RIS type is read as another kind of work, and variables whose tag is passed over.
_SELDOM_TYPES = {"webpage", "entry-dictionary", "post"}
_SELDOM = ("genre", "number", "collection-title", "ISBN")

_LOST: losses.Lost = (
    ("the kind of work", lambda item: item["type"] not in TYPES or item["type"] in _SHARED),
    ("the end of a period", losses.has_period),
    ("that a date is about", losses.has_doubt),
)
_IN_NOTES: losses.Lost = (
    ("the first outlet of a repost", lambda item: "custom" in item),
    ("version, number in a series, event and archive", lambda item: _has(item, _NOTED)),
)
_MISREAD: losses.Lost = (
    ("day and month", losses.has_month),
    ("institutions as authors", losses.has_body),
    ("the kind of work", lambda item: item["type"] in _SELDOM_TYPES),
    ("genre, number, series and ISBN", lambda item: _has(item, _SELDOM)),
)


def write(entries: Sequence[Entry]) -> bytes:
    """Write the entries in the order given: UTF-8 without a mark, CRLF."""
    import rispy

    class Writer(rispy.RisWriter):  # type: ignore[misc]
        """Leaves out the running number, which is no line of RIS, and breaks lines as RIS does."""

        NEWLINE = "\r\n"

        def set_header(self, count: int) -> str:
            return ""

    keys: dict[str, str] = rispy.TAG_KEY_MAPPING
    lists = set(rispy.LIST_TYPE_TAGS)
    records = [
        {keys[tag]: values if tag in lists else values[0] for tag, values in _record(entry).items()}
        for entry in entries
    ]
    return str(rispy.dumps(records, implementation=Writer)).encode("utf-8")


def loses(entries: Sequence[Entry]) -> str:
    """Name what RIS has no tag for, and what programs reading it often drop."""
    told = (
        ("RIS has no tag for {}", losses.listed(_LOST, entries)),
        ("puts {} into notes", losses.listed(_IN_NOTES, entries)),
        ("many programs misread {} in RIS", losses.listed(_MISREAD, entries)),
    )
    faults = [words.format(lost) for words, lost in told if lost]
    if faults and faults[0].startswith("puts"):
        faults[0] = f"RIS {faults[0]}"
    sentence = ", and ".join(filter(None, [", ".join(faults[:-1]), *faults[-1:]]))
    return f"{sentence[0].upper()}{sentence[1:]}; {losses.KEPT}." if sentence else ""


def _has(item: Mapping[str, Any], variables: Collection[str]) -> bool:
    return any(variable in item for variable in variables)


def _record(entry: Entry) -> dict[str, list[str]]:
    """Give the values of each tag, flattened: a line break would end the record for readers."""
    item = entry.csl
    tags = {"TY": [TYPES.get(item["type"], _OTHER)], "ID": [entry.id]}
    for tag, variable in _CREATORS.items():
        tags[tag] = [_name(name) for name in item.get(variable, ())]
    for tag, variable in _FIELDS.items():
        tags[tag] = [str(item.get(variable, ""))]
    tags["SN"] = [" ".join(filter(None, [item.get("ISBN"), item.get("ISSN")]))]
    tags["SP"], tags["EP"] = _pages(item.get("page", ""))
    # One date in both tags, since readers take whichever comes first; PY holds a bare year.
    date = _date(item.get("issued"))
    tags["DA"], tags["PY"] = [date], [date.partition("/")[0]]
    tags["Y2"] = [_date(item.get("accessed"))]
    tags["N1"] = [*_notes(item), *lines_under(entry)]
    flat = {
        tag: [re.sub(r"\s+", " ", value).strip() for value in values]
        for tag, values in tags.items()
    }
    return {
        tag: kept for tag, values in flat.items() if (kept := [value for value in values if value])
    }


def _name(name: Mapping[str, str]) -> str:
    """Give “Family, Given, Suffix”; an institution ends in a comma, or it would be cut in two."""
    if "literal" in name:
        return f"{name['literal']},"
    particles = (name.get("dropping-particle"), name.get("non-dropping-particle"))
    family = " ".join(filter(None, [*particles, name.get("family")]))
    return ", ".join(filter(None, [family, name.get("given"), name.get("suffix")]))


def _date(date: Mapping[str, Any] | None) -> str:
    """Give ``YYYY/MM/DD/`` with what is known; of a period its beginning."""
    if not date:
        return ""
    year, *rest = date["date-parts"][0]
    month, day = ([f"{part:02}" for part in rest] + ["", ""])[:2]
    return f"{year:04}/{month}/{day}/"


def _pages(page: str) -> tuple[list[str], list[str]]:
    first, _, last = page.replace("–", "-").partition("-")
    return [first], [last]


def _notes(item: Mapping[str, Any]) -> list[str]:
    """Give what has no tag but can be told in words."""
    notes = [f"{words}: {item[key]}" for key, words in _NOTED.items() if key in item]
    custom = item.get("custom", {})
    if "original-publisher" in custom:
        notes.append(f"First published by {custom['original-publisher']}")
    if "original-date" in custom:
        notes.append(f"First published on {custom['original-date']}")
    return notes
