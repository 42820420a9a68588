# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A map as a sheet of its own: title, map, key, credits, edition and the note together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPointF, QRectF, QSizeF
from PySide6.QtGui import (
    QColor,
    QImage,
    QImageWriter,
    QPagedPaintDevice,
    QPageSize,
    QPainter,
    QPdfWriter,
)

from terkha.atlas.ground import note
from terkha.atlas.key import (
    Entry,
    draw_row,
    family_entries,
    precision_entries,
    row_height,
    rows_of,
    sign_entries,
    size_entries,
)
from terkha.atlas.scene import draw_scene
from terkha.charts.canvas import PainterCanvas, wrapped
from terkha.charts.svg import SvgCanvas
from terkha.look.shapes import square
from terkha.look.theme import LIGHT

if TYPE_CHECKING:
    from terkha.atlas.scene import Scene
    from terkha.charts.canvas import Canvas
    from terkha.look.fonts import Fonts

PAPER = replace(LIGHT, surface=LIGHT.raised)
"""The light theme on white ground."""
SOURCES = "Towns: GeoNames."
_MARGIN = 28
_POINTS, _SCREEN, _PDF = 72, 96, 1200  # dots of an inch


@dataclass(frozen=True, slots=True)
class MapSheet:
    """A scene with the words around it."""

    scene: Scene
    title: str
    lead: str
    edition: str

    def size(self, fonts: Fonts) -> QSizeF:
        """Return how large the sheet is: the map as large as its window, and the words."""
        view = self.scene.view
        return QSizeF(view.width + 2 * _MARGIN, view.height + self.top(fonts) + self._foot(fonts))

    def top(self, fonts: Fonts) -> float:
        """Return where the map starts."""
        return _MARGIN + fonts.line("page-title") + fonts.line("body") * len(self._lead(fonts)) + 10

    def draw(self, canvas: Canvas) -> None:
        """Draw all that is around the map, over what reaches beyond its frame."""
        theme, fonts, size = canvas.theme, canvas.fonts, self.size(canvas.fonts)
        # Not every program cuts a drawing off at an edge that the file names.
        for area in self._margins(fonts):
            canvas.fill(square(area), theme.surface)
        y = _MARGIN + fonts.line("page-title") * 0.75
        canvas.text(QPointF(_MARGIN, y), self.title, "page-title", theme.ink)
        y = _MARGIN + fonts.line("page-title") + fonts.line("body") * 0.75
        for line in self._lead(fonts):
            canvas.text(QPointF(_MARGIN, y), line, "body", theme.ink2)
            y += fonts.line("body")
        self._draw_key(canvas)
        y = size.height() - _MARGIN - fonts.line("caption") * (len(self._credits(fonts)) - 1)
        for line in self._credits(fonts):
            canvas.text(QPointF(_MARGIN, y), line, "caption", theme.ink3)
            y += fonts.line("caption")

    def _margins(self, fonts: Fonts) -> list[QRectF]:
        """Return the four areas around the map."""
        size, top, view = self.size(fonts), self.top(fonts), self.scene.view
        below = top + view.height
        return [
            QRectF(0, 0, size.width(), top),
            QRectF(0, below, size.width(), size.height() - below),
            QRectF(0, 0, _MARGIN, size.height()),
            QRectF(size.width() - _MARGIN, 0, _MARGIN, size.height()),
        ]

    def _lead(self, fonts: Fonts) -> list[str]:
        return wrapped(fonts, self.lead, "body", self.scene.view.width)

    def _credits(self, fonts: Fonts) -> list[str]:
        words = f"{SOURCES} {self.edition}."
        return wrapped(fonts, words, "caption", self.scene.view.width)

    def _foot(self, fonts: Fonts) -> float:
        rows = sum(row_height(fonts, row) for row in self._rows(fonts))
        return rows + fonts.line("caption") * len(self._credits(fonts)) + _MARGIN + 16

    def _rows(self, fonts: Fonts) -> list[list[Entry]]:
        """Return the key: how sure a point is, families, sizes, and what other signs mean."""
        scene = self.scene
        if not any(site.is_placed for site in scene.sites):
            return []
        parts = (precision_entries(), family_entries(scene), size_entries(scene))
        return [
            row
            for entries in (*parts, sign_entries(scene))
            for row in rows_of(fonts, entries, scene.view.width)
        ]

    def _draw_key(self, canvas: Canvas) -> None:
        """Draw what marks mean below the map."""
        y = self.top(canvas.fonts) + self.scene.view.height + 8
        for row in self._rows(canvas.fonts):
            high = row_height(canvas.fonts, row)
            draw_row(canvas, row, _MARGIN, y + high / 2)
            y += high


