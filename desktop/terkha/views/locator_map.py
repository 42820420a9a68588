# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The small map beside an entry: where it is, how sure that is, and the way to the large map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from terkha.atlas.ground import draw_ground, draw_names, draw_scale
from terkha.atlas.links import map_link
from terkha.atlas.marks import COUNTY, SIDE, Mark, draw_mark
from terkha.atlas.viewport import WHOLE, Viewport
from terkha.charts.canvas import PainterCanvas
from terkha.look.shapes import ellipse
from terkha.models.sites import Site, read_sites, shown_point
from terkha.views.parts import label, part
from terkha_db.wording import format_coordinates

if TYPE_CHECKING:
    from collections.abc import Sequence

    from terkha.context import Context
    from terkha_db.entities import Record

_METRES = 3600.0  # of a pixel: towns, rivers and borders around are seen
_NAMES, _FEW_NAMES = 4000.0, 5500.0
_HEIGHT, _WHOLE_HEIGHT = 176, 216
_LOCALITY = 18.0  # pixels of the circle around a locality


class LocatorMap(QFrame):
    """Shows one record, or all sites; says in words what it cannot draw."""

    opened = Signal(str)
    """Link of the large map at this place."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._picture = MapPicture(context, self)
        self._words = label("\u00a0", "caption", "ink2", wrap=True)
        part(self, "card")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(1, 1, 1, 8)
        self._layout.setSpacing(6)
        self._layout.addWidget(self._picture)
        self._layout.addWidget(self._words)
        self._words.setContentsMargins(12, 0, 12, 0)
        self._picture.pressed.connect(lambda: self.opened.emit(self.link()))
        self.opened.connect(context.state.open)
        self._link = map_link()

    def link(self) -> str:
        """Return the link of the large map at what is shown."""
        return self._link

    def text(self) -> str:
        """Return what stands below the map."""
        return self._words.text()

    def show_record(self, record: Record) -> None:
        """Show where a mine or place is; a region, and what lies nowhere, shows nothing."""
        said = shown_point(record.statements)
        self.setVisible(record.kind == "mine" or (record.kind == "place" and said is not None))
        if self.isHidden():
            return
        county = ", ".join(_places_of(record))
        self._picture.setVisible(said is not None)
        self._layout.setContentsMargins(1, 1 if said else 10, 1, 8)
        if said is None:
            self._link = map_link()
            where = self.tr("Stated: %s.") % county if county else self.tr("No county is stated.")
            self._words.setText(self.tr("Not on the map: no source gives a point.") + f" {where}")
            self._picture.show_sites((), None)
            return
        site = self._site(record, said.lon, said.lat, said.precision)
        self._link = map_link(site.point, selected=(record.id,) if record.kind == "mine" else ())
        words = self._precision(site.precision, record.kind)
        lon, lat = site.point
        self._words.setText("\n".join(filter(None, (words, county))))
        self._picture.setAccessibleName(
            self.tr("Map: %(title)s, %(point)s. %(words)s")
            % {
                "title": record.title,
                "point": format_coordinates(lat, lon),
                "words": words,
            }
        )
        self._picture.show_sites((site,), site.point)

    def show_all(self) -> None:
        """Show all mines that are placed."""
        sites = read_sites(self._context.catalogue)
        placed = [site for site in sites if site.is_placed]
        self._link = map_link()
        words = self.tr("%(placed)s of %(all)s mines have a point; press to see them")
        self._words.setText(words % {"placed": len(placed), "all": len(sites)})
        self._picture.setAccessibleName(self.tr("Map of the plateau. %s") % self._words.text())
        self._picture.show_sites(placed, None)

    def restyle(self) -> None:
        """Draw again in the look as it is now."""
        self._picture.draw_anew()

    def _site(self, record: Record, lon: float | None, lat: float | None, precision: str) -> Site:
        if record.kind == "mine":
            return read_sites(self._context.catalogue, (record.id,))[0]
        return Site(record.id, record.title, record.second, lon, lat, precision)

    def _precision(self, precision: str, kind: str) -> str:
        if kind == "place":
            seat = self.tr("The circle is the county seat.")
            return seat if precision == "county" else self.tr("The mark is the place itself.")
        return {
            "site": self.tr("The mark is the mine itself."),
            "locality": self.tr("The mine lies within some kilometres of the circle."),
            "county": self.tr("Known to the county only: the dashed circle is its seat."),
        }.get(precision, "")


class MapPicture(QWidget):
    """A small map that is drawn once and pressed as a whole."""

    pressed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._sites: Sequence[Site] = ()
        self._middle: tuple[float, float] | None = None
        self._drawn = QPixmap()
        self._turn = QTimer(self, interval=0, singleShot=True)
        self._turn.timeout.connect(self.update)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(self.tr("Open the map here"))

    def sizeHint(self) -> QSize:
        """Return the width of the side column and the height that suits it."""
        fonts = self._context.look.fonts
        high = _HEIGHT if self._middle else _WHOLE_HEIGHT
        return QSize(fonts.px(280), fonts.px(high))

    def show_sites(self, sites: Sequence[Site], middle: tuple[float, float] | None) -> None:
        """Show sites around a place, or on the whole plateau."""
        self._sites, self._middle = sites, middle
        self.draw_anew()

    def draw_anew(self) -> None:
        """Forget the picture that was drawn; the next is drawn in a turn of its own.

        So the text beside is on the screen before the map is.
        """
        self._drawn = QPixmap()
        self._turn.start()
        self.updateGeometry()
        self.update()

    def viewport(self) -> Viewport:
        """Return which part of the map is shown."""
        wide, high = self.width(), self.height()
        if self._middle is None:
            return Viewport.around(WHOLE, wide, high)
        return Viewport.at(*self._middle, _METRES, wide, high)

    def marks(self) -> list[Mark]:
        """Return the marks, in the order in which they are drawn."""
        view = self.viewport()
        alone = self._middle is not None
        return [
            Mark(
                (site,),
                view.place(*site.point),
                _side(site, alone=alone),
                site.precision,
                outside=site.outside,
            )
            for site in sorted(self._sites, key=lambda site: site.precision != "county")
        ]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the picture, drawn now if it is the first time and its turn has come."""
        if self._turn.isActive():
            QPainter(self).fillRect(self.rect(), QColor(self._context.look.theme.land))
            return
        ratio = self.devicePixelRatioF()
        if self._drawn.isNull() or self._drawn.devicePixelRatio() != ratio:
            self._drawn = self._draw(ratio)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._drawn)
        if self.hasFocus():
            theme = self._context.look.theme
            painter.setPen(QPen(QColor(theme.accent), theme.focus))
            inset = theme.focus / 2
            painter.drawRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew in another size."""
        self._drawn = QPixmap()
        super().resizeEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the large map."""
        within = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and within:
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the large map."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus ring."""
        super().focusInEvent(event)
        self.update()

    def _draw(self, ratio: float) -> QPixmap:
        look = self._context.look
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        painter = QPainter(pixmap)
        canvas = PainterCanvas(painter, look.theme, look.fonts)
        view = self.viewport()
        draw_ground(canvas, view, graticule=False)
        marks = self.marks()
        for mark in marks:
            if mark.kind == "locality" and self._middle is not None:
                _draw_surroundings(canvas, mark)
            draw_mark(canvas, mark)
        taken = [mark.area for mark in marks]
        if self._middle is not None:
            taken.append(draw_scale(canvas, view, 10))
        draw_names(canvas, view, taken, coarsest=_NAMES if self._middle else _FEW_NAMES)
        painter.end()
        return pixmap


def _places_of(record: Record) -> list[str]:
    """Return county, prefecture and province as the record states them, each once."""
    return list(
        dict.fromkeys(
            brief.title
            for name in ("county", "prefecture", "province")
            for statement in record.statements
            if statement.property == name
            for brief in statement.records[:1]
        )
    )


def _side(site: Site, *, alone: bool) -> float:
    if alone:
        return COUNTY * 1.4 if site.precision == "county" else SIDE + 2
    return SIDE * (1.2 if site.precision == "county" else 0.6)


def _draw_surroundings(canvas: PainterCanvas, mark: Mark) -> None:
    """Draw the circle within which a locality may be."""
    area = QRectF(0, 0, _LOCALITY + 8, _LOCALITY + 8)
    area.moveCenter(mark.at)
    canvas.stroke(ellipse(area), mark.colour(canvas.theme), 1.2)
