# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Marks of meaning, painted in one theme: commodities, status, precision and kinds of figure.

None of them stands alone: words or letters beside or within say the same.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap

from terkha.look import shapes
from terkha.look.commodities import Family, mark_of
from terkha.look.fonts import Fonts
from terkha.look.sparks import draw_spark
from terkha.look.theme import Theme

# Roles in which a commodity is the purpose of a mine; in all others its mark is an outline.
FILLED_ROLES = frozenset({"primary", "product"})

OUTSIDE = "outside-"
"""Before the category of a figure that lies outside the lens."""
_HEIGHT = 18
_WIDTH = 23
# Beside the letters: of a chemical symbol, of longer ones.
_MARGINS = (6, 12)
_OUTLINE = 1.5
_STRIP = 112

Paint = Callable[[QPainter, QRectF], None]


class Symbols:
    """The marks of one theme at one text size; each is painted once per pixel ratio and kept."""

    def __init__(self, theme: Theme, fonts: Fonts) -> None:
        self.theme = theme
        self.fonts = fonts
        self._outline = _OUTLINE * fonts.scale / 100
        self._pixmaps: dict[tuple[str, str, float], QPixmap] = {}
        self._sizes: dict[str, QSize] = {}

    def commodity_size(self, slug: str) -> QSize:
        """Return the logical size of a commodity's mark; long letters make it wider."""
        if slug not in self._sizes:
            letters = mark_of(slug).letters
            wide = QFontMetricsF(self.fonts.font("symbol")).horizontalAdvance(letters)
            wide = round(wide) + self.fonts.px(_MARGINS[len(letters) > 2])
            self._sizes[slug] = QSize(max(self.fonts.px(_WIDTH), wide), self.fonts.px(_HEIGHT))
        return self._sizes[slug]

    def commodity(self, slug: str, role: str = "primary", dpr: float = 1.0) -> QPixmap:
        """Return a commodity's letters in the shape of its family, filled or outlined by role."""
        size = self.commodity_size(slug)
        return self._kept(
            ("commodity/" + slug, "filled" if role in FILLED_ROLES else "outline", dpr),
            size,
            lambda painter, rect: self.draw_commodity(painter, rect, slug, role),
        )

    def draw_commodity(
        self, painter: QPainter, rect: QRectF, slug: str, role: str = "primary"
    ) -> None:
        """Draw a commodity's mark into a rectangle, as for print or a picture that is exported."""
        mark = mark_of(slug)
        filled = role in FILLED_ROLES
        self.draw_family(painter, rect, mark.family, filled=filled)
        font = self.fonts.font("symbol")
        metrics = QFontMetricsF(font)
        # Capitals and small letters alike are centred by the height of capitals, on whole pixels,
        # so that marks beside one another share a baseline.
        shift = shapes.LETTER_SHIFT.get(mark.family.shape, 0.0) * rect.height()
        baseline = round(rect.center().y() + metrics.capHeight() / 2 + shift)
        left = rect.center().x() - metrics.horizontalAdvance(mark.letters) / 2
        painter.setFont(font)
        ink = self.theme.family_ink if filled else self.theme.families[mark.family.id]
        painter.setPen(QColor(ink))
        painter.drawText(QPointF(left, baseline), mark.letters)

    def draw_family(
        self, painter: QPainter, rect: QRectF, family: Family, *, filled: bool = True
    ) -> None:
        """Draw the bare shape of a family, as on the map: filled a site, outlined a locality."""
        outline = shapes.FAMILY_SHAPES[family.shape]
        colour = QColor(self.theme.families[family.id])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if filled:
            painter.fillPath(outline(rect), colour)
        else:
            inset = self._outline / 2
            self._stroke(painter, outline(rect.adjusted(inset, inset, -inset, -inset)), colour)

    def family(self, family: Family, *, filled: bool = True, dpr: float = 1.0) -> QPixmap:
        """Return the bare shape of a family, 10 pixels, for keys and the map."""
        return self._kept(
            ("family/" + family.id, "filled" if filled else "outline", dpr),
            self._square(10),
            lambda painter, rect: self.draw_family(painter, rect, family, filled=filled),
        )

    def status(self, status: str, dpr: float = 1.0) -> QPixmap:
        """Return the 10-pixel glyph that stands before the word of a mine's status."""
        return self._kept(
            ("status", status, dpr),
            self._square(10),
            lambda painter, rect: self._draw_status(painter, rect, status),
        )

    def precision(self, precision: str, family: Family, dpr: float = 1.0) -> QPixmap:
        """Return how a point of this precision (site, locality, county) is drawn on the map."""
        if precision != "county":
            return self.family(family, filled=precision == "site", dpr=dpr)
        return self._kept(
            ("county", family.id, dpr),
            self._square(22),
            lambda painter, rect: self.draw_county(painter, rect, family),
        )

    def draw_county(self, painter: QPainter, rect: QRectF, family: Family) -> None:
        """Draw the dashed circle of a county seat: mines somewhere around it, never a point."""
        colour = QColor(self.theme.families[family.id])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.theme.tints:
            ground = QColor(colour)
            ground.setAlphaF(0.12)
            painter.fillPath(shapes.ellipse(rect), ground)
        inset = self._outline / 2
        ring = shapes.ellipse(rect.adjusted(inset, inset, -inset, -inset))
        self._stroke(painter, ring, colour, dashes=(2.4, 1.8))

    def figure(self, category: str, tone: str = "ink", dpr: float = 1.0) -> QPixmap:
        """Return the 10-pixel mark of a figure by its category, as strips and charts draw it."""
        size = self._square(10)
        if category == "potential":
            size.setWidth(self.fonts.px(24))
        return self._kept(
            ("figure/" + category, tone, dpr),
            size,
            lambda painter, rect: self.draw_figure(painter, rect, category, tone),
        )

    def draw_figure(
        self,
        painter: QPainter,
        rect: QRectF,
        category: str,
        tone: str = "ink",
        *,
        hollow: bool = False,
    ) -> None:
        """Draw a circle (resource), square (reserve), or open diamond with arrow (potential).

        ``hollow`` leaves circle and square open: what lies outside the lens.
        """
        colour = QColor(getattr(self.theme, tone))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = rect.height()
        first = QRectF(rect.topLeft(), QSizeF(side, side))
        if category == "reserve":
            inset = side * 0.06
            square = shapes.square(first.adjusted(inset, inset, -inset, -inset))
            self._fill(painter, square, colour, hollow=hollow)
        elif category == "potential":
            inset = self._outline / 2
            self._stroke(
                painter, shapes.diamond(first.adjusted(inset, inset, -inset, -inset)), colour
            )
            tip = QRectF(first.right() + 2, rect.y() + side * 0.22, side * 1.1, side * 0.56)
            self._stroke(painter, shapes.arrow(tip), colour)
        else:
            self._fill(painter, shapes.ellipse(first), colour, hollow=hollow)

    def _fill(self, painter: QPainter, path: QPainterPath, colour: QColor, *, hollow: bool) -> None:
        if hollow:
            painter.fillPath(path, QColor(self.theme.surface))
            self._stroke(painter, path, colour)
        else:
            painter.fillPath(path, colour)

    def box(self, state: str, dpr: float = 1.0) -> QPixmap:
        """Return a box to tick in a text, ``on`` or ``off``."""
        return self._kept(
            ("box", state, dpr),
            self._square(14),
            lambda painter, rect: self._draw_box(painter, rect, ticked=state == "on"),
        )

    def _draw_box(self, painter: QPainter, rect: QRectF, *, ticked: bool) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = rect.adjusted(0.75, 0.75, -0.75, -0.75)
        if not ticked:
            painter.setPen(QPen(QColor(self.theme.line2), 1.2))
            painter.drawRoundedRect(inner, 2, 2)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.accent))
        painter.drawRoundedRect(inner, 2, 2)
        painter.setPen(QPen(QColor(self.theme.accent_on), 1.6))
        side = rect.width()
        bend = QPointF(side * 0.43, side * 0.68)
        painter.drawLine(QPointF(side * 0.25, side * 0.5), bend)
        painter.drawLine(bend, QPointF(side * 0.76, side * 0.32))

    def strip(self, share: str, category: str, dpr: float = 1.0, *, width: int = 0) -> QPixmap:
        """Return a figure on a scale: a line from zero to its ``share``, its mark at the end."""
        return self._kept(
            (f"strip{width}/{category}", share, dpr),
            QSize(self.fonts.px(width or _STRIP), self.fonts.px(14)),
            lambda painter, rect: self._draw_strip(painter, rect, float(share), category),
        )

    def spark(self, asked: str, dpr: float = 1.0) -> QPixmap:
        """Return how a figure went over the years, as :func:`draw_spark` draws it."""
        return self._kept(
            ("spark", asked, dpr),
            QSize(self.fonts.px(_STRIP), self.fonts.px(20)),
            lambda painter, rect: draw_spark(
                painter, rect, asked, self.theme, self.fonts.scale / 100
            ),
        )

    def _draw_strip(self, painter: QPainter, rect: QRectF, share: float, category: str) -> None:
        what = category.removeprefix(OUTSIDE)
        side = self.fonts.px(10)
        left = rect.left() + 1
        # An arrow needs room behind the mark at the end of the scale.
        room = rect.width() - side * (2.4 if what == "potential" else 1) - 1
        reach = min(room, (rect.width() - side - 1) * share)
        middle = rect.center().y()
        painter.setPen(QPen(QColor(self.theme.line2), 1))
        painter.drawLine(QPointF(left, rect.top()), QPointF(left, rect.bottom()))
        painter.drawLine(QPointF(left, middle), QPointF(left + reach, middle))
        mark = QRectF(left + reach, middle - side / 2, rect.right() - left - reach, side)
        if what != category:
            self.draw_figure(painter, mark.adjusted(1, 1, -1, -1), what, "ink3", hollow=True)
        else:
            self.draw_figure(painter, mark, what)

    def _draw_status(self, painter: QPainter, rect: QRectF, status: str) -> None:
        colour = QColor(self.theme.ink2)
        inset = self._outline / 2
        inner = rect.adjusted(inset, inset, -inset, -inset)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if status == "operating":
            painter.fillPath(shapes.ellipse(rect), colour)
        elif status in ("construction", "development"):
            painter.fillPath(shapes.half_disc(rect), colour)
            self._stroke(painter, shapes.ellipse(inner), colour)
        elif status == "exploration":
            self._stroke(painter, shapes.ellipse(inner), colour)
        elif status == "suspended":
            painter.fillPath(shapes.bars(rect), colour)
        elif status == "closed":
            self._stroke(painter, shapes.cross(rect.adjusted(1.5, 1.5, -1.5, -1.5)), colour)
        else:
            self._stroke(painter, shapes.ellipse(inner), colour, dashes=(1.4, 1.5))

    def _stroke(
        self,
        painter: QPainter,
        path: QPainterPath,
        colour: QColor,
        dashes: tuple[float, float] | None = None,
    ) -> None:
        pen = QPen(colour, self._outline)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        if dashes:
            pen.setDashPattern(dashes)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.strokePath(path, pen)

    def _square(self, side: int) -> QSize:
        return QSize(self.fonts.px(side), self.fonts.px(side))

    def _kept(self, key: tuple[str, str, float], size: QSize, paint: Paint) -> QPixmap:
        """Return the pixmap kept under ``key``, painted now if it is the first time."""
        dpr = key[2]
        if key not in self._pixmaps:
            pixmap = QPixmap(round(size.width() * dpr), round(size.height() * dpr))
            pixmap.setDevicePixelRatio(dpr)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            paint(painter, QRectF(0, 0, size.width(), size.height()))
            painter.end()
            self._pixmaps[key] = pixmap
        return self._pixmaps[key]
