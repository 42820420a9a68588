# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Which family a commodity belongs to, and the letters of its mark; knows no Qt.

A new commodity is one line in :data:`MARKS`; without one it is drawn among stones and others.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Family(NamedTuple):
    """Commodities that share a colour (the theme's, by ``id``) and a shape."""

    id: str
    label: str
    shape: str


FAMILIES: tuple[Family, ...] = (
    Family("copper", "Copper", "square"),
    Family("base", "Other base metals", "octagon"),
    Family("precious", "Gold, silver, platinum", "hexagon"),
    Family("light", "Lithium and light", "ellipse"),
    Family("salts", "Salts and brines", "foot"),
    Family("iron", "Iron, chromium, cobalt", "house"),
    Family("rare", "Rare elements", "shield"),
    Family("fuel", "Coal, uranium", "slanted"),
    Family("stone", "Stones and others", "round"),
)
FAMILY_BY_ID: Mapping[str, Family] = {family.id: family for family in FAMILIES}


class Mark(NamedTuple):
    """The letters that stand for a commodity, and the family that gives shape and colour."""

    letters: str
    family: Family


# Slug of the commodity: family, letters. Letters are the chemical symbol; what has none, or shares
# carbon's, is abbreviated in small letters so that nobody reads an element.
_MARKS = {
    "copper": ("copper", "Cu"),
    "antimony": ("base", "Sb"),
    "lead": ("base", "Pb"),
    "molybdenum": ("base", "Mo"),
    "nickel": ("base", "Ni"),
    "tin": ("base", "Sn"),
    "tungsten": ("base", "W"),
    "zinc": ("base", "Zn"),
    "gold": ("precious", "Au"),
    "pgm": ("precious", "PGM"),
    "silver": ("precious", "Ag"),
    "beryllium": ("light", "Be"),
    "caesium": ("light", "Cs"),
    "lithium": ("light", "Li"),
    "rubidium": ("light", "Rb"),
    "boron": ("salts", "B"),
    "bromine": ("salts", "Br"),
    "magnesium": ("salts", "Mg"),
    "potash": ("salts", "K"),
    "salt": ("salts", "Na"),
    "strontium": ("salts", "Sr"),
    "chromium": ("iron", "Cr"),
    "cobalt": ("iron", "Co"),
    "iron": ("iron", "Fe"),
    "cerium": ("rare", "Ce"),
    "dysprosium": ("rare", "Dy"),
    "gallium": ("rare", "Ga"),
    "germanium": ("rare", "Ge"),
    "lanthanum": ("rare", "La"),
    "neodymium": ("rare", "Nd"),
    "niobium": ("rare", "Nb"),
    "praseodymium": ("rare", "Pr"),
    "rare-earths": ("rare", "REE"),
    "tantalum": ("rare", "Ta"),
    "terbium": ("rare", "Tb"),
    "coal": ("fuel", "C"),
    "uranium": ("fuel", "U"),
    "asbestos": ("stone", "asb"),
    "diamond": ("stone", "dia"),
    "fluorspar": ("stone", "F"),
    "gemstone": ("stone", "gem"),
    "graphite": ("stone", "gra"),
    "jade": ("stone", "jade"),
    "marble": ("stone", "mar"),
    "unspecified": ("stone", "?"),
}
MARKS: Mapping[str, Mark] = MappingProxyType(
    {slug: Mark(letters, FAMILY_BY_ID[family]) for slug, (family, letters) in _MARKS.items()}
)


def mark_of(slug: str) -> Mark:
    """Return the mark of a commodity; an unknown one is abbreviated, among stones and others."""
    return MARKS.get(slug) or Mark(slug[:3], FAMILY_BY_ID["stone"])
