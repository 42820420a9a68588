# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Cuts Natural Earth's layers down to the plateau and makes them light; whole numbers throughout.

Arithmetic in whole numbers gives the same lines, and so the same bytes, on every machine.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, pairwise

from terkha_resources.base_map import BOX, LEVELS, UNIT, Point, encode

Path = list[Point]

# A step of longitude is shorter than one of latitude: at 33° north by this share, in per cent.
_SHRINK = 84
# No step between points is longer, so that straight edges follow the bend of any projection.
_LONGEST = UNIT
# Lakes that would be smaller than this many steps are left out, by level.
_SMALLEST = (110, 30, 8)
_POLYLINE, _POLYGON = 3, 5

# Lines between provinces and the like are wanted within China alone, where the records are. The
# package names none of them: these corners, some way inside the border, tell them apart.
_INSIDE: tuple[Point, ...] = tuple(
    (round(lon * UNIT), round(lat * UNIT))
    for lon, lat in (
        (74.5, 39.0), (79.0, 35.6), (79.6, 33.0), (81.5, 30.9), (85.5, 28.9), (88.6, 28.4),
        (91.8, 28.6), (94.2, 29.4), (96.8, 29.0), (98.0, 27.9), (98.9, 26.0), (98.9, 24.6),
        (100.5, 22.5), (103.0, 22.9), (106.0, 23.2), (108.5, 22.0), (112.0, 21.8), (116.0, 23.0),
        (116.0, 45.5), (112.5, 42.6), (105.0, 41.9), (97.0, 42.9), (91.5, 45.0), (84.0, 45.5),
        (80.6, 42.6), (76.0, 40.9),
    )
)  # fmt: skip


def areas_from_shapefile(content: bytes) -> bytes:
    """Return a layer of areas (lakes, sea) from a shapefile of polygons."""
    rings = (_clip_ring(ring) for ring in _shapes(content, _POLYGON))
    kept = [ring for ring in rings if len(ring) > 3]
    return encode([_light(_large(kept, smallest), away) for away, smallest in _levels()])


def lines_from_shapefile(content: bytes) -> bytes:
    """Return a layer of lines from a shapefile of lines."""
    return _lines(_shapes(content, _POLYLINE))


