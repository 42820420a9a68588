# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Keeps what pandoc made, by content: whatever it rests on is in the name of the file."""

from __future__ import annotations

import hashlib
import inspect
import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import TypeVar

from terkha_db.citing import pandoc
from terkha_db.citing.render import csl_text
from terkha_db.citing.styles import Style

Made = TypeVar("Made")


def kept(
    cache: Path | None,
    name: str,
    style: Style,
    rests_on: object,
    make: Callable[[], Made],
    *modules: ModuleType,
) -> Made:
    """Return what ``make`` makes, from the cache if it was made before.

    Args:
        cache: a folder; None to make it in any case.
        name: how the files of this kind begin.
        style: the style in which pandoc formats.
        rests_on: what else the result rests on, as JSON can hold it.
        make: gives the result, as JSON can hold it.
        modules: the code that the result rests on, besides that of ``citing.pandoc``.

    """
    if cache is None:
        return make()
    parts = (
        json.dumps(rests_on, ensure_ascii=False, sort_keys=True),
        repr(style),
        csl_text(style),
        *(Path(inspect.getfile(one)).read_text("utf-8") for one in (pandoc, *modules)),
        _pandoc_version(),
    )
    digest = hashlib.sha256("\0".join(parts).encode()).hexdigest()[:24]
    file = cache / f"{name}-{digest}.json"
    if file.is_file():
        before: Made = json.loads(file.read_text("utf-8"))
        return before
    made = make()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(made, ensure_ascii=False), "utf-8")
    return made


def _pandoc_version() -> str:
    from importlib.metadata import version

    return version("pypandoc_binary")
