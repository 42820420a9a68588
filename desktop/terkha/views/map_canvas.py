# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The map on screen: drawn once and pushed about as a picture until the reader lets go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QWidget

from terkha.atlas.marks import Mark, draw_mark, find
from terkha.atlas.scene import Scene
from terkha.atlas.viewport import WHOLE, Viewport
from terkha.charts.canvas import PainterCanvas
from terkha.views.map_picture import MapPictures
from terkha.views.map_tools import MEASURE, Area, Way

if TYPE_CHECKING:
    from collections.abc import Sequence

    from terkha.atlas.cloud import Cloud
    from terkha.context import Context

_IDLE_MS = 90
_PUSH = 72  # pixels for an arrow key
_STEP = 1.5  # of a key or a notch of the wheel
_LEAST = 0.2  # of a step of two fingers that draw together
_MOVED = 4  # pixels that make a press a drag
_WIDEST = 5200.0  # metres of a pixel: farther, the base map would end


class MapCanvas(QWidget):
    """Moves, zooms, finds and marks sites; what that leads to is told by signals."""

    view_changed = Signal()
    """Another part of the map is seen, and the reader has let go of it."""
    pointed = Signal(object)
    """The Mark under the pointer or the keyboard, or None."""
    chosen = Signal(object)
    """Ids of the sites that were pressed or marked."""
    opened = Signal(str)
    """Id of the record to open."""
    measured = Signal(str)
    """How long the measured way is."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.scene = Scene(Viewport.around(WHOLE, 800, 600))
        self.marks: Sequence[Mark] = ()
        self.tool = ""
        self.way = Way()
        self._pictures = MapPictures(context)
        self._pointed: Mark | None = None
        self._by_key = False
        self._area: Area | None = None
        self._press: QPointF | None = None
        self._last = QPointF()
        self._whole = True
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(_IDLE_MS)
        self._idle.timeout.connect(self._settle)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.grabGesture(Qt.GestureType.PinchGesture)
        self.setMinimumSize(320, 240)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Map"))
        self.setAccessibleDescription(
            self.tr(
                "Arrows move, plus and minus zoom, Tab goes through the mines, Enter opens. "
                "Ctrl+Shift+T shows the same as a table."
            )
        )

    # What is shown

    @property
    def view(self) -> Viewport:
        """Which part of the map is seen."""
        return self.scene.view

    @property
    def pointed_mark(self) -> Mark | None:
        """The mark under the pointer or the keyboard."""
        return self._pointed

    @property
    def shows_whole(self) -> bool:
        """Whether the whole plateau is shown, as large as it fits."""
        return self._whole

    def show_scene(self, scene: Scene) -> None:
        """Show other sites or layers, in the same part of the map."""
        self.scene = scene.within(self.view)
        self.draw_anew()

    def show_clouds(self, clouds: Sequence[Cloud]) -> None:
        """Show points of the reader's own tables below the sites."""
        self._pictures.clouds = clouds
        self.draw_anew()

    def show_view(self, view: Viewport) -> None:
        """Show another part of the map."""
        self._whole = False
        whole = Viewport.around(WHOLE, self.width(), self.height())
        there = view.resized(self.width(), self.height())
        self._look_at(there.kept(max(_WIDEST, whole.metres)))
        self._settle()

    def show_whole(self) -> None:
        """Show the whole plateau as large as it fits."""
        self.show_view(Viewport.around(WHOLE, self.width(), self.height()))
        self._whole = True

    def draw_anew(self) -> None:
        """Draw sites and ground again."""
        self._pictures.forget()
        self.marks = self.scene.marks()
        self._point_at(None)
        self.update()

    def zoom(self, factor: float, about: QPointF | None = None) -> None:
        """Zoom by a factor, around the middle or a pixel; the picture follows when it is still."""
        if factor < 1:
            # As far as there is map, and no farther.
            farthest = max(_WIDEST, self.view.metres)
            factor = max(factor, self.view.metres / farthest)
        if factor == 1:
            return
        self._whole = False
        self._look_at(self.view.zoomed(factor, about))
        self._idle.start()

    def push(self, dx: float, dy: float) -> None:
        """Push the map by pixels."""
        self._whole = False
        self._look_at(self.view.moved(dx, dy))
        self._idle.start()

    def use(self, tool: str) -> None:
        """Take up a tool: mark an area, measure a way, or "" to move the map."""
        self.tool = tool
        self.way = Way()
        self._area = None
        cross = Qt.CursorShape.CrossCursor if tool else Qt.CursorShape.ArrowCursor
        self.setCursor(cross)
        self.update()

    def _look_at(self, view: Viewport) -> None:
        self.scene = self.scene.within(view.kept())
        self.marks = ()
        self._point_at(None)
        self.update()

    def _settle(self) -> None:
        """Draw sharply what is seen now."""
        self._idle.stop()
        self.marks = self.scene.marks()
        self.update()
        self.view_changed.emit()

    # Painting

    def sizeHint(self) -> QSize:
        """Return a size that shows the plateau."""
        return QSize(940, 735)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the picture that was drawn, moved and scaled; and on it what changes often."""
        painter = QPainter(self)
        dragged = self._press is not None and not self.marks
        moving = dragged or self._idle.isActive()
        self._pictures.paint(painter, self.scene, self.devicePixelRatioF(), moving=moving)
        look = self._context.look
        if not moving:
            canvas = PainterCanvas(painter, look.theme, look.fonts)
            if self._pointed is not None:
                draw_mark(canvas, self._pointed, chosen=True)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._area is not None:
            self._area.paint(painter, look)
        if self.tool == MEASURE and self.way.places:
            self.way.paint(painter, look, self.view, self._last if self.underMouse() else None)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(look.theme.accent), look.theme.focus))
            inset = look.theme.focus / 2
            painter.drawRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the middle where it is; the whole plateau stays whole."""
        super().resizeEvent(event)
        wide, high = self.width(), self.height()
        whole = self._whole
        around = Viewport.around(WHOLE, wide, high) if whole else self.view.resized(wide, high)
        self._look_at(around)
        self.marks = self.scene.marks()
        self._whole = whole

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to move the map, to mark an area, or go on measuring."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._press = self._last = event.position()
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if self.tool == MEASURE:
            self._press = None
            self._measure(self.view.lonlat(event.position()))
        elif self.tool or shift:
            self._area = Area(self.tool or "box", event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the map with the pointer, draw the area, or tell what is under the pointer."""
        at = event.position()
        if self._area is not None:
            self._area.grow(at)
            self.update()
        elif self._press is not None:
            step = at - self._last
            if (at - self._press).manhattanLength() >= _MOVED or not self.marks:
                self._whole = False
                self._look_at(self.view.moved(step.x(), step.y()))
            else:
                return
        elif self.tool == MEASURE:
            self.update()
        else:
            self._by_key = False
            self._point_at(find(self.marks, at))
        self._last = at

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of the map, take what the area holds, or choose what was pressed."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        area, press = self._area, self._press
        self._area = self._press = None
        if area is not None:
            self.chosen.emit(area.holds(self.marks))
            self.update()
        elif press is not None and not self.marks:
            self._settle()
        elif press is not None:
            self._choose(find(self.marks, event.position()), event.modifiers())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a site, or look nearer."""
        mark = find(self.marks, event.position())
        if self.tool == MEASURE:
            self.measured.emit(self.way.words())
            self.use("")
        elif mark is not None and len(mark.sites) == 1:
            self.opened.emit(mark.sites[0].id)
        else:
            self.zoom(_STEP * _STEP, event.position())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom around the pointer."""
        self.zoom(_STEP ** (event.angleDelta().y() / 120), event.position())
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Zoom with two fingers, on a touch pad or a touch screen."""
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                # Of a large step to the smaller side nothing would be left.
                self.zoom(max(1 + event.value(), _LEAST), event.position())
            return True
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                self.zoom(pinch.scaleFactor(), pinch.centerPoint())
            return True
        return super().event(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the pointer."""
        super().leaveEvent(event)
        if not self._by_key:
            self._point_at(None)

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, zoom, open and choose."""
        key = event.key()
        pushes = {
            Qt.Key.Key_Left: (_PUSH, 0),
            Qt.Key.Key_Right: (-_PUSH, 0),
            Qt.Key.Key_Up: (0, _PUSH),
            Qt.Key.Key_Down: (0, -_PUSH),
        }
        if key in pushes:
            self.push(*pushes[Qt.Key(key)])
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(_STEP)
        elif key in (Qt.Key.Key_Minus, Qt.Key.Key_Underscore):
            self.zoom(1 / _STEP)
        elif key in (Qt.Key.Key_0, Qt.Key.Key_Home):
            self.show_whole()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._pointed is not None:
            self._enter(self._pointed)
        elif key == Qt.Key.Key_Space and self._pointed is not None:
            self._choose(self._pointed, event.modifiers())
        elif key == Qt.Key.Key_Escape:
            self._let_go()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, N802
        """Go to the next mark, from the upper left to the lower right; leave after the last."""
        ordered = self.in_reading_order()
        known = self._by_key and self._pointed in ordered
        here = ordered.index(self._pointed) if known and self._pointed is not None else None
        first = 0 if next else len(ordered) - 1
        there = first if here is None else here + (1 if next else -1)
        if not self.hasFocus() or not 0 <= there < len(ordered):
            self._point_at(None)
            return super().focusNextPrevChild(next)
        self._by_key = True
        self._point_at(ordered[there])
        return True

    def in_reading_order(self) -> list[Mark]:
        """Return the marks in sight, line by line."""
        inside = QRectF(self.rect())
        seen = [mark for mark in self.marks if inside.contains(mark.at) and not mark.outside]
        return sorted(seen, key=lambda mark: (mark.at.y() // 60, mark.at.x()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the focus ring away."""
        super().focusOutEvent(event)
        self._by_key = False
        self._point_at(None)
        self.update()

    # Doing

    def _point_at(self, mark: Mark | None) -> None:
        if mark != self._pointed:
            self._pointed = mark
            self.pointed.emit(mark)
            self.update()

    def _choose(self, mark: Mark | None, modifiers: Qt.KeyboardModifier) -> None:
        """Choose what a mark stands for; with Ctrl beside what is chosen already."""
        ids = {site.id for site in mark.sites} if mark is not None else set()
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            ids ^= self.scene.chosen
        self.chosen.emit(sorted(ids))

    def _enter(self, mark: Mark) -> None:
        """Open a single site; look nearer at a group, choose all of a county or of one point."""
        if len(mark.sites) == 1:
            self.opened.emit(mark.sites[0].id)
        elif mark.kind == "group" and not mark.is_one_point:
            points = [site.point for site in mark.sites]
            self.show_view(Viewport.around_points(points, self.width(), self.height(), 120))
        else:
            self._choose(mark, Qt.KeyboardModifier.NoModifier)

    def _measure(self, place: tuple[float, float]) -> None:
        self.way.add(place)
        self.measured.emit(self.way.words())
        self.update()

    def _let_go(self) -> None:
        """Put the tool away; without one, choose nothing."""
        if self.tool or self._area is not None:
            self.use("")
        else:
            self.chosen.emit([])
