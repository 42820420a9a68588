# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Backups, going back to them, and looking a library over."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from terkha_db.errors import LibraryError
from terkha_db.library.backup import KEPT, back_up, back_up_to
from terkha_db.library.check import check
from terkha_db.library.contents import Contents, described
from terkha_db.library.migrations import SCHEMA_VERSION
from terkha_db.library.model import Target
from terkha_db.library.restore import restore, start_anew
from terkha_db.library.rotation import backups
from terkha_db.paths import profile_paths


def titles(library):
    return {bookmark.title for bookmark in library.bookmarks.select()}


def test_a_backup_is_made_when_an_hour_has_passed_and_something_changed(
    library, open_library, paths, clock, julong, zabuye
):
    library.bookmarks.add([julong])
    open_library()
    first = clock.moment
    assert [each.made for each in backups(paths)] == [first]
    library.bookmarks.add([zabuye])
    clock.pass_time(minutes=59)
    open_library()
    assert [each.made for each in backups(paths)] == [first]
    clock.pass_time(days=1)
    open_library()
    second = clock.moment
    assert [each.made for each in backups(paths)] == [second, first]
    clock.pass_time(days=30)
    open_library()
    assert [each.made for each in backups(paths)] == [second, first]


def test_of_a_day_the_newest_backup_stays(library, open_library, paths, clock, julong, zabuye):
    for target in (julong, zabuye):
        library.bookmarks.add([target])
        clock.pass_time(hours=2)
        assert open_library().back_up() == ""
    (kept,) = backups(paths)
    assert kept.made == clock.moment
    with closing(sqlite3.connect(kept.file)) as copy:
        links = {row[0] for row in copy.execute("SELECT link FROM item")}
    assert links == {julong.link, zabuye.link}
    library.bookmarks.add([Target("mine/c")])
    clock.pass_time(minutes=1)
    library.back_up(at_end=True)
    assert [each.made for each in backups(paths)] == [clock.moment]
    (kept,) = backups(paths)
    # What a restored library was before is no daily backup.
    before = restore(paths, kept.file, now=clock()).before
    library.bookmarks.remove([julong.link])
    clock.pass_time(hours=2)
    open_library()
    assert before in [each.file for each in backups(paths)]


def test_backups_of_the_newest_ten_days_are_kept(library, open_library, paths, clock):
    made = []
    for number in range(KEPT + 3):
        library.bookmarks.add([Target(f"mine/{number}")])
        clock.pass_time(days=1)
        open_library().close()
        made.append(clock.moment)
    assert [each.made for each in backups(paths)] == made[: -KEPT - 1 : -1]


def test_a_backup_stands_alone_and_is_whole(library, paths, julong, tmp_path):
    library.bookmarks.add([julong])
    back_up_to(paths, tmp_path / "copy.sqlite")
    assert [file.name for file in tmp_path.glob("copy*")] == ["copy.sqlite"]
    assert check(tmp_path / "copy.sqlite") == ()
    with closing(sqlite3.connect(tmp_path / "copy.sqlite")) as copy:
        assert copy.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert copy.execute("SELECT link FROM item").fetchall() == [("mine/julong",)]


def test_nobody_else_can_read_them(library, paths, julong):
    library.bookmarks.add([julong])
    for file in (paths.library, paths.library.with_name("library.sqlite-wal"), back_up(paths)):
        assert file.stat().st_mode & 0o077 == 0
    assert paths.backups.stat().st_mode & 0o077 == 0


def test_a_backup_never_overwrites(library, paths, julong, tmp_path):
    with pytest.raises(LibraryError, match="nothing to back up"):
        back_up_to(paths, tmp_path / "copy.sqlite")
    library.bookmarks.add([julong])
    (tmp_path / "taken").write_text("precious")
    with pytest.raises(LibraryError, match="exists and was left as it is"):
        back_up_to(paths, tmp_path / "taken")
    assert (tmp_path / "taken").read_text() == "precious"
    with pytest.raises(LibraryError, match=r"could not be written \(No such file or directory\)"):
        back_up_to(paths, tmp_path / "nowhere" / "copy.sqlite")


def test_a_failed_backup_does_not_keep_the_library_shut(library, open_library, paths, julong):
    library.bookmarks.add([julong])
    library.close()
    paths.backups.write_text("in the way")
    later = open_library()
    assert later.bookmarks.links() == {"mine/julong"}
    assert later.problem.startswith(f"The folder {paths.backups} cannot be created (File exists)")


def test_going_back_keeps_what_was_there(library, open_library, paths, clock, julong, zabuye):
    library.bookmarks.add([julong])
    backup = back_up(paths, now=clock())
    library.bookmarks.rename("mine/julong", "changed")
    library.bookmarks.add([zabuye])
    done = restore(paths, backup, now=clock())
    # The library that was open all the while sees it, and so does a new start.
    assert titles(library) == titles(open_library()) == {"Julong 巨龙铜矿"}
    library.bookmarks.rename("mine/julong", "goes on")
    assert library.undo().label == "Rename goes on"
    assert done.source == backup
    restore(paths, done.before, now=clock())
    assert titles(library) == {"changed", "Zabuye"}


