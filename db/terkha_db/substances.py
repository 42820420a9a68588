# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What share of a substance is the element that tables compare: chemistry, not judgement."""

from __future__ import annotations

# Molar masses (IUPAC 2021, abridged), in grams a mole.
_LI, _O, _C, _CL, _H = 6.94, 15.999, 12.011, 35.45, 1.008
_LI2CO3 = 2 * _LI + _C + 3 * _O

ELEMENT_OF = {
    "copper": "Cu",
    "lithium": "Li",
    "gold": "Au",
    "silver": "Ag",
    "lead": "Pb",
    "zinc": "Zn",
    "molybdenum": "Mo",
    "nickel": "Ni",
    "antimony": "Sb",
    "tin": "Sn",
    "caesium": "Cs",
}
"""The element in which the resource of a commodity is compared."""

CONTAINED: dict[str, tuple[str, float]] = {
    "Li2O": ("Li", 2 * _LI / (2 * _LI + _O)),
    "Li2CO3": ("Li", 2 * _LI / _LI2CO3),
    "LCE": ("Li", 2 * _LI / _LI2CO3),
    "LiCl": ("Li", _LI / (_LI + _CL)),
    "LiOH": ("Li", _LI / (_LI + _O + _H)),
}
"""Substance to element and the tonnes of it in a tonne of the substance."""

# Mass given of a salt metal without its substance may be of the metal, its oxide or its carbonate.
_AMBIGUOUS = ("lithium",)


def contained(commodity: str, substance: str) -> tuple[str, float]:
    """Return what a mass is compared as, and the factor into it.

    A metal that is named without a substance is the metal itself; whatever is no form of the
    commodity's element (ore, copper equivalent) is compared only with its own kind.
    """
    element = ELEMENT_OF.get(commodity, "")
    if substance in CONTAINED and CONTAINED[substance][0] == element:
        return CONTAINED[substance]
    if not substance and element and commodity not in _AMBIGUOUS:
        return element, 1.0
    return substance, 1.0
