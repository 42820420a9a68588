# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A page cut into pieces, so that its beginning is on the screen before its end is laid out."""

from __future__ import annotations

import re

_BLOCKS = re.compile(r"<(/?)(?:table|p|h[1-6])\b")
_LEAST = 3_000  # letters of HTML: what a slow machine lays out before a reader notices


def pieces(html: str, least: int = _LEAST) -> list[str]:
    """Return ``html`` in pieces of at least so many letters, each a row of whole blocks.

    Laying out a long page takes a tenth of a second, its first screen a tenth of that.
    """
    cut: list[str] = []
    start = depth = 0
    for tag in _BLOCKS.finditer(html):
        if tag[1]:
            depth -= 1
            continue
        if depth == 0 and tag.start() - start >= least:
            cut.append(html[start : tag.start()])
            start = tag.start()
        depth += 1
    return [*cut, html[start:]]
