# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A page of text with source markers, and beside it the source of the one that was pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from terkha.views.find_bar import FindBar
from terkha.views.places import place_in_text, return_in_text
from terkha.views.record_view import RecordView
from terkha.views.references import copy_references, reference_texts
from terkha.views.sought import SoughtText
from terkha.views.source_card import SourceCard
from terkha.views.text_ways import ways_of_text
from terkha.views.ways import follow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from terkha.context import Context
    from terkha.pages import Document, Marker
    from terkha.trail import Place

_SIDE = 300
_MARGIN = 20


class ReadingPane(QWidget):
    """Shows documents that are no page of one record; links and markers work as on those."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.view = RecordView(context.look, self._references, self, margin=_MARGIN)
        # A bar that comes and goes would lay the whole text out twice.
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.finder = FindBar(context.look, SoughtText(context.look, self.view), self)
        self.source = SourceCard(context, self)
        self._side = QScrollArea()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.view)

    def show_document(self, document: Document, *, keep_place: bool = False) -> None:
        """Show a document; what was pinned belongs to the last one."""
        if not keep_place:
            self.source.clear()
        self.view.show_document(document, keep_place=keep_place)
        self.finder.refresh()

    def copy_text(self) -> None:
        """Copy the whole page as plain text with its works."""
        QGuiApplication.clipboard().setText(self.view.page_as_text())
        self._context.state.say(self.tr("Copied the page as text"))

    def place(self) -> Place:
        """Return how far the page is read."""
        return place_in_text(self.view)

    def restore(self, place: Place) -> None:
        """Scroll to where it was read."""
        self.view.complete()
        return_in_text(self.view, place)

    def restyle(self) -> None:
        """Take type and colours from the look as it is now."""
        self._side.setFixedWidth(self._context.look.fonts.px(_SIDE) + 16)
        for pane in (self.finder, self.view, self.source):
            pane.restyle()

    def panes(self) -> list[QWidget]:
        """Return the text and the pinned source."""
        return [self.view, self.source]

    def _pin(self, marker: Marker) -> None:
        """Pin the source of a marker; pressed again, open the work."""
        pinned = self.source.marker
        if pinned is not None and pinned.href == marker.href and len(marker.cites) == 1:
            self._open_work(marker)
            return
        self._side.show()
        self.source.pin(marker, self.view.shown)

    def _open_work(self, marker: Marker) -> None:
        follow(self._context.state, marker.cites[0].source.id)

    def _references(self, ids: Sequence[str]) -> list[tuple[str, str]]:
        return reference_texts(self._context, ids)

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 16, 12, 16)
        column.addWidget(self.source)
        column.addStretch(1)
        self._side.setWidgetResizable(True)
        self._side.setFrameShape(QFrame.Shape.NoFrame)
        self._side.setWidget(inside)
        self._side.hide()
        beside = QHBoxLayout()
        beside.setSpacing(2)
        beside.addWidget(self.view, 1)
        beside.addWidget(self._side)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.finder)
        layout.addLayout(beside, 1)

    def _connect(self) -> None:
        state = self._context.state
        self.view.record_requested.connect(lambda link: follow(state, link))
        self.view.marker_pressed.connect(self._pin)
        self.view.work_requested.connect(self._open_work)
        self.source.open_requested.connect(lambda link: follow(state, link))
        self.source.copy_requested.connect(lambda ids: copy_references(self._context, ids))
        self.source.closed.connect(self._side.hide)
        ways_of_text(self._context, self.view)
