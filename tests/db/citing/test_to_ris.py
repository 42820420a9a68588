# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""RIS that strict and careless readers read alike."""

from __future__ import annotations

import json
import re

import rispy

from terkha_db.citing import Entry
from terkha_db.citing.to_ris import write


def one(**item):
    entry = Entry({"id": "x", "type": "report", "title": "X"} | item)
    return write([entry]).decode("utf-8").split("\r\n")


def test_every_line_is_a_tag_or_empty(items):
    text = write([Entry(item) for item in items]).decode("utf-8")
    assert text.count("\r\n") == text.count("\n") == text.count("\r")
    lines = [line for line in text.split("\r\n") if line]
    assert [line for line in lines if not re.match(r"[A-Z][A-Z0-9]  - ", line)] == []
    assert lines[0].startswith("TY  - ")
    assert lines[-1] == "ER  - "
    assert sum(line.startswith("TY") for line in lines) == len(items)


def test_it_comes_back(items):
    read = rispy.loads(write([Entry(item) for item in items]).decode("utf-8"))
    assert [record["id"] for record in read] == [item["id"] for item in items]
    assert [record["title"] for record in read] == [item["title"] for item in items]
    assert [record.get("urls", [""])[0] for record in read] == [
        item.get("URL", "") for item in items
    ]


def test_another_program_reads_titles_and_years(items, pandoc):
    text = write([Entry(item) for item in items]).decode("utf-8")
    read = {one["id"]: one for one in json.loads(pandoc(text, "-f", "ris", "-t", "csljson"))}
    assert set(read) == {item["id"] for item in items}
    for item in items:
        years = [
            date["date-parts"][0][0]
            for date in (item.get("issued"), read[item["id"]].get("issued"))
            if date
        ]
        assert len(set(years)) <= 1
        assert len(years) in (0, 2), item["id"]


def test_a_line_break_cannot_end_the_record():
    lines = one(title="Para 1\nER  - fake end\r\nPara 2")
    assert "TI  - Para 1 ER - fake end Para 2" in lines
    assert len(rispy.loads("\n".join(lines))) == 1


def test_names():
    people = [
        {"literal": "Tibet Information Network"},
        {"family": "Baker", "given": "James A.", "suffix": "III"},
        {"family": "Ahn", "given": "L.", "non-dropping-particle": "von"},
        {"literal": "岳依桐"},
    ]
    lines = one(author=people)
    assert [line[6:] for line in lines if line.startswith("AU")] == [
        "Tibet Information Network,",
        "Baker, James A., III",
        "von Ahn, L.",
        "岳依桐,",
    ]


def test_one_date():
    def dates(*parts):
        lines = one(issued={"date-parts": list(parts)})
        return [line for line in lines if line[:2] in ("DA", "PY", "Y1")]

    assert dates([2013, 4, 3]) == ["DA  - 2013/04/03/", "PY  - 2013"]
    assert dates([2013, 4]) == ["DA  - 2013/04//", "PY  - 2013"]
    assert dates([2013], [2015]) == ["DA  - 2013///", "PY  - 2013"]


def test_pages_and_notes():
    lines = one(page="197–210", version="2.3", custom={"original-publisher": "AFP"})
    assert {"SP  - 197", "EP  - 210", "N1  - Version: 2.3", "N1  - First published by AFP"} < set(
        lines
    )


def test_a_repost_names_its_first_outlet_and_date():
    lines = one(custom={"original-publisher": "AFP", "original-date": "2006-07-22"})
    assert "N1  - First published by AFP" in lines
    assert "N1  - First published on 2006-07-22" in lines


def test_a_type_of_its_own():
    assert one(type="regulation")[0] == "TY  - STAT"
    assert one(type="treaty")[0] == "TY  - GEN"
