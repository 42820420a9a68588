# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""One work in a list to be written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any


@dataclass(frozen=True, slots=True)
class Entry:
    """A work, how the chosen style formats it, and where in it the reader's facts stand."""

    csl: Mapping[str, Any]
    """CSL-JSON 1.0.2 item; its ``id`` is the slug of the work."""
    html: str = ""
    """Bibliography entry of the chosen style, the whole ``<div class="csl-entry">``."""
    text: str = ""
    """The same entry as one line of plain text."""
    sort_key: str = ""
    """Sorts as the chosen style orders its bibliography; see ``listing.sort_key``."""
    locators: tuple[str, ...] = ()
    used_for: tuple[str, ...] = ()
    repeated: str = ""
    """``html`` with a dash for authors who stand in the entry before, if the style has one."""
    style: str = ""
    """Id of the style of ``html``, for the attributes of the list around the entries."""

    @classmethod
    def remark(cls, text: str) -> Entry:
        """Return a line that ends a formatted list and is no work: what the list is without."""
        html = f'<div class="csl-entry">{escape(text, quote=False)}</div>'
        return cls({"id": ""}, html, text)

    @property
    def id(self) -> str:
        """The slug of the work."""
        return str(self.csl["id"])
