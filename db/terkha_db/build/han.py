# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Which simplified character stands for which traditional one, and how characters are read."""

from __future__ import annotations

from terkha_db.fold import fold_key

PLATEAU = {"藏": "zàng", "都": "dū"}
"""How names on the plateau read characters for which the dictionary has another reading first."""

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


def han_readings() -> dict[str, str]:
    """Return the pinyin, without tones, of every character of the set GB 2312, sorted."""
    from pypinyin import Style, lazy_pinyin

    ideographs = [chr(code) for code in range(0x4E00, 0xA000)]
    common = [char for char in ideographs if char.encode("gb2312", "ignore")]
    return {
        char: fold_key(PLATEAU.get(char) or lazy_pinyin(char, style=Style.TONE)[0], {})
        for char in common
    }
