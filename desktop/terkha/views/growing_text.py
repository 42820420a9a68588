# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A browser that shows the first screen of a page at once, and the rest in turns after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, QUrl, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextBrowser, QWidget

from terkha.pages import Document, classes_of, floating, is_beside, pieces, style_sheet
from terkha.views.page_look import Face, resource, sized

if TYPE_CHECKING:
    from terkha.look import Look
    from terkha.pages import Draft

_LETTERS = 7  # of HTML in a pixel of height, about; where blocks stand side by side more
_LETTERS_BESIDE = 13
_JOINT = "|"  # stands between two pieces for a moment


class GrowingText(QTextBrowser):
    """Shows a :class:`~terkha.pages.Document`, whole or while it is being written.

    What fills the view is written and laid out at once. In the turns of the event loop after it,
    first the rest is written, a part a turn, then it is laid out, a piece a turn. ``shown`` and
    ``complete`` do not wait for turns.
    """

    written = Signal()
    """The page is written to its end; some of it may still wait for being laid out."""

    def __init__(self, look: Look, parent: QWidget | None = None, *, margin: int = 0) -> None:
        super().__init__(parent)
        self._look = look
        self._margin = margin
        self._document = Document("", "", "")
        self._draft: Draft | None = None
        self._waiting: list[str] = []
        self._classes: frozenset[str] = frozenset()
        self._dressed: tuple[object, object] = (None, None)
        self._turns = QTimer(self)
        self._turns.setInterval(0)
        self._turns.timeout.connect(self._take_turn)

    @property
    def is_written(self) -> bool:
        """Whether the page is written to its end."""
        return self._draft is None

    @property
    def shown(self) -> Document:
        """The document shown now, written to its end; an empty one at first."""
        while self._draft is not None:
            self._write()
        return self._document

    def show_document(self, document: Document, *, keep_place: bool = False) -> None:
        """Show a document from its top, or from where the last one was scrolled to."""
        self._draft = None
        self._begin(document, document.html, keep_place=keep_place)
        self.written.emit()

    def show_draft(self, draft: Draft, *, keep_place: bool = False) -> None:
        """Show a page that is being written, as ``show_document`` does; ``written`` follows."""
        html = draft.step() or ""
        self._draft = draft
        self._begin(draft.document(), html, keep_place=keep_place)

    def complete(self) -> None:
        """Write and lay out now what of the page is still waiting for its turn."""
        while self._draft is not None or self._waiting:
            self._go_on()
        self._turns.stop()

    def restyle(self) -> None:
        """Draw again with theme and text size as they are now, at the same place."""
        self.show_document(self.shown, keep_place=True)

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: N802
        """Paint the symbol of a commodity or a status where the document asks for it."""
        painted = resource(name, self._look.symbols, self.devicePixelRatioF())
        return painted if painted is not None else super().loadResource(kind, name)

    def grown(self) -> None:
        """Know that the page is another one, or longer; for those who remember places on it."""

    def _begin(self, document: Document, html: str, *, keep_place: bool) -> None:
        place = self.verticalScrollBar().value() if keep_place else 0
        self._document = document
        self._dress()
        self._waiting = self._pieces(html)
        self._lay_out(self._first())
        self.grown()
        if keep_place:
            self.complete()
        self._fill()
        self.verticalScrollBar().setValue(place)

    def _dress(self) -> None:
        """Give the text its type, each setting only where it changes: Qt lays out at each."""
        text, fonts = self.document(), self._look.fonts
        margin = fonts.px(self._margin) if self._margin else 0
        if text.documentMargin() != margin:
            text.setDocumentMargin(margin)
        if text.defaultFont() != fonts.font("body"):
            text.setDefaultFont(fonts.font("body"))
        look = (self._look.theme, Face(fonts))
        if self._dressed != look:
            self._dressed, self._classes = look, frozenset()

    def _pieces(self, html: str) -> list[str]:
        """Return HTML in the pieces that are laid out one by one, with rules for its classes.

        Rules stay for the pages after it, which spares reading them again for each.
        """
        html = floating(html)
        used = self._classes | classes_of(html)
        if used != self._classes:
            self._classes = used
            sheet = style_sheet(self._look.theme, Face(self._look.fonts), used)
            self.document().setDefaultStyleSheet(sheet)
        return pieces(sized(html, self._look.symbols))

    def _first(self) -> str:
        """Return what nearly fills a screen: one large piece costs less than several small ones."""
        html = ""
        missing = float(self.viewport().height())
        while missing > 0 and (self._waiting or self._draft is not None):
            if self._waiting:
                piece = self._waiting.pop(0)
                missing -= len(piece) / (_LETTERS_BESIDE if is_beside(piece) else _LETTERS)
                html += piece
            else:
                self._write()
        return html

    def _lay_out(self, html: str) -> None:
        """Set the text and let Qt keep the shapes of its letters, so that each painting is quicker.

        What comes in later turns does without, which keeps long pages small.
        """
        text = self.document()
        text.setLayoutEnabled(False)
        self.setHtml(html)
        block = text.firstBlock()
        for _ in range(text.blockCount()):
            block.layout().setCacheEnabled(True)
            block = block.next()
        text.setLayoutEnabled(True)

    def _fill(self) -> None:
        """Write and lay out as much as fills the view, and leave the rest to turns."""
        layout = self.document().documentLayout()
        while (self._draft is not None or self._waiting) and (
            layout.documentSize().height() < self.viewport().height()
        ):
            if self._waiting:
                self._append()
            else:
                self._write()
        if self._draft is not None or self._waiting:
            self._turns.start()

    def _take_turn(self) -> None:
        self._go_on()
        if self._draft is None and not self._waiting:
            self._turns.stop()

    def _go_on(self) -> None:
        if self._draft is not None:
            self._write()
        elif self._waiting:
            self._append()

    def _write(self) -> None:
        """Have the next part of the page written, or learn that there is none."""
        assert self._draft is not None
        html = self._draft.step()
        if html is None:
            self._document = self._draft.document()
            self._draft = None
            self.written.emit()
        elif html:
            self._waiting += self._pieces(html)

    def _append(self) -> None:
        """Put the next piece of the page under the last one."""
        end = QTextCursor(self.document())
        end.movePosition(QTextCursor.MoveOperation.End)
        joint = end.position()
        end.beginEditBlock()
        # The first block inserted takes the format of the block at the end: a letter does.
        end.insertHtml(f"<p>{_JOINT}</p>{self._waiting.pop(0)}")
        end.setPosition(joint)
        end.deleteChar()
        end.endEditBlock()
        self.grown()
