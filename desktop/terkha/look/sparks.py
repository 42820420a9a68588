# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Draws sparklines: a line through years from a base line at zero, a mark at the last one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

if TYPE_CHECKING:
    from terkha.look.theme import Theme

_LINE = 1.5
_MARK = 2.6
_POINT = 1.2


def draw_spark(painter: QPainter, rect: QRectF, asked: str, theme: Theme, scale: float) -> None:
    """Draw runs of places between 0 and 1, as in ``full:0,0.5;0.5,0.7|1,1``.

    Runs are apart by ``|``: between them nothing is drawn. ``open`` instead of ``full`` leaves the
    last mark open, as charts do for estimates. ``scale`` is that of the text, 1 for 100 per cent.
    """
    last_is, _, text = asked.partition(":")
    side = _MARK * scale
    plot = rect.adjusted(side, side + 0.5, -side - 0.5, -side)
    runs = [[_place(pair, plot) for pair in run.split(";")] for run in text.split("|")]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    base = round(plot.bottom()) + 0.5
    painter.setPen(QPen(QColor(theme.line2), 1))
    painter.drawLine(QPointF(rect.left(), base), QPointF(rect.right(), base))
    ink = QColor(theme.ink2)
    for run in runs:
        painter.setPen(QPen(ink, _LINE * scale, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap,
                            Qt.PenJoinStyle.RoundJoin))  # fmt: skip
        if len(run) > 1:
            painter.drawPolyline(QPolygonF(run))
        else:
            painter.setBrush(ink)
            painter.drawEllipse(run[0], _POINT * scale, _POINT * scale)
    strong = QColor(theme.ink)
    painter.setPen(QPen(strong, scale))
    painter.setBrush(QColor(theme.surface) if last_is == "open" else strong)
    painter.drawEllipse(runs[-1][-1], side, side)


def _place(pair: str, plot: QRectF) -> QPointF:
    across, up = map(float, pair.split(","))
    return QPointF(plot.left() + across * plot.width(), plot.bottom() - up * plot.height())
