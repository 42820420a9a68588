# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Arrows, ticks and crosses as files, the only form in which a style sheet takes pictures."""

from __future__ import annotations

import weakref
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QTemporaryDir

if TYPE_CHECKING:
    from terkha.look.fonts import Fonts
    from terkha.look.icons import Icons

# Name in the sheet: icon, tone, size.
IMAGES: Mapping[str, tuple[str, str, int]] = {
    "arrow_down": ("chevron-down", "ink2", 16),
    "arrow_down_off": ("chevron-down", "line", 16),
    "arrow_up": ("chevron-up", "ink2", 16),
    "arrow_right": ("chevron-right", "ink2", 16),
    "sorted_up": ("arrow-up", "ink2", 12),
    "sorted_down": ("arrow-down", "ink2", 12),
    "tick": ("check", "accent_on", 14),
    "dash": ("minus", "accent_on", 14),
    "close": ("x", "ink3", 16),
    "close_hover": ("x", "ink", 16),
    "note": ("info", "accent", 32),
    "warning": ("circle-alert", "ink2", 32),
    "question": ("circle-question-mark", "accent", 32),
}


class SheetImages:
    """The pictures of one theme and text size in a temporary folder that goes with this object."""

    def __init__(self, icons: Icons, fonts: Fonts) -> None:
        self._folder = QTemporaryDir(str(Path(QDir.tempPath()) / "terkha-look-XXXXXX"))
        # Also at the end of the program, when Python lets go of objects without a word.
        weakref.finalize(self, self._folder.remove)
        if self._folder.isValid():
            for name, (icon, tone, size) in IMAGES.items():
                drawing = icons.drawing(icon, tone, fonts.px(size))
                Path(self._folder.filePath(f"{name}.svg")).write_text(drawing, "utf-8")

    def urls(self) -> dict[str, str]:
        """Return ``url(…)`` for each name; empty, so that Qt's own are drawn, if none was kept."""
        if not self._folder.isValid():
            return {}
        return {name: f'url("{self._folder.filePath(name)}.svg")' for name in IMAGES}
