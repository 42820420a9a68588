# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Reads GeoJSON, as one collection or one feature a line, a feature at a time."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from terkha_db.imported.encoding import Encoding, detect
from terkha_db.imported.faults import TableError
from terkha_db.imported.lines import beginning
from terkha_db.imported.source import Cell, Raw, unique_header

LATITUDE, LONGITUDE = "geometry latitude", "geometry longitude"
"""The columns that are made of a feature's geometry, in degrees."""
_PIECE = 1 << 20
_LARGEST = 64 << 20
_START = re.compile(r'"features"\s*:\s*\[')
_BETWEEN = re.compile(r"[\s,\x1e\ufeff]*")
# What no text may hold: halves of letters, which also stand for unreadable bytes, and NULs.
_UNFIT = re.compile("[\ud800-\udfff\0]")


class FeatureSource:
    """One GeoJSON file; read once for the names of the properties, and once for their values."""

    unit = "feature"

    def __init__(self, file: Path, stopped: Callable[[], bool] = bool) -> None:
        self._file = file
        self._encoding = detect(file, stopped)
        self._size = file.stat().st_size or 1
        self._read = 0
        names: dict[str, None] = {}
        found = 0
        for found, feature in enumerate(self._features(), start=1):  # noqa: B007
            names.update(dict.fromkeys(_properties(feature)))
            if stopped():
                break
        if not found:
            raise TableError(f"{file} holds no features: is it GeoJSON?")
        self._names = tuple(names)
        self.header, notes = unique_header((*self._names, LATITUDE, LONGITUDE), file)
        self.facts = ("GeoJSON", self._encoding.label, *notes)

    def rows(self) -> Iterator[Raw]:
        """Yield the features with the values of all properties."""
        for place, feature in enumerate(self._features(), start=1):
            if not isinstance(feature, dict) or feature.get("type") != "Feature":
                text = beginning(json.dumps(feature, ensure_ascii=True))
                yield Raw(place, (), "it is no feature of GeoJSON", text=text)
                continue
            properties = _properties(feature)
            latitude, longitude, note = _position(feature.get("geometry"))
            notes = [note] if note else []
            cells = [_cell(properties.get(name), notes) for name in self._names]
            yield Raw(place, [*cells, latitude, longitude], notes=tuple(notes))

    def share(self) -> float:
        """Return how much has been read, from 0 to 1."""
        return min(1.0, self._read / self._size)

    def close(self) -> None:
        """Close the file, which is open only while its rows are read."""

    def _features(self) -> Iterator[Any]:
        decoder = json.JSONDecoder()
        window = _Window(self._file, self._encoding)
        start = _START.search(window.text)
        window.at = start.end() if start else 0
        try:
            while True:
                self._read = window.read
                self._skip_blank(window)
                upcoming = window.text[window.at : window.at + 1]
                if upcoming == "]" if start else not upcoming:
                    return
                try:
                    value, after = decoder.raw_decode(window.text, window.at)
                except (json.JSONDecodeError, RecursionError) as error:
                    if isinstance(error, RecursionError) or not window.more():
                        raise self._broken(window, error) from error
                    continue
                window.at = after
                yield value
        finally:
            window.close()

    @staticmethod
    def _skip_blank(window: _Window) -> None:
        """Go on behind blanks and commas."""
        while True:
            blank = _BETWEEN.match(window.text, window.at)
            window.at = blank.end() if blank else window.at
            if window.at < len(window.text) or not window.more():
                return

    def _broken(self, window: _Window, error: Exception) -> TableError:
        reason = error.msg if isinstance(error, json.JSONDecodeError) else "nested too deeply"
        return TableError(
            f"{self._file} breaks off or is no GeoJSON on line {window.line()} "
            f"({reason}): fetch or export it once more."
        )


class _Window:
    """The part of a file that is being read: little more than one feature."""

    def __init__(self, file: Path, encoding: Encoding) -> None:
        self._bytes = file.open("rb")
        self._file = TextIOWrapper(self._bytes, encoding.codec, encoding.errors)
        self._lines_before = 1
        self.read = 0
        self.text = ""
        self.at = 0
        self.more()

    def more(self) -> bool:
        """Read on; False at the end of the file, or where a feature is larger than we take."""
        left = self.text[self.at :]
        # Twice as much each time: what is read again stays in proportion.
        piece = "" if len(left) > _LARGEST else self._file.read(max(_PIECE, len(left)))
        if not piece:
            return False
        self._lines_before += self.text.count("\n", 0, self.at)
        self.text, self.at = left + piece, 0
        self.read = self._bytes.tell()
        return True

    def line(self) -> int:
        """Return the number of the line that is being read."""
        return self._lines_before + self.text.count("\n", 0, self.at)

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def _properties(feature: Any) -> Mapping[str, Any]:  # noqa: ANN401
    properties = feature.get("properties") if isinstance(feature, dict) else None
    return properties if isinstance(properties, dict) else {}


def _cell(value: Any, notes: list[str]) -> Cell:  # noqa: ANN401
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return value
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    if (text.isascii() and "\0" not in text) or not _UNFIT.search(text):
        return text
    notes.append("letters that cannot be read were replaced")
    return _UNFIT.sub("\N{REPLACEMENT CHARACTER}", text)


def _position(geometry: Any) -> tuple[Cell, Cell, str]:  # noqa: ANN401
    """Return latitude and longitude of a point, or of the middle of the bounds of a shape."""
    if not isinstance(geometry, dict):
        return "", "", "has no geometry"
    points = list(_points(geometry.get("coordinates"), 0))
    if not points:
        return "", "", "its geometry has no coordinates"
    longitudes, latitudes = zip(*points, strict=True)
    latitude = (min(latitudes) + max(latitudes)) / 2
    longitude = (min(longitudes) + max(longitudes)) / 2
    kind = geometry.get("type")
    note = "" if kind == "Point" else f"a {kind}: the middle of its bounds is its place"
    return latitude, longitude, beginning(note)


def _points(coordinates: Any, depth: int) -> Iterator[tuple[float, float]]:  # noqa: ANN401
    """Yield the pairs of longitude and latitude, however they are nested in rings and parts."""
    if not isinstance(coordinates, list) or depth > 5:
        return
    numbers = [one for one in coordinates[:2] if isinstance(one, int | float)]
    if len(numbers) == 2:
        yield numbers[0], numbers[1]
        return
    for part in coordinates:
        yield from _points(part, depth + 1)
