# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Small files, short functions, and a first sentence that says what each file is for."""

from __future__ import annotations

import ast
import re

LONGEST_FILE = 400
LONGEST_FUNCTION = 60
HEADER = "# SPDX-FileCopyrightText: 2026 The Terkha developers\n# SPDX-License-Identifier: MIT\n"


def test_files_are_short(sources):
    lengths = {str(source): len(source.text.splitlines()) for source in sources}
    long = {path: length for path, length in lengths.items() if length > LONGEST_FILE}
    assert not long, long


def test_functions_are_short(sources):
    lengths = {
        f"{source}:{node.lineno} {node.name}": node.end_lineno - node.lineno + 1
        for source in sources
        for node in ast.walk(source.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert len(lengths) > 100
    long = {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION}
    assert not long, long


def test_every_file_says_what_it_is_for(sources):
    silent = [str(source) for source in sources if not ast.get_docstring(source.tree)]
    assert not silent, silent


def test_every_file_names_its_licence(sources):
    bare = [str(source) for source in sources if not source.text.startswith(HEADER)]
    assert not bare, bare


def test_nothing_is_left_to_do(product):
    marks = re.compile(r"\b(TODO|FIXME|NotImplementedError)\b")
    left = [f"{source}: {found[0]}" for source in product for found in marks.finditer(source.text)]
    assert not left, left
