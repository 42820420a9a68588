# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The backups of the library, newest first, for one of them to take its place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from terkha.views.parts import button, icons, label, lead
from terkha_db.library.contents import described
from terkha_db.library.rotation import DAILY, DAMAGED

if TYPE_CHECKING:
    from terkha.look import Look
    from terkha_db.library.contents import Contents
    from terkha_db.library.rotation import Backup
    from terkha_db.paths import Paths

_SIZE = (640, 420)
_FEW_LINES = 90  # what is left to the list on a low screen
_FILE = Qt.ItemDataRole.UserRole


class BackupsDialog(QDialog):
    """Says what is the matter and lists the backups; :attr:`chosen` is what the reader wants.

    ``other`` is another way out, such as beginning with an empty library; ``leave`` the word on
    the button that changes nothing.
    """

    def __init__(
        self,
        look: Look,
        paths: Paths,
        words: tuple[str, str],
        ways: tuple[str, str],
        parent: QWidget | None = None,
    ) -> None:
        """``words`` are heading and explanation; ``ways`` the words for other way and leaving."""
        super().__init__(parent)
        heading, explanation = words
        other, leave = ways
        self._paths = paths
        self._look = look
        self.chosen: Path | None = None
        """The backup to restore."""
        self.other_wanted = False
        self.setWindowTitle(heading)
        self.list = self._list(described(paths))
        self.restore = button(self.tr("Restore"), "primary")
        self.elsewhere = button(self.tr("Another file…"))
        self.other = button(other)
        self.leave = button(leave)
        self._lay_out(heading, explanation)
        self.other.setVisible(bool(other))
        icons(look, (self.restore, "archive-restore"))
        self.resize(look.fonts.px(_SIZE[0]), look.fonts.px(_SIZE[1]))
        self.list.itemSelectionChanged.connect(self._enable)
        self.list.itemActivated.connect(self._restore)
        self.restore.clicked.connect(self._restore)
        self.elsewhere.clicked.connect(self._choose_file)
        self.other.clicked.connect(self._take_other)
        self.leave.clicked.connect(self.reject)
        self._choose_newest()
        self._enable()

    # What the reader does

    def _restore(self) -> None:
        chosen = self.list.selectedItems()
        if chosen:
            self.chosen = Path(chosen[0].data(0, _FILE))
            self.accept()

    def _choose_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Restore library"),
            str(self._paths.backups),
            self.tr("Library (*.sqlite)"),
        )
        if name:
            self.chosen = Path(name)
            self.accept()

    def _take_other(self) -> None:
        self.other_wanted = True
        self.accept()

    def _enable(self) -> None:
        self.restore.setEnabled(bool(self.list.selectedItems()))

    def _choose_newest(self) -> None:
        for row in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(row)
            if item is not None and item.flags() & Qt.ItemFlag.ItemIsSelectable:
                self.list.setCurrentItem(item)
                return

    # Building

    def _list(self, found: tuple[tuple[Backup, Contents | None], ...]) -> QTreeWidget:
        made = QTreeWidget(self)
        made.setAccessibleName(self.tr("Backups, newest first"))
        made.setHeaderLabels([self.tr("Made"), self.tr("Occasion"), self.tr("Holds")])
        made.setRootIsDecorated(False)
        made.setUniformRowHeights(True)
        made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        made.setAllColumnsShowFocus(True)
        for backup, held in found:
            item = QTreeWidgetItem([_moment(backup), self._occasion(backup), self._holds(held)])
            item.setData(0, _FILE, str(backup.file))
            item.setToolTip(0, str(backup.file))
            if held is None:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
                for column in range(item.columnCount()):
                    item.setForeground(column, QColor(self._look.theme.ink3))
            made.addTopLevelItem(item)
        made.setItemDelegate(_Rows(self._look, made))
        made.setMinimumHeight(self._look.fonts.px(_FEW_LINES))
        header = made.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionsMovable(False)
        return made

    def _occasion(self, backup: Backup) -> str:
        words = {
            DAILY: self.tr("daily"),
            "before-restore": self.tr("before a restoration"),
            "before-update": self.tr("before an update"),
            DAMAGED: self.tr("the damaged library"),
        }
        return words[backup.reason]

    def _holds(self, held: Contents | None) -> str:
        if held is None:
            return self.tr("damaged, cannot be restored")
        parts = (
            self.tr("%n bookmark(s)", "", held.bookmarks),
            self.tr("%n note(s)", "", held.notes),
            self.tr("%n collection(s)", "", held.collections),
        )
        return ", ".join(parts)

    def _lay_out(self, heading: str, explanation: str) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.elsewhere)
        foot.addWidget(self.other)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addWidget(self.restore)
        told = lead(explanation)
        told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(label(heading, "dialog-title", wrap=True))
        layout.addWidget(told)
        layout.addWidget(self.list, 1)
        layout.addLayout(foot)
        self.restore.setDefault(True)
        for each in self.findChildren(QPushButton):
            each.setAutoDefault(each is self.restore)


class _Rows(QStyledItemDelegate):
    """Gives each cell the height of a line that can be pressed, and room after its words."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the room of the words and what is around them."""
        words = super().sizeHint(option, index)
        return QSize(words.width() + self._look.fonts.px(20), self._look.fonts.px(29))


def _moment(backup: Backup) -> str:
    """Return when a backup was made, by the clock and the customs of this place."""
    local = QDateTime.fromSecsSinceEpoch(int(backup.made.timestamp()))
    return QLocale().toString(local, "d MMMM yyyy, HH:mm")
