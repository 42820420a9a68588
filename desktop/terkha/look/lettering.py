# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Drawing one line of text in mixed scripts, each in its font, all on one baseline."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from terkha.look.fonts import Fonts


def line_width(text: str, role: str, fonts: Fonts) -> float:
    """Return how wide :func:`draw_line` would draw the whole text."""
    return sum(width for _, _, width in _measured(text, role, fonts))


def draw_line(
    painter: QPainter, baseline: QPointF, width: float, text: str, role: str, fonts: Fonts
) -> float:
    """Draw text from ``baseline`` in the painter's pen, cut with … at ``width``; return its width.

    What is drawn beside it, such as a second script or a count, starts where this ends.
    """
    x = baseline.x()
    for piece, font, wide in _measured(text, role, fonts):
        left = width - (x - baseline.x())
        painter.setFont(font)
        if wide > left:
            metrics = QFontMetricsF(font)
            shown = metrics.elidedText(piece, Qt.TextElideMode.ElideRight, left)
            painter.drawText(QPointF(x, baseline.y()), shown)
            return x + metrics.horizontalAdvance(shown) - baseline.x()
        painter.drawText(QPointF(x, baseline.y()), piece)
        x += wide
    return x - baseline.x()


@lru_cache(maxsize=8192)
def _measured(text: str, role: str, fonts: Fonts) -> tuple[tuple[str, QFont, float], ...]:
    """Return the pieces of a text, each with its font and width.

    They are kept because tables paint the same words with every scrolled line; fonts never change
    once they are made.
    """
    return tuple(
        (piece, font, QFontMetricsF(font).horizontalAdvance(piece))
        for piece, font in fonts.runs(text, role)
    )
