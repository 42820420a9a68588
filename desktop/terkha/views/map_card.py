# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What hovers beside a mark: the mine, how sure its place is, and who says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from terkha.views.parts import label, part
from terkha_db.vocabulary import PRECISIONS
from terkha_db.wording import format_coordinates, format_date, format_word, who

if TYPE_CHECKING:
    from terkha.atlas.marks import Mark
    from terkha.models.sites import Site

_MOST = 8
_GAP = 16
translate = QCoreApplication.translate


class MapCard(QFrame):
    """Stands beside the mark that is pointed at, within the map."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        part(self, "card")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._title = label("", "section")
        self._lines = label("", "caption", "ink2")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(2)
        layout.addWidget(self._title)
        layout.addWidget(self._lines)
        self.hide()

    def text(self) -> str:
        """Return what the card says."""
        return f"{self._title.text()}\n{self._lines.text()}"

    def show_mark(self, mark: Mark | None) -> None:
        """Tell of a mark, or hide."""
        if mark is None:
            self.hide()
            return
        self._title.setText(title_of(mark))
        self._lines.setText("\n".join(lines_of(mark)))
        self.adjustSize()
        self.move(self._place(mark))
        self.show()
        self.raise_()

    def _place(self, mark: Mark) -> QPoint:
        """Return where there is room: to the right and above, or on the other side."""
        room, reach = self._room.rect(), mark.side / 2 + _GAP
        x = mark.at.x() + reach
        if x + self.width() > room.right() - 8:
            x = mark.at.x() - reach - self.width()
        y = min(max(mark.at.y() - self.height() / 2, 8), room.bottom() - self.height() - 36)
        return QPoint(round(max(x, 8)), round(max(y, 8)))


def title_of(mark: Mark) -> str:
    """Return the name of a mine, or of what several have in common."""
    if len(mark.sites) == 1:
        site = mark.sites[0]
        return f"{site.title}  {site.second}" if site.second else site.title
    count = translate("Map", "%n mine(s)", "", len(mark.sites))
    if mark.number < len(mark.sites):
        words = translate("Map", "%(number)s of %(all)s within the filters")
        count = words % {"number": mark.number, "all": count}
    if mark.kind == "county":
        county = mark.sites[0].text("county") or translate("Map", "county not stated")
        return f"{county}: {count}"
    return count


def lines_of(mark: Mark) -> list[str]:
    """Return what is told of a mark, line by line."""
    if len(mark.sites) == 1:
        return _site_lines(mark.sites[0], outside=mark.outside)
    names = [site.title for site in mark.sites[:_MOST]]
    more = len(mark.sites) - len(names)
    if more:
        names.append(translate("Map", "and %n more", "", more))
    if mark.kind == "county":
        names.append(translate("Map", "Known to the county only: the circle is its seat"))
    elif mark.is_one_point:
        names.append(translate("Map", "All at one point: press Enter to select them"))
    else:
        names.append(translate("Map", "Too dense to draw apart: press Enter to look nearer"))
    return names


def sentence(site: Site) -> str:
    """Return a site in one sentence, for screen readers and the status bar."""
    return ", ".join([site.title, *_site_lines(site, outside=False)])


def _site_lines(site: Site, *, outside: bool) -> list[str]:
    status = format_word(site.text("status") or "unknown").lower()
    as_of = site.text("status_as_of")
    dated = f"{status}, {format_date(as_of)}" if as_of else status
    lines = [f"{format_word(site.text('site_kind') or 'mine')} · {dated}"]
    if site.text("commodities"):
        lines.append(site.text("commodities"))
    lon, lat = site.point
    lines += [format_coordinates(lat, lon), point_words(site)]
    if site.text("river_basin"):
        lines.append(translate("Map", "Water: %s") % site.text("river_basin"))
    if outside:
        lines.append(translate("Map", "Outside the filters or the lens"))
    return lines


def point_words(site: Site) -> str:
    """Say how sure a point is, and who gives it."""
    labels = {choice.id: choice.label.lower() for choice in PRECISIONS}
    precision = labels.get(site.precision, site.precision)
    if site.cites:
        says = translate("Map", "Point: %(precision)s, says %(who)s")
        return says % {"precision": precision, "who": who(site.cites[0].source)}
    return translate("Map", "Point: %s") % precision
