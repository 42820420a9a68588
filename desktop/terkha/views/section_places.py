# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Where on a laid-out page its sections and anchors stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtGui import QTextDocument

    from terkha.pages import Section


def section_places(text: QTextDocument, sections: Iterable[Section]) -> list[tuple[float, str]]:
    """Return place and anchor of each section, from the top of the page."""
    wanted = {section.anchor for section in sections}
    places: dict[str, float] = {}
    for name, place in anchor_places(text):
        if name in wanted:
            places.setdefault(name, place)
    return sorted((place, name) for name, place in places.items())


def anchor_places(text: QTextDocument) -> Iterator[tuple[str, float]]:
    """Yield every anchor of a text with its distance from the top."""
    layout = text.documentLayout()
    block = text.begin()
    while block.isValid():
        part = block.begin()
        while not part.atEnd():
            for name in part.fragment().charFormat().anchorNames():
                yield name, layout.blockBoundingRect(block).top()
            part += 1
        block = block.next()
