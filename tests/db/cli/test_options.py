# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""No word at all, which is not parsed, is read as the parsers would read it."""

from __future__ import annotations

from terkha_db.cli import NOTHING_GIVEN
from terkha_db.cli_options import application_parser, common_parser


def test_nothing_given_is_what_the_parsers_make_of_it():
    assert vars(common_parser().parse_args([])) == NOTHING_GIVEN
    of_the_window = vars(application_parser().parse_args([]))
    assert of_the_window == {name: NOTHING_GIVEN[name] for name in of_the_window}
