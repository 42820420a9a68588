# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What every test stands on: a fixed offscreen Qt, a throw-away home, no network, golden files.

The environment is set while this file is imported, before any test module can load Qt.
"""

from __future__ import annotations

import ipaddress
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
CATALOGUE = TESTS.parent / "db" / "terkha_db" / "catalogue.sqlite"
HOME = Path(tempfile.mkdtemp(prefix="terkha-tests-"))
FIXED = {
    "LANG": "C.UTF-8",
    "LANGUAGE": "en",
    "LC_ALL": "C.UTF-8",
    "TZ": "UTC",
    "QT_QPA_PLATFORM": "offscreen",
    "QT_FONT_DPI": "96",
    "QT_SCALE_FACTOR": "1",
    "HOME": str(HOME),
    "XDG_CACHE_HOME": str(HOME / "cache"),
    "XDG_CONFIG_HOME": str(HOME / "config"),
    "XDG_DATA_HOME": str(HOME / "data"),
    "XDG_RUNTIME_DIR": str(HOME / "runtime"),
    "XDG_STATE_HOME": str(HOME / "state"),
}
# What a developer's own desktop would otherwise bring into the pictures.
UNSET = ("DISPLAY", "WAYLAND_DISPLAY", "XDG_CURRENT_DESKTOP", "XDG_SESSION_TYPE")

Golden = Callable[[str, str], None]

reached: list[str] = []  # addresses outside this machine that the running test asked for


def fix_environment() -> None:
    """Give this process and its children the same surroundings on every machine."""
    for name in [*UNSET, *(name for name in os.environ if name.startswith(("QT_", "TERKHA_")))]:
        os.environ.pop(name, None)
    os.environ.update(FIXED)
    for name in ("CACHE_HOME", "CONFIG_HOME", "DATA_HOME", "RUNTIME_DIR", "STATE_HOME"):
        Path(os.environ[f"XDG_{name}"]).mkdir(mode=0o700)
    if hasattr(time, "tzset"):
        time.tzset()


def is_local(address: object) -> bool:
    """Tell whether a socket address stays on this machine."""
    if not isinstance(address, tuple):  # a Unix socket's path
        return True
    host = str(address[0])
    if host in {"", "localhost"}:
        return True
    try:
        return ipaddress.ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        return False


def refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    """Stop, as an audit hook, whatever would leave this machine, and remember it."""
    if event in {"socket.connect", "socket.sendto", "socket.bind"}:
        address = arguments[1]
    elif event in {"socket.getaddrinfo", "socket.gethostbyname"}:
        address = (arguments[0],)
    else:
        return
    if not is_local(address):
        reached.append(f"{event} {address}")
        raise PermissionError(f"Terkha never goes to the network, but asked for {address}")


fix_environment()
sys.addaudithook(refuse_network)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden files anew, to be reviewed"
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let what is long begin first, in whatever order the rest is."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


def pytest_unconfigure() -> None:
    shutil.rmtree(HOME, ignore_errors=True)


@pytest.fixture(autouse=True)
def no_network() -> Iterator[None]:
    """Fail the test that asked for the network, even if it swallowed the refusal."""
    reached.clear()
    yield
    if reached:
        pytest.fail(f"this test asked for the network: {'; '.join(reached)}")


@pytest.fixture(autouse=True)
def no_window_left() -> Iterator[None]:
    """Fail the test that leaves a window open; costs nothing where Qt is not loaded."""
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return
    left = [window for window in widgets.QApplication.topLevelWidgets() if window.isVisible()]
    for window in left:
        window.close()
        window.deleteLater()
    if left:
        pytest.fail(f"this test left windows open: {', '.join(map(repr, left))}")


@pytest.fixture(autouse=True)
def empty_clipboard() -> Iterator[None]:
    """Leave nothing on the clipboard: the next test would find it, and Qt's offscreen platform
    crashes when it ends with data that came from Python.
    """
    yield
    gui = sys.modules.get("PySide6.QtGui")
    if gui is not None and isinstance(gui.QGuiApplication.instance(), gui.QGuiApplication):
        gui.QGuiApplication.clipboard().clear()


@pytest.fixture(scope="session")
def catalogue_path() -> Path:
    """The built catalogue of the real records."""
    if not CATALOGUE.is_file():
        pytest.fail(f"{CATALOGUE} is missing: `make setup` builds it")
    return CATALOGUE


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """An empty folder for the library, settings and state of one test."""
    folder = tmp_path / "profile"
    folder.mkdir()
    return folder


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text with ``tests/golden/NAME``; ``--update-golden`` writes it instead."""

    def compare(name: str, text: str) -> None:
        path = TESTS / "golden" / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
        elif not path.is_file():
            pytest.fail(f"{path} is missing: `make golden` writes it")
        else:
            assert text == path.read_bytes().decode("utf-8")

    return compare
