# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Where on a laid-out page its sections begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QTextDocument

    from terkha.pages import Section


def section_places(text: QTextDocument, sections: Iterable[Section]) -> list[tuple[float, str]]:
    """Return place and anchor of each section, from the top of the page."""
    wanted = {section.anchor for section in sections}
    layout = text.documentLayout()
    places: dict[str, float] = {}
    block = text.begin()
    while block.isValid() and len(places) < len(wanted):
        part = block.begin()
        while not part.atEnd():
            for name in part.fragment().charFormat().anchorNames():
                if name in wanted:
                    places.setdefault(name, layout.blockBoundingRect(block).top())
            part += 1
        block = block.next()
    return sorted((place, name) for name, place in places.items())
