# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Marks: precision decides the form, dense ones are gathered, and each is found where it stands."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QSizeF

from terkha.atlas.cloud import Cloud
from terkha.atlas.marks import COUNTY, draw_mark, find, place_marks, side_of
from terkha.atlas.projection import PLATEAU
from terkha.atlas.scene import Scene
from terkha.atlas.viewport import WHOLE, Viewport
from terkha.charts.svg import SvgCanvas
from terkha.models.sites import Site, by_province, impacted, read_sites


@pytest.fixture(scope="module")
def sites(catalogue):
    return read_sites(catalogue)


@pytest.fixture
def view():
    return Viewport.around(WHOLE, 940, 735)


def site(name: str, lon: float, lat: float, precision: str = "site", **values) -> Site:
    return Site(f"mine/{name}", name, "", lon, lat, precision, "copper", values=values)


def drawn(mark, look) -> str:
    canvas = SvgCanvas(QSizeF(100, 100), look.theme, look.fonts)
    draw_mark(canvas, mark)
    return canvas.document("", "")


def test_every_placed_mine_is_in_one_mark_and_no_other_is(sites, view):
    marks = place_marks(sites, Viewport.around(WHOLE, 2000, 1500), gather=False)
    ids = [one.id for mark in marks for one in mark.sites]
    assert sorted(ids) == sorted(one.id for one in sites if one.is_placed)


def test_marks_stand_where_the_records_say(sites, catalogue, view):
    rows = {row.id: row.values for row in catalogue.rows("mine")}
    for mark in place_marks(sites, view, gather=False):
        lon, lat = view.lonlat(mark.at)
        values = rows[mark.sites[0].id]
        assert (lon, lat) == pytest.approx((values["lon"], values["lat"]), abs=1e-7)
        assert mark.kind == values["precision"]


def test_a_county_seat_is_drawn_once_with_the_number_of_its_mines(look, view):
    two = [site("one", 91, 30, "county"), site("two", 91, 30, "county")]
    (mark,) = place_marks(two, view)
    assert (mark.kind, mark.side, len(mark.sites)) == ("county", COUNTY, 2)
    assert 'aria-label="2"' in drawn(mark, look)


def test_a_site_is_filled_a_locality_outlined_a_county_dashed(look, view):
    colour = look.theme.families["copper"]
    forms = {
        kind: drawn(place_marks([site("a", 91, 30, kind)], view)[0], look)
        for kind in ("site", "locality", "county")
    }
    assert f'fill="{colour}"' in forms["site"]
    assert f'fill="{colour}"' not in forms["locality"]
    assert f'stroke="{colour}"' in forms["locality"]
    assert "stroke-dasharray" in forms["county"]
    assert "stroke-dasharray" not in forms["locality"]


def test_what_is_outside_is_hollow_and_grey(look, view):
    (mark,) = place_marks([site("a", 91, 30)], view, frozenset({"mine/a"}))
    assert mark.outside
    assert look.theme.families["copper"] not in drawn(mark, look)
    assert f'stroke="{look.theme.ink3}"' in drawn(mark, look)


def test_dense_sites_are_gathered_and_come_apart_when_near(look):
    near = [site(f"m{at}", 91 + at / 50, 30) for at in range(5)]
    far = Viewport.at(91, 30, 3000, 600, 400)
    (group,) = place_marks(near, far)
    assert (group.kind, len(group.sites)) == ("group", 5)
    assert 'aria-label="5"' in drawn(group, look)
    assert len(place_marks(near, Viewport.at(91, 30, 40, 600, 400), gather=True)) == 5
    assert len(place_marks(near, far, gather=False)) == 5


def test_the_mark_under_the_pointer_is_found(view):
    marks = place_marks([site("a", 91, 30), site("b", 95, 33, "county")], view)
    by_id = {mark.sites[0].id: mark for mark in marks}
    for record, mark in by_id.items():
        assert find(marks, mark.at + QPointF(3, -3)).sites[0].id == record
    assert find(marks, QPointF(5, 5)) is None


def test_a_site_lies_over_the_county_circle_around_it(view):
    marks = place_marks([site("a", 91, 30), site("b", 91.01, 30.01, "county")], view)
    assert find(marks, view.place(91, 30)).sites[0].id == "mine/a"


def test_areas_grow_with_the_field(view):
    sizes = [site("a", 91, 30, f=4.0), site("b", 92, 30, f=16.0), site("c", 93, 30)]
    side = side_of(sizes, "f")
    assert side(sizes[0]) / side(sizes[1]) == pytest.approx(0.5)
    assert side(sizes[2]) < side(sizes[0])


def test_only_the_layers_that_are_on_have_marks(view):
    scene = Scene(view, [site("a", 91, 30)], frozenset({"mine/a"}))
    assert len(scene.marks()) == 1
    assert Scene(view, scene.sites, scene.outside, off=frozenset({"outside"})).marks() == []


def test_mines_without_a_point_are_listed_by_province(sites):
    lists = by_province(one for one in sites if not one.is_placed)
    assert next(iter(lists)) == "Tibet Autonomous Region"
    assert list(lists)[-1] == ""
    assert sum(map(len, lists.values())) == sum(not one.is_placed for one in sites)


def test_impacts_are_those_that_events_tell_of(catalogue):
    told = impacted(catalogue)
    assert "mine/jiama" in told
    for record in sorted(told)[:5]:
        kinds = {event.id for event in catalogue.record(record).events}
        rows = catalogue.rows("event", ids=kinds)
        assert "impact" in {row.values["event_kind"] for row in rows}


def test_a_cloud_lies_where_its_points_are(look):
    from PySide6.QtGui import QColor, QImage, QPainter

    view = Viewport.at(91, 30, 500, 200, 100)
    image = QImage(200, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    cloud = Cloud("own", [(91.0, 30.0), (91.2, 30.1), (10.0, 10.0)], "#112233")
    cloud.paint(painter, view, 1.0)
    painter.end()
    assert len(cloud) == 3
    for lon, lat in ((91.0, 30.0), (91.2, 30.1)):
        at = view.place(lon, lat).toPoint()
        assert image.pixelColor(at).name() == "#112233"
    assert image.pixelColor(10, 10).name() == "#ffffff"


def test_many_points_are_projected_as_one_is():
    import numpy as np

    east, north = PLATEAU.forward_many(np.array([91.0, 80.5]), np.array([30.0, 35.25]))
    for at, place in enumerate([(91.0, 30.0), (80.5, 35.25)]):
        assert (east[at], north[at]) == pytest.approx(PLATEAU.forward(*place))
