# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The line over a comparison: its records, to be moved and taken out, and the field to add one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from terkha.views.flow import FlowLayout
from terkha.views.parts import button, part
from terkha.views.record_picker import RecordPicker
from terkha_db.comparable import KINDS, MOST
from terkha_db.wording import format_kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from terkha.context import Context
    from terkha_db.entities import Brief


class CompareBar(QFrame):
    """The records of a comparison in their order; asks by signals for other ones."""

    changed = Signal(list)
    """Ids of the records that the reader wants side by side now."""
    opened = Signal(str)
    """The page of this record is wanted."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._ids: list[str] = []
        self._icons: list[tuple[QToolButton, str]] = []
        inside = QWidget(self)
        self._line = FlowLayout(inside)
        around = QHBoxLayout(self)
        around.setContentsMargins(20, 0, 16, 8)
        around.addWidget(inside)
        self.picker = RecordPicker(context, self)
        self.picker.picked.connect(self.add)

    def show_records(self, briefs: Sequence[Brief]) -> None:
        """Show these records, each with what can be done with it."""
        self._ids = [brief.id for brief in briefs]
        self._icons = []
        while (item := self._line.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self.picker:
                widget.hide()
                widget.deleteLater()
        for number, brief in enumerate(briefs):
            card = self._card(number, brief)
            self._line.addWidget(card)
            card.show()
        self._line.addWidget(self.picker)
        kind = briefs[0].kind if briefs else ""
        self.picker.look_for((kind,) if kind else KINDS)
        name = format_kind(kind).lower()
        words = self.tr("Another %s, by any name") % name if kind else self.tr("A name of any kind")
        self.picker.setPlaceholderText(words)
        self.picker.setAccessibleName(words)
        full = len(briefs) >= MOST
        self.picker.setEnabled(not full)
        self.picker.setToolTip(
            self.tr("%s records are compared at most; take one out first") % MOST if full else ""
        )
        self.restyle()

    def restyle(self) -> None:
        """Take icons from the look."""
        for made, name in self._icons:
            made.setIcon(self._context.look.icons.icon(name))

    def add(self, record_id: str) -> None:
        """Ask for one more record."""
        if record_id not in self._ids and len(self._ids) < MOST:
            self.changed.emit([*self._ids, record_id])

    def remove(self, number: int) -> None:
        """Ask for the records without one of them."""
        self.changed.emit([one for n, one in enumerate(self._ids) if n != number])

    def shift(self, number: int, to: int) -> None:
        """Ask for the records with one of them in another place."""
        ids = list(self._ids)
        ids.insert(to, ids.pop(number))
        self.changed.emit(ids)

    def _card(self, number: int, brief: Brief) -> QWidget:
        card = part(QFrame(self), "card")
        line = QHBoxLayout(card)
        line.setContentsMargins(10, 2, 4, 2)
        line.setSpacing(2)
        title = button(brief.title, "link", hint=self.tr("Open the page of %s") % brief.title)
        title.clicked.connect(lambda: self.opened.emit(brief.id))
        line.addWidget(title)
        last = len(self._ids) - 1
        for icon, words, to in (
            ("arrow-left", self.tr("Move %s to the left"), number - 1),
            ("arrow-right", self.tr("Move %s to the right"), number + 1),
        ):
            move = self._tool(icon, words % brief.title)
            move.setEnabled(0 <= to <= last)
            move.clicked.connect(lambda _=False, to=to: self.shift(number, to))
            line.addWidget(move)
        away = self._tool("x", self.tr("Take %s out of the comparison") % brief.title)
        away.clicked.connect(lambda: self.remove(number))
        line.addWidget(away)
        return card

    def _tool(self, icon: str, words: str) -> QToolButton:
        made = QToolButton(self)
        made.setToolTip(words)
        made.setAccessibleName(words)
        self._icons.append((made, icon))
        return made
