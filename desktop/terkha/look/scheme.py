# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Which theme holds: the one the reader chose, or what the system asks for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette, QStyleHints

from terkha.look.theme import DARK, HIGH_CONTRAST, LIGHT, Theme, high_contrast

SYSTEM = "system"
_CHOSEN = {theme.name: theme for theme in (LIGHT, DARK, HIGH_CONTRAST)}


def theme_for(appearance: str, hints: QStyleHints, system: QPalette) -> Theme:
    """Return the theme for ``system``, ``light``, ``dark`` or ``contrast``; KeyError for others.

    ``system`` is the palette of the platform, untouched by ours: where the reader asked their
    system for more contrast, it tells the colours they see best.
    """
    if appearance != SYSTEM:
        return _CHOSEN[appearance]
    ground = system.color(QPalette.ColorRole.Window)
    ink = system.color(QPalette.ColorRole.WindowText)
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        selection = system.color(QPalette.ColorRole.Highlight)
        return high_contrast(ground.name(), ink.name(), selection.name())
    scheme = hints.colorScheme()
    # A desktop that does not say which it is shows it by its own palette.
    unsaid_dark = scheme == Qt.ColorScheme.Unknown and ground.lightness() < ink.lightness()
    return DARK if scheme == Qt.ColorScheme.Dark or unsaid_dark else LIGHT


def tell_system(appearance: str, hints: QStyleHints) -> None:
    """Ask the platform for title bars and dialogs of its own in the scheme that was chosen."""
    if appearance == SYSTEM:
        hints.unsetColorScheme()
    else:
        dark = _CHOSEN[appearance].dark
        hints.setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)