def fitted(sheet: MapSheet, fonts: Fonts, ratio: float) -> MapSheet:
    """Return the sheet for a page whose height is ``ratio`` times its width.

    The map shows more on two of its sides, so that nothing of it is lost and the page is full.
    """
    for _ in range(3):
        size, view = sheet.size(fonts), sheet.scene.view
        lower = size.width() * ratio - size.height()
        wide = view.width + max(-lower / ratio, 0)
        grown = view.resized(wide, view.height + max(lower, 0))
        sheet = replace(sheet, scene=sheet.scene.within(grown))
    return sheet


def lies_across(sheet: MapSheet, fonts: Fonts) -> bool:
    """Whether the sheet is wider than it is high."""
    size = sheet.size(fonts)
    return size.width() > size.height()


def paint_page(sheet: MapSheet, fonts: Fonts, device: QPagedPaintDevice) -> None:
    """Paint the sheet on a page of a printer or PDF writer, as large as it fits."""
    painter = QPainter(device)
    room = painter.viewport()
    sheet = fitted(sheet, fonts, room.height() / room.width())
    size = sheet.size(fonts)
    scale = min(room.width() / size.width(), room.height() / size.height())
    painter.scale(scale, scale)
    _paint(sheet, painter, fonts)
    painter.end()


def to_png(sheet: MapSheet, fonts: Fonts, width: int = 0) -> bytes:
    """Return the sheet as PNG, so many pixels wide or twice its size; its words are metadata."""
    scale = width / sheet.size(fonts).width() if width else 2.0
    size = (sheet.size(fonts) * scale).toSize()
    image = QImage(size, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    dots = round(scale * _SCREEN / 0.0254)
    image.setDotsPerMeterX(dots)
    image.setDotsPerMeterY(dots)
    image.fill(QColor(PAPER.surface))
    painter = QPainter(image)
    _paint(sheet, painter, fonts)
    painter.end()
    for key, words in (
        ("Title", sheet.title),
        ("Description", sheet.lead),
        ("Source", note()),
        ("Software", sheet.edition),
    ):
        image.setText(key, words)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def to_svg(sheet: MapSheet, fonts: Fonts) -> bytes:
    """Return the sheet as SVG; every mark is a group whose title says what it is."""
    canvas = SvgCanvas(sheet.size(fonts), PAPER, fonts)
    with canvas.moved("map", QPointF(_MARGIN, sheet.top(fonts)), _frame(sheet)):
        draw_scene(canvas, sheet.scene, furniture=True)
    sheet.draw(canvas)
    return canvas.document(sheet.title, f"{sheet.lead} {note()}. {sheet.edition}.").encode()


def to_pdf(sheet: MapSheet, fonts: Fonts) -> bytes:
    """Return the sheet as a PDF of one page of its size, with the fonts in it."""
    size = sheet.size(fonts)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(sheet.title)
    writer.setCreator(sheet.edition)
    writer.setResolution(_PDF)
    points = QSizeF(size * (_POINTS / _SCREEN))
    exact = QPageSize.SizeMatchPolicy.ExactMatch
    writer.setPageSize(QPageSize(points, QPageSize.Unit.Point, "", exact))
    writer.setPageMargins(QMarginsF())
    painter = QPainter(writer)
    scale = painter.viewport().width() / size.width()
    painter.scale(scale, scale)
    _paint(sheet, painter, fonts)
    painter.end()
    return bytes(buffer.data().data())


def _frame(sheet: MapSheet) -> QSizeF:
    return QSizeF(sheet.scene.view.width, sheet.scene.view.height)


def _paint(sheet: MapSheet, painter: QPainter, fonts: Fonts) -> None:
    canvas = PainterCanvas(painter, PAPER, fonts)
    painter.save()
    painter.translate(_MARGIN, sheet.top(fonts))
    painter.setClipRect(QRectF(QPointF(), _frame(sheet)))
    draw_scene(canvas, sheet.scene, furniture=True)
    painter.restore()
    sheet.draw(canvas)


PICTURES: tuple[tuple[str, str, Callable[[MapSheet, Fonts], bytes]], ...] = (
    ("PNG picture, any size", ".png", to_png),
    ("SVG drawing", ".svg", to_svg),
    ("PDF page", ".pdf", to_pdf),
)
"""Label, ending and writer of each kind of picture."""
