# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The style sheet of the pages, made from the tokens of a theme and the type of the application.

QTextDocument's limits shape it: fonts stand only on classes of the innermost element, table cells
get borders and paddings by class, and a second script has a class of its own because it needs
another size.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from terkha.pages.markup import BODY

if TYPE_CHECKING:
    from terkha.look.theme import Theme


class Type(Protocol):
    """The type of the application at the reader's text size."""

    def css(self, role: str, script: str) -> str:
        """Return the declarations of a role in ``latin``, ``tibetan`` or ``han``."""

    def line(self, role: str) -> int:
        """Return the height of a line of a role in pixels."""

    def px(self, length: float) -> int:
        """Return a length that grows with the text."""

    def __hash__(self) -> int:
        """Return the same number for the same type: its rules are made once."""


# Role of the pages: role of the application's type, token of its colour.
ROLES: dict[str, tuple[str, str]] = {
    "title": ("record-title", "ink"),
    "headline": ("page-title", "ink"),
    "second": ("section", "ink"),
    "formula": ("lead", "ink"),
    "h2": ("section", "ink"),
    "lead": ("lead", "ink"),
    "body": ("body", "ink"),
    "strong": ("strong", "ink"),
    "small": ("caption", "ink3"),
    "head": ("caption-strong", "ink2"),
    "caps": ("caps", "ink3"),
    "value": ("section", "ink"),
    "reference": ("citation", "ink"),
    "disputed": ("badge", "disp"),
    "mark": ("marker", "accent"),
    # What lies outside the lens.
    "mark-out": ("marker", "ink3"),
    "dim": ("body", "ink3"),
    "dim-strong": ("strong", "ink3"),
    "dim-value": ("section", "ink3"),
    "dim-formula": ("lead", "ink3"),
    "dim-lead": ("lead", "ink3"),
}
_OWN_INK = ("disputed", "mark-out")
"""Links that are not drawn in the colour of links."""
_SCRIPTS = (("bo", "tibetan"), ("zh", "han"))
_SECOND_LINE = 34  # Tibetan under a title needs room for its stacks
_FORMULA = 20


_CLASSED = re.compile(r'<(\w+)[^>]*? class="([^"]+)"')
MARGIN = 14
"""Around the text of a page, in pixels."""
_LINES = ("p", "h1", "h2", "h3")
_LETTERS = {"reference": ("i", "b", "sup", "sub")}
"""Elements that change letters inside a role, beside spans."""


def classes_of(html: str) -> frozenset[str]:
    """Return the classes that a page uses, each with the element that has it: ``td.row``."""
    return frozenset(
        f"{element}.{name}"
        for element, names in set(_CLASSED.findall(html))
        for name in names.split()
    )


def style_sheet(theme: Theme, face: Type, used: Collection[str]) -> str:
    """Return the style sheet of a page for ``QTextDocument.setDefaultStyleSheet``.

    Qt tries every rule that names an element on it and on all that is inside it: rules for what is
    not ``used`` are left out.
    """
    shown = []
    for selectors, declarations in _rules(theme, face):
        kept = [selector for selector in selectors if "." not in selector or selector in used]
        if kept:
            shown.append(f"{', '.join(kept)} {declarations}")
    return "\n".join(shown)


@lru_cache(maxsize=4)
def _rules(theme: Theme, face: Type) -> Sequence[tuple[Sequence[str], str]]:
    """Return all rules: what each is for, and its declarations."""
    rules = (*_roles(theme, face), *_blocks(face), *_tables(theme, face))
    cut = (rule.partition(" {") for rule in rules)
    return [(selectors.split(", "), f"{{{declarations}") for selectors, _, declarations in cut]


def _roles(theme: Theme, face: Type) -> Iterator[str]:
    yield f"a {{ color: {theme.accent}; text-decoration: none; }}"
    for role, (look, token) in ROLES.items():
        ink: str = getattr(theme, token)
        font = face.css(look, "latin")
        if role.endswith("formula"):
            font += f" font-size: {face.px(_FORMULA)}px;"
        if role != BODY:
            letters = ("span", *_LETTERS.get(role, ()))
            yield f"{_each(letters, role)} {{ {font} color: {ink}; }}"
            pressed = ink if role in _OWN_INK else theme.accent
            yield f"a.{role} {{ {font} color: {pressed}; }}"
        for suffix, script in _SCRIPTS:
            yield f"span.{role}-{suffix} {{ {face.css(look, script)} }}"
        line = face.px(_SECOND_LINE) if role in ("second", "formula") else face.line(look)
        height = f"line-height: {line}px; -qt-line-height-type: fixed;"
        yield f"{_each(_LINES, f'{role}-line')} {{ {height} margin-top: 0; margin-bottom: 0; }}"


def _blocks(face: Type) -> Iterator[str]:
    """Yield the space around paragraphs: above and below, in pixels."""
    gaps = {
        "kicker": (0, 4),
        "lead-gap": (4, 6),
        "section": (30, 8),
        "line": (0, 4),
        "sub": (14, 0),
        "card-next": (14, 0),
        "gap": (6, 4),
        "item": (3, 3),
    }
    for name, (above, below) in gaps.items():
        space = f"margin-top: {face.px(above)}px; margin-bottom: {face.px(below)}px;"
        yield f"{_each(_LINES, name)} {{ {space} }}"
    # The first line of an entry stands out, so that the eye finds its author.
    hanging = f"margin-left: {face.px(24)}px; text-indent: -{face.px(24)}px;"
    yield f"p.entry {{ margin-top: {face.px(3)}px; margin-bottom: {face.px(3)}px; {hanging} }}"
    yield f"p.quoted {{ margin-left: {face.px(24)}px; margin-right: {face.px(24)}px; }}"


