# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Writing the rows of a reader's own table to a file, with progress, and copying them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMimeData, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QProgressBar, QVBoxLayout

from terkha.views.export_dialog import format_for
from terkha.views.messages import tell
from terkha.views.parts import button, label
from terkha.worker import Worker
from terkha_db.export import TABLE_FORMATS, Table
from terkha_db.export import format_by_id as table_format
from terkha_db.imported.export import RowExport, lines_of, table_of_rows
from terkha_db.imported.faults import CancelledError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from terkha.context import Context
    from terkha.views.collection_table import CollectionTable
    from terkha_db.errors import KnownError
    from terkha_db.export import TableFormat
    from terkha_db.imported.export import Exported
    from terkha_db.imported.paging import Page

MOST_COPIED = 20_000
"""Rows that the clipboard is given at once; more are better written to a file."""
_WIDTH = 420
translate = QCoreApplication.translate


class ExportDialog(QDialog):
    """Writes a file in a thread; shows how far it is, and stops when it is told to."""

    settled = Signal()
    """The file is written, or never will be."""

    def __init__(self, table: CollectionTable, kind: TableFormat, file: Path) -> None:
        super().__init__(table)
        model = table.model
        self.exported: Exported | None = None
        self.problem = ""
        """Why nothing was written, in a sentence."""
        self._bar = QProgressBar(self)
        self._bar.setRange(0, max(1, model.rowCount()))
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress of the export"))
        self._stop = button(self.tr("Cancel"))
        self._stop.clicked.connect(self.reject)
        self.setWindowTitle(self.tr("Export"))
        rows = model.rowCount()
        words = self.tr("Writing %n row(s) to {}", "", rows).replace(str(rows), f"{rows:,}", 1)
        self._lay_out(words.format(file.name))
        self._worker = Worker("export")
        self._export = RowExport(
            table.info,
            table_of_rows(table.info, table.source.vocabulary, model.fields),
            model.fields,
            model.view,
            progress=lambda rows: self._worker.tell(lambda: self._bar.setValue(rows)),
        )
        self._worker.do(lambda: self._export.write(kind, file), self._finish, self._fail)

    def reject(self) -> None:
        """Stop writing; the dialog closes when nothing of it is left."""
        self._stop.setEnabled(False)
        self._export.cancel()

    def _finish(self, exported: Exported) -> None:
        self.exported = exported
        self._end()

    def _fail(self, error: KnownError) -> None:
        self.problem = "" if isinstance(error, CancelledError) else str(error)
        self._end()

    def _end(self) -> None:
        self._worker.close()
        self.settled.emit()
        super().accept()

    def _lay_out(self, words: str) -> None:
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 20, 16)
        column.setSpacing(12)
        column.addWidget(label(words, "body", wrap=True))
        column.addWidget(self._bar)
        column.addLayout(foot)
        self.setMinimumWidth(_WIDTH)


def export_rows(table: CollectionTable) -> None:
    """Ask for a file and write exactly the rows and columns shown."""
    placed = table.info.placed > 0
    kinds = [kind for kind in TABLE_FORMATS if kind.is_file and (placed or not kind.placed_only)]
    filters = ";;".join(f"{kind.label} (*{kind.extension})" for kind in kinds)
    title = translate("Export", "Export %n row(s)", "", table.model.rowCount())
    name, chosen = QFileDialog.getSaveFileName(table, title, f"{table.info.slug}.csv", filters)
    if name:
        write_rows(table, format_for(kinds, Path(name), chosen), Path(name))


def write_rows(table: CollectionTable, kind: TableFormat, file: Path) -> None:
    """Write the rows shown to ``file``, and say how that went."""
    dialog = ExportDialog(table, kind, file)
    dialog.exec()
    dialog.deleteLater()
    if dialog.problem:
        tell(table, dialog.problem)
    elif dialog.exported is None:
        table.context.state.say(translate("Export", "The export was stopped; nothing was written"))
    else:
        words = translate("Export", "Saved %(file)s")
        left_out = dialog.exported.left_out
        if left_out:
            words += translate("Export", "; %n without a point left out", "", left_out)
        table.context.state.say(words % {"file": file})


def copy_rows(table: CollectionTable, ranges: Sequence[range]) -> None:
    """Copy rows as TSV, HTML and Markdown at once, read and written in the thread."""
    count = sum(map(len, ranges))
    if count > MOST_COPIED:
        words = translate(
            "Export", "%n row(s) are too many to copy: export them to a file", "", count
        )
        table.context.state.say(words)
        return
    fields, all_fields = table.model.fields, table.model.all_fields
    bare = table_of_rows(table.info, table.source.vocabulary, fields)

    def texts(pages: Sequence[Page]) -> tuple[int, tuple[str, ...]]:
        lines = [line for page in pages for line in lines_of(page, table.info, all_fields, fields)]
        whole: Table = replace(bare, lines=tuple(lines))
        kinds = map(table_format, ("tsv", "html", "markdown"))
        return len(lines), tuple(kind.write(whole) for kind in kinds)

    table.model.collect(ranges, texts, lambda found: _give(table.context, *found))


def _give(context: Context, count: int, texts: tuple[str, ...]) -> None:
    data = QMimeData()
    data.setText(texts[0])
    data.setHtml(texts[1])
    data.setData("text/markdown", texts[2].encode())
    QGuiApplication.clipboard().setMimeData(data)
    context.state.say(translate("Export", "Copied %n row(s)", "", count))
