# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Tells the encoding of a text file by reading all of it once, a piece at a time."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from terkha_db.imported.faults import TableError, unreadable

_PIECE = 1 << 20
_MARKS = (
    # The mark of UTF-32 begins with that of UTF-16.
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8 with a byte order mark"),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32 with a byte order mark"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32 with a byte order mark"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16 with a byte order mark"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16 with a byte order mark"),
)
_BAD = re.compile("[\udc80-\udcff]")
_FOREIGN = re.compile("[^\x00-\x7f\udc80-\udcff]")
_GOOD_FOR_EACH_BAD = 20
# Two bytes of Chinese, both high; a lone accented letter of the West has a low neighbour.
_PAIR = re.compile(rb"[\x81-\xfe][\x80-\xfe]")
_HIGH = re.compile(rb"[\x80-\xff]")
_PAIRED = 0.8
# NULs are taken out line by line: even good tables end in them after a crash.
_CONTROLS = bytes(range(1, 9)) + bytes(range(14, 32))
_TEXT = 0.95
"""The share of a text, at least, that is no control character."""


@dataclass(frozen=True, slots=True)
class Encoding:
    """How the bytes of a file are to be read, and in words how we know."""

    codec: str
    label: str

    @property
    def errors(self) -> str:
        """How bytes outside the encoding are carried, so that their lines can be told."""
        return "replace" if self.codec.startswith(("utf-16", "utf-32")) else "surrogateescape"


def named_encoding(name: str) -> Encoding:
    """Return the encoding that the reader names.

    Raises:
        TableError: Python knows no encoding of text by that name.

    """
    try:
        codec = codecs.lookup(name)
        "".encode(codec.name)
    except (LookupError, ValueError):
        raise TableError(
            f"There is no encoding “{name}”: try utf-8, utf-16, cp1252 or gb18030."
        ) from None
    return Encoding(codec.name, f"{codec.name}, as you said")


def detect(file: Path, stopped: Callable[[], bool] = bool) -> Encoding:
    """Return the encoding of a file: by its mark, or the strictest that fits all of it.

    UTF-8 is taken where nearly every letter beyond ASCII is good UTF-8; GB 18030 where everything
    fits and the bytes come in pairs, as in Chinese; otherwise Windows-1252.

    Raises:
        TableError: the file cannot be read, or is no text.

    """
    try:
        with file.open("rb") as opened:
            head = opened.read(_PIECE)
    except OSError as error:
        raise unreadable(file, error) from error
    for mark, codec, label in _MARKS:
        if head.startswith(mark):
            return Encoding(codec, label)
    unmarked = _unmarked_utf16(head)
    if unmarked is not None:
        return unmarked
    if len(head.translate(None, _CONTROLS)) < _TEXT * len(head):
        raise TableError(
            f"{file} is no text, whatever its name says: save the table as CSV, TSV or XLSX."
        )
    good, bad, chinese, high, paired = _weigh(file, stopped)
    if bad == 0:
        return Encoding("utf-8", "UTF-8" if good else "ASCII")
    if good > _GOOD_FOR_EACH_BAD * bad:
        return Encoding("utf-8", f"UTF-8, but for {bad} bytes")
    if chinese and paired > _PAIRED * high:
        return Encoding("gb18030", "GB 18030 (guessed)")
    return Encoding("cp1252", "Windows-1252 (guessed)")


def _unmarked_utf16(head: bytes) -> Encoding | None:
    """Return UTF-16 where every second byte of a piece is zero, as in Western text."""
    half = len(head) // 2
    if half < 2:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > half / 2 and even < half / 10:
        return Encoding("utf-16-le", "UTF-16 without a byte order mark (guessed)")
    if even > half / 2 and odd < half / 10:
        return Encoding("utf-16-be", "UTF-16 without a byte order mark (guessed)")
    return None


def _weigh(file: Path, stopped: Callable[[], bool]) -> tuple[int, int, bool, int, int]:
    """Count good letters and bad bytes as UTF-8; tell whether GB 18030 fits; count its pairs."""
    unicode = codecs.getincrementaldecoder("utf-8")("surrogateescape")
    chinese = codecs.getincrementaldecoder("gb18030")("strict")
    good = bad = high = paired = 0
    fits = True
    for piece, last in _pieces(file):
        if stopped():
            break
        text = unicode.decode(piece, last)
        if not text.isascii():
            good += len(_FOREIGN.findall(text))
            bad += len(_BAD.findall(text))
            high += len(_HIGH.findall(piece))
            paired += 2 * len(_PAIR.findall(piece))
        if fits and bad:
            fits = _decodes(chinese, piece, last)
    return good, bad, fits, high, paired


def _decodes(decoder: codecs.IncrementalDecoder, piece: bytes, last: bool) -> bool:
    try:
        decoder.decode(piece, last)
    except UnicodeDecodeError:
        return False
    return True


def _pieces(file: Path) -> Iterator[tuple[bytes, bool]]:
    with file.open("rb") as opened:
        piece = opened.read(_PIECE)
        while piece:
            following = opened.read(_PIECE)
            yield piece, not following
            piece = following
