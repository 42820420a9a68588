# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A self-test inside the installed application: every page, action, record kind and format."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from terkha.actions import ACTIONS
from terkha.screenshots import settle
from terkha.views.pages import PAGES
from terkha_db.citing import FORMATS, STYLES
from terkha_db.lens import OPEN, PRESETS
from terkha_db.vocabulary import KINDS

if TYPE_CHECKING:
    from terkha.crash import Faults
    from terkha.views.window import Window
    from terkha_db.lens import Lens

_ENDS = ("quit",)
_SAMPLES = 3


def self_test(window: Window, faults: Faults) -> int:
    """Try everything once and return 0 if all of it worked, 1 otherwise."""
    window.show()
    checks = 0
    with TemporaryDirectory() as folder:
        for name, check in _checks(window, Path(folder)):
            checks += 1
            before = len(faults.found)
            try:
                check()
            except Exception as error:
                faults.found.append(f"{type(error).__name__}: {error}")
            for fault in faults.found[before:]:
                print(f"failed: {name}: {fault}", file=sys.stderr)  # noqa: T201
    window.close()
    window.context.library.close()
    print(f"self-test: {checks - len(faults.found)} passed, {len(faults.found)} failed")  # noqa: T201
    return 1 if faults.found else 0


Check = tuple[str, Callable[[], None]]


def _checks(window: Window, folder: Path) -> list[Check]:
    checks: list[Check] = [("catalogue", lambda: _verify(window))]
    checks += [(f"page {page.id}", _opening(window, f"page/{page.id}")) for page in PAGES]
    for kind in KINDS:
        ids = [row.id for row in window.context.catalogue.rows(kind.id)[:_SAMPLES]]
        checks += [(record_id, _opening(window, record_id)) for record_id in ids]
    checks.append(("search", _opening(window, "search/gyama")))
    checks += _chart_checks(window, folder)
    checks += _map_checks(window, folder)
    checks += [
        (f"action {action.id}", _acting(window, action.id))
        for action in ACTIONS
        if action.id not in _ENDS
    ]
    checks += [
        (f"{kind.id} in {style.id}", _citing(window, kind.id, style.id, folder))
        for kind in FORMATS
        for style in (STYLES if kind.formatted else STYLES[:1])
    ]
    checks += _table_checks(window, folder)
    checks += [(f"lens {name}", _looking(window, lens)) for name, lens in PRESETS]
    return checks


def _looking(window: Window, lens: Lens) -> Callable[[], None]:
    def check() -> None:
        for link in ("page/mines", "mine/julong", "chart/copper-resources"):
            window.context.state.open(link)
            window.context.look_through(lens)
            settle(1)
            window.context.look_through(OPEN)

    return check


def _verify(window: Window) -> None:
    faults = window.context.catalogue.verify()
    if faults:
        raise AssertionError("; ".join(faults))


def _opening(window: Window, link: str) -> Callable[[], None]:
    def check() -> None:
        window.context.state.open(link)
        settle(1)
        if window.grab().isNull():
            message = f"{link} drew nothing"
            raise AssertionError(message)

    return check


def _acting(window: Window, action_id: str) -> Callable[[], None]:
    def check() -> None:
        state = window.context.state
        state.open("mine/julong")
        state.open_beside("page/mines")
        window.act(action_id)
        settle(20)
        state.close_others(state.front)

    return check


def _citing(window: Window, format_id: str, style: str, folder: Path) -> Callable[[], None]:
    def check() -> None:
        from terkha.models.citation_list import CitationList

        catalogue, library = window.context.catalogue, window.context.library
        listed = CitationList.of(catalogue, library, ["mine/julong"], style)
        file = folder / f"{style}.{format_id}"
        file.write_bytes(listed.written(catalogue, format_id))
        _filled(file)

    return check


def _map_checks(window: Window, folder: Path) -> list[Check]:
    from terkha.views.map_export import ENDINGS, write_map
    from terkha.views.map_page import MapPage

    def drawing(ending: str) -> Callable[[], None]:
        def check() -> None:
            window.context.state.open("page/map?at=91.4,29.6&zoom=8.0")
            page = window.page()
            assert isinstance(page, MapPage)
            file = folder / f"map{ending}"
            write_map(window.context, page.canvas.scene, page.record_ids(), "", file)
            _filled(file)

        return check

    return [(f"map as {ending}", drawing(ending)) for ending in ENDINGS]


def _chart_checks(window: Window, folder: Path) -> list[Check]:
    from terkha.charts import CHARTS
    from terkha.charts.export import write_chart

    def drawing(chart_id: str, suffix: str) -> Callable[[], None]:
        def check() -> None:
            file = folder / f"{chart_id}{suffix}"
            write_chart(window.context.catalogue, window.context.look, chart_id, file)
            _filled(file)

        return check

    checks: list[Check] = []
    for chart in CHARTS:
        checks.append((f"chart {chart.id}", _opening(window, f"chart/{chart.id}")))
        checks += [
            (f"chart {chart.id} as {suffix}", drawing(chart.id, suffix))
            for suffix in (".png", ".svg", ".pdf", ".csv")
        ]
    return checks


def _table_checks(window: Window, folder: Path) -> list[Check]:
    from terkha.models.table import RecordTableModel
    from terkha.views.export_dialog import formats_of, write_table

    def writing(kind: str) -> Callable[[], None]:
        def check() -> None:
            model = RecordTableModel(window.context.catalogue, kind)
            for chosen in formats_of(model):
                file = folder / f"{kind}{chosen.extension}"
                write_table(window, window.context, model, chosen, file)
                _filled(file)

        return check

    return [(f"table {page.id} as files", writing(page.kind)) for page in PAGES if page.kind]


def _filled(file: Path) -> None:
    if file.stat().st_size == 0:
        message = f"{file.name} is empty"
        raise AssertionError(message)
