# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The manual, read in the application: chapters at the left, text at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument, QTextTable
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from terkha.views.outside import show_outside
from terkha.views.page import Page
from terkha.views.parts import Lines, label, upright
from terkha_resources import text
from terkha_resources.help import CHAPTERS

if TYPE_CHECKING:
    from terkha.context import Context

_LIST = 236
_TEXT = 752


class ManualPage(Page):
    """Chapters in Markdown; links lead into the application or to other chapters."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._chapters = QListWidget(self)
        self._chapters.setAccessibleName(self.tr("Chapters"))
        self._chapters.setFrameShape(QFrame.Shape.NoFrame)
        self._chapters.addItems([title for _, title in CHAPTERS])
        self._text = QTextBrowser(self)
        self._text.setOpenLinks(False)
        self._text.setAccessibleName(self.tr("Chapter"))
        self._text.anchorClicked.connect(self._follow)
        self._find = QLineEdit(self)
        self._find.setPlaceholderText(self.tr("Find in the manual"))
        self._find.setAccessibleName(self.tr("Find in the manual"))
        self._find.returnPressed.connect(self._find_next)
        self._lay_out()
        self._chapters.currentRowChanged.connect(self._show)
        self._chapters.setCurrentRow(0)
        self.restyle()

    def restyle(self) -> None:
        """Set the chapter again in fonts and colours of the look."""
        self._chapters.setItemDelegate(Lines(self.context.look, self._chapters))
        self._show(self._chapters.currentRow())

    def begin_find(self) -> None:
        """Put the cursor into the field that searches the manual."""
        self._find.setFocus()
        self._find.selectAll()

    def panes(self) -> list[QWidget]:
        """Return chapters and text."""
        return [self._chapters, self._text]

    def show_chapter(self, name: str) -> None:
        """Show a chapter by its file name."""
        names = [chapter for chapter, _ in CHAPTERS]
        if name in names:
            self._chapters.setCurrentRow(names.index(name))

    def _show(self, row: int) -> None:
        look = self.context.look
        document = QTextDocument(self._text)
        document.setDefaultFont(look.fonts.font("lead"))
        document.setDocumentMargin(look.fonts.px(8))
        document.setMarkdown(text(f"help/{CHAPTERS[max(0, row)][0]}.md"))
        self._dress(document)
        self._text.setDocument(document)

    def _dress(self, document: QTextDocument) -> None:
        """Give headings the serif face, paragraphs and cells room, links the accent."""
        look = self.context.look
        px = look.fonts.px
        cursor = QTextCursor(document)
        block = document.begin()
        while block.isValid():
            form = block.blockFormat()
            level = form.headingLevel()
            form.setTopMargin(px(18) if level > 1 else 0)
            in_list = block.textList() is not None
            form.setBottomMargin(0 if _in_table(block) else px(4) if in_list else px(9))
            cursor.setPosition(block.position())
            cursor.setBlockFormat(form)
            if level:
                cursor.movePosition(
                    QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
                )
                letters = QTextCharFormat()
                letters.setFont(look.fonts.font("page-title" if level == 1 else "section"))
                cursor.mergeCharFormat(letters)
            block = block.next()
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                shape = frame.format()
                shape.setCellPadding(px(5))
                shape.setBorder(0)
                shape.setCellSpacing(0)
                frame.setFormat(shape)

    def _follow(self, url: QUrl) -> None:
        address = url.toString()
        if address.endswith(".md"):
            self.show_chapter(address.removesuffix(".md"))
        elif address.startswith("terkha:"):
            from terkha.views.pages import inside
            from terkha_db.links import parse_link

            self.context.state.open(inside(parse_link(address)))
        else:
            show_outside(self.context, address, self)

    def _find_next(self) -> None:
        wanted = self._find.text().strip()
        if not wanted or self._text.find(wanted):
            return
        start = self._chapters.currentRow()
        for step in range(1, len(CHAPTERS) + 1):
            row = (start + step) % len(CHAPTERS)
            if wanted.casefold() in text(f"help/{CHAPTERS[row][0]}.md").casefold():
                self._chapters.setCurrentRow(row)
                self._text.find(wanted)
                return
        self.context.state.say(self.tr("“%s” is not in the manual") % wanted)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setContentsMargins(16, 16, 8, 12)
        left.addWidget(label(self.tr("Manual"), "page-title"))
        left.addWidget(self._find)
        left.addSpacing(6)
        left.addWidget(self._chapters, 1)
        side = QWidget()
        side.setFixedWidth(_LIST)
        side.setLayout(left)
        middle = QHBoxLayout()
        middle.setContentsMargins(28, 16, 28, 12)
        self._text.setMaximumWidth(self.context.look.fonts.px(_TEXT))
        middle.addWidget(self._text, 4)
        middle.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(side)
        layout.addWidget(upright())
        layout.addLayout(middle, 1)


def _in_table(block: QTextBlock) -> bool:
    return QTextCursor(block).currentTable() is not None
