# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""CSL-JSON is valid, whole, and understood by another program."""

from __future__ import annotations

import json
import re

from terkha_db.citing import Entry
from terkha_db.citing.to_csl_json import write


def test_it_is_valid_with_and_without_locators(entries, validate):
    for cited in (True, False):
        validate(json.loads(write(entries("apa", cited=cited))))


def test_nothing_is_lost(items):
    assert json.loads(write([Entry(item) for item in items])) == items


def test_locators_stand_in_note_and_custom():
    custom = {"original-publisher": "AFP"}
    csl = {"id": "x", "type": "book", "custom": custom}
    (item,) = json.loads(write([Entry(csl, locators=("page 3", "abstract"), used_for=("grade",))]))
    assert item["note"] == "Cited at: p. 3; abstract. Used for: grade."
    assert item["custom"] == {
        "original-publisher": "AFP",
        "locators": [{"label": "page", "locator": "3"}, {"label": "", "locator": "abstract"}],
    }
    assert custom == {"original-publisher": "AFP"}


def test_another_program_reads_the_same(items, pandoc):
    text = write([Entry(item) for item in items]).decode("utf-8")
    read = json.loads(pandoc(text, "-f", "csljson", "-t", "csljson"))

    def same(item):
        """Leave out what is only ours, and the shapes of quotes."""
        told = {key: value for key, value in item.items() if key != "custom"}
        text = json.dumps(told, ensure_ascii=False, sort_keys=True)
        return re.sub(r"[“”‘’]|\\\"", "'", text)

    assert [same(item) for item in read] == [same(item) for item in items]
