# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Entries of short lists, high enough to be pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QListWidget, QStyledItemDelegate, QStyleOptionViewItem

if TYPE_CHECKING:
    from terkha.look import Look
    from terkha.models.roles import Index


class Lines(QStyledItemDelegate):
    """Gives the entries of a short list the height of a line that can be pressed."""

    def __init__(self, look: Look, parent: QListWidget) -> None:
        super().__init__(parent)
        self._look = look
        parent.setIconSize(QSize(17, 17))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of one line."""
        return QSize(super().sizeHint(option, index).width(), self._look.fonts.px(31))
