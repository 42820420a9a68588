# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A page cut into pieces: nothing lost, no table cut through, the first one enough for a screen."""

from __future__ import annotations

import pytest

from terkha.pages import build, gather, pieces


def test_a_short_page_is_one_piece():
    assert pieces("<h1>Julong</h1><p>A mine.</p>") == ["<h1>Julong</h1><p>A mine.</p>"]


def test_pieces_end_between_whole_blocks_and_never_inside_a_table():
    block = "<p>words</p>"
    table = f"<table><tr><td>{block}<table><tr><td>{block}</td></tr></table></td></tr></table>"
    cut = pieces(table + block + table, least=5)
    assert cut == [table, block, table]


@pytest.mark.parametrize("record_id", ["mine/julong", "citation/ferenczy-2025-prc-mining-tibet"])
def test_no_piece_of_a_real_page_is_large(catalogue, hand, record_id):
    html = build(gather(catalogue, record_id, "chicago-notes"), hand.english).html
    cut = pieces(html)
    assert "".join(cut) == html
    assert len(cut) > 4
    assert max(map(len, cut)) < 24_000
