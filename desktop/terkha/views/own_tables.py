# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The reader's own tables as they are listed in the library, below its shelves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from terkha.views.lines import Lines
from terkha.views.parts import button, icons, label
from terkha_db.errors import KnownError
from terkha_db.imported.shelf import Shelf

if TYPE_CHECKING:
    from terkha.context import Context

_SLUG = Qt.ItemDataRole.UserRole
_MOST_LINES = 8


class OwnTables(QWidget):
    """One line for each collection; Enter or a click opens it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Your own tables"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.add = button(self.tr("Import table…"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(label(self.tr("Your own tables"), "caps", "ink3"))
        column.addWidget(self.list)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.list.itemClicked.connect(self._open)
        self.list.itemActivated.connect(self._open)
        self.add.clicked.connect(self._import)
        context.state.library_changed.connect(self.reload)
        context.look.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Take icons and height from the look."""
        look = self._context.look
        self.list.setItemDelegate(Lines(look, self.list))
        self.list.setFont(look.fonts.font("body"))
        icons(look, (self.add, "upload"))
        self.reload()

    def reload(self) -> None:
        """List the collections there are; one that cannot be read says why when pointed at."""
        self.list.clear()
        shelf = Shelf(self._context.paths.collections)
        for file, info in zip(shelf.files(), shelf.collections(), strict=False):
            if isinstance(info, KnownError):
                self._add(file.stem, self.tr("%s (damaged)") % file.stem, str(info))
            else:
                shown = f"{info.name}  ({info.sites:,})"
                self._add(info.slug, shown, self.tr("Imported from %s") % info.source)
        lines = min(self.list.count(), _MOST_LINES)
        self.list.setFixedHeight(self._context.look.fonts.px(31) * lines + 2)
        self.list.setVisible(lines > 0)

    def _add(self, slug: str, shown: str, hint: str) -> None:
        icon = self._context.look.icons.icon("table", "ink2")
        item = QListWidgetItem(icon, shown, self.list)
        item.setData(_SLUG, slug)
        item.setToolTip(hint)

    def _open(self, item: QListWidgetItem) -> None:
        self._context.state.open(f"collection/{item.data(_SLUG)}")

    def _import(self) -> None:
        from terkha.views.import_dialog import import_table

        import_table(self.window(), self._context)
