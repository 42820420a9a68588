# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What the marks of a map mean: drawn with their words beside the map and below its sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF

from terkha.atlas.marks import COUNTY, GROUP, SIDE, Mark, draw_impact, draw_mark, impact_reach
from terkha.atlas.sizes import size_samples
from terkha.charts.canvas import middle, text_width
from terkha.look.commodities import FAMILIES, Family, mark_of
from terkha.look.shapes import FAMILY_SHAPES
from terkha.models.sites import Site

if TYPE_CHECKING:
    from terkha.atlas.scene import Scene
    from terkha.charts.canvas import Canvas
    from terkha.look.fonts import Fonts

_GAP = 7.0  # pixels between a mark and its words
_APART = 18.0  # pixels between two entries of a row
_AIR = 6.0  # pixels between two rows
_SAMPLE = Site("mine/", "", "", 0.0, 0.0, "site", "copper")
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Entry:
    """One mark of the key and what it means."""

    words: str
    wide: float
    draw: Callable[[Canvas, QPointF], None]

    def width(self, fonts: Fonts) -> float:
        """Return what it takes of a row."""
        return self.wide + _GAP + text_width(fonts, self.words, "caption")


def precision_entries() -> list[Entry]:
    """Return what filled, outlined and dashed marks mean."""
    words = (
        translate("Map", "site: the point is the mine"),
        translate("Map", "locality: within some kilometres"),
        translate("Map", "county: the seat, not the mine"),
    )
    sides = (("site", SIDE), ("locality", SIDE), ("county", COUNTY))
    return [
        _entry(text, Mark((_SAMPLE,), QPointF(), side, kind))
        for text, (kind, side) in zip(words, sides, strict=True)
    ]


def family_entries(scene: Scene) -> list[Entry]:
    """Return the families of the mines that filters and lens leave."""
    shown = [site for site in scene.sites if site.is_placed and site.id not in scene.outside]
    drawn = {mark_of(site.commodity).family.id for site in shown}
    return [
        Entry(translate("MapKey", family.label), SIDE, _family(family))
        for family in FAMILIES
        if family.id in drawn
    ]


def sign_entries(scene: Scene) -> list[Entry]:
    """Return what the other signs mean that this map may have."""
    placed = [site for site in scene.sites if site.is_placed]
    found: list[Entry] = []
    if "gather" not in scene.off and not scene.size:
        group = Mark((_SAMPLE,) * 4, QPointF(), GROUP, "group")
        found.append(_entry(translate("Map", "several mines, too near to draw apart"), group))
    if "outside" not in scene.off and any(site.id in scene.outside for site in placed):
        words = translate("Map", "outside the filters")
        if any(site.outside for site in placed):
            words = translate("Map", "outside the filters or the lens")
        found.append(_entry(words, Mark((_SAMPLE,), QPointF(), SIDE, "site", outside=True)))
    if "impacts" not in scene.off:
        mark = Mark((_SAMPLE,), QPointF(), SIDE, "site")

        def draw(canvas: Canvas, at: QPointF) -> None:
            draw_impact(canvas, replace(mark, at=at))
            draw_mark(canvas, replace(mark, at=at))

        wide = SIDE + 2 * impact_reach(mark)
        found.append(Entry(translate("Map", "an impact or protest is recorded"), wide, draw))
    return found


def size_entries(scene: Scene) -> list[Entry]:
    """Return marks of a few sizes with what they stand for; none where all marks are alike."""
    slug = scene.size.removeprefix("resource_") if scene.size.startswith("resource_") else "copper"
    site = replace(_SAMPLE, commodity=slug)
    return [
        _entry(words, Mark((site,), QPointF(), side, "site"))
        for words, side in size_samples(scene.sites, scene.size)
    ]


def rows_of(fonts: Fonts, entries: Sequence[Entry], room: float) -> list[list[Entry]]:
    """Return as many entries in a row as there is room for, about as many in each."""
    count = 1
    while True:
        size = -(-len(entries) // count)
        rows = [list(entries[at : at + size]) for at in range(0, len(entries), size or 1)]
        if size <= 1 or all(_wide(fonts, row) <= room for row in rows):
            return rows
        count += 1


def row_height(fonts: Fonts, row: Sequence[Entry]) -> float:
    """Return how high a row of the key is."""
    return max([fonts.line("caption") + _AIR, *(entry.wide + 2 for entry in row)])


def draw_row(
    canvas: Canvas, row: Sequence[Entry], left: float, y: float, column: float = 0.0
) -> None:
    """Draw entries from ``left`` on, around ``y``; narrow marks in the middle of a ``column``."""
    for entry in row:
        wide = max(entry.wide, column)
        entry.draw(canvas, QPointF(left + wide / 2, y))
        baseline = QPointF(left + wide + _GAP, middle(canvas.fonts, "caption", y))
        canvas.text(baseline, entry.words, "caption", canvas.theme.ink2)
        left += entry.width(canvas.fonts) - entry.wide + wide + _APART


def _wide(fonts: Fonts, row: Sequence[Entry]) -> float:
    return sum(entry.width(fonts) for entry in row) + _APART * (len(row) - 1)


def _entry(words: str, mark: Mark) -> Entry:
    return Entry(words, mark.side, lambda canvas, at: draw_mark(canvas, replace(mark, at=at)))


def _family(family: Family) -> Callable[[Canvas, QPointF], None]:
    def draw(canvas: Canvas, at: QPointF) -> None:
        box = QRectF(at.x() - SIDE / 2, at.y() - SIDE / 2, SIDE, SIDE)
        canvas.fill(FAMILY_SHAPES[family.shape](box), canvas.theme.families[family.id])

    return draw
