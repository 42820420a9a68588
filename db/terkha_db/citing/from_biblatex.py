# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Reads BibLaTeX and BibTeX; addresses stay letter by letter, text loses its LaTeX."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from typing import Any

from terkha_db.citing import to_biblatex
from terkha_db.citing.from_csl_json import TYPES
from terkha_db.citing.read_parts import (
    Faults,
    Item,
    Reading,
    identifiers,
    month_number,
    named,
    put,
    put_date,
    put_note,
)

_TYPES = {
    "article": "article-journal",
    "book": "book",
    "mvbook": "book",
    "collection": "book",
    "mvcollection": "book",
    "proceedings": "book",
    "reference": "book",
    "inbook": "chapter",
    "bookinbook": "chapter",
    "incollection": "chapter",
    "suppbook": "chapter",
    "inreference": "entry-encyclopedia",
    "inproceedings": "paper-conference",
    "conference": "paper-conference",
    "report": "report",
    "techreport": "report",
    "manual": "report",
    "thesis": "thesis",
    "phdthesis": "thesis",
    "mastersthesis": "thesis",
    "online": "webpage",
    "electronic": "webpage",
    "www": "webpage",
    "dataset": "dataset",
    "software": "software",
    "unpublished": "manuscript",
    "booklet": "pamphlet",
    "legislation": "legislation",
    "jurisdiction": "legal_case",
    "patent": "patent",
    "periodical": "periodical",
}
_OTHER = {"misc", "other"}
_LOOSE = {"online", "electronic", "www", "misc"}
_SUBTYPES = {"newspaper": "article-newspaper", "magazine": "article-magazine"}
_GENRES = {"phdthesis": "PhD thesis", "mastersthesis": "Master’s thesis"}
_DEGREES = {"phdthesis": "PhD thesis", "mathesis": "Master’s thesis", "techreport": "Report"}
# Fields in the order in which the first one that is filled is taken.
_TEXT = {
    "container-title": ("journaltitle", "journal", "booktitle", "maintitle", "howpublished"),
    "collection-title": ("series",),
    "publisher": ("publisher", "institution", "school", "organization"),
    "publisher-place": ("location", "address"),
    "volume": ("volume",),
    "edition": ("edition",),
    "version": ("version",),
    "genre": ("type",),
    "event-title": ("eventtitle",),
    "event-place": ("venue",),
    "language": ("langid", "language"),
}
_VERBATIM = {"DOI": "doi", "URL": "url"}
_NAMES = ("author", "editor", "translator")
_DATES = {"issued": "date", "accessed": "urldate", "event-date": "eventdate"}
_ORIGINAL = {"original-date": "origdate", "original-publisher": "origpublisher"}
_NUMBERED = {"article-journal": "issue", "article-newspaper": "issue", "article-magazine": "issue"}
_NUMBERED |= {"book": "collection-number", "chapter": "collection-number"}
_LANGUAGES = {name: tag for tag, name in to_biblatex.LANGUAGES.items()}
_LANGUAGES |= {"american": "en-US", "british": "en-GB", "german": "de", "chinese": "zh"}
# What a program keeps for itself, and what is no part of a reference.
_PASSED_OVER = frozenset(
    "abstract annotation annote bibsource biburl copyright crossref date-added date-modified "  # noqa: SIM905
    "entrysubtype file groups key keywords month owner pagetotal pubstate shorttitle timestamp "
    "urlyear xdata".split()
)


def read(text: str) -> Reading:
    """Read every entry; one that cannot be parsed, or stands twice, is told with its line."""
    from bibtexparser.entrypoint import parse_string

    # The library reports each fault to its log too; here it is told to the reader.
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    library = parse_string(text, parse_stack=[])
    strings = {each.key.lower(): _bare(str(each.value)) for each in library.strings}
    faults = Faults()
    for block in library.failed_blocks:
        faults.add(f"Line {(block.start_line or 0) + 1}: {_why(block)}")
    items = [
        _item(
            entry.entry_type.lower(),
            entry.key,
            {each.key.lower(): _joined(str(each.value), strings) for each in entry.fields},
            faults,
        )
        for entry in library.entries
    ]
    return Reading(tuple(items), tuple(faults.sentences), len(items) + len(library.failed_blocks))


def _why(block: Any) -> str:  # noqa: ANN401 - the library has no common type for them
    from bibtexparser import model

    if isinstance(block, model.DuplicateBlockKeyBlock):
        return f"the key “{block.key}” stands a second time; only the first entry was read."
    if isinstance(block, model.DuplicateFieldKeyBlock):
        twice = ", ".join(sorted(block.duplicate_keys))
        return f"an entry has the field {twice} twice and was not read."
    return "an entry is not closed, or a brace is missing; it was not read."


