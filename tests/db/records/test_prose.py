# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What editors type in plain letters is printed with the signs of print, and loses nothing."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terkha_db.records.prose import quoted, typeset


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ('The brief speaks of "Julong" alone.', "The brief speaks of “Julong” alone."),
        ('row "World total (rounded)"', "row “World total (rounded)”"),
        ("China's share, and the others'", "China’s share, and the others'"),
        ("105 km2, 2.99 g/cm3, 200 m3/d", "105 km², 2.99 g/cm³, 200 m³/d"),
        ("The lake, a few km2, of 1.72 million m2", "The lake, a few km², of 1.72 million m²"),
        ("the plan of 1991-1995 (1,000-2,000 t)", "the plan of 1991–1995 (1,000–2,000 t)"),
        (
            "1.0-4.5 per cent, 3-5%, 22-27 Ma, 5-10 km2",
            "1.0–4.5 per cent, 3–5%, 22–27 Ma, 5–10 km²",
        ),
    ],
)
def test_prose_is_set_as_in_print(typed: str, printed: str) -> None:
    assert typeset(typed) == printed


@pytest.mark.parametrize(
    "text",
    [
        "'jo mda' rdzong is Jomda, Ma'erkang is Barkam",
        "GB/T 17766-2020, DZ/T 0214-2020 and 2010-5090-Z",
        "record 10-12, call 400-820 tonight, a 2-metre wall, 99.5-grade",
        "https://example.org/2013-2014/page and 2021-12-27",
        "sam2, m2000 and 4 km22",
        'an odd " mark',
    ],
)
def test_spellings_numbers_and_addresses_stay(text: str) -> None:
    assert typeset(text) == text


@given(st.text(alphabet="ab 1295'\"-/kmg.,(s²–“”"))
def test_only_the_signs_change_and_only_once(text: str) -> None:
    once = typeset(text)
    assert typeset(once) == once
    assert quoted(quoted(text)) == quoted(text)
    assert _plain(once) == _plain(text)


def _plain(text: str) -> str:
    """Undo the signs of print."""
    signs = str.maketrans({"“": '"', "”": '"', "’": "'", "–": "-"})
    return unicodedata.normalize("NFKC", text).translate(signs)
