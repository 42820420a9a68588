# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The page of one record: contents at the left, its text, the pinned source at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from terkha.pages import MARGIN, Document, Draft, Marker, Material, gather
from terkha.views.compare_link import compare_link
from terkha.views.contents import ContentsList
from terkha.views.find_bar import FindBar
from terkha.views.page_side import PageSide
from terkha.views.pages import PAGE_BY_KIND, outside
from terkha.views.paper import ask_and_save_pdf, print_record
from terkha.views.parts import label, part
from terkha.views.places import asked, place_in_text, return_in_text
from terkha.views.record_bar import RecordBar
from terkha.views.record_view import RecordView
from terkha.views.references import copy_references, reference_texts
from terkha.views.sought import SoughtText
from terkha.views.source_text import spoken
from terkha.views.text_ways import ways_of_text
from terkha.views.value_copy import copy_value
from terkha.views.ways import Way, Ways, asked_way, follow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from terkha.context import Context
    from terkha.trail import Place

_CONTENTS = 184
_TEXT = 752
_SIDE = 300
_SCROLL_BAR = 16
_WIDE = 1080  # narrower than this the contents list gives way
_MIDDLE = 780  # narrower than this the side column does


class RecordPage(QWidget):
    """Shows a record; opens others through the state and asks for the rest by signals."""

    bookmark_requested = Signal(str)
    cite_requested = Signal(list)
    link_copied = Signal(str)
    written = Signal()
    """The page is written to its end: what it holds is known."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._material: Material | None = None
        self._opened: frozenset[str] = frozenset()
        self._narrowed: frozenset[str] = frozenset()
        self.bar = RecordBar(context, self)
        self.contents = ContentsList(context.look, self)
        self.view = RecordView(context.look, self._references, self, margin=MARGIN)
        # A bar that comes and goes would lay the whole text out twice.
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.finder = FindBar(context.look, SoughtText(context.look, self.view), self)
        self._side = PageSide(context, self)
        self.where, self.source = self._side.where, self._side.source
        self._contents_title = label(self.tr("On this page"), "caption-strong", "ink3")
        self._lay_out()
        self._connect()
        self._measure()
        self.setFocusProxy(self.view)

    # What others ask

    @property
    def record_id(self) -> str:
        """Id of the record shown; "" before the first."""
        return self._material.record.id if self._material else ""

    @property
    def document(self) -> Document:
        """What the page shows, with its sections and markers."""
        return self.view.shown

    def show_record(self, record_id: str, anchor: str = "") -> None:
        """Show the page of a record, from a section or statement if ``anchor`` names one.

        Raises:
            NotFoundError: there is no such record.

        """
        again = record_id == self.record_id
        self._material = gather(self._context.catalogue, record_id, self._style())
        if not again:
            self._opened = self._narrowed = frozenset()
            self.source.clear()
        if anchor:
            self._open_up(anchor)
        self._write(keep_place=again and not anchor)
        self.bar.show_record(record_id)
        if anchor:
            self.view.show_anchor(anchor)
            self.contents.mark(anchor)

    def place(self) -> Place:
        """Return what stands at the top, which lists are unfolded and which source is pinned."""
        pinned = self.source.marker
        place = {"opened": sorted(self._opened), "pinned": pinned.href if pinned else ""}
        return place | place_in_text(self.view)

    def restore(self, place: Place) -> None:
        """Unfold, scroll and pin as the page was left."""
        opened = frozenset(map(str, asked(place, "opened", [])))
        if opened != self._opened:
            self._opened = opened
            self._write(keep_place=False)
        self.view.complete()
        return_in_text(self.view, place)
        pinned = self.document.markers.get(asked(place, "pinned", ""))
        if pinned is not None:
            self.source.pin(pinned, self.document)

    def restyle(self) -> None:
        """Draw everything again with theme, fonts and text size as they are now."""
        self._measure()
        for pane in (self.bar, self.finder, self.view, self._side):
            pane.restyle()
        self.contents.viewport().update()

    def inside(self) -> tuple[int, int]:
        """Return how many values of the record are inside the lens, and how many there are."""
        told = self._material.record.statements if self._material else ()
        return sum(not one.outside for one in told), len(told)

    def begin_find(self) -> None:
        """Begin to search on the page."""
        self.finder.begin()

    def copy_link(self) -> None:
        """Copy the link of the record, which opens it in any installation."""
        link = outside(self.record_id, self._context.catalogue.lens)
        QGuiApplication.clipboard().setText(link)
        self._context.state.say(self.tr("Copied %s") % link)
        self.link_copied.emit(link)

    def copy_text(self) -> None:
        """Copy the whole page as plain text with its works."""
        QGuiApplication.clipboard().setText(self.view.page_as_text())
        self._context.state.say(self.tr("Copied the page as text"))

    def print_page(self) -> None:
        """Show the page as it will be printed, in the light theme whatever the screen shows."""
        if self._material is not None:
            print_record(self._context, self._everything(), self)

    def save_pdf(self) -> None:
        """Ask for a file and save the page there as PDF."""
        if self._material is not None:
            ask_and_save_pdf(self._context, self._everything(), self)

    def status(self) -> str:
        """Return the line for the status bar: id and, once it is known, the number of works."""
        if not self.view.is_written:
            return self.record_id
        works = len(self.document.sources)
        return self.tr("%(id)s · %(works)s works") % {"id": self.record_id, "works": works}

    def panes(self) -> list[QWidget]:
        """Return the widgets that F6 goes through."""
        return [self.bar, self.contents, self.view, self._side]

    # Showing

    def _style(self) -> str:
        return str(self._context.settings["citation_style"])

    def _write(self, *, keep_place: bool) -> None:
        assert self._material is not None
        self.view.show_draft(self._draft(self._opened), keep_place=keep_place)
        self.finder.refresh()

    def _show_beside(self) -> None:
        """Show what is known of the page once it is written: its sections, who speaks on it."""
        self.contents.show_sections(self.document.sections)
        assert self._material is not None
        self._side.show_page(self._material.record, self.document)
        self.written.emit()

    def _draft(self, opened: frozenset[str]) -> Draft:
        assert self._material is not None
        return Draft(self._material, QCoreApplication.translate, opened, self._narrowed)

    def _everything(self) -> Document:
        """Return the page with every list unfolded, as it is printed."""
        return self._draft(self._opened | self._draft(self._opened).whole().folded).whole()

    def _open_up(self, anchor: str) -> None:
        """Unfold all lists if a place stands in a part of one that is not shown."""
        first = self._draft(self._opened).whole()
        if f'name="{anchor}"' not in first.html:
            self._opened |= first.folded
            self._narrowed = frozenset()

    def _unfold(self, name: str) -> None:
        self._opened = self._opened | {name}
        self._write(keep_place=True)

    def _narrow(self, choice: str) -> None:
        """Take a choice of a facet, or take it back, and show the claims that it keeps."""
        self._narrowed ^= {choice}
        self._write(keep_place=False)
        self.view.show_anchor("claims")

    def _pin(self, marker: Marker) -> None:
        """Pin the source of a marker; pressed again, open the work."""
        pinned = self.source.marker
        again = pinned is not None and pinned.href == marker.href and len(marker.cites) == 1
        if again or not self._side.isVisible():
            self._open_work(marker)
        else:
            self.source.pin(marker, self.document)

    def _open_work(self, marker: Marker) -> None:
        self._context.state.open(marker.cites[0].source.id)

    def _copy(self, what: str, text: str) -> None:
        if what == "cite":
            copy_references(self._context, [text])
        else:
            QGuiApplication.clipboard().setText(text)
            self._context.state.say(self.tr("Copied %s") % text)

    def _references(self, ids: Sequence[str]) -> list[tuple[str, str]]:
        return reference_texts(self._context, ids)

    def _go_up(self) -> None:
        spec = PAGE_BY_KIND.get(self.record_id.partition("/")[0])
        self._context.state.open(f"page/{spec.id}" if spec else "page/home")

    # Building

    def _lay_out(self) -> None:
        part(self, "page")
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(20, 18, 0, 0)
        left.setSpacing(4)
        left.addWidget(self._contents_title)
        left.addWidget(self.contents, 1)
        columns = QHBoxLayout()
        columns.setContentsMargins(0, 0, 4, 0)
        columns.setSpacing(2)
        columns.addWidget(self._left)
        columns.addWidget(self.view, 1)
        columns.addWidget(self._side)
        columns.addStretch(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.finder)
        layout.addLayout(columns, 1)

    def _connect(self) -> None:
        state = self._context.state
        self.bar.up_requested.connect(self._go_up)
        self.bar.bookmark_requested.connect(lambda: self.bookmark_requested.emit(self.record_id))
        self.bar.cite_requested.connect(lambda: self.cite_requested.emit([self.record_id]))
        self.bar.compare_requested.connect(lambda: follow(state, compare_link([self.record_id])))
        self.bar.link_requested.connect(self.copy_link)
        self.bar.text_requested.connect(self.copy_text)
        self.bar.print_requested.connect(self.print_page)
        self.bar.pdf_requested.connect(self.save_pdf)
        self.contents.section_chosen.connect(self._go_to)
        self.view.record_requested.connect(lambda link: follow(state, link))
        self.view.written.connect(self._show_beside)
        self.view.marker_pressed.connect(self._pin)
        self.view.work_requested.connect(self._open_work)
        self.view.more_requested.connect(self._unfold)
        self.view.copy_requested.connect(self._copy)
        self.view.value_requested.connect(
            lambda marker: copy_value(self._context, marker, self.document)
        )
        self.view.marker_focused.connect(lambda marker: state.say(spoken(marker)))
        self.view.section_reached.connect(self.contents.mark)
        self._side.narrow_requested.connect(self._narrow)
        self.source.open_requested.connect(lambda link: follow(state, link))
        self.source.value_requested.connect(self.view.value_requested)
        self.source.copy_requested.connect(lambda ids: copy_references(self._context, ids))

        ways_of_text(self._context, self.view)
        Ways(self._context, self.contents, self._section_at)

    def _section_at(self, place: QPoint | None) -> str:
        anchor = self.contents.anchor_at(place)
        return f"{self.record_id}#{anchor}" if anchor else ""

    def _go_to(self, anchor: str) -> None:
        """Go to a section, here or in a tab of its own."""
        way = asked_way()
        if way is Way.HERE:
            self.view.show_anchor(anchor)
        else:
            follow(self._context.state, f"{self.record_id}#{anchor}", way)

    def _measure(self) -> None:
        """Set the widths of the columns at the reader's text size."""
        px = self._context.look.fonts.px
        self._left.setFixedWidth(px(_CONTENTS) + 20)
        self.view.setMaximumWidth(px(_TEXT + 2 * MARGIN) + _SCROLL_BAR)
        self._side.setFixedWidth(px(_SIDE) + 16)
        self._give_way()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the contents, then the side column, give way where there is no room."""
        super().resizeEvent(event)
        self._give_way()

    def _give_way(self) -> None:
        px = self._context.look.fonts.px
        self._left.setVisible(self.width() >= px(_WIDE))
        self._side.setVisible(self.width() >= px(_MIDDLE))
        self.bar.set_narrow(narrow=self.width() < px(_WIDE))
