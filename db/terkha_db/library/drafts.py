# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Notes that are being written: kept as they grow, in case the end comes before they are saved.

A draft is a file of its own in the state folder, so that a library that is full, locked or
read-only keeps nobody from going on with the text.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from terkha_db.errors import KnownError
from terkha_db.library.files import discard, sync
from terkha_db.library.model import Target
from terkha_db.paths import ensure_folder

if TYPE_CHECKING:
    from terkha_db.paths import Paths

_LARGEST = 5_000_000


@dataclass(frozen=True, slots=True)
class Draft:
    """The text of a note that was not saved."""

    target: Target
    """What the note is on."""
    text: str
    written: str
    """When it was last written on, UTC in ISO 8601."""


class Drafts:
    """The drafts of a profile, one for each link at most."""

    def __init__(self, paths: Paths) -> None:
        self._folder = paths.state / "drafts"

    def all(self) -> tuple[Draft, ...]:
        """Return the drafts, oldest first; what is damaged is passed over."""
        found = [draft for file in self._folder.glob("*.json") if (draft := _read(file))]
        return tuple(sorted(found, key=lambda draft: draft.written))

    def of(self, link: str) -> Draft | None:
        """Return the draft of a note on something, or None if there is none."""
        return _read(self._file(link))

    def keep(self, draft: Draft) -> bool:
        """Keep a draft, and tell whether that was possible: a second net is never in the way."""
        file = self._file(draft.target.link)
        partial = file.with_suffix(".new")
        try:
            ensure_folder(self._folder)
            partial.touch(mode=0o600)
            partial.write_text(json.dumps(asdict(draft), ensure_ascii=False), encoding="utf-8")
            sync(partial)
            partial.replace(file)
        except (OSError, KnownError):
            discard(partial)
            return False
        return True

    def drop(self, link: str) -> None:
        """Let the draft of a note go: it was saved, or is not wanted."""
        discard(self._file(link))
        with suppress(OSError):
            self._folder.rmdir()

    def _file(self, link: str) -> Path:
        return self._folder / f"{sha256(link.encode()).hexdigest()[:16]}.json"


def _read(file: Path) -> Draft | None:
    try:
        if file.stat().st_size > _LARGEST:
            return None
        values = json.loads(file.read_text(encoding="utf-8"))
        target = Target(**{name: str(value) for name, value in values["target"].items()})
        return Draft(target, str(values["text"]), str(values["written"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
