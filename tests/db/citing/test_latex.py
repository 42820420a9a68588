# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Text fields survive LaTeX whatever they hold; addresses are left alone."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from terkha_db.citing import latex

MARKS = "&%$#_{}~^<>\\"
TEXT = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Co", "Cn")), max_size=40)


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("R&D 5% $3 #1 a_b", r"R\&D 5\% \$3 \#1 a\_b"),
        ("~^\\", r"\textasciitilde{}\textasciicircum{}\textbackslash{}"),
        ("a--b ``c'' d-e", "a-{}-b `{}`c'{}' d-e"),
        ("a<b>c", r"a\textless{}b\textgreater{}c"),
        ("{a}", r"\{a\}"),
        ("a{b", r"a\textbraceleft{}b"),
        ("}a{", r"\textbraceright{}a\textbraceleft{}"),
        (" two\nlines ", "two lines"),
        ("Zhābùyē 扎布耶 གཏེར་ཁ", "Zhābùyē 扎布耶 གཏེར་ཁ"),
    ],
)
def test_escape(text, escaped):
    assert latex.escape(text) == escaped


@given(TEXT)
def test_escaped_text_cannot_end_a_field(text):
    escaped = latex.escape(text)
    assert escaped.count("{") == escaped.count("}")
    bare = escaped
    for code in (r"\textbackslash{}", r"\textbraceleft{}", r"\textbraceright{}"):
        bare = bare.replace(code, "")
    named = (rf"\text{name}{{}}" for name in ("asciitilde", "asciicircum", "less", "greater"))
    for code in (*named, *(f"\\{mark}" for mark in "&%$#_{}")):
        bare = bare.replace(code, "")
    assert not set(bare.replace("{}", "")) & set(MARKS)


def same(text):
    """Take away blanks and the shapes of quotation marks."""
    return "".join(text.translate(str.maketrans("“”‘’", "\"\"''")).split())


@given(
    st.lists(
        st.text(st.sampled_from("ab &%$#_~^<>\\'-,?!\"[]"), min_size=1, max_size=12),
        min_size=1,
        max_size=8,
    )
)
@settings(max_examples=15, deadline=None)
def test_an_importer_reads_what_was_meant(pandoc, texts):
    entries = "".join(
        f"@misc{{k{n}, publisher = {{{latex.escape(f'x{{{t}}}x')}}}}}\n"
        for n, t in enumerate(texts)
    )
    read = json.loads(pandoc(entries, "-f", "biblatex", "-t", "csljson"))
    found = {one["id"]: one["publisher"] for one in read}
    for number, text in enumerate(texts):
        assert same(found[f"k{number}"]) == same(f"x{{{text}}}x")


@pytest.mark.parametrize(
    ("title", "language", "protected"),
    [
        (
            "Tibet speeds up nonferrous metal industry",
            "en",
            "Tibet speeds up nonferrous metal industry",
        ),
        ("Copper in Tibet: the Julong mine", "en", "Copper in {Tibet}: the {Julong} mine"),
        ("EU-China relations & the U.S.", "en-GB", r"{EU-China} relations \& the {U.S.}"),
        ("“Mining Miracle” in R&D", "en", r"“Mining {Miracle}” in {R\&D}"),
        ("[News of the Gyama mine]", "en", "[News of the {Gyama} mine]"),
        ("Cina: apre miniera", "it", "{Cina: apre miniera}"),
        ("西藏 A_b", "zh-Hans", r"{西藏 A\_b}"),
    ],
)
def test_titles_keep_their_capitals(title, language, protected):
    assert latex.title(title, language) == protected


@given(TEXT)
def test_a_title_says_no_more_and_no_less(text):
    bare = latex.title(text, "en").replace("{", "").replace("}", "")
    assert bare == latex.escape(text).replace("{", "").replace("}", "")


@pytest.mark.parametrize(
    ("people", "names"),
    [
        ([{"family": "Lafitte", "given": "Gabriel"}], "Lafitte, Gabriel"),
        ([{"family": "Baker", "given": "James A.", "suffix": "III"}], "Baker, III, James A."),
        ([{"literal": "Environment & Development Desk"}], r"{Environment \& Development Desk}"),
        ([{"literal": "岳依桐"}, {"literal": "安源"}], "{岳依桐} and {安源}"),
        ([{"family": "Ahn", "given": "L.", "non-dropping-particle": "von"}], "von Ahn, L."),
        ([{"family": "Brand and Sons", "given": "A."}], "{Brand and Sons}, A."),
        ([{"family": "Plato"}], "Plato"),
    ],
)
def test_names(people, names):
    assert latex.names(people) == names


def test_lists_keep_their_members_whole():
    institutes = ["Institute for Security and Development Policy", "R&D"]
    assert latex.literals(institutes) == r"{Institute for Security and Development Policy} and R\&D"


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("http://x.org/a_b?c=1&d=%20#e~f", "http://x.org/a_b?c=1&d=%20#e~f"),
        ("10.1000/a<b>(c)_d", "10.1000/a<b>(c)_d"),
        ("http://x.org/{a} b\\", "http://x.org/%7Ba%7D%20b%5C"),
        ("https://zh.wikipedia.org/wiki/驱龙", "https://zh.wikipedia.org/wiki/驱龙"),
    ],
)
def test_addresses_are_not_escaped(address, written):
    assert latex.verbatim(address) == written


def test_letters_stay_letters():
    assert unicodedata.is_normalized("NFC", latex.escape("Zhābùyē"))
