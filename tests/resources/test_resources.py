# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The door to the files beside the code, and what must lie behind it."""

from __future__ import annotations

import pytest

import terkha_resources
from terkha_resources.assets import ICONS, PACKAGES


def test_finds_the_application_icon():
    assert "<svg" in terkha_resources.text("icon/terkha.svg")


def test_what_is_missing_is_told_with_the_way_out():
    with pytest.raises(FileNotFoundError, match=r"'vendor/none.svg' is missing .* `make setup`"):
        terkha_resources.path("vendor/none.svg")


@pytest.mark.parametrize(
    "target", [asset.target for package in PACKAGES for asset in package.assets]
)
def test_every_asset_is_built(target):
    assert terkha_resources.path(f"vendor/{target}").stat().st_size > 0


def test_every_package_ships_its_licence():
    for package in PACKAGES:
        assert any(asset.target.startswith("licences/") for asset in package.assets), package.name


def test_icons_are_listed_once():
    assert len(ICONS) == len(set(ICONS))


def test_the_assets_stay_small_enough_for_the_package():
    size = sum(
        terkha_resources.path(f"vendor/{asset.target}").stat().st_size
        for package in PACKAGES
        for asset in package.assets
    )
    assert size < 8_000_000
