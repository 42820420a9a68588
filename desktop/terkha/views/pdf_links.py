# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Links that lead to a place in the same PDF, which Qt writes as addresses of the web.

Qt's PDF writer knows one kind of link. An address made by ``reserved`` is as long as the link to
a place will be, so that it can be written over without moving anything in the file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from terkha.pages.printed import WITHIN

_LONGEST = 64  # letters of the link to a place
_FILL = "~"
_LINK = re.compile(rb"/S /URI\s/URI \(" + WITHIN.encode() + rb"([^)~]*)~*\)")
#: The object of each sheet, in their order; its number is the group.
PAGE = re.compile(rb"(\d+) 0 obj\s*<<\s*/Type /Page\b(?!s)")


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a PDF: which sheet from 0, and how many points above its lower edge."""

    sheet: int
    height: float


def reserved(address: str) -> str:
    """Return the address of a place, long enough to be written over."""
    return address.ljust(_LONGEST, _FILL) if address.startswith(WITHIN) else address


def lead_within(pdf: bytes, places: Mapping[str, Place]) -> bytes:
    """Return a PDF whose reserved addresses lead to these places, or nowhere if they have none."""
    pages = [int(found[1]) for found in PAGE.finditer(pdf)]

    def led(link: re.Match[bytes]) -> bytes:
        place = places.get(link[1].decode())
        if place is None:
            action = b"/S /Named /N /FirstPage"
        else:
            there = f"/S /GoTo /D [{pages[place.sheet]} 0 R /XYZ 0 {place.height:.0f} 0]"
            action = there.encode()
        return action.ljust(len(link[0]))

    return _LINK.sub(led, pdf)
