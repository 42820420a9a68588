# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A note is shown in one line as it reads."""

from __future__ import annotations

import pytest

from terkha.models.noted import first_line


@pytest.mark.parametrize(
    ("note", "line"),
    [
        (
            "**Check** the figure of [Zijin](https://a.example): *resource*",
            "Check the figure of Zijin: resource",
        ),
        ("\n\n# A heading\n\nAnd more", "A heading"),
        ("- first\n- second", "first"),
        ("one line\nand another", "one line"),
        ("1. one", "one"),
        ("`code` and _this_", "code and this"),
        ("plain 7.95 Mt, a_b_c and 2 * 3 * 4", "plain 7.95 Mt, a_b_c and 2 * 3 * 4"),
        ("གཏེར་ཁ 甲玛", "གཏེར་ཁ 甲玛"),
        ("<b>not HTML</b>", "<b>not HTML</b>"),
        ("---", "---"),
        ("", ""),
    ],
)
def test_marks_of_markdown_are_not_shown(qapp, note, line):
    assert first_line(note) == line
