# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Short codes, to be printed in a footnote: ``K7QM-2F9D`` stands for one statement for good.

A code is worked out from permanent ids alone, so that every installation of every edition gives
the same one. Its 32 signs are those of Douglas Crockford's base 32: no I, L, O or U, so that what
was printed can be typed again whatever the typeface.
"""

from __future__ import annotations

import re

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 8
_BITS = 5
_HALF = LENGTH // 2
_MISTAKEN = str.maketrans("ILO", "110")
_READ = r"[0-9A-Z]{4}-?[0-9A-Z]{4}"
_WORD = r"(?=.*[a-z])[A-Za-z]{8}"


def code_of(record_id: str, statement_id: str = "") -> str:
    """Return the code of a record, or of one of its statements."""
    name = f"{record_id}#{statement_id}" if statement_id else record_id
    from hashlib import sha256

    number = int.from_bytes(sha256(name.encode()).digest()[: LENGTH * _BITS // 8])
    signs = [SIGNS[number >> _BITS * at & len(SIGNS) - 1] for at in reversed(range(LENGTH))]
    return "".join(signs)


def printed(code: str) -> str:
    """Return a code as it is printed: two groups of four."""
    return f"{code[:_HALF]}-{code[_HALF:]}"


def read_code(text: str) -> str:
    """Return the code that a text may be; empty where it cannot be one.

    Small letters, a missing hyphen, and the letters that are taken for 1 and 0 do not matter.
    """
    raised = text.strip().upper()
    if not raised.isascii() or not re.fullmatch(_READ, raised):
        return ""
    signs = raised.replace("-", "").translate(_MISTAKEN)
    return "" if set(signs) - set(SIGNS) else signs


def looks_like_code(text: str) -> bool:
    """Tell a code from a word of eight letters: it has a hyphen, a digit, or only capitals."""
    return bool(read_code(text)) and not re.fullmatch(_WORD, text.strip())
