# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The page of one kind of record: a table, its filter, its columns and the entry beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from terkha.models.roles import Role
from terkha.models.table import RecordTableModel
from terkha.views import keeping
from terkha.views.delegates import CellDelegate
from terkha.views.detail import DetailViewer
from terkha.views.page import Page
from terkha.views.parts import button, icons, label
from terkha.views.record_table import RecordTable
from terkha_db.fields import fields_of

if TYPE_CHECKING:
    from terkha.context import Context
    from terkha.views.pages import PageSpec

_DETAIL_WIDTH = 340
_PAUSE_MS = 60
_LOOSE = 140


class TablePage(Page):
    """All records of one kind; which columns, widths and order is remembered."""

    def __init__(self, context: Context, spec: PageSpec) -> None:
        super().__init__(context)
        self._spec = spec
        self.model = RecordTableModel(context.catalogue, spec.kind, self)
        self.table = RecordTable(self)
        self.filter = QLineEdit(self)
        self.detail = DetailViewer(context, self)
        self._title = label(QCoreApplication.translate("Pages", spec.label), "page-title")
        self._count = label("", "body", "ink3")
        self._columns = button(self.tr("Columns"))
        self._export = button(self.tr("Export"))
        self._cite = button(self.tr("Cite"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._by_hand = False
        self._lay_out()
        self._connect()
        self._recall()
        self.restyle()

    # What the window asks

    def record_ids(self) -> list[str]:
        """Return the records selected, in the order of the table."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [self.model.record_id(row) for row in rows]

    def begin_find(self) -> None:
        """Put the cursor into the filter."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def export(self) -> None:
        """Write the rows and columns shown to a file of the reader's choice."""
        from terkha.views.export_dialog import export_table

        export_table(self, self.context, self.model)

    def copy(self) -> None:
        """Copy the rows selected, or all shown if none is, as TSV, HTML and Markdown at once."""
        from terkha.views.export_dialog import rows_as_mime

        chosen = set(self.record_ids())
        rows = [row for row in self.model.rows() if not chosen or row.id in chosen]
        QGuiApplication.clipboard().setMimeData(rows_as_mime(self.context, self.model, rows))
        self.context.state.say(self.tr("Copied %n row(s)", "", len(rows)))

    def status(self) -> str:
        """Say which row is current and what the table is sorted by."""
        row = self.table.currentIndex().row() + 1
        place = self.tr("Row %(row)s of %(rows)s") if row else self.tr("%(rows)s rows")
        words = place % {"row": row, "rows": self.model.rowCount()}
        if self.model.order:
            field, descending = self.model.order[0]
            label = next(f.label for f in fields_of(self._spec.kind) if f.id == field)
            way = self.tr("descending") if descending else self.tr("ascending")
            words += self.tr(" · sorted by %(field)s, %(way)s") % {
                "field": QCoreApplication.translate("Fields", label).lower(),
                "way": way,
            }
        return words

    def take_focus(self) -> None:
        """Put the keyboard into the table."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> list[QWidget]:
        """Return filter, table and the entry beside it."""
        return [self.filter, self.table, self.detail]

    def restyle(self) -> None:
        """Take fonts, icons and row height from the look."""
        look = self.context.look
        icons(look, (self._columns, "columns-3"), (self._export, "download"), (self._cite, "quote"))
        self.table.setItemDelegate(CellDelegate(look, self.table))
        self.table.verticalHeader().setDefaultSectionSize(look.fonts.px(46))
        self.table.horizontalHeader().setFixedHeight(look.fonts.px(32))
        self.detail.restyle()

    def show_record(self, record_id: str) -> None:
        """Select a record in the table and show its entry."""
        row = self.model.row_of(record_id)
        if row >= 0:
            self.table.selectRow(row)
            self.table.scrollTo(self.model.index(row, 0))

    # Building

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(20, 10, 16, 10)
        head.setSpacing(8)
        self.filter.setPlaceholderText(self.tr("Filter this table"))
        self.filter.setAccessibleName(self.tr("Filter this table"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setMinimumWidth(160)
        self.filter.setMaximumWidth(260)
        head.addWidget(self._title)
        head.addSpacing(4)
        head.addWidget(self._count)
        head.addStretch(1)
        for widget in (self.filter, self._columns, self._export, self._cite):
            head.addWidget(widget)
        self.table.setModel(self.model)
        self.table.setAccessibleName(self._title.text())
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setHandleWidth(1)
        self._split.addWidget(self.table)
        self._split.addWidget(self.detail)
        self._split.setStretchFactor(0, 1)
        self._split.setStretchFactor(1, 0)
        self._split.setCollapsible(0, False)
        self._split.setSizes([900, _DETAIL_WIDTH])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._split, 1)

    def _connect(self) -> None:
        header = self.table.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(
            lambda place: self._choose_columns(header.mapToGlobal(place))
        )
        header.sectionClicked.connect(self._sort_by)
        header.sectionMoved.connect(self._keep)
        header.sectionResized.connect(self._keep_widths)
        self._columns.clicked.connect(
            lambda: self._choose_columns(
                self._columns.mapToGlobal(QPoint(0, self._columns.height() + 2))
            )
        )
        self._export.clicked.connect(self.export)
        self._cite.clicked.connect(self._cite_selected)
        self.filter.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self._apply_filter)
        self.table.activated.connect(self._open)
        self.table.doubleClicked.connect(self._open)
        self.table.copy_requested.connect(self.copy)
        self.table.selectionModel().selectionChanged.connect(self._show_selected)
        self.detail.closed.connect(self.detail.hide)
        self.detail.bookmark_requested.connect(
            lambda record_id: keeping.keep_or_let_go(self, self.context, [record_id])
        )
        self.detail.cite_requested.connect(
            lambda ids: keeping.cite(self, self.context, ids, self._title.text())
        )

    # Doing

    def _apply_filter(self) -> None:
        kept = self.record_ids()
        self.model.set_text(self.filter.text().strip())
        self._tell()
        if kept:
            self.show_record(kept[0])

    def _sort_by(self, column: int) -> None:
        field = self.model.fields[column]
        again = bool(self.model.order) and self.model.order[0] == (field.id, False)
        order = Qt.SortOrder.DescendingOrder if again else Qt.SortOrder.AscendingOrder
        kept = self.record_ids()
        self.model.sort(column, order)
        self._show_order()
        self._keep()
        if kept:
            self.show_record(kept[0])
        self.status_changed.emit(self.status())

    def _show_order(self) -> None:
        header = self.table.horizontalHeader()
        ids = [field.id for field in self.model.fields]
        first = self.model.order[0] if self.model.order else ("", False)
        column = ids.index(first[0]) if first[0] in ids else -1
        way = Qt.SortOrder.DescendingOrder if first[1] else Qt.SortOrder.AscendingOrder
        header.setSortIndicator(column, way)

    def _choose_columns(self, place: QPoint) -> None:
        menu = QMenu(self)
        shown = {field.id for field in self.model.fields}
        for field in fields_of(self._spec.kind):
            action = QAction(QCoreApplication.translate("Fields", field.label), menu)
            action.setToolTip(QCoreApplication.translate("Fields", field.help))
            action.setCheckable(True)
            action.setChecked(field.id in shown)
            action.setEnabled(field.id != "title")
            action.toggled.connect(lambda on, name=field.id: self._toggle_column(name, on=on))
            menu.addAction(action)
        menu.setToolTipsVisible(True)
        menu.addSeparator()
        menu.addAction(self.tr("Standard columns"), self._reset_columns)
        menu.popup(place)

    def _toggle_column(self, name: str, *, on: bool) -> None:
        ids = [field.id for field in self._in_visual_order()]
        ids = [*ids, name] if on else [other for other in ids if other != name]
        order = [field.id for field in fields_of(self._spec.kind)]
        if on and ids[:-1] == sorted(ids[:-1], key=order.index):
            ids.sort(key=order.index)
        self._show_columns(ids)
        self._keep()

    def _reset_columns(self) -> None:
        self._by_hand = False
        self._show_columns([field.id for field in fields_of(self._spec.kind) if field.shown])
        self._keep()
        self._fit()

    def _show_columns(self, ids: list[str]) -> None:
        widths = {
            field.id: self.table.columnWidth(column)
            for column, field in enumerate(self.model.fields)
        }
        header = self.table.horizontalHeader()
        header.blockSignals(True)
        self.model.show_fields(ids)
        for column, field in enumerate(self.model.fields):
            width = widths.get(field.id) or self.context.look.fonts.px(field.width)
            header.resizeSection(column, width)
            visual = header.visualIndex(column)
            if visual != column:
                header.moveSection(visual, column)
        header.blockSignals(False)
        self._show_order()

    def _in_visual_order(self) -> list:  # type: ignore[type-arg]
        header = self.table.horizontalHeader()
        columns = sorted(range(len(self.model.fields)), key=header.visualIndex)
        return [self.model.fields[column] for column in columns]

    def _open(self, index: QModelIndex) -> None:
        self.context.state.open(index.data(Role.RECORD_ID))

    def _cite_selected(self) -> None:
        ids = self.record_ids() or [row.id for row in self.model.rows()]
        keeping.cite(self, self.context, ids, self._title.text())

    def _show_selected(self) -> None:
        ids = self.record_ids()
        if ids and self.table.currentIndex().isValid():
            self.detail.show_record(self.model.record_id(self.table.currentIndex().row()))
            self.detail.show()
        self._tell()
        self.selection_changed.emit()

    def _tell(self) -> None:
        shown, total = self.model.rowCount(), self.model.total
        words = self.tr("%(shown)s of %(total)s shown") if shown != total else self.tr("%(total)s")
        words %= {"shown": f"{shown:,}", "total": f"{total:,}"}
        chosen = len(self.table.selectionModel().selectedRows())
        if chosen > 1:
            words += self.tr(", %n selected", "", chosen)
        self._count.setText(words)
        rows = chosen if chosen > 1 else shown
        self._export.setText(self.tr("Export %n row(s)", "", shown))
        self._cite.setText(self.tr("Cite %n", "", chosen or shown))
        self._export.setEnabled(bool(rows))
        self._cite.setEnabled(bool(rows))
        self.status_changed.emit(self.status())

    # Remembering

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the columns fill the table until the reader has set their widths."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self._fit)

    def _fit(self) -> None:
        """Share what room is left, or lacking, among the columns that hold words."""
        if self.context.settings.layout(f"table-{self._spec.kind}").get("widths"):
            return
        fonts = self.context.look.fonts
        widths = [fonts.px(field.width) for field in self.model.fields]
        loose = [n for n, field in enumerate(self.model.fields) if field.width >= _LOOSE]
        loose = loose or [0]
        left = self.table.viewport().width() - sum(widths)
        share = left // len(loose)
        header = self.table.horizontalHeader()
        header.blockSignals(True)
        for column, width in enumerate(widths):
            wide = max(width + share, width * 11 // 20) if column in loose else width
            header.resizeSection(column, wide)
        header.blockSignals(False)
        self.table.viewport().update()

    def _keep_widths(self) -> None:
        """Remember widths that the reader set by hand."""
        self._by_hand = True
        self._keep()

    def _keep(self) -> None:
        fields = self._in_visual_order()
        widths = {
            field.id: self.table.columnWidth(column)
            for column, field in enumerate(self.model.fields)
        }
        self.context.settings.keep_layout(
            f"table-{self._spec.kind}",
            {
                "columns": [field.id for field in fields],
                "widths": widths if self._by_hand else {},
                "order": [list(key) for key in self.model.order],
            },
        )

    def _recall(self) -> None:
        kept = self.context.settings.layout(f"table-{self._spec.kind}")
        known = {field.id for field in fields_of(self._spec.kind)}
        columns = [name for name in kept.get("columns", []) if name in known]
        ids = columns or [field.id for field in self.model.fields]
        self._show_columns(ids)
        widths = kept.get("widths", {})
        self._by_hand = bool(widths)
        header = self.table.horizontalHeader()
        header.blockSignals(True)
        for column, field in enumerate(self.model.fields):
            header.resizeSection(
                column, widths.get(field.id) or self.context.look.fonts.px(field.width)
            )
        header.blockSignals(False)
        order = [(name, bool(down)) for name, down in kept.get("order", []) if name in known]
        if order:
            self.model.order = tuple(order)
            self.model.reload()
        self._show_order()
        self._tell()
        if self.model.rowCount():
            self.table.selectRow(0)
