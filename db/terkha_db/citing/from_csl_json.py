# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Reads CSL-JSON as Zotero and pandoc write it."""

from __future__ import annotations

import json
from typing import Any

from terkha_db.citing.csl import DATES, NAMES, TEXT
from terkha_db.citing.read_parts import Faults, Item, Reading, named, put, put_date, put_note
from terkha_db.errors import KnownError

#: The types of CSL 1.0.2.
TYPES = frozenset(
    "article article-journal article-magazine article-newspaper bill book broadcast chapter "  # noqa: SIM905
    "classic collection dataset document entry entry-dictionary entry-encyclopedia event figure "
    "graphic hearing interview legal_case legislation manuscript map motion_picture musical_score "
    "pamphlet paper-conference patent performance periodical personal_communication post "
    "post-weblog regulation report review review-book software song speech standard thesis treaty "
    "webpage".split()
)
_KEPT_APART = {"id", "type", "note", "citation-key", "custom"}
# What other programs add for themselves: nothing of the reference is lost with it.
_OWN = {"abstract", "keyword", "source", "categories", "library", "title-short", "shortTitle"}
_NAME_PARTS = ("family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal")


def read(text: str) -> Reading:
    """Read a list of items, one item, or an object with a list of ``items``.

    Raises:
        KnownError: the text is no JSON, or holds no works.

    """
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        raise KnownError(
            f"Line {line} is no JSON ({getattr(error, 'msg', 'nested too deeply')}):"
            " export the works as CSL-JSON again."
        ) from None
    if isinstance(content, dict):
        content = content.get("items", [content])
    if not isinstance(content, list):
        raise KnownError("The file holds no list of works: export them as CSL-JSON again.")
    faults = Faults()
    items = []
    for place, given in enumerate(content, start=1):
        if isinstance(given, dict) and (given.get("title") or given.get("type")):
            items.append(_item(given, faults))
        else:
            faults.add(f"Entry {place} is no work of CSL-JSON and was not read.")
    return Reading(tuple(items), tuple(faults.sentences), len(content))


def _item(given: dict[str, Any], faults: Faults) -> Item:
    item: Item = {"id": str(given.get("citation-key") or given.get("id") or "")}
    kind = str(given.get("type") or "document")
    item["type"] = kind if kind in TYPES else "document"
    put(item, "title", _text(given.get("title")))
    if kind not in TYPES:
        faults.add(f"{named(item)}: CSL has no type “{kind}”; it is taken as a document.")
    if note := _text(given.get("note")):
        put_note(item, note)
    for variable in NAMES:
        if names := [name for each in _list(given.get(variable)) if (name := _name(each))]:
            item[variable] = names
    for variable in TEXT:
        put(item, variable, _text(given.get(variable)))
    for variable in DATES:
        if given.get(variable):
            put_date(item, variable, _date(given[variable]), faults)
    known = {*NAMES, *TEXT, *DATES, *_KEPT_APART, *_OWN}
    if unread := sorted(key for key, value in given.items() if value and key not in known):
        faults.add(f"{named(item)}: not kept: {', '.join(unread)}.")
    return item


def _text(value: object) -> str:
    return str(value) if isinstance(value, str | int | float) else ""


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _name(value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        return {}
    return {part: text for part in _NAME_PARTS if (text := _text(value.get(part)).strip())}


def _date(value: object) -> str:
    """Return a CSL date as ISO 8601 text, or as it was written."""
    if not isinstance(value, dict):
        return _text(value)
    ends = []
    for end in _list(value.get("date-parts")):
        year, *rest = [_text(part) for part in _list(end)] or [""]
        ends.append("-".join([year.zfill(4), *(part.zfill(2) for part in rest if part)]))
    about = "~" if value.get("circa") else ""
    return (
        "/".join(end + about for end in ends)
        or _text(value.get("raw"))
        or _text(value.get("literal"))
    )
