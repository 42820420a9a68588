# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Writes a chart to a file: PNG at twice the size, SVG, PDF, or its numbers as CSV."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import (
    QColor,
    QImage,
    QImageWriter,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
)

from terkha.charts.canvas import PainterCanvas
from terkha.charts.lens import picture_of
from terkha.charts.paper import WIDTH, Sheet
from terkha.charts.svg import SvgCanvas
from terkha.charts.words import alternative, credit, noop, says, short_source
from terkha.look.fonts import Fonts
from terkha.look.theme import LIGHT
from terkha_db.errors import KnownError
from terkha_db.export import Column, Line, Table, format_by_id

if TYPE_CHECKING:
    from pathlib import Path

    from terkha.charts.base import Mark, Picture
    from terkha.look import Look
    from terkha_db.catalogue import Catalogue

PAPER = replace(LIGHT, surface=LIGHT.raised)
"""The light theme on white ground."""
SCALE = 2
"""Pixels of a PNG for each logical pixel."""
_METRES_PER_INCH = 0.0254
_PDF_RESOLUTION = 1200
_SCREEN_RESOLUTION = 96
_POINTS = 72
_NEARLY = 1.01  # times the width: what rounding makes of a page of the sheet's own size
_COLUMNS: tuple[tuple[str, str], ...] = (
    ("what", "What"),
    ("kind", "Kind of figure"),
    ("covers", "Covers"),
    ("as_published", "As published"),
    ("value", "Value"),
    ("low", "Lowest"),
    ("high", "Highest"),
    ("unit", "Unit"),
    ("substance", "Substance"),
    ("qualifier", "Qualifier"),
    ("shown", "Shown in the chart"),
    ("shown_unit", "Unit in the chart"),
    ("as_of", "As of"),
    ("says", "Who says so"),
    ("source_kind", "Kind of source"),
    ("locators", "Places in the sources"),
    ("statement", "Statement"),
    ("counted", "Records counted"),
    ("edition", "Terkha edition"),
)

_RINGED = (("selected", "Selected"),)


@dataclass(frozen=True, slots=True)
class ChartFormat:
    """A kind of file: its label, ending and how a picture is written to bytes."""

    label: str
    extension: str
    """With the dot."""
    write: Callable[[Picture, Fonts], bytes]


def write_chart(catalogue: Catalogue, look: Look, chart_id: str, file: Path) -> None:
    """Write a chart to ``file`` in the format that its ending names.

    Files are light and of normal text size whatever the screen looks like.

    Raises:
        KnownError: no such chart, an ending that names no format, or a place that cannot be
            written.

    """
    write_picture(picture_of(catalogue, chart_id), look, file)


def write_picture(picture: Picture, look: Look, file: Path, width: int = 0) -> None:
    """Write a picture as :func:`write_chart` does.

    ``width`` is that of a PNG in pixels; 0 for twice the size of the sheet.

    Raises:
        KnownError: an ending that names no format, or a place that cannot be written.

    """
    kind = next((each for each in CHART_FORMATS if each.extension == file.suffix.lower()), None)
    if kind is None:
        endings = ", ".join(each.extension for each in CHART_FORMATS)
        raise KnownError(f"A chart cannot be written to {file.name}: endings are {endings}.")
    fonts = Fonts(look.fonts.families)
    is_sized = kind.extension == ".png" and width
    try:
        file.write_bytes(to_png(picture, fonts, width) if is_sized else kind.write(picture, fonts))
    except OSError as error:
        raise KnownError(
            f"{file} could not be written ({error.strerror}): choose another place."
        ) from error


