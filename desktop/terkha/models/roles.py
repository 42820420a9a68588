# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What the models answer beside Qt's own roles."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
"""What Qt hands to a model."""


class Role(IntEnum):
    """Roles of Terkha's own, asked for by delegates and actions."""

    RECORD_ID = Qt.ItemDataRole.UserRole + 1
    """Permanent id of the record that the row shows."""
    FIELD = Qt.ItemDataRole.UserRole + 2
    """The Field of the column."""
    VALUE = Qt.ItemDataRole.UserRole + 3
    """The value as stored: number, text or None."""
    SECOND = Qt.ItemDataRole.UserRole + 4
    """Text of the second line of the cell, empty where there is none."""
    DISPUTED = Qt.ItemDataRole.UserRole + 5
    """Text of the range where figures differ, empty where they do not."""
    STATEMENTS = Qt.ItemDataRole.UserRole + 6
    """The statements behind the cell: who says so."""
    ENTRY = Qt.ItemDataRole.UserRole + 7
    """The whole entry of a list: a Hit, Bookmark, Visit or heading."""
    MARKS = Qt.ItemDataRole.UserRole + 8
    """Pairs of commodity and role whose marks are drawn in the cell."""
    OUTSIDE = Qt.ItemDataRole.UserRole + 9
    """True where something is recorded, but nothing inside the lens."""
