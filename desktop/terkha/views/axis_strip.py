# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The axis of a chart that is higher than its page, kept in sight while the page scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from terkha.charts.canvas import PainterCanvas
from terkha.charts.draw import draw_columns, draw_numbers
from terkha.charts.frame import LEVEL

if TYPE_CHECKING:
    from PySide6.QtWidgets import QScrollArea

    from terkha.charts.plot import PlotView
    from terkha.look import Look

_HIGH = 24
_SEEN = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)


class AxisStrip(QWidget):
    """Shows the names of columns at the top of the page, or numbers at its foot.

    Only while the plot's own ones are out of sight. Clicks go through it to the marks below.
    """

    def __init__(self, look: Look, plot: PlotView, scroll: QScrollArea) -> None:
        super().__init__(scroll.viewport())
        self._look = look
        self._plot = plot
        self._scroll = scroll
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        # What it stands beside is being laid out when it hears of it: it follows when that is done.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.follow)
        scroll.verticalScrollBar().valueChanged.connect(lambda _: self._soon.start())
        for watched in (plot, scroll.viewport()):
            watched.installEventFilter(self)
        look.changed.connect(self.update)

    def follow(self, *_: int) -> None:
        """Stand where the axis is missed, or nowhere."""
        place = self._place()
        self.setVisible(not place.isNull())
        if not place.isNull():
            self.setGeometry(place)
            self.raise_()
            self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the plot and the page."""
        if event.type() in _SEEN:
            self._soon.start()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Write the axis on the ground of the page, with a line towards the plot."""
        picture, frame = self._plot.picture, self._plot.frame_shown()
        if picture is None or frame is None:
            return
        theme, fonts = self._look.theme, self._look.fonts
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.surface))
        painter.translate(self._plot.mapTo(self._scroll.viewport(), QPoint()).x(), 0)
        canvas = PainterCanvas(painter, theme, fonts)
        if picture.x.named:
            draw_columns(canvas, frame, float(self.height()))
            edge = self.height() - 1.0
        else:
            draw_numbers(canvas, picture, frame, self.height() / 2)
            edge = 0.0
        ends = QPointF(frame.plot.left(), edge), QPointF(frame.plot.right(), edge)
        canvas.line(*ends, theme.line2)
        painter.end()

    def _place(self) -> QRect:
        """Return where in the page the strip is needed; nothing where the axis is seen."""
        picture, frame = self._plot.picture, self._plot.frame_shown()
        if picture is None or frame is None or picture.y is not None or not self._plot.isVisible():
            return QRect()
        page = self._scroll.viewport()
        top = self._plot.mapTo(page, QPoint()).y()
        first, last = top + frame.plot.top(), top + frame.plot.bottom()
        fonts = self._look.fonts
        high = fonts.px(_HIGH)
        if picture.x.named:
            high += max(frame.levels, default=0) * fonts.px(LEVEL)
            missed = first - high < 0 < last - 2 * high
            return QRect(0, 0, page.width(), high) if missed else QRect()
        missed = last + high > page.height() > first + 2 * high
        return QRect(0, page.height() - high, page.width(), high) if missed else QRect()
