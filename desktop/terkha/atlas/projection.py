# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Lambert's conformal conic projection of the ellipsoid: small circles stay circles.

After J. P. Snyder, *Map projections: a working manual*, U.S. Geological Survey Professional Paper
1395 (1987), pp. 107-109, equations 15-1 to 15-11 with 3-1, 7-9 and 14-15.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import atan, atan2, copysign, cos, degrees, hypot, log, pi, radians, sin, sqrt, tan
from typing import Any

_CLOSE = 1e-11  # radians; far below a millimetre


@dataclass(frozen=True, slots=True)
class Ellipsoid:
    """A figure of the Earth: its equatorial radius in metres and its flattening."""

    radius: float
    flattening: float

    @property
    def eccentricity(self) -> float:
        """The first eccentricity."""
        return sqrt(self.flattening * (2 - self.flattening))


WGS84 = Ellipsoid(6378137.0, 1 / 298.257223563)


@dataclass(frozen=True, slots=True)
class LambertConformal:
    """The projection with two standard parallels; angles in degrees, lengths in metres."""

    ellipsoid: Ellipsoid
    south: float
    """The parallel, of the two without distortion, that lies further south."""
    north: float
    origin_lat: float
    origin_lon: float
    _n: float = field(init=False, repr=False)
    _scale: float = field(init=False, repr=False)
    _rho0: float = field(init=False, repr=False)
    _e: float = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Work out what all points share."""
        e = self.ellipsoid.eccentricity
        m1, m2 = (_m(radians(lat), e) for lat in (self.south, self.north))
        t1, t2 = (_t(radians(lat), e) for lat in (self.south, self.north))
        n = (log(m1) - log(m2)) / (log(t1) - log(t2))
        scale = self.ellipsoid.radius * m1 / (n * t1**n)
        object.__setattr__(self, "_e", e)
        object.__setattr__(self, "_n", n)
        object.__setattr__(self, "_scale", scale)
        object.__setattr__(self, "_rho0", scale * _t(radians(self.origin_lat), e) ** n)

    def forward(self, lon: float, lat: float) -> tuple[float, float]:
        """Return metres east and north of the origin."""
        rho = self._scale * _t(radians(lat), self._e) ** self._n
        theta = self._n * radians(lon - self.origin_lon)
        return rho * sin(theta), self._rho0 - rho * cos(theta)

    def forward_many(self, lons: Any, lats: Any) -> tuple[Any, Any]:  # noqa: ANN401
        """Return metres east and north of many points, arrays of numpy in and out."""
        import numpy as np

        phi = np.radians(lats)
        part = self._e * np.sin(phi)
        t = np.tan(pi / 4 - phi / 2) / ((1 - part) / (1 + part)) ** (self._e / 2)
        rho = self._scale * t**self._n
        theta = self._n * np.radians(lons - self.origin_lon)
        return rho * np.sin(theta), self._rho0 - rho * np.cos(theta)

    def inverse(self, east: float, north: float) -> tuple[float, float]:
        """Return longitude and latitude of a point of the map."""
        down = self._rho0 - north
        rho = copysign(hypot(east, down), self._n)
        t = (rho / self._scale) ** (1 / self._n)
        theta = atan2(east, down)
        phi = pi / 2 - 2 * atan(t)
        for _ in range(15):
            part = self._e * sin(phi)
            better = pi / 2 - 2 * atan(t * ((1 - part) / (1 + part)) ** (self._e / 2))
            phi, change = better, abs(better - phi)
            if change < _CLOSE:
                break
        return degrees(theta / self._n) + self.origin_lon, degrees(phi)

    def scale(self, lat: float) -> float:
        """Return how many metres of the map a metre on the ground is, at a latitude."""
        phi = radians(lat)
        rho = self._scale * _t(phi, self._e) ** self._n
        return float(rho * self._n / (self.ellipsoid.radius * _m(phi, self._e)))


def _m(phi: float, e: float) -> float:
    return float(cos(phi) / sqrt(1 - (e * sin(phi)) ** 2))


def _t(phi: float, e: float) -> float:
    part = e * sin(phi)
    return float(tan(pi / 4 - phi / 2) / ((1 - part) / (1 + part)) ** (e / 2))


PLATEAU = LambertConformal(WGS84, south=29.0, north=37.0, origin_lat=33.0, origin_lon=90.0)
"""Between its standard parallels the map is at most 0.3 per cent too small."""
