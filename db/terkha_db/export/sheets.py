# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Writes tables as workbooks: a sheet of values, a sheet of their sources, and where it is from."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import chain, islice
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile

from terkha_db.errors import KnownError
from terkha_db.export.table import Line, Table, Value
from terkha_db.export.values import plain
from terkha_db.wording import OUTSIDE_LENS

# What XML cannot hold.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_WIDEST = 60
_SAMPLED = 200
_NAME = re.compile(r"[\[\]:*?/\\\\]")
_LONGEST_NAME = 31
# Limits of the sheets of Excel; those of LibreOffice are the same or wider.
MOST_ROWS = 1_048_576
LONGEST_CELL = 32_767
# Our other sheets, and a name that Excel keeps for itself.
_TAKEN = ("sources", "about", "history")
_INCHES_A_LETTER = 0.09
_VERSION = re.compile(rb'office:version="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name, and rows of which the first is the head; they can be read once."""

    name: str
    rows: Iterator[Sequence[Value]]

    def measured(self) -> tuple[list[int], Iterator[Sequence[Value]]]:
        """Return the width of each column in letters, wide enough for most cells, and the rows."""
        first = list(islice(self.rows, _SAMPLED))
        widths = [
            min(_WIDEST, 2 + max(len(plain(value)) for value in column))
            for column in zip(*first, strict=True)
        ]
        return widths, self._limited(chain(first, self.rows))

    def _limited(self, rows: Iterator[Sequence[Value]]) -> Iterator[Sequence[Value]]:
        for number, row in enumerate(rows):
            if number == MOST_ROWS:
                raise KnownError(
                    f"A sheet holds {MOST_ROWS - 1:,} rows, and {self.name} has more: "
                    "narrow it, or write it as CSV."
                )
            yield row


def sheets_of(table: Table, lines: Iterable[Line]) -> Iterator[Sheet]:
    """Yield the table as sheets: values, who says so for each of them, and the edition.

    The lines are read with the first sheet; a table that rests on works must hold them itself.
    """
    head: list[Value] = ["Id", *(column.label for column in table.columns)]
    count = 0

    def values() -> Iterator[Sequence[Value]]:
        nonlocal count
        yield head
        for line in lines:
            count += 1
            yield [line.id, *_seen(table, line)]

    yield Sheet(_named(table.title), values())
    if table.is_cited:
        yield Sheet("Sources", _sources(table))
    about: list[list[Value]] = [
        ["Table", table.title],
        ["From", table.origin],
        ["Rows", count],
    ]
    if table.is_cited:
        about.append(["Licence", "CC BY 4.0"])
    yield Sheet("About", iter(about))


def to_xlsx(table: Table, lines: Iterable[Line], file: IO[bytes]) -> None:
    """Write the table as XLSX; a text is never a formula.

    Raises:
        KnownError: there are more rows, or longer texts, than a sheet can hold.

    """
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    bold = Font(bold=True)

    def cell(page: Any, value: Value, row: Sequence[Value], *, is_head: bool) -> Any:  # noqa: ANN401
        made = WriteOnlyCell(page, _fitting(value, row))
        if isinstance(value, str):
            made.data_type = "s"
        if is_head:
            made.font = bold
        return made

    for sheet in sheets_of(table, lines):
        page = book.create_sheet(sheet.name)
        page.freeze_panes = "B2"
        widths, rows = sheet.measured()
        for at, width in enumerate(widths, start=1):
            page.column_dimensions[get_column_letter(at)].width = width
        try:
            for number, row in enumerate(rows):
                page.append([cell(page, value, row, is_head=not number) for value in row])
        except BaseException:
            # What is half written must be closed, or it complains when it is thrown away.
            page.close()
            raise
    book.save(file)


def to_ods(table: Table, lines: Iterable[Line], file: IO[bytes]) -> None:
    """Write the table as ODS (OpenDocument, part 3); a text is never a formula.

    The rows are written one by one into the document that odfdo makes: as a tree, the rows of a
    reader's own table might need more memory than there is.

    Raises:
        KnownError: there are more rows than a sheet can hold.

    """
    from odfdo import Document

    made = io.BytesIO()
    Document("spreadsheet").save(made)
    with ZipFile(made) as empty, ZipFile(file, "w", ZIP_DEFLATED) as written:
        # LibreOffice opens no file whose parts are of different versions of ODF.
        version = _VERSION.search(empty.read("styles.xml"))
        assert version is not None
        for part in empty.infolist():
            if part.filename == "content.xml":
                with written.open("content.xml", "w", force_zip64=True) as content:
                    for piece in _ods_pieces(sheets_of(table, lines), version[1].decode()):
                        content.write(piece.encode())
            else:
                written.writestr(part, empty.read(part))


Book = Callable[[Table, Iterable[Line], IO[bytes]], None]

_ODS_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content office:version="%s"'
    + "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
        for name, space in (
            ("office", "office"),
            ("style", "style"),
            ("table", "table"),
            ("text", "text"),
            ("fo", "xsl-fo-compatible"),
        )
    )
    + '><office:automatic-styles><style:style style:name="head" style:family="table-cell">'
    '<style:text-properties fo:font-weight="bold"/></style:style>'
    + "".join(
        f'<style:style style:name="w{width}" style:family="table-column"><style:table-column-'
        f'properties style:column-width="{width * _INCHES_A_LETTER:.2f}in"/></style:style>'
        for width in range(2, _WIDEST + 1)
    )
    + "</office:automatic-styles><office:body><office:spreadsheet>"
)
_ODS_FOOT = "</office:spreadsheet></office:body></office:document-content>\n"


