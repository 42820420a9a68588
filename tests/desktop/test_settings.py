# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Settings: declared once, kept in one file, never in the way."""

from __future__ import annotations

import json

import pytest

from terkha.settings import SETTINGS, Settings, SettingsError


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.key)
def test_every_setting_starts_with_an_allowed_default(setting, tmp_path):
    allowed = [choice for choice, _ in setting.choices]

    assert Settings(tmp_path / "settings.json")[setting.key] == setting.default
    assert not allowed or setting.default in allowed


def test_a_choice_is_there_again_at_the_next_start(tmp_path):
    file = tmp_path / "deep" / "settings.json"
    Settings(file)["appearance"] = "dark"

    assert Settings(file)["appearance"] == "dark"


def test_an_undeclared_key_is_refused(tmp_path):
    settings = Settings(tmp_path / "settings.json")

    with pytest.raises(KeyError):
        settings["colour"] = "red"


def test_a_value_that_is_no_choice_counts_as_the_default(tmp_path):
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({"text_scale": 5000}), encoding="utf-8")

    assert Settings(file)["text_scale"] == 100


@pytest.mark.parametrize("content", ["{broken", "[]", "\x00\x00", '"text"'])
def test_a_damaged_file_is_not_in_the_way_and_not_lost(tmp_path, content):
    file = tmp_path / "settings.json"
    file.write_text(content, encoding="utf-8")

    settings = Settings(file)
    settings["appearance"] = "dark"

    assert Settings(file)["appearance"] == "dark"


def test_an_unwritable_place_is_told_in_one_sentence(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    settings = Settings(tmp_path / "file" / "settings.json")

    with pytest.raises(SettingsError, match="--profile DIR"):
        settings["appearance"] = "dark"
