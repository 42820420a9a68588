# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Surroundings at fault: newer, damaged, foreign, locked, read-only, full; nothing is lost."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from terkha_db.errors import LibraryError
from terkha_db.library.backup import back_up
from terkha_db.library.library import Library
from terkha_db.library.migrations import SCHEMA_VERSION
from terkha_db.library.recovery import DamagedLibraryError
from terkha_db.library.restore import restore
from terkha_db.paths import profile_paths

NOBODY = 65534


def is_one_sentence(error):
    text = str(error)
    return "\n" not in text and "Traceback" not in text and len(text) < 600


def bytes_of(folder):
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


@pytest.fixture
def kept(library, paths, julong):
    """A closed library with a bookmark."""
    library.bookmarks.add([julong], note="precious")
    library.close()
    return paths


@pytest.fixture
def unprivileged() -> Iterator[Path]:
    """A folder of a user whom permissions bind, and the process in that user's shoes."""
    folder = Path(tempfile.mkdtemp(prefix="terkha-"))
    is_root = os.geteuid() == 0
    if is_root:
        os.chown(folder, NOBODY, NOBODY)
        os.seteuid(NOBODY)
    yield folder
    if is_root:
        os.seteuid(0)
    for each in (folder, *folder.rglob("*")):
        each.chmod(0o700)
    shutil.rmtree(folder)


def test_a_newer_library_is_refused_and_untouched(kept, open_library):
    with closing(sqlite3.connect(kept.library)) as newer:
        newer.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    before = bytes_of(kept.library.parent)
    with pytest.raises(LibraryError) as caught:
        open_library()
    assert str(caught.value) == (
        f"The library {kept.library} belongs to a newer Terkha (format {SCHEMA_VERSION + 1}, "
        f"this one knows up to {SCHEMA_VERSION}) and was left untouched: update Terkha, "
        "or use another library with --profile DIR."
    )
    assert bytes_of(kept.library.parent) == before


def test_a_newer_library_is_recognised_by_its_log(kept, open_library, tmp_path):
    """A newer Terkha that crashed has its version only in the write-ahead log."""
    with closing(sqlite3.connect(kept.library)) as newer:
        newer.execute("PRAGMA wal_autocheckpoint = 0")
        newer.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
        shutil.copytree(kept.library.parent, tmp_path / "crashed")
    crashed = profile_paths(tmp_path / "crashed")
    before = bytes_of(tmp_path / "crashed")
    before.pop("library.sqlite-shm")
    with pytest.raises(LibraryError, match="newer Terkha"):
        Library(crashed)
    after = bytes_of(tmp_path / "crashed")
    after.pop("library.sqlite-shm")
    assert after == before


def test_a_library_updated_while_open_is_not_written_to(library, paths, julong, zabuye):
    library.bookmarks.add([julong])
    with closing(sqlite3.connect(paths.library)) as newer:
        newer.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    with pytest.raises(LibraryError, match="newer Terkha"):
        library.bookmarks.add([zabuye])
    with closing(sqlite3.connect(paths.library)) as newer:
        assert newer.execute("SELECT link FROM item").fetchall() == [("mine/julong",)]


def test_a_database_of_another_program_is_left_alone(paths, open_library):
    with closing(sqlite3.connect(paths.library)) as other:
        other.execute("CREATE TABLE theirs (x)")
    before = bytes_of(paths.library.parent)
    with pytest.raises(LibraryError, match="another program and was left untouched"):
        open_library()
    assert bytes_of(paths.library.parent) == before


@pytest.mark.parametrize("content", [b"not a database", b"\x00" * 8192, b"SQLite format 3\x00"])
def test_what_is_no_database_is_damaged_and_left_alone(paths, open_library, content):
    paths.library.write_bytes(content)
    with pytest.raises(DamagedLibraryError, match=r"is damaged .* there is no backup") as caught:
        open_library()
    assert is_one_sentence(caught.value)
    assert bytes_of(paths.library.parent) == {"library.sqlite": content}


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[:5000],
        lambda data: b"x" * 4096 + data[4096:],
        lambda data: data[:4096] + os.urandom(len(data) - 4096),
        lambda data: data[:100] + b"\xff" * 3996 + data[4096:],
    ],
    ids=["emptied", "cut", "head", "body", "schema"],
)
def test_damage_is_found_and_the_newest_backup_named(kept, open_library, damage, zabuye):
    backup = back_up(kept)
    broken = damage(kept.library.read_bytes())
    kept.library.write_bytes(broken)

    def use():
        library = open_library()
        library.bookmarks.select()
        library.bookmarks.add([zabuye])

    with pytest.raises(DamagedLibraryError) as caught:
        use()
    assert str(kept.library) in str(caught.value)
    assert f"terkha --profile {kept.profile} library restore {backup}" in str(caught.value)
    assert is_one_sentence(caught.value)
    assert kept.library.read_bytes() == broken


