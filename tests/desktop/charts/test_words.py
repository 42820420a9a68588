# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What charts say about marks and sources."""

from __future__ import annotations

import pytest

from terkha.charts.words import alternative, decimals, hint, says, sentence, sources_line, spaced
from terkha_db.build.titles import author_of
from terkha_db.entities import Source
from terkha_db.records.models import Citation

from .conftest import every_chart

UNSIGNED = Citation.model_validate(
    {"id": "w", "type": "webpage", "title": "T", "language": "en", "source_kind": "news"}
)


def source(author, date="", slug=""):
    return Source(f"citation/{slug or author}", author, "Title", date, "news")


def test_sources_are_named_in_short_and_the_others_counted():
    works = [source("Zijin", "2021-12-28"), source("Xinhua"), source("USGS", "2016")]
    assert sources_line(works, 2).startswith("Sources: Zijin 2021; Xinhua n.d. and 1 more.")
    assert "bears no date" in sources_line(works, 2)
    assert sources_line(works[:1]) == "Sources: Zijin 2021."


def test_a_work_without_author_or_outlet_goes_by_its_title():
    title = "[Temporal-spatial separation of Cu from Mo at Jiama]"
    work = Source("citation/a", author_of(UNSIGNED), title, "", "academic")
    assert sources_line([work]).startswith("Sources: “Temporal-spatial separation of Cu from …”")
    han = Source("citation/b", author_of(UNSIGNED), "四川再次發現大型鋰礦", "2023", "news")
    assert sources_line([han]) == "Sources: “四川再次發現大型鋰礦” 2023."


def test_two_works_of_one_author_and_year_are_one_name_and_two_works():
    works = [source("Xinhua", "2020", "a"), source("Xinhua", "2020", "b"), source("USGS", "2016")]
    assert "and 1 more" in sources_line(works, 1)


def test_a_full_stop_is_not_doubled():
    assert ".." not in sources_line([source("Xinhua")])


def test_small_numbers_keep_two_digits_and_none_says_more_than_was_published():
    told = [decimals(value) for value in (25.88, 7.9576, 0.01, 0.00412, 0, 2754, 11207.2, 100)]
    assert told == ["25.88", "7.96", "0.01", "0.0041", "0", "2,754", "11,207.2", "100"]


@every_chart
def test_every_mark_says_value_date_and_claimant(picture):
    for mark in picture.numbers:
        told = sentence(mark)
        assert spaced(mark.label) in told
        assert says(mark)
        assert says(mark) in told
        lines = hint(mark).splitlines()
        assert lines[0].startswith(spaced(mark.label))
        assert len(lines) >= 3
        assert "\u202f" not in told


def test_a_figure_is_told_in_one_sentence(draw):
    mark = next(mark for mark in draw("copper-resources").marks if mark.shown == 25.88)
    told = sentence(mark).replace("\u00a0", " ")
    assert told.startswith("Julong, resource: 25.88 Mt Cu, Jan 2026, says chinascrap.com, ")


@pytest.mark.parametrize("chart_id", ["copper-resources"])
def test_a_picture_has_words_for_those_who_cannot_see_it(picture):
    assert picture.title in alternative(picture)
    assert picture.summary in alternative(picture)
