# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Reads latitudes and longitudes in the forms that tables hold them in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from terkha_db.imported.source import Cell

Axis = Literal["lat", "lon"]

_MOST = {"lat": 90.0, "lon": 180.0}
_WORD = {"lat": "latitude", "lon": "longitude"}
_LETTERS = {"lat": "NS", "lon": "EW"}
_WRITTEN = str.maketrans(
    "北南东東西纬緯经經度分秒−–\u00a0\u202f",
    "NSEEW    °'\"--  ",
)
_WORDS = re.compile(r"\b(north|south|east|west)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_LETTER = re.compile(r"[NSEW]")
# What may stand between the numbers of one coordinate.
_MARKS = re.compile(r"[\s°º˚*'′’‘`´\"″”“:dDmMsS]*")
_COMPACT = re.compile(r"(\d{2,3})(\d{2})(\d{2}(?:\.\d+)?)")
_WKT = re.compile(r"\s*POINT\s*Z?\s*\(\s*(\S+)\s+([^\s)]+)", re.IGNORECASE)
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Coordinate:
    """Degrees, negative in the south and west; or None and why there are none."""

    value: float | None
    fault: str = ""
    swapped: bool = False
    """The value could be a coordinate of the other axis."""


NONE = Coordinate(None)
"""An empty cell."""


def read_coordinate(cell: Cell, axis: Axis) -> Coordinate:
    """Read a coordinate: decimal, or degrees with minutes and seconds, with or without a letter.

    Nothing is corrected: a latitude beyond 90 is a fault, and says so.
    """
    if isinstance(cell, str):
        text = cell.strip()
        if not text:
            return NONE
        try:
            value = float(text)
        except ValueError:
            return _read_text(text, axis)
    else:
        value = float(cell)
    return _within(value, axis, cell)


def read_pair(cell: Cell) -> tuple[Coordinate, Coordinate]:
    """Read latitude and longitude from one cell: ``29.65, 91.1``, in degrees, or as WKT."""
    text = str(cell).strip()
    if not text:
        return NONE, NONE
    wkt = _WKT.match(text)
    if wkt is not None:
        return read_coordinate(wkt[2], "lat"), read_coordinate(wkt[1], "lon")
    parts = [part for part in re.split(r"[;/，；]|,\s+|,(?=\D)", text) if part.strip()]
    if len(parts) == 1:
        parts = text.split(",") if text.count(",") == 1 else _after_letter(text)
    if len(parts) != 2:
        fault = Coordinate(None, f"“{_shown(text)}” is no pair of latitude and longitude")
        return fault, fault
    first, second = parts
    if re.search(r"[EW东東西]", first) and re.search(r"[NS北南]", second):
        first, second = second, first
    return read_coordinate(first, "lat"), read_coordinate(second, "lon")


def _after_letter(text: str) -> list[str]:
    """Cut a pair behind the letter of its first part, or at its only blank."""
    found = re.fullmatch(r"(.*?[NSEW])\s*(\S.*)", text)
    return [found[1], found[2]] if found else text.split()


def _read_text(text: str, axis: Axis) -> Coordinate:
    plain = _WORDS.sub(lambda found: found[1][0].upper(), text).translate(_WRITTEN)
    plain = plain.replace("′′", '"').replace("''", '"').strip()
    letters = _LETTER.findall(plain)
    bare = _LETTER.sub(" ", plain).strip() if len(letters) == 1 else plain
    # "S" after a number may also stand for seconds, where a letter of the sky is there as well.
    if len(letters) == 2 and letters.count("S") == 1 and not plain.startswith("S"):
        letters.remove("S")
        bare = _LETTER.sub(" ", plain).strip()
    negative = bare.startswith("-")
    bare = bare.lstrip("+-")
    degrees = _degrees(bare, compact=bool(letters))
    if degrees is None or len(letters) > 1:
        return Coordinate(None, f"“{_shown(text)}” is no {_WORD[axis]}")
    if letters and letters[0] not in _LETTERS[axis]:
        return Coordinate(None, f"“{_shown(text)}” is no {_WORD[axis]} by its letter", swapped=True)
    if negative or (letters and letters[0] in "SW"):
        degrees = -degrees
    return _within(degrees, axis, text)


def _degrees(text: str, *, compact: bool) -> float | None:
    """Return degrees of one to three numbers, of which only the last may have decimals."""
    run = _COMPACT.fullmatch(text) if compact else None
    parts = list(run.groups()) if run else _NUMBER.findall(text)
    if not run and not all(_MARKS.fullmatch(between) for between in _NUMBER.split(text)):
        return None
    if not 1 <= len(parts) <= 3 or any(not part.isdigit() for part in parts[:-1]):
        return None
    degrees, minutes, seconds = [float(part.replace(",", ".")) for part in (*parts, "0", "0")][:3]
    if minutes >= 60 or seconds >= 60:
        return None
    return degrees + minutes / 60 + seconds / 3600


def _within(value: float, axis: Axis, cell: Cell) -> Coordinate:
    most = _MOST[axis]
    if -most <= value <= most:
        return Coordinate(value)
    if value != value or value in (float("inf"), float("-inf")):  # noqa: PLR0124
        return Coordinate(None, f"“{_shown(str(cell))}” is no {_WORD[axis]}")
    swapped = axis == "lat" and abs(value) <= 180
    return Coordinate(None, f"{_WORD[axis]} {_shown(str(cell))} is beyond {most:g}", swapped)


def _shown(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
