# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Reads a sheet of an XLSX workbook row by row, without holding it in memory."""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

from terkha_db.imported.faults import TableError
from terkha_db.imported.source import Cell, Raw, unique_header

_LARGEST_PART = 256 << 20
"""Bytes that a part which must be held in memory, such as the shared texts, may unfold to."""
_HELD = ("sharedStrings", "styles", "workbook")
# What openpyxl raises on workbooks that are not as they should be.
_BROKEN = (KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, EOFError)


class SheetSource:
    """One sheet: the first, or the one that is named."""

    unit = "row"

    def __init__(self, file: Path, sheet: str = "") -> None:
        self._file = file
        self._workbook = self._open()
        try:
            self._sheet = self._find(sheet)
            self._last = self._sheet.max_row or 0
            self._at = 0
            self._rows = self._numbered()
            header: Sequence[Cell] = ()
            for _, header in self._rows:
                if any(_present(cell) for cell in header):
                    break
            else:
                raise TableError(f"The sheet “{self._sheet.title}” of {file} is empty.")
            self.header, notes = unique_header(_trimmed(header), file)
        except BaseException:
            self.close()
            raise
        self.facts = (f"sheet “{self._sheet.title}”", *self._others(), *notes)

    def rows(self) -> Iterator[Raw]:
        """Yield the rows below the header; empty ones are passed over."""
        wide = len(self.header)
        for place, cells in self._rows:
            self._at = place
            if not any(_present(cell) for cell in cells):
                continue
            if any(_present(cell) for cell in cells[wide:]):
                fault = f"{len(_trimmed(cells))} cells where the header has {wide}"
                yield Raw(place, (), fault, text=" ".join(map(str, cells))[:200])
            else:
                yield Raw(place, [*cells[:wide], *[""] * (wide - len(cells))])

    def share(self) -> float:
        """Return how much has been read, from 0 to 1."""
        return min(1.0, self._at / self._last) if self._last else 0.0

    def close(self) -> None:
        """Close the workbook."""
        self._workbook.close()

    def _open(self) -> Any:  # noqa: ANN401
        from openpyxl import load_workbook

        try:
            self._check_parts()
            with warnings.catch_warnings():
                # Of charts and rules for data that it does not keep: we read values alone.
                warnings.simplefilter("ignore")
                return load_workbook(self._file, read_only=True, data_only=True, keep_links=False)
        except (*_BROKEN, zipfile.BadZipFile, ParseError) as error:
            raise self._unreadable(error) from error

    def _check_parts(self) -> None:
        with zipfile.ZipFile(self._file) as parts:
            for part in parts.infolist():
                if part.file_size > _LARGEST_PART and any(held in part.filename for held in _HELD):
                    raise TableError(
                        f"The texts of {self._file} are larger than Terkha takes "
                        f"({part.file_size >> 20} MB): save it as CSV and import that."
                    )

    def _find(self, name: str) -> Any:  # noqa: ANN401
        sheets = {sheet.title: sheet for sheet in self._workbook.worksheets}
        if not sheets:
            raise TableError(f"{self._file} has no sheet with cells.")
        if name and name not in sheets:
            raise TableError(
                f"{self._file} has no sheet “{name}”: its sheets are {', '.join(sheets)}."
            )
        return sheets[name] if name else next(iter(sheets.values()))

    def _others(self) -> tuple[str, ...]:
        titles = [sheet.title for sheet in self._workbook.worksheets]
        others = [title for title in titles if title != self._sheet.title]
        return (f"not read: {', '.join(others)}",) if others else ()

    def _numbered(self) -> Iterator[tuple[int, list[Cell]]]:
        # The size that a file claims is often wrong; without it the rows are read as they come.
        self._sheet.reset_dimensions()
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                rows = self._sheet.iter_rows(values_only=True)
                for place, row in enumerate(rows, start=1):
                    yield place, [_cell(value) for value in row]
        except (*_BROKEN, zipfile.BadZipFile, ParseError) as error:
            raise self._unreadable(error) from error

    def _unreadable(self, error: Exception) -> TableError:
        return TableError(
            f"{self._file} cannot be read as an XLSX workbook ({type(error).__name__}): "
            "open it and save it again, or save it as CSV."
        )


def _cell(value: Any) -> Cell:  # noqa: ANN401
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return value.replace("\0", "")
    if isinstance(value, int | float):
        return value
    if isinstance(value, datetime):
        midnight = value.time() == time()
        return value.date().isoformat() if midnight else value.isoformat(" ", "seconds")
    return value.isoformat() if isinstance(value, date | time) else str(value)


def _present(cell: Cell) -> bool:
    return not isinstance(cell, str) or bool(cell.strip())


def _trimmed(cells: Sequence[Cell]) -> list[Cell]:
    kept = list(cells)
    while len(kept) > 1 and not _present(kept[-1]):
        kept.pop()
    return kept
