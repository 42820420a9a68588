# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The card at the right of a page: the work behind a value, pinned until another is pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from terkha.pages.side import source_card, source_title
from terkha.views.fitted_view import FittedView
from terkha.views.parts import button, icons, label, part

if TYPE_CHECKING:
    from terkha.context import Context
    from terkha.pages import Document, Marker


_MARGIN = 14


class SourceCard(QFrame):
    """Shows what one [n] stands for: the work, the wording of the value, the place in the work."""

    open_requested = Signal(str)
    """Link of a record: the work, or one in the list of several."""
    copy_requested = Signal(object)
    """Ids of the citations that are to be copied in the reader's style."""
    value_requested = Signal(object)
    """The Marker whose value is to be copied with its citation."""
    closed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._marker: Marker | None = None
        self._page: Document | None = None
        part(self, "card")
        self._title = label("", "strong")
        self._pinned = label(self.tr("pinned"), "caption", "ink3")
        self._close = QToolButton(self)
        self._close.setToolTip(self.tr("Unpin this source"))
        self._close.setAccessibleName(self.tr("Unpin this source"))
        self._hint = label(
            self.tr(
                "Press [n] beside a value: the work, its wording and the place in it appear here."
                " Press again to open the work."
            ),
            "caption",
            "ink3",
            wrap=True,
        )
        self._text = FittedView(context.look, self)
        self._text.setProperty("part", "raised")
        self._open = button(self.tr("Open work"))
        self._copy = button(self.tr("Copy citation"))
        self._value = button(self.tr("Copy value with its citation"))
        self._lay_out()
        self._close.clicked.connect(self.clear)
        self._open.clicked.connect(self._open_work)
        self._copy.clicked.connect(self._copy_works)
        self._value.clicked.connect(lambda: self.value_requested.emit(self._marker))
        self._text.record_requested.connect(self.open_requested)
        self.restyle()
        self.clear()

    @property
    def marker(self) -> Marker | None:
        """The marker pinned now."""
        return self._marker

    def text(self) -> str:
        """Return what the card says, as plain text."""
        return self._text.toPlainText()

    def pin(self, marker: Marker, page: Document) -> None:
        """Show the work of a marker of ``page``."""
        self._marker, self._page = marker, page
        self._show_parts(pinned=True)
        works = self._context.catalogue.works([cite.source.id for cite in marker.cites])
        translate = QCoreApplication.translate
        self._title.setText(source_title(marker, translate))
        by_id = {work.id: work for work in works}
        self._text.show_document(source_card(marker, page, by_id, translate))
        self._open.setVisible(len(marker.cites) == 1)

    def clear(self) -> None:
        """Show nothing but how to pin a source."""
        had_one = self._marker is not None
        self._marker = self._page = None
        self._title.setText(self.tr("Source"))
        self._show_parts(pinned=False)
        if had_one:
            self.closed.emit()

    def restyle(self) -> None:
        """Take icons and type from the look as it is now."""
        look = self._context.look
        self._close.setIcon(look.icons.icon("x"))
        icons(look, (self._open, "book-open-text"), (self._copy, "copy"), (self._value, "quote"))
        if self._marker is not None and self._page is not None:
            self.pin(self._marker, self._page)

    def _show_parts(self, *, pinned: bool) -> None:
        self._hint.setVisible(not pinned)
        for widget in (self._pinned, self._close, self._text, self._open, self._copy, self._value):
            widget.setVisible(pinned)

    def _open_work(self) -> None:
        if self._marker is not None:
            self.open_requested.emit(self._marker.cites[0].source.id)

    def _copy_works(self) -> None:
        if self._marker is not None:
            self.copy_requested.emit([cite.source.id for cite in self._marker.cites])

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._title)
        top.addStretch(1)
        top.addWidget(self._pinned)
        top.addWidget(self._close)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._open)
        foot.addWidget(self._copy)
        foot.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, 8, _MARGIN, 14)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self._hint)
        layout.addWidget(self._text)
        layout.addLayout(foot)
        layout.addWidget(self._value, 0, Qt.AlignmentFlag.AlignLeft)
