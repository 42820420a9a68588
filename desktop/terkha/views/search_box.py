# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The search box of the top bar, which answers in a list below it while one types."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from terkha.look.lettering import draw_line, line_width
from terkha.views.completing import CompletingLine
from terkha.views.ways import Way, asked_way

if TYPE_CHECKING:
    from terkha.context import Context
    from terkha.models.search import SearchModel
    from terkha.views.search_popup import SearchPopup
    from terkha_db.query.complete import Completion

_HITS = 11
_VALUES, _FIELDS = 6, 3
_ROOM_FOR_KEY = 110
_SHORTEST = 3
"""Letters that a word must have before fields are offered for it."""
_COMPARING = ":>"
_PAUSE_MS = 15


class SearchBox(CompletingLine):
    """Answers while one types; arrows and Enter choose, Escape leads back to where one was."""

    left = Signal()
    """The reader goes back to the page in front."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._has_popup = False
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
        self._unread = True
        self._steps = context.catalogue.preparing()
        self._spare = QTimer(self)
        self._spare.setInterval(0)
        self._spare.timeout.connect(self._prepare)

    def restyle(self) -> None:
        """Take icon, fonts and height from the look."""
        look = self._context.look
        self._glass.setIcon(look.icons.icon("search", "ink3"))
        if self._has_popup:
            self.popup.restyle()

    @cached_property
    def model(self) -> SearchModel:
        """What is found; made when the reader first comes here, as most of what searches is."""
        from terkha.models.search import SearchModel
        from terkha_db.imported.shelf import Shelf

        context = self._context
        return SearchModel(
            context.catalogue, context.library, Shelf(context.paths.collections), self
        )

    @cached_property
    def popup(self) -> SearchPopup:
        """The list below the box, made with the first answer."""
        from terkha.views.search_popup import SearchPopup

        popup = SearchPopup(self._context, self.model, self)
        popup.restyle()
        popup.chosen.connect(self._open)
        popup.completions.itemClicked.connect(lambda _: self.take_completion())
        self._has_popup = True
        return popup

    @property
    def is_answering(self) -> bool:
        """Whether the list stands open below the box."""
        return self._has_popup and self.popup.isVisible()

    def put_away(self) -> None:
        """Close the list."""
        if self._has_popup:
            self.popup.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list, open what is chosen, or leave; type everything else."""
        key = event.key()
        down = 1 if key == Qt.Key.Key_Down else -1
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.is_answering:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.popup.completions.move_choice(down)
            else:
                self.popup.move_choice(down)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif key == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin to read what the first search would wait for."""
        super().focusInEvent(event)
        self._unread = True
        self._spare.start()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close the list when the reader goes elsewhere."""
        super().focusOutEvent(event)
        is_left = event.reason() != Qt.FocusReason.PopupFocusReason
        if is_left and self._has_popup and not self.popup.underMouse():
            self.popup.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, with the key that leads to it while it is empty."""
        super().paintEvent(event)
        look = self._context.look
        room = self.width() - self.fontMetrics().horizontalAdvance(self.placeholderText())
        if self.text() or room < look.fonts.px(_ROOM_FOR_KEY):
            return
        key = QKeySequence("Ctrl+K").toString(QKeySequence.SequenceFormat.NativeText)
        width = round(line_width(key, "caption", look.fonts)) + 14
        high = look.fonts.px(20)
        chip = QRect(self.width() - width - 10, (self.height() - high) // 2, width, high)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(look.theme.line))
        painter.drawRoundedRect(chip, 4, 4)
        painter.setPen(QColor(look.theme.ink3))
        place = QPointF(chip.left() + 7, chip.top() + look.fonts.px(14))
        draw_line(painter, place, width, key, "caption", look.fonts)

    def answer(self) -> None:
        """Search for what is typed and show what was found."""
        query = self.text().strip()
        if not query:
            self.put_away()
            return
        self.model.search(query, _HITS)
        if not self.model.is_stale or self.is_answering:
            self.popup.show_answers(self._completions())

    def take_completion(self) -> bool:
        """Take the completion that is marked with the key."""
        taken = self.popup.completions.choice() if self.is_answering else None
        if taken is None:
            return False
        self.put(taken)
        self.answer()
        return True

    def _completions(self) -> list[Completion]:
        """Return what may stand at the cursor, if it is about to be a query.

        Values are offered wherever a field is compared, fields once a word has begun like one.
        """
        at = self.cursorPosition()
        found = self._context.catalogue.complete_across(self.text(), at)
        is_field = bool(found) and found[0].insert[-1] in _COMPARING
        if not is_field:
            return found[:_VALUES]
        typed = self.text()[found[0].start : at].lower()
        if len(typed) < _SHORTEST:
            return []
        return [each for each in found if each.insert.startswith(typed)][:_FIELDS]

    def _prepare(self) -> None:
        """Take one step; of those for the catalogue the last one is the last for good."""
        if self._unread:
            self._unread = False
            self.model.prepare()
        elif next(self._steps, self) is self:
            self._spare.stop()

    def _enter(self) -> None:
        self._pause.stop()
        if self.model.query != self.text().strip():
            self.answer()
        chosen = self.popup.choice() if self.is_answering else ""
        query = self.text().strip()
        if chosen and not self.model.nearest:
            self._open(chosen)
        elif query:
            self._open(f"search/{query}")

    def _open(self, link: str) -> None:
        # Behind a list that stays open, several hits can be laid aside one after the other.
        from terkha.views.hit_list import open_hit

        if asked_way() is not Way.BESIDE:
            self.put_away()
        open_hit(self, self._context, link)

    def _leave(self) -> None:
        self.put_away()
        self.clear()
        self.clearFocus()
        self.left.emit()
