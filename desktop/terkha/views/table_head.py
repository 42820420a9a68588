# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The line above a table: its name, how many rows show, the words box and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from terkha.views.giving import fit
from terkha.views.parts import Elided, button, icons, label
from terkha.views.query_line import QueryLine

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from terkha.context import Context
    from terkha.look import Look
    from terkha.views.query_line import Complete


_WORDS = 140


class TableHead(QWidget):
    """Title, counts, the words box and the buttons of a table; pages add buttons of their own."""

    def __init__(self, context: Context, title: str, complete: Complete, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = Elided("page-title")
        self._title.setText(title)
        self._count = label("", "body", "ink3")
        self.words = QueryLine(context, complete, self)
        self.drawer = button(self.tr("Filters"), hint=self.tr("Show or hide the filters"))
        self.columns = button(self.tr("Columns"))
        self.save = button(self.tr("Save search"))
        self.export = button(self.tr("Export"))
        self._own: list[tuple[QPushButton, str]] = []
        self._leading: tuple[tuple[QPushButton, str], ...] = ()
        self._line = QHBoxLayout(self)
        self._lay_out()

    def title(self) -> str:
        """Return the name of the table."""
        return self._title.accessibleName()

    def add(self, made: QPushButton, icon: str) -> None:
        """Put a button of the page after the others."""
        self._own.append((made, icon))
        self._line.addWidget(made)

    def lead(self, *pairs: tuple[QPushButton, str]) -> None:
        """Put buttons of the page, each with its icon, before all others."""
        self._leading = pairs
        at = self._line.indexOf(self.drawer)
        for number, (made, _) in enumerate(pairs):
            self._line.insertWidget(at + number, made)

    def tell_doing(self, words: str) -> None:
        """Say what is being done in the place of the counts."""
        self._count.setText(words)

    def tell(self, shown: int, total: int, chosen: int, *, narrowed: bool) -> None:
        """Say how many rows show and are selected, and what the buttons would do with them."""
        words = self.tr("%(shown)s of %(total)s shown") if shown != total else self.tr("%(total)s")
        words %= {"shown": f"{shown:,}", "total": f"{total:,}"}
        if chosen > 1:
            words += self.tr(", %n selected", "", chosen)
        self._count.setText(words)
        export = self.tr("Export %n row(s)", "", shown)
        self.export.setText(export.replace(str(shown), f"{shown:,}", 1))
        self.export.setEnabled(bool(shown))
        self.save.setEnabled(narrowed)
        self.save.setToolTip("" if narrowed else self.tr("Filter the table first, then save that"))
        self._fit()

    def restyle(self, look: Look) -> None:
        """Take icons from the look."""
        icons(
            look,
            (self.drawer, "funnel"),
            (self.columns, "columns-3"),
            (self.save, "bookmark-plus"),
            (self.export, "download"),
            *self._own,
            *self._leading,
        )

        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave words to the tooltips where there is no room for them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        leading = (made for made, _ in self._leading)
        own = (made for made, _ in self._own)
        buttons = (*leading, self.drawer, self.columns, self.save, self.export, *own)
        for widget in (self._count, self.save):
            widget.show()
        self.words.setMinimumWidth(_WORDS)
        self._title.setMinimumWidth(self._title.sizeHint().width())
        fit(self._line, buttons, self.width())
        # Then goes what cannot be pressed now or is told elsewhere; the title is cut last.
        if self._is_full():
            self.save.setVisible(self.save.isEnabled())
        if self._is_full():
            self._count.hide()
        if self._is_full():
            self.words.setMinimumWidth(_WORDS // 2)
        if self._is_full():
            self._title.setMinimumWidth(0)

    def _is_full(self) -> bool:
        return self._line.minimumSize().width() > self.width()

    def _lay_out(self) -> None:
        self.words.setPlaceholderText(self.tr("Filter this table"))
        self.words.setAccessibleName(self.tr("Filter this table"))
        self.words.setToolTip(
            self.tr("Words in any spelling, or a query such as commodity:copper elevation>4500")
        )
        self.words.setClearButtonEnabled(True)
        self.words.setMinimumWidth(_WORDS)
        self.words.setMaximumWidth(260)
        line = self._line
        line.setContentsMargins(20, 10, 16, 10)
        line.setSpacing(8)
        line.addWidget(self._title)
        line.addSpacing(4)
        line.addWidget(self._count)
        line.addStretch(1)
        for widget in (self.drawer, self.words, self.columns, self.save, self.export):
            line.addWidget(widget)