def to_png(picture: Picture, fonts: Fonts, width: int = 0, sheet: Sheet | None = None) -> bytes:
    """Return the sheet as PNG, so many pixels wide or twice its size.

    Title, sources and edition are also in its metadata. ``sheet`` is given where the picture is
    laid out otherwise than for a file of its own.
    """
    sheet = sheet or Sheet(picture, fonts)
    size = _size(sheet, fonts)
    scale = width / size.width() if width else SCALE
    image = QImage((size * scale).toSize(), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    dots = round(scale * _SCREEN_RESOLUTION / _METRES_PER_INCH)
    image.setDotsPerMeterX(dots)
    image.setDotsPerMeterY(dots)
    image.fill(QColor(PAPER.surface))
    painter = QPainter(image)
    sheet.draw(PainterCanvas(painter, PAPER, fonts))
    painter.end()
    image.setText("Title", picture.title)
    image.setText("Description", picture.lead)
    image.setText("Source", credit(picture, len(picture.sources)))
    image.setText("Software", picture.edition)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def to_svg(picture: Picture, fonts: Fonts) -> bytes:
    """Return the sheet as SVG; every mark is a group whose title says what it is."""
    sheet = Sheet(picture, fonts)
    canvas = SvgCanvas(_size(sheet, fonts), PAPER, fonts)
    sheet.draw(canvas)
    sources = credit(picture, len(picture.sources))
    description = f"{alternative(picture)} {sources} {picture.edition}."
    return canvas.document(picture.title, description).encode()


def to_pdf(picture: Picture, fonts: Fonts) -> bytes:
    """Return the sheet as a PDF of one page of its size, with the fonts in it."""
    sheet = Sheet(picture, fonts)
    size = _size(sheet, fonts)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(picture.title)
    writer.setDocumentXmpMetadata(_about(picture))
    writer.setCreator(picture.edition)
    writer.setResolution(_PDF_RESOLUTION)
    points = QSizeF(size * (_POINTS / _SCREEN_RESOLUTION))
    writer.setPageSize(QPageSize(points, QPageSize.Unit.Point, "", _EXACT))
    writer.setPageMargins(QMarginsF())
    paint_sheet(picture, fonts, writer)
    return bytes(buffer.data().data())


def _about(picture: Picture) -> QByteArray:
    """Return title, lead, sources and edition as XMP, where programs for PDF look for them."""
    sources = credit(picture, len(picture.sources))
    fields = {
        "title": picture.title,
        "description": f"{picture.lead} {picture.summary}.",
        "source": sources,
        "publisher": picture.edition,
    }
    said = "".join(f"<dc:{name}>{escape(text)}</dc:{name}>" for name, text in fields.items())
    return QByteArray(
        '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"{said}</rdf:Description></rdf:RDF></x:xmpmeta>"
        '<?xpacket end="w"?>'.encode()
    )


def paint_sheet(picture: Picture, fonts: Fonts, device: QPagedPaintDevice) -> None:
    """Paint the sheet on a page of a printer or PDF writer, as large as it fits."""
    painter = QPainter(device)
    room = painter.viewport()
    sheet = sheet_on(picture, fonts, room.height() / room.width())
    size = _size(sheet, fonts)
    scale = min(room.width() / size.width(), room.height() / size.height())
    painter.scale(scale, scale)
    sheet.draw(PainterCanvas(painter, PAPER, fonts))
    painter.end()


def sheet_on(picture: Picture, fonts: Fonts, ratio: float) -> Sheet:
    """Return the sheet for a page whose height is ``ratio`` times its width.

    One that is higher than the page is made wider instead of leaving half of the page empty, and
    the plot of one that is lower is made higher.
    """
    sheet = Sheet(picture, fonts)
    height = _size(sheet, fonts).height()
    if height / ratio > WIDTH * _NEARLY:
        return Sheet(picture, fonts, height / ratio)
    return Sheet(picture, fonts, room_left=WIDTH * ratio - height)


def orientation_of(picture: Picture, fonts: Fonts) -> QPageLayout.Orientation:
    """Return the way a page should lie so that the sheet is as large on it as can be."""
    size = _size(Sheet(picture, fonts), fonts)
    way = QPageLayout.Orientation
    return way.Landscape if size.width() > size.height() else way.Portrait


def to_csv(picture: Picture, _fonts: Fonts) -> bytes:
    """Return every number with its statement, its works and the place in each of them."""
    # What the rings say in a picture, one more column says in a table.
    columns = tuple(
        Column(key, label) for key, label in (*_COLUMNS, *_RINGED[: bool(picture.rings)])
    )
    lines = tuple(_line(mark, number, picture) for number, mark in enumerate(picture.numbers))
    table = Table(
        picture.title, columns, lines, picture.edition, is_cited=not picture.own, lens=picture.lens
    )
    return format_by_id("csv").write(table).encode()


CHART_FORMATS: tuple[ChartFormat, ...] = (
    ChartFormat(noop("PNG picture, any size"), ".png", to_png),
    ChartFormat(noop("SVG drawing"), ".svg", to_svg),
    ChartFormat(noop("PDF page"), ".pdf", to_pdf),
    ChartFormat(noop("Numbers with sources, CSV"), ".csv", to_csv),
)
_EXACT = QPageSize.SizeMatchPolicy.ExactMatch


def _size(sheet: Sheet, fonts: Fonts) -> QSizeF:
    return sheet.size(SvgCanvas(QSizeF(), PAPER, fonts))


def _line(mark: Mark, number: int, picture: Picture) -> Line:
    """Return a number as a line of the table; the works are its sources, in their order."""
    axis = picture.axis_of(number)
    said = mark.statement
    locators = [
        f"{short_source(cite.source)}: {cite.locator}" for cite in mark.cites if cite.locator
    ]
    values = (
        mark.label,
        mark.kind,
        mark.of,
        mark.text,
        said.value if said else mark.shown,
        said.low if said else None,
        said.high if said else None,
        said.unit if said else "",
        said.substance if said else "",
        said.qualifier if said else "",
        None if axis is None else mark.shown,
        mark.unit or (axis.title if axis else ""),
        said.as_of if said else "",
        picture.own or "; ".join(dict.fromkeys(short_source(source) for source in mark.sources)),
        "; ".join(dict.fromkeys(source.kind for source in mark.sources)),
        " | ".join(locators),
        said.id if said else "",
        " ".join(mark.counted) or (says(mark) if mark.rows else ""),
        picture.edition,
        *(["yes" if picture.rings.intersection(mark.records) else ""] if picture.rings else []),
    )
    return Line(mark.record or picture.id, values, tuple(source.id for source in mark.sources))
