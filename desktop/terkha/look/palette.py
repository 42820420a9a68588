# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A theme as Qt's palette, for everything that Qt paints by itself."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from terkha.look.theme import Theme

_Role = QPalette.ColorRole


def palette(theme: Theme) -> QPalette:
    """Return the palette of a theme; disabled text is ``ink3`` on the ground it stands on."""
    made = QPalette()
    for role, colour in _roles(theme).items():
        made.setColor(role, QColor(colour))
    for role in (_Role.Text, _Role.WindowText, _Role.ButtonText, _Role.PlaceholderText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.ink3))
    return made


def _roles(theme: Theme) -> dict[QPalette.ColorRole, str]:
    return {
        _Role.Window: theme.surface,
        _Role.WindowText: theme.ink,
        _Role.Base: theme.surface,
        _Role.AlternateBase: theme.bg,
        _Role.Text: theme.ink,
        _Role.BrightText: theme.ink,
        _Role.PlaceholderText: theme.ink3,
        _Role.Button: theme.raised,
        _Role.ButtonText: theme.ink,
        _Role.ToolTipBase: theme.raised,
        _Role.ToolTipText: theme.ink,
        _Role.Highlight: theme.accent,
        _Role.HighlightedText: theme.accent_on,
        _Role.Accent: theme.accent,
        _Role.Link: theme.accent,
        _Role.LinkVisited: theme.accent,
        _Role.Light: theme.raised,
        _Role.Midlight: theme.line,
        _Role.Mid: theme.line,
        _Role.Dark: theme.line2,
        _Role.Shadow: theme.line2,
    }
