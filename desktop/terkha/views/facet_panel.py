# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The facets at the left of a table: one list whose values are pressed to keep and to exclude."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from terkha.look.commodities import MARKS
from terkha.look.icons import ratio_of
from terkha.look.lettering import draw_line, line_width
from terkha.models.facets import FacetHeading, FacetModel, FacetMore, FacetRow
from terkha.models.roles import Index, Role
from terkha_db.vocabulary import STATUSES

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

    from terkha.look import Look

_WIDTH = 178
_MARGIN = 12
_BOX = 14
_COMMODITIES = frozenset({"commodity", "ore_of"})
_SYMBOL = 27
_GLYPH = 16
_EXCLUDED = "excluded"
_STATUSES = frozenset(choice.id for choice in STATUSES)


class FacetPanel(QListView):
    """The facets of one table; the mouse, Space and Enter press the value under them."""

    pressed_value = Signal(str, str)
    """Field and value that the reader pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facets = FacetModel(self)
        self.setModel(self._facets)
        self.setAccessibleName(self.tr("Filters of this table"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.clicked.connect(self._press)

    def facets(self) -> FacetModel:
        """Return the lines shown."""
        return self._facets

    def restyle(self, look: Look) -> None:
        """Take width, fonts and colours from the look."""
        self.setFixedWidth(look.fonts.px(_WIDTH))
        self.setItemDelegate(FacetDelegate(look, self))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first value where none was chosen before; a press chooses one itself."""
        super().focusInEvent(event)
        by_press = event.reason() == Qt.FocusReason.MouseFocusReason
        if not by_press and not self.currentIndex().isValid():
            self.setCurrentIndex(self._first())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Space or Enter; move with every other key."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._press(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _first(self) -> QModelIndex:
        rows = (self._facets.index(row) for row in range(self._facets.rowCount()))
        return next((index for index in rows if index.flags()), QModelIndex())

    def _press(self, index: QModelIndex) -> None:
        if not index.isValid() or not index.flags():
            return
        entry = index.data(Role.ENTRY)
        row = index.row()
        if isinstance(entry, FacetMore):
            self._facets.toggle_more(entry.field)
            # Opened, the line itself has become the first of the values that were left out.
            row = self._facets.row_of(entry.field, "") if entry.is_open else row
        else:
            self.pressed_value.emit(entry.field, entry.value)
            row = self._facets.row_of(entry.field, entry.value)
        if row != self.currentIndex().row():
            self.setCurrentIndex(self._facets.index(row))


