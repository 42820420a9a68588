# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A chart as a sheet of its own: title, plot, legend, notes, sources and edition together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF

from terkha.charts.canvas import wrapped
from terkha.charts.draw import draw_legend, draw_plot
from terkha.charts.frame import Frame, frame_of, most_height, natural_height
from terkha.charts.phrases import Phrases
from terkha.charts.words import credit, translate
from terkha.look.shapes import square

if TYPE_CHECKING:
    from terkha.charts.base import Picture
    from terkha.charts.canvas import Canvas
    from terkha.charts.place import Placed
    from terkha.look.fonts import Fonts

WIDTH = 1120
"""Width of a sheet in logical pixels."""
_MARGIN = 36
_GAP = 10
_HIGHEST = 0.75  # of its width: a plot of lines that is higher exaggerates them
# More works than the first number would bury the plot: of those only a few are named.
_SOURCES_MOST = 60
_SOURCES_FEW = 12


@dataclass(frozen=True, slots=True)
class _Lines:
    """A paragraph: its lines, role, tone of the theme, and how high a line is."""

    lines: list[str]
    role: str
    tone: str
    height: int

    @property
    def total(self) -> int:
        return len(self.lines) * self.height


class Sheet:
    """A picture laid out on a sheet of fixed width; its height is what the picture needs.

    With ``room_left`` on its page the plot is higher, as far as its rows do not drift apart.
    ``titled`` is False where the title stands above the sheet already.
    """

    def __init__(
        self,
        picture: Picture,
        fonts: Fonts,
        width: float = WIDTH,
        room_left: float = 0.0,
        *,
        titled: bool = True,
    ) -> None:
        self.picture = picture
        room = width - 2 * _MARGIN
        title = [self._paragraph(fonts, picture.title, "page-title", "ink", room)]
        lead = self._paragraph(fonts, picture.lead, "body", "ink2", room)
        self._head = (*title, lead) if titled else (lead,)
        self._foot = tuple(
            self._paragraph(fonts, text, "caption", tone, room) for text, tone in _foot(picture)
        )
        top = _MARGIN + sum(part.total for part in self._head) + _GAP
        height = natural_height(picture, fonts, roomy=True)
        most = most_height(picture, fonts) or room * _HIGHEST
        height = max(height, min(height + room_left, most))
        self.frame: Frame = frame_of(picture, QRectF(_MARGIN, top, room, height), fonts)
        self._below = top + height + _GAP / 2
        self._fonts = fonts
        self._width = width

    def size(self, canvas: Canvas) -> QSizeF:
        """Return how large the sheet is."""
        foot = sum(part.total for part in self._foot) + _GAP * 2
        legend = draw_legend(canvas, self.picture, self._legend_area(), paint=False)
        return QSizeF(self._width, round(self._below + legend + foot + _MARGIN * 0.8))

    def draw(self, canvas: Canvas) -> tuple[Placed, ...]:
        """Draw everything; return where the marks are."""
        theme, size = canvas.theme, self.size(canvas)
        canvas.fill(square(QRectF(0, 0, size.width(), size.height())), theme.surface)
        y = float(_MARGIN)
        with canvas.group("head"):
            for part in self._head:
                y = self._write(canvas, part, y)
        with canvas.group("plot"):
            placed = draw_plot(canvas, self.picture, self.frame)
        with canvas.group("legend"):
            y = self._below + draw_legend(canvas, self.picture, self._legend_area()) + _GAP
        with canvas.group("sources"):
            right = self._width - _MARGIN
            canvas.line(QPointF(_MARGIN, y), QPointF(right, y), theme.line)
            y += _GAP
            for part in self._foot:
                y = self._write(canvas, part, y)
        return placed

    def _legend_area(self) -> QRectF:
        left = self.frame.plot.left() if self.picture.y is None else float(_MARGIN)
        return QRectF(left, self._below, self._width - _MARGIN - left, 100)

    def _paragraph(self, fonts: Fonts, text: str, role: str, tone: str, room: float) -> _Lines:
        return _Lines(wrapped(fonts, text, role, room), role, tone, fonts.line(role))

    def _write(self, canvas: Canvas, part: _Lines, y: float) -> float:
        """Write a paragraph below ``y``; return where it ends."""
        colour = getattr(canvas.theme, part.tone)
        for line in part.lines:
            canvas.text(QPointF(_MARGIN, y + part.height * 0.75), line, part.role, colour)
            y += part.height
        return y


def _foot(picture: Picture) -> list[tuple[str, str]]:
    """Return notes, disputes, sources and edition with the tones they are written in."""
    parts = [(note, "ink2") for note in picture.notes]
    if picture.rings:
        parts.append((Phrases().ringed(len(picture.rings)), "ink2"))
    if picture.disputes:
        titles = "; ".join(dispute.title for dispute in picture.disputes)
        parts.append((translate("Charts", "Where sources differ: %s.") % titles, "disp"))
    sources = picture.sources
    named = len(sources) if len(sources) <= _SOURCES_MOST else _SOURCES_FEW
    parts.append((credit(picture, named), "ink3"))
    parts.append((picture.edition + ".", "ink3"))
    return parts
