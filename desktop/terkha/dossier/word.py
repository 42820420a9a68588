# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Writes a laid-out text as DOCX: paragraphs, headings, tables, pictures and links."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QTextDocument, QTextFrame, QTextTable, QTextTableCell

from terkha.dossier import walk
from terkha_db.citing.archive import timeless

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph
    from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextFragment, QTextImageFormat


class Word:
    """A DOCX document with a line at the foot, to which laid-out texts are added one by one."""

    def __init__(self, title: str, foot: str) -> None:
        import docx
        from docx.shared import Cm, Pt, RGBColor

        self._document = docx.Document()
        self._document.core_properties.title = title
        properties = self._document.core_properties
        properties.author = properties.comments = ""
        section = self._document.sections[0]
        section.page_width, section.page_height = map(Cm, walk.PAGE_CM)
        section.left_margin = section.right_margin = Cm((walk.PAGE_CM[0] - walk.TEXT_CM) / 2)
        for name in ("Normal", *(f"Heading {level}" for level in range(1, 5))):
            _set_font(self._document.styles[name])
        for level in range(1, 5):
            font = self._document.styles[f"Heading {level}"].font
            font.color.rgb = RGBColor.from_string(walk.HEADING_COLOUR)
        self._document.styles["Normal"].paragraph_format.space_after = Pt(3)
        _write_foot(section.footer.paragraphs[0], foot)
        self._bookmarks = 0

    def add(self, text: QTextDocument) -> None:
        """Add a text; links within the document lead to bookmarks."""
        writer = _Writer(text, self._bookmarks)
        writer.frame(text.rootFrame(), self._document, walk.TEXT_CM)
        self._bookmarks = writer.bookmarks

    def content(self) -> bytes:
        """Return the file."""
        out = io.BytesIO()
        self._document.save(out)
        return timeless(out.getvalue())


class _Writer:
    """Walks through a text and writes what it meets."""

    def __init__(self, text: QTextDocument, bookmarks: int) -> None:
        self._text = text
        self.bookmarks = bookmarks

    def frame(
        self, frame: QTextFrame | QTextTableCell, into: Document | _Cell, width: float
    ) -> None:
        """Write the blocks and tables of a frame or cell that is so many centimetres wide."""
        part: Any = frame.begin()
        while not part.atEnd():
            inner = part.currentFrame()
            if isinstance(inner, QTextTable):
                self._table(inner, into, width)
            elif inner is not None:
                self.frame(inner, into, width)
            elif part.currentBlock().isValid():
                self._block(part.currentBlock(), into)
            part += 1

    def _table(self, table: QTextTable, into: Document | _Cell, width: float) -> None:
        from docx.shared import Cm

        rows, columns = table.rows(), table.columns()
        widths = walk.column_widths(self._text, table, width)
        made = into.add_table(rows, columns)
        made.autofit = False
        _pull_in(made)
        for made_column, one in zip(made.columns, widths, strict=True):
            made_column.width = Cm(one)
        grid = [list(one.cells) for one in made.rows]  # cell by cell would take their square
        _keep_rows(made, table)
        for row in range(rows):
            for column in range(columns):
                cell = table.cellAt(row, column)
                if (cell.row(), cell.column()) != (row, column):
                    continue
                last = column + cell.columnSpan() - 1
                target = grid[row][column]
                if last > column:
                    target = target.merge(grid[row][last])
                if ground := walk.ground(cell):
                    _shade(target, ground)
                room = sum(widths[column : last + 1])
                target.width = Cm(room)
                self.frame(cell, target, room - 2 * walk.CELL_MARGIN)
                _drop_first(target)
                for paragraph in target.paragraphs if walk.leads_on(table, row) else ():
                    paragraph.paragraph_format.keep_with_next = True

    def _block(self, block: QTextBlock, into: Document | _Cell) -> None:
        if walk.is_empty(block):
            return
        from docx.enum.text import WD_ALIGN_PARAGRAPH

        paragraph = into.add_paragraph()
        level = block.blockFormat().headingLevel()
        if level and not _is_cell(into):
            paragraph.style = f"Heading {min(level, walk.LARGEST_HEADING)}"
        elif kind := walk.list_kind(block):
            paragraph.style = f"List {kind.title()}"
        else:
            _indent(paragraph, *walk.indents(block))
        if walk.is_right(block):
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        paragraph.paragraph_format.page_break_before = walk.begins_page(block) or None
        for fragment in walk.fragments(block):
            self._fragment(fragment, paragraph)

    def _fragment(self, fragment: QTextFragment, paragraph: Paragraph) -> None:
        form = fragment.charFormat()
        for name in form.anchorNames():
            self._bookmark(paragraph, name)
        if form.isImageFormat():
            self._picture(form.toImageFormat(), paragraph)
            return
        text = fragment.text().replace(walk.LINE, "\n").replace(walk.IMAGE, "")
        kind, target = walk.address(form)
        if kind == "page":
            _dress(_field(paragraph, f"PAGEREF {target}", text), form)
        elif text:
            run = paragraph.add_run(text)
            _dress(run, form)
            if kind:
                _link(paragraph, run, kind, target)

    def _picture(self, form: QTextImageFormat, paragraph: Paragraph) -> None:
        from docx.shared import Pt

        if found := walk.picture(self._text, form):
            png, width = found
            made = paragraph.add_run().add_picture(io.BytesIO(png), width=Pt(width))
            made._inline.docPr.set("descr", walk.alternative(form))  # noqa: SLF001

    def _bookmark(self, paragraph: Paragraph, name: str) -> None:
        from docx.oxml.ns import qn
        from docx.oxml.parser import OxmlElement

        self.bookmarks += 1
        for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
            mark = OxmlElement(tag)
            mark.set(qn("w:id"), str(self.bookmarks))
            if tag.endswith("Start"):
                mark.set(qn("w:name"), walk.bookmark_name(name))
            paragraph._p.append(mark)  # noqa: SLF001 - python-docx makes none itself


