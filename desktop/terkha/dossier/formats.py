# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""DOSSIER_FORMATS: the kinds of file that a dossier can be written to."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QEventLoop

from terkha.dossier import walk
from terkha.dossier.contents import Contents, document_of, front, parts_of
from terkha.dossier.linear import linear
from terkha.dossier.open_text import OpenText
from terkha.dossier.web import whole_page
from terkha.dossier.word import Word
from terkha.look.fonts import Fonts
from terkha.pages import Document
from terkha.views.paper import Paper, Sheaf, foot_line, pdf_writer
from terkha.views.pdf_links import lead_within
from terkha.views.pdf_outline import outlined
from terkha_db.errors import KnownError

if TYPE_CHECKING:
    from terkha.context import Context

_LAID = 0.7  # of the work is done when all parts are laid out


Steps = Generator[float, None, bytes]
"""The making of a file: yields how much is done, from 0 to 1, and returns its content."""


@dataclass(frozen=True, slots=True)
class DossierFormat:
    """A kind of file: how it is called and how it is made."""

    id: str
    label: str
    extension: str
    """With the dot."""
    steps: Callable[[Context, Contents], Steps]


def write_dossier(context: Context, contents: Contents, file: Path) -> None:
    """Write a dossier in the format that the ending of the file names.

    Raises:
        KnownError: the ending names no format, a record or style is not there, or the file cannot
            be written.

    """
    for _ in dossier_steps(context, contents, file):
        pass


def dossier_steps(context: Context, contents: Contents, file: Path) -> Generator[float]:
    """Write a dossier in small steps and yield how much is done, from 0 to 1.

    The file is written at the end: whoever stops before leaves nothing behind.

    Raises:
        KnownError: as ``write_dossier``.

    """
    kind = next((one for one in DOSSIER_FORMATS if one.extension == file.suffix.lower()), None)
    if kind is None:
        endings = ", ".join(one.extension for one in DOSSIER_FORMATS)
        raise KnownError(f"A dossier cannot be written to {file.name}: endings are {endings}.")
    content = yield from kind.steps(context, contents)
    try:
        file.write_bytes(content)
    except OSError as error:
        reason = error.strerror or str(error)
        raise KnownError(
            f"{file} could not be written ({reason}): choose another place."
        ) from error


def write_apart(
    context: Context,
    contents: Contents,
    file: Path,
    tell: Callable[[float], None],
    stopped: Callable[[], bool],
) -> bool:
    """Write a dossier in a thread of its own, where the window goes on meanwhile.

    Args:
        context: that of the window; the catalogue is opened anew, with its lens.
        contents: what goes into it.
        file: where it goes; its ending names the format.
        tell: gets how much is done, from 0 to 1, in this thread.
        stopped: asked after each step whether the reader wants no more.

    Returns:
        False where it was stopped: then there is no file.

    Raises:
        KnownError: as ``write_dossier``.

    """
    # The layout of text starts timers, which Qt has only in threads that can have a loop.
    timers = QEventLoop()
    try:
        with context.catalogue.clone() as catalogue:
            own = replace(context, catalogue=catalogue)
            with closing(dossier_steps(own, contents, file)) as steps:
                for done in steps:
                    if stopped():
                        return False
                    tell(done)
    finally:
        del timers
    return True


def _pdf(context: Context, contents: Contents) -> Steps:
    """Make sheets, part by part; then the contents can name them, and all are painted."""
    parts = parts_of(context, contents)
    fonts = Fonts(context.look.fonts.families)
    buffer = QBuffer()
    sheaf = Sheaf(pdf_writer(buffer, contents.title), fonts)

    def opening(sheets: Mapping[str, int]) -> Paper:
        return sheaf.laid(document_of(contents, front(context, contents, parts, sheets)))

    with closing(sheaf):
        sheaf.papers.append(opening({part.anchor: len(parts) for part in parts}))
        for number, part in enumerate(parts, start=1):
            sheaf.papers.append(sheaf.laid(document_of(contents, part.page(broken=False))))
            yield _LAID * number / len(parts)
        places = sheaf.places()
        sheaf.papers[0] = opening({part.anchor: places[part.anchor].sheet + 1 for part in parts})
        document = document_of(contents, "")
        for sheet in sheaf.paint(lambda *numbers: foot_line(context, document, *numbers)):
            yield _LAID + (1 - _LAID) * sheet / sheaf.sheets
    content = lead_within(bytes(buffer.data().data()), places)
    return outlined(content, [(part.title, places[part.anchor]) for part in parts])


def _html(context: Context, contents: Contents) -> Steps:
    parts = parts_of(context, contents)
    pages = [front(context, contents, parts, {})]
    for number, part in enumerate(parts, start=1):
        pages.append(part.page(broken=True))
        yield _LAID * number / len(parts)
    return whole_page(contents.title, "".join(pages), context.look.fonts.families).encode()


def _odt(context: Context, contents: Contents) -> Steps:
    return _by_parts(context, contents, OpenText(contents.title, _foot(context, contents)))


def _docx(context: Context, contents: Contents) -> Steps:
    return _by_parts(context, contents, Word(contents.title, _foot(context, contents)))


def _foot(context: Context, contents: Contents) -> str:
    return foot_line(context, document_of(contents, ""), walk.SHEET, walk.SHEETS)


def _by_parts(context: Context, contents: Contents, made: Word | OpenText) -> Steps:
    parts = parts_of(context, contents)
    made.add(_paper(context, document_of(contents, front(context, contents, parts))))
    for number, part in enumerate(parts, start=1):
        made.add(_paper(context, document_of(contents, part.page(broken=True))))
        yield number / len(parts)
    return made.content()


def _paper(context: Context, document: Document) -> Paper:
    """Return a dossier laid out for word processors, which know no tables inside tables."""
    paper = Paper(replace(document, html=linear(document.html)), Fonts(context.look.fonts.families))
    paper.setTextWidth(walk.WIDTH)
    return paper


DOSSIER_FORMATS: tuple[DossierFormat, ...] = (
    DossierFormat("pdf", "PDF", ".pdf", _pdf),
    DossierFormat("docx", "Word (DOCX)", ".docx", _docx),
    DossierFormat("odt", "OpenDocument (ODT)", ".odt", _odt),
    DossierFormat("html", "HTML in one file", ".html", _html),
)
