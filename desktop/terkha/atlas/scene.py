# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The whole picture of a map: one description that screen, files and tests draw from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF

from terkha.atlas.ground import (
    EDGE,
    degrees_of,
    draw_degrees,
    draw_ground,
    draw_names,
    draw_north,
    draw_scale,
    north_area,
    note,
    scale_area,
)
from terkha.atlas.layers import UNSEEN
from terkha.atlas.marks import (
    RING,
    Mark,
    count_area,
    draw_impact,
    draw_mark,
    place_marks,
    side_of,
)
from terkha.charts.canvas import middle, shortened, text_width, wrapped
from terkha.look import shapes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from terkha.atlas.viewport import Viewport
    from terkha.charts.canvas import Canvas
    from terkha.look.fonts import Fonts
    from terkha.models.sites import Site

_SITE_NAMES = 1500.0  # metres of a pixel below which sites are named
_LONGEST = 190  # pixels of a site's name
_STACKED = 4  # mines of one point that are named
_BUTTONS = QSizeF(54, 130)
_FOOT = 26.0  # pixels of the note below
_WAYS = ((-0.7, -0.7), (0.7, -0.7), (-0.7, 0.7), (0.7, 0.7), (-1, 0), (1, 0), (0, -1), (0, 1))
_SPOT = 3.0  # pixels around a place that was looked for


@dataclass(frozen=True, slots=True)
class Scene:
    """What is to be drawn: which part, which sites, and how."""

    view: Viewport
    sites: Sequence[Site] = ()
    outside: frozenset[str] = frozenset()
    """Sites that filters or lens leave out: hollow and grey."""
    filtered: frozenset[str] = frozenset()
    """Those of them that the filters leave out."""
    impacted: frozenset[str] = frozenset()
    chosen: frozenset[str] = frozenset()
    off: frozenset[str] = UNSEEN
    """Layers that are not drawn."""
    size: str = ""
    """Field that marks are sized by; all alike where it is empty."""
    found: tuple[str, float, float] | None = None
    """Name, longitude and latitude of a place that was looked for."""

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
    covers = [_cover(mark, scene) for mark in marks]
    numbers: list[QRectF] = []
    hidden: list[Mark] = []
    with canvas.group("sites"):
        for at, mark in enumerate(marks):
            count = _count_place(canvas.fonts, mark, covers, at)
            if mark.kind == "county" and mark.number > 1:
                numbers.append(count_area(canvas.fonts, mark, count))
            with canvas.group(_id(mark), ", ".join(site.title for site in mark.sites)):
                if "impacts" not in scene.off and _has(mark, scene.impacted):
                    draw_impact(canvas, mark)
                draw_mark(canvas, mark, chosen=_has(mark, scene.chosen), count=count)
    taken = [*covers, *numbers]
    if furniture:
        taken += _draw_furniture(canvas, scene, covers)
    if window is not None:
        fixed = _edges(canvas.fonts, scene, window, covers)
        taken += fixed
        # Who does not see a mark takes its name for that of another one.
        hidden = [mark for mark in marks if any(one.contains(mark.at) for one in fixed)]
    if scene.found is not None:
        _draw_found(canvas, scene, taken)
    if "labels" not in scene.off:
        _draw_labels(canvas, scene, [m for m in marks if m not in hidden], taken, window)
    if "names" not in scene.off:
        circles = [cover for mark, cover in zip(marks, covers, strict=True) if _is_wide(mark)]
        others = [cover for mark, cover in zip(marks, covers, strict=True) if not _is_wide(mark)]
        draw_names(canvas, view, [*others, *taken[len(marks) + len(numbers) :]], circles, numbers)
    return marks


def _is_wide(mark: Mark) -> bool:
    """Whether a mark is a circle through which the ground is seen."""
    return mark.kind == "county"


def _cover(mark: Mark, scene: Scene) -> QRectF:
    """Return what a mark covers, with its ring where it is chosen."""
    reach = RING if _has(mark, scene.chosen) else 1.0
    return mark.area.adjusted(-reach, -reach, reach, reach)


def _count_place(fonts: Fonts, mark: Mark, covers: Sequence[QRectF], at: int) -> QPointF | None:
    """Return where a county's number of mines is written if a mark above covers its middle."""
    above = covers[at + 1 :]
    if mark.kind != "county" or not _meets(count_area(fonts, mark), above):
        return None
    far = covers[at].width() / 2 + fonts.px(6)
    spots = [mark.at + QPointF(x, y) * far for x, y in _WAYS]
    others = [*covers[:at], *above]
    free = (spot for spot in spots if not _meets(count_area(fonts, mark, spot), others))
    return next(free, spots[0])


def _meets(area: QRectF, others: Sequence[QRectF]) -> bool:
    return any(area.intersects(other) for other in others)


def _edges(fonts: Fonts, scene: Scene, window: QRectF, covers: Sequence[QRectF]) -> list[QRectF]:
    """Return the edges of a window and what stands fixed on it, which names keep clear of."""
    wide, high = QSizeF(window.width(), 1), QSizeF(1, window.height())
    buttons = QSizeF(fonts.px(_BUTTONS.width()), fonts.px(_BUTTONS.height()))
    foot = fonts.px(_FOOT)
    view, corner = scene.view.resized(window.width(), window.height()), window.topLeft()
    fixed = [scale_area(fonts, view), north_area(view), _note_of(fonts, view)[1]]
    if "graticule" not in scene.off:
        marks = [one.translated(-corner) for one in covers]
        fixed += [area for _, area in degrees_of(fonts, view, marks)]
    return [
        QRectF(corner, wide),
        QRectF(window.bottomLeft(), wide),
        QRectF(corner, high),
        QRectF(window.topRight(), high),
        QRectF(corner, buttons),
        QRectF(window.left(), window.bottom() - foot, window.width(), foot),
        *(area.translated(corner) for area in fixed),
    ]


def _draw_furniture(canvas: Canvas, scene: Scene, covers: Sequence[QRectF]) -> list[QRectF]:
    """Draw degrees, scale, north and the note; return what they cover."""
    view = scene.view
    degrees = [] if "graticule" in scene.off else draw_degrees(canvas, view, covers)
    return [
        *degrees,
        draw_scale(canvas, view),
        draw_north(canvas, view),
        draw_note(canvas, view),
    ]


def _note_of(fonts: Fonts, view: Viewport) -> tuple[list[str], QRectF]:
    """Return the lines that say whose lines these are, and what they cover at the lower right."""
    lines = wrapped(fonts, note(), "caption", view.width - 2 * EDGE - 170)
    wide = max(text_width(fonts, words, "caption") for words in lines) + 16
    high = fonts.line("caption") * len(lines) + 4
    return lines, QRectF(view.width - wide, view.height - high, wide, high)


def draw_note(canvas: Canvas, view: Viewport) -> QRectF:
    """Write whose lines these are, at the lower right; return what it covers."""
    theme, fonts, line = canvas.theme, canvas.fonts, canvas.fonts.line("caption")
    lines, area = _note_of(fonts, view)
    canvas.fill(shapes.square(area), theme.surface)
    for number, words in enumerate(lines):
        y = middle(fonts, "caption", area.top() + 2 + line * (number + 0.5))
        canvas.text(QPointF(area.left() + 8, y), words, "caption", theme.ink2)
    return area


def _draw_found(canvas: Canvas, scene: Scene, taken: list[QRectF]) -> None:
    """Draw where a place is that was looked for, with its name."""
    assert scene.found is not None
    name, lon, lat = scene.found
    spot = QRectF(0, 0, 2 * _SPOT, 2 * _SPOT)
    spot.moveCenter(scene.view.place(lon, lat))
    for reach, colour, width in ((4, canvas.theme.land, 5.0), (4, canvas.theme.accent, 2.0)):
        ring = shapes.ellipse(spot.adjusted(-reach, -reach, reach, reach))
        canvas.stroke(ring, colour, width)
    canvas.fill(shapes.ellipse(spot), canvas.theme.accent)
    area = spot.adjusted(-5, -5, 5, 5)
    lines = [(name, "caption-strong", canvas.theme.accent)]
    place = _draw_label(canvas, scene.view, area, lines, taken)
    taken += [area] if place is None else [area, place]


def _draw_labels(
    canvas: Canvas,
    scene: Scene,
    marks: Sequence[Mark],
    taken: list[QRectF],
    window: QRectF | None,
) -> None:
    """Write the names of single sites where there is room, and where their water goes."""
    theme = canvas.theme
    basins = "basins" not in scene.off
    near = scene.view.metres <= _SITE_NAMES
    for mark in sorted(marks, key=_first_named):
        tone = theme.ink3 if mark.outside else theme.ink
        alone = basins and len(mark.sites) == 1 and not mark.outside
        water = mark.sites[0].text("river_basin") if alone else ""
        # A mark beyond the edge of the window is named beyond it.
        beyond = window is not None and not window.contains(mark.at)
        kept = [*taken, window] if window is not None and beyond else taken
        for names in _names(mark, named=near or bool(water) or _has(mark, scene.chosen)):
            lines = [(name, "caption-strong", tone) for name in names]
            lines += [(part, "water", theme.accent) for part in _two_lines(canvas.fonts, water)]
            place = _draw_label(canvas, scene.view, _cover(mark, scene), lines, kept)
            if place is not None:
                taken.append(place)
                break


def _two_lines(fonts: Fonts, text: str) -> list[str]:
    """Return a text in two lines at most; what is too long is cut from the second."""
    lines = wrapped(fonts, text, "water", fonts.px(_LONGEST)) if text else []
    return [*lines[:1], " ".join(lines[1:])] if len(lines) > 2 else lines


def _first_named(mark: Mark) -> tuple[bool, bool, float]:
    """Return in which order marks are named: single ones first, and large ones before small."""
    return mark.outside, mark.kind == "group", -mark.side


def _names(mark: Mark, *, named: bool) -> Iterator[list[str]]:
    """Yield what may stand beside a mark: its name, or those of a stack that no zoom parts."""
    if named and len(mark.sites) == 1:
        yield [mark.sites[0].title]
    elif named and mark.kind == "group" and mark.is_one_point:
        # Places of mines first: marks are drawn in the other order.
        ordered = sorted(mark.sites, key=lambda site: (site.precision != "site", site.title))
        titles = [site.title for site in ordered]
        more = len(titles) - 1
        if more < _STACKED:
            yield titles
        first = QCoreApplication.translate("Map", "%(mine)s and %(number)s more")
        yield [first % {"mine": titles[0], "number": more}]


def _draw_label(
    canvas: Canvas,
    view: Viewport,
    area: QRectF,
    lines: Sequence[tuple[str, str, str]],
    taken: Sequence[QRectF],
) -> QRectF | None:
    """Write lines (text, role, tone) beside an area where there is room; return where."""
    theme, fonts = canvas.theme, canvas.fonts
    longest = fonts.px(_LONGEST)
    cut = [(shortened(fonts, text, role, longest), role, tone) for text, role, tone in lines]
    wide = max(text_width(fonts, text, role) for text, role, _ in cut)
    line = fonts.line("caption") - 2
    high = line * len(cut)
    right, left = area.right() + 4.5, area.left() - 4.5 - wide
    top = area.center().y() - high / 2
    canvas_area = QRectF(2, 2, view.width - 4, view.height - 4)
    centre = area.center().x() - wide / 2
    beside = [(x, y) for y in (top, top - line, top + line) for x in (right, left)]
    for x, y in (*beside, (centre, area.top() - high), (centre, area.bottom())):
        place = QRectF(x, y, wide, high)
        # A letter of room, so that two names beside one another are not read as one.
        if canvas_area.contains(place) and not _meets(place.adjusted(-4, 0, 4, 0), taken):
            break
    else:
        return None
    for number, (text, role, tone) in enumerate(cut):
        baseline = middle(fonts, role, place.top() + line * (number + 0.5))
        canvas.text(QPointF(place.left(), baseline), text, role, tone, halo=theme.land)
    return place


def _has(mark: Mark, ids: frozenset[str]) -> bool:
    return bool(ids) and any(site.id in ids for site in mark.sites)


def _id(mark: Mark) -> str:
    first = mark.sites[0].id.replace("/", "-")
    return first if len(mark.sites) == 1 else f"{mark.kind}-{first}"
