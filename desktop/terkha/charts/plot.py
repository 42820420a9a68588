# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A picture on screen: zoom, hover, selection and keys. The only module that uses pyqtgraph."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QToolTip, QWidget

from terkha.charts.base import Shape
from terkha.charts.brush import Brush
from terkha.charts.canvas import PainterCanvas
from terkha.charts.draw import draw_plot
from terkha.charts.frame import Frame, frame_of, most_height, natural_height
from terkha.charts.place import Placed, mark_at, place_marks
from terkha.charts.rings import Rings, paint_rings
from terkha.charts.steps import step
from terkha.charts.words import alternative, hint, sentence

if TYPE_CHECKING:
    from terkha.charts.base import Picture
    from terkha.look import Look

_EDGE = 6
_REACH = 10
_ZOOM = 1.25
_FARTHEST = 40
_UNBOUND = 16_777_215  # pixels: the most that Qt lets a widget be high
_STEPS = {
    Qt.Key.Key_Right: "next",
    Qt.Key.Key_Left: "previous",
    Qt.Key.Key_Down: "below",
    Qt.Key.Key_Up: "above",
    Qt.Key.Key_Home: "first",
    Qt.Key.Key_End: "last",
}
_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_OPENERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PlotView(pg.GraphicsView):  # type: ignore[misc]
    """Shows one picture; marks are reached by mouse and keys, Enter opens what is selected."""

    selected = Signal(int)
    """Number of the mark selected by the reader, -1 for none."""
    opened = Signal(int)
    """Number of the mark that the reader wants to see the record of."""
    reached = Signal(QRect)
    """Where the mark is that a key has led to, in pixels of this widget."""
    dispute_asked = Signal(int)
    """Number of the mark whose dispute the reader wants to see."""
    brushed = Signal(object, bool)
    """The marks that were brushed, and whether they join those selected."""

    # The view is resized while its base class is being made, before there is a picture.
    _picture: Picture | None = None

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=None)
        self._look = look
        self._whole: Frame | None = None
        self._chosen = -1
        self._pointed = -1
        self._by_keyboard = False
        self._brush = Brush(self)
        self._records: frozenset[str] = frozenset()
        self._box = pg.ViewBox(enableMenu=False, defaultPadding=0)
        self._box.setMouseEnabled(x=False, y=False)
        self._drawing = _Drawing(self)
        self._overlay = _Overlay(self)
        for item in (self._box, self._drawing, self._overlay):
            self.addItem(item)
        self._box.sigXRangeChanged.connect(self._redraw)
        self.scene().sigMouseMoved.connect(self._point)
        self.scene().sigMouseClicked.connect(self._click)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        look.changed.connect(self.restyle)
        self.restyle()

    # What is shown

    @property
    def picture(self) -> Picture | None:
        """The picture shown."""
        return self._picture

    def show_picture(self, picture: Picture) -> None:
        """Show a picture whole, with no mark selected."""
        self._picture = picture
        self._chosen = self._pointed = -1
        self.setAccessibleName(alternative(picture))
        self.setAccessibleDescription(
            self.tr("Arrow keys go through the marks; Ctrl+Shift+T shows the numbers as a table.")
        )
        fonts = self._look.fonts
        self.setMaximumHeight(_UNBOUND)  # never less than the least height, even for a moment
        self.setMinimumHeight(round(natural_height(picture, fonts)))
        self.setMaximumHeight(round(most_height(picture, fonts) or _UNBOUND))
        self._lay_out()

    def select(self, number: int) -> None:
        """Select a mark, or none with -1, without telling anybody."""
        marks = self._picture.marks if self._picture else ()
        self._chosen = number if 0 <= number < len(marks) else -1
        if self._chosen >= 0:
            self.setAccessibleDescription(sentence(marks[self._chosen]))
        self._overlay.update()

    def show_records(self, records: frozenset[str]) -> None:
        """Ring the marks of these records: they are selected here or elsewhere."""
        self._records = records
        self._overlay.update()

    @property
    def chosen(self) -> int:
        """The number of the mark selected, -1 for none."""
        return self._chosen

    def frame_shown(self) -> Frame | None:
        """Return where the plot and its axes are now."""
        if self._picture is None or self._whole is None:
            return None
        (low, high), _ = self._box.viewRange()
        if self._picture.x.log:
            low, high = 10**low, 10**high
        return self._whole.zoomed(self._picture, low, high, self._look.fonts)

    def placed(self) -> tuple[Placed, ...]:
        """Return where every mark is now, shown or not."""
        frame = self.frame_shown()
        if self._picture is None or frame is None:
            return ()
        return place_marks(self._picture, frame, self._look.fonts)

    def zoom(self, factor: float) -> None:
        """Show more (below 1) or less of the value axis; 0 shows it whole."""
        if not self._can_zoom():
            return
        if factor == 0 and self._whole is not None:
            self._show_range(self._whole)
        else:
            self._box.scaleBy((factor, 1))

    def restyle(self) -> None:
        """Take colours and fonts from the look."""
        self.setBackground(QColor(self._look.theme.surface))
        if self._picture is not None:
            self.show_picture_again()

    def show_picture_again(self) -> None:
        """Lay the picture out anew and keep the selection."""
        chosen, picture = self._chosen, self._picture
        if picture is not None:
            self.show_picture(picture)
            self.select(chosen)

    # Painting

    def paint_picture(self, painter: QPainter) -> None:
        """Draw the picture in pixels of this widget."""
        frame = self.frame_shown()
        if self._picture is not None and frame is not None:
            draw_plot(
                PainterCanvas(painter, self._look.theme, self._look.fonts), self._picture, frame
            )

    def paint_selection(self, painter: QPainter) -> None:
        """Draw rings around the marks selected and pointed at, and the focus around all."""
        theme = self._look.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        numbers = Rings(self._pointed, self._chosen, self._records)
        paint_rings(painter, theme, self.placed(), numbers)
        self._brush.paint(painter, theme)
        # With a mark selected its ring is the focus; who came by mouse needs neither.
        if self._by_keyboard and self.hasFocus() and self._chosen < 0:
            half = theme.focus / 2
            painter.setPen(QPen(QColor(theme.accent), theme.focus))
            painter.drawRect(QRectF(self.viewport().rect()).adjusted(half, half, -half, -half))

    # Events

    def sizeHint(self) -> QSize:
        """Return the least size at which the picture reads well."""
        return QSize(self.minimumWidth(), self.minimumHeight())

    def close(self) -> bool:
        """Close as any widget does; pyqtgraph's own way deletes what is still being painted."""
        return bool(QWidget.close(self))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the picture out for the new size."""
        super().resizeEvent(event)
        if self._picture is not None:
            self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the marks with the arrow keys; Enter opens, D shows the dispute.

        With Shift held, the records of the marks gone through are selected as well.
        """
        key = Qt.Key(event.key())
        if key in _STEPS and self._picture is not None and self._picture.marks:
            self._choose(step(self._picture, self._chosen, _STEPS[key]))
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.brushed.emit([self._picture.marks[self._chosen]], True)
            self.reached.emit(self.placed()[self._chosen].box.toAlignedRect())
        elif key in _OPENERS and self._chosen >= 0:
            self.opened.emit(self._chosen)
        elif key == Qt.Key.Key_D and self._chosen >= 0 and not event.modifiers():
            self.dispute_asked.emit(self._chosen)
        elif key == Qt.Key.Key_Escape and self._chosen >= 0:
            self._choose(-1)
        elif event.text() in ("+", "-", "0"):
            self.zoom({"+": 1 / _ZOOM, "-": _ZOOM, "0": 0}[event.text()])
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl held; leave the wheel to the page otherwise."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press, for a click or a brush may end it."""
        self._brush.press(event)
        super().mousePressEvent(event)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the brush while the left button is held; otherwise point."""
        if self._brush.move(event):
            self._overlay.update()
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Select what was brushed."""
        area = self._brush.release()
        super().mouseReleaseEvent(event)
        event.accept()
        if area is not None:
            inside = [one.mark for one in self.placed() if area.contains(one.centre)]
            joins = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.brushed.emit(inside, joins)
            self._overlay.update()

    def leaveEvent(self, event: QMouseEvent) -> None:
        """Point at nothing."""
        super().leaveEvent(event)
        self._set_pointed(-1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus ring to those who came by keyboard."""
        super().focusInEvent(event)
        self._by_keyboard = event.reason() in _KEYBOARD
        self._overlay.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the focus ring away."""
        super().focusOutEvent(event)
        self._overlay.update()

    # Within

    def _lay_out(self) -> None:
        if self._picture is None:
            return
        area = QRectF(self.viewport().rect()).adjusted(_EDGE, 0, -_EDGE, 0)
        self._whole = frame_of(self._picture, area, self._look.fonts)
        self._box.setGeometry(self._whole.plot)
        self._box.setMouseEnabled(x=self._can_zoom(), y=False)
        self._show_range(self._whole)
        self._redraw()

    def _show_range(self, frame: Frame) -> None:
        low, high = frame.x.low, frame.x.high
        if frame.x.log:
            low, high = math.log10(low), math.log10(high)
        width = high - low
        self._box.setLimits(xMin=low, xMax=high, minXRange=width / _FARTHEST, maxXRange=width)
        self._box.setXRange(low, high, padding=0)

    def _can_zoom(self) -> bool:
        """Tell whether parts of the value axis may be shown: not of bars, discs or years."""
        if self._picture is None or self._picture.y is not None:
            return False
        return all(mark.shape not in (Shape.BAR, Shape.DISC) for mark in self._picture.marks)

    def _redraw(self) -> None:
        for item in (self._drawing, self._overlay):
            item.prepare()

    def _choose(self, number: int) -> None:
        self.select(number)
        self.selected.emit(self._chosen)

    def _at(self, place: QPointF) -> int:
        found = mark_at(self.placed(), place, self._look.fonts.px(_REACH))
        return found.number if found else -1

    def _point(self, place: QPointF) -> None:
        number = self._at(place)
        self._set_pointed(number)
        if number >= 0 and self._picture is not None:
            at = self.viewport().mapToGlobal(self.mapFromScene(place))
            QToolTip.showText(at, hint(self._picture.marks[number]), self)
        else:
            QToolTip.hideText()

    def _set_pointed(self, number: int) -> None:
        if number != self._pointed:
            self._pointed = number
            self.viewport().setCursor(
                Qt.CursorShape.PointingHandCursor if number >= 0 else Qt.CursorShape.ArrowCursor
            )
            self._overlay.update()

    def _click(self, event: pg.GraphicsScene.mouseEvents.MouseClickEvent) -> None:
        if self._brush.ended:
            return
        number = self._at(event.scenePos())
        self._choose(number)
        if event.double():
            if number >= 0:
                self.opened.emit(number)
            else:
                self.zoom(0)


class _Layer(pg.GraphicsObject):  # type: ignore[misc]
    """Something drawn over the whole view, in its pixels."""

    def __init__(self, view: PlotView) -> None:
        super().__init__()
        self._view = view
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def prepare(self) -> None:
        """Draw anew, perhaps in another size."""
        self.prepareGeometryChange()
        self.update()

    def boundingRect(self) -> QRectF:  # noqa: N802 - the name that Qt calls
        """Return the whole view."""
        return QRectF(self._view.viewport().rect())


class _Drawing(_Layer):
    """The picture, kept as pixels until it changes."""

    def __init__(self, view: PlotView) -> None:
        super().__init__(view)
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """Draw the picture."""
        self._view.paint_picture(painter)


class _Overlay(_Layer):
    """What changes with pointer and keys."""

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """Draw the selection."""
        self._view.paint_selection(painter)
