# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Which simplified character stands for which traditional one, from OpenCC's dictionaries."""

from __future__ import annotations

_BLOCKS = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000), range(0x20000, 0x32400))


def han_variants() -> dict[str, str]:
    """Return every character that OpenCC writes otherwise when it simplifies, sorted."""
    from opencc import OpenCC

    characters = [chr(code) for block in _BLOCKS for code in block]
    # Each on a line of its own, so that no two are read as a word.
    simplified = OpenCC("t2s").convert("\n".join(characters)).split("\n")
    return {
        one: other
        for one, other in zip(characters, simplified, strict=True)
        if other != one and len(other) == 1
    }
