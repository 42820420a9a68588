# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The reader's preferences: SETTINGS says what there is, ``Settings`` keeps it in one JSON file."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from terkha_db.errors import KnownError
from terkha_db.paths import ensure_folder


class SettingsError(KnownError):
    """The preferences cannot be read or written."""


class Setting(NamedTuple):
    """One preference; ``choices`` maps each allowed value to its label, empty where any goes."""

    key: str
    default: str | int
    label: str
    help: str
    choices: tuple[tuple[str | int, str], ...] = ()


SETTINGS: tuple[Setting, ...] = (
    Setting(
        "appearance",
        "system",
        "Appearance",
        "Light, dark and high contrast follow the system unless you choose one here.",
        (
            ("system", "As the system"),
            ("light", "Light"),
            ("dark", "Dark"),
            ("contrast", "High contrast"),
        ),
    ),
    Setting(
        "text_scale",
        100,
        "Text size",
        "Size of all text, in per cent.",
        tuple((size, f"{size} %") for size in (80, 90, 100, 110, 125, 150, 175, 200)),
    ),
    Setting(
        "start",
        "session",
        "When Terkha opens",
        "Windows and tabs as you left them, or the first page.",
        (("session", "Open where I left off"), ("home", "Open the first page")),
    ),
    Setting(
        "citation_style",
        "chicago-notes",
        "Citation style",
        "The style that formatted citations are copied in.",
    ),
    Setting(
        "citation_format",
        "html",
        "Citation format",
        "The format that the citation dialog opens with.",
    ),
)
SETTING_BY_KEY = {setting.key: setting for setting in SETTINGS}


class Settings:
    """The preferences and the places of windows and columns, written through on every change.

    A damaged file is set aside under ``settings.json.damaged`` and the defaults hold; what is
    kept here can be set again in a minute, so this never stops the application.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._values = self._read()
        self._in_step = True
        """Whether the file has what was changed here; it has not where it cannot be written."""

    def __getitem__(self, key: str) -> Any:  # noqa: ANN401
        """Return the value of a declared preference; KeyError for others is a bug of ours."""
        setting = SETTING_BY_KEY[key]
        value = self._values.get(key, setting.default)
        allowed = [choice for choice, _ in setting.choices]
        return value if not allowed or value in allowed else setting.default

    def __setitem__(self, key: str, value: str | int) -> None:
        """Keep a declared preference."""
        self._write({SETTING_BY_KEY[key].key: value})

    def layout(self, name: str) -> Mapping[str, Any]:
        """Return what was kept about the place of a window, table or page; empty at first."""
        layouts = self._values.get("layouts")
        found = layouts.get(name) if isinstance(layouts, dict) else None
        return found if isinstance(found, dict) else {}

    def keep_layout(self, name: str, layout: Mapping[str, Any]) -> None:
        """Keep where a window, table or page is; quietly does nothing where that cannot be."""
        self._catch_up()
        layouts = dict(self._values.get("layouts") or {})
        layouts[name] = dict(layout)
        try:
            self._write({"layouts": layouts})
        except SettingsError:
            self._values["layouts"] = layouts

    def _read(self) -> dict[str, Any]:
        try:
            values = json.loads(self._file.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError):
            self._set_aside()
            return {}
        return values if isinstance(values, dict) else {}

    def _set_aside(self) -> None:
        try:
            self._file.replace(self._file.with_suffix(".json.damaged"))
        except OSError:
            return

    def _catch_up(self) -> None:
        """Take up what another process has written meanwhile."""
        if self._in_step:
            self._values |= self._read()

    def _write(self, changes: Mapping[str, Any]) -> None:
        self._catch_up()
        self._values.update(changes)
        self._in_step = False
        temporary = self._file.with_suffix(".json.new")
        try:
            ensure_folder(self._file.parent)
            temporary.write_text(
                json.dumps(self._values, ensure_ascii=False, indent=1, sort_keys=True),
                encoding="utf-8",
            )
            os.replace(temporary, self._file)  # noqa: PTH105 - atomic on every system
        except (OSError, KnownError) as error:
            message = (
                f"The preferences could not be written to {self._file}: "
                "allow writing there, or choose another place with --profile DIR."
            )
            raise SettingsError(message) from error
        self._in_step = True
