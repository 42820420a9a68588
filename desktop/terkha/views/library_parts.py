# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Parts of the library page: how an entry is painted, and what an empty shelf says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QPoint,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QDrag, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from terkha.look.lettering import draw_line, line_width
from terkha.models.library import ShelfModel
from terkha.models.roles import Index, Role
from terkha.models.shelves import Shelf, Sort
from terkha.views.parts import button, label
from terkha_db.wording import format_kind

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from terkha.context import Context
    from terkha.look import Look


_LINE = 420
_WITH_KIND = 400
_FEW = 120
"""The widest and the narrowest line under an empty shelf, in pixels."""


class EmptyShelf(QWidget):
    """What is said where a shelf is empty, and how to fill it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._icon = label()
        self._what = label("", "section")
        self._how = label("", "body", "ink2", wrap=True)
        self._go = button(self.tr("Look through the mines"))
        self._go.clicked.connect(lambda: context.state.open("page/mines"))
        column = QVBoxLayout(self)
        column.addStretch(2)
        for widget in (self._icon, self._what, self._how, self._go):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self._how.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.setSpacing(8)

    def restyle(self) -> None:
        """Paint the icon in the colours of the look."""
        ratio = self.devicePixelRatioF()
        pixmap = self._context.look.icons.pixmap("bookmark", "ink3", 40, ratio)
        self._icon.setPixmap(pixmap)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words where the room ends."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give the words the width of a line that reads well, and the height that they need then.

        A label whose lines break is cut off where a layout centres it.
        """
        self._how.setFixedWidth(min(self._context.look.fonts.px(_LINE), max(_FEW, self.width())))
        self._how.setMinimumHeight(max(0, self._how.heightForWidth(self._how.width())))

    def explain(self, shelf: Shelf, words: str) -> None:
        """Say what belongs on the shelf and how it gets there, or that no entry has the words."""
        if words:
            what = self.tr("Nothing here has “%s”") % words
            how = self.tr("Titles, notes and tags were looked through. Clear the field to see all.")
        else:
            what, how = self._told(shelf)
        self._what.setText(what)
        self._how.setText(how)
        self._fit()
        self._go.setVisible(not words and shelf.sort is not Sort.WORKS)

    def _told(self, shelf: Shelf) -> tuple[str, str]:
        match shelf.sort:
            case Sort.RECENT:
                return (
                    self.tr("Nothing was viewed yet"),
                    self.tr("Every record you open is listed here, on this computer only."),
                )
            case Sort.TRAY:
                return (
                    self.tr("The tray is empty"),
                    self.tr(
                        "Ctrl+Shift+A puts the record in front into the tray, to be cited later."
                    ),
                )
            case Sort.SEARCHES:
                return (
                    self.tr("No search is saved yet"),
                    self.tr(
                        "Filter a table, then press Save search: the query is asked again here."
                    ),
                )
            case Sort.WORKS:
                return (
                    self.tr("No work of your own yet"),
                    self.tr(
                        "Fill in a form (New work…), or import BibLaTeX, RIS or CSL-JSON from "
                        "Zotero, EndNote or JabRef: the works are cited beside those of the "
                        "catalogue, and marked as yours."
                    ),
                )
            case Sort.COLLECTION:
                return (
                    self.tr("Nothing is filed here yet"),
                    self.tr("Drag entries here, or choose some elsewhere and file them."),
                )
        return (
            self.tr("Nothing is kept here yet"),
            self.tr("Ctrl+D keeps the record in front. It stays through new editions."),
        )


