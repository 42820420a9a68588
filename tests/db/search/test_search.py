# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Readers find records under the spelling they have, and nothing they type breaks the search."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from terkha_db.vocabulary import KIND_BY_ID

# The record that must come first, by what the reader types.
FIRST = {
    "Gyama": "mine/jiama",
    "Jiama": "mine/jiama",
    "甲玛": "mine/jiama",
    "甲瑪": "mine/jiama",
    "qulong": "mine/qulong",
    "驱龙": "mine/qulong",
    "驱龙铜矿": "mine/qulong",
    "驅龍": "mine/qulong",
    "Drangyer Tsaka": "mine/zabuye",
    "drangyertsaka": "mine/zabuye",
    "Zabuye": "mine/zabuye",
    "zabuyelite": "mineral/zabuyelite",
    "Mamicuo": "mine/mami-tso",
    "Nyagchu": "place/nyagchu",
    "Yajiang": "place/nyagchu",
    "Luobusa": "mine/luobusa",
    "Norbusa": "mine/luobusa",
    "Maizhokunggar": "place/maizhokunggar",
    "qusongite": "mineral/qusongite",
    "Ferenczy": "person/ferenczy",
    "PRC Mining in Tibet": "citation/ferenczy-2025-prc-mining-tibet",
    "lithium": "commodity/lithium",
    "Li": "commodity/lithium",
    "Zijin Mining": "organisation/zijin-mining",
    "GYAMA": "mine/jiama",
}


@pytest.mark.parametrize("query", FIRST)
def test_the_right_record_comes_first(catalogue, query):
    assert catalogue.search(query)[0].id == FIRST[query]


@pytest.mark.parametrize("query", ["Nyagchu", "Yajiang"])
def test_a_place_and_the_find_named_after_it_are_both_on_top(catalogue, query):
    top = [hit.id for hit in catalogue.search(query)[:3]]
    assert top[0] == "place/nyagchu"
    assert "mine/nyagchu-murong" in top


def test_a_hit_says_which_name_matched_and_where(catalogue):
    hit = catalogue.search("gyam")[0]
    assert (hit.matched, hit.lang, hit.field) == ("Gyama", "bo-Latn", "name")
    assert [hit.matched[start:end] for start, end in hit.spans] == ["Gyam"]


@pytest.mark.parametrize(
    ("query", "matched", "lang", "derived", "marked"),
    [
        ("yulong tongk", "玉龙铜矿", "zh-Hans", "pinyin", ["玉龙铜矿"]),
        ("grab yer", "གྲབ་ཡེར་ཚྭ་ཁ", "bo", "Wylie", ["གྲབ", "ཡེར"]),
    ],
)
def test_behind_a_derived_spelling_stands_the_attested_name(
    catalogue, query, matched, lang, derived, marked
):
    hit = catalogue.search(query)[0]
    assert (hit.matched, hit.lang, hit.derived, hit.field) == (matched, lang, derived, "name")
    assert [hit.matched[start:end] for start, end in hit.spans] == marked


def test_a_hit_says_who_uses_the_name(catalogue):
    assert catalogue.search("Gyama")[0].used_by == "NGOs"


def test_characters_are_found_by_their_sound(catalogue):
    assert catalogue.search("甲马铜矿")[0].id == "mine/jiama"


def test_derived_spellings_are_no_names_of_the_record(catalogue):
    names = {name.text for name in catalogue.record("mine/yulong").names}
    assert not any("tóng kuàng" in name for name in names)


def test_a_title_is_not_called_an_attested_name(catalogue):
    hit = catalogue.search("Maizhokunggar")[0]
    assert (hit.field, hit.lang, hit.used_by) == ("title", "", "")


@pytest.mark.parametrize(
    ("query", "record"),
    [
        ("gyamma", "mine/jiama"),
        ("Zabuje", "mine/zabuye"),
        ("Drangyer Tsaak", "mine/zabuye"),
        ("maizokungar", "place/maizhokunggar"),
    ],
)
def test_typing_errors_are_forgiven_where_nothing_else_is_found(catalogue, query, record):
    assert record in [hit.id for hit in catalogue.search(query)[:3]]


def test_words_in_quotation_marks_stand_in_a_row(catalogue):
    apart = {hit.id for hit in catalogue.search("pollution protest")}
    row = catalogue.search('"pollution protest"')
    assert row
    assert {hit.id for hit in row} < apart
    assert all("pollution protest" in hit.snippet.lower() for hit in row)
    assert [hit.snippet[first:end].lower() for hit in row for first, end in hit.spans] == [
        "pollution protest"
    ] * len(row)
    assert catalogue.search("“pollution protest”") == row
    assert catalogue.search('"pollution protest') == catalogue.search("pollution protest")


def test_words_that_many_names_share_are_left_out_at_last(catalogue):
    assert catalogue.search("Norbusa lithium mine")[0].id == "mine/luobusa"


def test_a_part_of_a_name_is_found(catalogue):
    assert "mine/zabuye" in [hit.id for hit in catalogue.search("rangyer")]


def test_texts_come_after_names(catalogue):
    hits = catalogue.search("lithium", limit=1000)
    is_text = [bool(hit.snippet) for hit in hits]
    assert is_text.count(True) > 10
    assert is_text == sorted(is_text)


def test_a_text_shows_what_matched(catalogue):
    hits = [hit for hit in catalogue.search("tailings") if hit.snippet]
    assert len(hits) > 5
    for hit in hits:
        marked = [hit.snippet[start:end].lower() for start, end in hit.spans]
        assert marked, hit
        assert all(words.startswith("tailing") for words in marked)


