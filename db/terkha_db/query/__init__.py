# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The query language: text to syntax tree and back, what it may ask, and which rows it keeps."""

from terkha_db.query.evaluate import Evaluator
from terkha_db.query.nodes import GRAMMAR, And, Comparison, Everything, Node, Not, Or, Range, Word
from terkha_db.query.parser import parse_query
from terkha_db.query.terms import Term, terms_of
from terkha_db.query.writer import comparison, format_query, value_text

__all__ = [
    "GRAMMAR",
    "And",
    "Comparison",
    "Evaluator",
    "Everything",
    "Node",
    "Not",
    "Or",
    "Range",
    "Term",
    "Word",
    "comparison",
    "format_query",
    "parse_query",
    "terms_of",
    "value_text",
]
