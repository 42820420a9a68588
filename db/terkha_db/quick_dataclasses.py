# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Lets data classes write their methods when somebody first calls them.

Each data class has half a dozen of them compiled from text while it is defined. A start defines
dozens of such classes and calls few of the methods; the rest would cost it a twentieth.
"""

from __future__ import annotations

import dataclasses
import sys
from typing import Any

_written_at_once = dataclasses._create_fn  # type: ignore[attr-defined]  # noqa: SLF001


def _create_fn(name: str, *given: Any, **named: Any) -> Any:  # noqa: ANN401
    """Return what does as the method would: it writes that when called, and makes way for it."""
    written: Any = None

    def method(self: object, /, *arguments: object, **words: object) -> object:
        nonlocal written
        if written is None:
            written = _written_at_once(name, *given, **named)
            written.__qualname__ = method.__qualname__
            for owner in type(self).__mro__:
                if owner.__dict__.get(name) is method:
                    setattr(owner, name, written)
        return written(self, *arguments, **words)

    method.__name__ = name
    return method


def write_late() -> None:
    """Let the data classes that are defined from now on write their methods late."""
    # Later versions make them in another way.
    if sys.version_info[:2] == (3, 11):
        dataclasses._create_fn = _create_fn  # type: ignore[attr-defined]  # noqa: SLF001
