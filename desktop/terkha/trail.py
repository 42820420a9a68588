# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The way through one tab: which links were shown, in which order, and how each was left."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

HOME = "page/home"
LONGEST = 100
"""Steps of a trail that are kept."""

Place = Mapping[str, object]
"""How a page was left (scrolled to where, which row), in the page's own words; only it reads it."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A link that was shown, and how its page was left; empty if it was not left yet."""

    link: str
    place: Place


class Trail:
    """The links of a tab with the one that is shown; at home before anything was opened.

    A tab is nothing but its trail: pages belong to the window, and take up what a trail says. A
    hundred tabs cost no more than one, and wander between windows as they are.
    """

    def __init__(self, links: Iterable[str] = (), at: int = -1) -> None:
        self._stops = [Stop(link, {}) for link in links][-LONGEST:]
        last = len(self._stops) - 1
        self._at = at if 0 <= at <= last else last

    @property
    def link(self) -> str:
        """The link shown now."""
        return self._stops[self._at].link if self._stops else HOME

    @property
    def place(self) -> Place:
        """How the page of the present link was left; empty if it is new."""
        return self._stops[self._at].place if self._stops else {}

    @property
    def links(self) -> tuple[str, ...]:
        """All links, the oldest first."""
        return tuple(stop.link for stop in self._stops)

    @property
    def at(self) -> int:
        """Which of the links is shown; -1 before the first."""
        return self._at

    @property
    def can_go_back(self) -> bool:
        """True if there is a link before the present one."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """True if the reader went back and may return."""
        return self._at + 1 < len(self._stops)

    def open(self, link: str) -> None:
        """Go on to ``link``, as new; what lay ahead is forgotten."""
        if self._stops and self.link == link:
            self.keep({})
            return
        self._stops[self._at + 1 :] = [Stop(link, {})]
        del self._stops[:-LONGEST]
        self._at = len(self._stops) - 1

    def refine(self, link: str) -> None:
        """Put ``link`` in the place of the present one."""
        if self._stops:
            self._stops[self._at] = Stop(link, self.place)

    def keep(self, place: Place) -> None:
        """Remember how the page of the present link is left."""
        if self._stops:
            self._stops[self._at] = Stop(self.link, place)

    def go(self, at: int) -> bool:
        """Go to one of the links, as far as there is one; tell whether there was."""
        there = 0 <= at < len(self._stops)
        if there:
            self._at = at
        return there

    def drop(self) -> None:
        """Take the present link off the trail: it led nowhere."""
        if self._stops:
            del self._stops[self._at]
            self._at = max(self._at - 1, 0) if self._stops else -1
