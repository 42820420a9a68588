# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The list below the search box; it never takes the focus, so that typing goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from terkha.views.completions import CompletionList
from terkha.views.hit_list import HitList
from terkha.views.parts import label, part, rule
from terkha.views.shadow import Shadow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from terkha.context import Context
    from terkha.models.search import SearchModel
    from terkha_db.query.complete import Completion

_WIDTH = 760


class SearchPopup(QFrame):
    """Hits by kind, and below them what the keys do and how much was found."""

    chosen = Signal(str)
    """The link of a hit."""

    def __init__(self, context: Context, model: SearchModel, box: QWidget) -> None:
        super().__init__(box.window())
        self._context = context
        self._model = model
        self._box = box
        self._shadow = Shadow(box.window())
        part(self, "popup")
        self.hide()
        self.list = HitList(context, model, self)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.chosen.connect(self.chosen)
        self.completions = CompletionList(context, self, inside=True)
        self._edge = rule()
        self._edge.hide()
        self._foot = part(QFrame(self), "popup-footer")
        keys = self.tr("↑ ↓ move     Enter open     Ctrl+Enter new tab     Esc back")
        self._found = label("", "caption", "ink3")
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(16, 6, 16, 6)
        foot.addWidget(label(keys, "caption", "ink3"))
        foot.addStretch(1)
        foot.addWidget(self._found)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(self.completions)
        layout.addWidget(self._edge)
        layout.addWidget(self.list)
        layout.addWidget(self._foot)
        model.told.connect(self._follow)

    def restyle(self) -> None:
        """Take fonts and colours from the look."""
        self.list.dress(self._context.look)

    def show_answers(self, completions: Sequence[Completion] = ()) -> None:
        """Open under the search box, the first hit chosen, completions above the hits."""
        self.completions.fill(completions)
        self._edge.setVisible(bool(completions))
        self._tell()
        self._place()
        self.list.choose_first()

    def sizeHint(self) -> QSize:
        """Return a size that suits a small window."""
        return QSize(_WIDTH, 360)

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the reader's own tables go when nobody searches any more."""
        super().hideEvent(event)
        self._shadow.hide()
        self._model.rest()

    def move_choice(self, step: int) -> None:
        """Go to the next or previous hit, passing over headings."""
        row = self.list.currentIndex().row() + step
        while 0 <= row < self._model.rowCount():
            index = self._model.index(row)
            if index.flags() & Qt.ItemFlag.ItemIsSelectable:
                self.list.setCurrentIndex(index)
                return
            row += step

    def choice(self) -> str:
        """Return the link of the hit chosen, or nothing."""
        return "" if self._model.is_stale else self.list.choice()

    def _follow(self) -> None:
        """Show what the reader's own tables have; what is chosen stays chosen."""
        self._tell()
        self._place()
        if not self.list.currentIndex().isValid():
            self.list.choose_first()

    def _tell(self) -> None:
        """Say what was found, once it is known; while tables answer, the number stays."""
        model = self._model
        if model.problem:
            self._found.setText(model.problem)
        elif model.is_slow:
            self._found.setText(self.tr("Reading your collections …"))
        elif model.is_pending:
            return
        elif model.nearest:
            self._found.setText(self.tr("nothing found; these come nearest"))
        elif model.is_query:
            self._found.setText(self.tr("%n found by the query", "", model.found))
        else:
            self._found.setText(self.tr("%n found, names first", "", model.found))

    def _place(self) -> None:
        """Take as much room as the answers need; give none back while more are on the way."""
        window = self._box.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        width = min(self._context.look.fonts.px(_WIDTH), window.width() - 32)
        corner = self._box.mapTo(window, QPoint(0, self._box.height() + 4))
        left = corner.x() + (self._box.width() - width) // 2
        left = max(16, min(left, window.width() - width - 16))
        rows = sum(self.list.sizeHintForRow(row) for row in range(self._model.rowCount()))
        if self.completions.count():
            rows += self.completions.height() + self._edge.height()
        height = rows + self._foot.sizeHint().height() + 6
        if self._model.is_pending and self.isVisible():
            height = max(height, self.height())
        self.setGeometry(left, corner.y(), width, min(height, window.height() - corner.y() - 16))
        self.show()
        self.raise_()
        self._shadow.lie_under(self)
