# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The text of a card: a record view that is as high as what it shows."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from terkha.views.record_view import RecordView

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from terkha.look import Look
    from terkha.pages import Document


class FittedView(RecordView):
    """A record view as high as its text, for cards: it never scrolls."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def show_document(self, document: Document, *, keep_place: bool = False) -> None:
        """Show a document and become as high as it."""
        super().show_document(document, keep_place=keep_place)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Become as high as the text is at the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        frame = self.height() - self.contentsRect().height()
        height = ceil(self.document().size().height()) + frame
        if height != self.height():
            self.setFixedHeight(height)
