# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The page of the map in a window."""

from __future__ import annotations

import pytest

from terkha.views.map_page import MapPage

NEAR_LHASA = "page/map?at=91.4000,29.6000&zoom=8.5"


@pytest.fixture
def page(window, context) -> MapPage:
    window.resize(1440, 900)
    context.state.open("page/map")
    shown = window.page()
    assert isinstance(shown, MapPage)
    return shown
