# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Which mines drain where: told on the pages of rivers, lakes and basins, with who says so."""

from __future__ import annotations

from terkha.pages import build, gather


def page(catalogue, hand, record_id):
    return build(gather(catalogue, record_id, "apa"), hand.english)


def waters(catalogue, hand, record_id):
    words = hand.text_of(page(catalogue, hand, record_id))
    return words.partition("Waters of mines\n")[2].partition("Works this page")[0]


def test_the_page_of_the_rivers_tells_which_mines_drain_to_the_yarlung_tsangpo(catalogue, hand):
    words = waters(catalogue, hand, "place/asian-river-systems")
    row = words.partition("Xiongcun\n")[2]
    assert row.startswith("the water named as to be protected from waste is the Yarlung (Tsangpo)")
    assert "Tibetan Review press [" in row
    recorded = catalogue.figures("river-basin")
    told = page(catalogue, hand, "place/asian-river-systems")
    assert {one.id for one in recorded} <= {one.statement for one in told.markers.values()}


def test_a_basin_tells_its_own_mines_alone(catalogue, hand):
    words = waters(catalogue, hand, "place/qaidam")
    assert "Qarhan" in words
    assert "Xiongcun" not in words


def test_other_places_tell_nothing_of_waters(catalogue, hand):
    assert "waters" not in [one.anchor for one in page(catalogue, hand, "place/lhasa").sections]
