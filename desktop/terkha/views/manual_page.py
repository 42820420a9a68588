# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The manual, read in the application: chapters at the left, text at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import (
    QFontMetricsF,
    QGuiApplication,
    QImage,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextTable,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from terkha.views.lines import Lines
from terkha.views.manual_words import chapter
from terkha.views.outside import show_outside
from terkha.views.page import Page
from terkha.views.pages import inside
from terkha.views.parts import label, upright
from terkha.views.places import asked, place_in_text, return_in_text
from terkha.views.ways import Ways, follow
from terkha_db.links import SCHEME, parse_link
from terkha_resources import path
from terkha_resources.help import CHAPTERS

if TYPE_CHECKING:
    from terkha.context import Context
    from terkha.trail import Place

_NAMES = [name for name, _ in CHAPTERS]
_BACKWARD = QTextDocument.FindFlag.FindBackward
_LIST = 236
_TEXT = 752
_PICTURE = 704
_GAP = "\u2002"  # half an em


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
        self._find.returnPressed.connect(self.find_again)
        self._shown = 0
        self._lay_out()
        self._chapters.currentRowChanged.connect(self._choose)
        for view, link_at in ((self._text, self._link_at), (self._chapters, self._chapter_at)):
            Ways(context, view, link_at)
        self.restyle()

    def lens_note(self) -> str:
        """Say that the manual stays as it is."""
        return self.tr("The manual is the same through any lens.")

    def show_link(self, link: str) -> None:
        """Show the chapter that the link names, or the one shown last."""
        wanted = dict(parse_qsl(link.partition("?")[2])).get("chapter", "")
        self._turn_to(_NAMES.index(wanted) if wanted in _NAMES else self._shown)

    def place(self) -> Place:
        """Return the chapter and what of it is seen."""
        return {"chapter": self._shown} | place_in_text(self._text)

    def restore(self, place: Place) -> None:
        """Show the chapter, scrolled as it was left."""
        self._turn_to(asked(place, "chapter", 0))
        return_in_text(self._text, place)

    def restyle(self) -> None:
        """Set the chapter again in fonts and colours of the look."""
        self._chapters.setItemDelegate(Lines(self.context.look, self._chapters))
        self._show(self._shown)

    def begin_find(self) -> None:
        """Put the cursor into the field that searches the manual."""
        self._find.setFocus()
        self._find.selectAll()

    def panes(self) -> list[QWidget]:
        """Return chapters and text."""
        return [self._chapters, self._text]

    def find_again(self, step: int = 1) -> None:
        """Go to the next or previous place of the words in the field, through all chapters."""
        wanted = self._find.text().strip()
        if not wanted:
            self.begin_find()
            return
        if self._text.find(wanted, _BACKWARD if step < 0 else QTextDocument.FindFlag(0)):
            return
        start = self._chapters.currentRow()
        for distance in range(1, len(CHAPTERS) + 1):
            row = (start + distance * step) % len(CHAPTERS)
            if wanted.casefold() in chapter(_NAMES[row], self.context.catalogue).casefold():
                if row == start:
                    self._show(row)
                self._chapters.setCurrentRow(row)
                if step < 0:
                    self._text.moveCursor(QTextCursor.MoveOperation.End)
                self._text.find(wanted, _BACKWARD if step < 0 else QTextDocument.FindFlag(0))
                return
        self.context.state.say(self.tr("“%s” is not in the manual") % wanted)

    def _choose(self, row: int) -> None:
        """Go to a chapter: a step of the way if it was pressed, none on the way along the list."""
        state, link = self.context.state, chapter_link(_NAMES[row])
        if QGuiApplication.mouseButtons() == Qt.MouseButton.LeftButton:
            follow(state, link)
            # The chapter in front stays marked where the link was opened elsewhere.
            self.show_link(state.link)
        else:
            self._show(row)
            state.refine(link)

    def _turn_to(self, row: int) -> None:
        """Show a chapter and mark it in the list; the way stays as it is."""
        was = self._chapters.blockSignals(True)
        self._chapters.setCurrentRow(row)
        self._chapters.blockSignals(was)
        if row != self._shown:
            self._show(row)

    def _show(self, row: int) -> None:
        self._shown = row
        look = self.context.look
        document = QTextDocument(self._text)
        document.setDefaultFont(look.fonts.font("lead"))
        document.setDocumentMargin(look.fonts.px(8))
        document.setMarkdown(chapter(_NAMES[row], self.context.catalogue))
        self._dress(document)
        fit_pictures(document, look.fonts.px(_PICTURE), self.devicePixelRatioF())
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
            goes_on = in_list and block.next().textList() is not None
            form.setBottomMargin(0 if _in_table(block) else px(4) if goes_on else px(9))
            cursor.setPosition(block.position())
            if in_list:
                # Qt leaves the width of a blank between a mark and its text, which is too little.
                cursor.insertText(_GAP)
                gap = QFontMetricsF(look.fonts.font("lead")).horizontalAdvance(_GAP)
                form.setLeftMargin(gap)
                form.setTextIndent(-gap)
            cursor.setBlockFormat(form)
            self._shrink_code(block)
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

    def _shrink_code(self, block: QTextBlock) -> None:
        """Write what is to be typed as large as the words around it look."""
        cursor = QTextCursor(block)
        smaller = QTextCharFormat()
        smaller.setProperty(
            QTextFormat.Property.FontPixelSize, self.context.look.fonts.font("body").pixelSize()
        )
        part = block.begin()
        while not part.atEnd():
            words = part.fragment()
            if words.charFormat().fontFixedPitch():
                cursor.setPosition(words.position())
                cursor.setPosition(
                    words.position() + words.length(), QTextCursor.MoveMode.KeepAnchor
                )
                cursor.mergeCharFormat(smaller)
            part += 1

    def _follow(self, url: QUrl) -> None:
        address = url.toString()
        link = link_of(address)
        if link:
            follow(self.context.state, link)
        else:
            show_outside(self.context, address, self)

    def _link_at(self, place: QPoint | None) -> str:
        return link_of(self._text.anchorAt(place)) if place is not None else ""

    def _chapter_at(self, place: QPoint | None) -> str:
        row = self._chapters.currentRow()
        if place is not None:
            row = self._chapters.indexAt(place).row()
        return chapter_link(_NAMES[row]) if row >= 0 else ""

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


