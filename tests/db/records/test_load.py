# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Records are read into models, and every fault of form is found with its line."""

from __future__ import annotations

import pytest

from terkha_db.errors import RecordError
from terkha_db.records.load import load
from terkha_db.records.models import Citation, Dispute, Event, Mine, Place

MINE = "mines/figures-that-differ.yaml"


def test_the_small_records_are_in_order(tree):
    assert tree.faults() == []


def test_a_file_holds_one_record_or_several(tree):
    records = tree.records()
    assert "figures-that-differ" in records.of(Mine)
    assert len(records.of(Citation)) == 7
    assert "mine/figures-that-differ" in records
    assert "mine/elsewhere" not in records
    assert "nonsense" not in records


def test_parts_of_a_mine_become_records_about_it(tree):
    records = tree.records()
    event = records.of(Event)["figures-that-differ-2021-12-27-start"]
    assert event.subjects == ["mine/figures-that-differ"]
    assert records.of(Dispute)["figures-that-differ-resource"].subjects == event.subjects


def test_dates_and_codes_stay_text(tree):
    records = tree.records()
    assert records.of(Place)["maizhokunggar"].adcode == "540127"
    assert records.of(Citation)["company-2021-phase1"].issued == "2021-12-28"


FORM = {
    "unknown key": (
        "value: 10720000", "vlaue: 10720000", "vlaue: 10720000",
        "statements.12.vlaue: unknown key 'vlaue'; nearest: value",
    ),
    "date": (
        "as_of: 2015\n", "as_of: 2015-13\n", "as_of: 2015-13",
        "statements.0.as_of: a date is YYYY, YYYY-MM or YYYY-MM-DD, or two of them joined by a "
        "slash",
    ),
    "property": (
        "property: opened", "property: openend", "property: openend",
        "statements.7.property: unknown property 'openend'; nearest: opened",
    ),
    "unit": (
        "unit: m\n", "unit: kms\n", "unit: kms",
        "statements.6.unit: unknown unit 'kms'; nearest: km",
    ),
    "language": (
        "lang: zh-Hant", "lang: zh-Hat", "lang: zh-Hat",
        "names.0.lang: unknown language 'zh-Hat'; nearest: zh-Hant",
    ),
    "choice": (
        "site_kind: mine", "site_kind: mien", "site_kind: mien",
        "site_kind: 'mien' is none of: mine, deposit, ore-field, salt-lake, coalfield, plant",
    ),
    "empty": (
        "title: Figures that differ", "title: ''", "title: ''",
        "title: an empty value says nothing: leave the key out",
    ),
    "missing": (
        "title: Figures that differ\n", "", "id: figures-that-differ", "title: this key is missing",
    ),
    "number": (
        "share: 57.35", "share: 157.35", "share: 157.35",
        "statements.10.share: 157.35: input should be less than or equal to 100",
    ),
    "parts": (
        "    precision: site\n", "", "property: point",
        "statements.5: a point has lat, lon and precision",
    ),
    "list": (
        "names:\n", "names: none\nother_names:\n", "names: none", "names: 'none' is no list",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", FORM)
def test_a_fault_names_file_line_key_and_the_nearest_word(tree, case):
    old, new, place, words = FORM[case]
    tree.replace(MINE, old, new)
    lines = (tree.root / MINE).read_text("utf-8").splitlines()
    number = next(at for at, line in enumerate(lines, start=1) if place in line)
    assert f"{MINE}:{number}: {words}" in tree.faults()


def test_all_faults_are_found_at_once(tree):
    tree.replace(MINE, "share: 57.35", "share: 157.35")
    tree.replace(MINE, "property: opened", "property: openend")
    tree.replace("minerals/species.yaml", "ore: true\n", "")
    with pytest.raises(RecordError) as caught:
        load(tree.root)
    assert len(str(caught.value).splitlines()) == 3


NO_RECORDS = {
    "mines/tab.yaml": (
        "id:\n\t- x", "2: this is no YAML: found character that cannot start any token",
    ),
    "mines/twice.yaml": ("id: a\ntitle: b\nid: c\n", "3: the key 'id' stands twice"),
    "mines/latin1.yaml": ("id: café".encode("latin-1"), "1: not UTF-8 at byte 7"),
    "mines/empty.yaml": ("", "1: the file holds no record"),
    "mines/word.yaml": ("julong", "1: the file holds no record"),
    "mines/list.yaml": ("- just a word\n", "1: 0: 'just a word' is no mapping of keys"),
    "mnies/x.yaml": ("id: x", "1: 'mnies' is no folder of records; nearest: mines"),
}  # fmt: skip


@pytest.mark.parametrize("file", NO_RECORDS)
def test_files_that_hold_no_records(tree, file):
    content, words = NO_RECORDS[file]
    tree.write(file, content)
    assert f"{file}:{words}" in tree.faults()


def test_an_id_is_taken_once(tree):
    tree.write("mines/zz.yaml", "id: nothing-but-a-title\ntitle: Another\nsite_kind: mine\n")
    (fault,) = tree.faults()
    assert fault.startswith("mines/zz.yaml:1: id: the id 'nothing-but-a-title' is taken by another")


def test_no_folder(tmp_path):
    with pytest.raises(RecordError, match="is no folder of records"):
        load(tmp_path / "nowhere")
