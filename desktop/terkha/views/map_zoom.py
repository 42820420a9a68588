# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The buttons on the map that zoom in, out, and to the whole plateau."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from terkha.views.parts import button, icons

if TYPE_CHECKING:
    from terkha.look import Look
    from terkha.views.map_canvas import MapCanvas

_STEP = 1.5
_SIDE = 32


class MapZoom(QWidget):
    """Three buttons over the upper left corner of the map."""

    def __init__(self, canvas: MapCanvas) -> None:
        super().__init__(canvas)
        self.nearer = button("", hint=self.tr("Zoom in (+)"))
        self.farther = button("", hint=self.tr("Zoom out (−)"))
        self.whole = button("", hint=self.tr("Show the whole plateau (0)"))
        self.nearer.clicked.connect(lambda: canvas.zoom(_STEP))
        self.farther.clicked.connect(lambda: canvas.zoom(1 / _STEP))
        self.whole.clicked.connect(canvas.show_whole)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for made in (self.nearer, self.farther, self.whole):
            layout.addWidget(made)

    def restyle(self, look: Look) -> None:
        """Take icons and size from the look."""
        icons(look, (self.nearer, "plus"), (self.farther, "minus"), (self.whole, "maximize"))
        side = look.fonts.px(_SIDE)
        for made in (self.nearer, self.farther, self.whole):
            made.setFixedSize(QSize(side, side))
        self.adjustSize()
