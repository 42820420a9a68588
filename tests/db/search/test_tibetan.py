# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Tibetan script read aloud: as the records write the same places in Latin letters."""

from __future__ import annotations

import pytest
from pyewts import pyewts

from terkha_db.fold import tokens
from terkha_db.search.distance import distance
from terkha_db.search.tibetan import read_aloud, script_of


# Names that one record has in both scripts.
@pytest.mark.parametrize(
    ("tibetan", "latin"),
    [
        ("མལ་གྲོ་གུང་དཀར", "meldrogungkar"),
        ("ལྷ་ས", "lhasa"),
        ("ལི་ཐང", "litang"),
        ("ནག་ཆུ", "nakchu"),
        ("རྨ་ཆེན", "machen"),
        ("ཡུལ་ཤུལ", "yulshul"),
        ("འབྲི་རུ", "driru"),
        ("སྒར", "gar"),
        ("ཆུ་ཆེན", "chuchen"),
        ("དཔལ་ཡུལ", "pelyul"),
        ("འབྲོང་པ", "drongpa"),
        ("གོ་འཇོ", "gojo"),
        ("ལྷུན་རྩེ", "lhuntse"),
        ("སྙེ་མོ", "nyemo"),
        ("སྣེ་གདོང", "nedong"),
        ("ཉི་མ", "nyima"),
        ("ལྷུན་གྲུབ", "lhundrup"),
        ("སྟོང་མཚོ", "tongtso"),
    ],
)
def test_names_sound_as_they_are_written(tibetan, latin):
    assert read_aloud(tokens(tibetan, {})) == latin


@pytest.mark.parametrize(
    ("tibetan", "latin"),
    [("ཨ་མདོ", "amdo"), ("འཇོ་མདའ", "jomda"), ("ཉག་ཆུ་ཁ", "nyagchukha"), ("ལྷུན་གྲུབ", "lhundrub")],
)
def test_letters_that_some_spellings_keep_can_be_kept(tibetan, latin):
    assert read_aloud(tokens(tibetan, {}), spelt=True) == latin


@pytest.mark.parametrize("syllable", ["", "x", "ྱ", "ཧཱུྃ", "ཀཀཀཀཀ", "༡༩", "甲"])
def test_what_no_rule_writes_so_is_left_alone(syllable):
    assert isinstance(read_aloud([syllable, syllable]), str)


def test_most_recorded_names_lead_to_a_latin_one_of_their_record(catalogue):
    rows = catalogue._reader.all("SELECT record, text, lang, key FROM name WHERE attested")
    latin: dict[int, list[str]] = {}
    for record, _, lang, key in rows:
        if lang == "bo-Latn":
            latin.setdefault(record, []).append(key)
    both = [(record, text) for record, text, lang, _ in rows if lang == "bo" and record in latin]
    near = [
        text
        for record, text in both
        if any(
            distance(sound[: len(key)], key, 2) <= 1
            for sound in (
                read_aloud(tokens(text, {})),
                read_aloud(tokens(text, {}), spelt=True),
            )
            for key in latin[record]
        )
    ]
    assert len(both) > 20
    assert len(near) >= 0.6 * len(both), sorted({text for _, text in both} - set(near))


def test_wylie_is_read_as_its_syllables_are_written(catalogue):
    names = catalogue._reader.all("SELECT DISTINCT text FROM name WHERE lang = 'bo-Latn-wylie'")
    syllables = {syllable for (name,) in names for syllable in tokens(name, {})}
    written = pyewts().toUnicode
    read = {syllable: script for syllable in syllables if (script := script_of(syllable))}
    assert read == {syllable: written(syllable) for syllable in read}
    # Some records write several syllables as one word.
    assert len(read) >= 0.8 * len(syllables), sorted(syllables - set(read))


@pytest.mark.parametrize("word", ["", "copper", "stream", "gold", "གཏེར", "甲玛", "smili", "bkk"])
def test_a_word_that_is_no_syllable_is_not_taken_for_wylie(word):
    assert script_of(word) is None
