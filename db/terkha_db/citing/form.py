# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""WORK_TYPES and FORM_FIELDS: what a form asks of a work, how it is checked and read as CSL-JSON.

The order of the fields is that of the form. Styles have no place for a title in another script or
for its translation, so both stand in the title: as printed, then in the script of the work, then
the translation in square brackets; the form takes them apart again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from terkha_db.citing.csl import csl_name
from terkha_db.citing.read_parts import Faults, put_date

Item = Mapping[str, Any]
Name = Mapping[str, str]

ORIGINAL, TRANSLATION = "title-original", "title-translation"


@dataclass(frozen=True, slots=True)
class WorkType:
    """A type of work: its name in CSL, how it is called, and the fields it has beside COMMON."""

    id: str
    label: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FormField:
    """A field of the form: its variable in CSL, how it is called, its sort and an example."""

    id: str
    label: str
    sort: str = "text"
    """``text``, ``names``, ``date``, ``url``, ``doi``, ``isbn``, ``issn`` or ``language``."""
    example: str = ""


COMMON = ("title", ORIGINAL, TRANSLATION, "author", "issued", "URL", "accessed", "archive")
"""Fields that every type of work has."""

_BOOK = ("publisher", "publisher-place", "language", "ISBN", "DOI")
_PERIODICAL = ("container-title", "volume", "issue", "page", "language")
_SAID = ("event-title", "event-place", "genre", "language")

WORK_TYPES: tuple[WorkType, ...] = (
    WorkType("book", "Book", ("editor", "translator", "collection-title", "collection-number",
                              "volume", "edition", *_BOOK)),
    WorkType("chapter", "Chapter of a book", ("editor", "translator", "container-title",
                                              "collection-title", "volume", "edition", "page",
                                              *_BOOK)),
    WorkType("article-journal", "Journal article", (*_PERIODICAL, "DOI", "ISSN")),
    WorkType("article-newspaper", "Newspaper article", ("container-title", "edition", "page",
                                                        "publisher-place", "language")),
    WorkType("article-magazine", "Magazine article", (*_PERIODICAL, "ISSN")),
    WorkType("report", "Report", ("genre", "number", "collection-title", "page", *_BOOK)),
    WorkType("webpage", "Web page", ("container-title", "publisher", "language")),
    WorkType("post-weblog", "Blog post", ("container-title", "language")),
    WorkType("thesis", "Thesis", ("genre", "publisher", "publisher-place", "language", "DOI")),
    WorkType("paper-conference", "Conference paper", ("container-title", "editor", "page",
                                                      "event-title", "event-place", *_BOOK)),
    WorkType("regulation", "Law or regulation", ("number", "container-title", "page", "publisher",
                                                 "language")),
    WorkType("hearing", "Hearing", ("number", "publisher", "publisher-place", *_SAID)),
    WorkType("speech", "Speech or talk", _SAID),
    WorkType("interview", "Interview", ("container-title", "genre", "language")),
    WorkType("dataset", "Data set", ("version", "publisher", "language", "DOI")),
    WorkType("map", "Map", ("genre", "edition", *_BOOK)),
    WorkType("motion_picture", "Film or video", ("genre", "publisher", "publisher-place",
                                                 "language")),
    WorkType("broadcast", "Broadcast", ("container-title", "number", "publisher", "language")),
    WorkType("entry-encyclopedia", "Encyclopedia entry", ("editor", "container-title", "volume",
                                                          "edition", "page", *_BOOK)),
    WorkType("manuscript", "Manuscript", ("genre", "publisher", "publisher-place", "language")),
    WorkType("standard", "Standard", ("number", "publisher", "publisher-place", "language")),
    WorkType("document", "Other document", ("genre", "number", "container-title", *_BOOK)),
)  # fmt: skip

