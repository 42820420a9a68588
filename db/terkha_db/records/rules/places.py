# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Points lie on the plateau and near the county that the record names."""

from __future__ import annotations

from collections.abc import Iterator
from math import asin, cos, radians, sin, sqrt

from terkha_db.records.faults import Fault
from terkha_db.records.load import Records
from terkha_db.records.models import Mine, Place, Statement
from terkha_db.records.walk import Parts, fault

SOUTH, NORTH, WEST, EAST = 25.5, 40.5, 72.0, 106.0
"""A wide box around the plateau, in degrees."""
FARTHEST = 250.0
"""Kilometres between a county seat and a mine in its county: the largest counties are Hoh Xil's."""

Point = tuple[float, float]


def points_off_the_plateau(found: Parts) -> Iterator[Fault]:
    """Find points of mines and places outside the box."""
    for entry in found.records:
        if not isinstance(entry.model, Mine | Place):
            continue
        for at, statement in enumerate(entry.model.statements):
            point = point_of(statement)
            if point and not (SOUTH <= point[0] <= NORTH and WEST <= point[1] <= EAST):
                box = f"{SOUTH}–{NORTH} N, {WEST}–{EAST} E"
                words = f"{point[0]}, {point[1]} is off the plateau ({box})"
                yield fault(entry, ("statements", at), words)


def points_far_from_their_county(found: Parts) -> Iterator[Fault]:
    """Find points of mines that lie too far from every county that the mine is said to be in."""
    seats = _seats(found.records)
    for entry in found.records:
        if not isinstance(entry.model, Mine):
            continue
        counties = [county for county in _counties(entry.model) if county in seats]
        for at, statement in enumerate(entry.model.statements):
            point = point_of(statement)
            if not point or not counties:
                continue
            away = min(distance(point, seats[county]) for county in counties)
            if away > FARTHEST:
                words = f"the point lies {away:.0f} km from {', '.join(counties)}"
                yield fault(entry, ("statements", at), words)


def distance(one: Point, other: Point) -> float:
    """Return the kilometres between two points in degrees, on a sphere."""
    lat, lon = radians(one[0] - other[0]), radians(one[1] - other[1])
    half = sin(lat / 2) ** 2 + cos(radians(one[0])) * cos(radians(other[0])) * sin(lon / 2) ** 2
    return 2 * 6371.0 * asin(sqrt(half))


def _seats(records: Records) -> dict[str, Point]:
    """Return the point of each county that has one, by id."""
    return {
        f"place/{slug}": point
        for slug, place in records.of(Place).items()
        if place.level == "county"
        for statement in place.statements
        if (point := point_of(statement))
    }


def _counties(mine: Mine) -> list[str]:
    return [
        record
        for statement in mine.statements
        if statement.property == "county"
        for record in statement.records or [statement.record or ""]
    ]


def point_of(statement: Statement) -> Point | None:
    """Return the point of a statement, latitude and longitude in degrees; None for any other."""
    if statement.lat is None or statement.lon is None:
        return None
    return statement.lat, statement.lon