def fit_pictures(document: QTextDocument, width: int, ratio: float) -> None:
    """Scale the pictures of a document to this width, for a screen of this many dots a pixel."""
    cursor = QTextCursor(document)
    block = document.begin()
    while block.isValid():
        part = block.begin()
        while not part.atEnd():
            form = part.fragment().charFormat().toImageFormat()
            if form.isValid():
                picture = QImage(str(path(f"help/{form.name()}"))).scaledToWidth(
                    round(width * ratio), Qt.TransformationMode.SmoothTransformation
                )
                picture.setDevicePixelRatio(ratio)
                kind = QTextDocument.ResourceType.ImageResource
                document.addResource(kind, QUrl(form.name()), picture)
                form.setWidth(width)
                cursor.setPosition(part.fragment().position())
                cursor.movePosition(
                    QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor
                )
                cursor.setCharFormat(form)
            part += 1
        block = block.next()


def _in_table(block: QTextBlock) -> bool:
    return QTextCursor(block).currentTable() is not None


def chapter_link(name: str) -> str:
    """Return the link of a chapter."""
    return f"page/manual?chapter={name}"


def link_of(address: str) -> str:
    """Return where an address in the manual leads within Terkha; empty if it leads outside."""
    if address.endswith(".md"):
        return chapter_link(address.removesuffix(".md"))
    return inside(parse_link(address)) if address.startswith(f"{SCHEME}:") else ""
