# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""DOSSIER_FORMATS: the kinds of file that a dossier can be written to."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocumentWriter

from terkha.dossier.contents import Contents, composed, parts_of, written
from terkha.dossier.linear import linear, unlinked
from terkha.dossier.word import to_docx
from terkha.look.fonts import Fonts
from terkha.look.symbols import Symbols
from terkha.look.theme import LIGHT
from terkha.pages import Document, style_sheet
from terkha.pages.printed import WITHIN, on_paper
from terkha.views.page_look import Face, resource, sized
from terkha.views.paper import Paper, save_pdf, sheets_of
from terkha_db.errors import KnownError

if TYPE_CHECKING:
    from terkha.context import Context

_IMAGE = re.compile(r'<img src="([^"]+)"')
_DPR = 3.0
_POINTS = 72 / 96
_WIDTH = 700
_MARGINS = "body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }"


@dataclass(frozen=True, slots=True)
class DossierFormat:
    """A kind of file: how it is called and how it is written."""

    id: str
    label: str
    extension: str
    """With the dot."""
    write: Callable[[Context, Contents, Path], None]


def write_dossier(context: Context, contents: Contents, file: Path) -> None:
    """Write a dossier in the format that the ending of the file names.

    Raises:
        KnownError: the ending names no format, a record or style is not there, or the file cannot
            be written.

    """
    kind = next((one for one in DOSSIER_FORMATS if one.extension == file.suffix.lower()), None)
    if kind is None:
        endings = ", ".join(one.extension for one in DOSSIER_FORMATS)
        raise KnownError(f"A dossier cannot be written to {file.name}: endings are {endings}.")
    try:
        kind.write(context, contents, file)
    except OSError as error:
        reason = error.strerror or str(error)
        raise KnownError(
            f"{file} could not be written ({reason}): choose another place."
        ) from error


def _pdf(context: Context, contents: Contents, file: Path) -> None:
    """Write sheets; the contents name them, for which the sheets are laid out twice."""
    parts = parts_of(context, contents)
    guessed = {part.anchor: len(parts) for part in parts}
    sheets = sheets_of(context, composed(context, contents, parts, guessed))
    save_pdf(context, composed(context, contents, parts, sheets), file)


def _html(context: Context, contents: Contents, file: Path) -> None:
    document = written(context, contents)
    fonts = Fonts(context.look.fonts.families)
    symbols = Symbols(LIGHT, fonts)
    body = _IMAGE.sub(lambda tag: _embedded(tag, symbols), sized(document.html, symbols))
    body = on_paper(body).replace(f'href="{WITHIN}', 'href="#')
    style = style_sheet(LIGHT, Face(fonts), document.html)
    file.write_text(
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(document.title)}</title>\n<style>\n{_MARGINS}\n{style}\n</style>\n"
        f"</head>\n<body>\n{body}\n</body>\n</html>\n",
        encoding="utf-8",
        newline="\n",
    )


def _embedded(tag: re.Match[str], symbols: Symbols) -> str:
    """Return a picture of a page as part of the file."""
    picture = resource(tag[1], symbols, _DPR)
    if picture is None:
        return tag[0]
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    data = base64.b64encode(bytes(buffer.data().data())).decode()
    return f'<img alt="" src="data:image/png;base64,{data}"'


def _odt(context: Context, contents: Contents, file: Path) -> None:
    document = written(context, contents)
    paper = _paper(context, replace(document, html=unlinked(document.html)))
    _set_points(paper)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QTextDocumentWriter(buffer, b"odf").write(paper)
    file.write_bytes(bytes(buffer.data().data()))


def _docx(context: Context, contents: Contents, file: Path) -> None:
    document = written(context, contents)
    file.write_bytes(to_docx(_paper(context, document), document.title))


def _set_points(paper: Paper) -> None:
    """State sizes in points: Qt's writer takes those in pixels for next to nothing."""
    cursor = QTextCursor(paper)
    cursor.beginEditBlock()
    block = paper.begin()
    while block.isValid():
        part = block.begin()
        while not part.atEnd():
            fragment = part.fragment()
            pixels = fragment.charFormat().font().pixelSize()
            if pixels > 0 and not fragment.charFormat().isImageFormat():
                form = QTextCharFormat()
                form.setFontPointSize(pixels * _POINTS)
                cursor.setPosition(fragment.position())
                end = fragment.position() + fragment.length()
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                cursor.mergeCharFormat(form)
            part += 1
        block = block.next()
    cursor.endEditBlock()


def _paper(context: Context, document: Document) -> Paper:
    """Return a dossier laid out for word processors, which know no tables inside tables."""
    paper = Paper(replace(document, html=linear(document.html)), Fonts(context.look.fonts.families))
    paper.setTextWidth(_WIDTH)
    return paper


DOSSIER_FORMATS: tuple[DossierFormat, ...] = (
    DossierFormat("pdf", "PDF", ".pdf", _pdf),
    DossierFormat("docx", "Word (DOCX)", ".docx", _docx),
    DossierFormat("odt", "OpenDocument (ODT)", ".odt", _odt),
    DossierFormat("html", "HTML in one file", ".html", _html),
)
