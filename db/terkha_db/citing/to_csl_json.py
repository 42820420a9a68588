# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Writes CSL-JSON 1.0.2, the format that loses nothing."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from terkha_db.citing.listing import lines_under

if TYPE_CHECKING:
    from terkha_db.citing.entry import Entry


def write(entries: Sequence[Entry]) -> bytes:
    """Write the items in the order given.

    Locators and uses go into ``note``, CSL's place for annotations: a locator proper belongs to a
    citation and not to the work.
    """
    items = []
    for entry in entries:
        item = dict(entry.csl)
        if lines := lines_under(entry):
            item["note"] = ". ".join([*lines, ""]).strip()
        items.append(item)
    return (json.dumps(items, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def loses(entries: Sequence[Entry]) -> str:
    """Say nothing: works are kept as CSL-JSON."""
    return ""
