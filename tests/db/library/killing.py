# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Kills a process that keeps changing a library, again and again, and looks for what was lost.

Run it for the full measure, as ``python tests/db/library/killing.py 50 1000``: fifty kills within a
thousand changes of all kinds. The same changes are made in a second library that nobody kills;
after each kill the two must be equal up to the last change that was acknowledged, or to the one
after it, which the disk may have had before the kill and the reader not yet seen.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from terkha_db.library.check import check
from terkha_db.library.library import Library
from terkha_db.library.model import Target
from terkha_db.paths import Paths, profile_paths

START = datetime(2026, 11, 12, 14, 5, tzinfo=UTC)
COLLECTIONS = ("Copper", "Copper/Lhasa", "Lithium", "To check")
Change = Callable[[Library, random.Random, int], object]


def target(number: int) -> Target:
    return Target(f"mine/mine-{number}", "mine", f"Mine {number} 矿 གཏེར", "2026.11")


def some_link(library: Library, chance: random.Random) -> str:
    return chance.choice([kept.link for kept in library.bookmarks.select()])


def add_note(library: Library, chance: random.Random, number: int) -> None:
    kept = library.bookmarks.get(some_link(library, chance))
    library.notes.add(Target(kept.link, kept.kind, kept.title), f"Note *{number}*\n\n" * 40)


def edit_note(library: Library, chance: random.Random, number: int) -> None:
    noted = [kept for kept in library.bookmarks.select() if kept.notes]
    if noted:
        library.notes.edit(chance.choice(noted).notes[0].id, f"Edited by change {number}")


def arrange(library: Library, chance: random.Random, _number: int) -> None:
    path = chance.choice(COLLECTIONS)
    links = library.collections.links(path)
    if links:
        library.collections.file([chance.choice(links)], path, chance.randrange(len(links)))


def nest(library: Library, chance: random.Random, number: int) -> None:
    with library.change("collection.create", f"Trip {number}"):
        path = library.collections.create(f"Trip/Day {number}")
        library.collections.move(path, chance.choice(["Copper", ""]))


def save_search(library: Library, chance: random.Random, number: int) -> None:
    with library.change("search.save", f"Search {number}"):
        library.searches.save(f"Search {number}", f"elevation>{number}", kind="mine")
        library.searches.move(f"Search {number}", chance.randrange(5))


def add_work(library: Library, _chance: random.Random, number: int) -> None:
    item = {"type": "book", "title": f"Work {number}", "issued": {"date-parts": [[1900]]}}
    library.works.add([item], "mine.bib")


def remove_bookmark(library: Library, chance: random.Random, _number: int) -> None:
    if library.bookmarks.count() > 10:
        library.bookmarks.remove([some_link(library, chance)])


def import_many(library: Library, _chance: random.Random, number: int) -> None:
    """Several changes that are one: all of it is kept, or nothing."""
    with library.change("bookmark.add", f"Batch {number}", 3):
        for each in range(3):
            library.bookmarks.add([target(1_000_000 + number * 10 + each)])
        library.tags.add([target(1_000_000 + number * 10).link], ["batch"])


CHANGES: tuple[tuple[str, Change], ...] = (
    ("bookmark", lambda library, _, n: library.bookmarks.add([target(n)])),
    ("removal", remove_bookmark),
    ("title", lambda library, c, n: library.bookmarks.rename(some_link(library, c), f"Title {n}")),
    ("pin", lambda library, c, n: library.bookmarks.pin([some_link(library, c)])),
    ("filing", lambda library, c, n: library.collections.file(
        [some_link(library, c)], c.choice(COLLECTIONS))),
    ("order", arrange),
    ("collection", nest),
    ("tag", lambda library, c, n: library.tags.add([some_link(library, c)], [f"tag {n % 7}"])),
    ("note", add_note),
    ("edited note", edit_note),
    ("work", add_work),
    ("search", save_search),
    ("tray", lambda library, c, n: library.tray.add([target(n)])),
    ("visit", lambda library, c, n: library.history.visit(target(n % 50))),
    ("batch", import_many),
    ("undo", lambda library, c, n: library.undo()),
    ("redo", lambda library, c, n: library.redo()),
)  # fmt: skip


def make_change(library: Library, number: int) -> str:
    """Make the change of this number, which depends on it and on what is kept; return its kind."""
    if number < len(COLLECTIONS):
        library.bookmarks.add([target(number)], collections=[COLLECTIONS[number]])
        return "bookmark"
    chance = random.Random(number)
    kind, change = CHANGES[number % len(CHANGES)]
    if not library.bookmarks.count():
        kind, change = CHANGES[0]
    change(library, chance, number)
    return kind


