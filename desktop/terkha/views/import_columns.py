# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What each column of a table means: one line a column, with its guess and an example."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from terkha_db.imported.mapping import ROLES
from terkha_db.vocabulary import LANGUAGES

if TYPE_CHECKING:
    from terkha.look import Look
    from terkha_db.imported.preview import Preview

_NAMED = ("bo", "bo-Latn", "bo-Latn-wylie", "zh-Hans", "zh-Hant", "zh-Latn", "en", "mn")
"""Languages offered for columns of other names; a column guessed to be in another keeps it."""
_HEIGHT = 34


class ColumnMapper(QTableWidget):
    """A line for each column: its header, what it means, and the first cell that is not empty."""

    role_chosen = Signal(str, str)
    """Header and role, such as ``name:zh-Hans``, that the reader has chosen."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(0, 3, parent)
        self._look = look
        self._choices: list[QComboBox] = []
        self.setAccessibleName(self.tr("What the columns mean"))
        self.setHorizontalHeaderLabels(
            [self.tr("Column"), self.tr("Means"), self.tr("For example")]
        )
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(look.fonts.px(_HEIGHT))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(0, look.fonts.px(116))
        self.setColumnWidth(1, look.fonts.px(232))

    def show_mapping(self, seen: Preview) -> None:
        """Show what the columns mean now."""
        headers = [column.header for column in seen.mapping.columns]
        if self._headers() != headers:
            self._fill(seen)
        for choice, column in zip(self._choices, seen.mapping.columns, strict=True):
            role = f"{column.role}:{column.lang}" if column.lang else column.role
            choice.blockSignals(True)
            if choice.findData(role) < 0:
                choice.addItem(_label(role), role)
            choice.setCurrentIndex(choice.findData(role))
            choice.blockSignals(False)

    def _headers(self) -> list[str]:
        items = [self.item(row, 0) for row in range(self.rowCount())]
        return [item.text() for item in items if item is not None]

    def _fill(self, seen: Preview) -> None:
        self._choices = []
        self.setRowCount(len(seen.mapping.columns))
        for row, column in enumerate(seen.mapping.columns):
            self.setItem(row, 0, _item(column.header))
            self.setItem(row, 2, _item(_example(seen, row)))
            choice = self._choice(column.header)
            self._choices.append(choice)
            self.setCellWidget(row, 1, choice)

    def _choice(self, header: str) -> QComboBox:
        choice = _Choice(self)
        choice.setAccessibleName(self.tr("What %s means") % header)
        choice.view().setAccessibleName(choice.accessibleName())
        roles = [role.id for role in ROLES]
        after = roles.index("name") + 1
        roles[after:after] = [f"name:{tag}" for tag in _NAMED]
        for role in roles:
            choice.addItem(_label(role), role)
        choice.currentIndexChanged.connect(
            lambda _: self.role_chosen.emit(header, str(choice.currentData()))
        )
        return choice


class _Choice(QComboBox):
    """A box that the wheel does not change: turned over the list, it scrolls the list."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the list."""
        event.ignore()


def _label(role: str) -> str:
    name, _, tag = role.partition(":")
    label = next(each.label for each in ROLES if each.id == name)
    words = QCoreApplication.translate("ImportRoles", label)
    language = next((each.label for each in LANGUAGES if each.tag == tag), tag)
    return f"{words}: {language}" if tag else words


def _item(text: str) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setToolTip(text)
    return item


def _example(seen: Preview, column: int) -> str:
    cells = (row.cells[column] for row in seen.raw if not row.fault)
    return " ".join(next((str(cell) for cell in cells if cell != ""), "").split())[:200]
