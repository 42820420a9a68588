# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Finds out from pandoc how each style writes Terkha's own entries, and writes it down.

One entry shows how a style writes them all: it is formatted with other days, months and
neighbours, and where the texts differ is the place of that part.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from functools import partial
from html import escape
from itertools import takewhile
from pathlib import Path
from typing import Any

from terkha_db.build.cache import kept
from terkha_db.build.draft import Draft
from terkha_db.build.edition import EditionFile
from terkha_db.citing.pandoc import list_apart, list_together, repeated
from terkha_db.citing.render import csl_text, pandoc_path
from terkha_db.citing.styles import STYLES, Style
from terkha_db.citing.this_record import AUTHOR, Pattern, Title, filled, record_item

_LINK, _TITLE = "model/model", "mOdel"
_SEEN = date(8765, 12, 27)
_NEIGHBOUR = "nEighbour"
_BLANKS = re.compile(r"[ \t\r\n]+")
_STOPS = 2
"""How many marks behind a title may become one with its end."""
# Pandoc takes the scheme of the permanent links for a host.
_FALSE_SCHEME = 'href="https://terkha:'
_TRUE_SCHEME = 'href="terkha:'

Item = dict[str, Any]
_Slot = tuple[int, int, str]
"""Where a part of an entry begins and ends, and what stands for it in the pattern."""


def model() -> Item:
    """Return an entry that stands for all of them in the order of a style."""
    return record_item(_LINK, _TITLE, "1", "2026-01-01", _SEEN)


def found(
    draft: Draft, edition: EditionFile, ranks: Mapping[str, int], cache: Path | None
) -> tuple[dict[str, str], list[tuple[int, int, str]]]:
    """Return the column ``entry`` of the table style, by style, and the rows of the table entry.

    Args:
        draft: the records; citations have no entry of Terkha's.
        edition: stands in every entry.
        ranks: the rank of :func:`model` among all works, by style.
        cache: a folder that keeps what pandoc made.

    """
    called = {head.number: (head.id, head.title) for head in draft.heads.values()}
    items = {
        number: record_item(name, title, edition.version, edition.date, _SEEN)
        for number, (name, title) in sorted(called.items())
        if not name.startswith("citation/")
    }
    patterns: dict[str, str] = {}
    written: dict[int, dict[Title, list[str]]] = {number: {} for number in items}
    order = {item["id"]: place for place, item in enumerate(items.values())}
    for style in STYLES:
        rests_on = [edition.version, edition.date, *items.values()]
        shown = kept(
            cache,
            f"entries-{style.id}",
            style,
            rests_on,
            partial(_shown, list(items.values()), edition, style),
            *(sys.modules[name] for name in (__name__, record_item.__module__)),
        )
        listed = shown["listed"]
        by_title = list(listed) != [item["id"] for item in items.values()]
        pattern = Pattern(**shown["pattern"], rank=ranks[style.id], by_title=by_title)
        patterns[style.id] = json.dumps(asdict(pattern), ensure_ascii=False)
        for number, item in items.items():
            if title := _title(pattern, item, listed[item["id"]]):
                written[number].setdefault(title, []).append(style.id)
        if by_title:
            # All styles that sort by title sort alike; a test holds them to it.
            order = _ranks(listed, {item["id"]: item["title"] for item in items.values()})
    return patterns, [
        (number, order[item["id"]], _compact(written[number])) for number, item in items.items()
    ]


def _ranks(listed: Iterable[str], titles: Mapping[str, str]) -> dict[str, int]:
    """Return the place of each entry; those of one title have one, as styles differ in the rest."""
    places = {title: place for place, title in enumerate(map(titles.__getitem__, listed))}
    return {slug: places[title] for slug, title in titles.items()}


def _shown(items: Sequence[Item], edition: EditionFile, style: Style) -> dict[str, Any]:
    """Return the pattern of a style, but for its place, and the entries in its order, by slug."""
    csl, pandoc = csl_text(style), pandoc_path()
    listed = list_apart(items, style, csl, pandoc)
    return {
        "pattern": _pattern(edition, style, csl, pandoc),
        "listed": {slug: _line(entry) for slug, entry in listed.items()},
    }


