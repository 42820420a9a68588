# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""SQL is spoken in few modules, all of them in the data layer."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

MODULES = re.compile(r"terkha_db\.(build|catalogue|imported|library|search|verify)\b")
STATEMENT = re.compile(
    r"\A\s*(SELECT\s|INSERT\s+(OR\s+\w+\s+)?INTO\s|REPLACE\s+INTO\s|UPDATE\s+\S+\s+SET\s"
    r"|DELETE\s+FROM\s|CREATE\s+(\w+\s+)?(TABLE|INDEX|VIEW|TRIGGER)\s|DROP\s+(TABLE|INDEX|VIEW)\s"
    r"|ALTER\s+TABLE\s|PRAGMA\s+\w|ATTACH\s|VACUUM\b|WITH\s+\w+(\([^)]*\))?\s+AS\s*\()"
)


def statements(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        value = node.value if isinstance(node, ast.Constant) else None
        if isinstance(value, str) and STATEMENT.match(value):
            yield value


def test_sql_is_spoken_where_it_belongs(product):
    spoken = {source.module for source in product if any(statements(source.tree))}
    assert spoken
    elsewhere = sorted(module for module in spoken if not MODULES.match(module))
    assert not elsewhere, elsewhere


def test_sql_files_lie_in_the_data_layer(project_files, root):
    found = [path.relative_to(root).as_posix() for path in project_files if path.suffix == ".sql"]
    assert [path for path in found if not path.startswith(("db/terkha_db/", "tests/"))] == []


def test_a_statement_is_recognised():
    tree = ast.parse('"""SELECT one."""\nrows = run(f"SELECT {x} FROM y")\nword = "Select a mine"')
    assert list(statements(tree)) == ["SELECT one.", "SELECT "]
