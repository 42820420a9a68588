# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The contents of a page: its sections with their counts; the one being read is marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QStaticText
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

if TYPE_CHECKING:
    from terkha.look import Look
    from terkha.pages import Section

_SECTION = Qt.ItemDataRole.UserRole
_HEIGHT = 26
_INDENT = 12
_GAP = 5
_KEPT = 200

Index = QModelIndex | QPersistentModelIndex


class ContentsList(QListWidget):
    """Lists the sections of a page; choosing one asks for its anchor."""

    section_chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(_Delegate(look, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("On this page"))
        self.itemClicked.connect(self._choose)
        self.itemActivated.connect(self._choose)

    def show_sections(self, sections: tuple[Section, ...]) -> None:
        """List these sections instead of the last ones."""
        self.clear()
        for section in sections:
            item = QListWidgetItem(self)
            item.setData(_SECTION, section)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, _sentence(section))
            item.setToolTip(section.title)
        self.mark(sections[0].anchor if sections else "")

    def mark(self, anchor: str) -> None:
        """Mark the section that is being read."""
        for row in range(self.count()):
            if self.item(row).data(_SECTION).anchor == anchor:
                self.setCurrentRow(row)
                return

    def anchor_at(self, place: QPoint | None) -> str:
        """Return the anchor of the section at a point, or of the one that has the keyboard."""
        item = self.currentItem() if place is None else self.itemAt(place)
        return str(item.data(_SECTION).anchor) if item is not None else ""

    def _choose(self, item: QListWidgetItem) -> None:
        self.section_chosen.emit(item.data(_SECTION).anchor)


class _Delegate(QStyledItemDelegate):
    """Paints a section: its title, then the count in small type."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._lines: dict[tuple[object, ...], _Line] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, self._look.fonts.px(_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        section: Section = index.data(_SECTION)
        look, rect = self._look, option.rect
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        line = self._line(section, rect.width(), chosen=chosen)
        painter.save()
        if state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(look.theme.hover))
        left = rect.left() + look.fonts.px(_INDENT)
        middle = rect.center().y()
        painter.setFont(line.font)
        painter.setPen(QColor(look.theme.ink if chosen else look.theme.ink2))
        painter.drawStaticText(QPointF(left, middle + line.top), line.title)
        painter.setFont(line.small)
        painter.setPen(QColor(look.theme.disp if section.differs else look.theme.ink3))
        painter.drawStaticText(QPointF(left + line.start, middle + line.small_top), line.number)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(look.theme.accent))
            for inset in range(look.theme.focus):
                painter.drawRect(rect.adjusted(inset, inset, -1 - inset, -1 - inset))
        painter.restore()

    def _line(self, section: Section, width: int, *, chosen: bool) -> _Line:
        """Return what is painted of a section; it is measured once, not at each painting."""
        fonts = self._look.fonts
        key = (section, width, chosen, fonts.scale)
        if key not in self._lines:
            if len(self._lines) > _KEPT:
                self._lines.clear()
            font = fonts.font("strong" if chosen else "body")
            small = fonts.font("badge" if section.differs else "caption")
            metrics, small_metrics = QFontMetricsF(font), QFontMetricsF(small)
            count = count_words(section)
            taken = fonts.px(_INDENT) + fonts.px(_GAP) + small_metrics.horizontalAdvance(count)
            title = metrics.elidedText(
                section.title, Qt.TextElideMode.ElideRight, width - 1 - taken
            )
            fall = metrics.capHeight() / 2
            self._lines[key] = _Line(
                font,
                small,
                _shaped(title, font),
                _shaped(count, small),
                metrics.horizontalAdvance(title) + fonts.px(_GAP),
                fall - metrics.ascent(),
                fall - small_metrics.ascent(),
            )
        return self._lines[key]


class _Line(NamedTuple):
    """A section as it is painted."""

    font: QFont
    small: QFont
    title: QStaticText
    number: QStaticText
    start: float
    """From the beginning of the title to that of the count."""
    top: float
    """From the middle of the line to the top of the title."""
    small_top: float


def _shaped(words: str, font: QFont) -> QStaticText:
    text = QStaticText(words)
    text.setTextFormat(Qt.TextFormat.PlainText)
    text.prepare(font=font)
    return text


def count_words(section: Section) -> str:
    """Return the count as it is shown: ``26``, ``≠ 10``, ``none``, or nothing."""
    if section.count is None:
        return ""
    if section.count == 0:
        return QCoreApplication.translate("ContentsList", "none")
    return f"≠ {section.count}" if section.differs else str(section.count)


def _sentence(section: Section) -> str:
    words = count_words(section).replace("≠ ", "")
    return f"{section.title}, {words}" if words else section.title
