# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Distances on the ellipsoid, as the measuring line tells them."""

from __future__ import annotations

from math import atan, atan2, cos, radians, sin, sqrt, tan

from terkha.atlas.projection import WGS84, Ellipsoid

_CLOSE = 1e-12


def distance(
    lon1: float, lat1: float, lon2: float, lat2: float, ellipsoid: Ellipsoid = WGS84
) -> float:
    """Return the length of the shortest line between two points, in metres.

    After T. Vincenty, "Direct and inverse solutions of geodesics on the ellipsoid", Survey Review
    23 (176), 1975, pp. 88-93, the inverse formula; points on opposite sides of the Earth, where it
    does not settle, do not occur on this map.
    """
    f, a = ellipsoid.flattening, ellipsoid.radius
    u1, u2 = (atan((1 - f) * tan(radians(lat))) for lat in (lat1, lat2))
    apart = longitude = radians(lon2 - lon1)
    sigma = sin_sigma = cos_sigma = cos2_alpha = middle = 0.0
    for _ in range(200):
        east = cos(u2) * sin(longitude)
        north = cos(u1) * sin(u2) - sin(u1) * cos(u2) * cos(longitude)
        sin_sigma = sqrt(east**2 + north**2)
        if sin_sigma == 0:
            return 0.0
        cos_sigma = sin(u1) * sin(u2) + cos(u1) * cos(u2) * cos(longitude)
        sigma = atan2(sin_sigma, cos_sigma)
        sin_alpha = cos(u1) * cos(u2) * sin(longitude) / sin_sigma
        cos2_alpha = 1 - sin_alpha**2
        # On the equator there is no middle latitude.
        middle = cos_sigma - 2 * sin(u1) * sin(u2) / cos2_alpha if cos2_alpha else 0.0
        c = f / 16 * cos2_alpha * (4 + f * (4 - 3 * cos2_alpha))
        bend = sigma + c * sin_sigma * (middle + c * cos_sigma * (2 * middle**2 - 1))
        before, longitude = longitude, apart + (1 - c) * f * sin_alpha * bend
        if abs(longitude - before) < _CLOSE:
            break
    b = a * (1 - f)
    u_squared = cos2_alpha * (a**2 - b**2) / b**2
    return b * (
        _series_a(u_squared) * (sigma - _correction(u_squared, sin_sigma, cos_sigma, middle))
    )


def _series_a(u2: float) -> float:
    return 1 + u2 / 16384 * (4096 + u2 * (u2 * (320 - 175 * u2) - 768))


def _correction(u2: float, sin_sigma: float, cos_sigma: float, middle: float) -> float:
    b = u2 / 1024 * (256 + u2 * (u2 * (74 - 47 * u2) - 128))
    last = b / 6 * middle * (4 * sin_sigma**2 - 3) * (4 * middle**2 - 3)
    return b * sin_sigma * (middle + b / 4 * (cos_sigma * (2 * middle**2 - 1) - last))
