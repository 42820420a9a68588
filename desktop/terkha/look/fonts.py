# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The fonts of the application: shipped faces, one role for each use, one factor for all sizes."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontDatabase

from terkha.look.scripts import Script, runs
from terkha_resources import path

SMALLEST_SCALE = 80
LARGEST_SCALE = 200


class Face(Enum):
    """A shipped family, with the files it is made of; the first file is the plain one."""

    SANS = ("SourceSans3", ("Regular", "It", "Semibold", "SemiboldIt"))
    SERIF = ("SourceSerif4", ("Regular", "It", "Semibold", "SemiboldIt"))
    TIBETAN = ("Jomolhari", ("Regular",))
    HAN = ("NotoSansSC", ("Regular",))

    @property
    def files(self) -> tuple[str, ...]:
        """Names of the font files among the resources."""
        stem, styles = self.value
        return tuple(f"vendor/fonts/{stem}-{style}.ttf" for style in styles)


class Role(NamedTuple):
    """One use of type: sizes and line height in pixels at 100 %, spacing in pixels."""

    id: str
    face: Face
    size: int
    line: int
    weight: int = 400
    caps: bool = False
    italic: bool = False


ROLES: tuple[Role, ...] = (
    Role("record-title", Face.SERIF, 30, 38, 600),
    Role("home-title", Face.SERIF, 28, 38, 600),
    Role("page-title", Face.SERIF, 24, 32, 600),
    Role("dialog-title", Face.SERIF, 20, 28, 600),
    Role("section", Face.SERIF, 19, 26, 600),
    Role("citation", Face.SERIF, 15, 21),
    Role("lead", Face.SANS, 16, 23),
    Role("body", Face.SANS, 14, 20),
    Role("strong", Face.SANS, 14, 20, 600),
    Role("dense", Face.SANS, 13, 19),
    Role("dense-strong", Face.SANS, 13, 19, 600),
    Role("caption", Face.SANS, 12, 18),
    Role("caption-strong", Face.SANS, 12, 18, 600),
    Role("marker", Face.SANS, 12, 18, 600),
    Role("badge", Face.SANS, 12, 18, 600),
    Role("caps", Face.SANS, 11, 18, 600, caps=True),
    Role("symbol", Face.SANS, 11, 18, 600),
    Role("water", Face.SERIF, 13, 18, italic=True),
)
ROLE_BY_ID: Mapping[str, Role] = {role.id: role for role in ROLES}

# What the scripts need beside Latin of one size, to look as large.
_LARGER = {Script.LATIN: 0, Script.TIBETAN: 4, Script.HAN: 1}
_CAPS_SPACING = 0.6
_CAPS_SHARE = 109.0  # per cent of a letter that give about as much


@dataclass(frozen=True, slots=True)
class Families:
    """The names under which Qt knows the shipped faces; a file may name itself oddly."""

    sans: str
    serif: str
    tibetan: str
    han: str

    def stack(self, face: Face) -> list[str]:
        """Return the families to ask in turn, so that every script finds a shipped face."""
        latin = [self.serif, self.sans] if face is Face.SERIF else [self.sans]
        return [*latin, self.tibetan, self.han]


def load_families() -> Families:
    """Make the shipped faces known to Qt; FileNotFoundError says how to build missing ones."""
    # A bold that no shipped face has would be smeared out of the next lighter one: take that one
    # as it is. Qt reads this when it first draws with a font.
    os.environ.setdefault("QT_NO_SYNTHESIZED_BOLD", "1")
    names = {face: _load(face) for face in Face}
    return Families(names[Face.SANS], names[Face.SERIF], names[Face.TIBETAN], names[Face.HAN])


def _load(face: Face) -> str:
    files = [path(file) for file in face.files]
    loaded = [QFontDatabase.addApplicationFont(str(file)) for file in files]
    names = QFontDatabase.applicationFontFamilies(loaded[0]) if loaded[0] >= 0 else []
    if not names or min(loaded) < 0:
        raise FileNotFoundError(
            f"A font in {files[0].parent} is damaged: run `make setup` after deleting it, "
            "or install Terkha again."
        )
    return names[0]


class Fonts:
    """Fonts and measures at one text scale, in per cent; sizes are logical pixels."""

    def __init__(self, families: Families, scale: int = 100) -> None:
        self.families = families
        self.scale = max(SMALLEST_SCALE, min(LARGEST_SCALE, scale))
        self._fonts: dict[tuple[str, Script], QFont] = {}

    def px(self, length: float) -> int:
        """Return a length that grows with the text, such as the height of a button."""
        return max(1, int(length * self.scale / 100 + 0.5))

    def line(self, role: str) -> int:
        """Return the height of a line of Latin text."""
        return self.px(ROLE_BY_ID[role].line)

    def font(self, role: str, *, tabular: bool = False, italic: bool = False) -> QFont:
        """Return a copy of the font of a role; ``tabular`` figures stand under one another."""
        font = QFont(self._base(role, Script.LATIN))
        if tabular:
            font.setFeature(QFont.Tag("tnum"), 1)
        font.setItalic(italic or font.italic())
        return font

    def script(self, role: str, script: Script) -> QFont:
        """Return the font for text in one script beside Latin of ``role``.

        Tibetan and Chinese are shipped in one weight and upright: they are never set in bold or
        italic, which Qt would have to fake.
        """
        return QFont(self._base(role, script))

    def runs(self, text: str, role: str) -> list[tuple[str, QFont]]:
        """Cut text of mixed scripts into pieces, each with its font."""
        return [(piece, self.script(role, script)) for piece, script in runs(text)]

    def css(self, role: str, script: Script = Script.LATIN) -> str:
        """Return the declarations for a class of a QTextDocument's innermost spans."""
        base = self._base(role, script)
        families = ",".join(f"'{name}'" for name in base.families())
        rules = [
            f"font-family:{families}",
            f"font-size:{base.pixelSize()}px",
            f"font-weight:{base.weight().value}",
        ]
        if script is Script.LATIN and ROLE_BY_ID[role].caps:
            spacing = _CAPS_SPACING * self.scale / 100
            rules += ["text-transform:uppercase", f"letter-spacing:{spacing:.2g}px"]
        return ";".join(rules) + ";"

    def _base(self, role: str, script: Script) -> QFont:
        key = role, script
        if key not in self._fonts:
            self._fonts[key] = self._made(ROLE_BY_ID[role], script)
        return self._fonts[key]

    def _made(self, role: Role, script: Script) -> QFont:
        font = QFont()
        stack = self.families.stack(role.face)
        if script is Script.TIBETAN:
            stack = [self.families.tibetan, *stack]
        elif script is Script.HAN:
            stack = [self.families.han, *stack]
        font.setFamilies(list(dict.fromkeys(stack)))
        font.setPixelSize(self.px(role.size + _LARGER[script]))
        if script is Script.LATIN:
            font.setWeight(QFont.Weight(role.weight))
            font.setItalic(role.italic)
            if role.caps:
                font.setCapitalization(QFont.Capitalization.AllUppercase)
                # A share of each letter: in a PDF, Qt takes pixels for dots of another size.
                font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, _CAPS_SHARE)
        return font
