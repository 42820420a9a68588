# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What is said in the place of rows where the filters of a table leave none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from terkha.views.parts import button, label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractScrollArea

    from terkha.look import Look


class NothingShown(QWidget):
    """Lies over the empty rows of a table: what happened, and the way back to all of them."""

    cleared = Signal()
    """The reader wants all rows again."""

    def __init__(self, table: QAbstractScrollArea, how: str = "") -> None:
        """``how`` says what there is to do, where it is not what the catalogue's tables say."""
        super().__init__(table)
        self._table = table
        self._icon = label()
        self._what = label(self.tr("Nothing here matches all filters"), "section")
        self._how = label(
            how
            or self.tr(
                "Take a filter off, or look for the name in the search above. What is not "
                "recorded is a gap in the catalogue."
            ),
            "body",
            "ink2",
            wrap=True,
        )
        self._how.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._clear = button(self.tr("Clear all filters"))
        self._clear.clicked.connect(self.cleared)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addStretch(2)
        for widget in (self._icon, self._what, self._how, self._clear):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        table.installEventFilter(self)
        self.hide()

    def restyle(self, look: Look) -> None:
        """Take icon and measures from the look."""
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(look.icons.pixmap("funnel", "ink3", 40, ratio))
        width = look.fonts.px(340)
        self._how.setFixedSize(width, self._how.heightForWidth(width))

    def tell(self, *, nothing: bool) -> None:
        """Show itself where there are no rows."""
        self.setVisible(nothing)
        if nothing:
            self._cover()
            self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the rows would be."""
        if event.type() == QEvent.Type.Resize and self.isVisibleTo(self._table):
            self._cover()
        return super().eventFilter(watched, event)

    def _cover(self) -> None:
        self.setGeometry(self._table.viewport().geometry())
