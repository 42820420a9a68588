# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Charts under a lens: only what is inside is drawn, and the caption says what is not."""

from __future__ import annotations

import pytest

from terkha.charts import CHARTS, entries
from terkha.charts.export import write_chart
from terkha.charts.lens import left_out, picture_of
from terkha_db.catalogue import Catalogue
from terkha_db.lens import ALL_KINDS, PRESETS, Lens, in_words, parse_lens

IDLE = "citation/usgs-2025-mcs-molybdenum"
LENSES = [
    *(Lens(frozenset({kind})) for kind in sorted(ALL_KINDS)),
    *(lens for _, lens in PRESETS),
    Lens(ALL_KINDS - {"intergovernmental"}),
    Lens(frozenset()),
]


@pytest.fixture
def seen(catalogue_path):
    with Catalogue.open(catalogue_path) as catalogue:
        yield catalogue


def charts_for(number):
    """A chart of each family for every lens; each of the others under a fourth of the lenses."""
    first = entries()
    return [chart for n, chart in enumerate(CHARTS) if chart in first or n % 4 == number % 4]


@pytest.mark.parametrize("number", range(len(LENSES)), ids=lambda number: in_words(LENSES[number]))
def test_every_chart_is_drawn_of_what_is_inside(seen, number):
    lens = LENSES[number]
    seen.look_through(lens)
    for chart in charts_for(number):
        picture = picture_of(seen, chart.id)
        for mark in picture.marks:
            assert any(lens.admits(source.id, source.kind) for source in mark.sources), mark.label
        assert picture.notes[0].startswith(f"Lens: {in_words(lens)}. ")
        assert left_out(picture, lens)


def test_no_lens_changes_nothing(seen):
    for chart in CHARTS:
        assert picture_of(seen, chart.id) == chart.draw(seen)
        assert left_out(picture_of(seen, chart.id), seen.lens) == ""


def test_a_lens_that_leaves_everything_in_draws_the_same(seen):
    whole = {chart.id: chart.draw(seen) for chart in CHARTS}
    seen.look_through(Lens(without=frozenset({IDLE})))
    for name, before in whole.items():
        after = picture_of(seen, name)
        if name != "works-by-kind":  # which counts the work itself
            assert [(mark.label, mark.shown) for mark in after.numbers] == [
                (mark.label, mark.shown) for mark in before.numbers
            ], name
            assert left_out(after, seen.lens) == "No number of this chart lies outside it."


def test_how_much_is_outside(seen):
    whole = picture_of(seen, "copper-resources")
    seen.look_through(parse_lens("company"))
    picture = picture_of(seen, "copper-resources")
    outside = len(whole.numbers) - len(picture.numbers)
    assert 0 < outside < len(whole.numbers)
    words = f"{outside} of {len(whole.numbers)} numbers lie outside it, not drawn."
    assert left_out(picture, seen.lens) == words
    assert {source.kind for source in picture.sources} == {"company"}


def test_records_that_are_counted(seen):
    seen.look_through(parse_lens("academic"))
    picture = picture_of(seen, "works-by-kind")
    works = seen.edition.counts["citation"]
    academic = dict(seen.count_by("citation", "source_kind"))["academic"]
    assert sum(len(mark.counted) for mark in picture.marks) == academic
    assert f"{works - academic:,} of {works:,} records lie outside it" in picture.notes[0]


@pytest.mark.parametrize("suffix", [".svg", ".csv"])
def test_exported_charts_say_so(seen, look, tmp_path, suffix):
    seen.look_through(parse_lens("company"))
    file = tmp_path / f"chart{suffix}"
    write_chart(seen, look, "copper-resources", file)
    text = file.read_text("utf-8")
    assert ("Lens: company works." if suffix == ".svg" else ",company,") in text
    assert "Zijin Mining Group" in text
    assert "25.88" not in text
