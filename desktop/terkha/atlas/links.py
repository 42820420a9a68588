# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Links to the map: ``page/map?at=91.5938,29.6251&zoom=8&sel=mine/julong``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import isfinite
from urllib.parse import parse_qsl, quote, urlencode

from terkha.atlas.layers import UNSEEN
from terkha.marked import marked_in, with_marked
from terkha_resources.base_map import BOX

NEAR = 7.0
"""The zoom at which one site is shown."""
PAGE = "page/map"
_NONE = "none"


@dataclass(frozen=True, slots=True)
class MapView:
    """What a link of the map asks for; ``None`` is the whole plateau."""

    at: tuple[float, float] | None = None
    """Longitude and latitude of the middle."""
    zoom: float = NEAR
    selected: tuple[str, ...] = ()
    within: str = ""
    """The title of the chart in which they were marked; "" for what is selected on the map."""
    words: str = ""
    where: str = ""
    off: frozenset[str] = UNSEEN
    """Layers that are not drawn."""
    size: str = ""
    """The field that marks are sized by."""


def map_link(
    at: tuple[float, float] | None = None, zoom: float = NEAR, selected: Iterable[str] = ()
) -> str:
    """Return the link of the map at a place, with records selected."""
    return with_marked(format_view(MapView(at, zoom)), selected)


def format_view(view: MapView) -> str:
    """Return the link that leads back to a view; the whole plateau has the plain one.

    Of records selected there may be too many for a link, which then names none.
    """
    asked: list[tuple[str, str]] = []
    if view.at is not None:
        asked += [("at", f"{view.at[0]:.4f},{view.at[1]:.4f}"), ("zoom", f"{view.zoom:.1f}")]
    asked += [("text", view.words)] if view.words else []
    asked += [("where", view.where)] if view.where else []
    asked += [("off", ",".join(sorted(view.off)) or _NONE)] if view.off != UNSEEN else []
    asked += [("size", view.size)] if view.size else []
    link = f"{PAGE}?{urlencode(asked, safe=',/', quote_via=quote)}" if asked else PAGE
    return with_marked(link, view.selected, view.within)


def read_view(link: str) -> MapView:
    """Return what a link asks for; what cannot be read is left out."""
    asked = dict(parse_qsl(link.partition("?")[2]))
    at = _numbers(asked.get("at", ""))
    zoom = _numbers(asked.get("zoom", ""))
    west, south, east, north = BOX
    inside = len(at) == 2 and west <= at[0] <= east and south <= at[1] <= north
    return MapView(
        (at[0], at[1]) if inside else None,
        zoom[0] if len(zoom) == 1 else NEAR,
        *marked_in(link),
        asked.get("text", ""),
        asked.get("where", ""),
        frozenset(_words(asked["off"])) - {_NONE} if "off" in asked else UNSEEN,
        asked.get("size", ""),
    )


def _words(text: str) -> tuple[str, ...]:
    return tuple(filter(None, text.split(",")))


def _numbers(text: str) -> Sequence[float]:
    try:
        numbers = [float(part) for part in _words(text)]
    except ValueError:
        return []
    return numbers if all(map(isfinite, numbers)) else []
