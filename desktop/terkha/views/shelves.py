# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The shelves at the left of the library page: chosen, dropped on, renamed and removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
)
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from terkha.look.lettering import draw_line, line_width
from terkha.models.library import LINKS_MIME, links_in
from terkha.models.roles import Index, Role
from terkha.models.shelves import Shelf, ShelfLine, ShelvesModel, Sort

if TYPE_CHECKING:
    from terkha.look import Look

_LINE = 30
_HEADING = 34
_INDENT = 18


class ShelvesList(QListView):
    """Tells which shelf is chosen, and what is dropped on one."""

    chosen = Signal(object)
    """The Shelf that is chosen now."""
    links_dropped = Signal(list, object)
    """Links, and the Shelf they were dropped on."""
    shelf_moved = Signal(object, object)
    """A collection, and the collection it was dropped on; None for the outermost place."""
    rename_wanted = Signal()
    removal_wanted = Signal()

    def __init__(self, model: ShelvesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelves = model
        self._dragged: Shelf | None = None
        self.under = -1
        """The row of the shelf that would take what is dragged now; -1 if there is none."""
        self.setModel(model)
        self.setAccessibleName(self.tr("Shelves"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QListView.DragDropMode.DragDrop)
        self.selectionModel().currentChanged.connect(self._tell)

    def shelf(self) -> Shelf | None:
        """Return the shelf chosen."""
        return self._shelves.shelf(self.currentIndex().row())

    def reload(self, shelf: Shelf) -> None:
        """Read the shelves again; ``shelf`` is chosen as before, or the first if it is gone."""
        self.selectionModel().blockSignals(True)
        self._shelves.reload()
        self.choose(shelf)
        self.selectionModel().blockSignals(False)
        self.viewport().update()

    def choose(self, shelf: Shelf) -> None:
        """Choose a shelf, or the first one if it is gone."""
        row = max(0, self._shelves.row_of(shelf))
        self.setCurrentIndex(self._shelves.index(row))

    def restyle(self, look: Look) -> None:
        """Take fonts and colours from the look."""
        self.setItemDelegate(ShelfDelegate(look, self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Rename with F2 and remove with Delete; leave every other key to the list."""
        if event.key() == Qt.Key.Key_F2:
            self.rename_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.removal_wanted.emit()
        else:
            super().keyPressEvent(event)

    # Dragging

    def startDrag(self, actions: Qt.DropAction) -> None:  # noqa: N802 - Qt calls it
        """Remember which collection is moved."""
        self._dragged = self.shelf()
        super().startDrag(actions)
        self._dragged = None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let links and collections in."""
        if event.mimeData().hasFormat(LINKS_MIME) or self._dragged is not None:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Mark the shelf that would take what is dragged."""
        over = self._over(event.position())
        if self._may_drop(over):
            self._mark(over.row())
            event.acceptProposedAction()
        else:
            self._mark(-1)
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Mark nothing any more."""
        self._mark(-1)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell what was dropped where."""
        over = self._over(event.position())
        target = self._shelves.shelf(over.row())
        self._mark(-1)
        if not self._may_drop(over):
            return
        event.acceptProposedAction()
        if self._dragged is not None:
            self.shelf_moved.emit(self._dragged, target)
        elif target is not None:
            self.links_dropped.emit(links_in(event.mimeData()), target)

    def _mark(self, row: int) -> None:
        self.under = row
        self.viewport().update()

    def _over(self, place: QPointF) -> QModelIndex:
        return self.indexAt(place.toPoint())

    def _may_drop(self, over: QModelIndex) -> bool:
        target = self._shelves.shelf(over.row()) if over.isValid() else None
        if self._dragged is None:
            return target is not None and target.takes
        inside = target is not None and f"{target.name}/".startswith(f"{self._dragged.name}/")
        return (target is None or target.sort is Sort.COLLECTION) and not inside

    def _tell(self, now: QModelIndex) -> None:
        shelf = self._shelves.shelf(now.row())
        if shelf is not None:
            self.chosen.emit(shelf)


class ShelfDelegate(QStyledItemDelegate):
    """Paints a shelf with its icon and count, or a heading."""

    def __init__(self, look: Look, shelves: ShelvesList) -> None:
        super().__init__(shelves)
        self._look = look
        self._list = shelves

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a line, or of a heading with the room above it."""
        line: ShelfLine = index.data(Role.ENTRY)
        return QSize(120, self._look.fonts.px(_HEADING if line.shelf is None else _LINE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the line."""
        theme, fonts, rect = self._look.theme, self._look.fonts, option.rect
        line: ShelfLine = index.data(Role.ENTRY)
        painter.save()
        if line.shelf is None:
            painter.setPen(QColor(theme.ink3))
            start = QPointF(rect.left() + fonts.px(10), rect.bottom() - fonts.px(9))
            draw_line(painter, start, rect.width(), line.text, "caption-strong", fonts)
            painter.restore()
            return
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if selected or hovered:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent_soft if selected else theme.hover))
            painter.drawRoundedRect(rect.adjusted(2, 1, -2, -1), 4, 4)
        if option.state & QStyle.StateFlag.State_HasFocus or index.row() == self._list.under:
            painter.setPen(QColor(theme.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(2, 1, -3, -2), 4, 4)
        self._draw(painter, rect, line, selected=selected)
        painter.restore()

    def _draw(self, painter: QPainter, rect: QRect, line: ShelfLine, *, selected: bool) -> None:
        theme, fonts = self._look.theme, self._look.fonts
        baseline = rect.top() + fonts.px(20)
        left = rect.left() + fonts.px(10 + _INDENT * line.depth)
        size = fonts.px(17)
        icon = self._look.icons.icon(line.icon, "accent" if selected else "ink2")
        icon.paint(painter, QRect(left, rect.top() + (rect.height() - size) // 2, size, size))
        count = "" if line.count is None else f"{line.count:,}"
        width = line_width(count, "caption", fonts) if count else 0
        right = rect.right() - fonts.px(12) - width
        painter.setPen(QColor(theme.ink3))
        if count:
            draw_line(painter, QPointF(right, baseline), width + 1, count, "caption", fonts)
        painter.setPen(QColor(theme.ink))
        start = QPointF(left + fonts.px(26), baseline)
        role = "strong" if selected else "body"
        draw_line(painter, start, right - start.x() - fonts.px(8), line.text, role, fonts)
