# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Links that lead outside: nothing is opened but by an explicit press, and only what may be."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from terkha.views import outside
from terkha.views.outside import OutsideLink, host_of

ADDRESS = "https://isdp.eu/publication/prc-mining-in-tibet-a-european-perspective"
CITATION = "citation/ferenczy-2025-prc-mining-tibet"


class Browser:
    """Takes the place of QDesktopServices: notes what it would have opened."""

    def __init__(self):
        self.given = []
        self.answers = True

    def openUrl(self, url):  # noqa: N802
        self.given.append(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
        return self.answers


@pytest.fixture(autouse=True)
def browser(monkeypatch):
    made = Browser()
    monkeypatch.setattr(outside, "QDesktopServices", made)
    return made


@pytest.fixture
def asked(monkeypatch):
    """Dialogs that were shown, left as a reader would with Escape."""
    shown = []

    def leave(dialog):
        shown.append(dialog)

    monkeypatch.setattr(OutsideLink, "exec", leave)
    return shown


def words_of(dialog):
    return [found.text().replace("\u200b", "") for found in dialog.findChildren(QLabel)]


@pytest.mark.parametrize(
    ("address", "host"),
    [
        (ADDRESS, "isdp.eu"),
        ("https://isdp.eu@evil.example/isdp.eu", "evil.example"),
        ("HTTP://Example.ORG:8080/x", "example.org"),
        ("mailto:a@example.org", ""),
        ("javascript:alert(1)", ""),
        ("https://[broken", ""),
        ("", ""),
    ],
)
def test_the_host_is_the_one_that_would_be_asked(address, host):
    assert host_of(address) == host


def test_a_link_on_a_citation_page_asks_and_opens_nothing(window, browser, asked):
    window.context.state.open(CITATION)
    view = window.page().record.view
    view.complete()
    href = next(
        part for part in view.shown.html.split('"') if part.startswith("outside:https%3A%2F%2Fisdp")
    )
    view.anchorClicked.emit(QUrl(href))

    assert len(asked) == 1
    assert words_of(asked[0])[1:3] == ["isdp.eu", ADDRESS]
    assert browser.given == []


def test_copying_is_what_enter_does(window, browser):
    dialog = OutsideLink(window.context, ADDRESS, window)
    assert dialog.to_copy.isDefault()
    dialog.to_copy.click()

    assert QGuiApplication.clipboard().text() == ADDRESS
    assert browser.given == []


def test_leaving_opens_and_copies_nothing(window, browser):
    dialog = OutsideLink(window.context, ADDRESS, window)
    dialog.to_leave.click()

    assert QGuiApplication.clipboard().text() == ""
    assert browser.given == []


def test_only_an_explicit_press_gives_the_link_to_the_browser(window, browser):
    dialog = OutsideLink(window.context, f"{ADDRESS}?a=%E9%A9%B1", window)
    dialog.to_open.click()

    assert browser.given == [f"{ADDRESS}?a=%E9%A9%B1"]


def test_without_a_browser_the_address_is_copied(window, browser):
    browser.answers = False
    dialog = OutsideLink(window.context, ADDRESS, window)
    dialog.to_open.click()

    assert QGuiApplication.clipboard().text() == ADDRESS
    assert "No browser" in window._right.accessibleName()


def test_what_is_no_page_of_the_web_can_only_be_copied(window):
    dialog = OutsideLink(window.context, "mailto:a@example.org", window)

    assert dialog.to_open.isHidden()
    assert not dialog.to_copy.isHidden()


def test_a_link_of_the_manual_asks_too(window, browser, asked):
    window.context.state.open("page/manual")
    window.page()._text.anchorClicked.emit(QUrl(ADDRESS))

    assert words_of(asked[0])[1] == "isdp.eu"
    assert browser.given == []
