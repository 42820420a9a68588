# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A list of hits, as the search box and its page show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from terkha.models.roles import Role
from terkha.models.search import SearchModel
from terkha.views import keeping
from terkha.views.hit_delegate import HitDelegate
from terkha.views.parts import part
from terkha.views.ways import Ways, follow

if TYPE_CHECKING:
    from terkha.context import Context
    from terkha.look import Look

OWN_WORK = "work/"
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class HitList(QListView):
    """Shows what a search found; one click or Enter opens a hit."""

    chosen = Signal(str)
    """The link of a hit."""

    def __init__(self, context: Context, model: SearchModel, parent: QWidget) -> None:
        super().__init__(parent)
        part(self, "raised")
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Search results"))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(lambda index: self._open(index.data(Role.RECORD_ID)))
        Ways(context, self, self._link_at)
        self._ground = QColor()
        # What lies below is not painted again with each key.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def dress(self, look: Look) -> None:
        """Paint the hits in the look as it is now."""
        self._ground = QColor(look.theme.raised)
        self.setItemDelegate(HitDelegate(look, self))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the ground, then draw the hits."""
        QPainter(self.viewport()).fillRect(event.rect(), self._ground)
        super().paintEvent(event)

    def choice(self) -> str:
        """Return the link of the hit that is chosen, or nothing."""
        index = self.currentIndex()
        return str(index.data(Role.RECORD_ID) or "") if index.isValid() else ""

    def choose_first(self) -> None:
        """Choose the first hit, if there is one."""
        model = self.model()
        assert isinstance(model, SearchModel)
        first = model.first_hit()
        if first >= 0:
            self.setCurrentIndex(model.index(first))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the hit with Enter."""
        if event.key() in _ENTER:
            self._open(self.choice())
        else:
            super().keyPressEvent(event)

    def _link_at(self, place: QPoint | None) -> str:
        """Return the link at a point, or the one chosen; works of the reader's own have no page."""
        index = self.currentIndex() if place is None else self.indexAt(place)
        link = str(index.data(Role.RECORD_ID) or "") if index.isValid() else ""
        return "" if link.startswith(OWN_WORK) else link

    def _open(self, link: str | None) -> None:
        if link:
            self.chosen.emit(link)


def open_hit(parent: QWidget, context: Context, link: str) -> None:
    """Open what a hit leads to, as the keys held down ask for; a work of the reader's is cited."""
    if link.startswith(OWN_WORK):
        keeping.cite(parent, context, [link], context.library.works.get(link).title)
    else:
        follow(context.state, link)
