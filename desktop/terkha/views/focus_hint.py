# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What hovering would say, for those who come to a link by the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLabel, QWidget

from terkha.views.parts import part

if TYPE_CHECKING:
    from terkha.look import Look

_WIDTH = 420
_GAP = 6
_PADDING = 8


class FocusHint(QLabel):
    """A note under a place in a text; it lies over the text and takes no input."""

    def __init__(self, look: Look, ground: QWidget) -> None:
        super().__init__(ground)
        self._look, self._ground = look, ground
        part(self, "card")
        self.setMargin(_PADDING)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_at(self, place: QRect, words: str) -> None:
        """Show the words below a place, or above it where there is no room."""
        ground = self._ground.rect()
        self.setFont(self._look.fonts.font("caption"))
        self.setText(words)
        width = min(self._look.fonts.px(_WIDTH), ground.width() - 2 * _GAP)
        self.resize(width, self.heightForWidth(width))
        left = min(max(_GAP, place.left()), ground.width() - width - _GAP)
        below = place.bottom() + _GAP
        fits = below + self.height() <= ground.height()
        self.move(left, below if fits else place.top() - _GAP - self.height())
        self.show()
