# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Writing a comparison to a file as a table, each row with the works behind it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from terkha.views.export_dialog import format_for
from terkha.views.messages import tell
from terkha_db.comparing import as_table
from terkha_db.export import TABLE_FORMATS, TableFormat

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from terkha.context import Context
    from terkha.pages import Comparison

_FORMATS = tuple(kind for kind in TABLE_FORMATS if kind.is_file and not kind.placed_only)


def export_comparison(parent: QWidget, context: Context, compared: Comparison) -> None:
    """Ask for a file and write the comparison there."""
    filters = ";;".join(f"{kind.label} (*{kind.extension})" for kind in _FORMATS)
    title = QCoreApplication.translate("Export", "Export %n row(s)", "", len(compared.rows))
    name, chosen = QFileDialog.getSaveFileName(parent, title, "terkha-comparison.csv", filters)
    if name:
        file = Path(name)
        write_comparison(parent, context, compared, format_for(_FORMATS, file, chosen), file)


def write_comparison(
    parent: QWidget, context: Context, compared: Comparison, kind: TableFormat, file: Path
) -> None:
    """Write a comparison to ``file``; a fault of the file is told in one sentence."""
    table = as_table(compared.records, compared.rows, compared.titles, context.catalogue.edition)
    try:
        file.write_bytes(kind.content(table))
    except OSError as error:
        words = QCoreApplication.translate(
            "Export", "%(file)s could not be written (%(why)s): choose another place."
        )
        tell(parent, words % {"file": file, "why": error.strerror})
        return
    context.state.say(QCoreApplication.translate("Export", "Saved %(file)s") % {"file": file})
