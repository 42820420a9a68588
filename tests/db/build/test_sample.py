# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The same seed draws the same statements, each with its works and where they are."""

from __future__ import annotations

import re

from terkha_db.build.sample import sample

FIRST = re.compile(r"\d+\. ([0-9A-Z]{4}-[0-9A-Z]{4})  .+ \((\w+/[\w-]+)#(.+)\)")


def codes(lines):
    return [match[1] for line in lines if (match := FIRST.fullmatch(line))]


def test_the_same_seed_draws_the_same(small):
    assert list(sample(small, 1, 10)) == list(sample(small, 1, 10))
    assert codes(sample(small, 1, 10)) != codes(sample(small, 2, 10))
    assert codes(sample(small, 1, 10)) == codes(sample(small, 1, 20))[:10]


def test_each_is_drawn_once_and_none_is_left_out(small, ask):
    drawn = codes(sample(small, 1, 10_000))
    stated = [code for (code,) in ask("SELECT code FROM statement")]
    assert sorted(code.replace("-", "") for code in drawn) == sorted(stated)


def test_a_statement_is_told_with_its_works(small):
    told = "\n".join(sample(small, 1, 10_000))
    assert re.search(r"\n   Resource copper.*: 25\.88.Mt.Cu; Jan 2026\n   - [a-z]", told)
    assert "\n   - company-2021-phase1, paragraph 2  https://example.org/phase1\n" in told
