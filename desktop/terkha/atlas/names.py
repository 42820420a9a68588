# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Names on the base map, and where they are written.

Towns are where GeoNames has them; its number stands beside each. All other names stand where there
is room within or beside what they name: such a place says nothing of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["country", "province", "town", "lake", "river"]


@dataclass(frozen=True, slots=True)
class MapName:
    """A name and its place, written from ``metres`` of a pixel downwards."""

    text: str
    lon: float
    lat: float
    kind: Kind
    metres: float


def _named(kind: Kind, metres: float, *names: tuple[str, float, float]) -> tuple[MapName, ...]:
    return tuple(MapName(text, lon, lat, kind, metres) for text, lon, lat in names)


COUNTRIES = _named(
    "country",
    5800.0,
    ("India", 78.6, 27.4),
    ("Nepal", 83.9, 28.35),
    ("Bhutan", 90.9, 27.25),
    ("Myanmar", 97.2, 25.4),
    ("Pakistan", 72.2, 31.6),
    ("Tajikistan", 71.6, 38.4),
    ("Kyrgyzstan", 75.0, 41.6),
    ("Mongolia", 100.0, 44.0),
    ("Bangladesh", 89.6, 24.6),
)
PROVINCES = _named(
    "province",
    5800.0,
    ("Tibet A. R.", 87.2, 32.4),
    ("Qinghai", 96.2, 35.1),
    ("Xinjiang", 83.6, 38.6),
    ("Sichuan", 102.3, 30.7),
    ("Gansu", 98.9, 39.35),
    ("Yunnan", 101.2, 25.9),
)
TOWNS = (
    *_named(
        "town",
        5800.0,
        ("Lhasa", 91.10, 29.65),  # 1280737
        ("Xining", 101.76, 36.63),  # 1788852
    ),
    *_named(
        "town",
        4600.0,
        ("Shigatse", 88.88, 29.25),  # 1279715
        ("Chamdo", 97.18, 31.13),  # 1280281
        ("Golmud", 94.90, 36.41),  # 1281184
        ("Nagchu", 92.06, 31.48),  # 1280517
        ("Gar", 80.10, 32.50),  # 1280003
        ("Kathmandu", 85.32, 27.70),  # 1283240
        ("Thimphu", 89.64, 27.47),  # 1252416
        ("Leh", 77.58, 34.17),  # 1264976
        ("Kashgar", 75.99, 39.47),  # 1280849
    ),
    *_named(
        "town",
        2600.0,
        ("Yushu", 97.01, 33.00),  # 1281105
        ("Nyingchi", 94.36, 29.65),  # 13512708
        ("Tsethang", 91.77, 29.24),  # 8067345
        ("Kangding", 101.96, 30.00),  # 1802171
        ("Shangri-La", 99.71, 27.83),  # 7910932
        ("Lijiang", 100.22, 26.87),  # 1813253
        ("Jiuquan", 98.52, 39.74),  # 1279945
    ),
)
LAKES = (
    *_named("lake", 2900.0, ("Qinghai Lake", 100.2, 36.9), ("Namtso", 90.6, 30.7)),
    *_named(
        "lake",
        1600.0,
        ("Siling Tso", 88.95, 31.8),
        ("Tangra Yumtso", 86.6, 31.1),
        ("Yamdrok Tso", 90.58, 29.05),
        ("Mapham Yumtso", 81.47, 30.68),
    ),
)
RIVERS = _named(
    "river",
    4600.0,
    ("Yarlung Tsangpo", 86.73, 29.21),
    ("Yarlung Tsangpo", 93.30, 29.10),
    ("Brahmaputra", 93.17, 26.67),
    ("Indus", 79.22, 33.00),
    ("Sutlej", 79.80, 31.48),
    ("Salween", 95.48, 31.07),
    ("Mekong", 98.60, 29.01),
    ("Yangtze", 93.53, 34.22),
    ("Yangtze", 98.80, 31.45),
    ("Dadu", 101.88, 30.92),
    ("Yellow River", 98.20, 34.87),
    ("Yellow River", 100.59, 33.89),
    ("Tarim", 82.90, 40.95),
)
NAMES: tuple[MapName, ...] = (*COUNTRIES, *PROVINCES, *TOWNS, *LAKES, *RIVERS)
"""The first one stands where two would be written over one another."""
