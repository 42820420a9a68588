# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The look of the whole application: built once, handed down, and told when it is to change."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from terkha.look.fonts import Fonts, load_families
from terkha.look.icons import Icons
from terkha.look.palette import palette
from terkha.look.scheme import SYSTEM, tell_system, theme_for
from terkha.look.sheet import style_sheet
from terkha.look.sheet_images import SheetImages
from terkha.look.symbols import Symbols

_SOON_MS = 60
"""After the first window is painted, if all goes well; whether it does, the icon must come."""


class Look(QObject):
    """Theme, fonts, icons and symbols as they are now.

    All four are new objects after :attr:`changed`: ask the look for them each time.
    """

    changed = Signal()
    """Theme or text size are different now; palette, font and style sheet are already set."""

    def __init__(self, app: QApplication, appearance: str = SYSTEM, text_scale: int = 100) -> None:
        """Dress the application; FileNotFoundError if the fonts were not built."""
        super().__init__(app)
        self._app = app
        self._families = load_families()
        self.appearance = appearance
        self.text_scale = text_scale
        app.setStyle("Fusion")
        QTimer.singleShot(_SOON_MS, self, self._show_icon)
        hints = app.styleHints()
        tell_system(appearance, hints)
        self._system = self._system_palette()
        self._dress()
        hints.colorSchemeChanged.connect(self._follow_system)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow_system)

    def choose(self, appearance: str | None = None, text_scale: int | None = None) -> None:
        """Change the appearance (``system``, ``light``, ``dark``, ``contrast``) or text size."""
        if appearance is not None and appearance != self.appearance:
            self.appearance = appearance
            tell_system(appearance, self._app.styleHints())
        if text_scale is not None:
            self.text_scale = text_scale
        self._redress()

    def _show_icon(self) -> None:
        """Draw Terkha's own icon, which no window waits for."""
        from terkha.look.app_icon import app_icon

        self._app.setWindowIcon(app_icon())

    def _follow_system(self) -> None:
        if self.appearance == SYSTEM:
            self._system = self._system_palette()
            self._redress()

    def _redress(self) -> None:
        """Dress again if theme or text size are other than before."""
        before = self.theme, self.fonts.scale
        self._dress()
        if (self.theme, self.fonts.scale) != before:
            self.changed.emit()

    def _system_palette(self) -> QPalette:
        """Return the platform's own palette, which ours otherwise covers."""
        self._app.setPalette(QPalette())
        return QPalette(self._app.palette())

    def _dress(self) -> None:
        self.theme = theme_for(self.appearance, self._app.styleHints(), self._system)
        self.fonts = Fonts(self._families, self.text_scale)
        self.icons = Icons(self.theme)
        self.symbols = Symbols(self.theme, self.fonts)
        self._app.setPalette(palette(self.theme))
        self._app.setFont(self.fonts.font("body"))
        images = SheetImages(self.icons, self.fonts)
        self._app.setStyleSheet(style_sheet(self.theme, self.fonts, images.urls()))
        # Only now may the pictures of the sheet before go.
        self._images = images
