# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A table whose first column stays while the others scroll sideways below it."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
    QWidget,
)

from terkha.views.parts import part
from terkha.views.record_table import RecordTable


class PinnedTable(RecordTable):
    """A record table with a twin of its first column on top, there only while it is scrolled."""

    resized = Signal()
    """There is more or less room for the columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pinned = self.make_twin()
        self.pinned.hide()
        self.pinned.setFocusProxy(self)
        self.pinned.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.pinned.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.pinned.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.pinned.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pinned.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pinned.setShowGrid(False)
        self.pinned.setMouseTracking(True)
        self.pinned.setFrameShape(QFrame.Shape.NoFrame)
        self.pinned.verticalHeader().hide()
        self.pinned.horizontalHeader().setSortIndicatorShown(True)
        self.pinned.horizontalHeader().setHighlightSections(False)
        self._edge = part(QFrame(self), "edge")
        self._edge.hide()
        self._connect()

    def make_twin(self) -> QTableView:
        """Return the table that shows the pinned column."""
        return QTableView(self)

    def setModel(self, model: QAbstractItemModel | None) -> None:  # noqa: N802
        """Show a model; the pinned column shares rows and selection with it."""
        super().setModel(model)
        if model is not None:
            self.pinned.setModel(model)
            self.pinned.setSelectionModel(self.selectionModel())
            self.selectionModel().currentChanged.connect(self._uncover)
            model.modelReset.connect(self._place)

    def setItemDelegate(self, delegate: QAbstractItemDelegate) -> None:  # noqa: N802
        """Paint the cells of both with one delegate."""
        super().setItemDelegate(delegate)
        self.pinned.setItemDelegate(delegate)

    def setAccessibleName(self, name: str) -> None:  # noqa: N802
        """Name the table, and the pinned column after it."""
        super().setAccessibleName(name)
        self.pinned.setAccessibleName(self.tr("%s, first column") % name)

    def show_order(self, column: int, order: Qt.SortOrder) -> None:
        """Show in the head of a column that rows are sorted by it; -1 for none."""
        for header in (self.horizontalHeader(), self.pinned.horizontalHeader()):
            header.setSortIndicator(column, order)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the pinned column as high as the table."""
        super().resizeEvent(event)
        self._place()
        self.resized.emit()

    def _connect(self) -> None:
        header, bar = self.horizontalHeader(), self.verticalScrollBar()
        bar.valueChanged.connect(self.pinned.verticalScrollBar().setValue)
        self.pinned.verticalScrollBar().valueChanged.connect(bar.setValue)
        self.horizontalScrollBar().valueChanged.connect(self._place)
        header.sectionResized.connect(self._place)
        header.geometriesChanged.connect(self._place)
        header.sectionMoved.connect(self._hold_first)
        pinned_header = self.pinned.horizontalHeader()
        pinned_header.sectionClicked.connect(header.sectionClicked)
        pinned_header.setSectionsClickable(True)
        pinned_header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        pinned_header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        pinned_header.customContextMenuRequested.connect(header.customContextMenuRequested)
        self.pinned.activated.connect(self.activated)
        self.pinned.doubleClicked.connect(self.doubleClicked)

    def _first(self) -> int:
        return self.horizontalHeader().logicalIndex(0)

    def _hold_first(self, logical: int, old: int, new: int) -> None:
        """Put the first column back in its place when it, or another over it, was dragged."""
        if 0 in (old, new) and old != new:
            header = self.horizontalHeader()
            header.blockSignals(True)
            header.moveSection(new, old)
            header.blockSignals(False)
            self.viewport().update()
        self._place()

    def _uncover(self, index: QModelIndex) -> None:
        """Bring the current cell out from below the pinned column."""
        hidden = self.pinned.width() - self.visualRect(index).left()
        if self.pinned.isVisible() and index.column() != self._first() and hidden > 0:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - hidden)

    def _place(self) -> None:
        """Set the pinned column over the first one, or hide it where that shows itself."""
        first = self._first()
        scrolled = first >= 0 and self.horizontalScrollBar().value() > 0
        self.pinned.setVisible(scrolled)
        self._edge.setVisible(scrolled)
        if not scrolled:
            return
        header, width = self.horizontalHeader(), self.columnWidth(first)
        for column in range(header.count()):
            self.pinned.setColumnHidden(column, column != first)
        self.pinned.setColumnWidth(first, width)
        self.pinned.horizontalHeader().setFixedHeight(header.height())
        self.pinned.verticalHeader().setDefaultSectionSize(
            self.verticalHeader().defaultSectionSize()
        )
        frame = self.frameWidth()
        high = self.viewport().height() + header.height()
        self.pinned.setGeometry(QRect(frame, frame, width, high))
        self.pinned.verticalScrollBar().setValue(self.verticalScrollBar().value())
        self._edge.setGeometry(frame + width, frame, 1, high)
        self._edge.raise_()
