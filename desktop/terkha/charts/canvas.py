# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What charts are drawn on: the few things they need, done by a QPainter or by another writer."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from terkha.charts.words import spaced
from terkha_db.quantities import held

if TYPE_CHECKING:
    from terkha.look.fonts import Fonts
    from terkha.look.theme import Theme

Dashes = tuple[float, float]
"""Lengths of dash and gap, in line widths."""
DASHES: Dashes = (5.0, 4.0)
"""Lengths of dash and gap, in line widths."""
HALO = 3.0
"""How wide the ground shows around letters that cross a line."""


class Canvas(Protocol):
    """Draws in logical pixels; colours are ``#RRGGBB``, ``role`` is a role of the type table."""

    theme: Theme
    fonts: Fonts

    def line(
        self, start: QPointF, end: QPointF, colour: str, width: float = 1.0, *, dashed: bool = False
    ) -> None:
        """Draw a straight line."""

    def fill(self, path: QPainterPath, colour: str) -> None:
        """Fill an outline."""

    def stroke(
        self, path: QPainterPath, colour: str, width: float, *, dashes: Dashes | None = None
    ) -> None:
        """Draw an outline with sharp corners, broken into dashes if they are given."""

    def text(self, baseline: QPointF, text: str, role: str, colour: str, *, halo: str = "") -> None:
        """Write one line from ``baseline`` to the right; ``halo`` is the ground kept around it."""

    def group(self, name: str, title: str = "") -> AbstractContextManager[None]:
        """Hold together what is drawn within, under a name for those who read the file."""


class PainterCanvas:
    """A canvas on a QPainter: screen, picture file, PDF and print."""

    def __init__(self, painter: QPainter, theme: Theme, fonts: Fonts) -> None:
        self.theme = theme
        self.fonts = fonts
        self._painter = painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)

    def line(
        self, start: QPointF, end: QPointF, colour: str, width: float = 1.0, *, dashed: bool = False
    ) -> None:
        """Draw a straight line; hairlines along an axis stand on whole pixels."""
        self._painter.setPen(_pen(colour, width, dashed=dashed))
        self._painter.drawLine(*_crisp(start, end, width))

    def fill(self, path: QPainterPath, colour: str) -> None:
        """Fill an outline."""
        self._painter.fillPath(path, QColor(colour))

    def stroke(
        self, path: QPainterPath, colour: str, width: float, *, dashes: Dashes | None = None
    ) -> None:
        """Draw an outline with sharp corners, broken into dashes if they are given."""
        pen = _pen(colour, width)
        if dashes:
            pen.setDashPattern(dashes)
        self._painter.strokePath(path, pen)

    def text(self, baseline: QPointF, text: str, role: str, colour: str, *, halo: str = "") -> None:
        """Write one line, each script in its font, all on one baseline."""
        painter = self._painter
        x = baseline.x()
        for piece, font in text_runs(self.fonts, text, role):
            at = QPointF(x, baseline.y())
            if halo:
                letters = QPainterPath()
                letters.addText(at, font, piece)
                painter.strokePath(letters, _pen(halo, HALO))
            painter.setFont(font)
            painter.setPen(QColor(colour))
            painter.drawText(at, piece)
            x += QFontMetricsF(font).horizontalAdvance(piece)

    def group(self, name: str, title: str = "") -> AbstractContextManager[None]:
        """Do nothing: pixels have no names."""
        return nullcontext()


def text_runs(fonts: Fonts, text: str, role: str) -> list[tuple[str, QFont]]:
    """Cut a line into pieces of one script, each with its font, as charts write it."""
    return fonts.runs(spaced(text), role)


def text_width(fonts: Fonts, text: str, role: str) -> float:
    """Return how wide a line of mixed scripts is."""
    return sum(
        QFontMetricsF(font).horizontalAdvance(piece) for piece, font in text_runs(fonts, text, role)
    )


def shortened(fonts: Fonts, text: str, role: str, room: float) -> str:
    """Return the text, cut with … where it is wider than ``room``."""
    if text_width(fonts, text, role) <= room:
        return text
    kept = text
    while kept and text_width(fonts, f"{kept}…", role) > room:
        kept = kept[:-1]
    return f"{kept.rstrip(' ,(')}…"


def wrapped(fonts: Fonts, text: str, role: str, room: float) -> list[str]:
    """Return the lines of a paragraph that is ``room`` wide, broken at blanks alone."""
    lines: list[str] = []
    line = ""
    for word in held(text).split(" "):
        longer = f"{line} {word}" if line else word
        if line and text_width(fonts, longer, role) > room:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line] if line else lines


def middle(fonts: Fonts, role: str, y: float) -> float:
    """Return the baseline on which capitals of a role stand in the middle of ``y``."""
    return y + QFontMetricsF(fonts.font(role)).capHeight() / 2


def middle_by_ink(fonts: Fonts, role: str, y: float, text: str, room: float) -> float:
    """Return the baseline on which a text stands around ``y``, in ``room`` if it is no higher.

    That of capitals, unless letters rise or hang farther, as Tibetan ones do: these stand in the
    middle.
    """
    boxes = [QFontMetricsF(f).tightBoundingRect(piece) for piece, f in text_runs(fonts, text, role)]
    top, bottom = min(box.top() for box in boxes), max(box.bottom() for box in boxes)
    baseline = middle(fonts, role, y)
    fits = y - room / 2 <= baseline + top and baseline + bottom <= y + room / 2
    return baseline if fits else y - (top + bottom) / 2


def _pen(colour: str, width: float, *, dashed: bool = False) -> QPen:
    pen = QPen(QColor(colour), width)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dashed:
        pen.setDashPattern(DASHES)
    return pen


def _crisp(start: QPointF, end: QPointF, width: float) -> tuple[QPointF, QPointF]:
    """Move a one-pixel line along an axis to the middle of a pixel, where it is not smeared."""
    if width != 1.0:
        return start, end
    if start.x() == end.x():
        x = int(start.x()) + 0.5
        return QPointF(x, start.y()), QPointF(x, end.y())
    if start.y() == end.y():
        y = int(start.y()) + 0.5
        return QPointF(start.x(), y), QPointF(end.x(), y)
    return start, end
