# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Reads a text file line by line with bounded memory, whatever its lines are like."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import NamedTuple

from terkha_db.imported.encoding import Encoding
from terkha_db.imported.source import Raw

LONGEST_LINE = 1_000_000
"""Letters; a longer line is passed over, and reported."""
_ENDS = ("\n", "\r")
_SHOWN = 200
# How bytes outside the encoding arrive.
_UNREADABLE = {
    "surrogateescape": re.compile("[\ud800-\udfff]"),
    "replace": re.compile("\ufffd"),
}


class Line(NamedTuple):
    """One line with its number and its line end."""

    number: int
    text: str
    note: str = ""
    """What was taken out of it."""


class Lines:
    """The lines of a file; those that cannot be read wait in ``faults`` and are passed over."""

    def __init__(self, file: Path, encoding: Encoding, stopped: Callable[[], bool] = bool) -> None:
        self._size = file.stat().st_size or 1
        self._encoding = encoding
        self._stopped = stopped
        self._unreadable = _UNREADABLE[encoding.errors]
        self._bytes = file.open("rb")
        self._file = TextIOWrapper(self._bytes, encoding.codec, encoding.errors, newline="")
        self._number = 0
        self._again: deque[Line] = deque()
        self.faults: list[Raw] = []

    def next(self) -> Line | None:
        """Return the next line that can be read, or None at the end."""
        if self._again:
            return self._again.popleft()
        while text := self._file.readline(LONGEST_LINE):
            self._number += 1
            if len(text) == LONGEST_LINE and not text.endswith(_ENDS):
                self._pass_over(text)
            elif not text.isascii() and self._unreadable.search(text):
                self._fault(f"has bytes that are no {self._encoding.codec}", text)
            else:
                return self._clean(text)
        return None

    def put_back(self, lines: Sequence[Line]) -> None:
        """Give these lines once more before those that follow."""
        self._again.extendleft(reversed(lines))

    def share(self) -> float:
        """Return how much of the file has been read, from 0 to 1."""
        return min(1.0, self._bytes.tell() / self._size)

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def _clean(self, text: str) -> Line:
        if "\0" in text:
            return Line(self._number, text.replace("\0", ""), "NUL characters were taken out")
        return Line(self._number, text)

    def _pass_over(self, text: str) -> None:
        """Read on to the end of a line that is too long."""
        length, piece = len(text), text
        while piece and not piece.endswith(_ENDS) and not self._stopped():
            piece = self._file.readline(LONGEST_LINE)
            length += len(piece)
        self._fault(f"is longer than {LONGEST_LINE:,} letters ({length:,})", text)

    def _fault(self, reason: str, text: str) -> None:
        self.faults.append(Raw(self._number, (), f"the line {reason}", text=beginning(text)))


def beginning(text: str) -> str:
    """Return the beginning of a text on one line, with nothing that cannot be stored."""
    shown = _UNREADABLE["surrogateescape"].sub("\N{REPLACEMENT CHARACTER}", text[:_SHOWN])
    return " ".join(shown.replace("\0", "").split())
