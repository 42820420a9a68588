# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Small pieces of HTML and the style sheet: safe, in the right script, no rule too many."""

from __future__ import annotations

import re

from terkha.look.theme import LIGHT
from terkha.pages import classes_of, columns, markup, style_sheet


class Plain:
    """Type whose sizes can be read off."""

    def css(self, role, script):
        return f"font-family: {script}-{role};"

    def line(self, role):
        return 20

    def px(self, length):
        return int(length * 2)


def test_tibetan_and_chinese_stand_in_spans_of_their_own():
    html = markup.text("Zabuye གྲབ་ཡེར་ ཚྭ་ཁ (扎布耶) < x", "lead")
    assert html == (
        'Zabuye <span class="lead-bo">གྲབ་ཡེར་ ཚྭ་ཁ</span> '
        '(<span class="lead-zh">扎布耶</span>) &lt; x'
    )


def test_addresses_cannot_break_out_of_their_attribute():
    assert 'href="copy:https://x/?a=&quot;b&quot;&amp;c"' in markup.link(
        'copy:https://x/?a="b"&c', ""
    )


def test_body_type_needs_no_span():
    assert markup.wrap("body", "x") == "x"
    assert markup.wrap("small", "x") == '<span class="small">x</span>'


def test_only_rules_of_used_classes_are_in_the_sheet():
    html = markup.paragraph("h2", markup.text("巨龙", "h2")) + markup.cell("row", "x")
    sheet = style_sheet(LIGHT, Plain(), classes_of(html))
    assert ".h2-zh {" in sheet
    assert ".h2-line {" in sheet
    assert "td.row {" in sheet
    assert ".lead" not in sheet
    assert "td.differ" not in sheet


def test_lengths_grow_with_the_text_and_colours_are_tokens():
    html = markup.cell("row", "x") + markup.link("record:a", "x", "mark")
    sheet = style_sheet(LIGHT, Plain(), classes_of(html))
    assert "padding-right: 24px" in sheet
    assert f"1px solid {LIGHT.line}" in sheet
    assert set(re.findall(r"#[0-9A-Fa-f]{6}", sheet)) <= {LIGHT.line, LIGHT.accent}


def test_fonts_are_never_set_on_blocks_or_cells():
    html = "".join(markup.cell(name, "x") for name in ("row", "low", "card"))
    html += markup.paragraph("h2", "x") + columns.floating(columns.tabled("x", "y", "card"))
    rules = style_sheet(LIGHT, Plain(), classes_of(html)).split("\n")
    blocks = [rule for rule in rules if rule.startswith(("p.", "td.", "table"))]
    assert len(blocks) > 6
    assert not [rule for rule in blocks if "font" in rule]


def test_a_rule_is_kept_for_the_elements_that_have_its_class():
    html = markup.heading(2, "h2", markup.text("x", "h2")) + markup.link("#a", "x", "small")
    sheet = style_sheet(LIGHT, Plain(), classes_of(html))
    assert "h2.h2-line {" in sheet
    assert "p.h2-line" not in sheet
    assert "a.small {" in sheet
    assert "span.small" not in sheet
