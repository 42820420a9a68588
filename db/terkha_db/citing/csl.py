# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Turns the plain fields of a citation record into a CSL-JSON 1.0.2 item."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from terkha_db.errors import RecordError

#: CSL's text and number variables that a record may carry, in the order in which they are written.
TEXT = (
    "title",
    "genre",
    "container-title",
    "collection-title",
    "collection-number",
    "volume",
    "issue",
    "number",
    "edition",
    "version",
    "page",
    "publisher",
    "publisher-place",
    "event-title",
    "event-place",
    "archive",
    "DOI",
    "ISBN",
    "ISSN",
    "URL",
    "language",
)
NAMES = ("author", "editor", "translator")
DATES = ("issued", "event-date", "accessed")

#: CSL variables that go into ``custom``: styles take them for a classic's first edition and would
#: print “(Original work published AFP)” or two dates side by side for a reposted news item.
CUSTOM = ("original-publisher", "original-date")

#: Fields of our own: how a work was read and what is said of it, not how to cite it.
OURS = (
    "source-kind",
    "title-supplied",
    "unsigned",
    "issued-from",
    "read-as",
    "caution",
    "unused",
    "cited-as",
    "names",
    "statements",
    "remarks",
    "note",
    "checked",
)

_NAME_PARTS = ("family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal")
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
# Kana, Han and Hangul, then Tibetan: scripts whose names are never inverted or initialised.
_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\U00020000-\U0003ffff]")
_TIBETAN = re.compile(r"[\u0f00-\u0fff]")
_TSHEG = "\u0f0b"


def to_csl(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Give the CSL-JSON item of a citation record; keys may be written with ``_`` or ``-``.

    A supplied title is put in square brackets: cataloguing rules (ISBD, RDA) and APA 7 (9.22)
    use them for words that do not stand on the work itself, and every style passes them on. Years
    between which a work came out, by what its text tells, are ``circa``, which styles write in
    their way: “[2021–2026?]”, “ca. 2021–2026”.

    Raises:
        RecordError: a date does not parse.

    """
    given = {key.replace("_", "-"): value for key, value in fields.items() if value}
    item: dict[str, Any] = {"id": given["id"], "type": given["type"]}
    for key in _present(NAMES, given):
        item[key] = [csl_name(name) for name in given[key]]
    for key in _present(DATES, given):
        item[key] = {"date-parts": date_parts(str(given[key]), item["id"])}
    if "issued-from" in given and len(item.get("issued", {}).get("date-parts", ())) == 2:
        item["issued"]["circa"] = True
    for key in _present(TEXT, given):
        item[key] = str(given[key])
    if "title-supplied" in given:
        item["title"] = f"[{item['title']}]"
    if item["type"] == "legislation" and "number" in item:
        # For this type Chicago and APA print “Pub. L. No.”, which only the US Congress numbers.
        item["type"] = "regulation"
    if custom := {key: str(given[key]) for key in _present(CUSTOM, given)}:
        item["custom"] = custom
    return item


def date_parts(edtf: str, work: str) -> list[list[int]]:
    """Give the ``date-parts`` of ``YYYY``, ``YYYY-MM``, ``YYYY-MM-DD`` or an interval ``a/b``.

    Raises:
        RecordError: the date has another form; ``work`` is the id of the citation.

    """
    found = [_DATE.fullmatch(end) for end in edtf.split("/", 1)]
    if None in found:
        raise RecordError(
            f"citation/{work}: the date “{edtf}” cannot be read;"
            " write YYYY, YYYY-MM, YYYY-MM-DD or two of them joined by “/”."
        )
    return [[int(part) for part in match.groups() if part] for match in found if match]


def year(item: Mapping[str, Any]) -> int | None:
    """Give the first year in which a work came out, or None when it is undated."""
    issued = item.get("issued")
    return int(issued["date-parts"][0][0]) if issued else None


def _present(keys: Iterable[str], given: Mapping[str, Any]) -> list[str]:
    return [key for key in keys if key in given]


def csl_name(name: Mapping[str, str | None]) -> dict[str, str]:
    """Give a CSL name; a Han, kana or Tibetan personal name becomes one ``literal``.

    Styles initialise and invert what has family and given parts, which wrecks these names.
    """
    parts = [part for part in (name.get("family"), name.get("given")) if part]
    if _EAST_ASIAN.search("".join(parts)):
        return {"literal": "".join(parts)}
    if _TIBETAN.search("".join(parts)):
        return {"literal": _TSHEG.join(part.strip(_TSHEG) for part in parts)}
    return {key: value for key in _NAME_PARTS if (value := name.get(key))}
