# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Pictures that pages ask for are drawn, whichever way Qt writes their address."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QUrl

from terkha.views.page_look import resource

BROKEN_LINE = "spark:full:0.0000,0.9535|0.2667,1.0000;0.5,0.5|1.0000,0.9535"


@pytest.mark.parametrize("address", [BROKEN_LINE, "strip:0.5:resource", "status:operating"])
def test_a_picture_asked_for_by_url_is_that_of_the_text(look, address):
    by_url = resource(QUrl(address), look.symbols, 1.0)

    assert by_url is not None
    assert by_url.toImage() == resource(address, look.symbols, 1.0).toImage()


def test_a_series_with_a_gap_is_shown(window):
    window.context.state.open("series/iea-top3-refining-share")

    assert window.page().record_ids() == ["series/iea-top3-refining-share"]
