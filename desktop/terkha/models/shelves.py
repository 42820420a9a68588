# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The shelves of the library as one list: what there always is, collections, tags."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from terkha.models.roles import Index, Role

if TYPE_CHECKING:
    from terkha_db.library.library import Library

_ROOT = QModelIndex()


class Sort(Enum):
    """What kinds of shelf there are."""

    EVERYTHING = "everything"
    RECENT = "recent"
    TRAY = "tray"
    SEARCHES = "searches"
    WORKS = "works"
    COLLECTION = "collection"
    TAG = "tag"


@dataclass(frozen=True, slots=True)
class Shelf:
    """One shelf: its sort, and for collections and tags which one it is."""

    sort: Sort
    name: str = ""
    """The path of a collection, or a tag."""

    @property
    def takes(self) -> bool:
        """Whether what is kept can be put here by dropping it."""
        return self.sort in (Sort.COLLECTION, Sort.TAG, Sort.TRAY)


@dataclass(frozen=True, slots=True)
class ShelfLine:
    """A line of the list: a shelf with its words, or a heading where there is no shelf."""

    text: str
    shelf: Shelf | None = None
    icon: str = ""
    count: int | None = None
    depth: int = 0


class ShelvesModel(QAbstractListModel):
    """The lines at the left of the library page."""

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._lines: tuple[ShelfLine, ...] = ()
        self.reload()

    def reload(self) -> None:
        """Read what shelves there are and how much stands on them."""
        self.beginResetModel()
        self._lines = (*self._standing(), *self._collections(), *self._tags())
        self.endResetModel()

    def shelf(self, row: int) -> Shelf | None:
        """Return the shelf of a row; none of headings and of rows that are not there."""
        return self._lines[row].shelf if 0 <= row < len(self._lines) else None

    def row_of(self, shelf: Shelf) -> int:
        """Return the row of a shelf, or -1 if it is gone."""
        return next((row for row, line in enumerate(self._lines) if line.shelf == shelf), -1)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return the line, or its words."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == Role.ENTRY:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.text if line.count is None else f"{line.text}, {line.count}"
        if role == Qt.ItemDataRole.ToolTipRole and line.shelf is not None:
            return line.shelf.name or None
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let shelves be chosen, those that take something be dropped on, collections be moved."""
        shelf = self.shelf(index.row()) if index.isValid() else None
        if shelf is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if shelf.takes:
            flags |= Qt.ItemFlag.ItemIsDropEnabled
        return flags | Qt.ItemFlag.ItemIsDragEnabled if shelf.sort is Sort.COLLECTION else flags

    def _standing(self) -> list[ShelfLine]:
        library = self._library
        return [
            ShelfLine(
                self.tr("Everything kept"),
                Shelf(Sort.EVERYTHING),
                "bookmark",
                library.bookmarks.count(),
            ),
            ShelfLine(self.tr("Recently viewed"), Shelf(Sort.RECENT), "history"),
            ShelfLine(self.tr("Citation tray"), Shelf(Sort.TRAY), "layers", library.tray.count()),
            ShelfLine(
                self.tr("Saved searches"),
                Shelf(Sort.SEARCHES),
                "search",
                len(library.searches.all()),
            ),
            ShelfLine(
                self.tr("Works of your own"),
                Shelf(Sort.WORKS),
                "book-open-text",
                len(library.works.all()),
            ),
        ]

    def _collections(self) -> list[ShelfLine]:
        return [
            ShelfLine(self.tr("Collections")),
            *(
                ShelfLine(
                    each.name,
                    Shelf(Sort.COLLECTION, each.path),
                    "folder",
                    each.total,
                    each.depth,
                )
                for each in self._library.collections.all()
            ),
        ]

    def _tags(self) -> list[ShelfLine]:
        tags = self._library.tags.all()
        heading = [ShelfLine(self.tr("Tags"))] if tags else []
        return heading + [
            ShelfLine(each.name, Shelf(Sort.TAG, each.name), "tag", each.bookmarks) for each in tags
        ]
