# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The window: bars, pages and what the actions do in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from terkha.actions import ACTIONS
from terkha.session import Kept
from terkha.views.lens_bar import LensBar
from terkha.views.messages import tell
from terkha.views.navigation import Navigation
from terkha.views.page import Page
from terkha.views.pages import PAGE_BY_ID, page_of
from terkha.views.parts import Elided, part
from terkha.views.tab_bar import TabBar
from terkha.views.titles import as_target, title_of
from terkha.views.topbar import TopBar
from terkha.views.window_actions import enable, enable_ways, make_actions
from terkha_db.errors import KnownError
from terkha_db.wording import format_date

if TYPE_CHECKING:
    from terkha.context import Context

_SIZE = (1440, 900)
_SMALLEST = (1024, 640)
_NARROW = 1200
_FOOT = 28
_SCALES = (80, 90, 100, 110, 125, 150, 175, 200)


class Window(QMainWindow):
    """One window with its tabs; each page is made when it is first shown, and serves all of them.

    A tab that comes to the front has its link shown and is put back as it was left.
    """

    activated = Signal()
    """The window came to the front."""
    closed = Signal()
    """The window is closed, and shows for the last time what it showed."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context: Context = context
        self._pages: dict[str, Page] = {}
        self._stale: set[Page] = set()
        """Pages that were read through another lens."""
        self._actions = make_actions(self)
        self._stack = QStackedWidget()
        self._navigation = Navigation(context)
        self._bar = TopBar(context, self._actions)
        self._tabs = TabBar(context)
        self._lens = LensBar(context)
        self._left = Elided("caption", "ink3")
        self._right = Elided("caption", "ink3")
        self._foot = part(QWidget(), "status-bar")
        self.setWindowTitle("Terkha")
        self.setMinimumSize(*_SMALLEST)
        self._lay_out()
        self._bar.tray_requested.connect(lambda: self.act("cite-tray"))
        self._lens.change_requested.connect(self.choose_lens)
        context.state.lens_changed.connect(self._look_anew)
        self._bar.search.left.connect(lambda: self.page().take_focus())
        context.state.left.connect(self._keep_place)
        context.state.opened.connect(self._show)
        for changed in (context.state.tabs_changed, context.state.common.closed_changed):
            changed.connect(self._enable_ways)
        context.state.message_shown.connect(self._right.setText)
        context.look.changed.connect(self.restyle)
        self.resize(*_SIZE)
        self.restyle()

    # What is in front

    def page(self) -> Page:
        """Return the page in front."""
        page = self._stack.currentWidget()
        assert isinstance(page, Page)
        return page

    def page_by_id(self, page_id: str) -> Page:
        """Return a page, made now if it was not shown before; ``record`` for one record's page."""
        if page_id not in self._pages:
            page = self._make_page(page_id)
            page.status_changed.connect(self._right.setText)
            page.selection_changed.connect(self._enable)
            self._pages[page_id] = page
            self._stack.addWidget(page)
        return self._pages[page_id]

    def act(self, action_id: str) -> None:
        """Do what the menu entry or key of an action does."""
        self._actions[action_id].trigger()

    def show_recent(self) -> None:
        """List what was viewed lately."""
        self._bar.show_recent()

    def focus_search(self) -> None:
        """Put the cursor into the search box."""
        self._bar.search.setFocus()
        self._bar.search.selectAll()

    def type_search(self, text: str) -> None:
        """Type into the search box, as a reader would, and wait for nothing."""
        self._bar.search.setText(text)
        self._bar.search.answer()

    def next_pane(self, step: int) -> None:
        """Go to the next or previous pane: search, navigation, and those of the page."""
        panes = [self._bar.search, self._navigation, self._tabs, *self.page().panes()]
        panes = [pane for pane in panes if pane.isVisible()]
        focused = QGuiApplication.focusObject()
        at = next(
            (n for n, pane in enumerate(panes) if pane is focused or _holds(pane, focused)), 0
        )
        target = panes[(at + step) % len(panes)]
        target.setFocus()
        following = target.nextInFocusChain()
        if not target.hasFocus() and following is not None:
            following.setFocus()

    def choose_lens(self) -> None:
        """Let the reader choose whose works count."""
        self._bar.choose_lens()

    # Look and help

    def scale_text(self, step: int) -> None:
        """Make all text larger (+1), smaller (-1) or normal (0)."""
        now = _SCALES.index(self.context.settings["text_scale"])
        scale = _SCALES[max(0, min(len(_SCALES) - 1, now + step))] if step else 100
        self.context.settings["text_scale"] = scale
        self.context.look.choose(text_scale=scale)

    def toggle_theme(self) -> None:
        """Change between light and dark."""
        appearance = "light" if self.context.look.theme.dark else "dark"
        self.context.settings["appearance"] = appearance
        self.context.look.choose(appearance=appearance)

    def show_palette(self) -> None:
        """List all actions, to be found by their names."""
        from terkha.views.palette import Palette

        Palette(self, self._actions).exec()

    def show_preferences(self) -> None:
        """Let the reader choose what SETTINGS offers."""
        from terkha.views.preferences import Preferences

        Preferences(self.context, self).exec()

    def show_shortcuts(self) -> None:
        """List the keys of all actions."""
        from terkha.views.help_dialogs import Shortcuts

        Shortcuts(self).exec()

    def show_editions(self) -> None:
        """Tell which catalogues are here, and install another."""
        from terkha.views.editions_dialog import EditionsDialog

        EditionsDialog(self.context, self).exec()

    def show_about(self) -> None:
        """Say which version and edition this is, and whose work is in it."""
        from terkha.views.help_dialogs import About

        About(self.context, self).exec()

    def restyle(self) -> None:
        """Dress the frame, also for the first time, in the look as it is now."""
        self._bar.restyle()
        self._tabs.restyle()
        self._lens.restyle()
        self._navigation.restyle()
        # Names in other scripts are higher: what is above must not move when one is told.
        self._foot.setFixedHeight(self.context.look.fonts.px(_FOOT))
        for action in ACTIONS:
            self._actions[action.id].setIcon(self.context.look.icons.icon(action.icon, "ink2"))
        edition = self.context.catalogue.edition
        words = self.tr("Edition %(version)s · %(date)s · %(mines)s mines, %(works)s works")
        self._left.setText(
            words
            % {
                "version": edition.version,
                "date": format_date(edition.date),
                "mines": f"{edition.counts['mine']:,}",
                "works": f"{edition.counts['citation']:,}",
            }
            + "     "
            + self.tr("Offline: no connection is ever opened")
        )

    def kept(self) -> Kept:
        """Return where the window stands and what it shows."""
        state = self.context.state
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        return Kept(state.tabs, state.front, geometry)

    def stand(self, geometry: str) -> None:
        """Stand where another stood; stay where that cannot be read."""
        self.restoreGeometry(QByteArray.fromBase64(QByteArray(geometry.encode())))

    def changeEvent(self, event: QEvent) -> None:
        """Tell that the window came to the front."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.activated.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the window is closed."""
        super().closeEvent(event)
        self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shrink the navigation to icons where the window is narrow."""
        super().resizeEvent(event)
        self._navigation.set_narrow(narrow=self.width() < self.context.look.fonts.px(_NARROW))

    # Within

    def _show(self, link: str) -> None:
        page_id = page_of(link)
        if page_id == "record" and not self.context.catalogue.exists(link.partition("#")[0]):
            missing = self._missing(link)
            self.context.state.withdraw()
            tell(self, str(missing))
            return
        page = self.page_by_id(page_id)
        if page in self._stale:
            self._stale.remove(page)
            page.look_anew()
        self._stack.setCurrentWidget(page)
        page.show_link(link)
        if self.context.state.trail.place:
            page.restore(self.context.state.trail.place)
        self._navigation.mark(link)
        self._bar.put_away()
        self._remember(link)
        self._right.setText(page.status())
        self._lens.tell(page.lens_note())
        self.setWindowTitle(self.tr("%s – Terkha") % title_of(self.context, link))
        self._enable()
        page.take_focus()

    def _look_anew(self) -> None:
        """Read the page in front through another lens, and the others when they are shown."""
        self._stale = set(self._pages.values())
        if self._stack.count():
            page = self.page()
            self._stale.remove(page)
            page.look_anew()
            self._lens.tell(page.lens_note())

    def _keep_place(self) -> None:
        """Let the page in front say how it is left."""
        if self._stack.count():
            self.context.state.keep(self.page().place())

    def _missing(self, link: str) -> KnownError:
        try:
            self.context.catalogue.brief(link.partition("#")[0])
        except KnownError as error:
            return error
        message = f"{link} was there a moment ago."
        raise AssertionError(message)

    def _remember(self, link: str) -> None:
        target = as_target(self.context, link)
        if target is None:
            return
        try:
            self.context.library.history.visit(target)
        except KnownError as error:
            self.context.state.say(str(error))

    def _enable(self) -> None:
        enable(self._actions, self.context.state, records=bool(self.page().record_ids()))

    def _enable_ways(self) -> None:
        enable_ways(self._actions, self.context.state)

    def _make_page(self, page_id: str) -> Page:
        if page_id == "record":
            from terkha.views.one_record_page import OneRecordPage

            return OneRecordPage(self.context)
        spec = PAGE_BY_ID[page_id]
        page = spec.make(self.context, spec)
        page.setAccessibleName(QCoreApplication.translate("Pages", spec.label))
        return page

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self._navigation)
        pages = QVBoxLayout()
        pages.setSpacing(0)
        pages.addWidget(self._tabs)
        pages.addWidget(self._lens)
        pages.addWidget(self._stack, 1)
        middle.addLayout(pages, 1)
        line = QHBoxLayout(self._foot)
        line.setContentsMargins(16, 0, 16, 0)
        # What was just done or is in front matters more than what is always said.
        self._left.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        line.addWidget(self._left, 1)
        line.addSpacing(16)
        line.addWidget(self._right)
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar)
        layout.addLayout(middle, 1)
        layout.addWidget(self._foot)
        self.setCentralWidget(content)


def _holds(pane: QWidget, focused: object) -> bool:
    return isinstance(focused, QWidget) and pane.isAncestorOf(focused)
