# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The lines of the base map: written, read, cut, joined, made light, and where they should be."""

from __future__ import annotations

import json
import struct
from itertools import pairwise

import pytest

from terkha_resources import base_map, map_build, path
from terkha_resources.base_map import AREAS, BOX, LAYERS, LEVELS, decode, encode


def shapefile(kind: int, *shapes: list[tuple[float, float]]) -> bytes:
    content = bytes(100)
    for number, points in enumerate(shapes, start=1):
        xs, ys = zip(*points, strict=True)
        body = struct.pack("<i4d2ii", kind, min(xs), min(ys), max(xs), max(ys), 1, len(points), 0)
        body += b"".join(struct.pack("<2d", *point) for point in points)
        content += struct.pack(">2i", number, len(body) // 2) + body
    return content


def lines_of(content: bytes, level: int = 2) -> list[list[tuple[float, float]]]:
    return [list(zip(line.lons, line.lats, strict=True)) for line in decode(content, level)]


def test_what_is_written_is_read():
    levels = [[[(90_000, 30_000), (90_001, 29_000)]], [], [[(62_000, 17_000)] * 2] * 3]
    content = encode(levels)
    read = [decode(content, level) for level in range(3)]
    assert [len(level) for level in read] == [1, 0, 3]
    assert read[0][0].lons == [90.0, 90.001]
    assert read[0][0].lats == [30.0, 29.0]
    assert read[0][0].bounds == (90.0, 29.0, 90.001, 30.0)


def test_another_file_is_refused():
    with pytest.raises(ValueError, match="no layer of the base map"):
        decode(bytes(8), 0)


def test_lines_are_cut_at_the_box_and_joined_where_two_ends_meet():
    made = map_build.lines_from_shapefile(
        shapefile(
            3,
            [(88.0, 30.0), (88.5, 30.5)],
            [(89.0, 30.0), (88.5, 30.5)],
            [(115.5, 30.0), (116.1, 30.5), (119.0, 30.0)],
            [(0.0, 0.0), (1.0, 1.0)],
        )
    )
    assert sorted(sorted(line) for line in lines_of(made)) == [
        [(88.0, 30.0), (88.5, 30.5), (89.0, 30.0)],
        [(115.5, 30.0), (116.1, 30.5)],
    ]


def test_three_ends_that_meet_are_left_apart():
    fork = [[(0, 0), (5, 5)], [(5, 5), (9, 9)], [(5, 5), (9, 0)]]
    assert sorted(map_build.stitched(fork)) == sorted(fork)


def test_areas_are_cut_at_the_box():
    around = [(110.0, 40.0), (110.0, 50.0), (120.0, 50.0), (120.0, 40.0), (110.0, 40.0)]
    ring = lines_of(map_build.areas_from_shapefile(shapefile(5, around)))[0]
    lons, lats = zip(*ring, strict=True)
    assert (min(lons), max(lons), min(lats), max(lats)) == (110.0, 116.0, 40.0, 46.0)


def test_a_simplified_line_stays_near_its_original():
    jagged = [(at * 10, at % 2 * 20) for at in range(50)]
    assert map_build.simplify(jagged, 30) == [jagged[0], jagged[-1]]
    assert map_build.simplify(jagged, 3) == jagged


def test_provinces_are_those_within_china():
    inside, outside = [(100.0, 33.0), (101.0, 33.0)], [(77.0, 28.0), (78.0, 28.0)]
    made = map_build.provinces_from_shapefile(shapefile(3, inside, outside))
    assert lines_of(made) == [inside]


def test_rivers_follow_the_arcs_of_their_topology():
    topology = {
        "transform": {"scale": [0.5, 0.5], "translate": [90, 30]},
        "arcs": [[[0, 0], [1, 1]], [[2, 0], [-1, 1]]],
        "objects": {"rivers": {"geometries": [{"type": "LineString", "arcs": [0, ~1]}]}},
    }
    made = map_build.rivers_from_topojson(json.dumps(topology).encode())
    assert lines_of(made) == [[(90.0, 30.0), (90.5, 30.5), (91.0, 30.0)]]


@pytest.mark.parametrize("layer", LAYERS)
def test_every_layer_is_within_the_box_and_lighter_where_it_is_coarser(layer):
    levels = [base_map.read(layer, level) for level in range(len(LEVELS))]
    points = [sum(len(line.lons) for line in level) for level in levels]
    assert 0 < points[0] < points[1] < points[2]
    if layer in AREAS:
        bounds = [line.bounds for line in levels[2]]
        assert min(west for west, *_ in bounds) >= BOX[0]
        assert max(north for *_, north in bounds) <= BOX[3]


def test_no_step_is_so_long_that_a_projection_would_cut_the_corner():
    for layer in LAYERS:
        for line in base_map.read(layer, 0):
            points = zip(line.lons, line.lats, strict=True)
            assert all(max(abs(x - u), abs(y - v)) < 1.01 for (x, y), (u, v) in pairwise(points))


@pytest.mark.parametrize(
    ("layer", "place", "lon", "lat"),
    [
        ("rivers", "the Yarlung Tsangpo south of Lhasa", 91.2, 29.3),
        ("rivers", "the Yellow River above Lanzhou", 103.5, 36.1),
        ("lakes", "the shore of Qinghai Lake", 99.7, 36.7),
        ("lakes", "the shore of Namtso", 90.6, 30.9),
        ("provinces", "between Tibet and Sichuan on the Jinsha", 99.0, 30.0),
        ("borders", "north of Mount Everest", 86.9, 28.0),
    ],
)
def test_lines_are_where_they_are_in_the_world(layer, place, lon, lat):
    lines = base_map.read(layer, 2)
    nearest = min(
        max(abs(x - lon), abs(y - lat))
        for line in lines
        for x, y in zip(line.lons, line.lats, strict=True)
    )
    assert nearest < 0.3, place


def test_the_base_map_is_small():
    sizes = (path(f"vendor/map/{layer}.bin").stat().st_size for layer in LAYERS)
    assert sum(sizes) < 250_000
