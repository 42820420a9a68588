# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The text of a record: a browser that follows no link itself and knows what each [n] means."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMimeData,
    QPoint,
    QRectF,
    Qt,
    QUrl,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QToolTip, QWidget

from terkha.pages import Marker
from terkha.views.accessible_page import AccessiblePage, provide_for
from terkha.views.copying import copied
from terkha.views.focus_hint import FocusHint
from terkha.views.growing_text import GrowingText
from terkha.views.parts import viewport_of
from terkha.views.section_places import section_places
from terkha.views.source_text import hint, spoken

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from terkha.look import Look

    References = Callable[[Sequence[str]], Sequence[tuple[str, str]]]
    """Gives, for ids of citations, each reference as HTML and as plain text."""

_NEAR = 60  # pixels below the top at which a section counts as being read


class RecordView(GrowingText):
    """Shows a :class:`~terkha.pages.Document`; what is pressed in it is told by signals."""

    record_requested = Signal(str)
    """Link of a record, perhaps with ``#`` and a statement."""
    marker_pressed = Signal(object)
    """The Marker of a [n]."""
    work_requested = Signal(object)
    """The Marker of a [n] that was pressed with Ctrl: the work itself is wanted."""
    more_requested = Signal(str)
    """Name of a list that is to be unfolded."""
    narrow_requested = Signal(str)
    """A choice of a facet that is to be taken or taken back."""
    section_reached = Signal(str)
    """Anchor of the section that stands at the top of what is seen."""
    copy_requested = Signal(str, str)
    """``cite`` and the id of a citation, or ``copy`` and a text."""
    outside_requested = Signal(str)
    """An address that leads outside: nobody opens it without asking."""

    lens_requested = Signal(str)
    """A work that is to be left out of what counts, after a minus, or to count again."""
    value_requested = Signal(object)
    """The Marker of a value that is to be copied with its citation."""
    marker_focused = Signal(object)
    """The Marker that the keyboard came to."""

    def __init__(
        self,
        look: Look,
        references: References | None = None,
        parent: QWidget | None = None,
        *,
        margin: int = 0,
    ) -> None:
        super().__init__(look, parent, margin=margin)
        provide_for(RecordView)
        self._accessible: AccessiblePage | None = None
        self._references = references
        self._with_control = False
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUndoRedoEnabled(False)
        self._places: list[tuple[float, str]] = []
        self._hint = FocusHint(look, viewport_of(self))
        self.written.connect(self._name)
        self.anchorClicked.connect(self._route)
        self.verticalScrollBar().valueChanged.connect(self._tell_section)
        self.cursorPositionChanged.connect(self._hint.hide)

    # Showing

    def grown(self) -> None:
        """Forget where the sections are."""
        self._places = []

    def _name(self) -> None:
        """Say what the page is to those who hear it."""
        name = QCoreApplication.translate("RecordView", "Page of {}").format(self._document.title)
        self.setAccessibleName(name)
        sections = ", ".join(section.title for section in self._document.sections)
        self.setAccessibleDescription(sections)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Forget where the sections are: the text is laid out anew."""
        super().resizeEvent(event)
        self._places = []

    def show_anchor(self, name: str) -> None:
        """Scroll to a section or statement; an unknown name leaves the page where it is."""
        self.complete()
        self.scrollToAnchor(name)

    def _tell_section(self, top: int) -> None:
        """Tell which section is being read; at the end of the page the last one is."""
        if not self._places:
            self._places = section_places(self.document(), self._document.sections)
        if not self._places:
            return
        bar = self.verticalScrollBar()
        reached = [name for place, name in self._places if place <= top + _NEAR]
        if top == bar.maximum() and top > 0:
            reached = [name for _, name in self._places]
        self.section_reached.emit(reached[-1] if reached else self._places[0][1])

    def _route(self, url: QUrl) -> None:
        address = url.toString()
        scheme, _, rest = address.partition(":")
        if address.startswith("#"):
            self.show_anchor(url.fragment())
        elif scheme == "source":
            marker = self._document.markers[address]
            (self.work_requested if self._with_control else self.marker_pressed).emit(marker)
        elif scheme == "record":
            self.record_requested.emit(rest)
        elif scheme == "outside":
            self.outside_requested.emit(unquote(rest))
        elif scheme == "narrow":
            self.narrow_requested.emit(rest)
        elif scheme == "lens":
            self.lens_requested.emit(rest)
        elif scheme == "more":
            self.more_requested.emit(rest)
        elif scheme in ("cite", "copy"):
            self.copy_requested.emit(scheme, unquote(rest))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Draw the ring only for those who came by the keyboard."""
        by_keys = event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
            Qt.FocusReason.ShortcutFocusReason,
        )
        self.setProperty("ring", "on" if by_keys else "off")
        self.style().unpolish(self)
        self.style().polish(self)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Follow the focused link with Enter, and to the work itself with Ctrl."""
        self.complete()
        self._with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if self._with_control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            href = self.focused_link()
            if href:
                self._route(QUrl(href))
            return
        if not event.modifiers() and self._key_on_value(event.key()):
            return
        super().keyPressEvent(event)
        self._with_control = False

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802
        """Go to the next or previous link, and say what a marker stands for."""
        self.complete()
        moved = super().focusNextPrevChild(forward)
        self._tell_focused()
        return moved

    def _key_on_value(self, key: int) -> bool:
        """Do what a letter asks for at the marker that has the keyboard; False for others."""
        marker = self.focused_marker()
        if marker is None:
            return False
        if key == Qt.Key.Key_C:
            self.value_requested.emit(marker)
        elif key == Qt.Key.Key_D:
            self.show_anchor(marker.differs or "differences")
        return key in (Qt.Key.Key_C, Qt.Key.Key_D)

    def _tell_focused(self) -> None:
        """Say at a marker that the keyboard came to what hovering says."""
        marker = self.focused_marker()
        if marker is None:
            self._hint.hide()
            return
        self._hint.show_at(self.cursorRect(), hint(marker))
        self.marker_focused.emit(marker)

    def focused_link(self) -> str:
        """Return the address of the link that has the keyboard, "" if none has."""
        cursor = self.textCursor()
        if not cursor.hasSelection() or not self.hasFocus():
            return ""
        inside = QTextCursor(cursor)
        inside.setPosition(cursor.selectionStart() + 1)
        return str(inside.charFormat().anchorHref())

    def focused_marker(self) -> Marker | None:
        """Return the marker that has the keyboard."""
        return self._document.markers.get(self.focused_link())

    def marker_at(self, place: QPoint) -> Marker | None:
        """Return the marker under a point of the viewport."""
        return self._document.markers.get(self.anchorAt(place))

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell what a marker stands for when the pointer rests on it."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            marker = self.marker_at(event.pos())
            if marker is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), hint(marker), self.viewport())
            return True
        if event.type() == QEvent.Type.MouseButtonPress:
            modifiers = QCoreApplication.instance().keyboardModifiers()  # type: ignore[union-attr]
            self._with_control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        return super().viewportEvent(event)

    # For screen readers

    def accessible_page(self) -> AccessiblePage:
        """Return what a screen reader finds here; it lives as long as the view."""
        if self._accessible is None:
            self._accessible = AccessiblePage(self)
        return self._accessible

    def link_words(self, href: str, words: str) -> str:
        """Return words for a link that make sense without the text around it."""
        marker = self._document.markers.get(href)
        if marker is not None:
            return QCoreApplication.translate("RecordView", "Source of %s") % spoken(marker)
        if words.startswith("[") and href.startswith("record:"):
            source = self.shown.sources[int(words.strip("[]")) - 1]
            return f"{words} {source.author}: {source.title}"
        if words == "≠":
            return QCoreApplication.translate("RecordView", "Where sources differ")
        scheme, _, rest = href.partition(":")
        return f"{words} {unquote(rest)}" if scheme == "copy" else words

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, then the focus ring around the link that has the keyboard."""
        super().paintEvent(event)
        if not self.focused_link():
            return
        cursor = self.textCursor()
        first, last = QTextCursor(cursor), QTextCursor(cursor)
        first.setPosition(cursor.selectionStart())
        last.setPosition(cursor.selectionEnd())
        start, end = self.cursorRect(first), self.cursorRect(last)
        if start.top() != end.top():
            return  # A link over two lines keeps the platform's own frame.
        width = self._look.theme.focus
        ring = QRectF(start.left() - 1, start.top(), end.left() - start.left() + 3, start.height())
        painter = QPainter(self.viewport())
        painter.setPen(QPen(QColor(self._look.theme.accent), width))
        painter.drawRoundedRect(ring, 3, 3)

    # Copying

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return the selection as rich text and as plain text, tables as tab-separated values.

        The works of the markers inside follow as formatted references.
        """
        return copied(self.textCursor().selection(), self.shown, self._references)

    def page_as_text(self) -> str:
        """Return the whole page as plain text, its works after it."""
        self.complete()
        everything = QTextCursor(self.document())
        everything.select(QTextCursor.SelectionType.Document)
        whole = everything.selection()
        return copied(whole, self.shown, self._references, all_works=True).text()
