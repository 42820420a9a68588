# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The page of one record as a page of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from terkha.views import keeping
from terkha.views.page import Page
from terkha.views.record_page import RecordPage

if TYPE_CHECKING:
    from terkha.context import Context
    from terkha.trail import Place


class OneRecordPage(Page):
    """Shows whichever record the link names."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.record = RecordPage(context, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.record)
        self.record.written.connect(lambda: self.status_changed.emit(self.status()))
        self.record.bookmark_requested.connect(
            lambda record_id: keeping.keep_or_let_go(self, context, [record_id])
        )
        self.record.cite_requested.connect(
            lambda ids: keeping.cite(self, context, ids, self.accessibleName())
        )

    def show_link(self, link: str) -> None:
        """Show the record, from the statement that the link names."""
        record_id, _, anchor = link.partition("#")
        self.record.show_record(record_id, anchor)
        self.setAccessibleName(self.context.catalogue.brief(record_id).title)

    def look_anew(self) -> None:
        """Read the record again: other works count now."""
        if self.record.record_id:
            self.record.show_record(self.record.record_id)

    def lens_note(self) -> str:
        """Say how much of the page is inside the lens."""
        inside, total = self.record.inside()
        if not total:
            return ""
        words = self.tr(
            "%(inside)s of %(total)s values here are inside it; the others stay, in grey."
        )
        return words % {"inside": f"{inside:,}", "total": f"{total:,}"}

    def place(self) -> Place:
        """Return what of the record is seen."""
        return self.record.place()

    def restore(self, place: Place) -> None:
        """Show that part of the record again."""
        self.record.restore(place)

    def restyle(self) -> None:
        """Draw the record again in the look as it is now."""
        self.record.restyle()

    def record_ids(self) -> list[str]:
        """Return the record shown."""
        return [self.record.record_id] if self.record.record_id else []

    def begin_find(self) -> None:
        """Begin to search on the page."""
        self.record.begin_find()

    def find_again(self, step: int) -> None:
        """Go to the next or previous place of the words searched for."""
        self.record.finder.again(step)

    def export(self) -> None:
        """Save the page as PDF."""
        self.record.save_pdf()

    def print_page(self) -> None:
        """Show the page as it will be printed."""
        self.record.print_page()

    def status(self) -> str:
        """Name the record and say how many works it rests on."""
        return self.record.status()

    def take_focus(self) -> None:
        """Put the keyboard into the text."""
        self.record.setFocus()

    def panes(self) -> list[QWidget]:
        """Return bar, contents, text and pinned source."""
        return self.record.panes()
