# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Reads tables whose cells stand between commas, tabs, semicolons or bars."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path

from terkha_db.imported.encoding import Encoding, detect, named_encoding
from terkha_db.imported.faults import TableError
from terkha_db.imported.lines import Line, Lines, beginning
from terkha_db.imported.source import Raw, Reading, unique_header
from terkha_db.wording import count

_DELIMITERS = {",": "comma", "\t": "tab", ";": "semicolon", "|": "bar"}
_SAMPLE = 50
_OPEN_QUOTE = "a quotation mark is opened and not closed"


class DelimitedSource:
    """One CSV or TSV file."""

    unit = "line"

    def __init__(self, file: Path, reading: Reading, stopped: Callable[[], bool] = bool) -> None:
        encoding = named_encoding(reading.encoding) if reading.encoding else detect(file, stopped)
        self._lines = Lines(file, encoding, stopped)
        try:
            self._records = Records(self._lines, reading.delimiter or self._guess(file))
            self._raws = iter(self._records)
            self._early: list[Raw] = []
            for first in self._raws:
                if not first.fault:
                    break
                self._early.append(first)
            else:
                raise TableError(
                    f"{file} has no line that can be read as a header: check its encoding."
                )
            self.header, notes = unique_header(_trimmed(first.cells), file)
        except BaseException:
            self.close()
            raise
        self.facts = (*self._describe(encoding), *notes)

    def rows(self) -> Iterator[Raw]:
        """Yield the rows below the header, as wide as the header; empty lines are passed over."""
        wide = len(self.header)
        for raw in chain(self._early, self._raws):
            cells = raw.cells
            if raw.fault or len(cells) == wide:
                yield raw
            elif len(cells) < wide:
                padded = [*cells, *[""] * (wide - len(cells))]
                note = f"{count(len(cells), 'cell')} of {wide}: the others are taken as empty"
                yield Raw(raw.place, padded, notes=(*raw.notes, note))
            elif any(map(str.strip, map(str, cells[wide:]))):
                self._records.try_again()
                fault = f"{len(cells)} cells where the header has {wide}"
                yield Raw(raw.place, (), fault, text=beginning(" ".join(map(str, cells))))
            else:
                yield Raw(raw.place, cells[:wide], notes=raw.notes)

    def share(self) -> float:
        """Return how much has been read, from 0 to 1."""
        return self._lines.share()

    def close(self) -> None:
        """Close the file."""
        self._lines.close()

    def _describe(self, encoding: Encoding) -> tuple[str, ...]:
        delimiter = self._records.delimiter
        return encoding.label, f"cells between {_DELIMITERS.get(delimiter, repr(delimiter))}s"

    def _guess(self, file: Path) -> str:
        """Return the delimiter that cuts the first lines most evenly; ``sep=`` names it."""
        first = self._lines.next()
        if first is not None and first.text.lower().startswith("sep=") and len(first.text) > 4:
            return first.text[4]
        ahead = [] if first is None else [first]
        ahead += islice(iter(self._lines.next, None), _SAMPLE - 1)
        self._lines.put_back(ahead)
        sample = [line.text for line in ahead]
        usual = "\t" if file.suffix.lower() in (".tsv", ".tab") else ","
        return max(_DELIMITERS, key=lambda each: (*_evenness(sample, each), each == usual))


class Records:
    """The rows of a file whose cells are quoted as in CSV, each with the line it begins on."""

    def __init__(self, lines: Lines, delimiter: str) -> None:
        if len(delimiter) != 1:
            raise TableError(f"“{delimiter}” is no delimiter: name one letter, as in “;”.")
        self.delimiter = delimiter
        self._lines = lines
        self._taken: list[Line] = []
        self._unfinished = False
        self._reader = csv.reader(_Feed(self), delimiter=delimiter)

    def __iter__(self) -> Iterator[Raw]:
        lines, taken = self._lines, self._taken
        while True:
            taken.clear()
            self._unfinished = False
            try:
                cells = next(self._reader, None)
                fault = _OPEN_QUOTE if self._unfinished else ""
            except csv.Error as error:
                cells, fault = [], _reason(error, taken)
            if lines.faults:
                yield from lines.faults
                lines.faults.clear()
            if cells is None:
                return
            if fault:
                self.try_again()
                yield Raw(taken[0].number, (), fault, text=beginning(taken[0].text))
            elif cells and any(cells):
                notes = tuple({line.note: None for line in taken if line.note})
                yield Raw(taken[0].number, cells, notes=notes)

    def try_again(self) -> None:
        """Let all but the first line of the last row be read as rows of their own.

        A lost quotation mark makes one row of many: only the line that has it is lost.
        """
        self._lines.put_back(self._taken[1:])

    def next_line(self) -> str:
        """Return one more line for the row that is being read."""
        line = self._lines.next()
        if line is None:
            self._unfinished = bool(self._taken)
            raise StopIteration
        self._taken.append(line)
        return line.text


class _Feed:
    """Gives lines to the csv module, even after it has seen the end once."""

    def __init__(self, records: Records) -> None:
        self._records = records

    def __iter__(self) -> _Feed:
        return self

    def __next__(self) -> str:
        return self._records.next_line()


def _reason(error: csv.Error, taken: Sequence[Line]) -> str:
    if len(taken) > 1:
        return _OPEN_QUOTE
    return f"the line cannot be cut into cells ({error})"


def _evenness(sample: Sequence[str], delimiter: str) -> tuple[float, int]:
    """Return which share of lines is cut into the commonest number of cells, and that number."""
    try:
        widths = Counter(len(cells) for cells in csv.reader(sample, delimiter=delimiter) if cells)
    except csv.Error:
        return 0.0, 0
    if not widths:
        return 0.0, 0
    wide, lines = max(widths.items(), key=lambda pair: (pair[1], pair[0]))
    return (lines / widths.total(), wide) if wide > 1 else (0.0, 1)


def _trimmed(cells: Sequence[object]) -> list[str]:
    """Return the cells of a header without the empty ones at its end."""
    kept = [str(cell) for cell in cells]
    while len(kept) > 1 and not kept[-1].strip():
        kept.pop()
    return kept
