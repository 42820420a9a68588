# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Writes queries: syntax tree to text, and values that the text holds safely."""

from __future__ import annotations

import re

from terkha_db.query.nodes import (
    And,
    Comparison,
    Everything,
    Node,
    Not,
    Operator,
    Or,
    Range,
    Word,
)

_BARE = re.compile(r"[^\s()\":=<>!\\]+")


def format_query(node: Node) -> str:
    """Return the query as text in one normal form; ``parse_query`` reads it back."""
    match node:
        case Everything():
            return ""
        case Word(text, phrase):
            return _quoted(text) if phrase else text
        case Comparison(name, operator, value, phrase):
            return f"{name}{operator}{_quoted(value) if phrase else value}"
        case Range(name, low, high):
            return f"{name}:{low}..{high}"
        case Not(part):
            return f"NOT {_grouped(part, And | Or)}"
        case And(parts):
            return " ".join(_grouped(part, And | Or) for part in parts)
        case Or(parts):
            return " OR ".join(_grouped(part, Or) for part in parts)


def comparison(name: str, operator: Operator, value: str) -> Comparison:
    """Return a comparison with any value, in quotation marks where its text needs them."""
    bare = _BARE.fullmatch(value) is not None and ".." not in value
    return Comparison(name, operator, value, phrase=not bare)


def value_text(value: str) -> str:
    """Return a value as it stands in a query, in quotation marks where it needs them."""
    return format_query(comparison("", ":", value)).removeprefix(":")


def _grouped(node: Node, kinds: object) -> str:
    text = format_query(node)
    return f"({text})" if isinstance(node, kinds) else text  # type: ignore[arg-type]


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
