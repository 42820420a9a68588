# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Faults that a reader can mend, told apart from faults of our own.

A :class:`KnownError` carries one sentence for the reader: what is the matter, where, and how to
mend it. Everything else that is raised is a bug and belongs in the log with its traceback.
"""

from __future__ import annotations


class KnownError(Exception):
    """A fault of the input or the surroundings; ``str(error)`` is a sentence for the reader."""

    exit_code = 2


class RecordError(KnownError):
    """A plain-text record does not follow the format; names file, line and key."""

    exit_code = 1


class CatalogueError(KnownError):
    """The catalogue is missing, damaged or of another version."""

    exit_code = 1


class NotFoundError(KnownError):
    """An id, link or name that leads to no record."""

    exit_code = 1


class QueryError(KnownError):
    """A query that cannot be read; ``at`` is the offset of the character where it fails."""

    def __init__(self, sentence: str, at: int) -> None:
        super().__init__(f"The query cannot be read at character {at + 1}: {sentence}")
        self.at = at


class LibraryError(KnownError):
    """The reader's library cannot be opened, read or written."""

    exit_code = 1
