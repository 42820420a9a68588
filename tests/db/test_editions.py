# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A newer catalogue arrives as a file: what it changes is told, and there is a way back."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from terkha_db.build.build import build
from terkha_db.catalogue import Catalogue
from terkha_db.catalogue.changes import compare
from terkha_db.cli import main
from terkha_db.editions import Editions
from terkha_db.errors import CatalogueError, KnownError, NotFoundError
from terkha_db.library.library import Library
from terkha_db.library.model import Target
from terkha_db.paths import profile_paths
from terkha_db.touched import touched

SMALL = Path(__file__).parents[1] / "data" / "records"
FIGURES, TITLE = "mines/figures-that-differ.yaml", "mines/nothing-but-a-title.yaml"


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """An edition, a later one, and one that came with a still later Terkha."""
    folder = tmp_path_factory.mktemp("editions")
    records = folder / "records"
    shutil.copytree(SMALL, records)
    old, new, newest = (folder / f"{name}.sqlite" for name in ("old", "new", "newest"))
    build(records, old, rendered=False)
    mine = records / FIGURES
    mine.write_text(mine.read_text("utf-8").replace("value: 25880000", "value: 27000000"), "utf-8")
    (records / TITLE).unlink()
    (records / "topics" / "new.yaml").write_text("id: new\ntitle: New\ntopic_kind: term\n", "utf-8")
    for file, version, day in ((new, "2026.12", "2026-12-20"), (newest, "2027.01", "2027-01-20")):
        (records / "EDITION.yaml").write_text(f'version: "{version}"\ndate: {day}\n', "utf-8")
        build(records, file, rendered=False)
    return old, new, newest


@pytest.fixture
def paths(tmp_path):
    return profile_paths(tmp_path / "profile")


@pytest.fixture
def editions(paths, built):
    return Editions(paths, built[0])


def test_without_a_choice_the_bundled_edition_is_read(editions, built, paths):
    assert editions.chosen() == built[0]
    assert [each.name for each in editions.all()] == ["bundled"]
    assert not paths.editions.exists()


def test_an_installed_edition_is_read_and_there_is_a_way_back(editions, built, paths):
    edition = editions.install(built[1])
    assert (edition.version, edition.date, edition.bundled) == ("2026.12", "2026-12-20", False)
    assert editions.chosen() == edition.file
    assert edition.file.read_bytes() == built[1].read_bytes()
    assert [each.version for each in editions.all()] == ["2026.12", "2026.11"]
    editions.choose(editions.find("bundled"))
    assert editions.chosen() == built[0]
    editions.choose(editions.find("2026.12"))
    assert editions.chosen() == edition.file
    assert sorted(path.suffix for path in paths.editions.iterdir()) == [".json", ".sqlite"]


def test_installing_twice_keeps_one_copy(editions, built, paths):
    assert editions.install(built[1]) == editions.install(built[1])
    assert len(list(paths.editions.glob("*.sqlite"))) == 1
    assert editions.install(built[0]).bundled


def test_a_newer_terkha_takes_the_lead_again(editions, built, paths):
    editions.install(built[1])
    assert Editions(paths, built[2]).chosen() == built[2]
    newer = Editions(paths, built[2])
    newer.choose(newer.find("2026.12"))
    assert newer.chosen().name.startswith("2026.12-"), "the reader went back on purpose"


def test_a_removed_edition_leaves_the_bundled_one(editions, built, paths):
    editions.remove(editions.install(built[1]))
    assert editions.chosen() == built[0]
    assert list(paths.editions.iterdir()) == []
    with pytest.raises(KnownError, match="stays"):
        editions.remove(editions.find("bundled"))


def test_one_changed_byte_is_refused_and_nothing_is_written(editions, built, paths, tmp_path):
    content = bytearray(built[1].read_bytes())
    content[len(content) // 2] ^= 1
    damaged = tmp_path / "damaged.sqlite"
    damaged.write_bytes(content)
    for file in (damaged, SMALL / FIGURES, tmp_path / "nowhere"):
        with pytest.raises(CatalogueError, match=f"{file.name} cannot be installed: "):
            editions.install(file)
    assert not paths.editions.exists()


def test_a_choice_that_got_lost_or_damaged_is_told(editions, built, paths):
    edition = editions.install(built[1])
    edition.file.write_bytes(b"not a catalogue")
    assert editions.chosen() == built[0]
    assert editions.problem.startswith(f"The edition {edition.file.stem} cannot be read")
    (paths.editions / "chosen.json").write_text("{")
    again = Editions(paths, built[0])
    assert again.chosen() == built[0]
    assert again.problem == ""


def test_names_that_name_none(editions):
    with pytest.raises(NotFoundError, match=r"There is no single edition “1999”: .* bundled\."):
        editions.find("1999")


def test_a_folder_that_cannot_be_written(editions, built, paths):
    paths.profile.mkdir()
    paths.editions.write_text("in the way")
    with pytest.raises(KnownError, match="editions cannot be created"):
        editions.install(built[1])


def test_what_the_reader_keeps_is_told_apart(built, paths):
    old, new, _ = built
    with Library(paths) as library, Catalogue.open(old) as before, Catalogue.open(new) as after:
        changed, gone = "mine/figures-that-differ", "mine/nothing-but-a-title"
        same = "mine/only-a-county-seat"
        library.bookmarks.add([Target(gone), Target(changed), Target(same)])
        library.notes.add(Target(changed), "look again")
        library.searches.save("anywhere", "kind:topic AND title:New")
        library.searches.save("all", "has:title", kind="mine")
        library.searches.save("broken", "no.such.field>1", kind="mine")
        found = {each.title: each for each in touched(library, compare(old, new), before, after)}
    assert set(found) == {gone, changed, "anywhere", "all"}
    assert found[gone].what == "is no longer in the catalogue; the bookmark stays"
    assert found[changed].what == "has 1 change; 1 note on it"
    assert found[changed].details == ["~ Resource, copper (Jan 2026): 25.88 Mt Cu → 27 Mt Cu"]
    assert found["anywhere"].what == "finds 1 more and 0 fewer"
    assert found["anywhere"].details == ["+ topic/new  New"]
    assert found["all"].details == [f"- {gone}  Nothing but a title"]


def test_on_the_command_line(built, tmp_path, capsys):
    old, new, _ = built
    common = ["--profile", str(tmp_path / "profile"), "--catalogue", str(old)]
    main([*common, "bookmark", "add", "mine/figures-that-differ"])
    capsys.readouterr()
    assert main([*common, "edition", "diff", str(new)]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "From edition 2026.11 of 21 Nov 2026 to edition 2026.12 of 20 Dec 2026"
    assert "  - mine/nothing-but-a-title  Nothing but a title" in told
    assert told[-1].endswith("” has 1 change.")
    assert told[-1].startswith("Your bookmark “")
    assert main([*common, "edition", "diff", str(old)]) == 0

    profile = common[:2]
    assert main([*profile, "edition", "install", str(new)]) == 0
    assert "Installed edition 2026.12 of 20 Dec 2026" in capsys.readouterr().out
    assert main([*profile, "info", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["edition"] == "2026.12"
    assert main([*profile, "edition", "list", "--json"]) == 0
    assert [each["read"] for each in json.loads(capsys.readouterr().out)] == [True, False]
    assert main([*profile, "edition", "use", "bundled"]) == 0
    assert main([*profile, "info", "--json"]) == 0
    assert "Terkha reads edition" in capsys.readouterr().out
    assert main([*profile, "edition", "remove", "2026.12"]) == 0
    assert main([*profile, "edition", "use"]) == 2
