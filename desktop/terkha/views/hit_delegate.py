# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Painting search results: what it is, which name matched, and who uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from terkha.look.icons import ratio_of
from terkha.look.lettering import draw_line, line_width
from terkha.models.hits import explain, is_in_title
from terkha.models.roles import Index, Role
from terkha.models.search import Heading
from terkha.views.delegates import highlight
from terkha.views.pages import PAGE_BY_KIND
from terkha_db.wording import format_kind, format_language

if TYPE_CHECKING:
    from terkha.look import Look
    from terkha_db.entities import Hit


_ICONS = {
    "collection": "table",
    "person": "user",
    "topic": "tag",
    "series": "chart-line",
    "dispute": "scale",
}


class HitDelegate(QStyledItemDelegate):
    """Paints one heading or hit."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a heading or of two lines."""
        heading = isinstance(index.data(Role.ENTRY), Heading)
        return QSize(200, self._look.fonts.px(26 if heading else 46))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the entry."""
        painter.save()
        entry = index.data(Role.ENTRY)
        if isinstance(entry, Heading):
            self._heading(painter, option.rect, entry)
        else:
            self._hit(painter, option, entry)
        painter.restore()

    def _heading(self, painter: QPainter, rect: QRect, heading: Heading) -> None:
        look = self._look
        painter.fillRect(rect, QColor(look.theme.raised))
        baseline = rect.top() + look.fonts.px(18)
        painter.setPen(QColor(look.theme.ink3))
        place = QPointF(rect.left() + 16, baseline)
        draw_line(painter, place, rect.width() - 80, heading.text, "caption-strong", look.fonts)
        count = f"{heading.count:,}"
        painter.setPen(QColor(look.theme.accent))
        left = rect.right() - 16 - line_width(count, "caption", look.fonts)
        draw_line(painter, QPointF(left, baseline), 80, count, "caption", look.fonts)

    def _hit(self, painter: QPainter, option: QStyleOptionViewItem, hit: Hit) -> None:
        look, rect = self._look, option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        theme = look.theme
        ground = theme.accent_soft if selected else theme.hover if hovered else theme.raised
        painter.fillRect(rect, QColor(ground))
        if selected:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(theme.accent))
        self._icon(painter, rect, hit)
        left = rect.left() + look.fonts.px(50)
        right = rect.right() - 16
        kind = format_kind(hit.kind).lower()
        painter.setPen(QColor(theme.ink3))
        kind_width = line_width(kind, "caption", look.fonts)
        first = rect.top() + look.fonts.px(20)
        place = QPointF(right - kind_width, first)
        draw_line(painter, place, kind_width + 1, kind, "caption", look.fonts)
        self._title(painter, QPointF(left, first), right - kind_width - 16 - left, hit)
        second = QPointF(left, rect.top() + look.fonts.px(37))
        self._reason(painter, second, right - left, hit)

    def _icon(self, painter: QPainter, rect: QRect, hit: Hit) -> None:
        page = PAGE_BY_KIND.get(hit.kind)
        name = _ICONS.get(hit.kind) or (page.icon if page else "file-text")
        size = self._look.fonts.px(17)
        pixmap = self._look.icons.pixmap(name, "ink2", size, ratio_of(painter))
        place = QPointF(rect.left() + self._look.fonts.px(18), rect.center().y() - size / 2)
        painter.drawPixmap(place, pixmap)

    def _title(self, painter: QPainter, place: QPointF, width: float, hit: Hit) -> None:
        look = self._look
        if is_in_title(hit):
            self._mark(painter, place, width, hit.title, hit.spans, "strong")
        painter.setPen(QColor(look.theme.ink))
        used = draw_line(painter, place, width, hit.title, "strong", look.fonts)
        if hit.second and used + look.fonts.px(12) < width:
            painter.setPen(QColor(look.theme.ink2))
            start = QPointF(place.x() + used + look.fonts.px(10), place.y())
            room = width - used - look.fonts.px(10)
            draw_line(painter, start, room, hit.second, "body", look.fonts)

    def _reason(self, painter: QPainter, place: QPointF, width: float, hit: Hit) -> None:
        """Draw which name or field matched, its letters marked, and the language and user."""
        look = self._look
        if hit.field == "name":
            lead, text = self.tr("Name: "), hit.matched
            lead += self.tr("%s of ") % hit.derived if hit.derived else ""
            tail = ", " + format_language(hit.lang) if hit.lang else ""
            tail += self.tr(", used by %s") % hit.used_by if hit.used_by else ""
        elif is_in_title(hit):
            lead, text, tail = explain(hit), "", ""
        else:
            lead = f"{hit.field.capitalize()}: " if hit.field else ""
            text, tail = hit.snippet or hit.matched, ""
        painter.setPen(QColor(look.theme.ink3))
        used = draw_line(painter, place, width, lead, "caption", look.fonts)
        start = QPointF(place.x() + used, place.y())
        if text:
            self._mark(painter, start, width - used, text, hit.spans)
        painter.setPen(QColor(look.theme.ink3))
        used += draw_line(painter, start, width - used, text, "caption", look.fonts)
        if tail and used < width:
            after = QPointF(place.x() + used, place.y())
            draw_line(painter, after, width - used, tail, "caption", look.fonts)

    def _mark(
        self,
        painter: QPainter,
        place: QPointF,
        width: float,
        text: str,
        spans: tuple[tuple[int, int], ...],
        role: str = "caption",
    ) -> None:
        look = self._look
        metrics = QFontMetricsF(look.fonts.font(role))
        for begin, end in spans:
            left = line_width(text[:begin], role, look.fonts)
            right = line_width(text[:end], role, look.fonts)
            if left >= width:
                return
            top = place.y() - metrics.ascent()
            mark = QRectF(place.x() + left - 1, top, min(right, width) - left + 2, metrics.height())
            highlight(painter, mark, look.theme.hit)
