# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The base map as it is drawn: where things are, names that keep apart, scale and links."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF

from terkha.atlas import base
from terkha.atlas.geodesy import distance
from terkha.atlas.ground import (
    draw_degrees,
    draw_ground,
    draw_names,
    draw_scale,
    length_words,
    scale_bar,
)
from terkha.atlas.links import MapView, format_view, map_link, read_view
from terkha.atlas.names import LAKES, RIVERS, TOWNS
from terkha.atlas.viewport import COARSEST, FINEST, WHOLE, Viewport, metres_of
from terkha.charts.svg import SvgCanvas
from terkha.views.pages import inside, outside
from terkha_db.links import parse_link
from terkha_resources import base_map

WIDE, HIGH = 940, 735


@pytest.fixture
def whole():
    return Viewport.around(WHOLE, WIDE, HIGH)


def test_the_whole_plateau_fits(whole):
    west, south, east, north = WHOLE
    for corner in ((west, south), (west, north), (east, south), (east, north)):
        at = whole.place(*corner)
        assert -1 <= at.x() <= WIDE + 1
        assert -1 <= at.y() <= HIGH + 1


def test_pixels_and_places_are_each_others_way_back(whole):
    for lon, lat in ((91.5938, 29.6251), (84.05, 31.37), (101.8, 36.6)):
        assert whole.lonlat(whole.place(lon, lat)) == pytest.approx((lon, lat), abs=1e-8)


def test_zooming_keeps_what_is_under_the_pointer(whole):
    pointer = QPointF(300, 500)
    near = whole.zoomed(3, pointer)
    assert near.lonlat(pointer) == pytest.approx(whole.lonlat(pointer), abs=1e-8)
    assert near.metres == pytest.approx(whole.metres / 3)
    assert whole.zoomed(1e9).metres == FINEST


def test_dragging_moves_the_ground_with_the_pointer(whole):
    at = whole.lonlat(QPointF(400, 300))
    assert whole.moved(25, -40).lonlat(QPointF(425, 260)) == pytest.approx(at, abs=1e-8)


def test_zoom_counts_as_web_maps_do():
    assert Viewport(0, 0, metres_of(8.0), 10, 10).zoom == pytest.approx(8.0)


def test_only_what_is_in_sight_is_drawn(whole):
    near = Viewport.at(91.1, 29.65, 300, 400, 300)
    few = list(base.pieces("rivers", near.metres, near.extent))
    assert 0 < len(few) < 10
    assert all(piece.bounds.intersects(near.extent) for piece in few)
    assert len(list(base.pieces("rivers", whole.metres, whole.extent))) > 30


def test_where_there_is_no_earth_no_line_is_drawn(look):
    wide = Viewport.at(94, 80, COARSEST, 4000, 3000)
    canvas = SvgCanvas(QSizeF(4000, 3000), look.theme, look.fonts)
    draw_ground(canvas, wide, graticule=True)
    draw_degrees(canvas, wide)
    assert "nan" not in canvas.document("", "")


@pytest.mark.parametrize("name", RIVERS, ids=lambda name: name.text)
def test_rivers_are_named_on_their_line(name):
    points = (
        (lon, lat)
        for line in base_map.read("rivers", 2)
        for lon, lat in zip(line.lons, line.lats, strict=True)
    )
    nearest = min(max(abs(lon - name.lon), abs(lat - name.lat)) for lon, lat in points)
    assert nearest < 0.15


@pytest.mark.parametrize("name", LAKES, ids=lambda name: name.text)
def test_lakes_are_named_within_their_bounds(name):
    bounds = [line.bounds for line in base_map.read("lakes", 2)]
    assert any(w < name.lon < e and s < name.lat < n for w, s, e, n in bounds)


def test_towns_are_apart_and_on_the_map():
    for one, other in combinations(TOWNS, 2):
        assert distance(one.lon, one.lat, other.lon, other.lat) > 20_000


def test_names_and_marks_keep_apart(whole, look):
    canvas = SvgCanvas(QSizeF(WIDE, HIGH), look.theme, look.fonts)
    mark = QRectF(whole.place(91.1, 29.65), QSizeF(12, 12))
    taken = [mark]
    draw_names(canvas, whole, taken)
    assert len(taken) > 30
    assert not any(one.intersects(other) for one, other in combinations(taken, 2))


def test_the_ground_has_water_lines_and_graticule(whole, look):
    canvas = SvgCanvas(QSizeF(WIDE, HIGH), look.theme, look.fonts)
    draw_ground(canvas, whole)
    draw_degrees(canvas, whole)
    written = canvas.document("Map", "")
    assert look.theme.water in written
    assert written.count("stroke-dasharray") == 2
    assert 'aria-label="90° E"' in written
    assert 'aria-label="30° N"' in written


@pytest.mark.parametrize("metres", [80, 900, 3500])
def test_the_scale_bar_is_as_long_as_it_says(metres):
    view = Viewport.at(91.1, 29.65, metres, 800, 600)
    length, pixels, lat = scale_bar(view)
    start = QPointF(400 - pixels / 2, 568)
    ground = distance(*view.lonlat(start), *view.lonlat(start + QPointF(pixels, 0)))
    assert ground == pytest.approx(length, rel=0.003)
    assert lat == pytest.approx(view.lonlat(QPointF(400, 568))[1])


def test_the_scale_says_where_it_is_true(whole, look):
    canvas = SvgCanvas(QSizeF(WIDE, HIGH), look.theme, look.fonts)
    draw_scale(canvas, whole)
    assert " km at " in canvas.document("Map", "").replace("\u202f", " ").replace("\u00a0", " ")


def test_lengths_are_told_as_people_do():
    words = [length_words(length).replace("\u202f", " ") for length in (640, 2500, 48_000, 1.2e6)]
    assert words == ["640 m", "2.5 km", "48 km", "1,200 km"]


def test_a_link_leads_back_to_the_same_view():
    view = MapView(
        (91.5938, 29.6251), 8.5, ("mine/jiama", "mine/julong"), "Copper, grade", "gyama",
        "commodity:copper", frozenset({"lakes"}), "resource_copper",
    )  # fmt: skip
    link = format_view(view)
    assert read_view(link) == view
    assert read_view(inside(parse_link(outside(link)))) == view


def test_a_link_that_asks_for_nothing_readable_shows_the_whole():
    assert format_view(MapView()) == map_link() == "page/map"
    for link in ("page/map?at=here", "page/map?at=1,2&zoom=x", "page/map?at=nan,nan"):
        assert read_view(link).at is None
