# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The projection and distances, against values that others have published."""

from __future__ import annotations

import pytest

from terkha.atlas.geodesy import distance
from terkha.atlas.projection import PLATEAU, Ellipsoid, LambertConformal
from terkha_resources.base_map import BOX

CLARKE_1866 = Ellipsoid(6378206.4, 1 / 294.9786982)
GRS80 = Ellipsoid(6378137.0, 1 / 298.257222101)
# Snyder, Professional Paper 1395, pp. 296-298: the numerical example.
SNYDER = LambertConformal(CLARKE_1866, south=33, north=45, origin_lat=23, origin_lon=-96)


def test_agrees_with_snyders_example():
    assert SNYDER.forward(-75, 35) == pytest.approx((1894410.9, 1564649.5), abs=0.05)
    assert SNYDER.scale(35) == pytest.approx(0.9970171, abs=1e-7)


def test_the_way_back_agrees_too():
    assert SNYDER.inverse(1894410.9, 1564649.5) == pytest.approx((-75, 35), abs=1e-6)


@pytest.mark.parametrize("lon", [BOX[0], 90.0, BOX[2]])
@pytest.mark.parametrize("lat", [BOX[1], 29.6, BOX[3]])
def test_every_place_of_the_map_comes_back(lon, lat):
    assert PLATEAU.inverse(*PLATEAU.forward(lon, lat)) == pytest.approx((lon, lat), abs=1e-9)


def test_standard_parallels_are_true_and_the_plateau_nearly():
    assert PLATEAU.scale(29) == pytest.approx(1)
    assert PLATEAU.scale(37) == pytest.approx(1)
    assert all(abs(PLATEAU.scale(lat) - 1) < 0.007 for lat in range(26, 41))


def test_angles_are_kept():
    base, step = PLATEAU.forward(80, 35), 1e-5
    beside, above = PLATEAU.forward(80 + step, 35), PLATEAU.forward(80, 35 + step)
    along = beside[0] - base[0], beside[1] - base[1]
    up = above[0] - base[0], above[1] - base[1]
    across = along[0] * up[0] + along[1] * up[1]
    assert abs(across) < 1e-4 * (along[0] ** 2 + along[1] ** 2)


def degrees(whole: float, minutes: float, seconds: float) -> float:
    return whole + minutes / 60 + seconds / 3600


def test_agrees_with_the_australian_test_line():
    # Flinders Peak to Buninyong, Geocentric Datum of Australia technical manual, chapter 4.
    flinders = degrees(144, 25, 29.52440), -degrees(37, 57, 3.72030)
    buninyong = degrees(143, 55, 35.38390), -degrees(37, 39, 10.15610)
    assert distance(*flinders, *buninyong, GRS80) == pytest.approx(54972.271, abs=0.001)


def test_a_degree_of_the_equator_and_no_way_at_all():
    assert distance(90, 0, 91, 0) == pytest.approx(111319.491, abs=0.001)
    assert distance(91.1, 29.65, 91.1, 29.65) == 0


def test_the_map_measures_what_the_ellipsoid_does():
    lhasa, shigatse = (91.10, 29.65), (88.88, 29.25)
    (x1, y1), (x2, y2) = PLATEAU.forward(*lhasa), PLATEAU.forward(*shigatse)
    drawn = ((x1 - x2) ** 2 + (y1 - y2) ** 2) ** 0.5
    assert drawn == pytest.approx(distance(*lhasa, *shigatse), rel=0.002)
