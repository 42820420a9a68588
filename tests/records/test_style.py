# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The files read as if one hand had written them: one order of keys, nothing empty, short lines."""

from __future__ import annotations

from terkha_db.records.models import MODELS, Dispute, Event, Name, Statement
from terkha_db.vocabulary import KINDS, PROPERTIES

WIDTH = 100
KIND_OF_FOLDER = {kind.folder: kind.id for kind in KINDS}
# What a record is comes right after its title; the rest follows the models.
HEAD = ("id", "title", "type")
FIRST = {
    "mine": ("site_kind", "region_wide"),
    "mineral": ("rank", "ore"),
    "commodity": ("symbol",),
    "organisation": ("org_kind",),
    "place": ("level", "official_name", "part_of", "part_of_basis", "adcode"),
    "policy": ("policy_kind", "date"),
    "topic": ("topic_kind",),
    "series": ("measure", "area", "commodity", "unit", "substance", "rule"),
}
PARTS = {"statements": Statement, "names": Name, "events": Event, "disputes": Dispute}


def keys_of(kind: str) -> list[str]:
    fields = list(MODELS[kind].model_fields)
    if kind not in FIRST:
        return fields
    first = [*HEAD[:2], *FIRST[kind]]
    return first + [key for key in fields if key not in first]


def in_order(keys, order) -> bool:
    places = [order.index(key) for key in keys]
    return places == sorted(places)


def every_record(files):
    for file, records in files.items():
        for record in records:
            yield file, KIND_OF_FOLDER[file.split("/")[0]], record


def leaves(value):
    if isinstance(value, dict):
        for part in value.values():
            yield from leaves(part)
    elif isinstance(value, list):
        yield value or None
        for part in value:
            yield from leaves(part)
    else:
        yield value


def test_keys_stand_in_one_order(files):
    for file, kind, record in every_record(files):
        assert in_order(record, keys_of(kind)), f"{file} {record['id']}"
        for key, model in PARTS.items():
            for part in record.get(key, []):
                assert in_order(part, list(model.model_fields)), f"{file} {record['id']} {part}"


def test_statements_follow_the_list_of_properties(files):
    order = [item.id for item in PROPERTIES]
    for file, _, record in every_record(files):
        properties = [statement["property"] for statement in record.get("statements", [])]
        assert in_order(properties, order), f"{file} {record['id']}"


def test_nothing_is_empty(files):
    for file, _, record in every_record(files):
        assert all(leaf is not None and leaf != "" for leaf in leaves(record)), f"{file} {record}"


def test_a_mine_has_a_file_of_its_name(files):
    mines = {file: records for file, records in files.items() if file.startswith("mines/")}
    assert {file: [record["id"] for record in records] for file, records in mines.items()} == {
        file: [file.removeprefix("mines/").removesuffix(".yaml")] for file in mines
    }


def test_citations_stand_under_their_first_letter(files):
    for file, records in files.items():
        if file.startswith("citations/"):
            ids = [record["id"] for record in records]
            assert ids == sorted(ids), file
            assert {slug[0] for slug in ids} == {file.removeprefix("citations/")[0]}, file


def test_lines_are_short_and_end_cleanly(root):
    for path in root.rglob("*.yaml"):
        raw = path.read_bytes()
        assert b"\r" not in raw, path
        assert b"\t" not in raw, path
        assert raw.endswith(b"\n"), path
        assert not raw.endswith(b"\n\n"), path
        for number, line in enumerate(raw.decode().splitlines(), start=1):
            assert line == line.rstrip(), f"{path}:{number}"
            # An address or a single long word cannot be broken.
            words = line.split(": ", 1)[-1].split()
            assert len(line) <= WIDTH or len(words) <= 2, f"{path}:{number}"
