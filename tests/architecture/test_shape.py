# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Small files, short functions, and a first sentence that says what each file is for."""

from __future__ import annotations

import ast

LONGEST_FILE = 400
LONGEST_FUNCTION = 60
HEADER = "# SPDX-FileCopyrightText: 2026 The Terkha developers\n# SPDX-License-Identifier: MIT\n"


def test_files_are_short(sources):
    lengths = {str(source): len(source.text.splitlines()) for source in sources}
    assert {path: n for path, n in lengths.items() if n > LONGEST_FILE} == {}


def test_functions_are_short(sources):
    lengths = {
        f"{source}:{node.lineno} {node.name}": node.end_lineno - node.lineno + 1
        for source in sources
        for node in ast.walk(source.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert len(lengths) > 100
    assert {name: n for name, n in lengths.items() if n > LONGEST_FUNCTION} == {}


def test_every_file_says_what_it_is_for(sources):
    silent = [str(source) for source in sources if not ast.get_docstring(source.tree)]
    assert silent == []


def test_every_file_names_its_licence(sources):
    assert [str(source) for source in sources if not source.text.startswith(HEADER)] == []


def test_nothing_is_left_to_do(product):
    marks = ("TODO", "FIXME", "XXX", "NotImplementedError")
    left = [f"{source}: {mark}" for source in product for mark in marks if mark in source.text]
    assert left == []
