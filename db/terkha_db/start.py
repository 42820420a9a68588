# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The door of the command ``terkha``: lets rest what others import and a start has no use for.

A module that rests is there when it is imported, and is run when somebody first asks it for a name.
"""

from __future__ import annotations

import sys
from _thread import RLock
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_SUPPORT = "shibokensupport.signature."
RESTING = frozenset(
    {
        # Asked by data classes that have no docstring, and by tracebacks.
        *("inspect", "traceback"),
        # Asked by pathlib for addresses, and by xml.sax for what it never has to fetch.
        *("ipaddress", "urllib.request"),
        # Asked by Qt for Python where its own Python is in an archive, and for signatures. What it
        # does when it was called wrongly must not rest: nothing is imported while an error is up.
        *("tempfile", "zipfile"),
        *(f"{_SUPPORT}{name}" for name in ("layout", "parser")),
        *(f"{_SUPPORT}lib.{name}" for name in ("enum_sig", "pyi_generator", "tool")),
    }
)
_waking = RLock()


class _Resting(ModuleType):
    """A module that has not been run yet."""

    def __getattr__(self, name: str) -> object:
        # Those that describe a module are set or not, run or not.
        if name.startswith("__") and name != "__all__":
            raise AttributeError(name)
        with _waking:
            if type(self) is _Resting and isinstance(self.__loader__, _Rest):
                _wake(self, self.__loader__.spec)
            if type(self) is _Resting and name not in self.__dict__:  # it is being run just now
                raise AttributeError(name)
        return getattr(self, name)


class _Rest:
    """Loads a module by noting how it would have been loaded."""

    def __init__(self, spec: ModuleSpec) -> None:
        self.spec = spec

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        made = _Resting(spec.name)
        if spec.name == "inspect":
            made.__dict__["getsource"] = _no_source
        return made

    def exec_module(self, module: ModuleType) -> None:
        """Run nothing yet."""


def _no_source(_: object) -> str:
    """Stand in for ``inspect.getsource`` while that rests.

    Qt for Python, while it is loaded, asks for the source of modules to learn whether they call Qt
    in snake_case; where there is none, it takes it that they do not.
    """
    raise OSError


class _Finder:
    """Finds the modules that rest, as those would be found that come after it."""

    @classmethod
    def find_spec(
        cls, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name not in RESTING:
            return None
        for finder in sys.meta_path:
            spec = finder.find_spec(name, path, target) if finder is not cls else None
            if spec is not None:
                resting = ModuleSpec(name, _Rest(spec), origin=spec.origin)  # type: ignore[arg-type]
                resting.has_location = spec.has_location
                resting.cached = spec.cached
                return resting
        return None


def _wake(module: ModuleType, spec: ModuleSpec) -> None:
    """Run a module as it would have been run; other threads wait for the whole of it."""
    assert spec.loader is not None
    resting, rest = module.__spec__, module.__loader__
    module.__spec__, module.__loader__ = spec, spec.loader
    try:
        spec.loader.exec_module(module)
    except BaseException:
        module.__spec__, module.__loader__ = resting, rest
        raise
    module.__class__ = ModuleType


def rest() -> None:
    """Let the modules of RESTING rest that are not loaded yet, until this process ends."""
    if _Finder not in sys.meta_path:
        sys.meta_path.insert(0, _Finder)


def main() -> int:
    """Run ``terkha`` with the arguments of the process and return its exit code."""
    rest()
    from terkha_db.quick_dataclasses import write_late

    write_late()
    from terkha_db.cli import main as run

    return run()
