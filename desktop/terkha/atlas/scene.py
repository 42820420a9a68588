# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The whole picture of a map: one description that screen, files and tests draw from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF

from terkha.atlas.ground import (
    EDGE,
    draw_degrees,
    draw_ground,
    draw_names,
    draw_north,
    draw_scale,
    note,
)
from terkha.atlas.layers import UNSEEN
from terkha.atlas.marks import Mark, draw_mark, place_marks, side_of
from terkha.charts.canvas import middle, shortened, text_width, wrapped
from terkha.look import shapes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from terkha.atlas.viewport import Viewport
    from terkha.charts.canvas import Canvas
    from terkha.models.sites import Site

_SITE_NAMES = 1500.0  # metres of a pixel below which sites are named
_LONGEST = 190  # pixels of a site's name
_BUTTONS = QSizeF(54, 130)
_FOOT = 26.0  # pixels of the note below
_RING = 7.0  # pixels around a mark with an impact


@dataclass(frozen=True, slots=True)
class Scene:
    """What is to be drawn: which part, which sites, and how."""

    view: Viewport
    sites: Sequence[Site] = ()
    outside: frozenset[str] = frozenset()
    """Sites that filters or lens leave out: hollow and grey."""
    impacted: frozenset[str] = frozenset()
    chosen: frozenset[str] = frozenset()
    off: frozenset[str] = UNSEEN
    """Layers that are not drawn."""
    size: str = ""
    """Field that marks are sized by; all alike where it is empty."""

    def marks(self) -> list[Mark]:
        """Return the marks in the order in which they are drawn."""
        sites = self.sites
        if "outside" in self.off:
            sites = [site for site in sites if site.id not in self.outside]
        gather = "gather" not in self.off and not self.size
        side = side_of(sites, self.size)
        return place_marks(sites, self.view, self.outside, side, gather=gather)

    def within(self, view: Viewport) -> Scene:
        """Return the same scene seen through another window."""
        return replace(self, view=view)


def draw_scene(
    canvas: Canvas, scene: Scene, *, furniture: bool = False, window: QRectF | None = None
) -> list[Mark]:
    """Draw ground, marks and names, and what a sheet needs besides; return the marks.

    Where only a ``window`` of it is looked at, no name is written across its edge.
    """
    view = scene.view
    draw_ground(canvas, view, graticule="graticule" not in scene.off)
    marks = scene.marks()
    with canvas.group("sites"):
        for mark in marks:
            with canvas.group(_id(mark), ", ".join(site.title for site in mark.sites)):
                if "impacts" not in scene.off and _has(mark, scene.impacted):
                    _draw_impact(canvas, mark)
                draw_mark(canvas, mark, chosen=_has(mark, scene.chosen))
    taken = [mark.area.adjusted(-1, -1, 1, 1) for mark in marks]
    if furniture:
        taken += _draw_furniture(canvas, scene)
    if window is not None:
        taken += _edges(window)
    if "labels" not in scene.off:
        _draw_labels(canvas, scene, marks, taken)
    if "names" not in scene.off:
        draw_names(canvas, view, taken)
    return marks


def _edges(window: QRectF) -> list[QRectF]:
    """Return the edges of a window, its buttons and its foot, which names keep clear of."""
    wide, high = QSizeF(window.width(), 1), QSizeF(1, window.height())
    return [
        QRectF(window.topLeft(), wide),
        QRectF(window.bottomLeft(), wide),
        QRectF(window.topLeft(), high),
        QRectF(window.topRight(), high),
        QRectF(window.topLeft(), _BUTTONS),
        QRectF(window.left(), window.bottom() - _FOOT, window.width(), _FOOT),
    ]


def _draw_furniture(canvas: Canvas, scene: Scene) -> list[QRectF]:
    """Draw degrees, scale, north and the note; return what they cover."""
    view = scene.view
    if "graticule" not in scene.off:
        draw_degrees(canvas, view)
    scale = draw_scale(canvas, view)
    north = QPointF(view.width - 24, 46)
    draw_north(canvas, view, north)
    return [scale, QRectF(north.x() - 14, north.y() - 20, 28, 44), draw_note(canvas, view)]


def draw_note(canvas: Canvas, view: Viewport) -> QRectF:
    """Write whose lines these are, at the lower right; return what it covers."""
    theme, fonts = canvas.theme, canvas.fonts
    lines = wrapped(fonts, note(), "caption", view.width - 2 * EDGE - 170)
    line = fonts.line("caption")
    wide = max(text_width(fonts, words, "caption") for words in lines) + 16
    high = line * len(lines) + 4
    area = QRectF(view.width - wide, view.height - high, wide, high)
    canvas.fill(shapes.square(area), theme.surface)
    for number, words in enumerate(lines):
        y = middle(fonts, "caption", area.top() + 2 + line * (number + 0.5))
        canvas.text(QPointF(area.left() + 8, y), words, "caption", theme.ink2)
    return area


def _draw_impact(canvas: Canvas, mark: Mark) -> None:
    """Draw a ring of dots around a site that an impact or protest is recorded of."""
    grown = _RING if mark.kind != "county" else 4.0
    ring = shapes.ellipse(mark.area.adjusted(-grown, -grown, grown, grown))
    canvas.stroke(ring, canvas.theme.disp, 1.4, dashes=(1.2, 1.6))


def _draw_labels(canvas: Canvas, scene: Scene, marks: Sequence[Mark], taken: list[QRectF]) -> None:
    """Write the names of single sites where there is room, and where their water goes."""
    basins = "basins" not in scene.off
    near = scene.view.metres <= _SITE_NAMES
    for mark in sorted(marks, key=lambda mark: (mark.outside, -mark.side)):
        site = mark.sites[0]
        water = site.text("river_basin") if basins and not mark.outside else ""
        named = near or (water and len(mark.sites) == 1) or site.id in scene.chosen
        if named and len(mark.sites) == 1:
            lines = [(site.title, "caption-strong")] + ([(water, "water")] if water else [])
            _draw_label(canvas, scene.view, mark, lines, taken)


def _draw_label(
    canvas: Canvas,
    view: Viewport,
    mark: Mark,
    lines: Sequence[tuple[str, str]],
    taken: list[QRectF],
) -> None:
    theme, fonts = canvas.theme, canvas.fonts
    cut = [(shortened(fonts, text, role, _LONGEST), role) for text, role in lines]
    wide = max(text_width(fonts, text, role) for text, role in cut)
    line = fonts.line("caption") - 2
    high = line * len(cut)
    right, left = mark.area.right() + 5, mark.area.left() - 5 - wide
    top = mark.at.y() - high / 2
    canvas_area = QRectF(2, 2, view.width - 4, view.height - 4)
    for x, y in ((right, top), (left, top), (right, top - line), (right, top + line)):
        place = QRectF(x, y, wide, high)
        if canvas_area.contains(place) and not any(place.intersects(one) for one in taken):
            break
    else:
        return
    taken.append(place)
    tones = {"water": theme.accent}
    for number, (text, role) in enumerate(cut):
        baseline = middle(fonts, role, place.top() + line * (number + 0.5))
        tone = theme.ink3 if mark.outside else tones.get(role, theme.ink)
        canvas.text(QPointF(place.left(), baseline), text, role, tone, halo=theme.land)


def _has(mark: Mark, ids: frozenset[str]) -> bool:
    return bool(ids) and any(site.id in ids for site in mark.sites)


def _id(mark: Mark) -> str:
    first = mark.sites[0].id.replace("/", "-")
    return first if len(mark.sites) == 1 else f"{mark.kind}-{first}"