def provinces_from_shapefile(content: bytes) -> bytes:
    """Return those lines of a shapefile that lie within China."""
    lines = _shapes(content, _POLYLINE)
    return _lines(line for line in lines if _within(line[len(line) // 2], _INSIDE))


def rivers_from_topojson(content: bytes) -> bytes:
    """Return the rivers of a TopoJSON file."""
    topology = json.loads(content)
    (scale_x, scale_y), (move_x, move_y) = (
        topology["transform"]["scale"],
        topology["transform"]["translate"],
    )
    lines = []
    for geometry in topology["objects"]["rivers"]["geometries"]:
        parts = geometry["arcs"] if geometry["type"] == "MultiLineString" else [geometry["arcs"]]
        for part in parts:
            steps = _joined([_arc(topology["arcs"], number) for number in part])
            lines.append([_point(x * scale_x + move_x, y * scale_y + move_y) for x, y in steps])
    return _lines(lines)


def _levels() -> Iterator[tuple[int, int]]:
    yield from zip(LEVELS, _SMALLEST, strict=True)


def _lines(lines: Iterable[Path]) -> bytes:
    kept = stitched([part for line in lines for part in _clip_line(line)])
    return encode([_light(kept, away) for away in LEVELS])


def _light(lines: Iterable[Path], away: int) -> list[Path]:
    return [_dense(simplify(line, away)) for line in lines]


def _large(rings: Iterable[Path], smallest: int) -> list[Path]:
    return [ring for ring in rings if max(_extent(ring)) >= smallest]


def _extent(line: Path) -> tuple[int, int]:
    xs, ys = zip(*line, strict=True)
    return max(xs) - min(xs), max(ys) - min(ys)


# Reading


def _point(lon: float, lat: float) -> Point:
    return round(lon * UNIT), round(lat * UNIT)


def _shapes(content: bytes, wanted: int) -> Iterator[Path]:
    """Yield the parts of all shapes of a shapefile (ESRI's technical description, July 1998)."""
    at = 100
    while at < len(content):
        (length,) = struct.unpack_from(">i", content, at + 4)
        (kind,) = struct.unpack_from("<i", content, at + 8)
        if kind == wanted:
            yield from _parts(content, at + 8)
        at += 8 + 2 * length


def _parts(content: bytes, at: int) -> Iterator[Path]:
    west, south, east, north = struct.unpack_from("<4d", content, at + 4)
    if east < BOX[0] or west > BOX[2] or north < BOX[1] or south > BOX[3]:
        return
    parts, points = struct.unpack_from("<2i", content, at + 36)
    starts = [*struct.unpack_from(f"<{parts}i", content, at + 44), points]
    first = at + 44 + 4 * parts
    for start, end in pairwise(starts):
        numbers = struct.unpack_from(f"<{2 * (end - start)}d", content, first + 16 * start)
        yield [_point(x, y) for x, y in zip(numbers[0::2], numbers[1::2], strict=True)]


def _arc(arcs: Sequence[Sequence[Point]], number: int) -> Path:
    """Return an arc of a topology, backwards where its number is negative."""
    steps = arcs[number if number >= 0 else ~number]
    xs = accumulate(step[0] for step in steps)
    ys = accumulate(step[1] for step in steps)
    points = list(zip(xs, ys, strict=True))
    return points if number >= 0 else points[::-1]


def _joined(arcs: Sequence[Path]) -> Path:
    line = list(arcs[0])
    for arc in arcs[1:]:
        line += arc[1:]
    return line


# Cutting


def _box() -> tuple[int, int, int, int]:
    west, south, east, north = (round(edge * UNIT) for edge in BOX)
    return west, south, east, north


def _clip_line(line: Path) -> Iterator[Path]:
    """Yield the pieces of a line inside the box; each goes on to the first point outside."""
    west, south, east, north = _box()
    piece: Path = []
    was_inside = False
    for at, (x, y) in enumerate(line):
        inside = west <= x <= east and south <= y <= north
        if inside and not was_inside and at:
            piece = [line[at - 1]]
        if inside or was_inside:
            piece.append((x, y))
        if was_inside and not inside:
            yield piece
            piece = []
        was_inside = inside
    if len(piece) > 1:
        yield piece


def _clip_ring(ring: Path) -> Path:
    """Cut an area at the edges of the box, one after the other (Sutherland and Hodgman, 1974)."""
    west, south, east, north = _box()
    for axis, edge, keeps_more in ((0, west, 1), (1, south, 1), (0, east, 0), (1, north, 0)):
        ring = _clip_edge(ring, axis, edge, keeps_more=bool(keeps_more))
    return ring


def _clip_edge(ring: Path, axis: int, edge: int, *, keeps_more: bool) -> Path:
    kept: Path = []
    for before, here in pairwise([*ring[-1:], *ring]):
        was_in, is_in = ((p[axis] >= edge) is keeps_more or p[axis] == edge for p in (before, here))
        if was_in != is_in:
            share = edge - before[axis], here[axis] - before[axis]
            other = 1 - axis
            cut = before[other] + (here[other] - before[other]) * share[0] // share[1]
            kept.append((edge, cut) if axis == 0 else (cut, edge))
        if is_in:
            kept.append(here)
    return kept


def _within(point: Point, corners: Sequence[Point]) -> bool:
    """Tell whether a point lies inside a polygon, by the edges crossed on the way out."""
    x, y = point
    inside = False
    for (x1, y1), (x2, y2) in pairwise([*corners, corners[0]]):
        if (y1 > y) != (y2 > y):
            side = (x - x1) * (y2 - y1) - (x2 - x1) * (y - y1)
            inside ^= (side < 0) is (y2 > y1)
    return inside


# Making light


def stitched(lines: Sequence[Path]) -> list[Path]:
    """Join lines where the ends of just two of them meet: the source cuts them for no reader."""
    ends: dict[Point, list[int]] = {}
    for number, line in enumerate(lines):
        for end in {line[0], line[-1]}:
            ends.setdefault(end, []).append(number)
    left = dict(enumerate(lines))
    joined = []
    while left:
        _, line = left.popitem()
        for _ in range(2):
            line = line[::-1]
            while nexts := [n for n in ends[line[-1]] if n in left and len(ends[line[-1]]) == 2]:
                more = left.pop(nexts[0])
                line = line + (more if more[0] == line[-1] else more[::-1])[1:]
        joined.append(line)
    return joined[::-1]


def simplify(line: Path, away: int) -> Path:
    """Leave out points that the line without them passes within ``away`` steps of.

    After Douglas and Peucker (1973); first and last point stay.
    """
    keep = {0, len(line) - 1}
    spans = [(0, len(line) - 1)]
    while spans:
        first, last = spans.pop()
        distance = _from_chord(line[first], line[last])
        farthest = max(range(first + 1, last), key=lambda at: distance(line[at]), default=first)
        if farthest > first and distance(line[farthest]) > (away * 100) ** 2:
            keep.add(farthest)
            spans += [(first, farthest), (farthest, last)]
    return [line[at] for at in sorted(keep)]


def _from_chord(start: Point, end: Point) -> Callable[[Point], int]:
    """Return the measure of a point's distance from a chord: squared, in hundredths of a step."""
    x0, y0 = start[0] * _SHRINK, start[1] * 100
    dx, dy = end[0] * _SHRINK - x0, end[1] * 100 - y0
    length = dx * dx + dy * dy

    def distance(point: Point) -> int:
        x, y = point[0] * _SHRINK - x0, point[1] * 100 - y0
        along = x * dx + y * dy
        if length == 0 or along <= 0:
            return x * x + y * y
        if along >= length:
            return (x - dx) ** 2 + (y - dy) ** 2
        return (x * dy - y * dx) ** 2 // length

    return distance


def _dense(line: Path) -> Path:
    """Divide long steps, so that straight edges bend with the projection."""
    dense = line[:1]
    for (x1, y1), (x2, y2) in pairwise(line):
        parts = max(1, -(-max(abs(x2 - x1), abs(y2 - y1)) // _LONGEST))
        dense += [
            (x1 + (x2 - x1) * part // parts, y1 + (y2 - y1) * part // parts)
            for part in range(1, parts + 1)
        ]
    return dense
