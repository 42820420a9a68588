# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The first pane of the import dialog: what columns mean, what comes of it, what will not fit."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QSplitter, QVBoxLayout, QWidget

from terkha.models.import_preview import ImportPreviewModel
from terkha.views.import_columns import ColumnMapper
from terkha.views.parts import label, rule, set_role
from terkha.views.plain_cells import PlainTable
from terkha_db.imported.fitting import Misfit

if TYPE_CHECKING:
    from terkha.look import Look
    from terkha_db.imported.mapping import Mapping
    from terkha_db.imported.preview import Preview

_WIDTHS = (64, 240, 90, 90)
_OTHER_WIDTH = 130
_REASONS = 4
_SPLIT = (500, 600)


class ImportSetup(QWidget):
    """Columns at the left, the first rows as they will be at the right, warnings below."""

    role_chosen = Signal(str, str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.mapping: Mapping | None = None
        self.columns = ColumnMapper(look, self)
        self.rows = ImportPreviewModel(self)
        self.table = PlainTable(self)
        self.swap = QCheckBox(self.tr("Latitude and longitude are exchanged"))
        self.name = QLineEdit(self)
        self.facts = label(self.tr("Reading the table …"), "caption", "ink3", wrap=True)
        self.words = label("", "body", "disp", wrap=True)
        """What will not fit, and what the reader should know; empty if all is well."""
        self._lay_out()
        self.columns.role_chosen.connect(self.role_chosen)

    def show_preview(self, seen: Preview) -> None:
        """Show what a mapping makes of the table."""
        self.mapping = seen.mapping
        self.columns.show_mapping(seen)
        self.rows.show(seen)
        for column in range(self.rows.columnCount()):
            width = _WIDTHS[column] if column < len(_WIDTHS) else _OTHER_WIDTH
            self.table.setColumnWidth(column, self._look.fonts.px(width))
        self.facts.setText(" · ".join(seen.facts))
        self.tell("\n".join([*seen.warnings, *self._misfits(seen)]))

    def tell(self, words: str, *, is_fault: bool = True) -> None:
        """Say something below the rows."""
        set_role(self.words, "body", "disp" if is_fault else "ink2")
        self.words.style().polish(self.words)
        self.words.setText(words)
        self.words.setVisible(bool(words))

    def _misfits(self, seen: Preview) -> list[str]:
        """Return how many of the rows read do not fit, by their reasons."""
        reasons = Counter(row.reason for row in seen.fitted if isinstance(row, Misfit))
        return [f"{count:,} × {reason}" for reason, count in reasons.most_common(_REASONS)]

    def _lay_out(self) -> None:
        look = self._look
        self.table.setModel(self.rows)
        self.table.setAccessibleName(self.tr("The first rows, as they will be"))
        self.table.dress(look)
        self.table.horizontalHeader().setSortIndicatorShown(False)
        self.name.setAccessibleName(self.tr("Name of the collection"))
        self.name.setMaxLength(80)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(_titled(self.tr("What the columns mean"), self.columns))
        split.addWidget(_titled(self.tr("The first 50 rows, as they will be"), self.table))
        split.setSizes([look.fonts.px(width) for width in _SPLIT])
        split.setStretchFactor(1, 1)
        named = QHBoxLayout()
        named.setSpacing(12)
        named.addWidget(label(self.tr("Name of the collection"), "caption-strong", "ink2"))
        named.addWidget(self.name, 1)
        named.addWidget(self.swap)
        below = QVBoxLayout()
        below.setContentsMargins(24, 10, 20, 10)
        below.setSpacing(8)
        below.addWidget(self.words)
        below.addWidget(self.facts)
        below.addLayout(named)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(split, 1)
        layout.addWidget(rule())
        layout.addLayout(below)


def _titled(title: str, widget: QWidget) -> QWidget:
    pane = QWidget()
    column = QVBoxLayout(pane)
    column.setContentsMargins(20, 10, 8, 0)
    column.addWidget(label(title, "caps", "ink3"))
    column.addWidget(widget, 1)
    return pane
