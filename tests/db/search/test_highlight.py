# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The letters that matched are found in the spelling as it stands."""

from __future__ import annotations

import pytest

from terkha_db.search.asked import read_query
from terkha_db.search.highlight import Highlighter, Letters

VARIANTS = {"龍": "龙", "銅": "铜"}


def highlighter(query):
    return Highlighter(read_query(query, VARIANTS), Letters(VARIANTS))


@pytest.mark.parametrize(
    ("name", "query", "marked"),
    [
        ("Jiama Copper Mine", "jia", ["Jia"]),
        ("Jiama Copper Mine", "mine", ["Mine"]),
        ("Jiama Copper Mine", "min jia", ["Jia", "Min"]),
        ("Jiama Copper Mine", "jiamacop", ["Jiama Cop"]),
        ("Ke’er-yin", "keery", ["Ke’er-y"]),
        ("Gārzê", "garz", ["Gārz"]),
        ("Gārzê", "garze", ["Gārzê"]),
        ("Garze\u0302 lake", "garze", ["Garze\u0302"]),
        ("巨龍銅礦", "龙铜", ["龍銅"]),
        ("རྒྱ་མ་གཏེར་ཁ", "མ་གཏེར", ["མ་གཏེར"]),
        ("Zabuye", "qqq", []),
    ],
)
def test_a_name(name, query, marked):
    spans = highlighter(query).in_name(name)
    assert [name[start:end] for start, end in spans] == marked


def test_a_long_text_is_cut_around_the_match_between_words():
    text = f"{'before ' * 30}the Zangge share {'after ' * 30}".strip()
    snippet, spans = highlighter("zangge").in_text(text)
    assert snippet.startswith("… before")
    assert snippet.endswith("after …")
    assert [snippet[start:end] for start, end in spans] == ["Zangge"]
    assert len(snippet) < 200


def test_a_short_text_is_whole():
    assert highlighter("gar").in_text("Gārzê mine") == ("Gārzê mine", ((0, 3),))
