# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The map and its table: one shown at a time, both with the same mines and the same selection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHeaderView, QStackedWidget, QWidget

from terkha.models.roles import Role
from terkha.models.table import RecordTableModel
from terkha.views.delegates import CellDelegate
from terkha.views.map_canvas import MapCanvas
from terkha.views.map_card import MapCard
from terkha.views.map_zoom import MapZoom
from terkha.views.record_table import RecordTable
from terkha.views.ways import follow, ways_of_rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from terkha.context import Context

_COLUMNS = {
    "title": 0,
    "status": 132,
    "commodities": 112,
    "county": 150,
    "precision": 84,
    "lat": 88,
    "lon": 92,
}
"""The columns of the table with their widths; the name takes what is left."""
_ROW = 46


class MapTwins(QStackedWidget):
    """The canvas with its buttons and card, and the table of the same mines."""

    chosen = Signal(object)
    """Ids of the mines that were selected in either."""
    turned = Signal(bool)
    """Whether the table is shown."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.model = RecordTableModel(context.catalogue, "mine", self)
        self.canvas = MapCanvas(context, self)
        self.card = MapCard(self.canvas)
        self.zoom = MapZoom(self.canvas)
        self.table = RecordTable(self)
        self._telling = False
        self._lay_out()
        state = context.state
        self.canvas.chosen.connect(self.chosen)
        self.canvas.opened.connect(lambda link: follow(state, link))
        self.canvas.measured.connect(lambda words: state.say(self.tr("Distance: %s") % words))
        self.table.activated.connect(lambda index: follow(state, index.data(Role.RECORD_ID)))
        ways_of_rows(context, self.table)
        self.table.selectionModel().selectionChanged.connect(self._rows_selected)
        switch = QShortcut(QKeySequence("Ctrl+Shift+T"), self.parentWidget() or self)
        switch.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        switch.activated.connect(lambda: self.show_table(on=self.currentWidget() is self.canvas))

    def show_table(self, *, on: bool) -> None:
        """Show the table in the place of the map, or the map."""
        self.setCurrentWidget(self.table if on else self.canvas)
        self.turned.emit(on)
        self.take_focus()

    def take_focus(self) -> None:
        """Put the keyboard into the one that is shown."""
        self.currentWidget().setFocus(Qt.FocusReason.OtherFocusReason)

    def select_rows(self, records: Iterable[str]) -> None:
        """Select in the table what is selected elsewhere."""
        self._telling, before = True, self._telling
        selection = self.table.selectionModel()
        selection.clearSelection()
        flags = QItemSelectionModel.SelectionFlag
        for record in records:
            row = self.model.row_of(record)
            if row >= 0:
                at = self.model.index(row, 0)
                selection.select(at, flags.Select | flags.Rows)
        self._telling = before

    def restyle(self) -> None:
        """Take fonts, colours and widths from the look."""
        look = self._context.look
        self.zoom.restyle(look)
        self.table.setItemDelegate(CellDelegate(look, self.table))
        self.table.verticalHeader().setDefaultSectionSize(look.fonts.px(_ROW))
        for column, wide in enumerate(_COLUMNS.values()):
            if wide:
                self.table.setColumnWidth(column, look.fonts.px(wide))

    def _rows_selected(self) -> None:
        if not self._telling:
            rows = self.table.selectionModel().selectedRows()
            self.chosen.emit([self.model.record_id(index.row()) for index in rows])

    def _lay_out(self) -> None:
        self.model.show_fields(tuple(_COLUMNS))
        self.table.setModel(self.model)
        stretch = QHeaderView.ResizeMode.Stretch
        self.table.horizontalHeader().setSectionResizeMode(0, stretch)
        self.table.setAccessibleName(self.tr("Mines of the map with coordinates and precision"))
        self.addWidget(self.canvas)
        self.addWidget(self.table)
        self.zoom.move(QPoint(14, 14))
