# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A page cut into pieces, so that its beginning is on the screen before its end is laid out."""

from __future__ import annotations

import re

_BLOCKS = re.compile(r"<(/?)(?:table|p|h[1-6])\b")
_FIRST = 7_000  # letters of HTML that fill the tallest usual window
_NEXT = 5_000  # what a slow machine lays out before a reader notices


def pieces(html: str, first: int = _FIRST, following: int = _NEXT) -> list[str]:
    """Return ``html`` in pieces of at least so many letters, each a row of whole blocks.

    Laying out a long page takes a tenth of a second, its first screen a tenth of that.
    """
    cut: list[str] = []
    start = depth = 0
    least = first
    for tag in _BLOCKS.finditer(html):
        if tag[1]:
            depth -= 1
            continue
        if depth == 0 and tag.start() - start >= least:
            cut.append(html[start : tag.start()])
            start, least = tag.start(), following
        depth += 1
    return [*cut, html[start:]]
