# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Arrows, ticks and crosses as files, the only form in which a style sheet takes pictures.

They are files in memory: nothing is written for them, and nothing stays behind.
"""

from __future__ import annotations

import itertools
import weakref
from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QResource

from terkha.look.resource_file import resource_file

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
    """The pictures of one theme and text size, in memory for as long as this object is there."""

    _made = itertools.count()

    def __init__(self, icons: Icons, fonts: Fonts) -> None:
        self._files = resource_file(
            {
                f"{name}.svg": icons.drawing(icon, tone, fonts.px(size)).encode()
                for name, (icon, tone, size) in IMAGES.items()
            }
        )
        # Qt keeps what it once drew under a name, so each theme has names of its own.
        self._root = f"/look/{next(self._made)}"
        QResource.registerResourceData(self._files, self._root)
        weakref.finalize(self, QResource.unregisterResourceData, self._files, self._root)

    def urls(self) -> dict[str, str]:
        """Return ``url(…)`` for each name."""
        return {name: f'url(":{self._root}/{name}.svg")' for name in IMAGES}
