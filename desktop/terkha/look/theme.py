# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The colours of the application as tokens, light, dark and high contrast; knows no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of tokens; every colour is ``#RRGGBB``, ``families`` maps a family id to one."""

    name: str
    dark: bool
    # grounds: frame, pages and tables, cards and fields, footers
    bg: str
    surface: str
    raised: str
    sunken: str
    # hairlines, and edges of controls
    line: str
    line2: str
    # text: first, second, captions
    ink: str
    ink2: str
    ink3: str
    # what can be pressed or is selected
    accent: str
    accent_soft: str
    accent_on: str
    # where sources differ
    disp: str
    disp_bg: str
    disp_line: str
    # matched letters, and the claimant lens
    hit: str
    lens: str
    lens_bg: str
    # base map
    land: str
    water: str
    waterline: str
    border: str
    # commodity families, and the letters on them
    families: Mapping[str, str] = field(hash=False)
    family_ink: str
    # width of the focus ring in pixels
    focus: int = 2
    # whether grounds may be tinted at all
    tints: bool = True

    @property
    def hover(self) -> str:
        """The ground under the pointer: half a step towards the selection."""
        return mix(self.surface, self.accent_soft, 0.5)


_LIGHT_FAMILIES = MappingProxyType(
    {
        "copper": "#B5500C",
        "base": "#3C5270",
        "precious": "#574700",
        "light": "#5A22AE",
        "salts": "#0A7767",
        "iron": "#9B1B3B",
        "rare": "#B01A80",
        "fuel": "#24282C",
        "stone": "#4D7616",
    }
)
_DARK_FAMILIES = MappingProxyType(
    {
        "copper": "#FFB27A",
        "base": "#86A6C6",
        "precious": "#E0B93A",
        "light": "#BB92FF",
        "salts": "#A5EEE1",
        "iron": "#F26E86",
        "rare": "#FF9FEA",
        "fuel": "#C9CDD0",
        "stone": "#9FD14E",
    }
)

LIGHT = Theme(
    name="light",
    dark=False,
    bg="#F3F1EB",
    surface="#FCFBF8",
    raised="#FFFFFF",
    sunken="#ECE9E1",
    line="#DFDACE",
    line2="#8C8676",
    ink="#1D2227",
    ink2="#434A52",
    ink3="#5F6670",
    accent="#1C4E7E",
    accent_soft="#E1EAF3",
    accent_on="#FFFFFF",
    disp="#7C4A00",
    disp_bg="#FBF0DA",
    disp_line="#D9B36C",
    hit="#FFE69A",
    lens="#643274",
    lens_bg="#F3E9F6",
    land="#F6F3EA",
    water="#CFE0EA",
    waterline="#8FB3C8",
    border="#A79F8C",
    families=_LIGHT_FAMILIES,
    family_ink="#FFFFFF",
)
DARK = Theme(
    name="dark",
    dark=True,
    bg="#14171A",
    surface="#1A1E22",
    raised="#22272C",
    sunken="#101315",
    line="#333A41",
    line2="#7D8791",
    ink="#ECEAE4",
    ink2="#C2C6CA",
    ink3="#9BA2AA",
    accent="#8DBFEA",
    accent_soft="#1D3348",
    accent_on="#0F1720",
    disp="#EDBB66",
    disp_bg="#33291A",
    disp_line="#7A5F2E",
    hit="#43350A",
    lens="#D7B1E4",
    lens_bg="#30233A",
    land="#20252A",
    water="#22384A",
    waterline="#3F6580",
    border="#5F6770",
    families=_DARK_FAMILIES,
    family_ink="#15181B",
)
HIGH_CONTRAST = Theme(
    name="contrast",
    dark=True,
    bg="#000000",
    surface="#000000",
    raised="#000000",
    sunken="#1A1A1A",
    line="#8A8A8A",
    line2="#FFFFFF",
    ink="#FFFFFF",
    ink2="#FFFFFF",
    ink3="#D6D6D6",
    accent="#7CC8FF",
    accent_soft="#003A66",
    accent_on="#000000",
    disp="#FFC94D",
    disp_bg="#261A00",
    disp_line="#FFC94D",
    hit="#5C4A00",
    lens="#E6B8FF",
    lens_bg="#2A003D",
    land="#101010",
    water="#003A5C",
    waterline="#7CC8FF",
    border="#FFFFFF",
    families=_DARK_FAMILIES,
    family_ink="#15181B",
    focus=3,
)
THEMES: tuple[Theme, ...] = (LIGHT, DARK, HIGH_CONTRAST)


def high_contrast(ground: str, ink: str, selection: str) -> Theme:
    """Take over the system's own high contrast: its ground, text and selection, and no tints.

    Only the marks that carry meaning keep their colours, where they can be read on this ground.
    """
    base = HIGH_CONTRAST if contrast(ground, "#FFFFFF") > contrast(ground, "#000000") else LIGHT

    def legible(colour: str) -> str:
        return colour if contrast(colour, ground) >= 4.5 else ink

    return Theme(
        name="contrast",
        dark=base.dark,
        bg=ground,
        surface=ground,
        raised=ground,
        sunken=ground,
        line=ink,
        line2=ink,
        ink=ink,
        ink2=ink,
        ink3=ink,
        accent=legible(base.accent),
        # A selection that its text could not be read on is told by its edge alone.
        accent_soft=selection if contrast(selection, ink) >= 4.5 else ground,
        accent_on=ground,
        disp=legible(base.disp),
        disp_bg=ground,
        disp_line=legible(base.disp),
        hit=ground,
        lens=legible(base.lens),
        lens_bg=ground,
        land=ground,
        water=ground,
        waterline=legible(base.accent),
        border=ink,
        families=MappingProxyType({key: legible(value) for key, value in base.families.items()}),
        family_ink=ground,
        focus=3,
        tints=False,
    )


def mix(first: str, second: str, share: float) -> str:
    """Blend two colours; ``share`` is how much of the second there is, 0 to 1."""
    pairs = zip(_channels(first), _channels(second), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours by WCAG 2, 1 to 21."""
    darker, lighter = sorted((_luminance(first), _luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (channel / 255 for channel in _channels(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
