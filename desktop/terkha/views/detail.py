# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The record beside a table: what it is in short, with the way to its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from terkha.views.pages import outside
from terkha.views.parts import button, icons, part
from terkha.views.seen import once_seen
from terkha.views.ways import follow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from terkha.context import Context
    from terkha.pages import Marker
    from terkha.views.record_view import RecordView

_WIDTH = 340


class DetailViewer(QFrame):
    """Shows the record selected in a table; opening and keeping are asked for by signals."""

    bookmark_requested = Signal(str)
    cite_requested = Signal(list)
    link_copied = Signal(str)
    closed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._record_id = ""
        part(self, "pane")
        self._view: RecordView | None = None
        self._open = button(self.tr("Open page"), "primary")
        self._bookmark = self._icon_button(self.tr("Bookmark"))
        self._cite = button(self.tr("Cite"))
        self._link = self._icon_button(self.tr("Copy link"))
        self._close = QToolButton(self)
        self._close.setToolTip(self.tr("Close this column"))
        self._close.setAccessibleName(self.tr("Close this column"))
        self._lay_out()
        self._connect()
        self.restyle()

    @property
    def record_id(self) -> str:
        """Id of the record shown; "" before the first."""
        return self._record_id

    def show_record(self, record_id: str) -> None:
        """Show a record in short; the first one in the next turn, after the table beside it.

        Raises:
            NotFoundError: there is no such record.

        """
        if self._view is None:
            self._record_id = self._context.catalogue.brief(record_id).id
            once_seen(self, lambda: self.view)
        else:
            self._record_id = record_id
            self._write()

    @property
    def view(self) -> RecordView:
        """The text of the record, made when it is first looked at."""
        if self._view is None:
            self._view = self._make_view()
            if self._record_id:
                self._write()
        return self._view

    def _make_view(self) -> RecordView:
        from terkha.views.record_view import RecordView
        from terkha.views.text_ways import ways_of_text

        view = RecordView(self._context.look, self._references, self)
        state = self._context.state
        view.record_requested.connect(lambda link: follow(state, link))
        ways_of_text(self._context, view)
        view.marker_pressed.connect(self._open_work)
        view.work_requested.connect(self._open_work)
        view.copy_requested.connect(self._copy)
        view.value_requested.connect(self._copy_value)
        self._place.addWidget(view, 1)
        return view

    def _write(self) -> None:
        from terkha.pages import gather
        from terkha.pages.detail import build_detail

        style = str(self._context.settings["citation_style"])
        material = gather(self._context.catalogue, self._record_id, style)
        self.view.show_document(build_detail(material, QCoreApplication.translate))
        self._tell_bookmark()

    def restyle(self) -> None:
        """Take icons, fonts and width from the look as it is now."""
        look = self._context.look
        self.setMinimumWidth(look.fonts.px(_WIDTH) // 2)
        icons(
            look,
            (self._open, "panel-right-open"),
            (self._cite, "quote"),
            (self._link, "link"),
        )
        self._close.setIcon(look.icons.icon("x"))
        self._tell_bookmark()
        if self._view is not None:
            self._view.restyle()

    def _tell_bookmark(self) -> None:
        kept = self._view is not None and self._record_id in self._context.library.bookmarks.links()
        name = self.tr("Bookmarked") if kept else self.tr("Bookmark")
        self._bookmark.setToolTip(name)
        self._bookmark.setAccessibleName(name)
        icons(self._context.look, (self._bookmark, "bookmark-check" if kept else "bookmark"))

    def _copy_link(self) -> None:
        link = outside(self._record_id, self._context.catalogue.lens)
        QGuiApplication.clipboard().setText(link)
        self._context.state.say(self.tr("Copied %s") % link)
        self.link_copied.emit(link)

    def _open_page(self) -> None:
        if self._record_id:
            follow(self._context.state, self._record_id)

    def _open_work(self, marker: Marker) -> None:
        self._context.state.open(marker.cites[0].source.id)

    def _copy(self, what: str, text: str) -> None:
        if what == "cite":
            from terkha.views.references import copy_references

            copy_references(self._context, [text])
        else:
            QGuiApplication.clipboard().setText(text)

    def _copy_value(self, marker: Marker) -> None:
        from terkha.views.value_copy import copy_value

        copy_value(self._context, marker, self.view.shown)

    def _references(self, ids: Sequence[str]) -> list[tuple[str, str]]:
        from terkha.views.references import reference_texts

        return reference_texts(self._context, ids)

    def _icon_button(self, hint: str) -> QPushButton:
        made = button("", hint=hint)
        made.setToolTip(hint)
        return made

    def _connect(self) -> None:
        state = self._context.state
        self._open.clicked.connect(self._open_page)
        self._bookmark.clicked.connect(lambda: self.bookmark_requested.emit(self._record_id))
        self._cite.clicked.connect(lambda: self.cite_requested.emit([self._record_id]))
        self._link.clicked.connect(self._copy_link)
        self._close.clicked.connect(self.closed)
        state.library_changed.connect(self._tell_bookmark)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(6)
        for widget in (self._open, self._bookmark, self._cite, self._link):
            top.addWidget(widget)
        top.addStretch(1)
        top.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 8, 8)
        layout.setSpacing(10)
        layout.addLayout(top)
        self._place = QVBoxLayout()
        self._place.addStretch()  # keeps the buttons at the top until the text is there
        layout.addLayout(self._place, 1)
