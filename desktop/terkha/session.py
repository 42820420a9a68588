# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Which windows and tabs were open, as it is kept between two starts; damage is passed over."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from terkha.trail import Trail

MOST_WINDOWS = 20
MOST_TABS = 200


@dataclass(frozen=True, slots=True)
class Kept:
    """One window: its tabs, which of them is in front, and where it stood (base64 of Qt's)."""

    tabs: tuple[Trail, ...]
    front: int = 0
    geometry: str = ""


def written(windows: Iterable[Kept]) -> dict[str, Any]:
    """Return the windows as the settings keep them; ``read`` takes them up again."""
    return {
        "windows": [
            {
                "geometry": window.geometry,
                "front": window.front,
                "tabs": [{"links": list(tab.links), "at": tab.at} for tab in window.tabs],
            }
            for window in windows
        ]
    }


def read(layout: Mapping[str, Any], known: Callable[[str], bool]) -> list[Kept]:
    """Return the windows that were kept, with those links that are ``known`` still.

    Whatever is no window, tab or link is left out, and a window without tabs is none.
    """
    windows = (_window(entry, known) for entry in _some(layout.get("windows"), MOST_WINDOWS))
    return [window for window in windows if window.tabs]


def _window(entry: object, known: Callable[[str], bool]) -> Kept:
    if not isinstance(entry, dict):
        return Kept(())
    front, geometry = entry.get("front"), entry.get("geometry")
    kept: list[Trail] = []
    shown = 0
    for number, tab in enumerate(_some(entry.get("tabs"), MOST_TABS)):
        trail = _trail(tab, known)
        if trail is not None:
            if number == front:
                shown = len(kept)
            kept.append(trail)
    return Kept(tuple(kept), shown, geometry if isinstance(geometry, str) else "")


def _trail(tab: object, known: Callable[[str], bool]) -> Trail | None:
    """Return a tab, or None where it led to nothing that is known."""
    if not isinstance(tab, dict):
        return None
    at = tab.get("at")
    links: list[str] = []
    place = -1
    for number, link in enumerate(_some(tab.get("links"))):
        if isinstance(link, str) and known(link):
            if number == at:
                place = len(links)
            links.append(link)
    return Trail(links, place) if links else None


def _some(value: object, most: int | None = None) -> list[object]:
    return value[:most] if isinstance(value, list) else []
