# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""All that a search found, or the nearest names and what to try next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from terkha.models.search import SearchModel
from terkha.views.find_bar import FindBar
from terkha.views.hit_list import OWN_WORK, HitList, open_hit
from terkha.views.page import Page
from terkha.views.parts import label, part, rule
from terkha.views.places import asked, scroll_again, scrolled
from terkha.views.sought import SoughtRows
from terkha_db.imported.shelf import Shelf

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from terkha.context import Context
    from terkha.trail import Place

_ALL = 200
_SIDE = 340
_EXAMPLE = 110
_NARROW = 680


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
        self._list = HitList(context, self.model, self)
        self._list.chosen.connect(self._open)
        self.model.told.connect(self._follow)
        self.finder = FindBar(context.look, SoughtRows(self._list), self)
        self._foot = label(
            self.tr(
                "Not every mine is in this edition; Home says what is not. What is not recorded "
                "is a gap in the catalogue and says nothing about the place."
            ),
            "caption",
            "ink3",
            wrap=True,
        )
        self._side = QWidget(self)
        self._examples: list[QLabel] = []
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
        self.model.search("")  # so that no hit of another search is left
        self.model.search(link.partition("/")[2], _ALL)
        self._tell()
        self._list.choose_first()

    def place(self) -> Place:
        """Return which hit is chosen and how far the list is scrolled."""
        return {"row": self._list.currentIndex().row()} | scrolled(self._list)

    def restore(self, place: Place) -> None:
        """Choose that hit again."""
        self._list.setCurrentIndex(self.model.index(asked(place, "row", -1)))
        scroll_again(self._list, place)

    def restyle(self) -> None:
        """Paint the hits in the look as it is now."""
        self._list.dress(self.context.look)
        self._fit()
        self.finder.restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave all the room to the results where there is little."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        px = self.context.look.fonts.px
        self._side.setHidden(self.width() < px(_NARROW))
        self._side.setFixedWidth(max(_SIDE, min(px(_SIDE), self.width() // 3)))
        for example in self._examples:
            example.setMinimumWidth(px(_EXAMPLE))

    def begin_find(self) -> None:
        """Begin to search among the results."""
        self.finder.begin()

    def find_again(self, step: int) -> None:
        """Go to the next or previous result with the words searched for."""
        self.finder.again(step)

    def take_focus(self) -> None:
        """Put the keyboard into the results."""
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def record_ids(self) -> list[str]:
        """Return the record, or the work of the reader's own, that is chosen."""
        record = self._list.choice().partition("#")[0]
        is_own = record.startswith(OWN_WORK)
        return [record] if is_own or (record and self.context.catalogue.exists(record)) else []

    def status(self) -> str:
        """Say how many were found."""
        return self.tr("%n found", "", self.model.found)

    def _follow(self) -> None:
        """Show what the reader's own tables have; then they are not needed any more."""
        self._tell()
        if not self.model.is_pending:
            self.model.rest()
            self.status_changed.emit(self.status())
        if not self._list.currentIndex().isValid():
            self._list.choose_first()

    def _tell(self) -> None:
        """Say what was found, or that there is nothing yet."""
        model = self.model
        self._title.setText(self.tr("“%s”") % model.query)
        if model.nearest:
            self._title.setText(self.tr("Nothing found for “%s”") % model.query)
            self._lead.setText(
                self.tr(
                    "Names, claims, statements and works of edition %s were searched in every "
                    "spelling recorded. These come nearest:"
                )
                % self.context.catalogue.edition.version
            )
        elif model.is_pending and (model.is_slow or model.is_stale):
            self._lead.setText(self.tr("Reading your collections …"))
        elif model.is_query:
            self._lead.setText(self.tr("%n found by the query", "", model.found))
        else:
            self._lead.setText(self.tr("%n found, names first", "", model.found))
        if model.problem:
            self._lead.setText(model.problem)

    def _lay_out(self) -> None:
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.finder)
        columns = QHBoxLayout()
        page.addLayout(columns, 1)
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
        columns.addWidget(self._side)
        self._ways()

    def _ways(self) -> None:
        column = QVBoxLayout(self._side)
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
            self._examples.append(shown)
            line.addWidget(shown)
            line.addWidget(label(words, "body", wrap=True), 1)
            column.addLayout(line)
            column.addWidget(rule())
        column.addStretch(1)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)

    def _open(self, link: str) -> None:
        open_hit(self, self.context, link)
