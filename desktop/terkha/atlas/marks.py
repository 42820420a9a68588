# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Marks of sites on the map: placed, gathered where they are dense, drawn, and found again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from math import sqrt
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from terkha.charts.canvas import middle, text_width
from terkha.look import shapes
from terkha.look.commodities import Family, mark_of
from terkha.look.theme import mix

if TYPE_CHECKING:
    from terkha.atlas.viewport import Viewport
    from terkha.charts.canvas import Canvas
    from terkha.look.fonts import Fonts
    from terkha.look.theme import Theme
    from terkha.models.sites import Site

SIDE = 10.0
"""Pixels of the mark of a site or locality."""
COUNTY = 22.0
"""Pixels of the circle of a county seat."""
GROUP = 20.0
"""Pixels of the box of several sites."""
_LEAST, _LARGEST = 6.0, 34.0  # pixels of marks that are sized by a field
_OUTLINE = 1.5
_DASHES = (2.4, 1.8)
_DIGITS = 9  # pixels that digits are high
_NEAR = 15.0  # pixels within which sites are gathered
_DENSE = 4  # sites that near that are too many to tell apart
_REACH = 4.0  # pixels around a mark that count as the mark
_ONE_POINT = 0.002  # degrees: less than a mark is wide on the nearest map
RING = 7.0
"""Pixels that the ring of a chosen mark reaches beyond it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark, which stands for a site, for the sites of one county, or for a dense group."""

    sites: tuple[Site, ...]
    at: QPointF
    side: float
    kind: str
    """``site``, ``locality``, ``county`` or ``group``."""
    outside: bool = False
    """True where filters or lens leave out all its sites."""
    within: int = 0
    """How many sites of a county seat filters and lens leave; 0 for all."""

    @property
    def number(self) -> int:
        """How many sites are counted on it."""
        return self.within or len(self.sites)

    @property
    def is_one_point(self) -> bool:
        """Whether no zoom parts its sites."""
        points = [site.point for site in self.sites]
        return all(max(axis) - min(axis) < _ONE_POINT for axis in zip(*points, strict=True))

    @property
    def area(self) -> QRectF:
        """What it covers."""
        return QRectF(
            self.at.x() - self.side / 2, self.at.y() - self.side / 2, self.side, self.side
        )

    @property
    def family(self) -> Family:
        """The family of its first site's first commodity."""
        return mark_of(self.sites[0].commodity).family

    def colour(self, theme: Theme) -> str:
        """Return the colour of the family; grey for what is left out, ours for plain places."""
        if self.outside:
            return theme.ink3
        return theme.families[self.family.id] if self.sites[0].is_mine else theme.accent


def place_marks(
    sites: Iterable[Site],
    view: Viewport,
    outside: frozenset[str] = frozenset(),
    side: Callable[[Site], float] = lambda _site: SIDE,
    *,
    gather: bool = True,
) -> list[Mark]:
    """Return the marks of the sites in view: counties below, those left out next, others on top."""
    counties: dict[tuple[float, float], list[Site]] = defaultdict(list)
    single: list[Mark] = []
    seen = QRectF(-COUNTY, -COUNTY, view.width + 2 * COUNTY, view.height + 2 * COUNTY)
    for site in sites:
        if not site.is_placed:
            continue
        if site.precision == "county":
            counties[site.point].append(site)
            continue
        at = view.place(*site.point)
        if seen.contains(at):
            out = site.id in outside
            single.append(Mark((site,), at, side(site), site.precision, out))
    marks = [
        Mark(tuple(group), at, COUNTY, "county", all(one.id in outside for one in group))
        for point, group in counties.items()
        if seen.contains(at := view.place(*point))
    ]
    # Those within the filters come first, so that they give a county its colour.
    marks = [_inner_first(mark, outside) for mark in marks]
    single.sort(key=lambda mark: (not mark.outside, mark.kind == "site", -mark.side))
    return marks + (_gathered(single) if gather else single)


def side_of(sites: Sequence[Site], name: str) -> Callable[[Site], float]:
    """Return how large a site is drawn; all alike where no field sizes them."""
    numbers = sized_by(sites, name)
    if not numbers:
        return lambda _site: SIDE
    low, high = min(numbers.values()), max(numbers.values())
    return lambda site: side_for(name, numbers.get(site.id), low, high)


def sized_by(sites: Sequence[Site], name: str) -> dict[str, float]:
    """Return the numbers of a field by the ids of the sites that have one."""
    found = {site.id: site.values.get(name) for site in sites} if name else {}
    return {key: float(value) for key, value in found.items() if isinstance(value, int | float)}


def side_for(name: str, number: float | None, low: float, high: float) -> float:
    """Return the side of a mark: its area grows with a field, the least where there is no figure.

    Of elevations, which lie close together, the side grows from the lowest to the highest.
    """
    if number is None:
        return _LEAST
    if name == "elevation":
        return SIDE * 0.8 + (number - low) * (_LARGEST - SIDE) / ((high - low) or 1)
    return max(_LEAST + 1, _LARGEST * sqrt(number / high))


