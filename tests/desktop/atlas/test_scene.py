# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The whole picture of a map: what is written where, and what keeps clear of what."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF

from terkha.atlas.ground import degrees_of, north_area, scale_area
from terkha.atlas.marks import COUNTY, RING
from terkha.atlas.scene import Scene, draw_scene
from terkha.atlas.viewport import WHOLE, Viewport
from terkha.charts.canvas import text_width
from terkha.charts.svg import SvgCanvas
from terkha.models.sites import Site, read_sites

WIDE, HIGH = 940, 735


class Written(SvgCanvas):
    """A canvas that remembers what was written where."""

    def __init__(self, look) -> None:
        super().__init__(QSizeF(WIDE, HIGH), look.theme, look.fonts)
        self.words: dict[str, QRectF] = {}

    def text(self, baseline: QPointF, text: str, role: str, colour: str, *, halo: str = "") -> None:
        super().text(baseline, text, role, colour, halo=halo)
        wide = text_width(self.fonts, text, role)
        self.words[text] = QRectF(baseline.x(), baseline.y() - 8, wide, 9)


@pytest.fixture
def canvas(look) -> Written:
    return Written(look)


@pytest.fixture
def near() -> Viewport:
    return Viewport.at(91, 30, 400, WIDE, HIGH)


def site(name: str, lon: float, lat: float, precision: str = "site", **values) -> Site:
    return Site(f"mine/{name}", name, "", lon, lat, precision, "copper", values=values)


def at(view: Viewport, x: float, y: float, name: str, precision: str = "site") -> Site:
    """Return a site at a pixel."""
    return site(name, *view.lonlat(QPointF(x, y)), precision)


def test_a_county_counts_the_mines_that_filters_leave(canvas, near):
    sites = [site(name, 91, 30, "county") for name in ("one", "two", "three")]
    draw_scene(canvas, Scene(near, sites, frozenset({"mine/one"})))
    assert "2" in canvas.words
    draw_scene(canvas, Scene(near, sites, frozenset(one.id for one in sites)))
    assert "3" in canvas.words


def test_the_number_of_a_county_steps_aside_from_a_mark_on_its_middle(canvas, near):
    county = [site(name, 91, 30, "county") for name in ("one", "two")]
    draw_scene(canvas, Scene(near, county))
    middle = near.place(91, 30)
    assert canvas.words["2"].contains(middle)
    (mark,) = draw_scene(canvas, Scene(near, [*county, site("over", 91, 30)]))[1:]
    assert not canvas.words["2"].intersects(mark.area)
    assert (canvas.words["2"].center() - middle).manhattanLength() < 2 * COUNTY


def test_mines_of_one_point_are_named_together(canvas, near):
    stack = [site(f"Mine {number}", 91, 30) for number in range(4)]
    (mark,) = draw_scene(canvas, Scene(near, stack))
    assert mark.is_one_point
    assert {one.title for one in stack} <= set(canvas.words)
    more = [*stack, *(site(f"Other {number}", 91, 30) for number in range(4))]
    draw_scene(canvas, Scene(near, more))
    assert "Mine 0 and 7 more" in canvas.words
    parted = [site(f"m{number}", 91 + number / 50, 30) for number in range(5)]
    far = Viewport.at(91, 30, 3000, WIDE, HIGH)
    assert not draw_scene(canvas, Scene(far, parted))[0].is_one_point


def test_the_name_of_what_is_chosen_keeps_clear_of_its_ring(canvas, near):
    chosen = Scene(near, [site("Chosen", 91, 30)], chosen=frozenset({"mine/Chosen"}))
    (mark,) = draw_scene(canvas, chosen)
    ring = mark.area.adjusted(-RING, -RING, RING, RING)
    assert not canvas.words["Chosen"].intersects(ring)


def test_two_names_on_one_line_are_not_read_as_one(canvas, near):
    sites = [at(near, x, 300, f"Number {x}") for x in range(200, 700, 97)]
    draw_scene(canvas, Scene(near, sites))
    written = [area for words, area in canvas.words.items() if words.startswith("Number")]
    apart = [area.adjusted(-1.9, 0, 1.9, 0) for area in written]
    assert len(written) > 2
    assert not any(one.intersects(other) for one, other in combinations(apart, 2))


def test_names_keep_clear_of_what_stands_fixed_on_the_window(canvas, near, look):
    window = QRectF(100, 100, WIDE - 200, HIGH - 200)
    inner = near.resized(window.width(), window.height())
    corner = window.topLeft()
    fixed = [scale_area(look.fonts, inner), north_area(inner)]
    fixed += [area for _, area in degrees_of(look.fonts, inner)]
    fixed = [area.translated(corner) for area in fixed]
    sites = [
        at(near, area.left() - 14, area.center().y(), f"Beside {number}")
        for number, area in enumerate(fixed)
    ]
    draw_scene(canvas, Scene(near, sites), window=window)
    written = [area for words, area in canvas.words.items() if words.startswith("Beside")]
    assert written
    assert not any(area.intersects(one) for area in written for one in fixed)


def test_who_does_not_see_a_mark_is_not_shown_its_name(canvas, near):
    window = QRectF(100, 100, WIDE - 200, HIGH - 200)
    sites = [
        at(near, window.left() - 8, 300, "Beyond"),
        at(near, window.left() + 20, window.top() + 20, "Under the buttons"),
        at(near, 400, 300, "In sight"),
    ]
    draw_scene(canvas, Scene(near, sites), window=window)
    assert "In sight" in canvas.words
    assert "Under the buttons" not in canvas.words
    assert not canvas.words["Beyond"].intersects(window)


def test_a_degree_is_not_written_over_a_mark(near, look):
    free = dict(degrees_of(look.fonts, near))
    words, area = next(iter(free.items()))
    assert set(free) - set(dict(degrees_of(look.fonts, near, [area]))) == {words}


def test_lhasa_is_named_on_the_whole_map(canvas, catalogue):
    whole = Viewport.around(WHOLE, WIDE, HIGH)
    draw_scene(canvas, Scene(whole, read_sites(catalogue)))
    assert (canvas.words["Lhasa"].center() - whole.place(91.10, 29.65)).manhattanLength() < 70


def test_a_town_in_the_circle_of_its_county_is_named_beside_it(canvas):
    view = Viewport.at(94.9, 36.41, 2000, WIDE, HIGH)
    county = [site(name, 94.9, 36.41, "county") for name in ("one", "two")]
    (mark,) = draw_scene(canvas, Scene(view, county))
    assert not canvas.words["Golmud"].intersects(mark.area)
    assert canvas.words["2"].intersects(mark.area)


def test_a_place_that_was_found_is_marked_and_named(canvas, near):
    scene = Scene(near, [site("Near", 91.002, 30)])
    draw_scene(canvas, replace(scene, found=("Found here", 91.0, 30.0)))
    assert (canvas.words["Found here"].center() - near.place(91, 30)).manhattanLength() < 90
    assert not any(one.intersects(other) for one, other in combinations(canvas.words.values(), 2))
