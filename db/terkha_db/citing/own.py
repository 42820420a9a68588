# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Formats the reader's own works: by a pandoc found on the machine, or else as a marked draft.

The catalogue's works were formatted when it was built. No formatter in Python gets the styles
right, and pandoc is too large to ship; so without it an entry says that it is a draft.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Any

from terkha_db.citing.entry import Entry
from terkha_db.citing.pandoc import Rendered, render_style
from terkha_db.citing.styles import NUMBER, Style

DRAFT = "[draft]"
"""Stands at the end of every entry that no style has formatted."""

Item = Mapping[str, Any]


def own_entries(
    items: Sequence[Item], style: Style, csl: str, among: Sequence[Entry] = ()
) -> list[Entry]:
    """Return works as entries of a style, to be listed among entries of the catalogue.

    Args:
        items: CSL-JSON items; their ids differ from those of ``among``.
        style: the style.
        csl: the text of its CSL file.
        among: entries of the catalogue in the same style, in any order.

    """
    if not items:
        return []
    formatted = _by_pandoc(items, style, csl) or {item["id"]: _draft(item, style) for item in items}
    ordered = sorted(among, key=lambda entry: entry.sort_key)
    return [
        replace(entry, sort_key=_place(entry.text, ordered), style=style.id)
        for entry in (formatted[item["id"]] for item in items)
    ]


def is_draft(entry: Entry) -> bool:
    """Tell whether an entry was formatted by no style."""
    return entry.text.endswith(DRAFT)


def _by_pandoc(items: Sequence[Item], style: Style, csl: str) -> dict[str, Entry]:
    """Return the entry of each work by id; nothing if there is no pandoc, or it fails."""
    pandoc = shutil.which("pandoc")
    if pandoc is None:
        return {}
    try:
        changed = Path(pandoc).stat().st_mtime_ns
        rendered = _rendered(json.dumps(items, default=dict), style, csl, pandoc, changed)
    except OSError:
        return {}
    listed = {one.slug: one for one in rendered if one.form == "bibliography"}
    repeated = {one.slug: one.html for one in rendered if one.form == "repeated"}
    return {
        item["id"]: Entry(
            item,
            listed[item["id"]].html,
            listed[item["id"]].text,
            repeated=repeated.get(item["id"], ""),
        )
        for item in items
        if rendered
    }


@lru_cache(maxsize=64)
def _rendered(
    items: str, style: Style, csl: str, pandoc: str, _changed: int
) -> tuple[Rendered, ...]:
    """Format works, once: pandoc takes seconds, and a dialog asks for one list several times."""
    try:
        return tuple(render_style(json.loads(items), style, csl, pandoc))
    except (RuntimeError, ValueError):
        # An old or broken pandoc is no fault of the reader's works: they stay drafts.
        return ()


def _place(text: str, ordered: Sequence[Entry]) -> str:
    """Return the sort key that puts a text behind the last entry that does not come after it."""
    behind = ""
    for entry in ordered:
        if _folded(entry.text) > _folded(text):
            break
        behind = entry.sort_key
    return f"{behind} {_folded(text)}"


def _folded(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def _draft(item: Item, style: Style) -> Entry:
    """Return author, title, container, publisher, date and address, in one plain order."""
    pieces = list(_pieces(item))
    number = f"{NUMBER}. " if style.form == "numeric" else ""
    text = number + " ".join(f"{plain}." for plain, _ in pieces)
    html = number + " ".join(f"{marked}." for _, marked in pieces)
    return Entry(
        item,
        f'<div id="ref-{escape(item["id"])}" class="csl-entry" role="listitem">\n'
        f"{html} {DRAFT}\n</div>",
        f"{text} {DRAFT}",
    )


def _pieces(item: Item) -> Iterator[tuple[str, str]]:
    """Yield the parts of an entry as plain text and as HTML."""
    people = [_called(name) for name in item.get("author") or item.get("editor") or ()]
    if people:
        yield _same(", ".join(people))
    title = str(item["title"])
    container = str(item.get("container-title", ""))
    yield (f"“{title}”", f"“{escape(title)}”") if container else (title, _italic(title))
    if container:
        issue = f"({item['issue']})" if "issue" in item else ""
        tail = "".join(filter(None, [f" {item.get('volume', '')}".rstrip(), issue]))
        pages = f": {item['page']}" if "page" in item else ""
        rest = f"{tail}{pages}"
        yield f"{container}{rest}", f"{_italic(container)}{escape(rest)}"
    place = [item[key] for key in ("publisher-place", "publisher") if item.get(key)]
    dated = [_shown(end) for end in _dates(item, "issued")]
    if item.get("issued", {}).get("circa"):
        dated[0] = f"about {dated[0]}"
    yield _same(", ".join(filter(None, [": ".join(place), "/".join(dated) or "undated"])))
    address = f"doi:{item['DOI']}" if item.get("DOI") else item.get("URL", "")
    if address:
        yield _same(address)
    if seen := "/".join(_shown(end) for end in _dates(item, "accessed")):
        yield _same(f"Accessed {seen}")


def _dates(item: Item, variable: str) -> Sequence[Sequence[int]]:
    dates: Sequence[Sequence[int]] = item.get(variable, {}).get("date-parts", ())
    return dates


def _shown(date: Sequence[int]) -> str:
    return "-".join(f"{part:02}" for part in date)


def _called(name: Mapping[str, str]) -> str:
    if "literal" in name:
        return name["literal"]
    family = " ".join(filter(None, [name.get("non-dropping-particle"), name.get("family")]))
    return ", ".join(filter(None, [family, name.get("given"), name.get("suffix")]))


def _same(text: str) -> tuple[str, str]:
    return text, escape(text)


def _italic(text: str) -> str:
    return f"<em>{escape(text)}</em>"
