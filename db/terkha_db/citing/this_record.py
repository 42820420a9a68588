# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Terkha's own entry for a record or view: what one cites who cites it and not its sources.

All these entries differ in title, link and day of access only. Pandoc shows, when the catalogue is
built, how each style writes one of them (``Pattern``) and every title; the rest is filled in when
an entry is wanted, so that it is final with no pandoc on the machine. Titles of views (charts, the
map) are made while Terkha runs: they have no marks that a style changes, only letters.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from html import escape
from typing import Any

from terkha_db.citing.csl import date_parts

NAME = "Terkha: Mining on the Tibetan Plateau"
"""How Terkha is called in lists of works."""
AUTHOR = "Terkha"
_SCHEME = "terkha:"


@dataclass(frozen=True, slots=True)
class Pattern:
    """How a style writes Terkha's own entries."""

    entry: str
    """The whole ``div`` on one line, with ``{slug}``, ``{title}`` and ``{link}`` in it, and where
    the style has them ``{letter}`` behind the year and ``{day}``, ``{month}`` and ``{year}``."""
    dash: str
    """What stands for the author below another of these entries; "" where the author is named."""
    days: tuple[str, ...]
    """How the style writes the days of a month; none where it leaves out the day of access."""
    months: tuple[str, ...]
    """How it writes the twelve months."""
    rank: int
    """Rank of all these entries together in the style's own order of all works."""
    by_title: bool
    """Whether the style sorts them by title; else they stay in the order given."""


@dataclass(frozen=True, slots=True)
class Title:
    """How a style writes the title of one record."""

    html: str
    swallows: int = 0
    """How many characters behind it in the pattern it takes the place of: a full stop."""


def record_item(link: str, title: str, edition: str, issued: str, accessed: date) -> dict[str, Any]:
    """Return a record or view as a CSL-JSON item, by which every format and style can cite it.

    The edition stands in the name of the site, since most styles have no place for the version of
    a web page; Terkha is the author too, as some styles have none for the site. The address is the
    permanent link, which opens the record in any installation.

    Args:
        link: the permanent id, ``mine/julong``, with the anchor of a value if one is meant; of a
            view its link with what it asks for, ``chart/copper-resources?scale=log``.
        title: how the record is called; the full stop of a sentence is left to the style.
        edition: the version of the catalogue.
        issued: the date of the edition, ``YYYY-MM-DD``.
        accessed: the day on which the reader saw it.

    """
    slug = f"terkha-{_plain(link)}"
    return {
        "id": slug,
        "type": "webpage",
        "title": title.removesuffix("."),
        "author": [{"literal": AUTHOR}],
        "container-title": f"{NAME}, edition {edition}",
        "issued": {"date-parts": date_parts(issued, slug)},
        "accessed": {"date-parts": [[accessed.year, accessed.month, accessed.day]]},
        "URL": f"{_SCHEME}{link}",
        "language": "en",
    }


def _plain(link: str) -> str:
    """Return a link as a part of a key; what a view asks for is too long for one."""
    path, asks, query = link.partition("?")
    told = f"-{sha256(query.encode()).hexdigest()[:6]}" if asks else ""
    return re.sub("[/#]", "-", path) + told


def record_of(item: Mapping[str, Any]) -> str:
    """Return the permanent id of the record that an item cites."""
    return str(item["URL"]).removeprefix(_SCHEME).partition("#")[0]


def filled(pattern: Pattern, item: Mapping[str, Any], title: Title | None, letter: str) -> str:
    """Return the entry of an item as HTML.

    Args:
        pattern: how the style writes such entries.
        item: what :func:`record_item` made.
        title: how the style writes the title; None where it writes it as it is.
        letter: what tells the entry from others of the year, "" for one that stands alone.

    """
    written = title or Title(escape(item["title"], quote=False))
    head, tail = pattern.entry.split("{title}")
    year, month, day = item["accessed"]["date-parts"][0]
    parts = {
        "{slug}": item["id"],
        "{link}": escape(item["URL"]),
        "{letter}": letter,
        "{year}": str(year),
        "{month}": pattern.months[month - 1] if pattern.months else "",
        "{day}": pattern.days[day - 1] if pattern.days else "",
    }
    for part, text in parts.items():
        head, tail = head.replace(part, text), tail.replace(part, text)
    return f"{head}{written.html}{tail[written.swallows :]}"


def dashed(pattern: Pattern, entry: str) -> str:
    """Return an entry as it stands below another one of Terkha; "" if the style has no dash."""
    return entry.replace(AUTHOR, pattern.dash, 1) if pattern.dash else ""


def year_letter(place: int) -> str:
    """Return what stands behind the year of the entry at ``place``, from 0: a to z, then aa."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters
