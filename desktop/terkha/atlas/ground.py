# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Draws the base map: land and water, lines, graticule, names, scale, north and the note."""

from __future__ import annotations

from itertools import pairwise
from math import atan2, ceil, degrees, floor, log10
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainterPath, QTransform

from terkha.atlas.base import pieces
from terkha.atlas.names import NAMES, MapName
from terkha.atlas.projection import PLATEAU
from terkha.charts.canvas import middle, text_width
from terkha.look import shapes
from terkha.look.theme import mix

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from terkha.atlas.viewport import Viewport
    from terkha.charts.canvas import Canvas
    from terkha.look.fonts import Fonts

EDGE = 16
"""Pixels kept free at the edges of the canvas."""
_GRATICULE = (10.0, 5.0, 2.0, 1.0, 0.5, 0.25, 0.1)
_APART = 130  # pixels between its lines, at least
_POLE = 89.0  # degrees; beyond a pole there is no place to draw a line to
# Pixels: lines of any other width take Qt a hundred times as long.
_LINE = 1.0
_BORDER, _PROVINCE = (7.0, 3.0), (2.0, 3.0)
_ROLES = {
    "country": ("caps", "ink3"),
    "province": ("caps", "ink2"),
    "town": ("caption", "ink2"),
    "lake": ("water", "accent"),
    "river": ("water", "accent"),
}
_TOWN = 4.0
_CROWD = 50.0  # pixels of circles around a town beside which its name would say nothing


def draw_ground(canvas: Canvas, view: Viewport, *, graticule: bool = True) -> None:
    """Draw land, water and lines; what is written on them comes after the sites."""
    theme = canvas.theme
    canvas.fill(shapes.square(QRectF(0, 0, view.width, view.height)), theme.land)
    with canvas.group("water"):
        for layer in ("ocean", "lakes"):
            area = _path(layer, view)
            canvas.fill(area, theme.water)
            canvas.stroke(area, theme.waterline, _LINE)
        canvas.stroke(_path("rivers", view), theme.waterline, _LINE)
    if graticule:
        with canvas.group("graticule"):
            _draw_graticule(canvas, view)
    with canvas.group("lines"):
        canvas.stroke(_path("provinces", view), theme.border, _LINE, dashes=_PROVINCE)
        canvas.stroke(_path("borders", view), theme.border, _LINE, dashes=_BORDER)


def draw_names(
    canvas: Canvas,
    view: Viewport,
    taken: list[QRectF],
    circles: Sequence[QRectF] = (),
    numbers: Sequence[QRectF] = (),
    *,
    coarsest: float = 0.0,
) -> None:
    """Write the names that find room between the rectangles taken, to which theirs are added.

    ``circles`` of counties may lie around the dot of a town, which is named beside them then, and
    goes without its dot where one of the ``numbers`` stands on it. ``coarsest`` writes names as if
    no more metres stood in a pixel, for small maps.
    """
    metres = min(view.metres, coarsest) if coarsest else view.metres
    with canvas.group("names"):
        for name in NAMES:
            if metres <= name.metres and view.extent.contains(*_map_point(name)):
                _draw_name(canvas, view, name, taken, circles, numbers)


def scale_bar(view: Viewport, longest: float = 130.0) -> tuple[float, float, float]:
    """Return a round length in metres, how many pixels it takes, and the latitude it is true at."""
    _, lat = view.lonlat(QPointF(view.width / 2, view.height - 2 * EDGE))
    ground = view.metres / PLATEAU.scale(lat)
    most = longest * ground
    power = 10 ** floor(log10(most))
    length = next(step * power for step in (5.0, 2.0, 1.0) if step * power <= most)
    return length, length / ground, lat


def scale_area(fonts: Fonts, view: Viewport, edge: float = EDGE) -> QRectF:
    """Return what the scale bar covers with its words."""
    _, pixels, _ = scale_bar(view)
    wide = max(pixels, text_width(fonts, _scale_words(view), "caption"))
    high = fonts.line("caption") + 7
    return QRectF(edge, view.height - edge - high, wide, high)


def _scale_words(view: Viewport) -> str:
    length, _, lat = scale_bar(view)
    words = QCoreApplication.translate("Map", "%(length)s at %(lat)s° N")
    return words % {"length": length_words(length), "lat": round(lat)}


def draw_scale(canvas: Canvas, view: Viewport, edge: float = EDGE) -> QRectF:
    """Draw the scale bar in the lower left corner; return what it covers."""
    theme, words = canvas.theme, _scale_words(view)
    _, pixels, _ = scale_bar(view)
    start = QPointF(edge, view.height - edge)
    baseline = QPointF(start.x(), start.y() - 7)
    canvas.text(baseline, words, "caption", theme.ink2, halo=theme.land)
    end = start + QPointF(pixels, 0)
    rise = QPointF(0, 4)
    canvas.line(start, end, theme.ink2, 1.5)
    for tip in (start, end):
        canvas.line(tip - rise, tip, theme.ink2, 1.5)
    return scale_area(canvas.fonts, view, edge)


def north_area(view: Viewport) -> QRectF:
    """Return what the arrow to the north covers with its letter."""
    return QRectF(view.width - 38, 26, 28, 44)


def draw_north(canvas: Canvas, view: Viewport) -> QRectF:
    """Draw an arrow to the north as it is at its place of the map; return what it covers."""
    at = north_area(view).topLeft() + QPointF(14, 20)
    lon, lat = view.lonlat(at)
    up = view.place(lon, lat + 0.1) - at
    turn = QTransform().translate(at.x(), at.y()).rotate(degrees(atan2(up.x(), -up.y())))
    arrow = QPainterPath(QPointF(0, -14))
    for x, y in ((5, 6), (0, 2), (-5, 6)):
        arrow.lineTo(x, y)
    arrow.closeSubpath()
    canvas.fill(turn.map(arrow), canvas.theme.ink2)
    letter = QCoreApplication.translate("Map", "N")
    wide = text_width(canvas.fonts, letter, "caption-strong")
    capital = QFontMetricsF(canvas.fonts.font("caption-strong")).capHeight()
    baseline = QPointF(at.x() - wide / 2, at.y() + 11 + capital)
    canvas.text(baseline, letter, "caption-strong", canvas.theme.ink2, halo=canvas.theme.land)
    return north_area(view)


def note() -> str:
    """Return the note that stands on every map."""
    return QCoreApplication.translate(
        "Map",
        "Lines: Natural Earth 1:10m and 1:50m, its de facto view; no position is taken on any of "
        "them",
    )


def length_words(metres: float) -> str:
    """Return a length as a bar or a measured line tells it."""
    if metres < 1000:
        return f"{metres:,.0f}\u202fm"
    kilometres = metres / 1000
    return (
        f"{kilometres:,.1f}\u202fkm"
        if kilometres < 20 and kilometres % 1
        else (f"{kilometres:,.0f}\u202fkm")
    )


def _path(layer: str, view: Viewport) -> QPainterPath:
    """Return what is seen of a layer in pixels, with a margin so that strokes end out of sight."""
    path = QPainterPath()
    transform = view.transform
    margin = 4 * view.metres
    for piece in pieces(layer, view.metres, view.extent.adjusted(-margin, -margin, margin, margin)):
        path.addPolygon(transform.map(piece.points))
    return path


def degrees_of(
    fonts: Fonts, view: Viewport, taken: Sequence[QRectF] = ()
) -> Iterator[tuple[str, QRectF]]:
    """Yield which lines of the graticule meet the upper and the right edge, and where to say so.

    Where a mark stands already, the line goes without.
    """
    for line, words, upright in _graticule(view):
        area = _edge_area(fonts, view, line, words, along_top=upright)
        if area is not None and not any(area.intersects(one) for one in taken):
            yield words, area


def draw_degrees(canvas: Canvas, view: Viewport, taken: Sequence[QRectF] = ()) -> list[QRectF]:
    """Write at the edges which lines of the graticule these are; return what that covers."""
    areas = []
    for words, area in degrees_of(canvas.fonts, view, taken):
        baseline = QPointF(area.left(), middle(canvas.fonts, "caption", area.center().y()))
        canvas.text(baseline, words, "caption", canvas.theme.ink3, halo=canvas.theme.land)
        areas.append(area)
    return areas


def _draw_graticule(canvas: Canvas, view: Viewport) -> None:
    colour = mix(canvas.theme.land, canvas.theme.line2, 0.2)
    for line, _, _ in _graticule(view):
        canvas.stroke(_polyline(line), colour, _LINE)


def _graticule(view: Viewport) -> Iterator[tuple[list[QPointF], str, bool]]:
    """Yield meridians and parallels: points, words, and whether it is a meridian."""
    step = _step(view)
    west, south, east, north = _bounds(view, step)
    for lon in _steps(west, east, step):
        line = [view.place(lon, south + (north - south) * part / 12) for part in range(13)]
        yield line, _degrees(lon, "E"), True
    for lat in _steps(south, north, step):
        line = [view.place(west + (east - west) * part / 24, lat) for part in range(25)]
        yield line, _degrees(lat, "N"), False


def _edge_area(
    fonts: Fonts, view: Viewport, line: list[QPointF], words: str, *, along_top: bool
) -> QRectF | None:
    """Return where words stand beside a line that meets the upper or the right edge."""
    wide, high = text_width(fonts, words, "caption"), fonts.line("caption")
    edge = 0.0 if along_top else view.width
    for one, other in pairwise(line):
        first, last = (one.y(), other.y()) if along_top else (one.x(), other.x())
        if (first - edge) * (last - edge) > 0 or first == last:
            continue
        crossing = one + (other - one) * ((edge - first) / (last - first))
        # Clear of buttons and north at the top, of the scale and the note below.
        if along_top:
            area = QRectF(crossing.x() + 4, 2, wide, high)
            room = QRectF(fonts.px(60), 0, view.width - fonts.px(60) - 40, high + 2)
        else:
            area = QRectF(view.width - wide - 6, crossing.y() - high, wide, high)
            room = QRectF(0, 86 - high, view.width, view.height - 140 + high)
        return area if room.contains(area) else None
    return None


def _draw_name(
    canvas: Canvas,
    view: Viewport,
    name: MapName,
    taken: list[QRectF],
    circles: Sequence[QRectF],
    numbers: Sequence[QRectF],
) -> None:
    role, tone = _ROLES[name.kind]
    theme, fonts = canvas.theme, canvas.fonts
    words = QCoreApplication.translate("Map", name.text)
    at = view.place(name.lon, name.lat)
    wide, high = text_width(fonts, words, role), fonts.line(role)
    dot = QRectF(at.x() - _TOWN / 2, at.y() - _TOWN / 2, _TOWN, _TOWN)
    town = name.kind == "town"
    if town and not _free(dot, view, taken):
        return
    anchor = dot
    for circle in circles:
        if town and circle.intersects(dot):
            anchor = anchor.united(circle)
    places = _places(name, at, wide, high) if anchor is dot else _around(anchor, wide, high)
    kept = [*taken, *circles, *numbers]
    place = next((place for place in places if _free(place, view, kept)), None)
    if place is None or max(anchor.width(), anchor.height()) > _CROWD:
        return
    if town and not any(one.intersects(dot) for one in numbers):
        canvas.fill(shapes.square(dot), theme.ink2)
        taken.append(dot)
    taken.append(place)
    baseline = QPointF(place.left(), middle(fonts, role, place.center().y()))
    canvas.text(baseline, words, role, getattr(theme, tone), halo=theme.land)


def _places(name: MapName, at: QPointF, wide: float, high: float) -> Iterator[QRectF]:
    """Yield where a name may stand, best first: towns beside their dot, rivers off their line."""
    left, top = at.x() - wide / 2, at.y() - high / 2
    if name.kind == "town":
        yield QRectF(at.x() + 6, top, wide, high)
        yield QRectF(at.x() - 6 - wide, top, wide, high)
        yield QRectF(left, at.y() + 4, wide, high)
        yield QRectF(left, at.y() - 4 - high, wide, high)
    elif name.kind == "river":
        yield QRectF(left, at.y() - high - 3, wide, high)
        yield QRectF(left, at.y() + 3, wide, high)
        yield QRectF(at.x() + 8, top, wide, high)
    else:
        yield QRectF(left, top, wide, high)


def _around(anchor: QRectF, wide: float, high: float) -> Iterator[QRectF]:
    """Yield where the name of a town may stand beside the marks that cover it."""
    left, top = anchor.center().x() - wide / 2, anchor.center().y() - high / 2
    yield QRectF(left, anchor.top() - high, wide, high)
    yield QRectF(left, anchor.bottom(), wide, high)
    yield QRectF(anchor.left() - 3 - wide, top, wide, high)
    yield QRectF(anchor.right() + 3, top, wide, high)
    for y in (anchor.top() - high, anchor.bottom()):
        for x in (anchor.left() - wide, anchor.right()):
            yield QRectF(x, y, wide, high)


def _free(place: QRectF, view: Viewport, taken: list[QRectF]) -> bool:
    whole = QRectF(4, 4, view.width - 8, view.height - 8).contains(place)
    return whole and not any(place.intersects(other) for other in taken)


def _map_point(name: MapName) -> tuple[float, float]:
    east, north = PLATEAU.forward(name.lon, name.lat)
    return east, -north


def _bounds(view: Viewport, margin: float) -> tuple[float, float, float, float]:
    edges = [
        view.lonlat(QPointF(view.width * x, view.height * y))
        for x in (0, 0.5, 1)
        for y in (0, 0.5, 1)
    ]
    lons, lats = zip(*edges, strict=True)
    south, north = max(min(lats) - margin, -_POLE), min(max(lats) + margin, _POLE)
    return min(lons) - margin, south, max(lons) + margin, north


def _step(view: Viewport) -> float:
    """Return how many degrees apart the lines of the graticule are."""
    degree = 111_000 / view.metres
    return next((step for step in reversed(_GRATICULE) if step * degree >= _APART), _GRATICULE[0])


def _steps(first: float, last: float, step: float) -> Iterator[float]:
    for count in range(ceil(first / step), floor(last / step) + 1):
        yield count * step


def _degrees(value: float, letter: str) -> str:
    return f"{value:g}° {letter}"


def _polyline(points: list[QPointF]) -> QPainterPath:
    path = QPainterPath(points[0])
    for point in points[1:]:
        path.lineTo(point)
    return path
