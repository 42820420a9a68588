# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Plain text: a line per work, indented lines for what it is cited for."""

from __future__ import annotations

from terkha_db.citing import Entry
from terkha_db.citing.to_text import write

WORK = {"id": "x", "type": "book"}


def test_lines():
    first = Entry(WORK, text="A. Zhābùyē.", locators=("p. 1",), used_for=("grade",))
    assert write([first, Entry(WORK, text="B.")]).decode("utf-8") == (
        "A. Zhābùyē.\n    Cited at: p. 1\n    Used for: grade\n\nB.\n"
    )
