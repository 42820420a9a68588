# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The guided tour: the main job done once, in the real window, with pictures of every step."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from terkha.models.citation_list import CitationList
from terkha.screenshots import settle

if TYPE_CHECKING:
    from terkha.views.window import Window

_SIZE = (1440, 900)
_QUERY = "gyama"
_STYLE = "chicago-notes"
_CHART = "copper-resources"


def tour(window: Window, folder: Path) -> int:
    """Search, open, bookmark, cite and chart; leave pictures and files in ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    window.resize(*_SIZE)
    window.show()
    state, catalogue = window.context.state, window.context.catalogue
    state.open("page/home")
    _picture(window, folder, "1-home", "the first page")
    window.focus_search()
    window.type_search(_QUERY)
    _picture(window, folder, "2-search", f"a search for “{_QUERY}”, one spelling of several")
    found = catalogue.search(_QUERY)[0]
    state.open(found.id)
    _picture(window, folder, "3-record", f"the record {found.id}, found as “{found.matched}”")
    if not window.context.library.bookmarks.get(found.id):
        window.act("bookmark")
    state.open("page/library")
    _picture(window, folder, "4-library", "the library, with the record kept in it")
    listed = CitationList.of(catalogue, window.context.library, [found.id], _STYLE)
    for kind, name in (("biblatex", "citations.bib"), ("docx", "citations.docx")):
        file = folder / name
        file.write_bytes(listed.written(catalogue, kind))
        _tell(file, f"the {listed.cited.count} works that the record rests on, as {kind}")
    state.open(f"chart/{_CHART}")
    _picture(window, folder, "5-chart", "a chart: every published figure, none averaged")
    from terkha.charts.export import write_chart

    for suffix in (".png", ".csv"):
        file = folder / f"{_CHART}{suffix}"
        write_chart(catalogue, window.context.look, _CHART, file)
        _tell(file, "the chart as a picture" if suffix == ".png" else "its numbers with sources")
    window.close()
    window.context.library.close()
    return 0


def _picture(window: Window, folder: Path, name: str, words: str) -> None:
    settle()
    file = folder / f"{name}.png"
    window.grab().save(str(file))
    _tell(file, words)


def _tell(file: Path, words: str) -> None:
    print(f"{file}: {words}")  # noqa: T201 - the tour is told on the terminal
