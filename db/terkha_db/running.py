# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""One window process per profile and catalogue: the first holds a post, later starts write to it.

The post is a folder in the state folder with a locked file in it. The operating system takes the
lock back when its holder ends, however it ends, so a lock can never be stale. A later start puts
what it asks for into the folder as a file, and knows by its disappearing that it was taken. No
socket is involved: Terkha has none.
"""

from __future__ import annotations

import errno
import json
import os
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from terkha_db.errors import KnownError
from terkha_db.paths import ensure_folder

if TYPE_CHECKING:
    from terkha_db.paths import Paths

PATIENCE = 10.0
"""Seconds that a later start waits for the running one; it may have just begun itself."""
_LOOK = 0.02
_STALE = 60.0
"""Seconds after which a request was left by a start that ended before it was answered."""
_LARGEST = 20_000
_ENDING = ".json"
_HELD = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)


@dataclass(frozen=True, slots=True)
class Request:
    """What one start of the application asks for."""

    link: str = ""
    """Where to open, as it was given; empty for no place of its own."""
    lens: str = ""
    """Whose works count, as a lens is written; empty for all, or as the link says."""
    new_window: bool = False
    """Open the link in a window of its own."""
    token: str = ""
    """The desktop's leave to come to the front (XDG activation, on Wayland)."""
    file: str = ""
    """An absolute path of what the reader is to be asked about: a library, an edition."""


class Post:
    """The right of one process to be asked by later starts; given up when the process ends."""

    def __init__(self, folder: Path, handle: int) -> None:
        """``folder`` is where requests arrive; ``handle`` is the open file with the lock."""
        self.folder = folder
        self._handle = handle

    def take(self) -> tuple[Request, ...]:
        """Return the requests that wait, oldest first; each is thereby answered."""
        taken = []
        for file in sorted(self.folder.glob(f"*{_ENDING}")):
            request = _read(file)
            if _removed(file) and request is not None:
                taken.append(request)
        return tuple(taken)

    def close(self) -> None:
        """Give the post up, for another process to take."""
        os.close(self._handle)


@dataclass(frozen=True, slots=True)
class Entry:
    """How a start goes on: with the post, without it because another was asked, or apart."""

    post: Post | None = None
    handed: bool = False
    """The running process took the request, so this one may end."""
    beside: bool = False
    """Another process has the post, and this one goes on beside it."""


def enter(paths: Paths, catalogue: Path, request: Request, patience: float = PATIENCE) -> Entry:
    """Take the post of a profile and catalogue, or hand the request to the process that has it.

    Where the state folder cannot be written, or the process that runs does not answer, the start
    goes on without a post: several processes share one library without loss.
    """
    try:
        folder = ensure_folder(_folder(paths, catalogue))
        return _enter(folder, request, patience)
    except (OSError, KnownError):
        return Entry()


def apart(paths: Paths, catalogue: Path) -> Entry:
    """Take the post if nobody has it, and ask nobody."""
    try:
        post = _post(ensure_folder(_folder(paths, catalogue)))
    except (OSError, KnownError):
        return Entry()
    return Entry(post, beside=post is None)


def _folder(paths: Paths, catalogue: Path) -> Path:
    """Return the folder of a catalogue's post: who reads another catalogue is somebody else."""
    # A cryptographic hash would load a library for it at every start.
    return paths.state / "running" / f"{crc32(os.fsencode(catalogue.resolve())):08x}"


def _enter(folder: Path, request: Request, patience: float) -> Entry:
    if post := _post(folder):
        return Entry(post)
    letter = _write(folder, request)
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        time.sleep(_LOOK)
        if not letter.exists():
            return Entry(handed=True)
        if post := _post(folder):  # the other has ended meanwhile
            return _succeed(post, letter)
    handed = not _removed(letter)
    return Entry(handed=handed, beside=not handed)


def _succeed(post: Post, letter: Path) -> Entry:
    """Go on in the place of a process that ended, unless it took the request as its last deed."""
    if _removed(letter):
        return Entry(post)
    post.close()
    return Entry(handed=True)


def _post(folder: Path) -> Post | None:
    handle = os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _lock(handle)
    except OSError as error:
        os.close(handle)
        if error.errno in _HELD:
            return None
        raise
    return Post(folder, handle)


if sys.platform == "win32":

    def _lock(handle: int) -> None:
        """Lock a file at once or raise OSError."""
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:

    def _lock(handle: int) -> None:
        """Lock a file at once or raise OSError."""
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _write(folder: Path, request: Request) -> Path:
    """Put a request into the folder, whole or not at all."""
    name = f"{time.time_ns():020}-{os.getpid()}"
    draft, letter = folder / f"{name}.new", folder / f"{name}{_ENDING}"
    draft.write_text(json.dumps(asdict(request)), encoding="utf-8")
    draft.replace(letter)
    return letter


def _read(file: Path) -> Request | None:
    """Return a request, or None if it is too old, or none."""
    try:
        status = file.stat()
        if abs(time.time() - status.st_mtime) > _STALE or status.st_size > _LARGEST:
            return None
        values = json.loads(file.read_text(encoding="utf-8"))
        return Request(
            str(values["link"]),
            str(values["lens"]),
            bool(values["new_window"]),
            str(values["token"]),
            str(values["file"]),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _removed(file: Path) -> bool:
    """Remove a request and tell whether it was there: only one of two processes succeeds."""
    try:
        file.unlink()
    except OSError:
        return False
    return True
