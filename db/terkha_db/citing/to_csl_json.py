# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Writes CSL-JSON 1.0.2, the format that loses nothing."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from terkha_db.citing.listing import lines_under
from terkha_db.citing.locator import parse

if TYPE_CHECKING:
    from terkha_db.citing.entry import Entry


def write(entries: Sequence[Entry]) -> bytes:
    """Write the items in the order given."""
    items = [_item(entry) for entry in entries]
    return (json.dumps(items, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def loses(entries: Sequence[Entry]) -> str:
    """Say nothing: works are kept as CSL-JSON."""
    return ""


def _item(entry: Entry) -> dict[str, Any]:
    """Give the item with what it is cited for in ``note``, CSL's place for annotations.

    ``custom`` has the locators in CSL's own words, since a locator proper belongs to a citation
    and not to the work cited.
    """
    item = dict(entry.csl)
    if entry.locators:
        places = [parse(words) for words in entry.locators]
        located = [{"label": place.label, "locator": place.value} for place in places]
        item["custom"] = {**item.get("custom", {}), "locators": located}
    if lines := lines_under(entry):
        item["note"] = ". ".join(lines) + "."
    return item
