# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Editions of the catalogue that the reader installed beside the one that came with Terkha.

Each is one file in ``paths.editions``, named after its version and checksum; ``chosen.json`` there
names the one that is read. The bundled catalogue is never touched, so that there is always a way
back, and a newer Terkha with a newer catalogue takes the lead again.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from terkha_db.catalogue.catalogue import Catalogue
from terkha_db.errors import CatalogueError, KnownError, NotFoundError
from terkha_db.library.files import discard, sync
from terkha_db.paths import ensure_folder
from terkha_db.verify import verify
from terkha_db.wording import format_date

if TYPE_CHECKING:
    from terkha_db.paths import Paths

_CHOSEN = "chosen.json"
_SHOWN_DIGITS = 8


@dataclass(frozen=True, slots=True)
class Installed:
    """One edition on this computer."""

    file: Path
    version: str
    date: str
    """ISO 8601, of the day the edition was made."""
    checksum: str
    bundled: bool

    @property
    def name(self) -> str:
        """How the command line calls it: ``bundled``, or version and beginning of the checksum."""
        return "bundled" if self.bundled else self.file.stem

    @property
    def words(self) -> str:
        """Version and date, for readers."""
        return f"edition {self.version} of {format_date(self.date)}"


class Editions:
    """The bundled edition and those in the reader's folder."""

    def __init__(self, paths: Paths, bundled: Path) -> None:
        self._folder = paths.editions
        self._bundled = bundled
        self.problem = ""
        """Why the edition that was chosen is not the one read, in a sentence; empty if it is."""

    def all(self) -> list[Installed]:
        """Return the bundled edition and all others that this Terkha can read, newest first."""
        found = [*self._read(self._bundled)]
        for file in sorted(self._folder.glob("*.sqlite")):
            found += self._read(file)
        return sorted(found, key=lambda each: (each.date, each.bundled), reverse=True)

    def find(self, name: str) -> Installed:
        """Return the edition of that name, or of that version if only one has it.

        Raises:
            NotFoundError: none or several have it.

        """
        known = self.all()
        found = [each for each in known if each.name == name]
        found = found or [each for each in known if each.version == name]
        if len(found) == 1:
            return found[0]
        names = ", ".join(each.name for each in known)
        raise NotFoundError(f"There is no single edition “{name}”: choose from {names}.")

    def chosen(self) -> Path:
        """Return the file to read: the reader's choice, or the bundled one.

        A choice counts until it cannot be read, or until a Terkha comes with a newer edition than
        the one chosen. Nothing is raised; ``problem`` says what is the matter.
        """
        choice = self._choice()
        if choice is None:
            return self._bundled
        file, seen = choice
        found = next(self._read(file), None)
        if found is None:
            self.problem = (
                f"The edition {file.stem} cannot be read by this Terkha, so the one that came with "
                "it is shown: install the edition again, or choose another."
            )
            return self._bundled
        bundled = next(self._read(self._bundled), None)
        if bundled and bundled.checksum != seen and bundled.date > found.date:
            return self._bundled
        return file

    def check(self, file: Path) -> Installed:
        """Return which edition a file holds, after its checksum and schema were verified.

        Raises:
            CatalogueError: it is no whole catalogue that this Terkha can read.

        """
        faults = verify(file)
        if faults:
            raise CatalogueError(f"{file.name} cannot be installed: {faults[0]}")
        return next(self._read(file))

    def install(self, file: Path) -> Installed:
        """Copy a verified edition into the reader's folder and choose it; return it there.

        Raises:
            CatalogueError: it is no whole catalogue that this Terkha can read.
            LibraryError: the folder cannot be created.
            KnownError: the file cannot be copied.

        """
        edition = self.check(file)
        known = next((one for one in self.all() if one.checksum == edition.checksum), None)
        if known is None:
            digits = edition.checksum.partition(":")[2][:_SHOWN_DIGITS]
            target = ensure_folder(self._folder) / f"{edition.version}-{digits}.sqlite"
            _put(target, lambda part: shutil.copyfile(file, part))
            known = self.check(target)
        self.choose(known)
        return known

    def choose(self, edition: Installed) -> None:
        """Read this edition from the next start on.

        Raises:
            LibraryError: the folder cannot be created.
            KnownError: the choice cannot be written.

        """
        bundled = next(self._read(self._bundled), None)
        choice = {"edition": edition.file.name, "bundled": bundled.checksum if bundled else ""}
        target = ensure_folder(self._folder) / _CHOSEN
        if edition.bundled:
            discard(target)
            return
        _put(target, lambda part: part.write_text(json.dumps(choice), "utf-8"))

    def remove(self, edition: Installed) -> None:
        """Take an edition away; the bundled one stays.

        Raises:
            KnownError: it is the bundled one.

        """
        if edition.bundled:
            raise KnownError("The edition that came with Terkha stays: choose another to remove.")
        choice = self._choice()
        if choice and choice[0] == edition.file:
            discard(self._folder / _CHOSEN)
        discard(edition.file)

    def _choice(self) -> tuple[Path, str] | None:
        """Return the file that was chosen, and the bundled edition's checksum at that time."""
        with suppress(OSError, ValueError, KeyError, TypeError):
            choice = json.loads((self._folder / _CHOSEN).read_bytes())
            return self._folder / Path(choice["edition"]).name, str(choice["bundled"])
        return None

    def _read(self, file: Path) -> Iterator[Installed]:
        """Yield the edition of a file, or nothing if this Terkha cannot read it."""
        with suppress(CatalogueError), Catalogue.open(file) as catalogue:
            edition = catalogue.edition
            yield Installed(
                file, edition.version, edition.date, edition.checksum, file == self._bundled
            )


def _put(target: Path, write: Callable[[Path], object]) -> None:
    """Write a file so that ``target`` is either whole or as it was."""
    part = target.with_suffix(".part")
    try:
        write(part)
        sync(part)
        part.replace(target)
        sync(target.parent)
    except OSError as error:
        discard(part)
        reason = error.strerror or type(error).__name__
        raise KnownError(
            f"{target} cannot be written ({reason}): make room, or allow writing there; "
            "the editions are as they were."
        ) from error
