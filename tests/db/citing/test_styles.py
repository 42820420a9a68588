# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What STYLES says of a style is what its CSL file says."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from terkha_db.citing.render import csl_text
from terkha_db.citing.styles import LICENCE, STYLES, style_by_id
from terkha_db.errors import KnownError

CSL = {"": "http://purl.org/net/xbiblio/csl"}


@pytest.fixture(params=STYLES, ids=lambda style: style.id)
def style(request):
    return request.param


def test_ids_are_unique():
    assert len({style.id for style in STYLES}) == len(STYLES)


def test_authors_and_licence(style):
    info = ET.fromstring(csl_text(style)).find("info", CSL)
    names = tuple(author.findtext("name", "", CSL) for author in info.findall("author", CSL))
    assert style.authors == names
    assert info.find("rights", CSL).get("license").endswith("/by-sa/3.0/")
    assert LICENCE == "CC BY-SA 3.0"


def test_form(style):
    category = ET.fromstring(csl_text(style)).find("info/category[@citation-format]", CSL)
    assert style.form == category.get("citation-format")


def test_sorting(style):
    sort = ET.fromstring(csl_text(style)).find("bibliography/sort", CSL)
    assert style.sorts == (sort is not None)


def test_list_attributes(style, items, pandoc_list):
    import json

    html = pandoc_list(json.dumps([items[0]]), style)
    assert re.match(r'<div id="refs" ([^>]*)>', html)[1] == style.list_attributes


def test_by_id():
    assert style_by_id("apa").label == "APA 7"
    with pytest.raises(
        KnownError, match="no citation style “bluebook”; choose one of chicago-notes"
    ):
        style_by_id("bluebook")