def _pattern(edition: EditionFile, style: Style, csl: str, pandoc: str) -> dict[str, Any]:
    def seen(on: date, title: str = _TITLE) -> Item:
        item = record_item(_LINK, title, edition.version, edition.date, on)
        return {**item, "id": f"{item['id']}-{on:%m%d}-{title}"}

    def told(item: Item, listed: Mapping[str, str]) -> str:
        return _line(listed[item["id"]]).replace(item["id"], "{slug}")

    days = [seen(_SEEN.replace(day=day)) for day in range(1, 32)]
    months = [seen(_SEEN.replace(month=month)) for month in range(1, 13)]
    item = seen(_SEEN)
    apart = list_apart(list({one["id"]: one for one in days + months}.values()), style, csl, pandoc)
    entry = told(item, apart)
    day, as_days = _varying([told(one, apart) for one in days], entry, "{day}")
    month, as_months = _varying([told(one, apart) for one in months], entry, "{month}")
    lettered = told(item, list_together([item, seen(_SEEN, _NEIGHBOUR)], style, csl, pandoc))
    below = told(item, repeated([item], style, csl, pandoc)) if style.dash else ""
    slots = [*day, *month, *_inserted(lettered, entry, "{letter}")]
    return {
        "entry": _with_slots(entry, slots),
        "dash": _dash(below, entry) if style.dash else "",
        "days": as_days,
        "months": as_months,
    }


def _with_slots(entry: str, slots: Sequence[_Slot]) -> str:
    for start, end, mark in sorted(slots, reverse=True):
        entry = entry[:start] + mark + entry[end:]
    for text, mark in ((f"terkha:{_LINK}", "{link}"), (_TITLE, "{title}"), ("8765", "{year}")):
        entry = entry.replace(text, mark)
    return entry


def _varying(texts: Sequence[str], entry: str, mark: str) -> tuple[list[_Slot], list[str]]:
    """Return where in ``entry``, one of the texts, they differ, and what each has there."""
    if len(set(texts)) == 1:
        return [], []
    start = _alike(*texts)
    behind = _alike(*(text[::-1] for text in texts))
    parts = [text[start : len(text) - behind] for text in texts]
    return [(start, len(entry) - behind, mark)], parts


def _inserted(longer: str, entry: str, mark: str) -> list[_Slot]:
    """Return where in ``entry`` the longer text has its letter; nowhere if it is the same."""
    if longer == entry:
        return []
    at = _alike(longer, entry)
    if longer != f"{entry[:at]}a{entry[at:]}":
        raise RuntimeError(f"an entry of Terkha has more than a letter among others: {longer}")
    return [(at, at, mark)]


def _dash(below: str, entry: str) -> str:
    """Return what stands for the author in an entry below another one."""
    before, behind = entry.split(AUTHOR, 1)
    if not (below.startswith(before) and below.endswith(behind)):
        raise RuntimeError(f"an entry of Terkha below another differs by more than a dash: {below}")
    return below[len(before) : len(below) - len(behind)]


def _title(pattern: Pattern, item: Item, entry: str) -> Title | None:
    """Return the title in an entry; None where it is written as it is."""
    head, tail = filled(pattern, item, Title("\0"), "").split("\0")
    for swallows in range(_STOPS + 1):
        rest = tail[swallows:]
        if entry.startswith(head) and entry.endswith(rest):
            title = Title(entry[len(head) : len(entry) - len(rest)], swallows)
            plain = Title(escape(item["title"], quote=False))
            return None if title == plain else title
    raise RuntimeError(f"an entry of Terkha does not have the shape of the others: {entry}")


def _compact(written: Mapping[Title, Sequence[str]]) -> str:
    rows = [[title.html, title.swallows, styles] for title, styles in written.items()]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def _alike(*texts: str) -> int:
    """Return how many characters all texts begin with."""
    return sum(1 for _ in takewhile(lambda chars: len(set(chars)) == 1, zip(*texts, strict=False)))


def _line(entry: str) -> str:
    """Return an entry on one line, with the permanent link as it is."""
    return _BLANKS.sub(" ", entry).replace(_FALSE_SCHEME, _TRUE_SCHEME)
