# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The list of charts, by group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from terkha.charts import entries, family_of
from terkha.charts.this_table import FROM_TABLE, TABLE, TABLE_TITLE
from terkha.charts.words import translate
from terkha.look.lettering import draw_line
from terkha.models.roles import Index
from terkha.views.parts import label

if TYPE_CHECKING:
    from collections.abc import Callable

    from terkha.look import Look

_ID = Qt.ItemDataRole.UserRole
_LINE = 31
_HEADING = 36
_PADDING = 12
_EDGE = 3

_State = QStyle.StateFlag


class ChartList(QWidget):
    """Lists the charts under the names of their groups, families as one; marks the one shown."""

    chosen = Signal(str)
    """Id of the chart that the reader wants to see."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = QListWidget(self)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setMouseTracking(True)
        self._list.setItemDelegate(_Entries(look, self._list))
        self._list.setAccessibleName(self.tr("Charts"))
        self.setFocusProxy(self._list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 16, 8, 12)
        heading = label(self.tr("Charts"), "page-title")
        heading.setContentsMargins(_PADDING, 0, 0, 0)
        layout.addWidget(heading)
        layout.addWidget(self._list, 1)
        self._fill()
        # A list with no entry chosen chooses its first one when the keyboard comes to it.
        self._list.setCurrentRow(1)
        self._list.currentItemChanged.connect(self._tell)
        look.changed.connect(self._list.doItemsLayout)

    def mark(self, chart_id: str) -> None:
        """Mark the chart shown, or its family, without telling anybody.

        The chart of a table is listed from the time that there is one.
        """
        listed = {chart_id, *(chart.id for chart in family_of(chart_id))}
        self._list.blockSignals(True)
        if chart_id == TABLE and TABLE not in self.ids():
            self._add_group(FROM_TABLE)
            self._add(TABLE, TABLE_TITLE, "")
        for row in range(self._list.count()):
            if self._list.item(row).data(_ID) in listed:
                self._list.setCurrentRow(row)
        self._list.blockSignals(False)

    def ids(self) -> list[str]:
        """Return the ids of the charts listed, in order."""
        items = [self._list.item(row) for row in range(self._list.count())]
        return [item.data(_ID) for item in items if item.data(_ID)]

    def _fill(self) -> None:
        group = ""
        for chart in entries():
            if chart.group != group:
                group = chart.group
                self._add_group(group)
            self._add(chart.id, chart.family or chart.title, chart.help)

    def _add_group(self, group: str) -> None:
        heading = QListWidgetItem(translate("Charts", group), self._list)
        heading.setFlags(Qt.ItemFlag.NoItemFlags)

    def _add(self, chart_id: str, title: str, hint: str) -> None:
        item = QListWidgetItem(translate("Charts", title), self._list)
        item.setData(_ID, chart_id)
        item.setToolTip(translate("Charts", hint) if hint else "")

    def _tell(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(_ID):
            self.chosen.emit(item.data(_ID))


def menu_of_charts(parent: QWidget, chosen: Callable[[str], None]) -> QMenu:
    """Return a menu of the same charts; ``chosen`` gets the id of one."""
    menu = QMenu(parent)
    for chart in entries():
        title = translate("Charts", chart.family or chart.title)
        menu.addAction(title, lambda chart=chart.id: chosen(chart))
    return menu


class _Entries(QStyledItemDelegate):
    """Paints a chart as one line, and the name of a group above its charts."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of one line."""
        return QSize(0, self._look.fonts.px(_LINE if index.data(_ID) else _HEADING))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground, edge and text."""
        theme, fonts = self._look.theme, self._look.fonts
        rect = QRectF(option.rect)
        state = option.state
        is_chart = bool(index.data(_ID))
        if is_chart and state & _State.State_Selected:
            painter.fillRect(rect, QColor(theme.accent_soft))
            edge = QRectF(rect.left(), rect.top(), fonts.px(_EDGE), rect.height())
            painter.fillRect(edge, QColor(theme.accent))
        elif is_chart and state & _State.State_MouseOver:
            painter.fillRect(rect, QColor(theme.hover))
        if state & _State.State_HasFocus:
            half = theme.focus / 2
            painter.setPen(QColor(theme.accent))
            painter.drawRect(rect.adjusted(half, half, -half, -half))
        role = "body" if is_chart else "caption-strong"
        capital = QFontMetricsF(fonts.font(role)).capHeight()
        middle = rect.center().y() if is_chart else rect.bottom() - fonts.px(10)
        left = rect.left() + fonts.px(_PADDING)
        painter.setPen(QColor(theme.ink if is_chart else theme.ink3))
        words = str(index.data(Qt.ItemDataRole.DisplayRole))
        room = rect.right() - left - fonts.px(4)
        draw_line(painter, QPointF(left, middle + capital / 2), room, words, role, fonts)