class Clock:
    """Gives the time of a change by its number, so that two libraries can be equal."""

    number = 0

    def __call__(self) -> datetime:
        return START + timedelta(seconds=self.number)


def keep_changing(paths: Paths, first: int) -> None:
    """Make one change after the other, and acknowledge each when the library has returned."""
    clock = Clock()
    clock.number = first
    with Library(paths, clock=clock) as library:
        while True:
            make_change(library, clock.number)
            print(clock.number, flush=True)
            clock.number += 1


def content(library: Library) -> dict[str, object]:
    """Return all that a reader can see of a library."""
    undo, redo = library.next_undo(), library.next_redo()
    return {
        "bookmarks": [asdict(kept) for kept in library.bookmarks.select()],
        "ordered": {
            shelf.path: library.collections.links(shelf.path) for shelf in library.collections.all()
        },
        "tags": [asdict(tag) for tag in library.tags.all()],
        "searches": [asdict(search) for search in library.searches.all()],
        "tray": [asdict(entry) for entry in library.tray.all()],
        "history": [asdict(visit) for visit in library.history.recent(5000)],
        "works": [asdict(work) for work in library.works.all()],
        "undo": undo and asdict(undo),
        "redo": redo and asdict(redo),
    }


@dataclass
class Killed:
    """What came of it."""

    runs: int = 0
    acknowledged: int = 0
    more: int = 0
    """Kills after which the disk had one change more than was acknowledged."""
    kinds: Counter[str] = field(default_factory=Counter)

    def __str__(self) -> str:
        kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(self.kinds.items()))
        return (
            f"{self.runs} kills, {self.acknowledged} acknowledged changes, none lost; after "
            f"{self.more} kills the disk had the change that was under way as well.\n"
            f"Kinds: {kinds}."
        )


def kill_again_and_again(folder: Path, runs: int, changes: int, seed: int = 20261128) -> Killed:
    """Kill as often as asked while as many changes are made; AssertionError where one is lost."""
    paths = profile_paths(folder / "killed")
    chance = random.Random(seed)
    clock = Clock()
    done = Killed()
    with Library(profile_paths(folder / "unharmed"), clock=clock) as unharmed:
        while done.runs < runs or done.acknowledged < changes:
            left = max(changes - done.acknowledged, 1) / max(runs - done.runs, 1)
            last = _kill_one(paths, clock.number, 1 + chance.randint(0, round(2 * left)), chance)
            while clock.number <= last:
                done.kinds[make_change(unharmed, clock.number)] += 1
                done.acknowledged += 1
                clock.number += 1
            done.runs += 1
            done.more += _compare(paths, unharmed, clock)
    return done


def _kill_one(paths: Paths, first: int, count: int, chance: random.Random) -> int:
    """Start a process, kill it some time after so many changes; return the last acknowledged."""
    command = [sys.executable, __file__, "--change", str(paths.profile), str(first)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        lines = [process.stdout.readline() for _ in range(count)]
        time.sleep(chance.uniform(0, 0.02))
        process.kill()
        lines += process.stdout.read().splitlines(keepends=True)
    # The last line may be half written: it was not acknowledged then.
    return max(int(line) for line in lines if line.endswith("\n"))


def _compare(paths: Paths, unharmed: Library, clock: Clock) -> int:
    """Return how many changes more than acknowledged there are: 0 or 1."""
    assert check(paths.library) == ()
    with Library(paths) as library:
        found = content(library)
    if found == content(unharmed):
        return 0
    make_change(unharmed, clock.number)
    clock.number += 1
    expected = content(unharmed)
    assert found == expected, f"before change {clock.number}: " + _differences(found, expected)
    return 1


def _differences(found: dict[str, object], expected: dict[str, object]) -> str:
    return json.dumps(
        {key: [found[key], expected[key]] for key in found if found[key] != expected[key]}
    )


def main(words: list[str]) -> None:
    if words[0] == "--change":
        keep_changing(profile_paths(words[1]), int(words[2]))
    with tempfile.TemporaryDirectory() as folder:
        print(kill_again_and_again(Path(folder), int(words[0]), int(words[1])))
        library = str(Path(folder) / "killed" / "library.sqlite")
        terkha = str(Path(sys.executable).with_name("terkha"))
        sys.exit(subprocess.run([terkha, "library", "check", library], check=False).returncode)


if __name__ == "__main__":
    main(sys.argv[1:])
