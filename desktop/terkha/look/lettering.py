# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Drawing one line of text in mixed scripts, each in its font, all on one baseline."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from terkha.look.fonts import Fonts


def line_width(text: str, role: str, fonts: Fonts) -> float:
    """Return how wide :func:`draw_line` would draw the whole text."""
    return sum(
        QFontMetricsF(font).horizontalAdvance(piece) for piece, font in fonts.runs(text, role)
    )


def draw_line(
    painter: QPainter, baseline: QPointF, width: float, text: str, role: str, fonts: Fonts
) -> float:
    """Draw text from ``baseline`` in the painter's pen, cut with … at ``width``; return its width.

    What is drawn beside it, such as a second script or a count, starts where this ends.
    """
    x = baseline.x()
    for piece, font in fonts.runs(text, role):
        metrics = QFontMetricsF(font)
        left = width - (x - baseline.x())
        shown = piece
        if metrics.horizontalAdvance(piece) > left:
            shown = metrics.elidedText(piece, Qt.TextElideMode.ElideRight, left)
        painter.setFont(font)
        painter.drawText(QPointF(x, baseline.y()), shown)
        x += metrics.horizontalAdvance(shown)
        if shown != piece:
            break
    return x - baseline.x()
