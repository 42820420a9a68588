# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The reader's own works are kept, told apart, exchanged, and undone like all else."""

from __future__ import annotations

import json

import pytest

from terkha_db.errors import LibraryError, NotFoundError
from terkha_db.library.exchange import export_file, import_file
from terkha_db.library.library import Library
from terkha_db.library.model import Target
from terkha_db.paths import profile_paths

SPOILING = {
    "type": "book",
    "title": "Spoiling Tibet: China and Resource Nationalism on the Roof of the World",
    "author": [{"family": "Lafitte", "given": "Gabriel"}],
    "issued": {"date-parts": [[2013]]},
    "publisher": "Zed Books",
}
GYAMA = {"type": "article-journal", "title": "西藏甲玛铜多金属矿床", "DOI": "10.1000/Gyama"}


def test_works_are_kept_under_ids_that_tell_what_they_are(library, open_library):
    new, there = library.works.add([SPOILING, GYAMA], "mine.bib")
    assert there == []
    assert [work.link for work in new] == ["work/lafitte-2013-spoiling", "work/work-nd"]
    kept = open_library().works.get("work/lafitte-2013-spoiling")
    assert kept.csl == {**SPOILING, "id": "lafitte-2013-spoiling"}
    assert (kept.origin, kept.added) == ("mine.bib", "2026-11-12T14:05:00Z")


def test_a_work_that_is_there_is_not_added_twice(library):
    library.works.add([SPOILING, GYAMA])
    again = {**SPOILING, "title": "Spoiling Tibet – China and resource nationalism on the roof of "}
    again["title"] += "the world"
    by_doi = {"title": "Another title", "DOI": "https://doi.org/10.1000/gyama"}
    new, there = library.works.add([again, by_doi])
    assert new == []
    assert [work.slug for work in there] == ["lafitte-2013-spoiling", "work-nd"]


@pytest.mark.parametrize(
    "other",
    [
        {"issued": {"date-parts": [[2014]]}},
        {"author": [{"family": "Yeh", "given": "Emily"}]},
        {"title": "Spoiling Tibet"},
    ],
    ids=["year", "author", "title"],
)
def test_a_work_that_differs_is_another(library, other):
    library.works.add([SPOILING])
    new, there = library.works.add([{**SPOILING, **other}])
    assert (len(new), there) == (1, [])
    assert len({work.slug for work in library.works.all()}) == 2


def test_a_work_is_changed_and_removed_and_all_of_it_undone(library):
    library.works.add([SPOILING])
    link = "work/lafitte-2013-spoiling"
    assert library.works.edit(link, {**SPOILING, "publisher": "Zed"}).csl["publisher"] == "Zed"
    assert library.works.remove([link, "work/none"]) == 1
    assert library.works.all() == ()
    assert library.undo().label == f"Remove the work {SPOILING['title']}"
    assert library.works.get(link).csl["publisher"] == "Zed"
    library.undo()
    assert library.works.get(link).csl["publisher"] == "Zed Books"
    library.undo()
    assert library.works.all() == ()
    library.redo()
    assert library.works.get(link).title == SPOILING["title"]


KEPT = Target("work/lafitte-2013-spoiling", "work", SPOILING["title"])
OTHER = {**SPOILING, "title": "Spoiling the plateau"}


@pytest.mark.parametrize(
    "keep",
    [
        lambda library: library.bookmarks.add([KEPT]),
        lambda library: library.bookmarks.add([Target(f"{KEPT.link}#p12", "work", KEPT.title)]),
        lambda library: library.tray.add([KEPT]),
        lambda library: library.history.visit(KEPT),
        lambda library: library.notes.add(Target("mine/julong"), f"See {KEPT.link}, ch. 4."),
        lambda library: None,
    ],
    ids=["bookmark", "place", "tray", "history", "note", "undo"],
)
def test_what_was_kept_of_a_removed_work_never_leads_to_another(library, keep):
    library.works.add([SPOILING])
    keep(library)
    library.works.remove([KEPT.link])
    ((other,), _) = library.works.add([OTHER])
    assert other.link == "work/lafitte-2013-spoiling-2"
    with pytest.raises(NotFoundError):
        library.works.get(KEPT.link)
    for _ in range(2):
        library.undo()
    assert library.works.get(KEPT.link).title == SPOILING["title"]


def test_a_removed_work_comes_back_to_where_it_was(library):
    library.works.add([SPOILING])
    library.bookmarks.add([KEPT])
    library.works.remove([KEPT.link])
    ((again,), _) = library.works.add([{**SPOILING, "publisher": "Zed"}])
    assert again.link == KEPT.link


def test_merged_works_and_links_lead_to_no_other_work(library, tmp_path):
    library.works.add([SPOILING])
    library.bookmarks.add([KEPT])
    whole, gone = tmp_path / "whole.json", tmp_path / "gone.json"
    export_file(library, whole)
    library.works.remove([KEPT.link])
    export_file(library, gone)
    with Library(profile_paths(tmp_path / "other")) as other:
        other.works.add([OTHER])
        for _ in range(2):
            import_file(other, gone)
        assert other.works.get(KEPT.link).title == OTHER["title"]
        assert {each.link for each in other.bookmarks.select()} == {f"{KEPT.link}-2"}
        import_file(other, whole)
        (kept,) = other.bookmarks.select()
        assert other.works.get(kept.link).title == SPOILING["title"]
    import_file(library, whole)
    assert library.works.get(KEPT.link).title == SPOILING["title"]
    assert len(library.bookmarks.select()) == 1


def test_a_work_without_a_title_is_refused_and_nothing_is_kept(library):
    with pytest.raises(LibraryError, match="needs a title"):
        library.works.add([SPOILING, {"type": "book", "title": " "}])
    assert library.works.all() == ()
    with pytest.raises(NotFoundError, match="no work “work/none” in your library"):
        library.works.get("work/none")


def test_works_travel_with_the_library_and_none_is_lost(library, tmp_path):
    library.works.add([SPOILING, GYAMA], "mine.bib")
    export_file(library, tmp_path / "mine.json")
    with Library(profile_paths(tmp_path / "other")) as other:
        other.works.add([{**SPOILING, "issued": {"date-parts": [[2014]]}}])
        other.works.add([{**SPOILING, "title": "Spoiling", "author": SPOILING["author"]}])
        report = import_file(other, tmp_path / "mine.json")
        assert report.works == 2
        assert "2 new works of your own" in report.sentence()
        assert len({work.slug for work in other.works.all()}) == 4
        assert other.works.get("work/work-nd").csl == {**GYAMA, "id": "work-nd"}
        assert import_file(other, tmp_path / "mine.json").works == 0


def test_an_export_of_an_older_terkha_is_taken_in(library, tmp_path):
    file = tmp_path / "old.json"
    file.write_text(json.dumps({"format": "terkha-library", "version": 1, "bookmarks": []}))
    assert import_file(library, file).works == 0
