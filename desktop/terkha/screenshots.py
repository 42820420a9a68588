# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A picture of every page, light and dark: for the README, for stores and for our own eyes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from terkha_db.lens import parse_lens

if TYPE_CHECKING:
    from pathlib import Path

    from terkha.views.window import Window

_SIZE = (1440, 900)
_SETTLE_MS = 120


def _nothing(window: Window) -> QWidget:
    return window


def _searching(query: str) -> Callable[[Window], QWidget]:
    def prepare(window: Window) -> QWidget:
        window.focus_search()
        window.type_search(query)
        return window

    return prepare


def _citing(window: Window) -> QWidget:
    from terkha.views.cite_dialog import CiteDialog

    dialog = CiteDialog(window.context, ["mine/julong"], "Julong", window)
    dialog.show()
    return dialog


def _choosing_lens(window: Window) -> QWidget:
    window.act("lens")
    return window


def _preferences(window: Window) -> QWidget:
    from terkha.views.preferences import Preferences

    dialog = Preferences(window.context, window)
    dialog.show()
    return dialog


def _about(window: Window) -> QWidget:
    from terkha.views.help_dialogs import About

    dialog = About(window.context, window)
    dialog.show()
    return dialog


def _editions(window: Window) -> QWidget:
    from terkha.views.editions_dialog import EditionsDialog

    dialog = EditionsDialog(window.context, window)
    dialog.show()
    return dialog


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: its name, the link to open and what to do before it is taken."""

    name: str
    link: str
    prepare: Callable[[Window], QWidget] = _nothing
    lens: str = ""


SHOTS: tuple[Shot, ...] = (
    Shot("01-home", "page/home"),
    Shot("02-mines", "page/mines"),
    Shot("03-minerals", "page/minerals"),
    Shot("04-commodities", "page/commodities"),
    Shot("05-organisations", "page/organisations"),
    Shot("06-places", "page/places"),
    Shot("07-policies", "page/policies"),
    Shot("08-claims", "page/claims"),
    Shot("09-events", "page/events"),
    Shot("10-citations", "page/citations"),
    Shot("11-disputes", "page/disputes"),
    Shot("12-record-julong", "mine/julong"),
    Shot("13-record-zabuye", "mine/zabuye"),
    Shot("14-record-zabuyelite", "mineral/zabuyelite"),
    Shot("15-record-copper", "commodity/copper"),
    Shot("16-record-zijin", "organisation/zijin-mining"),
    Shot("17-record-maizhokunggar", "place/maizhokunggar"),
    Shot("18-record-claim", "claim/isdp-059"),
    Shot("19-record-citation", "citation/ferenczy-2025-prc-mining-tibet"),
    Shot("20-record-dispute", "dispute/julong-qulong-one-complex"),
    Shot("21-search-gyama", "page/mines", _searching("gyama")),
    Shot("22-search-qulong", "page/mines", _searching("驱龙")),
    Shot("23-search-near", "search/zhabuie lake"),
    Shot("23-search-nothing", "search/qwxzt"),
    Shot("24-cite", "mine/julong", _citing),
    Shot("25-library", "page/library"),
    Shot("26-manual", "page/manual"),
    Shot("27-preferences", "page/home", _preferences),
    Shot("28-about", "page/home", _about),
    Shot("28-editions", "page/home", _editions),
    Shot("29-mines-filtered", "page/mines?where=commodity%3Dcopper%20NOT%20kind%3Dplant"),
    Shot("30-search-query", "page/mines", _searching("commodity:lithium elevation>4500")),
    Shot("31-lens-mines", "page/mines?where=commodity%3Dcopper", lens="company,government"),
    Shot("32-lens-julong", "mine/julong", lens="company"),
    Shot("33-lens-dispute", "dispute/julong-qulong-one-complex", lens="-state-media,-commercial"),
    Shot("34-lens-chooser", "page/mines", _choosing_lens, lens="-state-media"),
    Shot("37-chart-of-table", "chart/table?kind=mine&x=elevation&y=each"),
    Shot("35-compare", "page/compare?ids=mine/julong,mine/jiama"),
    Shot("36-compare-minerals", "page/compare?ids=mineral/zabuyelite,mineral/spodumene"),
    Shot("37-timeline", "page/events?view=timeline"),
    Shot("38-claims-by-topic", "page/claims?view=topics"),
    Shot("39-map", "page/map"),
    Shot("39-map-lhasa", "page/map?at=91.4,29.6&zoom=8.4&sel=mine/julong&off=impacts"),
    Shot("39-map-copper", "page/map?where=commodity%3Dcopper&size=resource_copper"),
)


def take_screenshots(window: Window, folder: Path) -> int:
    """Write ``NAME-light.png`` and ``NAME-dark.png`` of SHOTS and of every chart to ``folder``."""
    from terkha.charts import entries

    folder.mkdir(parents=True, exist_ok=True)
    window.resize(*_SIZE)
    window.show()
    charts = [
        Shot(f"{number}-chart-{chart.id}", f"chart/{chart.id}")
        for number, chart in enumerate(entries(), start=40)
    ]
    for appearance in ("light", "dark"):
        window.context.look.choose(appearance=appearance)
        for shot in (*SHOTS, *charts):
            _take(window, shot, folder / f"{shot.name}-{appearance}.png")
    window.close()
    return 0


def _take(window: Window, shot: Shot, file: Path) -> None:
    window.context.look_through(parse_lens(shot.lens))
    window.type_search("")
    window.context.state.open(shot.link)
    settle()
    target = shot.prepare(window)
    settle()
    target.grab().save(str(file))
    if target is not window:
        target.close()
        target.deleteLater()


def settle(milliseconds: int = _SETTLE_MS) -> None:
    """Let the application paint and finish what it began."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
    QCoreApplication.sendPostedEvents()
