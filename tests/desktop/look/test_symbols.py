# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Marks of commodities, status and figures: told apart by shape and letters, not only by colour."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetrics, QImage, QPixmap

from terkha.look.commodities import FAMILIES, MARKS, mark_of
from terkha.look.fonts import Fonts
from terkha.look.shapes import FAMILY_SHAPES
from terkha.look.symbols import Symbols
from terkha.look.theme import DARK, LIGHT, THEMES
from terkha_db.vocabulary import STATUSES

COMMODITIES = Path(__file__).parents[3] / "db" / "records" / "commodities"


@pytest.fixture
def symbols(fonts):
    return Symbols(LIGHT, fonts)


def recorded() -> list[str]:
    return [
        record["id"]
        for file in sorted(COMMODITIES.glob("*.yaml"))
        for record in yaml.safe_load(file.read_text(encoding="utf-8"))
    ]


def ink(pixmap: QPixmap) -> bytes:
    """Which pixels are covered, whatever their colour."""
    image = pixmap.toImage().convertToFormat(QImage.Format.Format_Alpha8)
    return bytes(image.constBits())


def test_every_recorded_commodity_has_a_mark():
    slugs = recorded()
    assert len(slugs) >= 45
    assert set(slugs) <= set(MARKS)


def test_marks_of_one_family_differ_by_their_letters():
    seen = [(mark.family.id, mark.letters) for mark in MARKS.values()]
    assert len(seen) == len(set(seen))


def test_families_differ_in_shape_and_each_has_its_colour():
    assert len({family.shape for family in FAMILIES}) == len(FAMILIES) == 9
    assert {family.shape for family in FAMILIES} == set(FAMILY_SHAPES)
    for theme in THEMES:
        assert set(theme.families) == {family.id for family in FAMILIES}
        assert len(set(theme.families.values())) == len(FAMILIES)


def test_a_commodity_of_the_readers_own_is_drawn_among_others(symbols):
    assert mark_of("feldspar").letters == "fel"
    assert mark_of("feldspar").family.id == "stone"
    assert not symbols.commodity("feldspar").isNull()


@pytest.mark.parametrize("scale", [80, 100, 200])
@pytest.mark.parametrize("slug", MARKS)
def test_letters_stand_within_their_shape(families, slug, scale):
    fonts = Fonts(families, scale)
    size = Symbols(LIGHT, fonts).commodity_size(slug)
    letters = QFontMetrics(fonts.font("symbol")).horizontalAdvance(mark_of(slug).letters)
    assert size.height() == fonts.px(18)
    assert size.width() >= max(fonts.px(23), letters + fonts.px(6) - 1)


@pytest.mark.parametrize("slug", ["copper", "lithium", "rare-earths"])
def test_purpose_is_filled_and_the_rest_outlined(symbols, slug):
    filled, outlined = symbols.commodity(slug, "primary"), symbols.commodity(slug, "by-product")
    assert ink(symbols.commodity(slug, "product")) == ink(filled)
    assert ink(symbols.commodity(slug, "claimed")) == ink(outlined)
    assert sum(ink(outlined)) < 0.75 * sum(ink(filled))


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.id)
def test_shapes_fill_their_rectangle_and_stay_inside(family):
    rect = QRectF(3, 5, 23, 18)
    assert FAMILY_SHAPES[family.shape](rect).boundingRect() == rect


@pytest.mark.parametrize("dpr", [1.0, 1.5, 2.0])
def test_marks_have_the_pixels_of_the_screen_and_are_painted_once(symbols, dpr):
    pixmap = symbols.commodity("copper", "primary", dpr)
    assert pixmap.size() == QSize(round(23 * dpr), round(18 * dpr))
    assert pixmap.devicePixelRatio() == dpr
    assert symbols.commodity("copper", "primary", dpr).cacheKey() == pixmap.cacheKey()


def test_the_colour_is_that_of_the_theme(fonts):
    for theme in (LIGHT, DARK):
        image = Symbols(theme, fonts).commodity("copper").toImage()
        assert image.pixelColor(1, 1).name().upper() == theme.families["copper"]


def test_each_status_has_a_glyph_of_its_own(symbols):
    glyphs = {status.id: ink(symbols.status(status.id, 2.0)) for status in STATUSES}
    assert glyphs.pop("development") == glyphs["construction"]
    assert len(set(glyphs.values())) == len(glyphs) == 6


def test_a_county_seat_is_never_drawn_like_a_mine(symbols):
    family = mark_of("copper").family
    site, locality, county = (
        symbols.precision(precision, family) for precision in ("site", "locality", "county")
    )
    assert site.size() == locality.size() == QSize(10, 10)
    assert county.size() == QSize(22, 22)
    assert ink(site) != ink(locality)


def test_figures_differ_by_their_category(symbols):
    marks = [symbols.figure(category, dpr=2.0) for category in ("resource", "reserve", "potential")]
    assert len({ink(mark) for mark in marks}) == 3
    assert marks[2].width() > marks[0].width()