class FacetDelegate(QStyledItemDelegate):
    """Paints a heading, a value with its box, mark and count, or the line that shows more."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a value, or of a heading with the room above it."""
        heading = isinstance(index.data(Role.ENTRY), FacetHeading)
        high = (30 if index.row() == 0 else 42) if heading else 25
        return QSize(self._look.fonts.px(120), self._look.fonts.px(high))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the entry."""
        painter.save()
        entry, rect = index.data(Role.ENTRY), option.rect
        theme, fonts = self._look.theme, self._look.fonts
        place = QPointF(rect.left() + fonts.px(_MARGIN), rect.bottom() - fonts.px(7))
        room = rect.width() - fonts.px(_MARGIN)
        if isinstance(entry, FacetHeading):
            painter.setPen(QColor(theme.ink3))
            draw_line(painter, place, room, entry.text, "caption-strong", fonts)
        else:
            self._ground(painter, option, entry)
            if isinstance(entry, FacetRow):
                self._value(painter, rect, entry)
            else:
                painter.setPen(QColor(theme.accent))
                more = QPointF(place.x() + fonts.px(_BOX + 8), place.y())
                draw_line(painter, more, room, str(index.data()), "caption", fonts)
            self._ring(painter, option)
        painter.restore()

    def _ground(
        self, painter: QPainter, option: QStyleOptionViewItem, entry: FacetRow | FacetMore
    ) -> None:
        theme = self._look.theme
        enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver) and enabled
        if isinstance(entry, FacetRow) and entry.state:
            painter.fillRect(self._inside(option.rect), QColor(theme.accent_soft))
        elif hovered:
            painter.fillRect(self._inside(option.rect), QColor(theme.hover))

    def _ring(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        """Draw the focus inside the edge of the line that the keyboard is on."""
        if option.state & QStyle.StateFlag.State_HasFocus:
            wide = self._look.theme.focus
            pen = QPen(QColor(self._look.theme.accent), wide)
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            half = wide // 2
            painter.drawRect(self._inside(option.rect).adjusted(half, half, -half, -half))

    def _inside(self, rect: QRect) -> QRect:
        return rect.adjusted(self._look.fonts.px(_MARGIN - 6), 0, -2, -1)

    def _value(self, painter: QPainter, rect: QRect, row: FacetRow) -> None:
        theme, fonts = self._look.theme, self._look.fonts
        dead = not row.count and not row.state
        left = float(rect.left() + fonts.px(_MARGIN))
        side = fonts.px(_BOX)
        box = QRectF(left, rect.top() + (rect.height() - 1 - side) // 2, side, side)
        self._box(painter, box, row.state, dead=dead)
        left += side + fonts.px(7)
        left += self._mark(painter, rect, left, row, dead=dead)
        count = f"{row.count:,}"
        right = rect.right() - fonts.px(8) - line_width(count, "caption", fonts)
        baseline = rect.bottom() - fonts.px(7)
        painter.setPen(QColor(theme.ink3))
        draw_line(painter, QPointF(right, baseline), 99, count, "caption", fonts)
        painter.setPen(QColor(theme.ink3 if dead else theme.ink))
        role = "dense-strong" if row.state else "dense"
        room = right - left - fonts.px(6)
        used = draw_line(painter, QPointF(left, baseline), room, row.text, role, fonts)
        if row.state == _EXCLUDED:
            middle = baseline - fonts.px(4)
            painter.drawLine(QPointF(left, middle), QPointF(left + used, middle))

    def _box(self, painter: QPainter, box: QRectF, state: str, *, dead: bool) -> None:
        """Draw the box: empty, a tick on accent for kept, a dash on the ground for excluded."""
        theme = self._look.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        kept = state == "kept"
        edge = theme.line if dead else theme.accent if state else theme.line2
        painter.setPen(QPen(QColor(edge), 1))
        painter.setBrush(QColor(theme.accent if kept else theme.raised))
        if dead:
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        if state:
            name, tone = ("check", "accent_on") if kept else ("minus", "accent")
            ratio = ratio_of(painter)
            size = round(box.width()) - 2
            picture = self._look.icons.pixmap(name, tone, size, ratio)
            painter.drawPixmap(QPointF(box.left() + 1, box.top() + 1), picture)

    def _mark(
        self, painter: QPainter, rect: QRect, left: float, row: FacetRow, *, dead: bool
    ) -> float:
        """Draw the symbol of a commodity or status; return the room it takes.

        Readers' own tables have words of their own for these; only those that are ours too have
        a symbol.
        """
        ratio, fonts = ratio_of(painter), self._look.fonts
        mark: QPixmap
        slug = row.value.lower()
        if row.field in _COMMODITIES:
            if slug not in MARKS:
                return float(fonts.px(_SYMBOL))
            mark, room = self._look.symbols.commodity(slug, "primary", ratio), _SYMBOL
        elif row.field == "status" and slug in _STATUSES:
            mark, room = self._look.symbols.status(slug, ratio), _GLYPH
        else:
            return 0.0
        size = mark.deviceIndependentSize()
        painter.setOpacity(0.45 if dead else 1.0)
        painter.drawPixmap(QPointF(left, rect.top() + (rect.height() - size.height()) / 2), mark)
        painter.setOpacity(1.0)
        return max(float(fonts.px(room)), size.width() + fonts.px(4))
