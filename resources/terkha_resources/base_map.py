# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The lines of the base map: how they lie in ``vendor/map/`` and how they are read from there.

Each layer is one file with three levels of detail, coarsest first: whole numbers of thousandths of
a degree, little-endian. A file starts with its mark and the number of levels; each level with its
number of lines and, for each line, its number of points and its first point; then come the steps
from point to point as 16-bit numbers, longitude and latitude in turn.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, pairwise

from terkha_resources import path

UNIT = 1000
"""Steps in a degree."""
LEVELS = (60, 15, 3)
"""How far a simplified line may stray from its original, in steps, by level."""
BOX = (62.0, 17.0, 116.0, 46.0)
"""West, south, east and north of all layers: the plateau, and what lies around it."""
AREAS = ("ocean", "lakes")
LAYERS = (*AREAS, "borders", "provinces", "rivers")

Point = tuple[int, int]
_MARK = 0x314D4B54  # "TKM1"


@dataclass(frozen=True, slots=True)
class Line:
    """One line, or the edge of one area: longitudes and latitudes in degrees."""

    lons: Sequence[float]
    lats: Sequence[float]

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """West, south, east and north."""
        return min(self.lons), min(self.lats), max(self.lons), max(self.lats)


def encode(levels: Sequence[Sequence[Sequence[Point]]]) -> bytes:
    """Return the content of a layer's file: the same bytes on every machine."""
    out = bytearray(_bytes("i", [_MARK, len(levels)]))
    for lines in levels:
        heads = chain.from_iterable((len(line), *line[0]) for line in lines)
        steps = chain.from_iterable(
            (after[0] - before[0], after[1] - before[1])
            for line in lines
            for before, after in pairwise(line)
        )
        out += _bytes("i", [len(lines), *heads]) + _bytes("h", steps)
    return bytes(out)


def decode(content: bytes, level: int) -> list[Line]:
    """Read one level of the content of a layer's file, passing over coarser ones.

    Raises:
        ValueError: the content is of another form.

    """
    mark, count = _numbers("i", content[:8])
    if mark != _MARK or level >= count:
        raise ValueError("this is no layer of the base map, or it has no such level")
    at = 8
    for _ in range(level):
        _, at = _heads(content, at)
    heads, end = _heads(content, at)
    return _lines(heads, _numbers("h", content[at + 4 + 4 * len(heads) : end]))


def read(layer: str, level: int) -> list[Line]:
    """Read a layer of the base map in one of LEVELS, 0 the coarsest.

    Raises:
        FileNotFoundError: the file was not built or not installed; the sentence says what to do.

    """
    return decode(path(f"vendor/map/{layer}.bin").read_bytes(), level)


def _heads(content: bytes, at: int) -> tuple[array[int], int]:
    """Return the heads of the lines of the level that starts at a byte, and where it ends."""
    (lines,) = _numbers("i", content[at : at + 4])
    first = at + 4 + 12 * lines
    heads = _numbers("i", content[at + 4 : first])
    return heads, first + 4 * (sum(heads[0::3]) - lines)


def _lines(heads: Sequence[int], steps: Sequence[int]) -> list[Line]:
    lines, at = [], 0
    for points, lon, lat in zip(heads[0::3], heads[1::3], heads[2::3], strict=True):
        end = at + 2 * (points - 1)
        lines.append(Line(_degrees(lon, steps[at:end:2]), _degrees(lat, steps[at + 1 : end : 2])))
        at = end
    return lines


def _degrees(first: int, steps: Iterable[int]) -> list[float]:
    return [number / UNIT for number in accumulate(steps, initial=first)]


def _bytes(kind: str, numbers: Iterable[int]) -> bytes:
    packed = array(kind, numbers)
    if sys.byteorder == "big":
        packed.byteswap()
    return packed.tobytes()


def _numbers(kind: str, content: bytes) -> array[int]:
    unpacked: array[int] = array(kind)
    unpacked.frombytes(content)
    if sys.byteorder == "big":
        unpacked.byteswap()
    return unpacked
