# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Writes tables as workbooks: a sheet of values, a sheet of their sources, and where it is from."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from terkha_db.export.table import Line, Table, Value
from terkha_db.export.values import plain
from terkha_db.wording import OUTSIDE_LENS

# What XML cannot hold.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_WIDEST = 60
_SAMPLED = 200
_NAME = re.compile(r"[\[\]:*?/\\\\]")
_LONGEST_NAME = 31


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name, and rows of which the first is the head."""

    name: str
    rows: Sequence[Sequence[Value]]

    def widths(self) -> Iterator[int]:
        """Yield the width of each column in letters, wide enough for most of its cells."""
        for column in zip(*self.rows[:_SAMPLED], strict=True):
            yield min(_WIDEST, 2 + max(len(plain(value)) for value in column))


def sheets_of(table: Table) -> tuple[Sheet, ...]:
    """Return the table as sheets: values, who says so for each of them, and the edition."""
    head: list[Value] = ["Id", *(column.label for column in table.columns)]
    values = [head, *([line.id, *_seen(table, line)] for line in table.lines)]
    about: list[list[Value]] = [
        ["Table", table.title],
        ["From", table.origin],
        ["Rows", len(table.lines)],
        ["Licence", "CC BY 4.0"],
    ]
    sheets = [Sheet(_named(table.title), values)]
    if table.is_cited:
        sheets.append(Sheet("Sources", [*_sources(table)]))
    return (*sheets, Sheet("About", about))


def to_xlsx(table: Table) -> bytes:
    """Write the table as XLSX; a text is never a formula."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    bold = Font(bold=True)
    for sheet in sheets_of(table):
        page = book.create_sheet(sheet.name)
        page.freeze_panes = "B2"
        for at, width in enumerate(sheet.widths(), start=1):
            page.column_dimensions[get_column_letter(at)].width = width
        for number, row in enumerate(sheet.rows):
            cells = []
            for value in row:
                cell = WriteOnlyCell(page, _clean(value))
                if isinstance(value, str):
                    cell.data_type = "s"
                if number == 0:
                    cell.font = bold
                cells.append(cell)
            page.append(cells)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def to_ods(table: Table) -> bytes:
    """Write the table as ODS; a text is never a formula."""
    from odfdo import Cell, Document, Row
    from odfdo import Table as Page

    document = Document("spreadsheet")
    document.body.clear()
    for sheet in sheets_of(table):
        page = Page(sheet.name)
        for values in sheet.rows:
            row = Row()
            for value in values:
                row.append_cell(Cell() if value is None else Cell(_clean(value)), clone=False)
            page.append_row(row, clone=False)
        document.body.append(page)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


Book = Callable[[Table], bytes]


def _sources(table: Table) -> Iterator[list[Value]]:
    """Yield a line for each work behind each value."""
    yield ["Id", "Column", "Value", "Work", "Place in the work", "Reference"]
    for line in table.lines:
        for column, value, places in zip(table.columns, line.values, line.cites, strict=False):
            for work, locator in places:
                reference = table.references.get(work, "")
                yield [line.id, column.label, value, work, locator, reference]


def _seen(table: Table, line: Line) -> Iterator[Value]:
    """Yield the values of a row; one of which all that is recorded is outside says so."""
    for column, value in zip(table.columns, line.values, strict=True):
        yield OUTSIDE_LENS if column.id in line.outside else value


def _clean(value: Value) -> Value:
    return _CONTROL.sub("", value) if isinstance(value, str) else value


def _named(title: str) -> str:
    return _NAME.sub(" ", title)[:_LONGEST_NAME] or "Table"
