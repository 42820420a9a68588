# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Writes the formatted list as plain text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from terkha_db.citing.listing import lines_under

if TYPE_CHECKING:
    from terkha_db.citing.entry import Entry


def write(entries: Sequence[Entry]) -> bytes:
    """Write a line per entry in the order given, an empty line between; UTF-8, LF."""
    blocks = [
        "\n".join([entry.text, *(f"    {line}" for line in lines_under(entry))])
        for entry in entries
    ]
    return ("\n\n".join(blocks) + "\n").encode("utf-8") if blocks else b""


def loses(entries: Sequence[Entry]) -> str:
    """Say nothing: the list is what the reader sees."""
    return ""