def _item(kind: str, key: str, fields: Mapping[str, str], faults: Faults) -> Item:
    item: Item = {"id": key, "type": _TYPES.get(kind, "document")}
    left = dict(fields)
    if kind == "article":
        item["type"] = _SUBTYPES.get(left.get("entrysubtype", ""), item["type"])
    elif kind in _LOOSE and left.get("keywords", "") in TYPES:
        # The field in which types are told that have no entry of their own.
        item["type"] = left["keywords"]
    titles = [_plain(left.pop(name, "")) for name in ("title", "subtitle")]
    put(item, "title", ": ".join(filter(None, titles)))
    if kind not in _TYPES and kind not in _OTHER:
        faults.add(f"{named(item)}: the type @{kind} is not known; it is taken as a document.")
    _texts(item, kind, left)
    for role in _NAMES:
        if people := _people(left.pop(role, ""), item, faults):
            item[role] = people
    _dates(item, left, faults)
    for name in ("note", "addendum"):
        if value := _plain(left.pop(name, "")):
            put_note(item, value)
    if unread := sorted(name for name in left if name not in _PASSED_OVER):
        faults.add(f"{named(item)}: not kept: {', '.join(unread)}.")
    return item


def _texts(item: Item, kind: str, left: dict[str, str]) -> None:
    """Take what is text or address, each variable from the first field that is filled."""
    for variable, names in _TEXT.items():
        for name in names:
            put(item, variable, _plain(left.pop(name, "")))
    if kind in _LOOSE and "publisher" in item:
        # What runs a site is what holds the page.
        item.setdefault("container-title", item.pop("publisher"))
    _settle(item, kind)
    for variable, name in _VERBATIM.items():
        put(item, variable, left.pop(name, ""))
    put(item, "page", re.sub("[-–]+", "-", _plain(left.pop("pages", ""))))
    put(item, _NUMBERED.get(item["type"], "number"), _plain(left.pop("number", "")))
    put(item, "issue", _plain(left.pop("issue", "")))
    identifiers(item, " ".join(left.pop(name, "") for name in ("isbn", "issn")))


def _settle(item: Item, kind: str) -> None:
    """Write kinds of thesis and languages out, which BibLaTeX names by keys."""
    if kind in _GENRES:
        item.setdefault("genre", _GENRES[kind])
    if "genre" in item:
        item["genre"] = _DEGREES.get(item["genre"], item["genre"])
    if item.get("genre") == "Report":  # what the type says by itself
        del item["genre"]
    if "language" in item:
        item["language"] = _LANGUAGES.get(item["language"].lower(), item["language"])


def _dates(item: Item, left: dict[str, str], faults: Faults) -> None:
    year = re.sub(r"(\d{4})[-–]+(\d{4})", r"\1/\2", left.pop("year", "").strip())
    month = month_number(left.pop("month", ""))
    if year and not left.get("date"):
        left["date"] = f"{year}-{month}" if month and year.isdecimal() else year
    for variable, name in _DATES.items():
        value = left.pop(name, "").strip()
        if value and value != "XXXX":  # as ISO 8601-2 writes “some year”
            put_date(item, variable, value, faults)
    custom = {
        variable: value
        for variable, name in _ORIGINAL.items()
        if (value := _plain(left.pop(name, "")))
    }
    if custom:
        item["custom"] = custom


def _people(text: str, item: Item, faults: Faults) -> list[dict[str, str]]:
    from bibtexparser.middlewares.names import (
        InvalidNameError,
        parse_single_name_into_parts,
        split_multiple_persons_names,
    )

    people = []
    for name in split_multiple_persons_names(text) if text.strip() else []:
        if name.strip().lower() == "others":
            faults.add(f"{named(item)}: the file names “others” who are not listed.")
        elif re.fullmatch(r"\{.*\}", name.strip(), re.S):
            people.append({"literal": _plain(name)})
        else:
            try:
                parts = parse_single_name_into_parts(name)
            except InvalidNameError:
                people.append({"literal": _plain(name)})
                continue
            read = {"family": parts.last, "given": parts.first}
            read |= {"suffix": parts.jr, "non-dropping-particle": parts.von}
            person = {part: _plain(" ".join(words)) for part, words in read.items() if words}
            people.append(person if "given" in person else {"literal": _plain(name)})
    return people


def _joined(value: str, strings: Mapping[str, str]) -> str:
    """Return the value of a field: pieces joined by # and abbreviations written out."""
    if value[:1] in '{"':
        pieces = re.split(r'(?<=[}"])\s*#\s*(?=[\w{"])', value)
    else:
        pieces = re.split(r"\s*#\s*", value)
    return "".join(strings.get(piece.lower(), _bare(piece)) for piece in pieces)


def _bare(value: str) -> str:
    """Return a value without the braces or quotation marks around all of it."""
    text = value.strip()
    quoted = len(text) > 1 and (text[0], text[-1]) in (("{", "}"), ('"', '"'))
    return text[1:-1] if quoted else text


def _plain(text: str) -> str:
    """Return text without LaTeX: accents composed, braces gone, dashes as they are printed."""
    if not re.search(r"[\\{}$~]|--|``|''", text):
        return " ".join(text.split())
    from pylatexenc.latex2text import LatexNodes2Text

    plain = LatexNodes2Text(math_mode="text").latex_to_text(text)
    return " ".join(plain.split())
