# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What there is to choose about a chart: its subject or columns, its scale, what is selected."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget

from terkha.charts import family_of
from terkha.charts.own_marks import measure_word
from terkha.charts.words import capital, translate
from terkha.views.pages import PAGE_BY_KIND
from terkha.views.parts import button, label

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from terkha.charts.asked import Asked
    from terkha.charts.base import Picture
    from terkha.context import Context

_TABLES = {kind: page.id for kind, page in PAGE_BY_KIND.items()}


class ChartChoices(QWidget):
    """Stands above the plot; whoever chooses is led to the link of what was chosen."""

    chosen = Signal(str)
    """The link of the chart that the reader wants to see instead."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._asked: Asked | None = None
        self._title = ""
        self._subject = self._box(self.tr("Subject"))
        self._across = self._box(self.tr("Across"))
        self._upright = self._box(self.tr("Upright"))
        self._measure = self._box(self.tr("What is made of several numbers"))
        self._linear = self._segment(self.tr("Linear"), log=False)
        self._log = self._segment(self.tr("Logarithmic"), log=True)
        self._selected = label("", "caption", "ink2")
        self._show = button(self.tr("Show in table"), "link")
        self._clear = button(self.tr("Clear selection"), "link")
        self._labels = [label(words, "caption", "ink2") for words in self._names()]
        self._lay_out()
        self._subject.activated.connect(self._choose_subject)
        self._across.activated.connect(lambda: self._choose("x", self._across))
        self._upright.activated.connect(lambda: self._choose("y", self._upright))
        self._measure.activated.connect(lambda: self._choose("measure", self._measure))
        self._show.clicked.connect(self._show_selected)
        self._clear.clicked.connect(lambda: context.state.select(()))
        context.state.selected_changed.connect(self.tell_selected)
        self.tell_selected()

    def show_choices(self, asked: Asked, picture: Picture) -> None:
        """Offer what there is to choose about a chart, and show what is chosen."""
        self._asked, self._title = asked, picture.title
        family = [] if asked.table else family_of(asked.chart)
        subjects = [(f"chart/{one.id}", translate("Charts", one.subject)) for one in family]
        self._fill(self._subject, subjects, f"chart/{asked.chart}")
        self._offer_columns(picture)
        for segment in (self._linear, self._log):
            segment.setVisible(picture.turns)
        self._linear.setChecked(not picture.log)
        self._log.setChecked(picture.log)

    def tell_selected(self) -> None:
        """Say how many records are selected, here or elsewhere, and offer to show them."""
        number = len(self._context.state.selected)
        self._selected.setText(self.tr("%n record(s) selected", "", number))
        for one in (self._selected, self._show, self._clear):
            one.setVisible(bool(number))
        self._show.setEnabled(bool(page_of_most(self._context.state.selected)))

    def _names(self) -> tuple[str, str]:
        return self.tr("Across"), self.tr("Upright")

    def _offer_columns(self, picture: Picture) -> None:
        columns = picture.columns
        across = [(one.id, one.label) for one in columns.across] if columns else []
        upright = [(one.id, one.label) for one in columns.upright] if columns else []
        measures = (
            [(one, capital(measure_word(one))) for one in columns.measures] if columns else []
        )
        self._fill(self._across, across, columns.x.id if columns else "")
        self._fill(self._upright, upright, columns.y.id if columns else "")
        self._fill(self._measure, measures, columns.measure if columns else "")
        for one in self._labels:
            one.setVisible(columns is not None)

    def _fill(self, box: QComboBox, offered: Sequence[tuple[str, str]], chosen: str) -> None:
        box.clear()
        for key, words in offered:
            box.addItem(words, key)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        box.setVisible(bool(offered))

    def _choose_subject(self) -> None:
        self.chosen.emit(self._subject.currentData())

    def _choose(self, name: str, box: QComboBox) -> None:
        if self._asked is not None:
            # Another scale may suit another column: what was chosen of one is let go.
            asked = self._asked.with_option("scale", "")
            self.chosen.emit(asked.with_option(name, box.currentData()).link)

    def _turn(self, *, log: bool) -> None:
        if self._asked is not None:
            self.chosen.emit(self._asked.scaled(log=log).link)

    def _show_selected(self) -> None:
        """Open the table of the kind that most of the records selected are of; it shows these."""
        state = self._context.state
        state.select(state.selected, state.selected_in or self._title)
        state.open(page_of_most(state.selected))

    def _box(self, name: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.view().setAccessibleName(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        return box

    def _segment(self, text: str, *, log: bool) -> QPushButton:
        made = button(text, "segment")
        made.setCheckable(True)
        made.setAutoExclusive(True)
        made.setAccessibleName(self.tr("%s scale") % text)
        made.clicked.connect(lambda: self._turn(log=log))
        return made

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._subject)
        layout.addWidget(self._labels[0])
        layout.addWidget(self._across)
        layout.addWidget(self._labels[1])
        layout.addWidget(self._upright)
        layout.addWidget(self._measure)
        layout.addSpacing(8)
        layout.addWidget(self._linear)
        layout.addWidget(self._log)
        layout.addStretch(1)
        for one in (self._selected, self._show, self._clear):
            layout.addWidget(one)


def page_of_most(records: Iterable[str]) -> str:
    """Return the link of the table of the kind that most of the records are of; "" for none."""
    kinds = Counter(kind for kind in (one.partition("/")[0] for one in records) if kind in _TABLES)
    return f"page/{_TABLES[min(kinds, key=lambda kind: (-kinds[kind], kind))]}" if kinds else ""
