# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Writing the rows and columns of a table page to a file, and copying them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMimeData
from PySide6.QtWidgets import QFileDialog

from terkha.views.messages import tell
from terkha_db.export import TABLE_FORMATS, TableFormat, table_of
from terkha_db.export import format_by_id as table_format
from terkha_db.fields import fields_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from terkha.context import Context
    from terkha.models.table import RecordTableModel
    from terkha_db.catalogue import Row


def export_table(parent: QWidget, context: Context, model: RecordTableModel) -> None:
    """Ask for a file and write exactly the rows and columns shown, each with its works."""
    formats = formats_of(model)
    filters = ";;".join(f"{kind.label} (*{kind.extension})" for kind in formats)
    title = QCoreApplication.translate("Export", "Export %n row(s)", "", model.rowCount())
    name, chosen = QFileDialog.getSaveFileName(parent, title, f"terkha-{model.kind}.csv", filters)
    if not name:
        return
    file = Path(name)
    write_table(parent, context, model, format_for(formats, file, chosen), file)


def format_for(formats: Sequence[TableFormat], file: Path, chosen: str) -> TableFormat:
    """Return the format that a file's ending names, or else the filter that was chosen.

    Where several formats have the ending, the filter decides among them.
    """
    named = [each for each in formats if each.extension == file.suffix.lower()]
    filtered = [each for each in formats if chosen.startswith(f"{each.label} (")]
    both = [each for each in named if each in filtered]
    return [*both, *named, *filtered, *formats][0]


def formats_of(model: RecordTableModel) -> list[TableFormat]:
    """Return the kinds of file a table can be written to; only what has points goes on a map."""
    placed = "lat" in {field.id for field in fields_of(model.kind)}
    return [kind for kind in TABLE_FORMATS if kind.is_file and (placed or not kind.placed_only)]


def write_table(
    parent: QWidget,
    context: Context,
    model: RecordTableModel,
    kind: TableFormat,
    file: Path,
) -> None:
    """Write the table to ``file``; a fault of the file is told in one sentence."""
    style = str(context.settings["citation_style"]) if kind.is_book else ""
    table = table_of(context.catalogue, model.kind, model.fields, model.rows(), style)
    try:
        file.write_bytes(kind.content(table))
    except OSError as error:
        words = QCoreApplication.translate(
            "Export", "%(file)s could not be written (%(why)s): choose another place."
        )
        tell(parent, words % {"file": file, "why": error.strerror})
        return
    left_out = table.unplaced if kind.placed_only else 0
    words = QCoreApplication.translate("Export", "Saved %(file)s")
    if left_out:
        words += QCoreApplication.translate("Export", "; %n without a point left out", "", left_out)
    context.state.say(words % {"file": file})


def rows_as_mime(context: Context, model: RecordTableModel, rows: Sequence[Row]) -> QMimeData:
    """Return rows for the clipboard: TSV, HTML and Markdown at once."""
    table = table_of(context.catalogue, model.kind, model.fields, rows)
    data = QMimeData()
    data.setText(table_format("tsv").write(table))
    data.setHtml(table_format("html").write(table))
    data.setData("text/markdown", table_format("markdown").write(table).encode())
    return data
