# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Rows that lead somewhere: icon, words, and at the right a count or a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from terkha.look.lettering import draw_line, line_width
from terkha.views.ways import Ways, follow

if TYPE_CHECKING:
    from terkha.context import Context


_SPARK_COLUMN = 118


@dataclass(frozen=True, slots=True)
class Lead:
    """Where a row leads and what it says."""

    link: str
    text: str
    icon: str = ""
    second: str = ""
    right: str = ""
    count: str = ""
    """A number between text and ``second``, right-aligned in a column of its own."""
    spark: str = ""
    """A sparkline left of ``right``, as the look draws it."""
    told: str = ""
    """What the sparkline shows, in words, for those who cannot see it."""


class LeadRow(QAbstractButton):
    """A row that opens its link with the mouse, Enter or the Space bar."""

    def __init__(self, context: Context, lead: Lead, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._lead = lead
        words = (lead.text, lead.count, lead.second, lead.right, lead.told)
        self.setAccessibleName(", ".join(word for word in words if word))
        self.setToolTip(self.accessibleName())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: follow(context.state, lead.link))
        Ways(context, self, lambda _: lead.link)

    def sizeHint(self) -> QSize:
        """Return the height of one line with room around it."""
        return QSize(240, self._context.look.fonts.px(35))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that the row can be pressed."""
        super().enterEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, icon, words and the hairline below."""
        look = self._context.look
        theme, fonts = look.theme, look.fonts
        painter = QPainter(self)
        if self.underMouse() or self.isDown():
            painter.fillRect(self.rect(), QColor(theme.hover))
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), QColor(theme.line))
        baseline = self.height() / 2 + fonts.px(5)
        left = 0.0
        if self._lead.icon:
            size = fonts.px(17)
            pixmap = look.icons.pixmap(self._lead.icon, "ink2", size, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(0, (self.height() - size) / 2), pixmap)
            left = fonts.px(28)
        right = self._draw_right(painter, baseline)
        if self._lead.count:
            self._draw_counted(painter, baseline, right)
        else:
            painter.setPen(QColor(theme.ink))
            room = right - left - fonts.px(16)
            place = QPointF(left, baseline)
            used = draw_line(painter, place, room, self._lead.text, "body", fonts)
            if self._lead.second and used + fonts.px(20) < room:
                painter.setPen(QColor(theme.ink2))
                after = QPointF(left + used + fonts.px(8), baseline)
                rest = room - used - fonts.px(8)
                draw_line(painter, after, rest, self._lead.second, "body", fonts)
        if self.hasFocus():
            painter.setPen(QColor(theme.accent))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _draw_right(self, painter: QPainter, baseline: float) -> float:
        fonts = self._context.look.fonts
        if not self._lead.right:
            return float(self.width())
        width = line_width(self._lead.right, "caption", fonts)
        start = self.width() - width
        painter.setPen(QColor(self._context.look.theme.ink3))
        draw_line(painter, QPointF(start, baseline), width + 1, self._lead.right, "caption", fonts)
        return self._draw_spark(painter, start) if self._lead.spark else start

    def _draw_spark(self, painter: QPainter, end: float) -> float:
        look = self._context.look
        drawn = look.symbols.spark(self._lead.spark, self.devicePixelRatioF())
        size = drawn.deviceIndependentSize()
        # In a column of its own, so that lines below each other can be compared.
        start = min(self.width() - look.fonts.px(_SPARK_COLUMN), end - look.fonts.px(10))
        start -= size.width()
        painter.drawPixmap(QPointF(start, (self.height() - size.height()) / 2), drawn)
        return start

    def _draw_counted(self, painter: QPainter, baseline: float, right: float) -> None:
        """Draw a label in the colour of links, a number and a sentence, each in its column."""
        theme, fonts = self._context.look.theme, self._context.look.fonts
        first, second = fonts.px(104), fonts.px(160)
        painter.setPen(QColor(theme.accent))
        draw_line(painter, QPointF(0, baseline), first, self._lead.text, "strong", fonts)
        painter.setPen(QColor(theme.ink))
        width = line_width(self._lead.count, "strong", fonts)
        place = QPointF(second - fonts.px(12) - width, baseline)
        draw_line(painter, place, width + 1, self._lead.count, "strong", fonts)
        painter.setPen(QColor(theme.ink2))
        place = QPointF(second, baseline)
        draw_line(painter, place, right - second, self._lead.second, "body", fonts)
