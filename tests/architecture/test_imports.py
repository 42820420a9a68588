# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Who may import whom. A rule that matches no module fails, so a renamed module cannot escape."""

from __future__ import annotations

import graphlib

import pytest
from pytest_archon import archrule
from pytest_archon.collect import collect_imports, walk_runtime, walk_toplevel

PACKAGES = ("terkha", "terkha_db", "terkha_resources")
QT = ("PySide6", "PySide6.*", "shiboken6", "pyqtgraph", "pyqtgraph.*")
DATABASE = ("sqlite3", "sqlite3.*", "sqlite_utils", "sqlite_utils.*")
# The modules that speak SQL, with the packages they are in.
SPEAK_SQL = (
    "terkha_db.build*",
    "terkha_db.catalogue*",
    "terkha_db.imported*",
    "terkha_db.library*",
    "terkha_db.search*",
    "terkha_db.verify",
)
# Lists of what is loaded on demand: their entries may look at the list in turn.
LISTS = {"terkha.charts", "terkha.views.pages"}
NETWORK = (
    "PySide6.QtNetwork",
    "asyncio",
    "asyncio.*",
    "ftplib",
    "http.client",
    "http.server",
    "requests",
    "smtplib",
    "socket",
    "ssl",
    "urllib.request",
    "webbrowser",
    "xml.sax*",  # its module of escapes loads urllib.request; html.escape does the same
)


def test_the_data_layer_knows_no_window():
    (
        archrule("terkha_db imports no Qt")
        .match("terkha_db", "terkha_db.*")
        .should_not_import(*QT)
        .check("terkha_db")
    )


def test_the_data_layer_opens_the_application_in_one_place():
    (
        archrule("only the entry point reaches for terkha")
        .match("terkha_db", "terkha_db.*")
        .exclude("terkha_db.cli")
        .should_not_import("terkha", "terkha.*")
        .check("terkha_db", only_direct_imports=True)
    )
    (
        archrule("the entry point does so inside a function")
        .match("terkha_db", "terkha_db.*")
        .should_not_import("terkha", "terkha.*")
        .check("terkha_db", only_toplevel_imports=True)
    )
    (
        archrule("and opens nothing but terkha.app")
        .match("terkha_db.cli")
        .should_not_import("terkha", "terkha.*")
        .may_import("terkha.app")
        .check("terkha_db", only_direct_imports=True)
    )


def test_models_paint_nothing():
    (
        archrule("models know no widgets, no database, no icons and no views")
        .match("terkha.models", "terkha.models.*")
        .should_not_import("PySide6.QtWidgets", "PySide6.QtPrintSupport", "PySide6.QtSvg*")
        .should_not_import(*DATABASE)
        .should_not_import("terkha_resources", "terkha_resources.*")
        .should_not_import("terkha.views*", "terkha.charts*", "terkha.look*")
        .check("terkha", skip_type_checking=True)
    )


def test_the_application_holds_no_database():
    (
        archrule("the application asks terkha_db, never a database")
        .match("terkha", "terkha.*")
        .exclude("terkha.views.help_dialogs")  # it names SQLite's version
        .should_not_import(*DATABASE)
        .check("terkha", only_direct_imports=True)
    )


def test_one_module_touches_pyqtgraph():
    (
        archrule("pyqtgraph behind one door")
        .match("terkha", "terkha.*")
        .exclude("terkha.charts.plot")
        .should_not_import("pyqtgraph", "pyqtgraph.*")
        .check("terkha", only_direct_imports=True)
    )
    (
        archrule("and the door is used")
        .match("terkha.charts.plot")
        .should_import("pyqtgraph*")
        .check("terkha", only_direct_imports=True)
    )


def test_few_modules_speak_to_sqlite():
    (
        archrule("SQLite behind the modules that speak SQL")
        .match("terkha_db", "terkha_db.*")
        .exclude(*SPEAK_SQL)
        .should_not_import(*DATABASE)
        .check("terkha_db", only_direct_imports=True)
    )


def test_resources_stand_alone():
    (
        archrule("resources know neither the data nor the window")
        .match("terkha_resources", "terkha_resources.*")
        .should_not_import(*QT, "terkha", "terkha.*", "terkha_db", "terkha_db.*")
        .check("terkha_resources")
    )


@pytest.mark.parametrize("package", PACKAGES)
def test_nothing_can_reach_a_network(package: str):
    (
        archrule("no module of ours loads what talks to a network")
        .match(package, f"{package}.*")
        .should_not_import(*NETWORK)
        .check(package, only_direct_imports=True)
    )


def test_no_import_cycles():
    graph: dict[str, set[str]] = {}
    for package in PACKAGES:
        at_once = collect_imports(package, walk_toplevel)
        for module, imports in collect_imports(package, walk_runtime).items():
            names = at_once[module] if module in LISTS else imports
            graph[module] = {name for name in names if name.partition(".")[0] in PACKAGES}
    assert len(graph) > len(PACKAGES)
    assert graph.keys() >= LISTS
    try:
        graphlib.TopologicalSorter(graph).prepare()
    except graphlib.CycleError as error:
        pytest.fail(" -> ".join(error.args[1]))