class KeptList(QListView):
    """The entries of a shelf; Delete takes the chosen ones out, Enter opens one."""

    removal_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Entries of the shelf"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(True)
        self.setDragDropMode(QListView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.CopyAction)
        self._look: Look | None = None

    def restyle(self, look: Look) -> None:
        """Take fonts and colours from the look."""
        self._look = look
        self.setItemDelegate(KeptDelegate(look, self))

    def startDrag(self, actions: Qt.DropAction) -> None:  # noqa: N802 - Qt calls it
        """Carry the title of what is dragged, not whole rows that hide where they go."""
        chosen = self.selectedIndexes()
        if chosen and self._look is not None:
            drag = QDrag(self)
            drag.setMimeData(self.model().mimeData(chosen))
            number, title = len(chosen), str(chosen[0].data(Role.ENTRY).title)
            words = title if number == 1 else self.tr("%n item(s)", "", number)
            drag.setPixmap(_carried(self._look, words, self.devicePixelRatioF()))
            drag.setHotSpot(_BESIDE)
            drag.exec(actions, self.defaultDropAction())

    def select_links(self, links: set[str]) -> None:
        """Choose the entries of these links, as far as they are there."""
        chosen = QItemSelection()
        model = self.model()
        for row in range(model.rowCount()):
            index = model.index(row, 0)
            if index.data(Role.RECORD_ID) in links:
                chosen.select(index, index)
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove with Delete; leave every other key to the list."""
        if event.key() == Qt.Key.Key_Delete:
            self.removal_wanted.emit()
            return
        super().keyPressEvent(event)


_BESIDE = QPoint(-14, -6)
"""Where the pointer is of what it carries: above it, so that nothing under it is hidden."""


def _carried(look: Look, words: str, ratio: float) -> QPixmap:
    """Return words as a small card, in the device pixels of a screen."""
    fonts, theme = look.fonts, look.theme
    width = min(line_width(words, "body", fonts), fonts.px(240)) + fonts.px(20)
    size = QSize(round(width), fonts.px(28))
    card = QPixmap(size * ratio)
    card.setDevicePixelRatio(ratio)
    card.fill(QColor(theme.accent_soft))
    painter = QPainter(card)
    painter.setPen(QColor(theme.accent))
    painter.drawRect(QRect(QPoint(0, 0), size - QSize(1, 1)))
    painter.setPen(QColor(theme.ink))
    place = QPointF(fonts.px(10), fonts.px(19))
    draw_line(painter, place, width - fonts.px(20) + 1, words, "body", fonts)
    painter.end()
    return card


class KeptDelegate(QStyledItemDelegate):
    """Paints an entry: kind, title, what it is, the note and the date."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of title, explanation and perhaps a note."""
        noted = bool(ShelfModel.notes(index.data(Role.ENTRY)))
        return QSize(300, self._look.fonts.px(66 if noted else 47))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the entry."""
        look, rect = self._look, option.rect
        theme, fonts = look.theme, look.fonts
        painter.save()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        ground = theme.accent_soft if selected else theme.hover if hovered else theme.surface
        painter.fillRect(rect, QColor(ground))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(theme.line))
        entry = index.data(Role.ENTRY)
        first = rect.top() + fonts.px(19)
        painter.setPen(QColor(theme.ink3))
        # Where there is little room it goes to what is said of the entry.
        has_kind = rect.width() >= fonts.px(_WITH_KIND)
        if has_kind:
            kind = QPointF(rect.left() + 8, first)
            word = format_kind(ShelfModel.kind_of(entry))
            draw_line(painter, kind, fonts.px(92), word, "caption", fonts)
        when = ShelfModel.when(entry)
        if getattr(entry, "pinned", False):
            when = f"{self.tr('pinned')} · {when}"
        width = line_width(when, "caption", fonts)
        right = rect.right() - 8 - width
        draw_line(painter, QPointF(right, first), width + 1, when, "caption", fonts)
        left = rect.left() + (fonts.px(108) if has_kind else 8)
        room = right - left - 16
        painter.setPen(QColor(theme.ink))
        draw_line(painter, QPointF(left, first), room, entry.title, "strong", fonts)
        painter.setPen(QColor(theme.ink2))
        second = QPointF(left, rect.top() + fonts.px(37))
        draw_line(painter, second, room, str(index.data(Role.SECOND)), "dense", fonts)
        note = ShelfModel.notes(entry)
        if note:
            third = QPointF(left, rect.top() + fonts.px(56))
            draw_line(painter, third, room, self.tr("Note: %s") % note, "dense", fonts)
        painter.restore()
