# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Where Terkha keeps what belongs to the reader: library, backups, settings and state."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from terkha_db.errors import LibraryError

APPLICATION = "terkha"
PORTABLE = "profile"
"""A folder of this name beside the frozen command is the profile: the reader made it there."""
_XDG = (
    ("XDG_DATA_HOME", "~/.local/share"),
    ("XDG_CONFIG_HOME", "~/.config"),
    ("XDG_STATE_HOME", "~/.local/state"),
)


@dataclass(frozen=True, slots=True)
class Paths:
    """The reader's files; nothing is created before something is written."""

    profile: Path | None
    """The folder given by ``--profile``, or None for the folders of the operating system."""
    library: Path
    """The SQLite file with bookmarks, notes, collections and history."""
    backups: Path
    """The folder of the library's backups."""
    collections: Path
    """The folder of the reader's own tables, one file each."""
    editions: Path
    """The folder of catalogues that the reader installed beside the bundled one."""
    settings: Path
    """The file with the preferences."""
    state: Path
    """The folder for what may be lost: window places, the session, the log."""

    @property
    def log(self) -> Path:
        """The log file, in the state folder."""
        return self.state / "terkha.log"

    @property
    def crash(self) -> Path:
        """Where Python writes what it was doing when the process dies."""
        return self.state / "crash.txt"

    def command(self, *words: str | Path) -> str:
        """Return a ``terkha`` command line for this profile, quoted for a shell."""
        common = () if self.profile is None else ("--profile", self.profile)
        import shlex

        return shlex.join(["terkha", *(str(word) for word in (*common, *words))])


def default_paths() -> Paths:
    """Return the paths the operating system wants (XDG, AppData, Library).

    The frozen application takes a folder ``profile`` beside itself instead, if there is one, so
    that a portable copy on a stick carries its reader's library along.
    """
    beside = Path(sys.executable).parent / PORTABLE
    if getattr(sys, "frozen", False) and beside.is_dir():
        return profile_paths(beside)
    if sys.platform == "linux":
        return _paths(None, *(_base(*where) / APPLICATION for where in _XDG))
    from platformdirs import PlatformDirs

    folders = PlatformDirs(APPLICATION, appauthor=False)
    return _paths(None, folders.user_data_path, folders.user_config_path, folders.user_state_path)


def _base(variable: str, usual: str) -> Path:
    """Return a base directory of the XDG specification, as platformdirs would.

    A start would wait longer for that library than for all else that it learns from it.
    """
    named = Path(os.environ.get(variable, ""))
    return named if named.is_absolute() else Path(usual).expanduser()


def profile_paths(folder: Path | str) -> Paths:
    """Return the paths of a profile that lives in one folder (``--profile``)."""
    profile = Path(folder).expanduser().absolute()
    return _paths(profile, profile, profile, profile / "state")


def _paths(profile: Path | None, data: Path, config: Path, state: Path) -> Paths:
    return Paths(
        profile=profile,
        library=data / "library.sqlite",
        backups=data / "backups",
        collections=data / "collections",
        editions=data / "editions",
        settings=config / "settings.json",
        state=state,
    )


def ensure_folder(folder: Path) -> Path:
    """Create a folder that only its owner can read, with its parents, and return it.

    Raises:
        LibraryError: the folder cannot be created.

    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise LibraryError(
            f"The folder {folder} cannot be created ({reason}): allow writing there, "
            "or choose another place with --profile DIR."
        ) from error
    return folder