FORM_FIELDS: tuple[FormField, ...] = (
    FormField("title", "Title", example="as it stands on the work"),
    FormField(ORIGINAL, "Title in its own script", example="西藏甲玛铜多金属矿床"),
    FormField(TRANSLATION, "Title in translation", example="in the language of your list"),
    FormField("author", "Authors", "names"),
    FormField("editor", "Editors", "names"),
    FormField("translator", "Translators", "names"),
    FormField("container-title", "In", example="journal, newspaper, book or site"),
    FormField("issued", "Date", "date", "2013, 2013-05, 2013-05-12, 2010/2012; “about” as 2013~"),
    FormField("collection-title", "Series"),
    FormField("collection-number", "Number in the series"),
    FormField("volume", "Volume"),
    FormField("issue", "Issue"),
    FormField("number", "Number"),
    FormField("edition", "Edition", example="2nd"),
    FormField("version", "Version"),
    FormField("genre", "Kind", example="PhD thesis, working paper"),
    FormField("page", "Pages", example="12-34"),
    FormField("event-title", "Event"),
    FormField("event-place", "Place of the event"),
    FormField("publisher", "Publisher or institution"),
    FormField("publisher-place", "Place of publication"),
    FormField("language", "Language", "language", "en, zh-Hans, bo"),
    FormField("DOI", "DOI", "doi", "10.1000/xyz123"),
    FormField("ISBN", "ISBN", "isbn"),
    FormField("ISSN", "ISSN", "issn"),
    FormField("URL", "Address", "url", "https://"),
    FormField("accessed", "Accessed on", "date", "2026-11-28"),
    FormField("archive", "Archived copy", "url", "https://web.archive.org/"),
)
FIELD_BY_ID = {field.id: field for field in FORM_FIELDS}


@dataclass(frozen=True, slots=True)
class Filled:
    """A form as it is filled in: a type, texts and names by field."""

    type: str
    texts: Mapping[str, str]
    names: Mapping[str, Sequence[Name]]


def fields_of(work_type: str) -> frozenset[str]:
    """Return the fields that a type of work has; one that the form does not offer has all."""
    found = next((each for each in WORK_TYPES if each.id == work_type), None)
    return frozenset((*COMMON, *found.fields) if found else FIELD_BY_ID)


def filled(item: Item) -> Filled:
    """Return the form as it stands for a work."""
    texts, names = {}, {}
    for field in FORM_FIELDS:
        value = item.get(field.id)
        if not value:
            continue
        if field.sort == "names":
            names[field.id] = [dict(name) for name in value]
        elif field.sort == "date":
            texts[field.id] = date_text(value)
        else:
            texts[field.id] = str(value)
    parts = zip(("title", ORIGINAL, TRANSLATION), _parted(texts.get("title", "")), strict=True)
    texts |= {key: text for key, text in parts if text}
    return Filled(str(item.get("type", "document")), texts, names)


def item_of(form: Filled, before: Item | None = None) -> dict[str, Any]:
    """Return the work of a form without faults, with all that ``before`` has beside the form."""
    known = {*FIELD_BY_ID, "type"}
    item: dict[str, Any] = {key: value for key, value in (before or {}).items() if key not in known}
    item["type"] = form.type
    for field in FORM_FIELDS:
        text = _tidy(form.texts.get(field.id, ""))
        if field.id in ("title", ORIGINAL, TRANSLATION):
            continue
        if field.sort == "names":
            names = [name for one in form.names.get(field.id, ()) if (name := _name(one))]
            if names:
                item[field.id] = names
        elif text and field.sort == "date":
            put_date(item, field.id, text, Faults())
        elif text:
            item[field.id] = _bare_doi(text) if field.sort == "doi" else text
    title, original, translation = (
        _tidy(form.texts.get(key, "")) for key in ("title", ORIGINAL, TRANSLATION)
    )
    shown = f"{title or original}{f' {original}' if title and original else ''}"
    item["title"] = f"{shown} [{translation}]" if translation else shown
    return item


def faults(form: Filled) -> dict[str, str]:
    """Return what is wrong with a form: for each field one sentence that says how to mend it."""
    found: dict[str, str] = {}
    if not _tidy(form.texts.get("title", "") + form.texts.get(ORIGINAL, "")):
        found["title"] = "A work needs a title: give one, if only a description in brackets."
    for field in FORM_FIELDS:
        text = _tidy(form.texts.get(field.id, ""))
        if field.sort == "names":
            if any(
                name.get("given") and not _called(name) for name in form.names.get(field.id, ())
            ):
                found[field.id] = "A given name stands alone: write the family name before it."
        elif text and field.sort in _CHECKS and (sentence := _CHECKS[field.sort](text)):
            found[field.id] = sentence
    return found


