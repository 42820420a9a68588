# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The charts: a list at the left, the chart or its numbers at the right, sources below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from terkha.charts import CHARTS
from terkha.charts.asked import Asked, asked_title, question_of
from terkha.charts.lens import left_out
from terkha.marked import marked_in, without_marked
from terkha.models.own_charts import OwnCharts
from terkha.views import keeping
from terkha.views.axis_strip import AxisStrip
from terkha.views.chart_choices import ChartChoices
from terkha.views.chart_head import ChartHead
from terkha.views.chart_list import ChartList, menu_of_charts
from terkha.views.chart_pane import ChartPane, Column
from terkha.views.messages import tell
from terkha.views.own_view import view_of
from terkha.views.page import Page
from terkha.views.parts import part, twin_key, upright, upright_only
from terkha_db.errors import KnownError
from terkha_db.library.model import Target
from terkha_db.wording import grouped

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from terkha.charts.base import Picture
    from terkha.context import Context
    from terkha_db.entities import Cite
    from terkha_db.imported.charting import Charted

_LIST = 236
_NARROW = 900
_AROUND = 76
"""Margins of the chart and the bar that it is scrolled by."""


class ChartsPage(Page):
    """One chart at a time, with its table twin; both share the number selected."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._pictures: dict[Asked, Picture] = {}
        self._shown = Asked("")
        self._tabled = Asked("")
        self._own = OwnCharts(context.paths.collections, self)
        self._stamps: dict[Asked, tuple[str, int, int]] = {}
        """The files that charts of the reader's own tables were read of."""
        self._list = ChartList(context.look, self)
        self.pane = ChartPane(context, self)
        self.choices = ChartChoices(context, self)
        self.head = ChartHead(context.look, self)
        self._edge = upright()
        self._scroll = QScrollArea(self)
        self._lay_out()
        self._strip = AxisStrip(context.look, self.pane.plot, self._scroll)
        self._connect()
        self.restyle()

    # What the window asks

    def show_link(self, link: str) -> None:
        """Show the chart that a link names; the page itself shows the one seen last."""
        head, _, chart = link.partition("/")
        chart = without_marked(chart)
        marked, within = marked_in(link)
        if marked:
            self.context.state.select(marked, within)
        seen = self._shown if self._shown.chart else Asked(CHARTS[0].id)
        try:
            self._show(Asked.read(chart) if head == "chart" else seen)
        except KnownError as error:
            tell(self, str(error))
            self._show(seen)

    def look_anew(self) -> None:
        """Draw the chart again: other works count now, but for tables of the reader's own."""
        self._pictures = {one: kept for one, kept in self._pictures.items() if one.own}
        seen, self._shown = self._shown, Asked("")
        self.show_link(seen.link if seen.chart else "")

    def record_ids(self) -> list[str]:
        """Return the record of the number selected, or all records behind the chart."""
        picture, chosen = self._pictures.get(self._shown), self.pane.chosen
        if picture is None or chosen < 0:
            return list(picture.records) if picture else []
        mark = picture.numbers[chosen]
        return [mark.record] if mark.record else list(mark.counted)

    def citable(self) -> list[str]:
        """Return who gives the number selected, or all numbers of the chart."""
        picture = self._pictures.get(self._shown)
        return picture.citable(self.pane.chosen) if picture else []

    def cites(self) -> Sequence[Cite]:
        """Return who gives the number chosen."""
        picture, chosen = self._pictures.get(self._shown), self.pane.chosen
        return picture.numbers[chosen].cites if picture and chosen >= 0 else ()

    def lens_note(self) -> str:
        """Say what of the chart lies outside the lens."""
        if self._shown.own:
            return self.tr("This chart is of a table of your own and rests on no works.")
        picture = self._pictures.get(self._shown)
        return left_out(picture, self.context.catalogue.lens) if picture else ""

    def plain_link(self) -> str:
        """Return the link to the chart shown."""
        return self._shown.link

    def marked(self) -> frozenset[str]:
        """Return the records of the chart that are marked, here or elsewhere."""
        picture = self._pictures.get(self._shown)
        return self.context.state.selected.intersection(picture.records if picture else ())

    def export(self) -> None:
        """Ask for a file and write the chart, or its numbers, in the format chosen."""
        from terkha.views.chart_export import ask_for_file

        if self._is_drawn():
            file, width = ask_for_file(self, f"terkha-{self._shown.own or self._shown.chart}")
            if file is not None:
                self.write(file, width)

    def write(self, file: Path, width: int = 0) -> None:
        """Write the chart to a file; a fault is told in one sentence."""
        from terkha.charts.export import write_picture

        try:
            write_picture(self._picture_marked(), self.context.look, file, width)
        except KnownError as error:
            tell(self, str(error))
            return
        self.context.state.say(self.tr("Saved %s") % file)

    def print_page(self) -> None:
        """Let the reader choose a printer or a PDF file, and print the chart on a page."""
        from terkha.views.chart_export import print_picture

        if self._is_drawn():
            print_picture(self, self._picture_marked(), self.context.look)

    def status(self) -> str:
        """Say which chart this is and what is drawn."""
        picture = self._pictures.get(self._shown)
        if picture is None or picture.own:
            return picture.summary if picture else ""
        works = len(picture.sources)
        behind = grouped(self.tr("%n work(s)", "", works), works)
        told = (*picture.summary.split(", "), behind)
        return f"chart/{picture.id} · {', '.join(dict.fromkeys(told))}"

    def panes(self) -> list[QWidget]:
        """Return the list and the chart or its table."""
        return [self._list, self.pane.focus_widget()]

    def take_focus(self) -> None:
        """Put the keyboard into the chart, so that the arrow keys go through its marks."""
        self.pane.focus_widget().setFocus(Qt.FocusReason.OtherFocusReason)

    def restyle(self) -> None:
        """Take icons and measures from the look."""
        self.head.restyle()
        self._list.setFixedWidth(self.context.look.fonts.px(_LIST))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the chart the room of the list where the page is narrow."""
        super().resizeEvent(event)
        self._fit()

    def show_table(self, *, on: bool) -> None:
        """Show the numbers as a table, or the chart."""
        self.head.show_table(on=on)
        self.pane.show_table(on=on)

    # Within

    def _show(self, asked: Asked) -> None:
        self._own.drop()
        if asked.own:
            self._show_own(asked)
            return
        if asked not in self._pictures:
            self._pictures[asked] = asked.draw(self.context.catalogue)
        self._show_drawn(asked)

    def _show_drawn(self, asked: Asked) -> None:
        """Show a chart that is drawn already."""
        picture = self._pictures[asked]
        self._list.mark(asked.chart)
        if asked == self._shown and self.head.export.isEnabled():
            return
        self._shown = asked
        if asked.table:
            self._tabled = asked
        self.choices.show_choices(asked, picture)
        self.head.show_picture(picture)
        self.setAccessibleName(picture.title)
        self.pane.show_picture(picture)
        self.choices.show()
        self.pane.show()
        self._tell_kept()
        self.status_changed.emit(self.status())
        self.selection_changed.emit()

    def _show_own(self, asked: Asked) -> None:
        """Show a chart of a table of the reader's own; its rows are counted in a thread."""
        try:
            stamp = self._own.stamp(asked.own)
            if asked in self._pictures and self._stamps.get(asked) == stamp:
                self._show_drawn(asked)
                return
            self._own.ask(asked.own, question_of(asked))
        except KnownError as error:
            self._shown = self._tabled = asked
            self._tell_undrawn(str(error))
            return
        stays = self._shown.own == asked.own and self._shown in self._pictures
        self._stamps[asked] = stamp
        self._shown = self._tabled = asked
        self._tell_undrawn(self.tr("Your table is being read …"), stays=stays)

    def _take_own(self, charted: Charted) -> None:
        was_hidden = self.pane.isHidden()
        self._pictures[self._shown] = self._shown.draw_own(charted)
        self._show_drawn(self._shown)
        if was_hidden and self.isVisible():
            self.take_focus()

    def _tell_undrawn(self, why: str, *, stays: bool = False) -> None:
        """Say why there is no chart, or not yet; what is seen may stay meanwhile."""
        self._list.mark(self._shown.chart)
        self.choices.setVisible(stays)
        self.pane.setVisible(stays)
        title = asked_title(self._shown.link.partition("/")[2])
        self.head.tell_undrawn(why, "" if stays else title)
        self.status_changed.emit(self.status())
        self.selection_changed.emit()

    def _picture_marked(self) -> Picture:
        """Return the picture with the rings that are seen around its marks."""
        return self._pictures[self._shown].ringed(self.context.state.selected)

    def _is_drawn(self) -> bool:
        """Tell whether there is a chart to be written; say so where there is none yet."""
        drawn = self._shown in self._pictures
        if not drawn:
            self.context.state.say(self.tr("There is no chart yet."))
        return drawn

    def _cite_works(self) -> None:
        """Cite the works behind exactly the numbers of the chart."""
        shown = self._pictures[self._shown]
        keeping.cite(self, self.context, shown.citable(), shown.title, view_of(self))

    def _keep_or_let_go(self) -> None:
        """Keep the chart in the library, or let it go; undo takes either back."""
        title, edition = self._pictures[self._shown].title, self.context.catalogue.edition
        target = Target(self.link(), "chart", title, edition.version)
        keeping.keep_or_let_go_of(self, self.context, [target])

    def _look_at_library(self) -> None:
        """Say whether the chart is kept; draw it anew if its table was imported anew."""
        self._tell_kept()
        if self._shown.own and self.isVisible():
            self._show_own(self._shown)

    def _tell_kept(self) -> None:
        self.head.tell_kept(kept=self.link() in self.context.library.bookmarks.links())
        self._fit()

    def _connect(self) -> None:
        context = self.context
        head = self.head
        head.all.clicked.connect(self._show_menu)
        head.table_wanted.connect(lambda on: self.show_table(on=on))
        head.export.clicked.connect(self.export)
        head.cite.clicked.connect(self._cite_works)
        head.keep.clicked.connect(self._keep_or_let_go)
        self.pane.plot.reached.connect(self._reveal)
        self._list.chosen.connect(self._open_listed)
        self.choices.chosen.connect(context.state.open)
        self.pane.selection_changed.connect(self.selection_changed)
        self._own.charted.connect(self._take_own)
        self._own.failed.connect(self._tell_undrawn)
        context.state.library_changed.connect(self._look_at_library)
        twin_key(self, self._switch)

    def _open_listed(self, chart: str) -> None:
        """Open a chart of the list; that of a table as it was left."""
        listed = self._tabled if chart == self._tabled.chart else Asked(chart)
        self.context.state.open(listed.link)

    def _switch(self) -> None:
        self.show_table(on=self.head.as_chart.isChecked())
        self.take_focus()

    def _lay_out(self) -> None:
        content = part(Column(), "page")
        right = QVBoxLayout(content)
        right.setContentsMargins(28, 14, 28, 10)
        right.setSpacing(4)
        right.addWidget(self.head)
        right.addWidget(self.choices)
        right.addSpacing(4)
        right.addWidget(self.pane, 1)
        right.addStretch(0)
        self._scroll.setWidget(content)
        upright_only(self._scroll)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._list)
        layout.addWidget(self._edge)
        layout.addWidget(self._scroll, 1)

    def _fit(self) -> None:
        """Where there is no room, turn the list into a menu."""
        narrow = self.width() < self.context.look.fonts.px(_NARROW)
        self._list.setHidden(narrow)
        self._edge.setHidden(narrow)
        self.head.fit(self.width(), self._scroll.width() - _AROUND, listed=not narrow)

    def _show_menu(self) -> None:
        """List the charts where the list at the left has no room."""
        menu = menu_of_charts(self, lambda one: self.context.state.open(f"chart/{one}"))
        button = self.head.all
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _reveal(self, place: QRect) -> None:
        """Scroll to a place of the plot, where a key has led to."""
        top_left = self.pane.plot.mapTo(self._scroll.widget(), place.topLeft())
        centre = QRect(top_left, place.size()).center()
        self._scroll.ensureVisible(centre.x(), centre.y(), 0, self.context.look.fonts.px(48))