def _tables(theme: Theme, face: Type) -> Iterator[str]:
    yield f"table.space {{ margin-top: {face.px(8)}px; }}"
    yield "table.on { margin-top: 0; }"
    yield f"table.after {{ margin-top: {face.px(6)}px; margin-bottom: {face.px(8)}px; }}"
    # Of a table that is several, the first and the last.
    yield "table.more { margin-bottom: 0; }"
    yield f"table.after-end {{ margin-bottom: {face.px(8)}px; }}"
    row = f"border-bottom: 1px solid {theme.line};"
    for name, tint in (("", ""), ("chosen-", f" background-color: {theme.accent_soft};")):
        yield f"td.{name}row {{ {row}{tint} {_padding(face, 4, 12, 4, 0)} }}"
        # Smaller type is pushed down on to the baseline of its neighbours.
        yield f"td.{name}low {{ {row}{tint} {_padding(face, 6, 12, 4, 0)} }}"
    yield f"td.head {{ border-bottom: 1px solid {theme.line2}; {_padding(face, 4, 12, 4, 0)} }}"
    yield f"td.group {{ {row} {_padding(face, 12, 0, 4, 0)} }}"
    yield "td.bare { }"
    yield f"td.name {{ {_padding(face, 2, 12, 2, 0)} }}"
    # What stands before the edge has no space there; what stands between columns keeps apart.
    yield f"td.name-low {{ {_padding(face, 4, 8, 2, 0)} }}"
    yield f"td.name-end {{ {_padding(face, 4, 0, 2, 0)} }}"
    yield f"td.date {{ border-right: 2px solid {theme.line2}; {_padding(face, 4, 12, 4, 0)} }}"
    yield f"td.what {{ {_padding(face, 2, 0, 4, 14)} }}"
    yield (
        f"td.card {{ background-color: {theme.raised}; border: 1px solid {theme.line};"
        f" {_padding(face, 12, 14, 10, 14)} }}"
    )
    yield from _columns(theme, face)
    yield from _differences(theme, face)


def _columns(theme: Theme, face: Type) -> Iterator[str]:
    """Yield the rules of two blocks that stand side by side as frames."""
    frame = "-qt-table-type: frame;"
    fixed = "-qt-line-height-type: fixed; margin-top: 0; margin-bottom: 0;"
    # Qt takes the margins around frames for those of a sheet of paper and keeps tables in floats
    # out of them, by what it knows of their place: at first nothing. The margin of the text is
    # therefore taken back above the frame, and given again inside it.
    yield f"table.columns {{ {frame} margin-top: -{face.px(MARGIN)}px; }}"
    yield f"p.columns-space {{ line-height: {face.px(MARGIN) + face.px(8)}px; {fixed} }}"
    yield f"p.nil {{ line-height: 1px; {fixed} }}"
    yield "span.nil { font-size: 1px; }"
    yield f"table.left-bare {{ {frame} float: left; }}"
    ground = f"background-color: {theme.raised}; border: 1px solid {theme.line};"
    yield f"table.left-card {{ {frame} float: left; {ground} }}"
    yield f"table.right {{ {frame} float: right; }}"
    # The line between the two is two pixels high, that before the left one one.
    yield f"table.inside-bare {{ {frame} margin-top: 1px; }}"
    # Frames have no padding.
    sides = f"margin-left: {face.px(14)}px; margin-right: {face.px(14)}px;"
    heights = f"margin-top: {face.px(12) - 1}px; margin-bottom: {face.px(10) - 1}px;"
    yield f"table.inside-card {{ {frame} {heights} {sides} }}"


def _differences(theme: Theme, face: Type) -> Iterator[str]:
    tint = f"background-color: {theme.disp_bg};"
    edge = f"1px solid {theme.disp_line};"
    yield (
        f"td.differ-top {{ {tint} border-top: 2px solid {theme.disp_line};"
        f" {_padding(face, 8, 12, 7, 12)} }}"
    )
    yield (
        f"td.differ-strip {{ {tint} border-left: 3px solid {theme.disp_line};"
        f" {_padding(face, 6, 12, 6, 12)} }}"
    )
    yield f"td.differ {{ {tint} {_padding(face, 4, 12, 8, 12)} }}"
    yield f"td.differ-line {{ {tint} border-top: {edge} {_padding(face, 4, 12, 6, 12)} }}"
    yield f"td.differ-next {{ {tint} border-left: {edge} {_padding(face, 4, 12, 8, 12)} }}"
    yield f"td.differ-foot {{ {tint} border-top: {edge} {_padding(face, 7, 12, 7, 12)} }}"


def _each(elements: Sequence[str], name: str) -> str:
    return ", ".join(f"{element}.{name}" for element in elements)


def _padding(face: Type, top: int, right: int, bottom: int, left: int) -> str:
    sides = {"top": top, "right": right, "bottom": bottom, "left": left}
    return " ".join(
        f"padding-{side}: {face.px(size) if size else 0}px;" for side, size in sides.items()
    )
