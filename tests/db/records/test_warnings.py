# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What the checker warns of: found in a tampered copy of real records, silent in the true one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from terkha_db.records.check import SMELLS, warnings
from terkha_db.records.load import read

REAL = Path(__file__).parents[3] / "db" / "records"
JIAMA, YULONG = "mines/jiama.yaml", "mines/yulong.yaml"
ZHIBULA, LUOBUSA = "mines/zhibula.yaml", "mines/luobusa.yaml"
MAMI, RARE = "mines/mami-tso.yaml", "series/refining.yaml"
FILES = (
    *(JIAMA, YULONG, ZHIBULA, LUOBUSA, MAMI, RARE, "mines/julong.yaml", "mines/bangbu.yaml"),
    *("places/counties.yaml", "places/prefectures.yaml", "places/provinces.yaml"),
    *(f"citations/{letter}.yaml" for letter in "ijtuwz"),
)

LAST_OWNER = """    note: the share is that of all three together
    cites:
      - jogmec-2005-yulong
"""
REASON = """    checked:
      - find: %s
        why: so printed in the work
"""

# What is changed where, from what to what, and what the checker says of it.
CASES = {
    "same address": (
        "citations/z.yaml",
        "URL: https://www.zijinmining.com/news/news-detail-119845.htm",
        "URL: https://zijinmining.com/news/news-detail-119220.htm/",
        "zijin-2021-julong-phase1 and zijin-2023-zhunuo have the same address",
    ),
    "same title": (
        "citations/z.yaml",
        "  title: >-\n"
        "    Zijin Mining to Acquire Ultra-Large, Undeveloped Copper Mine in Tibet for Nearly 1.65"
        " Billion\n    RMB\n  author:\n    - literal: Zijin Mining Group\n  issued: 2023-09-05\n",
        "  title: Julong phase 1 of Zijin Mining starts productions\n  issued: 2021-12-29\n",
        "zijin-2021-julong-phase1 and zijin-2023-zhunuo have titles that look alike",
    ),
    "same site": (
        YULONG, "text: Yulong Copper Mine", "text: Luobusa",
        "luobusa and yulong have a name in common",
    ),
    "misspelt site": (
        YULONG, "text: Yulong Copper Mine", "text: Norbussa Chromite Mine",
        "luobusa and yulong have names one letter apart",
    ),
    "point of another site": (
        LUOBUSA, "lat: 29.3523873\n    lon: 92.2630393\n    precision: locality",
        "lat: 29.68954\n    lon: 91.75183\n    precision: site",
        "jiama and luobusa lie within 1 km of each other",
    ),
    "ten thousandfold": (
        YULONG, "value: 7533900\n", "value: 710\n",
        "7,100,000 t Cu and 710 t Cu differ by 10,000, as between 吨 and 万吨",
    ),
    "later than the work": (
        ZHIBULA, "as_of: 2021-12\n    note: open pit", "as_of: 2022-03\n    note: open pit",
        "2022-03 is after 2021-12-29, when the last work that tells of it came out",
    ),
    "owners over a hundred": (
        YULONG, "share: 41\n    as_of: 2005-04", "share: 51\n    as_of: 2005-04",
        "the shares of 3 for 2005-04 add up to 110 %",
    ),
    "another reading": (
        YULONG, "text: Yulong\n    lang: zh-Latn", "text: Yilong\n    lang: zh-Latn",
        "'Yilong' is no reading of 玉龙铜矿",
    ),
    "another province": (
        JIAMA, "lat: 29.68954\n    lon: 91.75183", "lat: 30.1\n    lon: 101.4",
        "30.1, 101.4 seems to lie in place/sichuan, not in place/tar",
    ),
    "abroad": (
        JIAMA, "lat: 29.68954\n    lon: 91.75183", "lat: 27.6\n    lon: 89.6",
        "every way from 27.6, 89.6 to place/tar crosses a border of states",
    ),
}  # fmt: skip


class Copy:
    """Real records in a folder of the test's own."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for file in FILES:
            (root / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(REAL / file, root / file)

    def replace(self, file: str, old: str, new: str) -> None:
        path = self.root / file
        text = path.read_text("utf-8")
        assert text.count(old) == 1, (file, old, text.count(old))
        path.write_text(text.replace(old, new), "utf-8")

    def warnings(self) -> list[str]:
        records, faults = read(self.root)
        assert faults == []
        return [line.removeprefix(f"{self.root}/") for line in warnings(records)]


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return Copy(tmp_path / "records")


def test_true_records_are_silent(copy):
    assert copy.warnings() == []


@pytest.mark.parametrize("case", CASES)
def test_a_slip_is_found(copy, case):
    file, old, new, sentence = CASES[case]
    copy.replace(file, old, new)
    found = copy.warnings()
    assert any(sentence in line for line in found), found
    assert all(line.startswith(f"{file}:") for line in found if sentence in line)


def test_who_looked_says_why_and_is_heard(copy):
    file, old, new, _ = CASES["owners over a hundred"]
    copy.replace(file, old, new)
    (line,) = copy.warnings()
    assert ": statements." in line
    copy.replace(YULONG, LAST_OWNER, LAST_OWNER + REASON % "over-hundred")
    assert copy.warnings() == []


def test_another_reason_is_none(copy):
    file, old, new, _ = CASES["owners over a hundred"]
    copy.replace(file, old, new)
    copy.replace(YULONG, LAST_OWNER, LAST_OWNER + REASON % "unit-slip")
    found = copy.warnings()
    assert any("add up to 110 %" in line for line in found)
    assert any("finds no unit-slip here" in line for line in found)


def test_what_was_mended_needs_no_reason(copy):
    copy.replace(MAMI, "    share: 27\n", "    share: 2.7\n")
    (line,) = copy.warnings()
    assert "finds no over-hundred here" in line


def test_what_a_record_names_as_related_is_no_twin(copy):
    file, old, new, sentence = CASES["same site"]
    copy.replace(file, old, new)
    copy.replace(YULONG, "\nchecked:\n", "\nrelated:\n  - mine/luobusa\n\nchecked:\n")
    assert not any(sentence in line for line in copy.warnings())


@pytest.mark.parametrize("name", ["Yùlóng", "Yu-long", "Yulong Kuang"])
def test_readings_may_be_written_in_many_ways(copy, name):
    copy.replace(YULONG, "text: Yulong\n    lang: zh-Latn", f"text: {name}\n    lang: zh-Latn")
    assert copy.warnings() == []


def test_a_plan_may_lie_ahead_of_the_work(copy):
    copy.replace(
        ZHIBULA, "as_of: 2021-12\n    note: open pit", "as_of: 2022-03\n    note: planned, open pit"
    )
    assert copy.warnings() == []


def test_no_warning_is_listed_twice():
    assert len({smell.__name__ for smell in SMELLS}) == len(SMELLS)
