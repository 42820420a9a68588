# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The tokens can be read: every text on every ground it is used on, in every theme."""

from __future__ import annotations

import pytest

from terkha.look.commodities import FAMILIES
from terkha.look.theme import DARK, HIGH_CONTRAST, LIGHT, THEMES, contrast, high_contrast, mix

# Against the surface, as the design says.
STATED = {
    "line2": (3.5, 4.6, 21.0),
    "ink": (15.5, 13.9, 21.0),
    "ink2": (8.7, 9.8, 21.0),
    "ink3": (5.6, 6.5, 14.4),
    "accent": (8.3, 8.6, 11.6),
    "disp": (7.2, 9.5, 13.7),
}
GROUNDS = ("bg", "surface", "raised", "sunken", "accent_soft", "hover")
ON_THEIR_OWN = (("disp", "disp_bg"), ("lens", "lens_bg"), ("ink", "hit"), ("accent_on", "accent"))

themes = pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)
    assert contrast("#123456", "#123456") == 1


def test_mixing():
    assert mix("#000000", "#FF8000", 0.5) == "#804000"


@pytest.mark.parametrize("token", STATED)
def test_ratios_are_those_of_the_design(token):
    found = [contrast(getattr(theme, token), theme.surface) for theme in (LIGHT, DARK)]
    found.append(contrast(getattr(HIGH_CONTRAST, token), HIGH_CONTRAST.surface))
    assert found == pytest.approx(STATED[token], abs=0.06)


@themes
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", ["ink", "ink2", "ink3", "accent"])
def test_text_can_be_read_on_every_ground(theme, text, ground):
    assert contrast(getattr(theme, text), getattr(theme, ground)) >= 4.5


@themes
@pytest.mark.parametrize(("text", "ground"), ON_THEIR_OWN)
def test_text_can_be_read_on_the_ground_made_for_it(theme, text, ground):
    assert contrast(getattr(theme, text), getattr(theme, ground)) >= 4.5


@themes
def test_edges_of_controls_can_be_seen(theme):
    for ground in ("surface", "raised", "bg"):
        assert contrast(theme.line2, getattr(theme, ground)) >= 3


@themes
@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.id)
def test_letters_can_be_read_in_filled_and_outlined_marks(theme, family):
    colour = theme.families[family.id]
    assert contrast(theme.family_ink, colour) >= 4.5
    assert contrast(colour, theme.surface) >= 4.5


@pytest.mark.parametrize(
    ("ground", "ink", "selection"),
    [
        ("#FFFFFF", "#000000", "#37006E"),
        ("#202020", "#FFFFFF", "#8EE3F0"),
        ("#000000", "#FFFF00", "#008000"),
        ("#FFFAEF", "#3D3D3D", "#903909"),
    ],
)
def test_colours_of_the_system_stay_readable(ground, ink, selection):
    theme = high_contrast(ground, ink, selection)
    assert (theme.surface, theme.raised, theme.ink, theme.line) == (ground, ground, ink, ink)
    for text in ("ink", "ink3", "accent", "disp", "lens"):
        assert contrast(getattr(theme, text), ground) >= 4.5
    assert contrast(theme.ink, theme.accent_soft) >= 4.5
    assert contrast(theme.accent_on, theme.accent) >= 4.5
    assert theme.dark == (contrast(ground, "#FFFFFF") > contrast(ground, "#000000"))
