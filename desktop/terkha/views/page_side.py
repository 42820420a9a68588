# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The column at the right of a page: where it is, the pinned source, facets, who speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from terkha.pages.side import claimants, narrowing
from terkha.views.fitted_view import FittedView
from terkha.views.locator_map import LocatorMap
from terkha.views.parts import label, part
from terkha.views.source_card import SourceCard

if TYPE_CHECKING:
    from terkha.context import Context
    from terkha.pages import Document
    from terkha_db.entities import Record


class PageSide(QScrollArea):
    """Shows what belongs to a page but not into its text."""

    narrow_requested = Signal(str)
    """A choice of a facet that is to be taken or taken back."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns: list[QVBoxLayout] = []
        self.where = LocatorMap(context, self)
        self.source = SourceCard(context, self)
        self.facets = FittedView(context.look, self)
        self.facets.narrow_requested.connect(self.narrow_requested)
        self._facets_card = self._card(self.facets)
        self._who = FittedView(context.look, self)
        self._who_card = self._card(
            self._who,
            label(self.tr("Who speaks here"), "strong"),
            label(self.tr("Works of this page by kind of claimant"), "caption", "ink3"),
        )
        side = QWidget()
        self._column = QVBoxLayout(side)
        self._column.setContentsMargins(0, 16, 12, 16)
        self._column.setSpacing(10)
        for card in (self.where, self.source, self._facets_card, self._who_card):
            self._column.addWidget(card)
        self._column.addStretch(1)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidget(side)

    def show_page(self, record: Record, document: Document) -> None:
        """Show what belongs to the page of a record; the pinned source stays."""
        self.where.show_record(record)
        translate = QCoreApplication.translate
        self._facets_card.setVisible(bool(document.facets))
        if document.facets:
            self.facets.show_document(narrowing(document, translate))
        self._who_card.setVisible(bool(document.sources))
        self._who.show_document(claimants(document, translate))
        # At once, not with the next round of events: what is seen first is right.
        for column in (*self._columns, self._column):
            column.activate()

    def restyle(self) -> None:
        """Draw again with theme and text size as they are now."""
        for pane in (self.where, self.source, self.facets, self._who):
            pane.restyle()

    def _card(self, text: FittedView, *titles: QWidget) -> QFrame:
        """Return a card with a text under its titles."""
        card = part(QFrame(self), "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(2)
        self._columns.append(column)
        for widget in (*titles, text):
            column.addWidget(widget)
        text.setProperty("part", "raised")
        return card
