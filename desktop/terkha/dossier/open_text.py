# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Writes laid-out texts as ODT: paragraphs, headings, lists, tables, pictures and links.

Qt's own writer makes neither headings nor places to lead to, nor numbers of pages.
"""

from __future__ import annotations

import io
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextTable

from terkha.dossier import walk
from terkha_db.citing.archive import timeless

if TYPE_CHECKING:
    from PySide6.QtGui import (
        QTextBlock,
        QTextCharFormat,
        QTextDocument,
        QTextFragment,
        QTextFrame,
        QTextTableCell,
    )

_HEADING_POINTS = (20, 15, 12, 11)
_LISTS = """<text:list-style style:name="{}"><{} text:level="1" {}>
<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">
<style:list-level-label-alignment text:label-followed-by="listtab" fo:margin-left="0.8cm"
fo:text-indent="-0.5cm"/></style:list-level-properties></{}></text:list-style>"""
_NAMED = (
    '<style:style style:name="Standard" style:family="paragraph" style:class="text">'
    '<style:paragraph-properties fo:margin-top="0cm" fo:margin-bottom="0.1cm"/>'
    f'<style:text-properties fo:font-family="{walk.FONT}" style:font-family-generic="swiss"/>'
    "</style:style>",
    '<style:style style:name="Foot" style:family="paragraph" style:parent-style-name="Standard">'
    f'<style:text-properties fo:font-size="{walk.FOOT_POINTS}pt" fo:color="#{walk.FOOT_COLOUR}"/>'
    "</style:style>",
    '<style:style style:name="Lead" style:family="text"><style:text-properties'
    ' style:text-underline-style="none"/></style:style>',
)
_FOOT_FIELDS = {
    walk.SHEET: '<text:page-number text:select-page="current">1</text:page-number>',
    walk.SHEETS: "<text:page-count>1</text:page-count>",
}


class OpenText:
    """An ODT document with a line at the foot, to which laid-out texts are added one by one."""

    def __init__(self, title: str, foot: str) -> None:
        from odfdo import Document

        self._document = Document("text")
        self._document.body.clear()
        self._document.meta.set_title(title)
        self._styles: dict[tuple[str, str], str] = {}
        self._pictures: dict[bytes, str] = {}
        self._add_named_styles(foot)

    def add(self, text: QTextDocument) -> None:
        """Add a text; links within the document lead to bookmarks."""
        from odfdo import Element

        body = self._document.body
        for piece in self._frame(text, text.rootFrame(), walk.TEXT_CM, in_cell=False):
            body.append(Element.from_tag(piece))

    def content(self) -> bytes:
        """Return the file."""
        for (family, properties), name in self._styles.items():
            named = f'style:name="{name}" style:family="{family}"'
            self._insert(f"<style:style {named}{properties}</style:style>", automatic=True)
        written = io.BytesIO()
        self._document.save(written)
        return timeless(written.getvalue())

    def _frame(
        self,
        text: QTextDocument,
        frame: QTextFrame | QTextTableCell,
        width: float,
        *,
        in_cell: bool,
    ) -> list[str]:
        """Return the blocks and tables of a frame or cell that is so many centimetres wide."""
        pieces = []
        part = frame.begin()
        while not part.atEnd():
            inner = part.currentFrame()
            if isinstance(inner, QTextTable):
                pieces.append(self._table(text, inner, width))
            elif inner is not None:
                pieces += self._frame(text, inner, width, in_cell=in_cell)
            elif part.currentBlock().isValid() and not walk.is_empty(part.currentBlock()):
                pieces.append(self._block(text, part.currentBlock(), in_cell=in_cell))
            part += 1
        return pieces

    def _table(self, text: QTextDocument, table: QTextTable, width: float) -> str:
        widths = walk.column_widths(text, table, width)
        columns = "".join(
            f'<table:table-column table:style-name="{self._column(one)}"/>' for one in widths
        )
        rows = []
        for row in range(table.rows()):
            cells = []
            for column in range(table.columns()):
                cell = table.cellAt(row, column)
                if (cell.row(), cell.column()) != (row, column):
                    cells.append("<table:covered-table-cell/>")
                    continue
                room = sum(widths[column : column + cell.columnSpan()]) - 2 * walk.CELL_MARGIN
                inside = "".join(self._frame(text, cell, room, in_cell=True)) or "<text:p/>"
                span = f' table:number-columns-spanned="{cell.columnSpan()}"'
                look = f' table:style-name="{self._cell(walk.ground(cell))}"'
                cells.append(f"<table:table-cell{look}{span}>{inside}</table:table-cell>")
            kept = self._row() if walk.stays_whole(table, row) else ""
            made = f"<table:table-row{kept}>{''.join(cells)}</table:table-row>"
            if walk.is_head(table, row):
                made = f"<table:table-header-rows>{made}</table:table-header-rows>"
            rows.append(made)
        style = self._style(
            "table",
            f'><style:table-properties style:width="{width:.2f}cm" table:align="left"/>',
        )
        return f'<table:table table:style-name="{style}">{columns}{"".join(rows)}</table:table>'

    def _block(self, text: QTextDocument, block: QTextBlock, *, in_cell: bool) -> str:
        inside = "".join(self._fragment(text, piece) for piece in walk.fragments(block))
        level = min(block.blockFormat().headingLevel(), walk.LARGEST_HEADING)
        if level and not in_cell:
            style = self._paragraph(block, f"Heading_20_{level}")
            return (
                f'<text:h text:style-name="{style}" text:outline-level="{level}"'
                f' text:is-list-header="true">{inside}</text:h>'
            )
        paragraph = f'<text:p text:style-name="{self._paragraph(block)}">{inside}</text:p>'
        if kind := walk.list_kind(block):
            return (
                f'<text:list text:style-name="{kind}" text:continue-numbering="true">'
                f"<text:list-item>{paragraph}</text:list-item></text:list>"
            )
        return paragraph

    def _fragment(self, text: QTextDocument, fragment: QTextFragment) -> str:
        form = fragment.charFormat()
        marks = "".join(
            f'<text:bookmark text:name="{walk.bookmark_name(name)}"/>'
            for name in form.anchorNames()
        )
        if form.isImageFormat():
            return marks + self._picture(text, form)
        words = escape(fragment.text().replace(walk.IMAGE, "")).replace(
            walk.LINE, "<text:line-break/>"
        )
        if not words:
            return marks
        kind, target = walk.address(form)
        if kind == "page":
            words = (
                '<text:bookmark-ref text:reference-format="page"'
                f' text:ref-name="{target}">{words}</text:bookmark-ref>'
            )
        words = f'<text:span text:style-name="{self._look(form)}">{words}</text:span>'
        if kind in ("within", "outside"):
            href = f"#{target}" if kind == "within" else escape(target)
            words = (
                f'<text:a xlink:type="simple" xlink:href="{href}" text:style-name="Lead"'
                f' text:visited-style-name="Lead">{words}</text:a>'
            )
        return marks + words

    def _picture(self, text: QTextDocument, form: QTextCharFormat) -> str:
        found = walk.picture(text, form.toImageFormat())
        if found is None:
            return ""
        png, width = found
        words = escape(walk.alternative(form.toImageFormat()))
        told = f"<svg:desc>{words}</svg:desc>" if words else ""
        if png not in self._pictures:
            self._pictures[png] = self._document.add_file(io.BytesIO(png))
        high = width * int.from_bytes(png[20:24]) / int.from_bytes(png[16:20])  # of its header
        return (
            f'<draw:frame text:anchor-type="as-char" svg:width="{width:.2f}pt"'
            f' svg:height="{high:.2f}pt"><draw:image xlink:href="{self._pictures[png]}"'
            f' xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/>{told}</draw:frame>'
        )

    # Styles: each look once, named when it is first met

    def _style(self, family: str, properties: str) -> str:
        key = family, properties
        return self._styles.setdefault(key, f"{family.replace('-', '_')}_{len(self._styles) + 1}")

    def _paragraph(self, block: QTextBlock, parent: str = "Standard") -> str:
        right = ' fo:text-align="end"' if walk.is_right(block) else ""
        broken = ' fo:break-before="page"' if walk.begins_page(block) else ""
        left, first = (0.0, 0.0) if walk.list_kind(block) else walk.indents(block)
        inset = f' fo:margin-left="{left:.2f}cm" fo:text-indent="{first:.2f}cm"'
        looks = right + broken + (inset if left or first else "")
        if not looks:
            return parent
        return self._style(
            "paragraph",
            f' style:parent-style-name="{parent}"><style:paragraph-properties{looks}/>',
        )

    def _look(self, form: QTextCharFormat) -> str:
        properties = _in_every_script("font-weight", "bold") if walk.is_bold(form) else ""
        properties += _in_every_script("font-style", "italic") if form.font().italic() else ""
        if size := walk.points(form):
            properties += _in_every_script("font-size", f"{size:g}pt")
        if colour := walk.colour(form):
            properties += f' fo:color="#{colour}"'
        shift = {
            form.VerticalAlignment.AlignSuperScript: "super 58%",
            form.VerticalAlignment.AlignSubScript: "sub 58%",
        }.get(form.verticalAlignment())
        properties += f' style:text-position="{shift}"' if shift else ""
        return self._style("text", f"><style:text-properties{properties}/>")

    def _column(self, width: float) -> str:
        return self._style(
            "table-column",
            f'><style:table-column-properties style:column-width="{width:.2f}cm"/>',
        )

    def _row(self) -> str:
        """Return the attribute of a row that no page breaks."""
        style = self._style("table-row", '><style:table-row-properties fo:keep-together="always"/>')
        return f' table:style-name="{style}"'

    def _cell(self, ground: str) -> str:
        behind = f' fo:background-color="#{ground}"' if ground else ""
        return self._style(
            "table-cell",
            f'><style:table-cell-properties fo:padding="{walk.CELL_MARGIN}cm"{behind}/>',
        )

    def _insert(self, xml: str, *, automatic: bool = False) -> None:
        self._document.insert_style(xml, automatic=automatic)

    def _add_named_styles(self, foot: str) -> None:
        from odfdo import Element, StyleMasterPage, StylePageLayout

        for level, size in enumerate(_HEADING_POINTS, start=1):
            self._insert(
                f'<style:style style:name="Heading_20_{level}" style:family="paragraph"'
                f' style:display-name="Heading {level}" style:parent-style-name="Standard"'
                f' style:default-outline-level="{level}"><style:paragraph-properties'
                ' fo:margin-top="0.4cm" fo:margin-bottom="0.15cm" fo:keep-with-next="always"/>'
                f"<style:text-properties{_in_every_script('font-size', f'{size}pt')}"
                f"{_in_every_script('font-weight', 'bold')}/></style:style>"
            )
        for name, tag, extra in (
            ("bullet", "text:list-level-style-bullet", 'text:bullet-char="•"'),
            ("number", "text:list-level-style-number", 'style:num-format="1" style:num-suffix="."'),
        ):
            self._insert(_LISTS.format(name, tag, extra, tag))
        for xml in _NAMED:
            self._insert(xml)
        side = f"{(walk.PAGE_CM[0] - walk.TEXT_CM) / 2:.2f}cm"
        sizes = dict(zip(("fo:page-width", "fo:page-height"), walk.PAGE_CM, strict=True))
        page = {name: f"{size}cm" for name, size in sizes.items()}
        page |= {"fo:margin-left": side, "fo:margin-right": side}
        for style in self._document.get_styles():
            if isinstance(style, StylePageLayout):
                style.set_properties(page)
            elif isinstance(style, StyleMasterPage):
                line = "".join(_FOOT_FIELDS.get(one, escape(one)) for one in walk.foot_parts(foot))
                style.set_page_footer(
                    Element.from_tag(f'<text:p text:style-name="Foot">{line}</text:p>')
                )


def _in_every_script(name: str, value: str) -> str:
    """Return a property of letters: ODF has one of its own for Chinese, and one for Tibetan."""
    return f' fo:{name}="{value}" style:{name}-asian="{value}" style:{name}-complex="{value}"'
