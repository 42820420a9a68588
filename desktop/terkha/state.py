# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The only state that changes while the application runs, told to everybody by signals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Signal, SignalInstance

from terkha.trail import HOME, Place, Trail

__all__ = ["HOME", "Common", "State"]

_ASIDE = 50


class Common(QObject):
    """What all windows have in common."""

    library_changed = Signal()
    closed_changed = Signal()
    """There are other tabs to be reopened."""
    lens_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.closed: list[Trail] = []
        """Tabs that were closed, the last one at the end, in whatever window."""

    def lay_aside(self, *tabs: Trail) -> None:
        """Keep closed tabs for a while, to be reopened."""
        self.closed = [*self.closed, *tabs][-_ASIDE:]
        self.closed_changed.emit()


class State(QObject):
    """Where the reader of one window is, in which tab, and the way there.

    A link is a text without the scheme: ``mine/julong``, ``page/mines``, ``chart/copper-resources``
    or ``search/gyama``; a table narrowed to a query is ``page/mines?where=…``. Views change the
    state by calling :meth:`open`, :meth:`open_beside` or :meth:`open_apart`; they learn of changes
    by the signals and never call each other.
    """

    opened = Signal(str)
    """This link is in front now."""
    left = Signal()
    """The page in front is about to be left; whoever shows it may :meth:`keep` how."""
    tabs_changed = Signal()
    """There are other tabs, or another is in front, or one of them shows another link."""
    apart_wanted = Signal(object)
    """This Trail is to stand in a window of its own."""
    emptied = Signal()
    """The last tab was closed; the first page is shown in its place."""
    message_shown = Signal(str)
    selected_changed = Signal()
    """Other records are selected than before; charts, map and tables show it."""

    def __init__(self, parent: QObject | None = None, common: Common | None = None) -> None:
        super().__init__(parent)
        self.common = common if common is not None else Common(self)
        self.unseen = False
        """The application starts, and its window is not painted yet: what can wait does."""
        self.selected: frozenset[str] = frozenset()
        """Permanent ids of the records that the reader marked in a chart or on the map."""
        self.selected_in = ""
        """The title of the chart or map where several were marked; tables show these alone then."""
        self._tabs = [Trail()]
        self._front = 0
        self._waiting = 0
        """Tabs opened beside the one in front since it is there: the next one stands after them."""

    @property
    def library_changed(self) -> SignalInstance:
        """The library was changed, in whatever window."""
        return self.common.library_changed

    @property
    def lens_changed(self) -> SignalInstance:
        """Other works count now than before, in all windows."""
        return self.common.lens_changed

    # Where

    @property
    def tabs(self) -> tuple[Trail, ...]:
        """The tabs from left to right; there is always one."""
        return tuple(self._tabs)

    @property
    def front(self) -> int:
        """Which tab is in front."""
        return self._front

    @property
    def trail(self) -> Trail:
        """The tab in front."""
        return self._tabs[self._front]

    @property
    def link(self) -> str:
        """The link shown now; the home page before anything was opened."""
        return self.trail.link

    @property
    def can_go_back(self) -> bool:
        """True if there is a link before the present one in this tab."""
        return self.trail.can_go_back

    @property
    def can_go_forward(self) -> bool:
        """True if the reader went back in this tab and may return."""
        return self.trail.can_go_forward

    @property
    def can_reopen(self) -> bool:
        """True if a tab was closed that may be opened again."""
        return bool(self.common.closed)

    # Opening

    def open(self, link: str) -> None:
        """Show ``link`` in the tab in front; what lay ahead in its history is forgotten."""
        self.left.emit()
        self.trail.open(link)
        self._tell()

    def open_beside(self, link: str, *, in_front: bool = False) -> None:
        """Open ``link`` in a new tab behind the one in front, or before it if asked."""
        self._add(Trail([link]), in_front=in_front)

    def open_apart(self, link: str) -> None:
        """Open ``link`` in a window of its own."""
        self.apart_wanted.emit(Trail([link]))

    def refine(self, link: str) -> None:
        """Put ``link`` in the place of the present one: the page in front shows it already.

        A table whose filters change does this, so that the way back leads out of the table and
        the way forward into what it was narrowed to.
        """
        self.trail.refine(link)
        self.tabs_changed.emit()

    def keep(self, place: Place) -> None:
        """Remember how the page in front is left, for the way back to it."""
        self.trail.keep(place)

    def back(self) -> None:
        """Show the link before the present one, if there is one."""
        self.go(self.trail.at - 1)

    def forward(self) -> None:
        """Return to the link that ``back`` left, if there is one."""
        self.go(self.trail.at + 1)

    def go(self, at: int) -> None:
        """Show one of the links of the tab in front, by its number from the oldest."""
        if 0 <= at < len(self.trail.links):
            self.left.emit()
            self.trail.go(at)
            self._tell()

    def withdraw(self) -> None:
        """Take the link in front back: there is nothing to show for it."""
        self.trail.drop()
        self.tabs_changed.emit()

    # Tabs

    def take_up(self, tabs: Sequence[Trail], front: int = 0) -> None:
        """Show these tabs instead of the present ones."""
        self._tabs = list(tabs) or [Trail([HOME])]
        self._front = min(max(front, 0), len(self._tabs) - 1)
        self._waiting = 0
        self._tell()

    def detach_tab(self, number: int) -> None:
        """Move a tab into a window of its own; a tab that is alone has one already."""
        if len(self._tabs) > 1:
            self.left.emit()
            self.apart_wanted.emit(self._take_out(number))

    def show_tab(self, number: int) -> None:
        """Bring a tab to the front; numbers go round."""
        number %= len(self._tabs)
        if number != self._front:
            self.left.emit()
            self._front, self._waiting = number, 0
            self._tell()

    def move_tab(self, number: int, to: int) -> None:
        """Put a tab into another place; the one in front stays in front."""
        front = self.trail
        self._tabs.insert(to, self._tabs.pop(number))
        self._front, self._waiting = self._tabs.index(front), 0
        self.tabs_changed.emit()

    def close_tab(self, number: int) -> None:
        """Close a tab; the last one does not go, but returns to the first page."""
        self.left.emit()
        if len(self._tabs) > 1:
            self.common.lay_aside(self._take_out(number))
        else:
            self.common.lay_aside(self.trail)
            self.take_up([Trail([HOME])])
            self.emptied.emit()

    def close_others(self, number: int) -> None:
        """Close all tabs but one, which comes to the front."""
        self.show_tab(number)
        stays = self.trail
        self.common.lay_aside(*(tab for tab in self._tabs if tab is not stays))
        self._tabs, self._front, self._waiting = [stays], 0, 0
        self.tabs_changed.emit()

    def reopen_tab(self) -> None:
        """Open the tab again that was closed last, with its way."""
        if self.can_reopen:
            self._add(self.common.closed.pop(), in_front=True)
            self.common.closed_changed.emit()

    def select(self, records: Iterable[str], within: str = "") -> None:
        """Select these records and no others, in charts, map and tables alike.

        ``within`` is the title of the picture in which they were marked together: tables and map
        keep to them. Without it they are only marked.
        """
        chosen = frozenset(records)
        if (chosen, within) != (self.selected, self.selected_in):
            self.selected, self.selected_in = chosen, within if chosen else ""
            self.selected_changed.emit()

    def kept(self, kind: str) -> frozenset[str] | None:
        """Return the records of a kind that its tables keep to; None where they show all."""
        found = frozenset(one for one in self.selected if one.startswith(f"{kind}/"))
        return found if self.selected_in and found else None

    def say(self, message: str) -> None:
        """Show one line in the status bar; never the only copy of anything."""
        self.message_shown.emit(message)

    def _add(self, trail: Trail, *, in_front: bool) -> None:
        if in_front:
            self.left.emit()
            self._front += 1
            self._waiting = 0
            self._tabs.insert(self._front, trail)
            self._tell()
        else:
            self._waiting += 1
            self._tabs.insert(self._front + self._waiting, trail)
            self.tabs_changed.emit()

    def _take_out(self, number: int) -> Trail:
        was_front = number == self._front
        taken = self._tabs.pop(number)
        self._waiting = 0
        if number < self._front or self._front == len(self._tabs):
            self._front -= 1
        if was_front:
            self._tell()
        else:
            self.tabs_changed.emit()
        return taken

    def _tell(self) -> None:
        self.tabs_changed.emit()
        self.opened.emit(self.link)
