# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Which columns a table shows, how wide, and what it is sorted by; remembered between starts."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from terkha.context import Context
    from terkha.models.columns import ColumnModel, ColumnSpec
    from terkha.views.pinned import PinnedTable

# From this width on a column holds words: it takes what room is left, and gives most of itself.
_LOOSE = 140
_LEAST = 0.55
# What wide columns give of their width where there is too little room; narrow ones and the words
# of a status are no use cut short.
_GIVE = 0.15
_WIDE = 100


class Columns(QObject):
    """The columns of one table as the reader has them."""

    sorted_anew = Signal()
    """The rows stand in another order."""

    def __init__(self, context: Context, table: PinnedTable, model: ColumnModel) -> None:
        super().__init__(table)
        self._context = context
        self._table = table
        self._model = model
        self._name = model.layout_name
        self._by_hand = False
        header = table.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(
            lambda place: self.choose(header.mapToGlobal(place))
        )
        header.sectionClicked.connect(self._sort_by)
        header.sectionMoved.connect(self._keep)
        header.sectionResized.connect(self._keep_widths)
        table.resized.connect(lambda: QTimer.singleShot(0, self, self.fit))

    def choose(self, place: QPoint) -> None:
        """Let the reader tick columns in a menu at a place of the screen."""
        menu = QMenu(self._table)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown = {spec.id for spec in self._model.shown()}
        for field in self._model.columns():
            action = QAction(field.label.replace("&", "&&"), menu)
            action.setToolTip(field.help)
            action.setCheckable(True)
            action.setChecked(field.id in shown)
            action.setEnabled(field.id != "title")
            action.toggled.connect(lambda on, name=field.id: self.toggle(name, on=on))
            menu.addAction(action)
        menu.setToolTipsVisible(True)
        menu.addSeparator()
        menu.addAction(self.tr("Standard columns"), self.reset)
        menu.popup(place)

    def toggle(self, name: str, *, on: bool) -> None:
        """Show a column or take it out."""
        ids = [field.id for field in self._in_visual_order()]
        ids = [*ids, name] if on else [other for other in ids if other != name]
        order = [field.id for field in self._model.columns()]
        if on and ids[:-1] == sorted(ids[:-1], key=order.index):
            ids.sort(key=order.index)
        self._show(ids)
        self._keep()

    def reset(self) -> None:
        """Show the columns and widths that the table came with."""
        self._by_hand = False
        self._show([field.id for field in self._model.columns() if field.shown])
        self._keep()
        self.fit()

    def recall(self) -> None:
        """Show columns, widths and order as they were kept."""
        kept = self._context.settings.layout(self._name)
        known = {field.id for field in self._model.columns()}
        columns = [name for name in kept.get("columns", []) if name in known]
        self._show(columns or [field.id for field in self._model.shown()])
        widths = kept.get("widths", {})
        self._by_hand = bool(widths)
        header = self._table.horizontalHeader()
        header.blockSignals(True)
        for column, field in enumerate(self._model.shown()):
            header.resizeSection(column, widths.get(field.id) or self._standard(field))
        header.blockSignals(False)
        order = [(name, bool(down)) for name, down in kept.get("order", []) if name in known]
        if order:
            self._model.sort_by(order)
        self._show_order()

    def fit(self) -> None:
        """Share what room is left, or lacking, among the columns that hold words."""
        if self._context.settings.layout(self._name).get("widths"):
            return
        fields = self._model.shown()
        if not fields:
            return
        widths = [self._standard(field) for field in fields]
        loose = [n for n, field in enumerate(fields) if field.width >= _LOOSE] or [0]
        room = self._table.viewport().width()
        extra, wordy = room - sum(widths), sum(widths[n] for n in loose)
        for column in loose:
            width = widths[column]
            less = max(_LEAST, 1 + extra / wordy) if self._model.shrinks else 1
            widths[column] = width + extra // len(loose) if extra > 0 else int(width * less)
        if self._model.shrinks and (lacking := sum(widths) - room) > 0:
            firm = [
                n
                for n, field in enumerate(fields)
                if n not in loose and field.width >= _WIDE and not field.is_firm
            ]
            give = min(_GIVE, lacking / max(1, sum(widths[n] for n in firm)))
            for column in firm:
                widths[column] -= math.ceil(widths[column] * give)
        header = self._table.horizontalHeader()
        header.blockSignals(True)
        for column, width in enumerate(widths):
            header.resizeSection(column, width)
        header.blockSignals(False)
        self._table.updateGeometries()
        self._table.viewport().update()

    def _standard(self, field: ColumnSpec) -> int:
        return self._context.look.fonts.px(field.width)

    def _sort_by(self, column: int) -> None:
        """Sort by a column; with Shift after the columns that rows are sorted by already."""
        shift = Qt.KeyboardModifier.ShiftModifier
        if QGuiApplication.keyboardModifiers() & shift:
            self._model.sort_also(column)
        else:
            again = self._model.order == ((self._model.shown()[column].id, False),)
            down = Qt.SortOrder.DescendingOrder if again else Qt.SortOrder.AscendingOrder
            self._model.sort(column, down)
        self._show_order()
        self._keep()
        self.sorted_anew.emit()

    def _show_order(self) -> None:
        ids = [field.id for field in self._model.shown()]
        first = self._model.order[0] if self._model.order else ("", False)
        column = ids.index(first[0]) if first[0] in ids else -1
        down = Qt.SortOrder.DescendingOrder if first[1] else Qt.SortOrder.AscendingOrder
        self._table.show_order(column, down)

    def _show(self, ids: list[str]) -> None:
        widths = {
            field.id: self._table.columnWidth(column)
            for column, field in enumerate(self._model.shown())
        }
        header = self._table.horizontalHeader()
        header.blockSignals(True)
        self._model.show_fields(ids)
        for column, field in enumerate(self._model.shown()):
            header.resizeSection(column, widths.get(field.id) or self._standard(field))
            visual = header.visualIndex(column)
            if visual != column:
                header.moveSection(visual, column)
        header.blockSignals(False)
        self._show_order()

    def _in_visual_order(self) -> list[ColumnSpec]:
        header = self._table.horizontalHeader()
        shown = self._model.shown()
        return [shown[column] for column in sorted(range(len(shown)), key=header.visualIndex)]

    def _keep_widths(self) -> None:
        """Remember widths that the reader set by hand."""
        self._by_hand = True
        self._keep()

    def _keep(self) -> None:
        widths = {
            field.id: self._table.columnWidth(column)
            for column, field in enumerate(self._model.shown())
        }
        self._context.settings.keep_layout(
            self._name,
            {
                "columns": [field.id for field in self._in_visual_order()],
                "widths": widths if self._by_hand else {},
                "order": [list(key) for key in self._model.order],
            },
        )
