# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""All that a search found, or the nearest names and what to try next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from terkha.models.roles import Role
from terkha.models.search import SearchModel
from terkha.views.hit_delegate import HitDelegate
from terkha.views.page import Page
from terkha.views.parts import label, part, rule
from terkha.views.ways import follow, ways_of_rows
from terkha_db.imported.shelf import Shelf

if TYPE_CHECKING:
    from terkha.context import Context

_ALL = 200


class SearchPage(Page):
    """The page of ``search/QUERY``; never a dead end."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.model = SearchModel(
            context.catalogue, context.library, Shelf(context.paths.collections), self
        )
        self._link = ""
        self._title = label("", "page-title")
        self._lead = label("", "body", "ink2", wrap=True)
        self._list = part(QListView(self), "raised")
        self._list.setModel(self.model)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setMouseTracking(True)
        self._list.setAccessibleName(self.tr("Search results"))
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.clicked.connect(self._open)
        self._list.activated.connect(self._open)
        ways_of_rows(context, self._list)
        self._foot = label("", "caption", "ink3", wrap=True)
        self._lay_out()
        self.restyle()

    def look_anew(self) -> None:
        """Ask again what was asked: the answers to a query follow the lens."""
        if self._link:
            self.show_link(self._link)

    def lens_note(self) -> str:
        """Say what of the search follows."""
        return self.tr("Names and texts of all works are searched; queries about fields follow it.")

    def show_link(self, link: str) -> None:
        """Search for what the link asks."""
        self._link = link
        query = link.partition("/")[2]
        self.model.search(query, _ALL)
        if self.model.nearest:
            self._title.setText(self.tr("Nothing found for “%s”") % query)
            self._lead.setText(
                self.tr(
                    "Names, claims, statements and works of edition %s were searched in every "
                    "spelling recorded. These are the nearest names:"
                )
                % self.context.catalogue.edition.version
            )
        else:
            self._title.setText(self.tr("“%s”") % query)
            found = (
                self.tr("%n found by the query", "", self.model.found)
                if self.model.is_query
                else self.tr("%n found, names first", "", self.model.found)
            )
            self._lead.setText(self.model.problem or found)
        self._foot.setText(
            self.tr(
                "Not every mine is in this edition; Home says what is not. What is not recorded "
                "is a gap in the catalogue and says nothing about the place."
            )
        )
        first = self.model.first_hit()
        if first >= 0:
            self._list.setCurrentIndex(self.model.index(first))

    def restyle(self) -> None:
        """Paint the hits in the look as it is now."""
        self._list.setItemDelegate(HitDelegate(self.context.look, self._list))

    def take_focus(self) -> None:
        """Put the keyboard into the results."""
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def record_ids(self) -> list[str]:
        """Return the hit that is chosen."""
        link = self._list.currentIndex().data(Role.RECORD_ID) or ""
        record = link.partition("#")[0]
        return [record] if record and self.context.catalogue.exists(record) else []

    def status(self) -> str:
        """Say how many were found."""
        return self.tr("%n found", "", self.model.found)

    def _lay_out(self) -> None:
        columns = QHBoxLayout(self)
        columns.setContentsMargins(48, 32, 48, 20)
        columns.setSpacing(48)
        left = QVBoxLayout()
        left.setSpacing(6)
        card = part(QFrame(), "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self._list)
        for widget in (self._title, self._lead):
            left.addWidget(widget)
        left.addSpacing(8)
        left.addWidget(card, 1)
        left.addWidget(self._foot)
        columns.addLayout(left, 1)
        columns.addWidget(self._ways())

    def _ways(self) -> QWidget:
        side = QWidget()
        side.setFixedWidth(340)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 6, 0, 0)
        column.addWidget(label(self.tr("Ways to search"), "section"))
        for example, words in (
            ("gyama", self.tr("any spelling, with or without accents")),
            ("驱龙", self.tr("Chinese, two characters are enough")),
            ("རྒྱ་མ", self.tr("Tibetan, by syllable")),
            ("grag yer", self.tr("Wylie")),
            ("ferenczy 2025", self.tr("author and year of a work")),
            ("recycling", self.tr("a word of a claim or a statement")),
            ("elevation>5000", self.tr("a query, of all tables at once")),
        ):
            line = QHBoxLayout()
            shown = label(example, "body", "ink3")
            shown.setMinimumWidth(self.context.look.fonts.px(110))
            line.addWidget(shown)
            line.addWidget(label(words, "body"), 1)
            column.addLayout(line)
            column.addWidget(rule())
        column.addStretch(1)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        return side

    def _open(self, index: QModelIndex) -> None:
        record = index.data(Role.RECORD_ID)
        if record:
            follow(self.context.state, record)
