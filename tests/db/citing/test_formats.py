# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What holds for every format: a golden file, an empty list, the same bytes each time."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest

from terkha_db.citing.formats import FORMATS, format_by_id
from terkha_db.errors import KnownError

SOURCES = Path(find_spec("terkha_db.citing").origin).parent


@pytest.fixture(params=FORMATS, ids=lambda known: known.id)
def known(request):
    return request.param


def test_every_writer_is_listed():
    writers = {path.stem for path in SOURCES.glob("to_*.py")}
    assert {known.write.__module__.rpartition(".")[2] for known in FORMATS} == writers
    assert len({known.id for known in FORMATS}) == len(FORMATS)


@pytest.mark.parametrize(
    "known", [one for one in FORMATS if not one.formatted], ids=lambda one: one.id
)
def test_golden_data(known, entries, golden):
    written = known.write(entries("chicago-notes", cited=True))
    golden(f"citing/{known.id}{known.extension}", written.decode("utf-8"))


@pytest.mark.parametrize("style_id", ["chicago-notes", "ieee"])
@pytest.mark.parametrize(
    "known", [one for one in FORMATS if one.formatted and not one.binary], ids=lambda one: one.id
)
def test_golden_lists(known, style_id, entries, golden):
    written = known.write(entries(style_id, cited=True))
    golden(f"citing/{known.id}-{style_id}{known.extension}", written.decode("utf-8"))


def test_two_writings_are_equal(known, entries):
    listed = entries("apa", cited=True)
    assert known.write(listed) == known.write(listed)


def test_text_has_no_mark_and_ends_with_a_line(known, entries):
    written = known.write(entries("apa"))
    if known.binary:
        assert written.startswith(b"PK")
    else:
        assert not written.startswith(b"\xef\xbb\xbf")
        assert written.endswith(b"\n")


def test_an_empty_list(known):
    assert isinstance(known.write([]), bytes)
    assert known.loses([]) == ""


def test_formatted_lists_lose_nothing(known, entries):
    dated = [entry for entry in entries("apa") if "issued" in entry.csl]
    assert bool(known.loses(dated)) == (known.id in {"bibtex", "ris"})


def test_by_id():
    assert format_by_id("ris").label == "RIS"
    with pytest.raises(KnownError, match="no format “pdf”; choose one of biblatex, bibtex, ris"):
        format_by_id("pdf")
