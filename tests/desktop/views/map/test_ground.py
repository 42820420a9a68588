# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The map keeps to the ground that it has, wherever keys, mouse and links would lead."""

from __future__ import annotations

import pytest

from terkha.atlas.viewport import FINEST, WHOLE, Viewport
from terkha.views.map_export import sheet_of
from terkha.views.map_side import MapKey
from terkha_db.wording import format_number
from terkha_resources.base_map import BOX


@pytest.mark.parametrize("push", [(0, 900), (0, -900), (900, 0), (-900, 0), (900, 900)])
def test_the_map_cannot_be_pushed_off_its_ground(page, push):
    for _ in range(40):
        page.canvas.push(*push)
    lon, lat = page.canvas.view.centre
    west, south, east, north = BOX
    assert west - 15 <= lon <= east + 15  # of a cone's box the corners lie beyond its sides
    assert south - 6 <= lat <= north + 6


@pytest.mark.parametrize("zoom", ["2", "0", "-40", "1e3"])
def test_a_link_to_a_view_beyond_the_map_shows_the_nearest(page, context, zoom):
    context.state.open(f"page/map?at=94,30&zoom={zoom}")
    whole = Viewport.around(WHOLE, page.canvas.width(), page.canvas.height())
    assert FINEST <= page.canvas.view.metres <= max(5200, whole.metres)
    assert page.canvas.view.centre == pytest.approx((94, 30))
    page.canvas.grab()


@pytest.mark.parametrize("field", ["resource_copper", "elevation", "works"])
def test_the_key_says_what_the_size_of_a_mark_stands_for(page, context, field):
    key = page.side.findChild(MapKey)
    assert key.size_said.isHidden()
    context.state.open(f"page/map?size={field}")
    rows = context.catalogue.rows("mine")
    most = max(row.values[field] for row in rows if row.values[field] is not None)
    assert not key.size_said.isHidden()
    assert format_number(float(most)) in key.size_said.text()
    sheet = sheet_of(context, page.canvas.scene, "")
    assert key.size_said.text().removesuffix(".") in sheet.lead
    context.state.open("page/map")
    assert key.size_said.isHidden()