def _ods_pieces(sheets: Iterable[Sheet], version: str) -> Iterator[str]:
    """Yield the content of an OpenDocument spreadsheet as XML."""
    yield _ODS_HEAD % version
    for sheet in sheets:
        yield f'<table:table table:name="{escape(sheet.name)}">'
        widths, rows = sheet.measured()
        for width in widths:
            yield f'<table:table-column table:style-name="w{width}"/>'
        for number, row in enumerate(rows):
            look = "" if number else ' table:style-name="head"'
            cells = "".join(_ods_cell(value, look) for value in row)
            yield f"<table:table-row>{cells}</table:table-row>\n"
        yield "</table:table>"
    yield _ODS_FOOT


def _ods_cell(value: Value, look: str) -> str:
    if value is None:
        return "<table:table-cell/>"
    if not isinstance(value, str):
        number = f'office:value-type="float" office:value="{value!r}"'
        return f"<table:table-cell {number}><text:p>{plain(value)}</text:p></table:table-cell>"
    # Spaces in a row, tabs and line breaks would be one space each (OpenDocument, part 3, 6.1.2).
    text = escape(_clean(value)).replace("\t", "<text:tab/>")
    text = re.sub(
        r"(?<= ) +|^ +| +$", lambda run: f'<text:s text:c="{len(run[0])}"/>', text, flags=re.M
    )
    lines = "".join(f"<text:p>{line}</text:p>" for line in re.split(r"\r\n?|\n", text))
    return f'<table:table-cell{look} office:value-type="string">{lines}</table:table-cell>'


def _sources(table: Table) -> Iterator[Sequence[Value]]:
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


def _fitting(value: Value, row: Sequence[Value]) -> Value:
    """Return a value as Excel can hold it; a text that it would cut is refused."""
    if not isinstance(value, str):
        return value
    if len(value) > LONGEST_CELL:
        raise KnownError(
            f"{row[0]} has a text of {len(value):,} letters, and a cell of Excel holds "
            f"{LONGEST_CELL:,}: choose OpenDocument or CSV."
        )
    return _clean(value)


def _clean(text: str) -> str:
    return _CONTROL.sub("", text)


def _named(title: str) -> str:
    name = _CONTROL.sub("", _NAME.sub(" ", title)).strip(" '")[:_LONGEST_NAME] or "Table"
    return f"{name} (table)" if name.casefold() in _TAKEN else name