def find(marks: Sequence[Mark], at: QPointF) -> Mark | None:
    """Return the mark at a pixel, the uppermost and nearest of several."""
    near = [
        (round((mark.at - at).manhattanLength(), 1), -order, mark)
        for order, mark in enumerate(marks)
        if mark.area.adjusted(-_REACH, -_REACH, _REACH, _REACH).contains(at)
    ]
    return min(near, key=lambda found: found[:2])[2] if near else None


def draw_mark(
    canvas: Canvas, mark: Mark, *, chosen: bool = False, count: QPointF | None = None
) -> None:
    """Draw a mark: filled a site, outlined a locality, dashed a county seat, grey what is out.

    ``count`` is where the number of mines of a county is written, if not in its circle.
    """
    theme = canvas.theme
    colour = mark.colour(theme)
    if mark.kind == "group":
        _draw_group(canvas, mark)
    elif mark.kind == "county":
        _draw_county(canvas, mark, colour)
        if mark.number > 1:
            tone = theme.ink3 if mark.outside else theme.ink
            _write_count(canvas, mark, tone, count)
    else:
        outline = shapes.FAMILY_SHAPES[mark.family.shape]
        if mark.kind == "site" and not mark.outside:
            canvas.fill(outline(mark.area), colour)
            canvas.stroke(outline(mark.area), theme.land, 0.6)
        else:
            inset = _OUTLINE / 2
            path = outline(mark.area.adjusted(inset, inset, -inset, -inset))
            canvas.fill(path, theme.land)
            canvas.stroke(path, colour, _OUTLINE)
    if chosen:
        ring = mark.area.adjusted(-5, -5, 5, 5)
        canvas.stroke(shapes.ellipse(ring), theme.land, 5)
        canvas.stroke(shapes.ellipse(ring), theme.accent, 2.5)


def impact_reach(mark: Mark) -> float:
    """Return how far the ring of an impact lies around a mark."""
    return 4.0 if mark.kind == "county" else 7.0


def draw_impact(canvas: Canvas, mark: Mark) -> None:
    """Draw a ring of dots around a site that an impact or protest is recorded of."""
    grown = impact_reach(mark)
    ring = shapes.ellipse(mark.area.adjusted(-grown, -grown, grown, grown))
    canvas.stroke(ring, canvas.theme.disp, 1.4, dashes=(1.2, 1.6))


def _draw_county(canvas: Canvas, mark: Mark, colour: str) -> None:
    theme = canvas.theme
    if theme.tints:
        canvas.fill(shapes.ellipse(mark.area), mix(theme.land, colour, 0.12))
    inset = _OUTLINE / 2
    ring = shapes.ellipse(mark.area.adjusted(inset, inset, -inset, -inset))
    canvas.stroke(ring, colour, _OUTLINE, dashes=_DASHES)


def _draw_group(canvas: Canvas, mark: Mark) -> None:
    theme = canvas.theme
    canvas.fill(shapes.rounded(mark.area), theme.land if mark.outside else theme.raised)
    tone = theme.ink3 if mark.outside else theme.ink2
    canvas.stroke(shapes.rounded(mark.area), tone, 1 if mark.outside else _OUTLINE)
    _write_count(canvas, mark, theme.ink3 if mark.outside else theme.ink)


def count_area(fonts: Fonts, mark: Mark, at: QPointF | None = None) -> QRectF:
    """Return what the number of mines takes, written around a point or in its mark."""
    at = at or mark.at
    wide, high = text_width(fonts, str(mark.number), "symbol"), fonts.px(_DIGITS)
    return QRectF(at.x() - wide / 2, at.y() - high / 2, wide, high)


def _write_count(canvas: Canvas, mark: Mark, colour: str, at: QPointF | None = None) -> None:
    area = count_area(canvas.fonts, mark, at)
    baseline = QPointF(area.left(), middle(canvas.fonts, "symbol", area.center().y()))
    halo = canvas.theme.land if at else ""
    canvas.text(baseline, str(mark.number), "symbol", colour, halo=halo)


def _inner_first(mark: Mark, outside: frozenset[str]) -> Mark:
    ordered = tuple(sorted(mark.sites, key=lambda site: site.id in outside))
    within = sum(site.id not in outside for site in mark.sites)
    return replace(mark, sites=ordered, within=within)


def _gathered(marks: Sequence[Mark]) -> list[Mark]:
    """Return the marks, with those in one that are too many too near to one another."""
    gathered: list[list[Mark]] = []
    for mark in marks:
        for near in gathered:
            apart = near[0].at - mark.at
            if near[0].outside is mark.outside and max(abs(apart.x()), abs(apart.y())) < _NEAR:
                near.append(mark)
                break
        else:
            gathered.append([mark])
    alone = [mark for near in gathered if len(near) < _DENSE for mark in near]
    groups = [_group(near) for near in gathered if len(near) >= _DENSE]
    return sorted([*alone, *groups], key=lambda mark: not mark.outside)


def _group(marks: Sequence[Mark]) -> Mark:
    x = sum(mark.at.x() for mark in marks) / len(marks)
    y = sum(mark.at.y() for mark in marks) / len(marks)
    sites = tuple(mark.sites[0] for mark in marks)
    return Mark(sites, QPointF(x, y), GROUP, "group", marks[0].outside)
