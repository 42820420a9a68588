# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Links that a later start hands on are shown in the windows that are open."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent

from terkha import arrival
from terkha.arrival import Doorbell, Handed, arrive, start
from terkha.views import opening
from terkha.views.windows import Windows
from terkha_db.running import Request, enter

# Drawing without a screen knows no front.
pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support raise\(\)")

CATALOGUE = Path("catalogue.sqlite")


@pytest.fixture
def told(monkeypatch):
    sentences = []
    monkeypatch.setattr(arrival, "tell", lambda _window, sentence: sentences.append(sentence))
    return sentences


@pytest.fixture
def windows(qtbot, context):
    made = Windows(context)
    yield made
    opened = made.open
    for window in opened:
        window.close()
    # At once: the look outlives the test, and would tell windows whose library is closed.
    for window in opened:
        if shiboken6.isValid(window):
            shiboken6.delete(window)


def links(window):
    return [tab.link for tab in window.context.state.tabs]


def test_a_request_rings_and_is_answered(qtbot, context):
    first = enter(context.paths, CATALOGUE, Request())
    doorbell = Doorbell(first.post)
    entries, answered = [], []
    asked = Request("mine/julong", file="/media/stick/my library གཏེར་ཁ.terkha")
    ask = threading.Thread(target=lambda: entries.append(enter(context.paths, CATALOGUE, asked)))
    ask.start()
    # It is taken before anybody answers: a window that is still being made does not hold it up.
    qtbot.waitUntil(lambda: bool(entries), timeout=10_000)
    ask.join()
    doorbell.answer_with(answered.append)
    first.post.close()

    assert entries[0].handed
    assert answered == [asked]


def test_a_link_comes_to_the_front_in_a_tab_of_its_own(context, windows, told):
    start(windows, context, Request("mine/jiama"))
    arrive(windows, context, Request("terkha:mine/julong"))
    arrive(windows, context, Request("mine/julong"))  # it is there already
    arrive(windows, context, Request())
    (window,) = windows.open

    assert links(window) == ["mine/jiama", "mine/julong"]
    assert window.page().record_ids() == ["mine/julong"]
    assert told == []


def test_a_window_of_its_own_on_request(context, windows, told):
    start(windows, context, Request("mine/jiama"))
    arrive(windows, context, Request("SPJN-EVG4", new_window=True))
    arrive(windows, context, Request(new_window=True))

    assert [links(window)[0].partition("#")[0] for window in windows.open] == [
        "mine/jiama",
        context.catalogue.follow(arrival.parse_link("SPJN-EVG4")).id,
        "page/home",
    ]


def test_a_minimised_window_is_shown_again(context, windows, told):
    start(windows, context, Request())
    (window,) = windows.open
    window.showMinimized()
    arrive(windows, context, Request("mine/julong"))

    assert not window.isMinimized()


@pytest.mark.parametrize(
    ("link", "lens", "sentence"),
    [
        ("terkha:mines/julong", "", "did you mean mine/julong?"),
        ("terkha:mine/julongg", "", "There is no record “mine/julongg”"),
        ("terkha:../../etc/passwd", "", "is no link"),
        ("terkha:" + "x" * 5000, "", "is no link"),
        ("terkha:minez", "", "There is no page “minez”: did you mean mines?"),
        ("terkha:chart/copper-resource", "", "did you mean copper-resources?"),
        ("https://example.org", "", "leads outside Terkha"),
        ("mine/julong", "mice", "mice"),
    ],
)
def test_a_bad_link_is_one_sentence_and_changes_nothing(
    context, windows, told, link, lens, sentence
):
    start(windows, context, Request("mine/jiama"))
    arrive(windows, context, Request(link, lens))
    (window,) = windows.open

    assert links(window) == ["mine/jiama"]
    assert len(told) == 1
    assert sentence in told[0]
    assert "\n" not in told[0]


def test_a_lens_comes_with_a_link(context, windows, told):
    start(windows, context, Request())
    arrive(windows, context, Request("terkha:mine/julong?lens=company"))

    assert context.catalogue.lens.kinds == {"company"}


@pytest.mark.parametrize("running", [False, True])
def test_the_reader_is_asked_about_a_file(qtbot, context, windows, monkeypatch, running):
    asked = []
    monkeypatch.setattr(opening, "open_file", lambda *given: asked.append(given))
    request = Request(file="/media/stick/kept.terkha")
    if running:
        start(windows, context, Request("mine/jiama"))
        arrive(windows, context, request)
    else:
        start(windows, context, request)
    qtbot.waitUntil(lambda: bool(asked), timeout=10_000)

    (window,) = windows.open
    assert asked == [(window, Path("/media/stick/kept.terkha"))]
    assert links(window) == ["mine/jiama" if running else "page/home"]


@pytest.mark.parametrize(
    ("event", "request_"),
    [
        (QFileOpenEvent(QUrl("terkha:mine/julong")), Request("terkha:mine/julong")),
        (
            QFileOpenEvent(QUrl.fromLocalFile("/Volumes/stick/kept.terkha")),
            Request(file="/Volumes/stick/kept.terkha"),
        ),
    ],
    ids=["link", "file"],
)
def test_what_macos_hands_on_is_a_request(qapp, event, request_):
    answered = []
    handed = Handed(answered.append, qapp)
    qapp.sendEvent(qapp, event)
    qapp.removeEventFilter(handed)

    assert answered == [request_]
