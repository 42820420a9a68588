# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A work that looks like one of the catalogue or of the reader's own is pointed out."""

from __future__ import annotations

import pytest

from terkha_db.catalogue import Catalogue
from terkha_db.library.library import Library
from terkha_db.paths import profile_paths
from terkha_db.twins import twins_of


@pytest.fixture
def both(catalogue_path, profile):
    with Catalogue.open(catalogue_path) as catalogue, Library(profile_paths(profile)) as library:
        yield catalogue, library


def test_every_tenth_work_of_the_catalogue_is_its_own_twin(both):
    catalogue, library = both
    ids = [row.id for row in catalogue.rows("citation")][::10]
    missed = [
        work.id
        for work in catalogue.works(ids)
        if work.id not in [twin.link for twin in twins_of(catalogue, library, work.csl)]
    ]
    assert len(ids) > 60
    assert missed == []


def test_a_shorter_title_of_the_same_year_and_author_looks_alike(both):
    catalogue, library = both
    item = {
        "title": "Spoiling Tibet",
        "author": [{"family": "Lafitte", "given": "G."}],
        "issued": {"date-parts": [[2013]]},
    }
    (twin,) = twins_of(catalogue, library, item)
    assert twin.link == "citation/anon-nd-spoiling-tibet"
    assert "Lafitte, 2013" in twin.about
    (own,), _ = library.works.add([{**item, "title": "Spoiling: another"}])
    assert twins_of(catalogue, library, {**item, "title": "Spoiling"})[-1].link == own.link
    assert twins_of(catalogue, library, own.csl, own.link) == []
    assert twins_of(catalogue, library, {"title": "Spoiling Tibet"}) == []
    assert twins_of(catalogue, library, {"title": ""}) == []