def _set_font(style: Any) -> None:  # noqa: ANN401 - python-docx's style
    """Name the face of a style in place of the one of the theme, which would win."""
    style.font.name = walk.FONT
    fonts = style.element.rPr.rFonts
    for name in [name for name in fonts.attrib if name.endswith("Theme")]:
        del fonts.attrib[name]


def _indent(paragraph: Paragraph, left: float, first: float) -> None:
    from docx.shared import Cm

    if left or first:
        paragraph.paragraph_format.left_indent = Cm(left)
        paragraph.paragraph_format.first_line_indent = Cm(first)


def _write_foot(paragraph: Paragraph, foot: str) -> None:
    """Write the line at the foot; its numbers are fields."""
    from docx.shared import Pt, RGBColor

    fields = {walk.SHEET: "PAGE", walk.SHEETS: "NUMPAGES"}
    for part in walk.foot_parts(foot):
        code = fields.get(part)
        if code:
            _field(paragraph, code, "1")
        else:
            paragraph.add_run(part)
    for run in paragraph.runs:  # of a field each, as some programs go by the first of them
        run.font.size = Pt(walk.FOOT_POINTS)
        run.font.color.rgb = RGBColor.from_string(walk.FOOT_COLOUR)


def _drop_first(cell: _Cell) -> None:
    """Take away the empty paragraph that every cell begins with, where more follows."""
    first = cell.paragraphs[0]
    follows = first._p.getnext()  # noqa: SLF001 - python-docx has no other way
    if not first.runs and follows is not None and follows.tag.endswith("}p"):
        first._p.getparent().remove(first._p)  # noqa: SLF001


def _is_cell(into: object) -> bool:
    return not hasattr(into, "sections")


def _dress(run: Any, form: QTextCharFormat) -> None:  # noqa: ANN401 - python-docx's Run
    """Give a run weight, slant, size, colour and position as they are on the page."""
    from docx.shared import Pt, RGBColor

    run.bold = walk.is_bold(form) or None
    run.italic = form.font().italic() or None
    if size := walk.points(form):
        run.font.size = Pt(size)
    if colour := walk.colour(form):
        run.font.color.rgb = RGBColor.from_string(colour.upper())
    alignment = form.verticalAlignment()
    run.font.subscript = alignment is form.VerticalAlignment.AlignSubScript or None
    run.font.superscript = alignment is form.VerticalAlignment.AlignSuperScript or None


def _pull_in(table: Table) -> None:
    """Give the cells of a table the margins for which its columns are laid out."""
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement
    from docx.shared import Cm

    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(Cm(walk.CELL_MARGIN).twips))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    table._tblPr.find(qn("w:tblLook")).addprevious(margins)  # noqa: SLF001


def _keep_rows(made: Table, table: QTextTable) -> None:
    """Let no sheet break a short row, and let the head stand on each of them."""
    from docx.oxml.parser import OxmlElement

    for number, row in enumerate(made.rows):
        properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no words for it
        if walk.stays_whole(table, number):
            properties.append(OxmlElement("w:cantSplit"))
        if walk.is_head(table, number):
            properties.append(OxmlElement("w:tblHeader"))


def _shade(cell: _Cell, ground: str) -> None:
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", ground)):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 - python-docx has no colours of cells


def _link(paragraph: Paragraph, run: Any, kind: str, target: str) -> None:  # noqa: ANN401
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    link = OxmlElement("w:hyperlink")
    if kind == "within":
        link.set(qn("w:anchor"), target)
    else:
        outside = RELATIONSHIP_TYPE.HYPERLINK
        link.set(qn("r:id"), paragraph.part.relate_to(target, outside, is_external=True))
    paragraph._p.append(link)  # noqa: SLF001 - python-docx makes no links itself
    link.append(run._r)  # noqa: SLF001


def _field(paragraph: Paragraph, code: str, shown: str) -> Any:  # noqa: ANN401 - python-docx's Run
    """Add a field that the word processor fills in; return the run of what it shows until then."""
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    def mark(kind: str) -> None:
        part = OxmlElement("w:fldChar")
        part.set(qn("w:fldCharType"), kind)
        if kind == "begin":
            part.set(qn("w:dirty"), "true")
        paragraph.add_run()._r.append(part)  # noqa: SLF001 - python-docx makes no fields itself

    mark("begin")
    instruction = OxmlElement("w:instrText")
    instruction.text = code
    paragraph.add_run()._r.append(instruction)  # noqa: SLF001
    mark("separate")
    run = paragraph.add_run(shown)
    mark("end")
    return run
