# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Asking where a chart is to be written, and printing it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QInputDialog

from terkha.charts.export import CHART_FORMATS, SCALE, orientation_of, paint_sheet
from terkha.charts.paper import WIDTH
from terkha.look.fonts import Fonts

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from terkha.charts.base import Picture
    from terkha.look import Look

translate = QCoreApplication.translate


def ask_for_file(parent: QWidget, name: str) -> tuple[Path | None, int]:
    """Return the file that the reader chose, and the width of a PNG in pixels; None for no file.

    A name without an ending takes that of the format chosen.
    """
    filters = ";;".join(
        f"{translate('Charts', kind.label)} (*{kind.extension})" for kind in CHART_FORMATS
    )
    title = translate("ChartsPage", "Export chart")
    chosen, kind = QFileDialog.getSaveFileName(parent, title, f"{name}.png", filters)
    if not chosen:
        return None, 0
    file = Path(chosen)
    if not file.suffix:
        file = file.with_suffix(kind.rpartition("*")[2].rstrip(")"))
    if file.suffix.lower() != ".png":
        return file, 0
    words = translate("ChartsPage", "Width of the picture in pixels:")
    width, sure = QInputDialog.getInt(parent, title, words, SCALE * WIDTH, 400, 12_000, 100)
    return (file if sure else None), width


def print_picture(parent: QWidget, picture: Picture, look: Look) -> None:
    """Let the reader choose a printer or a PDF file, and print a chart on a page."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    fonts = Fonts(look.fonts.families)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(picture.title)
    printer.setPageOrientation(orientation_of(picture, fonts))
    if QPrintDialog(printer, parent).exec() == QPrintDialog.DialogCode.Accepted:
        paint_sheet(picture, fonts, printer)
