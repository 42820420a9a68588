# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What is compared in place of everything has every shape in it."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from .shapes import of_each_shape, shape_of_title


@pytest.mark.parametrize("most", [1, 2, 3])
def test_every_shape_is_there_and_none_too_often(most):
    things = [(number % 7, number) for number in range(100)] + [(9, 100)]
    chosen = of_each_shape(things, lambda thing: thing[0], most)
    assert chosen == sorted(chosen, key=lambda thing: thing[1])
    counts = [[one[0] for one in chosen].count(shape) for shape in (*range(7), 9)]
    assert counts == [*[most] * 7, 1]
    if most > 1:
        assert {things[0], things[99]} <= set(chosen)


def test_titles_of_all_records_have_few_shapes_of_which_each_is_chosen(catalogue_path):
    with closing(sqlite3.connect(f"file:{catalogue_path}?mode=ro&immutable=1", uri=True)) as opened:
        titles = [title for (title,) in opened.execute("SELECT title FROM record ORDER BY id")]
    chosen = of_each_shape(titles, shape_of_title)
    assert set(map(shape_of_title, chosen)) == set(map(shape_of_title, titles))
    assert len(chosen) < len(titles) / 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Julong", "巨龙铜矿"),
        ("Julong", "julong"),
        ("Julong", "Julong (Qulong)"),
        ("Julong", "Julong & Qulong"),
        ("Is it a mine", "Is it a mine?"),
        ("2019 spill", "The 2019 spill"),
        ("Julong", "Julong: " + "one word after another " * 4),
    ],
)
def test_titles_that_a_style_may_treat_otherwise_are_of_another_shape(one, other):
    assert shape_of_title(one) != shape_of_title(other)