def test_going_back_from_a_damaged_library(library, open_library, paths, clock, julong):
    library.bookmarks.add([julong])
    library.close()
    backup = back_up(paths, now=clock())
    broken = paths.library.read_bytes()[:5000]
    paths.library.write_bytes(broken)
    done = restore(paths, backup, now=clock())
    assert done.before.read_bytes() == broken
    assert titles(open_library()) == {"Julong 巨龙铜矿"}
    assert check(paths.library) == ()


def test_an_open_library_goes_on_with_what_was_restored(
    library, open_library, paths, clock, julong, zabuye
):
    """Also where the file was damaged while it was open, so that another takes its place."""
    library.bookmarks.add([julong])
    backup = back_up(paths, now=clock())
    for spoil in (b"broken", None):
        if spoil:
            paths.library.write_bytes(spoil)
        library.restore(backup)
        assert library.bookmarks.links() == {"mine/julong"}
        library.bookmarks.add([zabuye])
        assert open_library().bookmarks.links() == {"mine/julong", "mine/zabuye"}
    with pytest.raises(LibraryError, match="nothing was changed"):
        library.restore(paths.backups / "none.sqlite")
    assert library.bookmarks.count() == 2


def test_beginning_anew_keeps_the_damaged_one(library, open_library, paths, clock, julong):
    library.bookmarks.add([julong])
    library.close()
    back_up(paths, now=clock())
    paths.library.write_bytes(b"broken")
    kept = start_anew(paths, now=clock())
    assert kept.read_bytes() == b"broken"
    anew = open_library()
    assert anew.bookmarks.count() == 0
    anew.bookmarks.add([julong])
    assert check(paths.library) == ()
    assert {each.reason: held for each, held in described(paths)} == {
        "damaged": None,
        "library": Contents(1, 0, 0),
    }
    assert start_anew(profile_paths(paths.profile / "none")) is None


def test_the_log_of_a_damaged_library_is_not_applied_to_the_restored_one(
    library, open_library, paths, clock, julong, zabuye
):
    library.bookmarks.add([julong])
    backup = back_up(paths, now=clock())
    library.bookmarks.add([zabuye])
    log = paths.library.with_name("library.sqlite-wal")
    left = log.read_bytes()
    library.close()
    paths.library.write_bytes(b"broken")
    log.write_bytes(left)
    done = restore(paths, backup, now=clock())
    assert titles(open_library()) == {"Julong 巨龙铜矿"}
    assert done.before.with_name(f"{done.before.name}-wal").read_bytes() == left


def test_going_back_to_nothing(library, paths, tmp_path, julong):
    library.bookmarks.add([julong])
    backup = back_up(paths)
    elsewhere = profile_paths(tmp_path / "elsewhere")
    assert restore(elsewhere, backup).before is None
    assert check(elsewhere.library) == ()


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (lambda file: file.unlink(), "does not exist"),
        (lambda file: file.write_bytes(b""), "is empty"),
        (lambda file: file.write_bytes(b"x" * 9000), "not an SQLite database"),
        (lambda file: file.write_bytes(file.read_bytes()[:30000]), "malformed"),
        (lambda file: run(file, "PRAGMA application_id = 7"), "another program"),
        (lambda file: run(file, f"PRAGMA user_version = {SCHEMA_VERSION + 1}"), "newer Terkha"),
        (lambda file: run(file, "DROP TABLE note"), "table note is missing"),
    ],
)
def test_only_a_whole_library_is_restored(library, paths, julong, spoil, why):
    library.bookmarks.add([julong])
    backup = back_up(paths)
    spoil(backup)
    with pytest.raises(LibraryError, match=why) as caught:
        restore(paths, backup)
    assert "nothing was changed" in str(caught.value)
    assert titles(library) == {"Julong 巨龙铜矿"}
    assert not list(paths.library.parent.glob("*.restoring*"))


def run(file, *statements):
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def test_check_finds_what_is_wrong(library, paths, julong):
    library.bookmarks.add([julong], collections=["A/B"], note="x")
    assert check(paths.library) == ()
    library.close()
    before = paths.library.read_bytes()
    assert check(paths.library) == ()
    assert paths.library.read_bytes() == before
    run(paths.library, "DELETE FROM item", "UPDATE collection SET parent_id = 2 WHERE id = 1")
    assert check(paths.library) == (
        "Row 1 of item_collection refers to a missing row of item.",
        "Row 1 of note refers to a missing row of item.",
        "The collection “A” is inside itself.",
        "The collection “B” is inside itself.",
    )


def test_check_finds_damage(library, paths):
    library.bookmarks.add([Target(f"mine/{number}") for number in range(500)])
    library.close()
    data = bytearray(paths.library.read_bytes())
    data[-4096:] = b"\xaa" * 4096
    paths.library.write_bytes(data)
    assert check(paths.library)
