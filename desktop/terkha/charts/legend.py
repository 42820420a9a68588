# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The legend under a plot on screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from terkha.charts.canvas import PainterCanvas
from terkha.charts.draw import draw_legend

if TYPE_CHECKING:
    from terkha.charts.base import Picture
    from terkha.look import Look


class Legend(QWidget):
    """Paints the keys of a picture in as many lines as they need."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._picture: Picture | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._fit)

    def show_picture(self, picture: Picture) -> None:
        """Show the keys of a picture; their words are also the accessible name."""
        self._picture = picture
        words = ", ".join(key.text for key in picture.legend)
        self.setAccessibleName(self.tr("Legend: %s") % words)
        self._fit()

    def sizeHint(self) -> QSize:
        """Return the size at the present width."""
        return QSize(self.width(), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take more or fewer lines."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the keys."""
        painter = QPainter(self)
        self._draw(painter, paint=True)

    def _fit(self) -> None:
        # Measuring needs a painter; nothing is drawn on this one.
        probe = QImage(1, 1, QImage.Format.Format_RGB32)
        painter = QPainter(probe)
        height = self._draw(painter, paint=False)
        painter.end()
        self.setFixedHeight(round(height))
        self.update()

    def _draw(self, painter: QPainter, *, paint: bool) -> float:
        if self._picture is None:
            return 0.0
        canvas = PainterCanvas(painter, self._look.theme, self._look.fonts)
        return draw_legend(canvas, self._picture, QRectF(self.rect()), paint=paint)
