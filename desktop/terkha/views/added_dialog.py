# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Shows sums of published figures, or why there is none, to be copied with their works."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from terkha.pages.added import build_added
from terkha.views.parts import button, icons, label
from terkha.views.reading_pane import ReadingPane

if TYPE_CHECKING:
    from collections.abc import Sequence

    from terkha.context import Context
    from terkha_db.sums import Added

_SIZE = (860, 620)


class AddedDialog(QDialog):
    """One section for each thing that was to be added up."""

    def __init__(
        self,
        context: Context,
        added: Sequence[Added],
        title: str,
        link: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Add up"))
        self.pane = ReadingPane(context, self)
        lead = label(
            self.tr(
                "Of each record the figure that tables show. Figures are added only where nothing"
                " that is recorded speaks against it; in doubt they are not."
            ),
            "caption",
            "ink3",
            wrap=True,
        )
        copy = button(self.tr("Copy with citations"), "primary")
        close = button(self.tr("Close"))
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(copy)
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.addWidget(label(title, "page-title"))
        layout.addWidget(lead)
        layout.addWidget(self.pane, 1)
        layout.addLayout(foot)
        copy.clicked.connect(self.pane.copy_text)
        close.clicked.connect(self.accept)
        self.pane.view.record_requested.connect(self.accept)
        self.pane.restyle()
        icons(context.look, (copy, "copy"))
        px = context.look.fonts.px
        self.resize(px(_SIZE[0]), px(_SIZE[1]))
        today = context.catalogue.edition.date
        translate = QCoreApplication.translate
        self.pane.show_document(build_added(added, title, link, today, translate))
