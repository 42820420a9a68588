# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A dossier as one page for browsers: on any width, light and dark, with its Tibetan letters."""

from __future__ import annotations

import base64
import re
import struct
import zlib
from functools import partial
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer

from terkha.dossier.contents import BREAK, LOW
from terkha.look.fonts import Face as Faces
from terkha.look.fonts import Fonts
from terkha.look.symbols import Symbols
from terkha.look.theme import DARK, LIGHT, Theme
from terkha.pages import classes_of, style_sheet
from terkha.pages.printed import WITHIN, on_paper
from terkha.views.page_look import Face, resource, sized
from terkha_resources import path

if TYPE_CHECKING:
    from terkha.look.fonts import Families

_SCALE = 115  # per cent: browsers are read from further away than tables of an application
_DPR = 3.0
_IMAGE = re.compile(r'<img src="([^"]+)"([^>]*)>')
_SCRIPT = re.compile(r'<span class="([\w-]+)-(bo|zh)"')
_FAMILIES = re.compile(r"font-family:[^;]+;")
_TIBETAN = "Terkha Tibetan"
# What stands in for the faces of the application, which readers have not: first ours, if they do.
_SANS = "'Source Sans 3','Segoe UI',Roboto,'Helvetica Neue','Noto Sans',Arial,sans-serif"
_SERIF = "'Source Serif 4',Charter,Georgia,'Noto Serif',serif"
_HAN = "'Noto Sans SC','Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif"
_PAGE = """body {{ {body} max-width: 50rem; margin: 0 auto; padding: 1rem 1rem 4rem; color: {ink};
  background-color: {raised}; overflow-wrap: break-word; }}
"""
_LAYOUT = """table {{ border-collapse: collapse; }}
td {{ vertical-align: top; }}
thead {{ break-inside: avoid; break-after: avoid; }}
tr {{ break-inside: avoid; }}
h1, h2, h3, h4, p.kicker {{ break-after: avoid; }}
p.entry {{ break-inside: avoid; }}
img[alt]:not([alt=""]) {{ max-width: 100%; height: auto; background-color: #FFFFFF; }}
a:hover {{ text-decoration: underline; }}
@media screen {{
[{low}] {{ margin-top: 3rem !important; }}
[{broken}] {{ margin-top: 4rem !important; border-top: 1px solid #8886; padding-top: 1rem; }}
}}
@media (max-width: 40rem) {{
td {{ width: auto; }}
tr:has(> td.card) > td {{ display: block; }}
}}
@media print {{
body {{ max-width: none; padding: 0; background-color: #FFFFFF; }}
img[alt]:not([alt=""]) {{ max-height: 21cm; width: auto; }}
}}
"""


class _WebFace(Face):
    """The type of the application, in faces that readers of the page have."""

    def css(self, role: str, script: str) -> str:
        ours = super().css(role, script)
        if script == "tibetan":
            stack = f"'{_TIBETAN}',serif"
        elif script == "han":
            stack = _HAN
        else:
            stack = _SERIF if "Serif" in ours else _SANS
        return _FAMILIES.sub(lambda _: f"font-family:{stack};", ours)


def whole_page(title: str, html: str, families: Families) -> str:
    """Return the pages of a dossier as one that needs nothing else, neither files nor network."""
    fonts = Fonts(families, _SCALE)
    face = _WebFace(fonts)
    light, dark = Symbols(LIGHT, fonts), Symbols(DARK, fonts)
    used = classes_of(html)
    body = _IMAGE.sub(partial(_embedded, light, dark), sized(html, light))
    body = on_paper(body).replace(f'href="{WITHIN}', 'href="#')
    has_tibetan = "-bo" in body
    body = _SCRIPT.sub(r'<span lang="\2" class="\1-\2"', body)
    style = "\n".join(
        [
            _tibetan() if has_tibetan else "",
            _PAGE.format(body=face.css("body", "latin"), ink=LIGHT.ink, raised=LIGHT.raised),
            style_sheet(LIGHT, face, used),
            _dark(face, used),
            _LAYOUT.format(low=LOW, broken=BREAK),
        ]
    )
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{escape(title)}</title>\n<style>\n{style}\n</style>\n"
        f"</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _dark(face: Face, used: frozenset[str]) -> str:
    """Return the colours of the dark scheme, for screens only."""
    page = f"body {{ color: {DARK.ink}; background-color: {DARK.surface}; }}"
    colours = _coloured(DARK, face, used)
    return f"@media screen and (prefers-color-scheme: dark) {{\n{page}\n{colours}\n}}"


def _coloured(theme: Theme, face: Face, used: frozenset[str]) -> str:
    """Return of each rule of a theme what tells of colours."""
    rules = []
    for rule in style_sheet(theme, face, used).split("\n"):
        selectors, _, declarations = rule.partition(" {")
        kept = [one for one in declarations.rstrip(" }").split(";") if "#" in one]
        if kept:
            rules.append(f"{selectors} {{{';'.join(kept)} }}")
    return "\n".join(rules)


def _embedded(light: Symbols, dark: Symbols, tag: re.Match[str]) -> str:
    """Return a symbol as part of the file, in both schemes; it says no more than its text."""
    address, size = tag[1], tag[2]
    pictures = [_data(address, symbols) for symbols in (light, dark)]
    if not pictures[0]:
        return tag[0]
    return (
        '<picture><source media="screen and (prefers-color-scheme: dark)"'
        f' srcset="{pictures[1]}"><img alt="" src="{pictures[0]}"{size}></picture>'
    )


def _data(address: str, symbols: Symbols) -> str:
    picture = resource(address, symbols, _DPR)
    if picture is None:
        return ""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    return _url("image/png", bytes(buffer.data().data()))


def _url(kind: str, content: bytes) -> str:
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"


def _tibetan() -> str:
    """Return the face for Tibetan: few machines have one, and without it there are boxes."""
    (file,) = Faces.TIBETAN.files
    address = _url("font/woff", _woff(path(file).read_bytes()))
    return f"@font-face {{ font-family: '{_TIBETAN}'; src: url({address}) format('woff'); }}"


def _woff(font: bytes) -> bytes:
    """Pack a TrueType font as WOFF 1.0 (W3C): its tables, each compressed."""
    count = struct.unpack(">H", font[4:6])[0]
    tables = sorted(struct.unpack(">4sIII", font[at : at + 16]) for at in _steps(12, 16, count))
    offset = 44 + 20 * count
    directory, packed = b"", b""
    for tag, checksum, start, length in tables:
        plain = font[start : start + length]
        small = zlib.compress(plain, 9)
        data = small if len(small) < length else plain
        directory += struct.pack(">4sIIII", tag, offset + len(packed), len(data), length, checksum)
        packed += data + b"\0" * (-len(data) % 4)
    whole = 12 + 16 * count + sum(-(-length // 4) * 4 for *_, length in tables)
    size = offset + len(packed)
    head = struct.pack(">4s4sIHHIHHIIIII", b"wOFF", font[:4], size, count, 0, whole, *[0] * 7)
    return head + directory + packed


def _steps(start: int, step: int, count: int) -> range:
    return range(start, start + step * count, step)
