# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The column beside a page: facets that narrow what a work claims, and who speaks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QUrl

from terkha.views.record_page import RecordPage

BRIEF = "citation/ferenczy-2025-prc-mining-tibet"


@pytest.fixture
def page(framed, context):
    made = RecordPage(context)
    framed(made, 1292, 822)
    made.show_record(BRIEF)
    made.view.complete()
    return made


def press(page, choice):
    page._side.facets.anchorClicked.emit(QUrl(f"narrow:{choice}"))
    page.view.complete()


def claims(page):
    return next(one.count for one in page.document.sections if one.anchor == "claims")


def counts(page):
    return {value.word: value.count for facet in page.document.facets for value in facet.values}


def test_facets_count_all_claims_of_the_work(page):
    by_word = counts(page)
    kinds = sum(number for word, number in by_word.items() if word.startswith("claim_kind="))
    assert kinds == claims(page)
    shown = page._side.facets.toPlainText()
    assert "Claims by topic" in shown
    assert "Stated as fact" in shown


def test_choices_narrow_the_claims_and_are_taken_back(page):
    everything = claims(page)
    press(page, "claim_kind=projection")
    assert claims(page) == counts(page)["claim_kind=projection"]
    assert f"Narrowed to {claims(page)} of {everything}" in page.view.toPlainText()
    press(page, "claim_kind=opinion")
    both = counts(page)["claim_kind=projection"] + counts(page)["claim_kind=opinion"]
    assert claims(page) == both
    topic = next(word for word in counts(page) if word.startswith("topic="))
    press(page, topic)
    assert 0 < claims(page) < both
    for choice in ("claim_kind=projection", "claim_kind=opinion", topic):
        press(page, choice)
    assert claims(page) == everything


def test_another_record_has_facets_of_its_own_or_none(page):
    press(page, "claim_kind=projection")
    page.show_record("mine/julong")
    assert page.document.facets == ()
    assert page._side.facets.isHidden() or not page._side.facets.isVisible()
    page.show_record(BRIEF)
    assert not any(value.chosen for facet in page.document.facets for value in facet.values)


def test_a_link_to_what_a_list_does_not_show_unfolds_it(page):
    page.show_record("mine/julong", "work-27")
    assert page.view.verticalScrollBar().value() > 1000
    page.show_record("mine/zabuye")
    assert page.document.folded
    page.show_record("mine/zabuye", "nowhere")
    assert not page.document.folded
