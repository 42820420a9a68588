# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Writing the map to a file: as a picture, or its sites as a table with coordinates."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPageLayout
from PySide6.QtWidgets import QFileDialog, QInputDialog

from terkha.atlas.paper import PICTURES, MapSheet, lies_across, paint_page, to_png
from terkha.atlas.sizes import size_words
from terkha.charts.words import edition_words
from terkha.look.fonts import Fonts
from terkha.views.messages import tell
from terkha_db.errors import KnownError
from terkha_db.export import format_by_id, table_of
from terkha_db.fields import fields_of
from terkha_db.lens import in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from terkha.atlas.scene import Scene
    from terkha.context import Context

TABLES = ("geojson", "kml", "csv")
"""Formats of the sites shown, by their ids."""
ENDINGS = (
    *(ending for _, ending, _ in PICTURES),
    *(format_by_id(name).extension for name in TABLES),
)
"""How the files are told apart."""
translate = QCoreApplication.translate


def ask_and_export(
    parent: QWidget, context: Context, scene: Scene, ids: Sequence[str], filters: str
) -> None:
    """Ask for a file and write the map to it, or the sites with these ids."""
    kinds = [f"{translate('Charts', label)} (*{ending})" for label, ending, _ in PICTURES]
    kinds += [
        f"{translate('Map', 'Mines shown, %s') % known.label} (*{known.extension})"
        for known in map(format_by_id, TABLES)
    ]
    title = translate("Map", "Export the map, or the mines shown")
    name, chosen = QFileDialog.getSaveFileName(parent, title, "terkha-map.png", ";;".join(kinds))
    if not name:
        return
    file = Path(name)
    if not file.suffix:
        file = file.with_suffix(chosen.rpartition("*")[2].rstrip(")"))
    width, sure = 0, True
    if file.suffix.lower() == ".png":
        twice = round(2 * sheet_of(context, scene, filters).size(_fonts(context)).width())
        words = translate("Map", "Width of the picture in pixels:")
        width, sure = QInputDialog.getInt(parent, title, words, twice, 400, 12_000, 100)
    if not sure:
        return
    try:
        written = write_map(context, scene, ids, filters, file, width)
    except KnownError as error:
        tell(parent, str(error))
        return
    context.state.say(written)


def write_map(
    context: Context,
    scene: Scene,
    ids: Sequence[str],
    filters: str,
    file: Path,
    width: int = 0,
) -> str:
    """Write the map or its sites to ``file`` as its ending asks; return what was done.

    ``width`` is that of a PNG in pixels; 0 for twice the size of the map on screen.

    Raises:
        KnownError: an ending that names no format, or a place that cannot be written.

    """
    ending = file.suffix.lower()
    if ending == ".png" and width:
        content = to_png(sheet_of(context, scene, filters), _fonts(context), width)
    else:
        content = _content(context, scene, ids, filters, ending)
    if not content:
        raise KnownError(
            f"A map cannot be written to {file.name}: endings are {', '.join(ENDINGS)}."
        )
    try:
        file.write_bytes(content)
    except OSError as error:
        raise KnownError(
            f"{file} could not be written ({error.strerror}): choose another place."
        ) from error
    return translate("Map", "Saved %s") % file


def sheet_of(context: Context, scene: Scene, filters: str) -> MapSheet:
    """Return the map as a sheet with its words."""
    catalogue = context.catalogue
    within = [site for site in scene.sites if site.id not in scene.filtered]
    placed = sum(site.is_placed and site.id not in scene.outside for site in within)
    words = translate(
        "Map", "%(placed)s of %(all)s mines drawn; no source gives a point for the others"
    )
    if catalogue.lens.is_on:
        words = translate(
            "Map",
            "%(placed)s of %(all)s mines have a point within the lens; no source gives a point "
            "for %(none)s, and those that other works place are %(how)s",
        )
    hidden = "outside" in scene.off
    how = translate("Map", "left out") if hidden else translate("Map", "hollow and grey")
    none = sum(not site.is_placed for site in within)
    lead = [words % {"placed": placed, "all": len(within), "none": none, "how": how}]
    if filters:
        lead.append(translate("Map", "Filters: %s") % filters)
    if catalogue.lens.is_on:
        lead.append(translate("Map", "Lens: %s") % in_words(catalogue.lens))
    if told := size_words(scene.sites, scene.size):
        lead.append(told.removesuffix("."))
    return MapSheet(
        scene,
        translate("Map", "Mines of the Tibetan Plateau"),
        ". ".join(lead) + ".",
        edition_words(catalogue.edition),
    )


def print_map(parent: QWidget, context: Context, scene: Scene, filters: str) -> None:
    """Let the reader choose a printer or a PDF file, and print the map on a page."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    sheet, fonts = sheet_of(context, scene, filters), _fonts(context)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(sheet.title)
    way = QPageLayout.Orientation
    printer.setPageOrientation(way.Landscape if lies_across(sheet, fonts) else way.Portrait)
    if QPrintDialog(printer, parent).exec() == QPrintDialog.DialogCode.Accepted:
        paint_page(sheet, fonts, printer)


def _fonts(context: Context) -> Fonts:
    """Return fonts of normal size, whatever the screen shows."""
    return Fonts(context.look.fonts.families)


def _content(
    context: Context, scene: Scene, ids: Sequence[str], filters: str, ending: str
) -> bytes:
    for _, known, write in PICTURES:
        if known == ending:
            sheet = sheet_of(context, scene, filters)
            return write(sheet, _fonts(context))
    for name in TABLES:
        kind = format_by_id(name)
        if kind.extension == ending:
            fields = fields_of("mine")
            rows = context.catalogue.rows("mine", ids=ids)
            return kind.content(table_of(context.catalogue, "mine", fields, rows))
    return b""
