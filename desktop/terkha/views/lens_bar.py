# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The bar over every page while a lens is on: what is in, and that nothing is deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from terkha.views.parts import button, icons, label, part
from terkha_db.lens import OPEN, in_words

if TYPE_CHECKING:
    from terkha.context import Context


class LensBar(QFrame):
    """There whenever a lens is on, and only then."""

    change_requested = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        part(self, "lens-bar")
        self._icon = QLabel()
        self._words = label("", "strong", "lens", wrap=True)
        self._change = button(self.tr("Change"), "quiet", hint=self.tr("Choose whose works count"))
        self._off = button(self.tr("Turn off"), "quiet", hint=self.tr("Let all works count again"))
        self._change.clicked.connect(self.change_requested)
        self._off.clicked.connect(lambda: context.look_through(OPEN))
        line = QHBoxLayout(self)
        line.setContentsMargins(20, 3, 8, 3)
        line.setSpacing(10)
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._words, 1)
        line.addWidget(self._change)
        line.addWidget(self._off)
        self.hide()

    def tell(self, of_page: str = "") -> None:
        """Say what the lens includes; ``of_page`` says what it does to the page in front."""
        catalogue = self._context.catalogue
        lens = catalogue.lens
        self.restyle()
        self.setVisible(lens.is_on)
        titles = [brief.title for brief in catalogue.briefs(sorted(lens.without))]
        named = in_words(lens, titles) if len(titles) == 1 else in_words(lens)
        rest = of_page or self.tr("All other values stay on the record pages, in grey.")
        self._words.setText(self.tr("Lens on: %(lens)s. %(rest)s") % {"lens": named, "rest": rest})

    def words(self) -> str:
        """Return what the bar says; "" while no lens is on."""
        return self._words.text() if self._context.catalogue.lens.is_on else ""

    def restyle(self) -> None:
        """Take icons from the look, where they are seen."""
        if not self._context.catalogue.lens.is_on:
            return
        look = self._context.look
        size = look.fonts.px(17)
        self._icon.setPixmap(look.icons.icon("glasses", "lens").pixmap(QSize(size, size)))
        icons(look, (self._change, "sliders-horizontal"), (self._off, "x"))
