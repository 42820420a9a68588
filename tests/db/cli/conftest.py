# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The command line in this process: exit code, output and errors of one call."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from terkha_db.cli import main


@dataclass(frozen=True, slots=True)
class Answer:
    """What one call left."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def sentence(self) -> str:
        """The one sentence of a refusal."""
        assert self.code in (1, 2), self
        assert self.out == "", self
        assert self.err.startswith("terkha: "), self
        assert self.err.count("\n") == 1, self
        return self.err.removeprefix("terkha: ").strip()


Terkha = Callable[..., Answer]


@pytest.fixture
def terkha(capsys: pytest.CaptureFixture[str], profile: Path, catalogue_path: Path) -> Terkha:
    """Call ``terkha`` with a profile of its own and the real catalogue, or with that of before."""

    def call(*words: object, before: tuple[object, ...] | None = None) -> Answer:
        common = ("--profile", profile, "--catalogue", catalogue_path) if before is None else before
        code = main([str(word) for word in (*common, *words)])
        captured = capsys.readouterr()
        return Answer(code, captured.out, captured.err)

    return call
