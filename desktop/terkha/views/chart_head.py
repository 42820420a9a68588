# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What stands above a chart: its title and lead, Chart or Table, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from terkha.views.giving import fit
from terkha.views.parts import button, icons, label
from terkha_db.wording import grouped

if TYPE_CHECKING:
    from terkha.charts.base import Picture
    from terkha.look import Look

_LOW = 1120


class ChartHead(QWidget):
    """Names the chart; the page does what its buttons ask for."""

    table_wanted = Signal(bool)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._kept = False
        self._title = label("", "page-title", wrap=True)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._buttons = QHBoxLayout()
        self.all = button(self.tr("All charts"))
        self.lead = label("", "body", "ink2", wrap=True)
        self.as_chart = self._segment(self.tr("Chart"))
        self.as_table = self._segment(self.tr("Table"))
        self.export = button(self.tr("Export"))
        self.cite = button(self.tr("Cite"))
        self.keep = button(self.tr("Bookmark"))
        self.as_chart.clicked.connect(lambda: self.table_wanted.emit(False))
        self.as_table.clicked.connect(lambda: self.table_wanted.emit(True))
        self._lay_out()

    def show_picture(self, picture: Picture) -> None:
        """Name a chart that is drawn, and the number of works behind it."""
        self._title.setText(picture.title)
        self.lead.setText(picture.lead)
        works = len(picture.sources)
        self.cite.setText(grouped(self.tr("Cite %n work(s)", "", works), works))
        self.cite.setVisible(not picture.own)
        self.cite.setEnabled(bool(picture.sources))
        for each in (self.export, self.keep):
            each.setEnabled(True)

    def tell_undrawn(self, why: str, title: str = "") -> None:
        """Say why there is no chart, or not yet; the title stays where none is given."""
        for each in (self.export, self.keep):
            each.setEnabled(False)
        self.lead.setText(why)
        if title:
            self._title.setText(title)
            self.cite.hide()

    def show_table(self, *, on: bool) -> None:
        """Press the segment of the table, or of the chart."""
        self.as_table.setChecked(on)
        self.as_chart.setChecked(not on)

    def tell_kept(self, *, kept: bool) -> None:
        """Say whether the chart is in the library."""
        self._kept = kept
        self.keep.setText(self.tr("Bookmarked") if kept else self.tr("Bookmark"))
        icons(self._look, (self.keep, "bookmark-check" if kept else "bookmark"))

    def restyle(self) -> None:
        """Take icons from the look."""
        icons(
            self._look,
            (self.all, "list"),
            (self.as_chart, "chart-column"),
            (self.as_table, "table"),
            (self.export, "download"),
            (self.cite, "quote"),
        )
        self.tell_kept(kept=self._kept)

    def fit(self, width: int, room: int, *, listed: bool) -> None:
        """Put the buttons below the title on a narrow page, in short where they have no ``room``.

        A menu is offered for a list that is not seen.
        """
        self.all.setVisible(not listed)
        low, way = width < self._look.fonts.px(_LOW), QBoxLayout.Direction
        self._line.setDirection(way.TopToBottom if low else way.LeftToRight)
        fit(self._buttons, (self.export, self.cite, self.keep), room)

    def _segment(self, text: str) -> QPushButton:
        made = button(text, "segment")
        made.setCheckable(True)
        made.setAutoExclusive(True)
        made.setToolTip(self.tr("%s (Ctrl+Shift+T changes between both)") % text)
        return made

    def _lay_out(self) -> None:
        self.as_chart.setChecked(True)
        self._buttons.setSpacing(8)
        for each in (self.as_chart, self.as_table, self.export, self.cite, self.keep):
            self._buttons.addWidget(each)
        self._buttons.addStretch(1)
        self._line.setSpacing(8)
        self._line.addWidget(self._title, 1)
        self._line.addLayout(self._buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(self._line)
        layout.addWidget(self.lead)
