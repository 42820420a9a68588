# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Icons in the colours of the theme, in as many pixels as a screen has."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPixmap

from terkha.actions import ACTIONS
from terkha.look.app_icon import SIZES, app_icon, main
from terkha.look.icons import Icons
from terkha.look.sheet_images import IMAGES
from terkha.look.theme import DARK, LIGHT
from terkha_resources.assets import ICONS


@pytest.fixture
def icons(qapp):
    return Icons(LIGHT)


def colours(pixmap: QPixmap) -> set[str]:
    """The colours of all pixels that are covered whole."""
    image = pixmap.toImage().convertToFormat(QImage.Format.Format_RGBA8888)
    pixels = set(zip(*[iter(bytes(image.constBits()))] * 4, strict=True))
    return {f"#{r:02X}{g:02X}{b:02X}" for r, g, b, alpha in pixels if alpha == 255}


@pytest.mark.parametrize("name", ICONS)
def test_every_icon_is_drawn_in_one_colour_of_the_theme(icons, name):
    assert colours(icons.pixmap(name, "accent", 24, 2.0)) == {LIGHT.accent}


def test_an_unknown_icon_is_named_with_the_way_out(icons):
    with pytest.raises(FileNotFoundError, match=r"vendor/icons/no-such-icon\.svg"):
        icons.pixmap("no-such-icon")


@pytest.mark.parametrize("dpr", [1.0, 1.25, 1.5, 2.0, 3.0])
def test_pictures_have_the_pixels_of_the_screen(icons, dpr):
    pixmap = icons.pixmap("gem", "ink2", 16, dpr)
    assert pixmap.size() == QSize(round(16 * dpr), round(16 * dpr))
    assert pixmap.devicePixelRatio() == dpr


def test_a_picture_is_painted_once(icons):
    assert icons.pixmap("gem").cacheKey() == icons.pixmap("gem").cacheKey()
    assert icons.pixmap("gem").cacheKey() != icons.pixmap("gem", "accent").cacheKey()


def test_a_theme_brings_its_own_colours(qapp):
    assert colours(Icons(DARK).pixmap("minus", "ink2", 32)) == {DARK.ink2}


def test_buttons_get_it_sharp_and_grey_when_disabled(icons):
    icon = icons.icon("minus", "accent")
    assert icon.pixmap(QSize(24, 24), 2.0).size() == QSize(48, 48)
    assert colours(icon.pixmap(QSize(24, 24), 2.0, QIcon.Mode.Disabled)) == {LIGHT.ink3}
    assert colours(QIcon(icon).pixmap(QSize(24, 24), 2.0)) == {LIGHT.accent}


def test_actions_and_style_sheet_name_icons_that_ship():
    named = {action.icon for action in ACTIONS} | {icon for icon, _, _ in IMAGES.values()}
    assert named <= set(ICONS)


def test_the_application_icon_is_paper_and_ochre_at_every_size(qapp, tmp_path):
    assert main([str(tmp_path / "icons")]) == 0
    for size in SIZES:
        pixmap = QPixmap(str(tmp_path / "icons" / f"terkha-{size}.png"))
        assert pixmap.size() == QSize(size, size)
        image = pixmap.toImage()
        page = image.pixelColor(size * 3 // 10, size * 28 // 100)
        seam = image.pixelColor(size * 7 // 10, size // 2)
        assert page.lightness() > 220
        assert 25 <= seam.hue() <= 45
        assert QColor(image.pixelColor(0, 0)).alpha() < 128
    assert not app_icon().isNull()
