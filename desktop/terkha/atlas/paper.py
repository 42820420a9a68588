# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A map as a sheet of its own: title, map, key, credits, edition and the note together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QImageWriter, QPageSize, QPainter, QPdfWriter

from terkha.atlas.ground import note
from terkha.atlas.marks import COUNTY, SIDE, Mark, draw_mark
from terkha.atlas.scene import draw_scene
from terkha.charts.canvas import PainterCanvas, middle, text_width, wrapped
from terkha.charts.svg import SvgCanvas
from terkha.look.commodities import FAMILIES, Family, mark_of
from terkha.look.shapes import FAMILY_SHAPES, square
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
    key: tuple[str, str, str]
    """What site, locality and county marks mean."""

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
        words = f"{note()}. {SOURCES} {self.edition}."
        return wrapped(fonts, words, "caption", self.scene.view.width)

    def _foot(self, fonts: Fonts) -> float:
        rows = (1 + len(self._family_rows(fonts))) * (COUNTY + 2)
        return rows + fonts.line("caption") * len(self._credits(fonts)) + _MARGIN + 12

    def _draw_key(self, canvas: Canvas) -> None:
        """Draw what marks mean: how sure a point is, then the families that are drawn."""
        fonts, theme = canvas.fonts, canvas.theme
        sites = [site for site in self.scene.sites if site.is_placed]
        if not sites:
            return
        y = self.top(fonts) + self.scene.view.height + COUNTY / 2 + 8
        x = float(_MARGIN)
        copper = replace(sites[0], id="mine/", commodity="copper")
        for kind, words in zip(("site", "locality", "county"), self.key, strict=True):
            side = COUNTY if kind == "county" else SIDE
            draw_mark(canvas, Mark((copper,), QPointF(x + side / 2, y), side, kind))
            x = _write(canvas, x + side + 8, y, words) + 22
        for row in self._family_rows(fonts):
            x, y = float(_MARGIN), y + COUNTY + 2
            for family in row:
                box = QRectF(x, y - SIDE / 2, SIDE, SIDE)
                canvas.fill(FAMILY_SHAPES[family.shape](box), theme.families[family.id])
                x = _write(canvas, x + SIDE + 6, y, family.label) + 16

    def _family_rows(self, fonts: Fonts) -> list[list[Family]]:
        """Return the families that are drawn, as many in a row as there is room for."""
        drawn = {mark_of(site.commodity).family.id for site in self.scene.sites if site.is_placed}
        rows: list[list[Family]] = [[]]
        reached = 0.0
        for family in FAMILIES:
            if family.id not in drawn:
                continue
            wide = SIDE + 22 + text_width(fonts, family.label, "caption")
            if reached + wide > self.scene.view.width and rows[-1]:
                rows.append([])
                reached = 0.0
            rows[-1].append(family)
            reached += wide
        return rows


def _write(canvas: Canvas, x: float, y: float, words: str) -> float:
    """Write words of the key; return where they end."""
    baseline = QPointF(x, middle(canvas.fonts, "caption", y))
    canvas.text(baseline, words, "caption", canvas.theme.ink2)
    return x + text_width(canvas.fonts, words, "caption")


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