def test_a_damaged_backup_is_not_recommended(kept, open_library, clock):
    good = back_up(kept, now=clock())
    clock.pass_time(days=1)
    back_up(kept, now=clock()).write_bytes(b"gone bad")
    kept.library.write_bytes(b"gone bad too")
    with pytest.raises(DamagedLibraryError, match=good.name):
        open_library()


def test_a_copy_of_the_damage_is_not_recommended(kept, open_library, clock):
    good = back_up(kept, now=clock())
    clock.pass_time(days=1)
    with closing(sqlite3.connect(kept.library)) as other:
        other.execute("DROP TABLE item_tag")
    back_up(kept, reason="before-restore", now=clock())
    with pytest.raises(DamagedLibraryError, match=good.name):
        open_library()


def test_a_library_without_its_tables_is_damaged(kept, open_library):
    with closing(sqlite3.connect(kept.library)) as other:
        other.execute("DROP TABLE item_tag")
    with pytest.raises(DamagedLibraryError, match="lacks the table item_tag"):
        open_library()


def test_a_locked_library_can_be_read_and_says_so_when_written(library, paths, julong, zabuye):
    library.bookmarks.add([julong])
    with closing(sqlite3.connect(paths.library)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert library.bookmarks.count() == 1
        with pytest.raises(LibraryError, match="is locked by another program") as caught:
            library.bookmarks.add([zabuye])
        assert is_one_sentence(caught.value)
        other.rollback()
    library.bookmarks.add([zabuye])
    assert library.bookmarks.count() == 2


def test_a_library_locked_altogether_says_so(kept, open_library):
    with closing(sqlite3.connect(kept.library)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(LibraryError, match="is locked by another program"):
            open_library()


def test_a_visit_does_not_wait_for_a_lock(paths, julong):
    with Library(paths, patience=60) as library:
        library.bookmarks.add([julong])
        with closing(sqlite3.connect(paths.library)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(LibraryError, match="is locked by another program"):
                library.history.visit(julong)
            other.rollback()
        library.history.visit(julong)
        assert [visit.link for visit in library.history.recent()] == ["mine/julong"]


def test_whatever_is_damaged_is_told_or_harmless(kept, open_library):
    """Bytes of every page are spoiled: what cannot be read is told, and nothing is made worse."""
    whole = kept.library.read_bytes()
    backup = back_up(kept)
    chance = random.Random(20261128)
    outcomes = Counter()
    for number in range(150):
        spoiled = bytearray(whole)
        at, length = chance.randrange(len(whole)), chance.choice((1, 8, 200, 5000))
        spoiled[at : at + length] = chance.randbytes(len(spoiled[at : at + length]))
        kept.library.write_bytes(spoiled)
        outcomes[used(open_library, kept)] += 1
        if number % 50 == 0:
            restore(kept, backup)
            assert open_library().bookmarks.get("mine/julong").notes[0].text == "precious"
    assert set(outcomes) == {"told", "read"}
    assert outcomes["told"] > 10


def used(open_library, paths):
    """Read a library that may be damaged; return whether that was told, in one sentence."""
    before = paths.library.read_bytes()
    told = None
    try:
        library = open_library()
        library.bookmarks.select()
        library.document(history=True)
        library.next_undo()
        library.close()
    except LibraryError as error:
        told = error
    if told is None:
        return "read"
    assert is_one_sentence(told)
    assert str(paths.backups) in str(told) or not isinstance(told, DamagedLibraryError)
    assert paths.library.read_bytes() == before
    return "told"


FILL = """
import sys
from pathlib import Path
from terkha_db.errors import LibraryError
from terkha_db.library.check import check
from terkha_db.library.library import Library
from terkha_db.library.model import Target
from terkha_db.paths import profile_paths

folder, how = Path(sys.argv[1]), sys.argv[2]
spare = folder / "spare"
if how == "disk":
    spare.write_bytes(b"x" * 500_000)
else:
    import resource, signal
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))
paths = profile_paths(folder / "profile")
saved, refused = set(), 0
with Library(paths) as library:
    while refused < 3:
        target = Target(f"mine/{len(saved)}")
        try:
            library.bookmarks.add([target], note="words " * 500)
            saved.add(target.link)
        except LibraryError as error:
            if not refused:
                print(error)
            refused += 1
    assert library.bookmarks.links() == saved
assert check(paths.library) == ()
spare.unlink(missing_ok=True)
with Library(paths) as library:
    assert library.bookmarks.links() == saved
    if how == "disk":
        library.bookmarks.add([Target("mine/after")])
        saved.add("mine/after")
with Library(paths) as library:
    assert library.bookmarks.links() == saved and len(saved) > 3
assert check(paths.library) == ()
print("nothing lost")
"""


def fill(folder, how, *before):
    return subprocess.run(
        [*before, sys.executable, "-c", FILL, str(folder), how],
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_disk_that_is_really_full_loses_nothing(tmp_path):
    mount = f'mount -t tmpfs -o size=1200k terkha "{tmp_path}" && exec "$@"'
    inside = ("unshare", "--map-root-user", "--mount", "sh", "-c", mount, "sh")
    if not shutil.which("unshare") or subprocess.run([*inside, "true"], check=False).returncode:
        pytest.skip("a small disk can be made only where the kernel lets everybody mount one")
    done = fill(tmp_path, "disk", *inside)
    assert done.stderr == ""
    sentence, last = done.stdout.splitlines()
    assert sentence.startswith("The disk is full, so this was not saved in ")
    assert last == "nothing lost"


@pytest.mark.skipif(sys.platform == "win32", reason="files have no limit there")
def test_a_limit_on_files_loses_nothing(tmp_path):
    done = fill(tmp_path, "limit")
    assert done.stderr == ""
    sentence, last = done.stdout.splitlines()
    assert sentence.startswith("The disk did not let ")
    assert last == "nothing lost"


def test_a_full_disk_loses_nothing(library, julong, zabuye):
    library.bookmarks.add([julong], note="precious")
    # The limit of the connection makes SQLite answer as it does on a full disk.
    pages = library._store.value("PRAGMA page_count")
    library._store.rows(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(LibraryError, match="The disk is full, so this was not saved") as caught:
        library.bookmarks.add([zabuye], note="x" * 1_000_000)
    assert is_one_sentence(caught.value)
    assert library.bookmarks.links() == {"mine/julong"}
    library._store.rows("PRAGMA max_page_count = 1000000")
    library.bookmarks.add([zabuye], note="x" * 1_000_000)
    assert library.bookmarks.links() == {"mine/julong", "mine/zabuye"}
    assert library.undo() is not None


def test_a_profile_that_cannot_be_written_is_one_sentence(unprivileged, julong):
    unprivileged.chmod(0o500)
    with Library(profile_paths(unprivileged / "new")) as library:
        assert library.bookmarks.select() == ()
        assert not library.writable
        with pytest.raises(
            LibraryError, match=r"cannot be created \(Permission denied\)"
        ) as caught:
            library.bookmarks.add([julong])
        assert is_one_sentence(caught.value)


def test_a_read_only_library_is_read(unprivileged, julong, zabuye):
    paths = profile_paths(unprivileged)
    with Library(paths) as library:
        library.bookmarks.add([julong])
    paths.library.chmod(0o400)
    unprivileged.chmod(0o500)
    with Library(paths) as library:
        assert library.bookmarks.links() == {"mine/julong"}
        assert not library.writable
        with pytest.raises(LibraryError, match="cannot be written: allow writing") as caught:
            library.bookmarks.add([zabuye])
        assert is_one_sentence(caught.value)
        assert library.bookmarks.links() == {"mine/julong"}


def test_an_unreadable_library_is_one_sentence(unprivileged, julong):
    paths = profile_paths(unprivileged)
    with Library(paths) as library:
        library.bookmarks.add([julong])
    paths.library.chmod(0o000)
    with pytest.raises(LibraryError, match=r"could not be read \(Permission denied\)"):
        Library(paths)


def test_a_folder_in_the_place_of_the_library_is_one_sentence(paths, open_library):
    paths.library.mkdir()
    with pytest.raises(LibraryError, match=r"could not be read \(Is a directory\)"):
        open_library()


def test_a_first_start_that_was_cut_short_is_no_damage(paths, open_library, julong):
    paths.library.touch()
    library = open_library()
    library.bookmarks.add([julong])
    assert library.bookmarks.count() == 1


def test_a_first_start_that_got_as_far_as_the_header_is_no_damage(paths, open_library, julong):
    with closing(sqlite3.connect(paths.library)) as cut_short:
        cut_short.execute("PRAGMA journal_mode = WAL")
    library = open_library()
    library.bookmarks.add([julong])
    assert library.bookmarks.count() == 1