def date_text(date: Mapping[str, Any]) -> str:
    """Return a date of CSL as the form writes it: ``2013-05-12``, ``2010/2012``, ``2013~``."""
    ends, about = date.get("date-parts") or (), "~" if date.get("circa") else ""
    return "/".join("-".join(f"{int(part):02}" for part in end) + about for end in ends)


# Titles

_OWN_SCRIPT = re.compile(r"[\u0f00-\u0fff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_TRANSLATED = re.compile(r"(.*\S) \[([^\[\]]+)\]")


def _parted(title: str) -> tuple[str, str, str]:
    """Return a title as printed, in its own script, and in translation."""
    match = _TRANSLATED.fullmatch(title)
    title, translation = (match[1], match[2]) if match else (title, "")
    start = _OWN_SCRIPT.search(title)
    if start is None or start.start() == 0 or title[start.start() - 1] != " ":
        return title, "", translation
    return title[: start.start()].strip(), title[start.start() :], translation


# Names

_NAME_PARTS = ("family", "given", "literal")


def _name(name: Name) -> dict[str, str]:
    """Return a name of CSL; one with no given name is that of a body, or one that is not turned."""
    family, given = _called(name), _tidy(name.get("given", ""))
    rest = {key: value for key, value in name.items() if key not in _NAME_PARTS and value}
    if given:
        return csl_name({"family": family, "given": given, **rest})
    return {"literal": family} if family else {}


def _called(name: Name) -> str:
    return _tidy(name.get("family", "") or name.get("literal", ""))


# Checks


def _check_date(text: str) -> str:
    read = Faults()
    item: dict[str, Any] = {}
    put_date(item, "date", text, read)
    if read.sentences:
        return f"“{text}” is no date: write 2013, 2013-05, 2013-05-12, or two joined by “/”."
    first, *last = item["date"]["date-parts"]
    if last and last[0] < first:
        return f"“{text}” ends before it begins: change the two round."
    return ""


def _check_url(text: str) -> str:
    try:
        parts = urlsplit(text)
        good = parts.scheme in ("http", "https", "ftp") and "." in (parts.hostname or "")
    except ValueError:
        good = False
    if good and not re.search(r"\s", text):
        return ""
    return f"“{text}” is no web address: write it whole, as in https://example.org/page."


def _bare_doi(text: str) -> str:
    return re.sub(r"^(https?://(dx\.)?doi\.org/|doi:\s*)", "", text, flags=re.IGNORECASE)


def _check_doi(text: str) -> str:
    if re.fullmatch(r"10\.\d{4,9}(\.\d+)*/\S+", _bare_doi(text)):
        return ""
    return f"“{text}” is no DOI: it begins with 10., as in 10.1146/annurev.earth.28.1.211."


def _check_isbn(text: str) -> str:
    digits = re.sub(r"[\s\u2010-\u2013-]", "", text).upper()
    if re.fullmatch(r"\d{9}[\dX]", digits):
        good = sum(weight * _digit(one) for weight, one in zip(range(10, 0, -1), digits,
                                                               strict=True)) % 11 == 0  # fmt: skip
    elif re.fullmatch(r"97[89]\d{10}", digits):
        good = sum((1, 3)[at % 2] * int(one) for at, one in enumerate(digits)) % 10 == 0
    else:
        return f"“{text}” is no ISBN: it has 10 or 13 digits."
    return "" if good else f"A digit of “{text}” is wrong: its check digit does not fit."


def _check_issn(text: str) -> str:
    digits = text.replace("-", "").strip().upper()
    if not re.fullmatch(r"\d{7}[\dX]", digits):
        return f"“{text}” is no ISSN: it has 8 digits, as in 0084-6597."
    total = sum(weight * _digit(one) for weight, one in zip(range(8, 0, -1), digits, strict=True))
    return "" if total % 11 == 0 else f"A digit of “{text}” is wrong: its check digit does not fit."


def _digit(text: str) -> int:
    return 10 if text == "X" else int(text)


def _check_language(text: str) -> str:
    if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?", text):
        return ""
    return f"“{text}” is no code of a language: write en, bo, zh-Hans or the like."


_CHECKS = {
    "date": _check_date,
    "url": _check_url,
    "doi": _check_doi,
    "isbn": _check_isbn,
    "issn": _check_issn,
    "language": _check_language,
}


def _tidy(text: str) -> str:
    return " ".join(text.split())