def test_every_record_is_listed_once(catalogue):
    ids = [hit.id for hit in catalogue.search("tibet", limit=1000)]
    assert len(ids) == len(set(ids)) > 100


@pytest.mark.parametrize("limit", [1, 7])
def test_no_more_than_asked_for(catalogue, limit):
    assert len(catalogue.search("tibet", limit=limit)) == limit


def test_only_the_kinds_asked_for(catalogue):
    hits = catalogue.search("zabuye", kinds=("mineral", "claim"))
    assert {hit.kind for hit in hits} <= {"mineral", "claim"}
    assert hits[0].id == "mineral/zabuyelite"
    assert catalogue.search("zabuye", kinds=()) == catalogue.search("zabuye")


def test_nothing_found_offers_the_nearest_names(catalogue):
    assert catalogue.search("xqzvvbk") == []
    near = catalogue.nearest("Gyaamalla", limit=5)
    assert near[0].id == "mine/jiama"
    assert len(near) == 5
    assert catalogue.nearest("?!") == []


@pytest.mark.parametrize(
    ("query", "record"),
    [
        ("ICT", "organisation/ict"),
        ("CTA", "organisation/cta"),
        ("cgi", "organisation/china-gold-international"),
        ("MNR", "organisation/ministry-natural-resources"),
        ("HRF", "organisation/hrf"),
    ],
)
def test_initials_lead_to_an_office_a_firm_or_a_law(catalogue, query, record):
    assert catalogue.search(query)[0].id == record


def test_initials_are_told_as_such(catalogue):
    hit = catalogue.search("ICT")[0]
    assert (hit.matched, hit.derived) == ("International Campaign for Tibet", "initials")


@pytest.mark.parametrize(
    ("query", "record"),
    [
        ("yulong mine jomda", "mine/yulong"),  # where it is
        ("catl jiajika", "mine/jiajika"),  # who invested
        ("norbusa lhoka", "mine/luobusa"),
        ("ferenczy copper", "person/ferenczy"),  # whose work says it
    ],
)
def test_words_may_stand_in_name_text_and_linked_records(catalogue, query, record):
    assert catalogue.search(query)[0].id == record


def test_with_one_word_too_many_the_nearest_hold_all_others(catalogue):
    assert catalogue.search("lithium brine gerze") == []
    near = catalogue.nearest("lithium brine gerze")
    assert near[0].id == "mine/lakkor-tso"
    assert near[0].snippet
    assert len({hit.id for hit in near}) == len(near) == 8


@pytest.mark.parametrize(
    ("query", "record"),
    [
        ("https://doi.org/10.2138/am.2009.3015", "10.2138/am.2009.3015"),
        ("doi:10.2138/am.2009.3015", "10.2138/am.2009.3015"),
        ("DOI: 10.2138/AM.2009.3015", "10.2138/am.2009.3015"),
        ("terkha:mine/julong", "mine/julong"),
        ("mine/julong", "mine/julong"),
    ],
)
def test_addresses_lead_where_they_point(catalogue, query, record):
    plain = catalogue.search(record)
    assert plain
    assert catalogue.search(query)[0].id == plain[0].id
    assert plain[0].id == record or record in plain[0].snippet


@pytest.mark.parametrize(
    ("query", "record"),
    [
        ("རྒྱ་མ", "mine/jiama"),  # Gyama, which no source writes in Tibetan script
        ("rgya ma", "mine/jiama"),  # the same in Wylie
        ("rgya ma mine", "mine/jiama"),
        ("རྒྱ་མ copper", "mine/jiama"),
        ("ནོར་བུ་ས", "mine/luobusa"),  # Norbusa
        ("ཆབ་མདོ", "place/chamdo"),
        ("昆特依", "mine/kunteyi"),  # Kunteyi, of which no record has the characters
        ("西台吉乃尔", "mine/west-taijinar"),  # beside 东台吉乃尔
    ],
)
def test_other_scripts_find_a_name_by_its_sound(catalogue, query, record):
    assert catalogue.search(query)[0].id == record


@pytest.mark.parametrize(
    "query",
    [
        "",
        " ",
        "'",
        '"',
        "a\x00b",
        "\ud800",
        "NEAR(a b)",
        'tok" OR "x',
        "tokens:julong",
        "^julong*",
        "AND",
        "(((",
        "x' OR 1=1 --",
        "; DROP TABLE name",
        "%_%",
        "a" * 100_000,
        "རྒྱ་མ",
        "་",
        "́",
        "٣٤",
        "한국어",
        "a AND NOT b",
    ],
)
def test_operators_and_quotes_are_only_letters(catalogue, query):
    found = catalogue.search(query) + catalogue.nearest(query)

    assert all(catalogue.exists(hit.id) for hit in found)


@settings(max_examples=500, deadline=None)
@given(query=st.text(max_size=40), kinds=st.sampled_from([None, (), ("mine",), ("no-such",)]))
def test_no_query_breaks_the_search(catalogue, query, kinds):
    for hit in catalogue.search(query, kinds=kinds):
        assert hit.kind in KIND_BY_ID
        shown = hit.snippet or hit.matched
        assert all(0 <= start < end <= len(shown) for start, end in hit.spans)


def test_a_key_asks_the_database_a_few_times_only(catalogue, monkeypatch):
    """What it costs is measured by the benchmark; this many questions would be felt."""
    asked = []
    ask = catalogue._reader.all
    monkeypatch.setattr(
        catalogue._reader, "all", lambda *given: asked.append(given[0]) or ask(*given)
    )
    for query in FIRST:
        for end in range(1, len(query) + 1):
            asked.clear()
            catalogue.search(query[:end])
            assert len(asked) <= 16, query[:end]
