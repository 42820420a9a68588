# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The search box of the top bar and the list that opens below it while one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from terkha.models.roles import Role
from terkha.models.search import SearchModel
from terkha.views.hit_delegate import HitDelegate
from terkha.views.parts import label, part
from terkha_db.imported.shelf import Shelf

if TYPE_CHECKING:
    from terkha.context import Context

_WIDTH = 760
_HITS = 11
_PAUSE_MS = 15


class SearchBox(QLineEdit):
    """Answers while one types; arrows and Enter choose, Escape leads back to where one was."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.model = SearchModel(
            context.catalogue, context.library, Shelf(context.paths.collections), self
        )
        self.popup = SearchPopup(context, self.model, self)
        self.setProperty("kind", "search")
        self.setPlaceholderText(self.tr("Search any spelling: Gyama, 驱龙, རྒྱ་མ, zhabuye …"))
        self.setAccessibleName(self.tr("Search names, claims, statements and works"))
        self.setMaximumWidth(620)
        self.setMinimumWidth(240)
        self._glass = self.addAction(
            context.look.icons.icon("search", "ink3"), QLineEdit.ActionPosition.LeadingPosition
        )
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.answer)
        self.textEdited.connect(self._pause.start)
        self.popup.chosen.connect(self._open)

    def restyle(self) -> None:
        """Take icon, fonts and height from the look."""
        look = self._context.look
        self._glass.setIcon(look.icons.icon("search", "ink3"))
        self.popup.restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list, open what is chosen, or leave; type everything else."""
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.popup.isVisible():
            self.popup.move_choice(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif key == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close the list when the reader goes elsewhere."""
        super().focusOutEvent(event)
        if not self.popup.underMouse():
            self.popup.hide()

    def answer(self) -> None:
        """Search for what is typed and show what was found."""
        query = self.text().strip()
        if not query:
            self.popup.hide()
            return
        self.model.search(query, _HITS)
        self.popup.show_below(self)

    def _enter(self) -> None:
        self._pause.stop()
        if self.model.query != self.text().strip():
            self.answer()
        chosen = self.popup.choice() if self.popup.isVisible() else ""
        query = self.text().strip()
        if chosen and not self.model.nearest:
            self._open(chosen)
        elif query:
            self._open(f"search/{query}")

    def _open(self, link: str) -> None:
        self.popup.hide()
        self._context.state.open(link)

    def _leave(self) -> None:
        self.popup.hide()
        self.clear()
        self.clearFocus()
        self._context.state.opened.emit(self._context.state.link)


class SearchPopup(QFrame):
    """The list below the search box; it never takes the focus, so that typing goes on."""

    chosen = Signal(str)

    def __init__(self, context: Context, model: SearchModel, parent: QWidget) -> None:
        super().__init__(parent.window())
        self._context = context
        self._model = model
        part(self, "popup")
        self.hide()
        self._list = part(QListView(self), "raised")
        self._list.setModel(model)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setMouseTracking(True)
        self._list.setAccessibleName(self.tr("Search results"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.clicked.connect(self._click)
        self._foot = QFrame(self)
        part(self._foot, "popup-footer")
        self._keys = label(self.tr("↑ ↓ move     Enter open     Esc back"), "caption", "ink3")
        self._found = label("", "caption", "ink3")
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(16, 6, 16, 6)
        foot.addWidget(self._keys)
        foot.addStretch(1)
        foot.addWidget(self._found)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(self._list)
        layout.addWidget(self._foot)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(24)
        shadow.setOffset(0, 4)
        self.setGraphicsEffect(shadow)

    def restyle(self) -> None:
        """Take fonts and colours from the look."""
        look = self._context.look
        self._list.setItemDelegate(HitDelegate(look, self._list))

    def show_below(self, box: QWidget) -> None:
        """Open under the search box, as high as the answers need."""
        window = box.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        width = min(self._context.look.fonts.px(_WIDTH), window.width() - 32)
        corner = box.mapTo(window, QPoint(0, box.height() + 4))
        left = max(16, min(corner.x() + (box.width() - width) // 2, window.width() - width - 16))
        option_height = sum(self._list.sizeHintForRow(row) for row in range(self._model.rowCount()))
        foot = self._foot.sizeHint().height()
        height = min(option_height + foot + 6, window.height() - corner.y() - 16)
        if self._model.problem:
            self._found.setText(self._model.problem)
        elif self._model.nearest:
            self._found.setText(self.tr("nothing found; nearest names"))
        elif self._model.is_query:
            self._found.setText(self.tr("%n found by the query", "", self._model.found))
        else:
            self._found.setText(self.tr("%n found, names first", "", self._model.found))
        self.setGeometry(left, corner.y(), width, height)
        self.show()
        self.raise_()
        first = self._model.first_hit()
        if first >= 0:
            self._list.setCurrentIndex(self._model.index(first))

    def sizeHint(self) -> QSize:
        """Return a size that suits a small window."""
        return QSize(_WIDTH, 360)

    def move_choice(self, step: int) -> None:
        """Go to the next or previous hit, passing over headings."""
        row = self._list.currentIndex().row() + step
        while 0 <= row < self._model.rowCount():
            index = self._model.index(row)
            if index.flags() & Qt.ItemFlag.ItemIsSelectable:
                self._list.setCurrentIndex(index)
                return
            row += step

    def choice(self) -> str:
        """Return the id of the hit chosen, or nothing."""
        index = self._list.currentIndex()
        return str(index.data(Role.RECORD_ID) or "") if index.isValid() else ""

    def _click(self, index: QModelIndex) -> None:
        record = index.data(Role.RECORD_ID)
        if record:
            self.chosen.emit(record)
