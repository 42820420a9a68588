# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Writes the formatted list as a DOCX document."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from terkha_db.citing.archive import timeless
from terkha_db.citing.listing import lines_under
from terkha_db.citing.runs import Run, runs

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

    from terkha_db.citing.entry import Entry

ENTRY_STYLE = "Bibliography"
NOTE_STYLE = "Bibliography Note"
_LINK_STYLE = "Hyperlink"
_INDENT_CM = 1.25
_PAGE_CM = 21.0, 29.7
_LINK_COLOUR = 0x0B, 0x57, 0x94


def write(entries: Sequence[Entry]) -> bytes:
    """Write a hanging paragraph per entry in the order given."""
    from docx import Document
    from docx.shared import Cm

    document = Document()
    document.core_properties.title = "Works cited"
    document.core_properties.author = document.core_properties.comments = ""
    section = document.sections[0]
    section.page_width, section.page_height = map(Cm, _PAGE_CM)
    _add_styles(document)
    for entry in entries:
        paragraph = document.add_paragraph(style=ENTRY_STYLE)
        for run in runs(entry.html):
            _add_run(paragraph, run)
        for line in lines_under(entry):
            paragraph.add_run().add_break()
            paragraph.add_run(line, style=NOTE_STYLE)
    written = io.BytesIO()
    document.save(written)
    return timeless(written.getvalue())


def loses(entries: Sequence[Entry]) -> str:
    """Say nothing: the list is what the reader sees."""
    return ""


def _add_styles(document: Document) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Cm, Pt, RGBColor

    entry = document.styles.add_style(ENTRY_STYLE, WD_STYLE_TYPE.PARAGRAPH)
    entry.paragraph_format.left_indent = Cm(_INDENT_CM)
    entry.paragraph_format.first_line_indent = -Cm(_INDENT_CM)
    entry.paragraph_format.space_after = Pt(8)
    note = document.styles.add_style(NOTE_STYLE, WD_STYLE_TYPE.CHARACTER)
    note.font.size = Pt(9)
    link = document.styles.add_style(_LINK_STYLE, WD_STYLE_TYPE.CHARACTER)
    link.font.underline = True
    link.font.color.rgb = RGBColor(*_LINK_COLOUR)


def _add_run(paragraph: Paragraph, run: Run) -> None:
    added = paragraph.add_run(run.text)
    for look in run.looks:
        setattr(added.font, look.replace(" ", "_"), True)
    if run.href:
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.oxml.ns import qn
        from docx.oxml.parser import OxmlElement

        added.style = _LINK_STYLE
        link = OxmlElement("w:hyperlink")
        link.set(
            qn("r:id"),
            paragraph.part.relate_to(run.href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True),
        )
        paragraph._p.append(link)  # noqa: SLF001  python-docx makes no links itself
        link.append(added._r)  # noqa: SLF001
