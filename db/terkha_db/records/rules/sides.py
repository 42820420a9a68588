# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Warns of points that lie on the wrong side of a border, by the lines of the base map.

The map has lines and no areas. A straight way that crosses no line stays in one province, so a
mine from which such a way leads to a county seat of another province lies in that one; a mine from
whose point every way to the seats of its province crosses a border of states may lie abroad.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from terkha_db.records.load import Records
from terkha_db.records.models import Mine, Place, Statement
from terkha_db.records.rules.places import Point, distance, point_of
from terkha_db.records.walk import Find, Parts, find

if TYPE_CHECKING:
    from terkha_resources.base_map import Line

FINEST = 2
"""Level of the base map that is asked."""
MARGIN = 5.0
"""Kilometres by which lines of the map may be off, and points from tables too."""
_NEAREST = 6

Seat = tuple[str, Point]


class Lines:
    """Lines of the base map, asked whether a straight way crosses one of them."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._lines = [(line.bounds, line) for line in lines]

    def crossed(self, one: Point, other: Point) -> bool:
        """Tell whether the way between two points (latitude, longitude) crosses a line."""
        west, east = sorted((one[1], other[1]))
        south, north = sorted((one[0], other[0]))
        for (left, low, right, high), line in self._lines:
            if right < west or left > east or high < south or low > north:
                continue
            corners = pairwise(zip(line.lats, line.lons, strict=True))
            if any(_cross(one, other, first, second) for first, second in corners):
                return True
        return False

    def away(self, point: Point) -> float:
        """Return the kilometres to the nearest corner of a line; lines have many."""
        return min(
            (
                distance(point, (lat, lon))
                for (left, low, right, high), line in self._lines
                if left - 1 < point[1] < right + 1 and low - 1 < point[0] < high + 1
                for lat, lon in zip(line.lats, line.lons, strict=True)
            ),
            default=float("inf"),
        )


def points_on_the_other_side(found: Parts) -> Iterator[Find]:
    """Find points of mines in another province than the one stated, or beyond a border."""
    from terkha_resources.base_map import read

    provinces, borders = Lines(read("provinces", FINEST)), Lines(read("borders", FINEST))
    seats = _seats(found.records)
    for entry, path, said in found.of(Statement):
        point = point_of(said)
        if not isinstance(entry.model, Mine) or point is None:
            continue
        stated = _provinces(entry.model)
        if not stated & {province for province, _ in seats}:
            continue
        words = _abroad(point, stated, seats, borders)
        words = words or _elsewhere(point, stated, seats, (provinces, borders))
        if words:
            yield find("other-side", entry, path, words)


def _abroad(point: Point, stated: set[str], seats: Sequence[Seat], borders: Lines) -> str:
    own = _nearest(point, [seat for seat in seats if seat[0] in stated])
    if all(borders.crossed(point, seat) for _, seat in own) and borders.away(point) > MARGIN:
        return f"every way from {_shown(point)} to {_listed(stated)} crosses a border of states"
    return ""


def _elsewhere(
    point: Point, stated: set[str], seats: Sequence[Seat], lines: tuple[Lines, Lines]
) -> str:
    provinces, borders = lines
    if provinces.away(point) <= MARGIN:
        return ""
    for province, seat in _nearest(point, seats):
        if not any(each.crossed(point, seat) for each in (provinces, borders)):
            if province in stated:
                return ""
            return f"{_shown(point)} seems to lie in {province}, not in {_listed(stated)}"
    return ""


def _nearest(point: Point, seats: Iterable[Seat]) -> list[Seat]:
    return sorted(seats, key=lambda seat: distance(point, seat[1]))[:_NEAREST]


def _seats(records: Records) -> list[Seat]:
    """Return the points of counties with their provinces, as the records place them."""
    places = records.of(Place)
    found = []
    for place in places.values():
        province = _province_of(place, places) if place.level == "county" else ""
        points = [point for said in place.statements if (point := point_of(said)) is not None]
        found += [(province, point) for point in points[:1] if province]
    return found


def _province_of(place: Place, places: Mapping[str, Place]) -> str:
    above = place.part_of
    while above:
        upper = places.get(above.partition("/")[2])
        if upper is None:
            return ""
        if upper.level == "province":
            return above
        above = upper.part_of
    return ""


def _provinces(mine: Mine) -> set[str]:
    found: dict[str, set[str]] = defaultdict(set)
    for said in mine.statements:
        found[said.property] |= set(said.records or [said.record or ""])
    return found["province"] - {""}


def _cross(one: Point, other: Point, first: Point, second: Point) -> bool:
    """Tell whether two straight lines cross, in degrees: the ways are short."""
    return (_turn(one, other, first) > 0) != (_turn(one, other, second) > 0) and (
        _turn(first, second, one) > 0
    ) != (_turn(first, second, other) > 0)


def _turn(one: Point, other: Point, third: Point) -> float:
    return (other[1] - one[1]) * (third[0] - one[0]) - (other[0] - one[0]) * (third[1] - one[1])


def _shown(point: Point) -> str:
    return f"{point[0]:g}, {point[1]:g}"


def _listed(provinces: set[str]) -> str:
    return " or ".join(sorted(provinces))
