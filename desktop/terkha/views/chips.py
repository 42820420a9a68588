# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The row of filters above a table: chips to take off, and the query as text to edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from terkha.views.flow import FlowLayout
from terkha.views.parts import button, label
from terkha.views.query_line import QueryLine

if TYPE_CHECKING:
    from terkha.context import Context
    from terkha.models.filtering import TableFilter
    from terkha.views.query_line import Complete

_LINE = 330


class FilterRow(QWidget):
    """Chips, Clear all and the query; hidden while no query is asked and nothing is wrong.

    Words have no chip: they stand in their own box, which can be cleared.
    """

    cleared = Signal()
    """The reader wants all rows again."""

    def __init__(
        self,
        context: Context,
        complete: Complete,
        asked: TableFilter,
        words: QueryLine,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._context = context
        self._filter = asked
        self.kept = ""
        """Which records, marked in a picture, the rows are kept to, in words; "" for none."""
        self.line = QueryLine(context, complete, self)
        self.line.setPlaceholderText(self.tr("Query, such as commodity:copper"))
        self.line.setAccessibleName(self.tr("Query of this table"))
        self._lead = label(self.tr("Filters"), "caption", "ink3")
        self._error = label("", "caption", "disp", wrap=True)
        self._clear = button(self.tr("Clear all"), "quiet")
        self._clear.clicked.connect(self.cleared)
        self._chips = QWidget(self)
        self._flow = FlowLayout(self._chips)
        self._lay_out()
        asked.changed.connect(self.refresh)
        asked.failed.connect(self._fail)
        self.line.asked.connect(asked.set_query)
        self.line.settled.connect(self._settle)
        self.refresh()

    def restyle(self) -> None:
        """Take lengths from the look."""
        self.line.setFixedWidth(self._context.look.fonts.px(_LINE))

    def refresh(self) -> None:
        """Show the chips and the text of the query as it is now."""
        chips = self._filter.chips
        focused = self.line.hasFocus()
        self._empty()
        if self.kept:
            self._add_kept(self.kept)
        for chip in chips:
            self._add(chip.label, lambda _=False, rest=chip.without: self._take_off(rest))
        if chips:
            self._flow.addWidget(self._clear)
        self._clear.setVisible(bool(chips))
        self._error.hide()
        self.line.mark(-1)
        if not focused:
            self.line.show_text(self._filter.where)
        # The row may not vanish under the cursor of one who has just emptied the query.
        self.setVisible(bool(chips or self.kept) or focused)
        self._chips.updateGeometry()

    def show_kept(self, where: str, number: int) -> None:
        """Say in a chip that the rows are those marked in a picture; without one, that none are."""
        self.kept = self.tr("%n marked in “%s”", "", number) % where if where else ""
        self.refresh()

    def _take_off(self, rest: str) -> None:
        self.line.show_text(rest)
        self._filter.set_query(rest)

    def tell_fault(self) -> None:
        """Say what cannot be read; the rows of the last good query stay."""
        error = self._filter.error
        if error is None:
            return
        self._error.setText(self.tr("%s The rows are those of the last query.") % error)
        self._error.show()
        for field in (self.line, self._words):
            if field.hasFocus():
                field.mark(error.at)
        self.show()

    def _settle(self) -> None:
        if self._filter.error is None:
            self.refresh()
        else:
            self.tell_fault()

    def _fail(self) -> None:
        """Tell of a fault at once, but let one who is typing finish."""
        if self._filter.is_unfinished:
            self._error.hide()
        else:
            self.tell_fault()

    def _add_kept(self, text: str) -> None:
        self._add(text, lambda: self._context.state.select(()))

    def _add(self, text: str, remove: object) -> None:
        chip = button(f"{text}  ×", "chip", hint=self.tr("Take off this filter"))
        chip.setAccessibleName(self.tr("Filter %s. Press to take it off.") % text)
        chip.setMaximumWidth(self._context.look.fonts.px(420))
        chip.clicked.connect(remove)
        self._flow.addWidget(chip)
        chip.show()

    def _empty(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self._clear:
                widget.hide()
                widget.deleteLater()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._lead, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._chips, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.line, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 0, 16, 9)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._error)
