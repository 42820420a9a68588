# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Where the reader's files go, and that they go there only when something is written."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from platformdirs import PlatformDirs

from terkha_db.errors import LibraryError
from terkha_db.paths import default_paths, ensure_folder, profile_paths


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have folders of their own")
def test_the_folders_are_those_of_the_desktop(monkeypatch, tmp_path):
    for kind in ("DATA", "CONFIG", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind.lower()))
    paths = default_paths()
    assert paths.library == tmp_path / "data" / "terkha" / "library.sqlite"
    assert paths.backups == tmp_path / "data" / "terkha" / "backups"
    assert paths.collections == tmp_path / "data" / "terkha" / "collections"
    assert paths.settings == tmp_path / "config" / "terkha" / "settings.json"
    assert paths.log == tmp_path / "state" / "terkha" / "terkha.log"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have folders of their own")
@pytest.mark.parametrize("value", [None, "", "relative", "~/mine", "/srv/གཏེར་ཁ"])
def test_the_folders_are_those_that_the_library_for_them_names(monkeypatch, value):
    for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(variable, raising=False)
        if value is not None:
            monkeypatch.setenv(variable, value)
    folders = PlatformDirs("terkha", appauthor=False)
    paths = default_paths()
    assert paths.library.parent == folders.user_data_path
    assert paths.settings.parent == folders.user_config_path
    assert paths.state == folders.user_state_path


def test_a_profile_is_one_folder_and_absolute(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    paths = profile_paths("my profile")
    assert paths.profile == tmp_path / "my profile"
    everything = (paths.library, paths.backups, paths.collections, paths.settings, paths.log)
    assert all(each.is_relative_to(tmp_path / "my profile") for each in everything)
    assert not (tmp_path / "my profile").exists()


def test_a_portable_copy_keeps_its_profile_beside_itself_when_asked(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "executable", str(tmp_path / "terkha"))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert default_paths().profile is None
    (tmp_path / "profile").mkdir()
    assert default_paths().profile == tmp_path / "profile"
    monkeypatch.delattr(sys, "frozen")
    assert default_paths().profile is None


def test_advice_names_the_profile_ready_for_a_shell(tmp_path):
    assert default_paths().command("library", "check") == "terkha library check"
    assert (
        profile_paths("/my profile").command("library", "restore", Path("/a b.sqlite"))
        == "terkha --profile '/my profile' library restore '/a b.sqlite'"
    )


def test_folders_are_private(tmp_path):
    made = ensure_folder(tmp_path / "a" / "b")
    assert made.stat().st_mode & 0o077 == 0
    assert ensure_folder(made) == made


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(LibraryError) as caught:
        ensure_folder(tmp_path / "file" / "folder")
    assert str(caught.value) == (
        f"The folder {tmp_path / 'file' / 'folder'} cannot be created (Not a directory): "
        "allow writing there, or choose another place with --profile DIR."
    )
