# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What pages of records take from the look: type for their style sheet, pictures for their text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from PySide6.QtCore import QUrl
from PySide6.QtGui import QPixmap

from terkha.look.scripts import Script

if TYPE_CHECKING:
    from terkha.look.fonts import Fonts
    from terkha.look.symbols import Symbols

_IMAGE = re.compile(r'<img src="([^"]+)"')


def resource(name: QUrl | str, symbols: Symbols, dpr: float) -> QPixmap | None:
    """Return the picture that a page asks for: a symbol, a status, a strip, a sparkline, a box."""
    # A URL writes some signs as %7C and the like, which no picture is asked for by.
    address = unquote(name.toString()) if isinstance(name, QUrl) else name
    what, _, rest = address.partition(":")
    if what == "symbol":
        slug, _, role = rest.partition(":")
        return symbols.commodity(slug, role, dpr)
    if what == "box":
        return symbols.box(rest, dpr)
    if what == "strip":
        share, category, *width = rest.split(":")
        return symbols.strip(share, category, dpr, width=int(*width))
    if what == "spark":
        return symbols.spark(rest, dpr)
    if what == "status":
        return symbols.status(rest, dpr)
    return None


def sized(html: str, symbols: Symbols) -> str:
    """Give every image of a page its logical size, which dense screens need in the tag."""

    def tag(found: re.Match[str]) -> str:
        picture = resource(found[1], symbols, 1.0)
        if picture is None:
            return found[0]
        return f'{found[0]} width="{picture.width()}" height="{picture.height()}"'

    return _IMAGE.sub(tag, html)


@dataclass(frozen=True)
class Face:
    """The type of the application, as the style sheet of pages asks for it."""

    _fonts: Fonts

    def css(self, role: str, script: str) -> str:
        """Return the declarations of a role in ``latin``, ``tibetan`` or ``han``."""
        return self._fonts.css(role, Script(script))

    def line(self, role: str) -> int:
        """Return the height of a line of a role in pixels."""
        return self._fonts.line(role)

    def px(self, length: float) -> int:
        """Return a length that grows with the text."""
        return self._fonts.px(length)
