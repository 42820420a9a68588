# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The frozen application keeps its libraries to itself, and takes nobody else's."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("found", "left"),
    [
        ({"LD_LIBRARY_PATH": "/t/_internal"}, {}),
        (
            {"LD_LIBRARY_PATH": "/t/_internal:/opt/own", "LD_LIBRARY_PATH_ORIG": "/opt/own"},
            {"LD_LIBRARY_PATH": "/opt/own"},
        ),
        ({"LD_LIBRARY_PATH": "/t/_internal", "LD_LIBRARY_PATH_ORIG": ""}, {}),
        ({"QT_PLUGIN_PATH": "/usr/lib/qt6/plugins"}, {}),
        ({}, {}),
    ],
    ids=["nothing before", "the reader's own", "empty before", "plugins", "nothing"],
)
def test_what_programs_that_it_starts_are_given(launcher, found, left):
    environment = {"HOME": "/h", **found}
    launcher.clear(environment)
    assert environment == {"HOME": "/h", **left}
