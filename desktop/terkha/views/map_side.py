# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Beside the map: what its marks mean, its filters, what is chosen, and what cannot be placed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from terkha.atlas.key import Entry, draw_row, row_height, rows_of, sign_entries, size_entries
from terkha.atlas.sizes import size_words
from terkha.charts.canvas import PainterCanvas
from terkha.look.commodities import FAMILIES, FAMILY_BY_ID
from terkha.models.sites import Site, by_province
from terkha.views.facet_panel import FacetPanel
from terkha.views.parts import button, icons, label, part, rule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from terkha.atlas.scene import Scene
    from terkha.context import Context
    from terkha.look import Look

_WIDTH = 316
_COLUMN = 24
_ID = Qt.ItemDataRole.UserRole
_CENTRE = Qt.AlignmentFlag.AlignCenter


class MapSide(QWidget):
    """Key and filters in turn; below the key, lists whose entries open their record."""

    opened = Signal(str)
    """Id of the record to open."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._key_button = self._segment(self.tr("Key and lists"))
        self._filter_button = self._segment(self.tr("Filters"))
        self.facets = FacetPanel(self)
        self.list = SiteTree(self)
        self._key = MapKey(context, self)
        self._chosen = label("", "strong")
        self.show_in_table = button(self.tr("Show in table"))
        self.cite = button(self.tr("Cite"))
        self.export = button(self.tr("Export"))
        self._doing = QWidget(self)
        self._stack = QStackedWidget(self)
        self.list.opened.connect(self.opened)
        self._lay_out()

    def show_key(self, scene: Scene) -> None:
        """Say what the marks of a scene mean."""
        self._key.show_scene(scene)

    def show_scene(self, scene: Scene, chosen: Sequence[Site]) -> None:
        """List what is chosen, and of the sites within the filters those that have no point."""
        inside = [site for site in scene.sites if site.id not in scene.outside]
        self._key.count(inside)
        self.show_key(scene)
        self._chosen.setText(self.tr("%n mine(s) selected", "", len(chosen)))
        self._doing.setVisible(bool(chosen))
        self.list.show_sites(chosen, [site for site in inside if not site.is_placed])

    def show_filters(self, *, on: bool) -> None:
        """Show the filters, or key and lists."""
        self._stack.setCurrentIndex(int(on))
        (self._filter_button if on else self._key_button).setChecked(True)

    def restyle(self) -> None:
        """Take widths, icons and symbols from the look."""
        look = self._context.look
        self.setFixedWidth(look.fonts.px(_WIDTH))
        self.facets.restyle(look)
        self.facets.setFixedWidth(look.fonts.px(_WIDTH))
        self._key.restyle()
        self.list.restyle(look)
        icons(look, (self.show_in_table, "table"), (self.cite, "quote"), (self.export, "download"))

    def _segment(self, text: str) -> QPushButton:
        made = button(text, "segment")
        made.setCheckable(True)
        return made

    def _lay_out(self) -> None:
        part(self, "page")
        group = QButtonGroup(self)
        top = QHBoxLayout()
        top.setContentsMargins(16, 8, 16, 8)
        for made, on in ((self._key_button, False), (self._filter_button, True)):
            group.addButton(made)
            top.addWidget(made)
            made.clicked.connect(lambda _=False, on=on: self.show_filters(on=on))
        top.addStretch(1)
        self._key_button.setChecked(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        for made in (self.show_in_table, self.cite, self.export):
            buttons.addWidget(made)
        buttons.addStretch(1)
        doing = QVBoxLayout(self._doing)
        doing.setContentsMargins(0, 6, 0, 6)
        doing.addWidget(self._chosen)
        doing.addLayout(buttons)
        lists = QWidget()
        below = QVBoxLayout(lists)
        below.setContentsMargins(16, 4, 8, 0)
        below.setSpacing(4)
        below.addWidget(self._key)
        below.addWidget(self._doing)
        below.addWidget(rule())
        below.addWidget(self.list, 1)
        self._stack.addWidget(lists)
        self._stack.addWidget(self.facets)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self._stack, 1)


class MapKey(QWidget):
    """What filled, outlined and dashed marks mean, how many of each, and the families."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._marks = {name: QLabel() for name in ("site", "locality", "county")}
        self._counts = {name: label("", "body", "ink3") for name in self._marks}
        self._families = {family.id: QLabel() for family in FAMILIES}
        words = {
            "site": self.tr("Site: the point is the mine"),
            "locality": self.tr("Locality: within some kilometres"),
            "county": self.tr("County: the seat, not the mine"),
        }
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 8, 4)
        layout.setSpacing(4)
        layout.addWidget(label(self.tr("How sure is the point?"), "caption-strong", "ink3"))
        precision = self._grid(layout)
        for row, name in enumerate(self._marks):
            precision.addWidget(self._marks[name], row, 0, _CENTRE)
            precision.addWidget(label(words[name]), row, 1)
            precision.addWidget(self._counts[name], row, 2, Qt.AlignmentFlag.AlignRight)
        title = self.tr("Colour and shape: first commodity")
        layout.addWidget(label(title, "caption-strong", "ink3"))
        families = self._grid(layout)
        for number, family in enumerate(FAMILIES):
            row, column = number % 5, 2 * (number // 5)
            families.addWidget(self._families[family.id], row, column, _CENTRE)
            families.addWidget(label(self.tr(family.label), "caption"), row, column + 1)
        families.setColumnStretch(3, 1)
        self.signs = KeyRows(context, self)
        self.size_said = label("", "caption", "ink2", wrap=True)
        self.sizes = KeyRows(context, self)
        for part_of_it in (self.signs, self.size_said, self.sizes):
            part_of_it.hide()
            layout.addWidget(part_of_it)

    def _grid(self, layout: QVBoxLayout) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(0, self._context.look.fonts.px(_COLUMN))
        grid.setColumnStretch(1, 1)
        layout.addLayout(grid)
        return grid

    def count(self, sites: Sequence[Site]) -> None:
        """Say how many sites there are of each precision."""
        for name, shown in self._counts.items():
            shown.setText(str(sum(site.precision == name for site in sites)))

    def show_scene(self, scene: Scene) -> None:
        """Say what the other signs mean, and the size of marks; nothing where all are alike."""
        words = size_words(scene.sites, scene.size)
        self.size_said.setText(words)
        self.size_said.setVisible(bool(words))
        self.signs.show_rows([[entry] for entry in sign_entries(scene)])
        fonts = self._context.look.fonts
        self.sizes.show_rows(rows_of(fonts, size_entries(scene), fonts.px(_WIDTH - 28)))

    def restyle(self) -> None:
        """Paint the marks in the look as it is now."""
        symbols, ratio = self._context.look.symbols, self.devicePixelRatioF()
        for name, shown in self._marks.items():
            shown.setPixmap(symbols.precision(name, FAMILY_BY_ID["copper"], ratio))
        for family in FAMILIES:
            self._families[family.id].setPixmap(symbols.family(family, dpr=ratio))


class KeyRows(QWidget):
    """Marks as the map draws them, each with its words."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._rows: list[list[Entry]] = []

    def show_rows(self, rows: list[list[Entry]]) -> None:
        """Show other entries; none hide the widget."""
        self._rows = rows
        fonts = self._context.look.fonts
        self.setFixedHeight(round(sum(row_height(fonts, row) for row in rows)))
        self.setVisible(bool(rows))
        self.setAccessibleName("; ".join(entry.words for row in rows for entry in row))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows below one another."""
        look = self._context.look
        painter = QPainter(self)
        canvas = PainterCanvas(painter, look.theme, look.fonts)
        y = 0.0
        for row in self._rows:
            column = look.fonts.px(_COLUMN) - 1 if len(row) == 1 else 0
            high = row_height(look.fonts, row)
            draw_row(canvas, row, 0, y + high / 2, column)
            y += high


class SiteTree(QTreeWidget):
    """Sites under headings; Enter and double click open one."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strong = QFont()
        self._faint = QBrush()
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIndentation(10)
        self.setUniformRowHeights(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.setAccessibleName(self.tr("Mines selected, and mines without a point"))
        self.itemActivated.connect(self._open)

    def restyle(self, look: Look) -> None:
        """Take the font of headings and the tone of counties from the look."""
        self._strong = look.fonts.font("strong")
        self._faint = QBrush(QColor(look.theme.ink3))

    def show_sites(self, chosen: Sequence[Site], unplaced: Sequence[Site]) -> None:
        """List the sites chosen, then those without a point by province."""
        self.clear()
        if chosen:
            self._add(self.tr("Selected"), chosen, self)
        words = self.tr("Not placed: %n; no source gives a point", "", len(unplaced))
        top = self._heading(words, self)
        for province, sites in by_province(unplaced).items():
            self._add(province or self.tr("Province not stated"), sites, top)
        if not unplaced:
            self._heading(self.tr("All mines within the filters have a point"), top)
        self.expandAll()

    def _add(
        self, heading: str, sites: Sequence[Site], parent: QTreeWidget | QTreeWidgetItem
    ) -> None:
        group = self._heading(f"{heading}  {len(sites)}", parent)
        for site in sites:
            county = site.text("county") or self.tr("county not stated")
            item = QTreeWidgetItem(group, [site.title, county])
            item.setData(0, _ID, site.id)
            item.setToolTip(0, f"{site.title} {site.second}".strip())
            item.setToolTip(1, county)
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            item.setForeground(1, self._faint)

    def _heading(self, words: str, parent: QTreeWidget | QTreeWidgetItem) -> QTreeWidgetItem:
        made = QTreeWidgetItem(parent, [words])
        made.setFlags(Qt.ItemFlag.ItemIsEnabled)
        made.setFirstColumnSpanned(True)
        made.setFont(0, self._strong)
        return made

    def _open(self, item: QTreeWidgetItem) -> None:
        record = item.data(0, _ID)
        if record:
            self.opened.emit(record)
