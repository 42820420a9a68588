# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The seal of a catalogue: a checksum of the whole file that the file itself carries.

The table ``edition`` holds the row ``checksum``, whose value ends in 64 hexadecimal digits: the
SHA-256 of the file with those digits set to zeros. A single changed byte anywhere breaks it: in
the digits, because they no longer agree; elsewhere, because the sum changes; in the words before
the digits, because the seal is not found. It needs no second file that could be left behind when
a catalogue is copied.
"""

from __future__ import annotations

import hashlib
import re

UNSEALED = "sha256:" + "0" * 64
"""The value of the row ``checksum`` before the file is sealed."""
_SEAL = re.compile(rb"checksumsha256:([0-9a-f]{64})")


def seal(content: bytes) -> bytes:
    """Return the content of a catalogue file with its seal written in.

    Raises:
        ValueError: there is no place for the seal, or more than one.

    """
    (place,) = _places(content)
    return content[: place[0]] + _digest(content, place) + content[place[1] :]


def is_sealed(content: bytes) -> bool:
    """Tell whether a file carries a seal and is, byte for byte, what was sealed."""
    places = _places(content)
    if len(places) != 1:
        return False
    start, end = places[0]
    return content[start:end] == _digest(content, places[0])


def _places(content: bytes) -> list[tuple[int, int]]:
    # Key and value of the row follow each other in the file: SQLite stores a row in one piece.
    return [found.span(1) for found in _SEAL.finditer(content)]


def _digest(content: bytes, place: tuple[int, int]) -> bytes:
    blank = content[: place[0]] + b"0" * 64 + content[place[1] :]
    return hashlib.sha256(blank).hexdigest().encode()
