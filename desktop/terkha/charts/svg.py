# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Writes a chart as SVG that looks the same everywhere: letters are outlines, marks have names."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSizeF
from PySide6.QtGui import QFont, QFontMetricsF, QPainterPath, QTextLayout

from terkha.charts.canvas import DASHES, HALO, Dashes, text_runs

if TYPE_CHECKING:
    from terkha.look.fonts import Fonts
    from terkha.look.theme import Theme

_Element = QPainterPath.ElementType
_WIDE = 1e5


class SvgCanvas:
    """A canvas that collects elements; :meth:`document` is the whole file.

    Every letter is an outline from the shipped faces, defined once and used where it stands, so
    that Tibetan and Chinese are right on machines without such fonts. The words themselves are
    the labels of their groups.
    """

    def __init__(self, size: QSizeF, theme: Theme, fonts: Fonts) -> None:
        self.theme = theme
        self.fonts = fonts
        self._size = size
        self._elements: list[str] = []
        self._glyphs: dict[tuple[str, float, int], str] = {}
        self._outlines: list[str] = []

    def line(
        self, start: QPointF, end: QPointF, colour: str, width: float = 1.0, *, dashed: bool = False
    ) -> None:
        """Draw a straight line."""
        dashes = _dashed(DASHES if dashed else None, width)
        self._elements.append(
            f'<line x1="{_short(start.x())}" y1="{_short(start.y())}" x2="{_short(end.x())}" '
            f'y2="{_short(end.y())}" stroke="{colour}" stroke-width="{_short(width)}"{dashes}/>'
        )

    def fill(self, path: QPainterPath, colour: str) -> None:
        """Fill an outline."""
        self._elements.append(f'<path d="{path_data(path)}" fill="{colour}"/>')

    def stroke(
        self, path: QPainterPath, colour: str, width: float, *, dashes: Dashes | None = None
    ) -> None:
        """Draw an outline with sharp corners, broken into dashes if they are given."""
        self._elements.append(
            f'<path d="{path_data(path)}" fill="none" stroke="{colour}" '
            f'stroke-width="{_short(width)}"{_dashed(dashes, width)}/>'
        )

    def text(self, baseline: QPointF, text: str, role: str, colour: str, *, halo: str = "") -> None:
        """Write one line as outlines, with the words in its title."""
        uses = "".join(self._uses(baseline, text, role))
        if halo:
            # Below the letters and not as their rim, for programs that know no paint order.
            self._elements.append(f'<g stroke="{halo}" stroke-width="{HALO}">{uses}</g>')
        self._elements.append(
            f'<g class="text" fill="{colour}" aria-label="{escape(text)}">{uses}</g>'
        )

    @contextmanager
    def group(self, name: str, title: str = "") -> Iterator[None]:
        """Hold together what is drawn within, under an id; the title hovers over it."""
        self._elements.append(f'<g id="{escape(name)}">')
        if title:
            self._elements.append(f"<title>{escape(title)}</title>")
        yield
        self._elements.append("</g>")

    @contextmanager
    def moved(self, name: str, by: QPointF, size: QSizeF) -> Iterator[None]:
        """Hold together what is drawn within, moved, and cut off beyond a size."""
        cut = f"cut-{name}"
        wide, high = _short(size.width()), _short(size.height())
        self._outlines.append(
            f'<clipPath id="{cut}"><rect width="{wide}" height="{high}"/></clipPath>'
        )
        x, y = _short(by.x()), _short(by.y())
        self._elements.append(
            f'<g id="{name}" transform="translate({x} {y})" clip-path="url(#{cut})">'
        )
        yield
        self._elements.append("</g>")

    def document(self, title: str, description: str) -> str:
        """Return the file as text."""
        width, height = _short(self._size.width()), _short(self._size.height())
        return "\n".join(
            (
                '<?xml version="1.0" encoding="UTF-8"?>',
                '<svg xmlns="http://www.w3.org/2000/svg" '
                'xmlns:xlink="http://www.w3.org/1999/xlink" role="img" '
                f'width="{width}" height="{height}" viewBox="0 0 {width} {height}">',
                f"<title>{escape(title)}</title>",
                f"<desc>{escape(description)}</desc>",
                "<defs>",
                *self._outlines,
                "</defs>",
                *self._elements,
                "</svg>",
                "",
            )
        )

    def _uses(self, baseline: QPointF, text: str, role: str) -> Iterator[str]:
        x = baseline.x()
        for piece, font in text_runs(self.fonts, text, role):
            layout = _laid_out(piece, font)
            ascent = layout.lineAt(0).ascent()
            for run in layout.glyphRuns():
                raw = run.rawFont()
                for index, place in zip(run.glyphIndexes(), run.positions(), strict=True):
                    outline = raw.pathForGlyph(index)
                    if outline.isEmpty():
                        continue
                    face = f"{raw.familyName()} {raw.styleName()}"
                    name = self._glyph((face, raw.pixelSize(), index), outline)
                    yield (
                        f'<use xlink:href="#{name}" x="{_short(x + place.x())}" '
                        f'y="{_short(baseline.y() + place.y() - ascent)}"/>'
                    )
            x += QFontMetricsF(font).horizontalAdvance(piece)

    def _glyph(self, key: tuple[str, float, int], outline: QPainterPath) -> str:
        if key not in self._glyphs:
            self._glyphs[key] = f"g{len(self._glyphs)}"
            self._outlines.append(f'<path id="{self._glyphs[key]}" d="{path_data(outline)}"/>')
        return self._glyphs[key]


def path_data(path: QPainterPath) -> str:
    """Return an outline as the ``d`` of an SVG path."""
    words: list[str] = []
    count, at = path.elementCount(), 0
    while at < count:
        element = path.elementAt(at)
        if element.type == _Element.CurveToElement:
            points = [path.elementAt(at + step) for step in range(3)]
            words.append("C" + " ".join(f"{_short(p.x)} {_short(p.y)}" for p in points))
            at += 3
            continue
        letter = "M" if element.type == _Element.MoveToElement else "L"
        words.append(f"{letter}{_short(element.x)} {_short(element.y)}")
        at += 1
    return "".join(words)


def _laid_out(text: str, font: QFont) -> QTextLayout:
    """Return the text as one shaped line."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine().setLineWidth(_WIDE)
    layout.endLayout()
    return layout


def _dashed(dashes: Dashes | None, width: float) -> str:
    if not dashes:
        return ""
    return f' stroke-dasharray="{" ".join(_short(dash * width) for dash in dashes)}"'


def _short(number: float) -> str:
    """Return a length to a hundredth of a pixel."""
    return f"{number:.2f}".rstrip("0").rstrip(".")
