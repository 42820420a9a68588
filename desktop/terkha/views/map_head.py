# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The line above the map: what is drawn, the words box, and what can be done with the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from terkha.atlas.layers import LAYERS, layer_label
from terkha.atlas.sizes import size_label
from terkha.views.map_tools import BOX, LASSO, MEASURE
from terkha.views.parts import button, icons, label
from terkha.views.query_line import QueryLine
from terkha_db.fields import fields_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from terkha.context import Context
    from terkha.views.query_line import Complete

SIZES = ("", *(field.id for field in fields_of("mine") if field.id.startswith("resource_")))
SIZES = (*SIZES, "elevation", "works")
"""Fields that marks may be sized by."""
_NARROW = 1080


class MapHead(QWidget):
    """Title, counts, words box, Map or Table, layers, tools and export."""

    layer_switched = Signal(str, bool)
    size_chosen = Signal(str)
    tool_chosen = Signal(str)
    table_wanted = Signal(bool)
    own_table_switched = Signal(str, bool)

    def __init__(self, context: Context, complete: Complete, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._title = label(self.tr("Map"), "page-title")
        self._count = label("", "body", "ink3")
        self.words = QueryLine(context, complete, self)
        self.as_map = self._segment(self.tr("Map"))
        self.as_table = self._segment(self.tr("Table"))
        self.layers = button(self.tr("Layers"))
        self.tools = button(self.tr("Select area"))
        self.save = button(self.tr("Save search"))
        self.export = button(self.tr("Export"))
        self.drawer = button("", hint=self.tr("Show or hide key, lists and filters"))
        self._layers: dict[str, QAction] = {}
        self._sizes: dict[str, QAction] = {}
        self._own = QMenu(self.tr("Your own tables"), self)
        self._labels = {made: made.text() for made in self._buttons()}
        self._fill_layers()
        self._fill_tools()
        self._lay_out()
        self.as_map.clicked.connect(lambda: self.table_wanted.emit(False))
        self.as_table.clicked.connect(lambda: self.table_wanted.emit(True))

    def tell(self, drawn: int, matching: int, total: int, *, lensed: bool = False) -> None:
        """Say how many mines are drawn, and how many are only listed."""
        words = self.tr("%(drawn)s of %(matching)s mines drawn, %(listed)s listed at the right")
        if matching != total:
            words = self.tr("%(drawn)s of %(matching)s mines within the filters drawn")
        if lensed:
            # Of some of them only works outside the lens give a point: these are hollow.
            words = self.tr("%(drawn)s of %(matching)s mines have a point within the lens")
        shown = {"drawn": drawn, "matching": matching, "listed": matching - drawn}
        self._count.setText(words % shown)
        self.save.setEnabled(matching != total)

    def text(self) -> str:
        """Return what is said of the number of mines."""
        return self._count.text()

    def show_state(self, off: frozenset[str], size: str) -> None:
        """Tick the layers that are drawn and the field that marks are sized by."""
        for name, action in self._layers.items():
            action.setChecked(name not in off)
        self._sizes.get(size, self._sizes[""]).setChecked(True)

    def show_table(self, *, on: bool) -> None:
        """Press the segment of the table, or of the map."""
        (self.as_table if on else self.as_map).setChecked(True)

    def offer_own_tables(self, tables: Sequence[tuple[str, str]], shown: frozenset[str]) -> None:
        """Offer the reader's own tables that have points: id and name of each."""
        self._own.clear()
        self._own.setEnabled(bool(tables))
        for slug, name in tables:
            action = self._own.addAction(name)
            action.setCheckable(True)
            action.setChecked(slug in shown)
            action.toggled.connect(lambda on, slug=slug: self.own_table_switched.emit(slug, on))

    def restyle(self) -> None:
        """Take icons from the look; where there is no room, the icons stand alone."""
        names = ("map", "table", "layers", "square-dashed-mouse-pointer", "bookmark-plus")
        icons(
            self._context.look,
            *zip(self._buttons(), (*names, "download"), strict=True),
        )
        icons(self._context.look, (self.drawer, "panel-right"))
        narrow = self.width() < self._context.look.fonts.px(_NARROW)
        self._count.setVisible(not narrow)
        for made, words in self._labels.items():
            made.setText("" if narrow else words)
            made.setAccessibleName(words)
            made.setToolTip(words)

    def _buttons(self) -> tuple[QPushButton, ...]:
        return (self.as_map, self.as_table, self.layers, self.tools, self.save, self.export)

    def _segment(self, text: str) -> QPushButton:
        made = button(text, "segment")
        made.setCheckable(True)
        made.setAutoExclusive(True)
        return made

    def _fill_layers(self) -> None:
        menu = QMenu(self)
        for layer in LAYERS:
            action = menu.addAction(layer_label(layer))
            action.setCheckable(True)
            action.toggled.connect(lambda on, name=layer.id: self.layer_switched.emit(name, on))
            self._layers[layer.id] = action
        sizes = menu.addMenu(self.tr("Size of the marks"))
        group = QActionGroup(self)
        for name in SIZES:
            action = sizes.addAction(size_label(name) or self.tr("All alike"))
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(lambda _=False, name=name: self.size_chosen.emit(name))
            self._sizes[name] = action
        menu.addMenu(self._own)
        self.layers.setMenu(menu)

    def _fill_tools(self) -> None:
        menu = QMenu(self)
        for tool, words in (
            (BOX, self.tr("Select in a box (Shift and drag)")),
            (LASSO, self.tr("Select with a line drawn around")),
            (MEASURE, self.tr("Measure a distance; double click ends it")),
        ):
            menu.addAction(words, lambda tool=tool: self.tool_chosen.emit(tool))
        self.tools.setMenu(menu)

    def _lay_out(self) -> None:
        words = self.tr("Find on the map")
        self.words.setPlaceholderText(words)
        self.words.setAccessibleName(words)
        self.words.setToolTip(
            self.tr("Words in any spelling, or a query such as commodity:copper elevation>4500")
        )
        self.words.setClearButtonEnabled(True)
        self.words.setMinimumWidth(130)
        self.words.setMaximumWidth(220)
        self.as_map.setChecked(True)
        line = QHBoxLayout(self)
        line.setContentsMargins(20, 10, 16, 10)
        line.setSpacing(8)
        line.addWidget(self._title)
        line.addSpacing(4)
        line.addWidget(self._count)
        line.addStretch(1)
        for widget in (self.words, *self._buttons(), self.drawer):
            line.addWidget(widget)
