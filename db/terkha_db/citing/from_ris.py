# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Reads RIS, whose writers differ: every record that does not arrive is told."""

from __future__ import annotations

import re

from terkha_db.citing import to_ris
from terkha_db.citing.read_parts import (
    Faults,
    Item,
    Reading,
    identifiers,
    named,
    put,
    put_date,
    put_note,
)

# A tag as programs write it: one or two blanks before the dash, one or none after it.
_TAG = re.compile(r"^\s*([A-Z][A-Z0-9]) {1,2}- ?(.*)$")
_OTHER_TYPES = {"EJOUR": "article-journal", "EBOOK": "book", "EDBOOK": "book", "ECHAP": "chapter"}
_OTHER_TYPES |= {"CONF": "paper-conference", "GOVDOC": "report", "UNPB": "manuscript"}
_OTHER_TYPES |= {"INPR": "article", "WEB": "webpage", "MULTI": "webpage", "AGGR": "dataset"}
_TYPES = {ris: csl for csl, ris in reversed(to_ris.TYPES.items())} | _OTHER_TYPES
_TEXT = {
    "title": ("TI", "T1", "CT"),
    "container-title": ("T2", "JO", "JF", "JA", "J2", "BT"),
    "collection-title": ("T3",),
    "volume": ("VL",),
    "issue": ("IS",),
    "number": ("M1",),
    "genre": ("M3",),
    "edition": ("ET",),
    "publisher": ("PB",),
    "publisher-place": ("CY", "PP"),
    "DOI": ("DO",),
    "URL": ("UR",),
    "language": ("LA",),
}
_NAMES = {"author": ("AU", "A1"), "editor": ("A2", "ED"), "translator": ("A4",)}
# Abstracts, keywords and what a program keeps for itself are no part of a reference.
_PASSED_OVER = frozenset("AB AD AN CN DB DP KW L1 L2 L3 L4 N2 RN RP ST".split())  # noqa: SIM905

Record = dict[str, list[str]]


def read(text: str) -> Reading:
    """Read records from ``TY`` to ``ER``; a record that does not end is read and told."""
    faults = Faults()
    records = _records(text, faults)
    items = [_item(record, faults) for record in records]
    return Reading(tuple(items), tuple(faults.sentences), len(records))


def _records(text: str, faults: Faults) -> list[Record]:
    """Return the values of each tag, record by record."""
    records: list[Record] = []
    inside, last = False, ""
    for number, line in enumerate(text.splitlines(), start=1):
        found = _TAG.match(line)
        tag, value = (found[1], found[2].strip()) if found else ("", line.strip())
        if tag == "TY":
            if inside:
                faults.add(f"The record before line {number} has no end (ER); it was read.")
            records.append({})
        if tag in ("TY", "ER"):
            inside, last = tag == "TY", ""
        elif value and not inside:
            faults.add(f"Line {number} stands outside of any record and was not read.")
        if inside and value:
            last = _take(records[-1], tag, value, last)
    if inside:
        faults.add("The last record has no end (ER); it was read.")
    return records


def _take(record: Record, tag: str, value: str, last: str) -> str:
    """Add a value to a record and return its tag; a line without a tag goes on with the last."""
    if tag:
        record.setdefault(tag, []).append(value)
    elif last:
        record[last][-1] += f" {value}"
    return tag or last


def _item(record: Record, faults: Faults) -> Item:
    kind = record.pop("TY", [""])[0].upper()
    item: Item = {"id": record.pop("ID", [""])[0], "type": _TYPES.get(kind, "document")}
    for variable, tags in _TEXT.items():
        for value in (value for tag in tags for value in record.pop(tag, [])):
            put(item, variable, value)
    for variable, tags in _NAMES.items():
        if names := [_name(value) for tag in tags for value in record.pop(tag, [])]:
            item[variable] = names
    identifiers(item, " ".join(record.pop("SN", [])))
    pages = [record.pop(tag, [""])[0] for tag in ("SP", "EP")]
    put(item, "page", "-".join(filter(None, pages)))
    _dates(item, record, faults)
    for note in record.pop("N1", []):
        put_note(item, note)
    if unread := sorted(tag for tag in record if tag not in _PASSED_OVER):
        faults.add(f"{named(item)}: not kept: {', '.join(unread)}.")
    return item


def _dates(item: Item, record: Record, faults: Faults) -> None:
    """Take the fullest of the dates that say when a work came out; the access date apart."""
    dates = [value for tag in ("DA", "PY", "Y1") for value in record.pop(tag, [])]
    dates = [_trimmed(value) for value in dates]
    if dates := [value for value in dates if value]:
        put_date(item, "issued", max(dates, key=len), faults)
    for value in record.pop("Y2", [])[:1]:
        put_date(item, "accessed", _trimmed(value), faults)


def _trimmed(date: str) -> str:
    """Return ``YYYY/MM/DD/other`` without its empty parts; words after the day are dropped."""
    found = re.match(r"(\d{4})/(\d{0,2})/(\d{0,2})(?:/.*)?$", date.strip())
    return "-".join(filter(None, found.groups())) if found else date.strip()


def _name(text: str) -> dict[str, str]:
    """Read “Family, Given, Suffix”; what has no comma, or ends in one, is an institution."""
    family, *rest = [part.strip() for part in text.split(",", 2)]
    if not family or not rest or text.rstrip().endswith(","):
        return {"literal": text.strip(" ,")}
    parts = {"family": family, **dict(zip(("given", "suffix"), rest, strict=False))}
    return {key: value for key, value in parts.items() if value}
