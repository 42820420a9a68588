# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Icons painted from their SVG in a colour of the theme, sharp on every screen."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap

from terkha.look.theme import Theme
from terkha_resources import text

# The drawings are made on a grid of 24 with a stroke of 2; we want it finer, and hair-fine large.
_STROKE = 1.75
_LARGE_STROKE = 1.25
_LARGE = 36


class Icons:
    """The icons of one theme; each picture is painted once and kept."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}

    def icon(self, name: str, tone: str = "ink2") -> QIcon:
        """Return an icon in a colour of the theme, for a button or menu entry.

        ``name`` is one of ``terkha_resources.assets.ICONS``; FileNotFoundError for others.
        Disabled it is drawn in ``ink3``.
        """
        return QIcon(_Engine(self, name, tone))

    def pixmap(self, name: str, tone: str = "ink2", size: int = 16, dpr: float = 1.0) -> QPixmap:
        """Return the picture of an icon, ``size`` logical pixels square, for a screen's ratio."""
        key = name, tone, size, dpr
        if key not in self._pixmaps:
            self._pixmaps[key] = _painted(self.drawing(name, tone, size), round(size * dpr), dpr)
        return self._pixmaps[key]

    def drawing(self, name: str, tone: str, size: int) -> str:
        """Return the SVG of an icon, ``size`` pixels square, its lines as fine as that wants."""
        colour: str = getattr(self.theme, tone)
        stroke = _LARGE_STROKE if size >= _LARGE else _STROKE
        svg = text(f"vendor/icons/{name}.svg").replace("currentColor", colour)
        svg = svg.replace('width="24"', f'width="{size}"', 1).replace(
            'height="24"', f'height="{size}"', 1
        )
        return svg.replace('stroke-width="2"', f'stroke-width="{stroke}"')


def ratio_of(painter: QPainter) -> float:
    """Return how many pixels of what is painted on make one of ours.

    Asking the device itself would have Qt for Python load every class that it could be.
    """
    return painter.deviceTransform().m11()


def _painted(svg: str, side: int, dpr: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    pixmap.setDevicePixelRatio(dpr)
    return pixmap


class _Engine(QIconEngine):
    """Lets Qt ask for an icon in whatever size and pixel ratio a screen needs."""

    def __init__(self, icons: Icons, name: str, tone: str) -> None:
        super().__init__()
        self._icons = icons
        self._name = name
        self._tone = tone

    def clone(self) -> QIconEngine:
        return _Engine(self._icons, self._name, self._tone)

    def actualSize(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QSize:  # noqa: N802
        side = min(size.width(), size.height())
        return QSize(side, side)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(  # noqa: N802
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        side = min(size.width(), size.height())
        tone = "ink3" if mode is QIcon.Mode.Disabled else self._tone
        return self._icons.pixmap(self._name, tone, side, scale)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        scale = ratio_of(painter)
        pixmap = self.scaledPixmap(rect.size(), mode, state, scale)
        place = QRect(0, 0, *[round(n / scale) for n in pixmap.size().toTuple()])
        place.moveCenter(rect.center())
        painter.drawPixmap(place.topLeft(), pixmap)
